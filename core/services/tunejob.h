#pragma once

#include "core/services/tuneservice.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace recital {

/// A grid that suits an algorithm of the catalogue; empty where there is nothing to tune.
std::vector<TuneAxis> sensibleAxes(std::string_view algorithmKey);

/// The specifications that the request asks for, in the order in which they are tried: the grid with the last
/// axis running fastest, or draws between the smallest and largest value of each axis (evenly, or evenly in
/// the logarithm where the catalogue calls the parameter logarithmic; whole numbers where it has to be).
/// Equal settings are tried once. Errors: InvalidParameters.
Result<std::vector<TuneTrial>> plannedTrials(const TuneRequest& request);

/// Why the search would be refused. Errors: InvalidParameters, InvalidData.
Status checkTuning(const TuneRequest& request, const Dataset& dataset);

/// The part of the data that a search looks at: an inner split of the outer one's training part.
/// Errors: those of makeSplits() and makeInnerSplit().
Result<Split> makeSearchSplit(const Dataset& dataset, const SplitOptions& outer, const std::string& fold,
                              double innerShare, std::uint64_t seed, const JobControl& control);

/// Trains and measures one setting after another. `observer` is told of every result, on the computing
/// thread. A setting that cannot be trained has the score NaN, and the search goes on. Errors: those of
/// plannedTrials() and makeSearchSplit(); InvalidData when no setting could be measured, with the reason of
/// the last; Cancelled.
using TuneObserver = std::function<void(const std::shared_ptr<const TuneResult>&)>;
using TuneProgress = std::function<void(double fraction, double secondsLeft)>;
Result<std::shared_ptr<const TuneResult>> runTuneJob(const Dataset& dataset, const TuneRequest& request,
                                                     const TuneObserver& observer,
                                                     const TuneProgress& progress, const JobControl& control);

/// Whether `score` beats `best` on the metric; NaN never does.
bool scoresBetter(MetricId metric, double score, double best);

} // namespace recital
