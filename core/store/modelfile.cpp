#include "core/store/modelfile.h"
