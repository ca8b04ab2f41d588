#include "core/recsys/algorithms/itemknn.h"

#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/jobprogress.h"
#include "core/recsys/parallel.h"

#include <chrono>

namespace recital {

Result<std::shared_ptr<const Model>>
trainItemKnn(const RatingMatrix& matrix, const ItemKnnParameters& parameters, const JobControl& control) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    const auto start = std::chrono::steady_clock::now();
    constexpr std::int64_t blockSize = 32;
    const SparseRows& items = matrix.byItem();
    const auto squares = squaredNorms(items);
    const auto itemValues = entryValues(items);
    const auto userValues = entryValues(matrix.byUser());
    std::vector<Neighbours> neighbours(squares.size());
    JobProgress progress(control, matrix.itemCount());
    forEachBlock(matrix.itemCount(), blockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (control.stopRequested())
            return;
        NeighbourSearch search(matrix.byUser(), userValues, matrix.itemCount(), parameters.neighbours);
        for (std::int64_t target = begin; target < end && !control.stopRequested(); ++target) {
            const double square = squares[static_cast<std::size_t>(target)];
            const auto item = static_cast<ItemIndex>(target);
            neighbours[static_cast<std::size_t>(target)] =
                search.best(items.row(item), rowPart(items, itemValues, item), item,
                            [&](std::size_t other, double product) {
                                return shrunkCosine(product, squares[other], square, parameters.shrink);
                            });
        }
        progress.add(end - begin);
    });
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    auto similarities = transposed(neighbours);
    control.report(1.0);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    ModelInfo info{.kind = ModelKind::ItemKnn,
                   .name = "ItemKNN",
                   .parameters = parameters.describe(),
                   .scoreMeaning = ScoreMeaning::SimilaritySum,
                   .trainSeconds = seconds.count()};
    return std::shared_ptr<const Model>(
        std::make_shared<SimilarityModel>(std::move(similarities), std::move(info)));
}

} // namespace recital
