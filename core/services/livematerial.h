#pragma once

#include "core/recsys/live/liveranking.h"
#include "core/services/modelstore.h"

#include <memory>
#include <vector>

namespace recital {

/// What a job measures the live stage with, kept alive together: the trained model, its split, and the
/// popularity of the split's training part, which is all that may be known before the held-out part.
struct LiveMaterial {
    std::shared_ptr<const Dataset> dataset;
    std::shared_ptr<const TrainedModel> trained;
    std::vector<float> popularity;

    LiveModels models() const { return {dataset.get(), trained->model.get(), popularity}; }
    const Split& split() const { return *trained->split; }
};

/// Why nothing can be measured: no dataset, no trained model. InvalidData.
Status checkLiveMaterial(const ModelSnapshot& snapshot);
/// Of a snapshot that passed the check.
std::shared_ptr<const LiveMaterial> liveMaterial(const ModelSnapshot& snapshot);

} // namespace recital
