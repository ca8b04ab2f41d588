#include "core/recsys/split.h"
