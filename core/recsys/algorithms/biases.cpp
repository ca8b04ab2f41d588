#include "core/recsys/algorithms/biases.h"

#include <cassert>

namespace recital {

namespace {

/// Damped means, one an owner (user or item), of what `other` leaves over: sum (r - mean - other) / (damping
/// + n).
std::vector<double> dampedMeans(const Dataset& dataset, std::span<const std::uint32_t> rows, double mean,
                                std::span<const std::int32_t> owners, std::size_t ownerCount,
                                std::span<const std::int32_t> others, std::span<const double> otherTerm,
                                double damping) {
    const auto values = dataset.values();
    std::vector<double> sum(ownerCount);
    std::vector<double> count(ownerCount);
    for (const std::uint32_t row : rows) {
        const auto owner = static_cast<std::size_t>(owners[row]);
        const double rest = otherTerm.empty() ? 0.0 : otherTerm[static_cast<std::size_t>(others[row])];
        sum[owner] += values[row] - mean - rest;
        count[owner] += 1.0;
    }
    for (std::size_t owner = 0; owner < ownerCount; ++owner)
        if (count[owner] > 0.0)
            sum[owner] /= damping + count[owner];
    return sum;
}

std::vector<double> userTerms(const Dataset& dataset, std::span<const std::uint32_t> rows, double mean,
                              std::span<const double> itemTerm, double damping) {
    return dampedMeans(dataset, rows, mean, dataset.users(), static_cast<std::size_t>(dataset.userCount()),
                       dataset.items(), itemTerm, damping);
}

std::vector<double> itemTerms(const Dataset& dataset, std::span<const std::uint32_t> rows, double mean,
                              std::span<const double> userTerm, double damping) {
    return dampedMeans(dataset, rows, mean, dataset.items(), static_cast<std::size_t>(dataset.itemCount()),
                       dataset.users(), userTerm, damping);
}

} // namespace

double meanRating(const Dataset& dataset, std::span<const std::uint32_t> rows) {
    assert(!rows.empty());
    double sum = 0.0;
    for (const std::uint32_t row : rows)
        sum += dataset.values()[row];
    return sum / static_cast<double>(rows.size());
}

RatingTerms userMeans(const Dataset& dataset, std::span<const std::uint32_t> rows) {
    RatingTerms terms;
    terms.mean = meanRating(dataset, rows);
    terms.userTerm = userTerms(dataset, rows, terms.mean, {}, 0.0);
    return terms;
}

RatingTerms itemMeans(const Dataset& dataset, std::span<const std::uint32_t> rows) {
    RatingTerms terms;
    terms.mean = meanRating(dataset, rows);
    terms.itemTerm = itemTerms(dataset, rows, terms.mean, {}, 0.0);
    return terms;
}

RatingTerms trainBiasModel(const Dataset& dataset, std::span<const std::uint32_t> rows,
                           const BiasModelParameters& parameters) {
    RatingTerms terms;
    terms.mean = meanRating(dataset, rows);
    for (int sweep = 0; sweep < parameters.sweeps; ++sweep) {
        terms.itemTerm = itemTerms(dataset, rows, terms.mean, terms.userTerm, parameters.itemDamping);
        terms.userTerm = userTerms(dataset, rows, terms.mean, terms.itemTerm, parameters.userDamping);
    }
    return terms;
}

} // namespace recital
