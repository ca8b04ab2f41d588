#pragma once

#include "app/arguments.h"
#include "core/recsys/algorithms/parameters.h"

#include <QJsonObject>

namespace recital {

/// --form, --factors and the other parameters of ALS.
void addAlsOptions(Arguments& arguments);

/// The tested defaults of the dataset, changed by the options that were given. --alpha means the implicit
/// form and --unobserved-weight the frequency-scaled one unless --form says otherwise. Wrong values and
/// options of another form are recorded in `arguments`.
AlsParameters alsParameters(Arguments& arguments, const AlsParameters& defaults);

QJsonObject alsParametersJson(const AlsParameters& parameters);

} // namespace recital
