#include "core/recsys/live/rankdifference.h"
