#include "core/recsys/dataset.h"
