#include "core/recsys/parallel.h"
