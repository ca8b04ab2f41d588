#include "core/services/livematerial.h"

#include "core/recsys/algorithms/popularity.h"

namespace recital {

Status checkLiveMaterial(const ModelSnapshot& snapshot) {
    if (!snapshot.dataset)
        return Error{ErrorCode::InvalidData, "no dataset is loaded"};
    if (!snapshot.trained)
        return Error{ErrorCode::InvalidData, "no model is trained yet"};
    return success();
}

std::shared_ptr<const LiveMaterial> liveMaterial(const ModelSnapshot& snapshot) {
    auto material = std::make_shared<LiveMaterial>();
    material->dataset = snapshot.dataset;
    material->trained = snapshot.trained;
    const RatingMatrix& train = snapshot.trained->split->train;
    material->popularity.resize(static_cast<std::size_t>(train.itemCount()));
    trainPopularity(train)->score({}, material->popularity);
    return material;
}

} // namespace recital
