#include "core/recsys/recommend.h"
