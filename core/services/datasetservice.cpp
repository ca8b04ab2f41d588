#include "core/services/datasetservice.h"
