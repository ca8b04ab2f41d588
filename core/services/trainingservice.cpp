#include "core/services/trainingservice.h"
