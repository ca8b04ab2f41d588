#include "core/recsys/algorithms/parameters.h"

#include "core/recsys/dataset.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace recital {
namespace {

Error invalid(std::string detail) {
    return Error{ErrorCode::InvalidParameters, std::move(detail)};
}

template<typename T>
std::string text(T value) {
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    stream << value;
    return stream.str();
}

/// NaN fails every comparison, so it is outside any limits.
template<typename T>
Status within(const char* name, T value, T lowest, T highest) {
    if (value >= lowest && value <= highest)
        return success();
    return invalid(std::string(name) + " " + text(value) + " is outside " + text(lowest) + " to " +
                   text(highest));
}

Status positive(const char* name, double value) {
    if (value > 0.0 && std::isfinite(value))
        return success();
    return invalid(std::string(name) + " " + text(value) + " must be above 0");
}

Status validateForm(const AlsParameters& p) {
    constexpr double kMaxAlpha = 1e6;
    switch (p.form) {
    case AlsForm::HuKorenVolinsky:
        return within("alpha", p.alpha, 0.0, kMaxAlpha);
    case AlsForm::Implicit:
        return within("alpha", p.alpha, 1.0, kMaxAlpha);
    case AlsForm::FrequencyScaled:
        break;
    }
    if (const Status status = positive("unobserved weight", p.unobservedWeight); !status)
        return status;
    if (const Status status = within("unobserved weight", p.unobservedWeight, 0.0, 1e6); !status)
        return status;
    return within("regularization exponent", p.regularizationExponent, 0.0, 2.0);
}

const char* formName(AlsForm form) {
    switch (form) {
    case AlsForm::HuKorenVolinsky:
        return "Hu-Koren-Volinsky";
    case AlsForm::Implicit:
        return "implicit";
    case AlsForm::FrequencyScaled:
        break;
    }
    return "frequency-scaled";
}

} // namespace

Status AlsParameters::validate() const {
    if (const Status status = within("factors", factors, 1, 1024); !status)
        return status;
    if (const Status status = within("iterations", iterations, 1, 1000); !status)
        return status;
    if (const Status status = positive("regularization", regularization); !status)
        return status;
    if (const Status status = within("regularization", regularization, 0.0, 1e9); !status)
        return status;
    if (const Status status = validateForm(*this); !status)
        return status;
    if (solver == AlsSolver::ConjugateGradient)
        return within("conjugate gradient steps", cgSteps, 1, 100);
    return success();
}

std::string AlsParameters::describe() const {
    std::string line = std::string(formName(form)) + " form, factors " + text(factors);
    if (form == AlsForm::FrequencyScaled)
        line += ", unobserved weight " + text(unobservedWeight) + ", regularization " + text(regularization) +
                " (exponent " + text(regularizationExponent) + ")";
    else
        line += ", alpha " + text(alpha) + ", regularization " + text(regularization);
    line += ", iterations " + text(iterations);
    if (solver == AlsSolver::ConjugateGradient)
        line += ", conjugate gradient " + text(cgSteps) + " steps";
    return line + ", seed " + text(seed);
}

Status ItemKnnParameters::validate() const {
    if (const Status status = within("neighbours", neighbours, 1, 10000); !status)
        return status;
    return within("shrink", shrink, 0.0, 1e9);
}

AlsParameters defaultAlsParameters(const Dataset& dataset) {
    AlsParameters p;
    const auto is = [&](int users, std::size_t ratings) {
        return dataset.userCount() == users && dataset.ratingCount() == ratings;
    };
    if (is(943, 100'000) && dataset.itemCount() == 1682) { // ml-100k, P0: NDCG@10 .404
        p.form = AlsForm::Implicit;
        p.iterations = 15;
        p.regularization = 50.0;
        p.alpha = 10.0;
    } else if (is(6040, 1'000'209)) { // ml-1m: google-research/ials, README, leave-one-out
        p.factors = 192;
        p.iterations = 12;
        p.regularization = 0.007;
        p.unobservedWeight = 0.3;
    } else if (is(138'493, 20'000'263)) { // ml-20m: the same README, the run of 256 factors
        p.factors = 256;
        p.regularization = 0.003;
    }
    return p;
}

} // namespace recital
