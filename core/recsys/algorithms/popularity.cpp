#include "core/recsys/algorithms/popularity.h"
