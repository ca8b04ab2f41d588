#include "core/recsys/algorithms/parameters.h"

#include "core/recsys/algorithms/limits.h"
#include "core/recsys/numbertext.h"

#include <cmath>

namespace recital {

using limits::positive;
using limits::text;
using limits::within;

namespace {

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

std::string RandomParameters::describe() const {
    return "seed " + text(seed);
}

Status ItemKnnParameters::validate() const {
    if (const Status status = within("neighbours", neighbours, 1, 10000); !status)
        return status;
    return within("shrink", shrink, 0.0, 1e9);
}

std::string ItemKnnParameters::describe() const {
    return "neighbours " + text(neighbours) + ", shrink " + numberText(shrink);
}

Status UserKnnParameters::validate() const {
    return ItemKnnParameters{neighbours, shrink}.validate();
}

std::string UserKnnParameters::describe() const {
    return ItemKnnParameters{neighbours, shrink}.describe();
}

Status Rp3BetaParameters::validate() const {
    if (const Status status = positive("alpha", alpha); !status)
        return status;
    if (const Status status = within("alpha", alpha, 0.0, 10.0); !status)
        return status;
    if (const Status status = within("beta", beta, 0.0, 10.0); !status)
        return status;
    return within("neighbours", neighbours, 1, 10000);
}

std::string Rp3BetaParameters::describe() const {
    return "alpha " + numberText(alpha) + ", beta " + numberText(beta) + ", neighbours " + text(neighbours) +
           (normalize ? ", rows normalized" : "");
}

Status PureSvdParameters::validate() const {
    return within("rank", rank, 1, 1024);
}

std::string PureSvdParameters::describe() const {
    return "rank " + text(rank);
}

Status EaseParameters::validate() const {
    if (const Status status = positive("regularization", regularization); !status)
        return status;
    return within("regularization", regularization, 0.0, 1e9);
}

std::string EaseParameters::describe() const {
    return "regularization " + numberText(regularization);
}

Status SlimParameters::validate() const {
    if (const Status status = within("l1", l1, 0.0, 1e9); !status)
        return status;
    if (const Status status = positive("l2", l2); !status)
        return status;
    if (const Status status = within("l2", l2, 0.0, 1e9); !status)
        return status;
    return within("sweeps", sweeps, 1, 10000);
}

std::string SlimParameters::describe() const {
    return "l1 " + numberText(l1) + ", l2 " + numberText(l2) + ", at most " + text(sweeps) + " sweeps";
}

Status BprParameters::validate() const {
    if (const Status status = within("factors", factors, 1, 1024); !status)
        return status;
    if (const Status status = within("epochs", epochs, 1, 10000); !status)
        return status;
    if (const Status status = positive("learning rate", learningRate); !status)
        return status;
    if (const Status status = within("learning rate", learningRate, 0.0, 1.0); !status)
        return status;
    return within("regularization", regularization, 0.0, 1.0);
}

std::string BprParameters::describe() const {
    return std::string(sampler == NegativeSampler::Uniform ? "uniform" : "popularity-proportional") +
           " negatives, factors " + text(factors) + ", epochs " + text(epochs) + ", learning rate " +
           numberText(learningRate) + ", regularization " + numberText(regularization) + ", seed " +
           text(seed);
}

Status GenreRulesParameters::validate() const {
    return within("genres", genres, 1, 32);
}

std::string GenreRulesParameters::describe() const {
    return "genres " + text(genres);
}

} // namespace recital
