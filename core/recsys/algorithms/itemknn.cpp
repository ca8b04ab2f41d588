#include "core/recsys/algorithms/itemknn.h"
