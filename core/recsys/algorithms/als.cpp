#include "core/recsys/algorithms/als.h"
