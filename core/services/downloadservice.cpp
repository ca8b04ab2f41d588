#include "core/services/downloadservice.h"
