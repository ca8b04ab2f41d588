#include "core/recsys/live/updaterule.h"

#include "core/recsys/algorithms/alsobjective.h"
#include "core/recsys/algorithms/foldin.h"
#include "core/recsys/numbertext.h"

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

template<typename... Callables>
struct Overloaded : Callables... {
    using Callables::operator()...;
};

/// The entries of a past in order with what a re-solve makes of them; entries of strength 0 have no place.
class Entries {
public:
    Entries(const AlsModel& model, const Past& past, double decay) {
        m_places.reserve(past.known.size() + past.events.size());
        m_entries.reserve(m_places.capacity());
        std::size_t left = count(past.known) + count(past.events);
        const AlsObjective objective{model.parameters()};
        for (const auto part : {past.known, past.events}) {
            for (const Interaction& entry : part) {
                m_places.push_back(entry.value == 0.0F ? -1 : static_cast<std::ptrdiff_t>(m_entries.size()));
                if (entry.value == 0.0F)
                    continue;
                const double factor = std::pow(decay, static_cast<double>(--left));
                m_entries.push_back({entry.item, objective.addedWeight(entry.value, factor),
                                     objective.target(entry.value, factor)});
            }
        }
    }

    std::span<const WeightedItem> entries() const noexcept { return m_entries; }

    /// Share of every entry of the past, those of strength 0 included, in the score of an item.
    std::vector<double> contributions(const FoldIn& equations, ItemIndex item) const {
        std::vector<double> shares(m_places.size(), 0.0);
        if (m_entries.empty())
            return shares;
        const Eigen::VectorXd influence = equations.influence(item);
        for (std::size_t k = 0; k < m_places.size(); ++k) {
            if (m_places[k] < 0)
                continue;
            const WeightedItem& entry = m_entries[static_cast<std::size_t>(m_places[k])];
            if (entry.target != 0.0)
                shares[k] = entry.target * influence.dot(equations.itemFactors(entry.item));
        }
        return shares;
    }

private:
    static std::size_t count(std::span<const Interaction> part) {
        return static_cast<std::size_t>(
            std::ranges::count_if(part, [](const Interaction& entry) { return entry.value != 0.0F; }));
    }

    std::vector<std::ptrdiff_t> m_places; ///< of each entry of the past in m_entries; -1: strength 0
    std::vector<WeightedItem> m_entries;
};

/// m |s| of the moving average.
double share(const MovingAverageRule& rule, const Interaction& event) {
    return std::min(1.0, rule.mix * std::abs(static_cast<double>(event.value)));
}

double sign(const Interaction& event) {
    return event.value < 0.0F ? -1.0 : 1.0;
}

Eigen::VectorXd solved(const AlsModel& model, const Past& past, double decay) {
    const Entries entries(model, past, decay);
    if (entries.entries().empty())
        return Eigen::VectorXd::Zero(model.latentFactors()->items.cols());
    return FoldIn(model, entries.entries()).vector();
}

Eigen::VectorXd averaged(const AlsModel& model, const MovingAverageRule& rule, const Past& past) {
    Eigen::VectorXd vector = solved(model, {past.known, {}}, 1.0);
    for (const Interaction& event : past.events) {
        const double part = share(rule, event);
        const auto y = model.latentFactors()->items.row(event.item).transpose().cast<double>();
        vector = (1.0 - part) * vector + part * sign(event) * y;
    }
    return vector;
}

std::vector<double> solvedContributions(const AlsModel& model, const Past& past, double decay,
                                        ItemIndex item) {
    const Entries entries(model, past, decay);
    return entries.contributions(FoldIn(model, entries.entries()), item);
}

/// Unrolled: an event's share is damped by every later one, and so is all that was known before.
std::vector<double> averagedContributions(const AlsModel& model, const MovingAverageRule& rule,
                                          const Past& past, ItemIndex item) {
    std::vector<double> shares = solvedContributions(model, {past.known, {}}, 1.0, item);
    shares.resize(past.known.size() + past.events.size());
    const FactorMatrix& items = model.latentFactors()->items;
    const Eigen::VectorXd target = items.row(item).transpose().cast<double>();
    double left = 1.0;
    for (std::size_t k = past.events.size(); k-- > 0;) {
        const Interaction& event = past.events[k];
        const double part = share(rule, event);
        shares[past.known.size() + k] =
            left * part * sign(event) * target.dot(items.row(event.item).transpose().cast<double>());
        left *= 1.0 - part;
    }
    for (std::size_t k = 0; k < past.known.size(); ++k)
        shares[k] *= left;
    return shares;
}

Status between(double value, bool valid, const char* name, const char* limits) {
    if (valid)
        return success();
    return Error{ErrorCode::InvalidParameters,
                 std::string(name) + " is " + numberText(value) + ", not " + limits};
}

} // namespace

Status validate(const UpdateRule& rule) {
    return std::visit(Overloaded{[](const RecencyRule& r) {
                                     return between(r.decay, r.decay > 0.0 && r.decay <= 1.0, "decay",
                                                    "above 0 and at most 1");
                                 },
                                 [](const ResolveRule&) { return success(); },
                                 [](const MovingAverageRule& r) {
                                     return between(r.mix, r.mix >= 0.0 && r.mix <= 1.0, "mix",
                                                    "between 0 and 1");
                                 }},
                      rule);
}

std::string describe(const UpdateRule& rule) {
    return std::visit(
        Overloaded{
            [](const RecencyRule& r) { return "recency-weighted re-solve, decay " + numberText(r.decay); },
            [](const ResolveRule&) { return std::string("exact re-solve"); },
            [](const MovingAverageRule& r) { return "moving average, mix " + numberText(r.mix); }},
        rule);
}

Eigen::VectorXf userVector(const AlsModel& model, const UpdateRule& rule, const Past& past) {
    const Eigen::VectorXd vector =
        std::visit(Overloaded{[&](const RecencyRule& r) { return solved(model, past, r.decay); },
                              [&](const ResolveRule&) { return solved(model, past, 1.0); },
                              [&](const MovingAverageRule& r) { return averaged(model, r, past); }},
                   rule);
    return vector.cast<float>();
}

std::vector<double> contributions(const AlsModel& model, const UpdateRule& rule, const Past& past,
                                  ItemIndex item) {
    return std::visit(
        Overloaded{[&](const RecencyRule& r) { return solvedContributions(model, past, r.decay, item); },
                   [&](const ResolveRule&) { return solvedContributions(model, past, 1.0, item); },
                   [&](const MovingAverageRule& r) { return averagedContributions(model, r, past, item); }},
        rule);
}

Eigen::VectorXd influence(const AlsModel& model, double decay, const Past& past, ItemIndex item) {
    return FoldIn(model, Entries(model, past, decay).entries()).influence(item);
}

} // namespace recital
