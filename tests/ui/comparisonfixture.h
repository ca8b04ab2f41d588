#pragma once

#include "core/services/comparisonresult.h"

#include <memory>

namespace recital::test {

/// Three measured rows (Popular, ItemKNN, ALS) over 40 users of one split, ALS the reference, judged. Users'
/// values follow a rule: ALS is .5, ItemKNN the same to a hair, Popular clearly lower.
std::shared_ptr<Comparison> smallComparison();

} // namespace recital::test
