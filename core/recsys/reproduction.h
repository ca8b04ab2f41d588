#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One published figure, recomputed here.
struct ReproducedValue {
    std::string metric; ///< "MAP@10 (by n)"
    double published = 0.0;
    int publishedDigits = 6;
    double ours = 0.0;
    double tolerance = 0.0;
    bool agrees() const { return ours >= published - tolerance && ours <= published + tolerance; }
};

/// One external target of evaluation.md section 3 (T1 to T7), or the golden values of appendix A ("P0").
struct ReproductionResult {
    std::string_view id;     ///< "T1"
    std::string_view title;  ///< "SAR, Recommenders quick start"
    std::string_view source; ///< where the figure was published
    std::vector<ReproducedValue> values;
    std::string explanation; ///< English; what must be right for it, and, for T7, why seeds matter
    double seconds = 0.0;
    bool agrees() const;
};

struct ReproductionTarget {
    std::string_view id;
    std::string_view title;
    std::string_view source;
};
std::span<const ReproductionTarget> reproductionTargets() noexcept;

/// Needs the ratings of MovieLens 100K in u.data's row order. Errors: InvalidData (other data, said with
/// their counts), UnknownId, Cancelled.
Result<ReproductionResult> reproduce(const Dataset& dataset, std::string_view id, const JobControl& control);

} // namespace recital
