#include "core/recsys/ratingprediction.h"
