#include "core/interop/zipsource.h"
