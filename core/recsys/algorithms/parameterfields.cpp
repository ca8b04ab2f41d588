#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/numbertext.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace recital {

namespace {

constexpr double kAboveZero = 1e-9; ///< the smallest value offered where 0 is not allowed
constexpr double kHuge = 1e9;       ///< parameters.cpp
constexpr double kMaxAlpha = 1e6;

/// A field with access to its member.
struct Slot {
    ParameterField field;
    std::function<double()> get;
    std::function<void(double)> set;
};

template<typename T>
Slot slot(ParameterField field, T& member) {
    field.integer = !std::is_same_v<T, double>;
    return {field, [&member] { return static_cast<double>(member); },
            [&member](double value) { member = static_cast<T>(value); }};
}

/// Small steps matter as much as large ones: sizes and penalties.
template<typename T>
Slot factor(std::string_view name, T& member, double minimum, double maximum) {
    return slot({.name = name, .minimum = minimum, .maximum = maximum, .logarithmic = true}, member);
}

template<typename T>
Slot even(std::string_view name, T& member, double minimum, double maximum) {
    return slot({.name = name, .minimum = minimum, .maximum = maximum}, member);
}

using Slots = std::vector<Slot>;

/// The fields of each kind of parameters, in the order in which a person would set them.
struct SlotsOf {
    Slots operator()(RandomParameters&) const { return {}; }
    Slots operator()(PopularityParameters&) const { return {}; }
    Slots operator()(GenreRulesParameters& p) const { return {even("genres", p.genres, 1, 32)}; }
    Slots operator()(ItemKnnParameters& p) const {
        return {factor("neighbours", p.neighbours, 1, 10000), even("shrink", p.shrink, 0, kHuge)};
    }
    Slots operator()(UserKnnParameters& p) const {
        return {factor("neighbours", p.neighbours, 1, 10000), even("shrink", p.shrink, 0, kHuge)};
    }
    Slots operator()(Rp3BetaParameters& p) const {
        return {even("alpha", p.alpha, kAboveZero, 10), even("beta", p.beta, 0, 10),
                factor("neighbours", p.neighbours, 1, 10000), even("normalize", p.normalize, 0, 1)};
    }
    Slots operator()(PureSvdParameters& p) const { return {factor("rank", p.rank, 1, 1024)}; }
    Slots operator()(EaseParameters& p) const {
        return {factor("regularization", p.regularization, kAboveZero, kHuge)};
    }
    Slots operator()(SlimParameters& p) const {
        return {even("l1", p.l1, 0, kHuge), factor("l2", p.l2, kAboveZero, kHuge),
                factor("sweeps", p.sweeps, 1, 10000)};
    }
    Slots operator()(BprParameters& p) const {
        return {factor("factors", p.factors, 1, 1024), factor("epochs", p.epochs, 1, 10000),
                factor("learningRate", p.learningRate, kAboveZero, 1),
                even("regularization", p.regularization, 0, 1), even("sampler", p.sampler, 0, 1)};
    }
    Slots operator()(AlsParameters& p) const {
        Slots slots{factor("factors", p.factors, 1, 1024), factor("iterations", p.iterations, 1, 1000),
                    factor("regularization", p.regularization, kAboveZero, kHuge)};
        if (p.form == AlsForm::FrequencyScaled) {
            slots.push_back(factor("unobservedWeight", p.unobservedWeight, kAboveZero, 1e6));
            slots.push_back(even("regularizationExponent", p.regularizationExponent, 0, 2));
        } else {
            slots.push_back(factor("alpha", p.alpha, p.form == AlsForm::Implicit ? 1.0 : 0.0, kMaxAlpha));
        }
        slots.push_back(even("solver", p.solver, 0, 1));
        slots.push_back(factor("cgSteps", p.cgSteps, 1, 100));
        return slots;
    }
};

Slots slotsOf(TrainingSpec& specification) {
    return std::visit(SlotsOf{}, specification);
}

std::optional<Slot> findSlot(TrainingSpec& specification, std::string_view name) {
    for (Slot& candidate : slotsOf(specification))
        if (candidate.field.name == name)
            return std::move(candidate);
    return std::nullopt;
}

} // namespace

std::vector<ParameterField> parameterFields(const TrainingSpec& specification) {
    TrainingSpec copy = specification;
    std::vector<ParameterField> fields;
    std::ranges::transform(slotsOf(copy), std::back_inserter(fields), &Slot::field);
    return fields;
}

std::optional<double> parameterValue(const TrainingSpec& specification, std::string_view name) {
    TrainingSpec copy = specification;
    const auto found = findSlot(copy, name);
    return found ? std::optional(found->get()) : std::nullopt;
}

Status setParameter(TrainingSpec& specification, std::string_view name, double value) {
    const auto found = findSlot(specification, name);
    const auto invalid = [&](const std::string& reason) {
        return Error{ErrorCode::InvalidParameters, std::string(name) + ' ' + numberText(value) + reason};
    };
    if (!found)
        return Error{ErrorCode::InvalidParameters, std::string(algorithmOf(specification).name) +
                                                       " has no parameter \"" + std::string(name) + '"'};
    const ParameterField& field = found->field;
    if (!(value >= field.minimum && value <= field.maximum)) // NaN fails every comparison
        return invalid(" is outside " + numberText(field.minimum) + " to " + numberText(field.maximum));
    if (field.integer && value != std::floor(value))
        return invalid(" is not a whole number");
    found->set(value);
    return success();
}

} // namespace recital
