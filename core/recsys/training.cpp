#include "core/recsys/training.h"
