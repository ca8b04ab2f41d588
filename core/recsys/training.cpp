#include "core/recsys/training.h"

#include "core/recsys/algorithms/als.h"
#include "core/recsys/algorithms/itemknn.h"
#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/algorithms/random.h"

namespace recital {

namespace {

/// One call operator an algorithm: std::visit does not compile while one is missing.
struct Trainer {
    const RatingMatrix& matrix;
    const JobControl& control;

    Result<std::shared_ptr<const Model>> operator()(const RandomParameters& parameters) const {
        return trainRandom(matrix.itemCount(), parameters);
    }
    Result<std::shared_ptr<const Model>> operator()(const PopularityParameters&) const {
        return trainPopularity(matrix);
    }
    Result<std::shared_ptr<const Model>> operator()(const ItemKnnParameters& parameters) const {
        return trainItemKnn(matrix, parameters, control);
    }
    Result<std::shared_ptr<const Model>> operator()(const AlsParameters& parameters) const {
        auto model = trainAls(matrix, parameters, control);
        if (!model)
            return model.error();
        return std::shared_ptr<const Model>(std::move(model).value());
    }
};

} // namespace

Result<std::shared_ptr<const Model>> train(const RatingMatrix& matrix, const TrainingSpec& specification,
                                           const JobControl& control) {
    if (const Status valid =
            std::visit([](const auto& parameters) { return parameters.validate(); }, specification);
        !valid)
        return valid.error();
    if (matrix.entryCount() == 0)
        return Error{ErrorCode::InvalidData, "there are no interactions to learn from"};
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    return std::visit(Trainer{matrix, control}, specification);
}

} // namespace recital
