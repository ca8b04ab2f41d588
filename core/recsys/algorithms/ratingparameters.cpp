#include "core/recsys/algorithms/ratingparameters.h"

#include "core/recsys/algorithms/limits.h"

namespace recital {

using limits::positive;
using limits::text;
using limits::within;

namespace {

constexpr double kMaxDamping = 1e9;

} // namespace

Status BiasModelParameters::validate() const {
    if (const Status status = within("user damping", userDamping, 0.0, kMaxDamping); !status)
        return status;
    if (const Status status = within("item damping", itemDamping, 0.0, kMaxDamping); !status)
        return status;
    return within("sweeps", sweeps, 1, 1000);
}

std::string BiasModelParameters::describe() const {
    return "user damping " + text(userDamping) + ", item damping " + text(itemDamping) + ", sweeps " +
           text(sweeps);
}

Status BiasedMfParameters::validate() const {
    if (const Status status = within("factors", factors, 1, 1024); !status)
        return status;
    if (const Status status = within("epochs", epochs, 1, 10000); !status)
        return status;
    if (const Status status = positive("learning rate", learningRate); !status)
        return status;
    if (const Status status = within("learning rate", learningRate, 0.0, 1.0); !status)
        return status;
    if (const Status status = within("regularization", regularization, 0.0, 1e9); !status)
        return status;
    if (const Status status = positive("start deviation", startDeviation); !status)
        return status;
    return within("start deviation", startDeviation, 0.0, 100.0);
}

std::string BiasedMfParameters::describe() const {
    return "factors " + text(factors) + ", epochs " + text(epochs) + ", learning rate " + text(learningRate) +
           ", regularization " + text(regularization) + ", start deviation " + text(startDeviation) +
           ", seed " + text(seed);
}

Status ExplicitAlsParameters::validate() const {
    if (const Status status = within("factors", factors, 1, 256); !status)
        return status;
    if (const Status status = within("iterations", iterations, 1, 1000); !status)
        return status;
    if (const Status status = positive("regularization", regularization); !status)
        return status;
    return within("regularization", regularization, 0.0, 1e9);
}

std::string ExplicitAlsParameters::describe() const {
    return "factors " + text(factors) + ", regularization " + text(regularization) +
           " times the number of ratings, iterations " + text(iterations) + ", seed " + text(seed);
}

} // namespace recital
