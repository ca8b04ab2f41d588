#include "core/services/modelstore.h"
