#include "core/recsys/datasetstatistics.h"
