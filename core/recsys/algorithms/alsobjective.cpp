#include "core/recsys/algorithms/alsobjective.h"

#include "core/recsys/parallel.h"

#include <vector>

namespace recital {
namespace {

constexpr std::int64_t kChunk = 256;

std::int64_t chunkCount(std::int64_t rows) {
    return (rows + kChunk - 1) / kChunk;
}

double observedLoss(const SparseRows& rows, int r, const AlsObjective& objective, const FactorMatrix& own,
                    const FactorMatrix& other) {
    const auto columns = rows.row(r);
    const auto values = rows.rowValues(r);
    double sum = 0.0;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const float value = values.empty() ? 1.0F : values[k];
        const double s = own.row(r).cast<double>().dot(other.row(columns[k]).cast<double>());
        const double t = objective.target(value);
        sum += objective.addedWeight(value) * s * s - 2.0 * t * s + t;
    }
    return sum;
}

double penalty(const SparseRows& rows, const AlsObjective& objective, const FactorMatrix& own,
               std::int64_t otherCount) {
    double sum = 0.0;
    for (int r = 0; r < rows.rowCount(); ++r)
        sum += objective.rowRegularization(static_cast<std::int64_t>(rows.row(r).size()), otherCount) *
               own.row(r).cast<double>().squaredNorm();
    return sum;
}

} // namespace

Eigen::MatrixXd gramian(const FactorMatrix& rows, int threads) {
    const Eigen::Index factors = rows.cols();
    std::vector<Eigen::MatrixXd> parts(static_cast<std::size_t>(chunkCount(rows.rows())));
    forEachBlock(rows.rows(), kChunk, threads, [&](std::int64_t begin, std::int64_t end) {
        const Eigen::MatrixXd chunk = rows.middleRows(begin, end - begin).cast<double>();
        Eigen::MatrixXd& part = parts[static_cast<std::size_t>(begin / kChunk)];
        part = Eigen::MatrixXd::Zero(factors, factors);
        part.selfadjointView<Eigen::Lower>().rankUpdate(chunk.transpose());
    });
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(factors, factors);
    for (const Eigen::MatrixXd& part : parts)
        sum += part;
    return sum.selfadjointView<Eigen::Lower>();
}

double alsLoss(const RatingMatrix& matrix, const AlsObjective& objective, const LatentFactors& factors,
               int threads) {
    const SparseRows& rows = matrix.byUser();
    std::vector<double> parts(static_cast<std::size_t>(chunkCount(rows.rowCount())), 0.0);
    forEachBlock(rows.rowCount(), kChunk, threads, [&](std::int64_t begin, std::int64_t end) {
        double& part = parts[static_cast<std::size_t>(begin / kChunk)];
        for (auto r = static_cast<int>(begin); r < static_cast<int>(end); ++r)
            part += observedLoss(rows, r, objective, factors.users, factors.items);
    });
    double loss = 0.0;
    for (const double part : parts)
        loss += part;
    loss += objective.gramianWeight() *
            gramian(factors.users, threads).cwiseProduct(gramian(factors.items, threads)).sum();
    loss += penalty(rows, objective, factors.users, matrix.itemCount());
    return loss + penalty(matrix.byItem(), objective, factors.items, matrix.userCount());
}

} // namespace recital
