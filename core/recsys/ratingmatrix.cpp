#include "core/recsys/ratingmatrix.h"
