#include "core/recsys/algorithms/random.h"
