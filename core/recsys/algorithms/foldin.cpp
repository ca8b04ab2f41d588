#include "core/recsys/algorithms/foldin.h"

#include "core/recsys/algorithms/alsobjective.h"
#include "core/recsys/algorithms/alstrainer.h"

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

/// Adds sum w y y^T to the lower triangle and sum t y to the right-hand side: symmetric products of many rows
/// at a time by the kernel of ALS, in place of as many rank-one updates.
void addEntries(const FactorMatrix& items, std::span<const WeightedItem> entries, Eigen::MatrixXd& matrix,
                Eigen::VectorXd& right) {
    using Row = Eigen::Map<Eigen::VectorXd>;
    using Padded = Eigen::Map<const Eigen::MatrixXd, 0, Eigen::OuterStride<>>; // column-major: lower triangle
    constexpr std::size_t kBatch = 32;
    const als::Kernel& kernel = als::kernel(als::detectedLevel());
    const Eigen::Index factors = items.cols();
    const Eigen::Index size = (factors + als::kStrideUnit - 1) / als::kStrideUnit * als::kStrideUnit;
    als::AlignedBuffer<double> rows(kBatch * static_cast<std::size_t>(size));
    als::AlignedBuffer<double> sums(static_cast<std::size_t>(size * size));
    for (std::size_t first = 0; first < entries.size(); first += kBatch) {
        const std::size_t count = std::min(kBatch, entries.size() - first);
        for (std::size_t k = 0; k < count; ++k) {
            const WeightedItem& entry = entries[first + k];
            Row y(rows.data() + static_cast<Eigen::Index>(k) * size, factors);
            y = items.row(entry.item).transpose().cast<double>();
            right += entry.target * y;
            y *= std::sqrt(entry.weight);
        }
        kernel.addProducts(rows.data(), static_cast<std::int64_t>(count), size, sums.data());
    }
    matrix.triangularView<Eigen::Lower>() +=
        Padded(sums.data(), factors, factors, Eigen::OuterStride<>(size));
}

} // namespace

std::vector<WeightedItem> weighted(const AlsParameters& parameters, std::span<const Interaction> history) {
    const AlsObjective objective{parameters};
    std::vector<WeightedItem> entries;
    entries.reserve(history.size());
    for (const Interaction& entry : history)
        if (entry.value != 0.0F)
            entries.push_back(
                {entry.item, objective.addedWeight(entry.value), objective.target(entry.value)});
    return entries;
}

FoldIn::FoldIn(const AlsModel& model, std::span<const WeightedItem> entries)
    : m_items(model.latentFactors()->items)
    , m_right(Eigen::VectorXd::Zero(m_items.cols()))
    , m_empty(entries.empty()) {
    const AlsObjective objective{model.parameters()};
    const double lambda =
        objective.rowRegularization(static_cast<std::int64_t>(entries.size()), m_items.rows());
    Eigen::MatrixXd matrix = objective.gramianWeight() * model.itemGramian();
    matrix.diagonal().array() += lambda;
    addEntries(m_items, entries, matrix, m_right);
    m_factorization.compute(matrix);
    if (m_factorization.info() != Eigen::Success) { // lambda lost in rounding (evaluation.md 6.6)
        matrix.diagonal().array() += 9.0 * lambda + 1e-12 * matrix.diagonal().maxCoeff();
        m_factorization.compute(matrix);
    }
}

Eigen::VectorXd FoldIn::vector() const {
    if (m_empty)
        return Eigen::VectorXd::Zero(m_right.size());
    return m_factorization.solve(m_right);
}

Eigen::VectorXd FoldIn::influence(ItemIndex item) const {
    return m_factorization.solve(itemFactors(item));
}

Eigen::VectorXd FoldIn::itemFactors(ItemIndex item) const {
    return m_items.row(item).transpose().cast<double>();
}

} // namespace recital
