#include "core/recsys/training.h"

#include "core/recsys/algorithms/als.h"
#include "core/recsys/algorithms/bpr.h"
#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/algorithms/ease.h"
#include "core/recsys/algorithms/genrerules.h"
#include "core/recsys/algorithms/itemknn.h"
#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/algorithms/puresvd.h"
#include "core/recsys/algorithms/random.h"
#include "core/recsys/algorithms/rp3beta.h"
#include "core/recsys/algorithms/slim.h"
#include "core/recsys/algorithms/userknn.h"

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

/// One call operator an algorithm: std::visit does not compile while one is missing.
struct Trainer {
    const TrainingData& data;
    const JobControl& control;
    const RatingMatrix& matrix = data.interactions;

    using Trained = Result<std::shared_ptr<const Model>>;

    Trained operator()(const RandomParameters& parameters) const {
        return trainRandom(matrix.itemCount(), parameters);
    }
    Trained operator()(const PopularityParameters&) const { return trainPopularity(matrix); }
    Trained operator()(const GenreRulesParameters& parameters) const {
        return trainGenreRules(matrix, data.genres, parameters);
    }
    Trained operator()(const ItemKnnParameters& parameters) const {
        return trainItemKnn(matrix, parameters, control);
    }
    Trained operator()(const UserKnnParameters& parameters) const { return trainUserKnn(matrix, parameters); }
    Trained operator()(const Rp3BetaParameters& parameters) const {
        return trainRp3Beta(matrix, parameters, control);
    }
    Trained operator()(const PureSvdParameters& parameters) const {
        return trainPureSvd(matrix, parameters, control);
    }
    Trained operator()(const EaseParameters& parameters) const {
        return trainEase(matrix, parameters, control);
    }
    Trained operator()(const SlimParameters& parameters) const {
        return trainSlim(matrix, parameters, control);
    }
    Trained operator()(const BprParameters& parameters) const {
        return trainBpr(matrix, parameters, control);
    }
    Trained operator()(const AlsParameters& parameters) const {
        auto model = trainAls(matrix, parameters, control);
        if (!model)
            return model.error();
        return std::shared_ptr<const Model>(std::move(model).value());
    }
};

} // namespace

Result<std::shared_ptr<const Model>> train(const TrainingData& data, const TrainingSpec& specification,
                                           const JobControl& control) {
    const RatingMatrix& matrix = data.interactions;
    if (const Status valid = validate(specification); !valid)
        return valid.error();
    if (matrix.entryCount() == 0)
        return Error{ErrorCode::InvalidData, "there are no interactions to learn from"};
    if (!std::ranges::all_of(matrix.byUser().values, [](float value) { return std::isfinite(value); }))
        return Error{ErrorCode::InvalidData, "an interaction's value is not finite"};
    if (auto refusal = trainingCost(specification, matrix).refusal)
        return *std::move(refusal);
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    return std::visit(Trainer{data, control}, specification);
}

} // namespace recital
