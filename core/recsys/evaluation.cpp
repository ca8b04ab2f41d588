#include "core/recsys/evaluation.h"
