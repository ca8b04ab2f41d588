#include "core/recsys/io/loader.h"
