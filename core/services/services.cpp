#include "core/services/services.h"
