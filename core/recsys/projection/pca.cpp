#include "core/recsys/projection/pca.h"
