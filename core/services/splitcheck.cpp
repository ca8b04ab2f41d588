#include "core/services/splitcheck.h"

#include "core/services/datasetservice.h"

#include <algorithm>

namespace recital {

namespace {

constexpr int mostFolds = 100;

bool byTime(Protocol protocol) {
    return protocol == Protocol::UserTemporal || protocol == Protocol::GlobalTemporal ||
           protocol == Protocol::LeaveLastOut;
}

Status checkFolds(const std::string& fold, const Dataset& dataset) {
    if (dataset.folds().empty())
        return Error{ErrorCode::InvalidData, "the data has no official folds"};
    if (!fold.empty() &&
        std::ranges::find(dataset.folds(), fold, &OfficialFold::name) == dataset.folds().end())
        return Error{ErrorCode::InvalidData, "the data has no official fold named " + fold};
    return success();
}

} // namespace

Status checkSplit(const SplitOptions& options, const std::string& fold, const Dataset& dataset) {
    if (options.protocol == Protocol::OfficialFolds)
        return checkFolds(fold, dataset);
    if (usesTestShare(options.protocol) && !(options.testShare > 0.0 && options.testShare < 1.0))
        return Error{ErrorCode::InvalidParameters, "the test share must lie between 0 and 1"};
    if (options.protocol == Protocol::RandomFolds && (options.folds < 2 || options.folds > mostFolds))
        return Error{ErrorCode::InvalidParameters, "the number of folds must be 2 to 100"};
    if (options.minimumUserRatings < 0 || options.minimumItemRatings < 0)
        return Error{ErrorCode::InvalidParameters, "the minimum activity must not be negative"};
    if (byTime(options.protocol) && !dataset.info().hasTimestamps)
        return Error{ErrorCode::InvalidData, "the data has no timestamps to split by"};
    return success();
}

SplitOptions naturalSplit(const Dataset& dataset) {
    SplitOptions options;
    options.positiveThreshold = defaultPositiveThreshold(dataset);
    if (!dataset.folds().empty())
        options.protocol = Protocol::OfficialFolds;
    else
        options.protocol = dataset.info().hasTimestamps ? Protocol::UserTemporal : Protocol::UserRandom;
    return options;
}

} // namespace recital
