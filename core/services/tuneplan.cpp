#include "core/services/tunejob.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/mixbits.h"

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

constexpr std::size_t mostTrials = 10'000;

std::optional<ParameterField> fieldOf(const TrainingSpec& specification, const std::string& name) {
    for (const ParameterField& field : parameterFields(specification))
        if (field.name == name)
            return field;
    return std::nullopt;
}

/// Even in [0, 1), a pure function of seed, draw and axis.
double uniform(std::uint64_t seed, std::uint64_t draw, std::uint64_t axis) {
    const std::uint64_t bits = mixBits(mixBits(mixBits(seed) ^ draw) ^ axis);
    return static_cast<double>(bits >> 11) * 0x1p-53;
}

double drawBetween(const ParameterField& field, double low, double high, double share) {
    double value = low + share * (high - low);
    if (field.logarithmic && low > 0.0)
        value = std::exp(std::log(low) + share * (std::log(high) - std::log(low)));
    if (field.integer)
        value = std::round(value);
    return std::clamp(value, low, high);
}

std::vector<std::vector<double>> grid(const std::vector<TuneAxis>& axes) {
    std::vector<std::vector<double>> points{{}};
    for (const TuneAxis& axis : axes) {
        std::vector<std::vector<double>> longer;
        for (const std::vector<double>& point : points)
            for (const double value : axis.values) {
                longer.push_back(point);
                longer.back().push_back(value);
            }
        points = std::move(longer);
    }
    return points;
}

std::vector<std::vector<double>> draws(const TuneRequest& request) {
    std::vector<std::vector<double>> points;
    for (int draw = 0; draw < request.randomTrials; ++draw) {
        std::vector<double>& point = points.emplace_back();
        for (std::size_t a = 0; a < request.axes.size(); ++a) {
            const TuneAxis& axis = request.axes[a];
            const auto [low, high] = std::ranges::minmax(axis.values);
            const double share = uniform(request.seed, static_cast<std::uint64_t>(draw), a);
            point.push_back(drawBetween(*fieldOf(request.base, axis.parameter), low, high, share));
        }
    }
    return points;
}

Status checkAxes(const TuneRequest& request) {
    const auto invalid = [](std::string detail) {
        return Error{ErrorCode::InvalidParameters, std::move(detail)};
    };
    if (request.axes.empty() || request.axes.size() > 4)
        return invalid("a search needs 1 to 4 parameters");
    std::size_t trials = 1;
    for (std::size_t a = 0; a < request.axes.size(); ++a) {
        const TuneAxis& axis = request.axes[a];
        if (axis.values.empty())
            return invalid("there are no values of " + axis.parameter);
        for (std::size_t b = 0; b < a; ++b)
            if (request.axes[b].parameter == axis.parameter)
                return invalid(axis.parameter + " is named twice");
        for (const double value : axis.values) {
            TrainingSpec trial = request.base;
            if (const Status set = setParameter(trial, axis.parameter, value); !set)
                return set;
        }
        trials = std::min(trials * axis.values.size(), mostTrials + 1);
    }
    if (request.randomTrials < 0 || static_cast<std::size_t>(request.randomTrials) > mostTrials)
        return invalid("the number of random trials must be 0 to 10000");
    if (request.randomTrials == 0 && trials > mostTrials)
        return invalid("the grid has more than 10000 settings");
    return success();
}

} // namespace

// Values around those that are tested for ml-100k.
std::vector<TuneAxis> sensibleAxes(std::string_view key) {
    if (key == "als-ials")
        return {{"unobservedWeight", {0.03, 0.1, 0.3, 1.0}}, {"regularization", {0.003, 0.01, 0.03, 0.1}}};
    if (key == "als-implicit")
        return {{"alpha", {1.0, 5.0, 10.0, 40.0}}, {"regularization", {1.0, 10.0, 50.0, 100.0}}};
    if (key == "als-hkv")
        return {{"alpha", {1.0, 4.0, 9.0, 39.0}}, {"regularization", {1.0, 10.0, 50.0, 100.0}}};
    if (key == "itemknn" || key == "userknn")
        return {{"neighbours", {20.0, 50.0, 100.0, 200.0}}, {"shrink", {0.0, 5.0, 10.0, 50.0}}};
    if (key == "rp3beta")
        return {{"alpha", {0.6, 1.0, 1.4}}, {"beta", {0.2, 0.35, 0.5, 0.65}}};
    if (key == "puresvd")
        return {{"rank", {4.0, 8.0, 16.0, 32.0, 64.0}}};
    if (key == "ease")
        return {{"regularization", {50.0, 100.0, 200.0, 300.0, 500.0, 1000.0}}};
    if (key == "slim")
        return {{"l1", {0.1, 0.5, 1.0}}, {"l2", {10.0, 50.0, 100.0, 200.0}}};
    if (key == "bpr")
        return {{"learningRate", {0.01, 0.03, 0.05, 0.1}}, {"regularization", {0.005, 0.01, 0.02, 0.05}}};
    if (key == "genrerules")
        return {{"genres", {1.0, 2.0, 3.0, 4.0, 6.0}}};
    return {};
}

Result<std::vector<TuneTrial>> plannedTrials(const TuneRequest& request) {
    if (const Status valid = checkAxes(request); !valid)
        return valid.error();
    std::vector<TuneTrial> trials;
    for (std::vector<double>& values : request.randomTrials > 0 ? draws(request) : grid(request.axes)) {
        const auto same = [&](const TuneTrial& trial) { return trial.values == values; };
        if (std::ranges::any_of(trials, same))
            continue;
        TuneTrial trial;
        trial.specification = request.base;
        trial.values = std::move(values);
        trial.score = std::nan("");
        for (std::size_t a = 0; a < request.axes.size(); ++a)
            if (const Status set =
                    setParameter(trial.specification, request.axes[a].parameter, trial.values[a]);
                !set)
                return set.error();
        if (const Status valid = validate(trial.specification); !valid)
            return valid.error();
        trials.push_back(std::move(trial));
    }
    return trials;
}

} // namespace recital
