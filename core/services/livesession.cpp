#include "core/services/livesession.h"
