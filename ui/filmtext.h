#pragma once

#include "core/recsys/dataset.h"

#include <QString>

namespace recital {

/// How films are written everywhere on the screen.
QString filmTitle(const Dataset& dataset, ItemIndex item);         ///< "The Matrix"
QString filmTitleWithYear(const Dataset& dataset, ItemIndex item); ///< "The Matrix (1999)"
QString filmGenres(const Dataset& dataset, ItemIndex item);        ///< "Action, Sci-Fi", in the data's order

} // namespace recital
