#include "core/recsys/io/source.h"
