#include "core/recsys/reproduction/sar.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace recital::reproduction {

Sar::Sar(const Dataset& dataset, std::span<const std::uint32_t> trainRows)
    : m_affinities(static_cast<std::size_t>(dataset.userCount()))
    , m_similarity(decltype(m_similarity)::Zero(dataset.itemCount(), dataset.itemCount())) {
    constexpr double halfLife = 30.0 * 24.0 * 60.0 * 60.0; // seconds
    Timestamp newest = 0;
    for (const std::uint32_t row : trainRows)
        newest = std::max(newest, dataset.times()[row]);
    for (const std::uint32_t row : trainRows) {
        const double age = static_cast<double>(newest) - dataset.times()[row];
        m_affinities[static_cast<std::size_t>(dataset.users()[row])].push_back(
            {dataset.items()[row], dataset.values()[row] * std::exp2(-age / halfLife)});
    }
    // First the number of common raters, n_i on the diagonal.
    for (auto& rated : m_affinities) {
        std::ranges::sort(rated, {}, &Affinity::item);
        for (const Affinity& a : rated)
            for (const Affinity& b : rated)
                m_similarity(a.item, b.item) += 1.0;
    }
    const Eigen::VectorXd raters = m_similarity.diagonal();
    for (Eigen::Index i = 0; i < raters.size(); ++i)
        for (Eigen::Index j = 0; j < raters.size(); ++j)
            if (const double common = m_similarity(i, j); common > 0.0)
                m_similarity(i, j) = common / (raters[i] + raters[j] - common);
}

void Sar::score(UserIndex user, std::span<double> scores) const {
    assert(static_cast<Eigen::Index>(scores.size()) == m_similarity.cols());
    Eigen::Map<Eigen::RowVectorXd> sum(scores.data(), m_similarity.cols());
    sum.setZero();
    for (const Affinity& rated : m_affinities[static_cast<std::size_t>(user)])
        sum += rated.value * m_similarity.row(rated.item);
}

} // namespace recital::reproduction
