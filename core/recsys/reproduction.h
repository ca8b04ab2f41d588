#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One published figure, recomputed here.
struct ReproducedValue {
    std::string metric; ///< "MAP@10 (by n)"; of P0 with fold and model in front
    double published = 0.0;
    int publishedDigits = 6;
    double ours = 0.0;
    double tolerance = 0.0;
    bool headline = true; ///< belongs into a table where space is short
    bool agrees() const { return ours >= published - tolerance && ours <= published + tolerance; }
};

/// The errors of a stochastic predictor from one start seed.
struct SeedErrors {
    std::uint32_t seed = 0;
    double rmse = 0.0;
    double mae = 0.0;
};

/// One external target of evaluation.md section 3 (T1 to T7), or the golden values of appendix A ("P0").
struct ReproductionResult {
    std::string_view id;     ///< "T1"
    std::string_view title;  ///< "SAR, Recommenders quick start"
    std::string_view source; ///< where the figure was published
    std::vector<ReproducedValue> values;
    std::vector<SeedErrors> seeds; ///< T7: the published seed first, then others, to show the spread
    std::string explanation;       ///< English and exact: what was computed here, with its counts
    double seconds = 0.0;
    bool agrees() const;
};

struct ReproductionTarget {
    std::string_view id;
    std::string_view title;
    std::string_view source;
};
std::span<const ReproductionTarget> reproductionTargets() noexcept;

/// Whether the targets can be computed from this data: the ratings of MovieLens 100K in u.data's row order,
/// on which the published splits rest. Errors: InvalidData (other data, said with their counts; other order).
Status checkReproducible(const Dataset& dataset);

/// T5 and P0 also need the official folds u1 to u5. The figures do not depend on the number of threads.
/// Errors: InvalidData (as above; no folds), UnknownId, Cancelled.
Result<ReproductionResult> reproduce(const Dataset& dataset, std::string_view id, const JobControl& control);

} // namespace recital
