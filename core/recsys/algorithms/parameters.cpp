#include "core/recsys/algorithms/parameters.h"
