#include "core/services/joblane.h"
