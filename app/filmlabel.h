#pragma once

#include "core/recsys/dataset.h"

#include <QString>

namespace recital {

QString filmLabel(const Item& item); ///< "The Matrix (1999)"

} // namespace recital
