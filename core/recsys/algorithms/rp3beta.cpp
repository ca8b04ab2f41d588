#include "core/recsys/algorithms/rp3beta.h"

#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/jobprogress.h"
#include "core/recsys/parallel.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace recital {

namespace {

/// Each entry's share of its row to the power alpha: the probability of that step of the walk.
std::vector<double> stepProbabilities(const SparseRows& rows, double alpha) {
    std::vector<double> probabilities(static_cast<std::size_t>(rows.entryCount()));
    auto next = probabilities.begin();
    for (int row = 0; row < rows.rowCount(); ++row) {
        const auto values = rows.rowValues(row);
        if (values.empty()) {
            const auto size = rows.row(row).size();
            next = std::fill_n(next, size, std::pow(1.0 / static_cast<double>(size), alpha));
        } else {
            const double sum = std::accumulate(values.begin(), values.end(), 0.0);
            next = std::ranges::transform(values, next, [&](double value) {
                       return std::pow(value / sum, alpha);
                   }).out;
        }
    }
    return probabilities;
}

/// 1 / n_j^beta of every item.
std::vector<double> popularityPenalties(const SparseRows& items, double beta) {
    std::vector<double> penalties(static_cast<std::size_t>(items.rowCount()));
    for (int item = 0; item < items.rowCount(); ++item)
        penalties[static_cast<std::size_t>(item)] =
            std::pow(static_cast<double>(std::max<std::size_t>(1, items.row(item).size())), -beta);
    return penalties;
}

/// A weight as it is compared and kept. Sums of the same steps in another order differ in the last bits;
/// rounded to 24 bits, weights that are equal on paper are equal in the machine and their ties are decided by
/// the rule.
double rounded(double weight) {
    return static_cast<double>(static_cast<float>(weight));
}

void normalize(Neighbours& row) {
    const double sum = std::accumulate(row.begin(), row.end(), 0.0,
                                       [](double total, const auto& entry) { return total + entry.score; });
    if (sum > 0.0)
        for (auto& entry : row)
            entry.score /= sum;
}

} // namespace

Result<std::shared_ptr<const Model>>
trainRp3Beta(const RatingMatrix& matrix, const Rp3BetaParameters& parameters, const JobControl& control) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    if (std::ranges::any_of(matrix.byUser().values, [](float value) { return !(value > 0.0F); }))
        return Error{ErrorCode::InvalidData, "a random walk needs interactions whose values are above 0"};
    const auto start = std::chrono::steady_clock::now();
    constexpr std::int64_t blockSize = 32;
    const SparseRows& items = matrix.byItem();
    const auto toUsers = stepProbabilities(items, parameters.alpha);
    const auto toItems = stepProbabilities(matrix.byUser(), parameters.alpha);
    const auto penalties = popularityPenalties(items, parameters.beta);
    std::vector<Neighbours> rows(penalties.size());
    JobProgress progress(control, matrix.itemCount());
    forEachBlock(matrix.itemCount(), blockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (control.stopRequested())
            return;
        NeighbourSearch search(matrix.byUser(), toItems, matrix.itemCount(), parameters.neighbours);
        for (std::int64_t source = begin; source < end && !control.stopRequested(); ++source) {
            const auto item = static_cast<ItemIndex>(source);
            Neighbours& row = rows[static_cast<std::size_t>(source)];
            row = search.best(
                items.row(item), rowPart(items, toUsers, item), item,
                [&](std::size_t target, double weight) { return rounded(weight * penalties[target]); });
            if (parameters.normalize)
                normalize(row);
        }
        progress.add(end - begin);
    });
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    auto similarities = rowsOf(rows);
    control.report(1.0);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    ModelInfo info{.kind = ModelKind::Rp3Beta,
                   .name = "RP3beta",
                   .parameters = parameters.describe(),
                   .scoreMeaning = ScoreMeaning::WalkWeight,
                   .trainSeconds = seconds.count()};
    return std::shared_ptr<const Model>(
        std::make_shared<SimilarityModel>(std::move(similarities), std::move(info)));
}

} // namespace recital
