#include "core/recsys/algorithms/puresvd.h"

#include "core/recsys/algorithms/gaussian.h"
#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/parallel.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <optional>

namespace recital {

namespace {

/// One row an item or user, one column a singular vector.
using Vectors = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr double kNoise = 1e-12; ///< of the largest eigenvalue of a Gram matrix: below is rounding

class PureSvdModel final : public Model {
public:
    PureSvdModel(Vectors itemVectors, ModelInfo info)
        : m_items(std::move(itemVectors))
        , m_info(std::move(info)) {}

    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return static_cast<int>(m_items.rows()); }

    void score(std::span<const Interaction> history, std::span<float> scores) const override {
        assert(scores.size() == static_cast<std::size_t>(itemCount()));
        Eigen::RowVectorXd user = Eigen::RowVectorXd::Zero(m_items.cols());
        for (const Interaction& entry : inItemOrder(history))
            user += static_cast<double>(entry.value) * m_items.row(entry.item);
        const Eigen::VectorXd products = m_items * user.transpose();
        Eigen::Map<Eigen::VectorXf>(scores.data(), products.size()) = products.cast<float>();
    }

private:
    Vectors m_items; ///< V_d: items x rank, columns orthonormal
    ModelInfo m_info;
};

/// rows * right, each row on its own.
Vectors product(const SparseRows& rows, const Vectors& right, int threads) {
    constexpr std::int64_t blockSize = 64;
    Vectors result = Vectors::Zero(rows.rowCount(), right.cols());
    forEachBlock(rows.rowCount(), blockSize, threads, [&](std::int64_t begin, std::int64_t end) {
        for (auto row = static_cast<int>(begin); row < end; ++row) {
            const auto columns = rows.row(row);
            const auto values = rows.rowValues(row);
            for (std::size_t k = 0; k < columns.size(); ++k)
                result.row(row) +=
                    (values.empty() ? 1.0 : static_cast<double>(values[k])) * right.row(columns[k]);
        }
    });
    return result;
}

Vectors orthonormalized(const Vectors& vectors) {
    const Eigen::HouseholderQR<Eigen::MatrixXd> factored(vectors);
    return factored.householderQ() * Eigen::MatrixXd::Identity(vectors.rows(), vectors.cols());
}

/// The leading eigenvectors, at most `rank`, whose eigenvalues are not noise.
struct Leading {
    Eigen::MatrixXd vectors;
    Eigen::VectorXd values; ///< descending
};

Leading leading(const Eigen::MatrixXd& symmetric, int rank) {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(symmetric);
    const auto& ascending = solver.eigenvalues();
    const Eigen::Index size = ascending.size();
    Eigen::Index count = 0;
    while (count < std::min<Eigen::Index>(rank, size) &&
           ascending(size - 1 - count) > kNoise * ascending(size - 1))
        ++count;
    return {solver.eigenvectors().rightCols(count).rowwise().reverse(), ascending.tail(count).reverse()};
}

/// X^T X or, where users are fewer, the way from X X^T: V = X^T U S^-1.
Vectors exactVectors(const RatingMatrix& matrix, int rank, int threads) {
    const bool byItem = matrix.itemCount() <= matrix.userCount();
    const SparseRows& inner = byItem ? matrix.byItem() : matrix.byUser();
    const SparseRows& outer = byItem ? matrix.byUser() : matrix.byItem();
    Vectors dense = Vectors::Zero(outer.rowCount(), inner.rowCount());
    for (int row = 0; row < outer.rowCount(); ++row)
        for (std::size_t k = 0; k < outer.row(row).size(); ++k)
            dense(row, outer.row(row)[k]) = outer.binary() ? 1.0 : outer.rowValues(row)[k];
    const Leading found = leading(product(inner, dense, threads), rank);
    if (byItem)
        return found.vectors;
    return product(outer, found.vectors, threads) * found.values.cwiseSqrt().cwiseInverse().asDiagonal();
}

Vectors randomVectors(int rows, Eigen::Index columns) {
    constexpr std::uint64_t kSeed = 42; // decides nothing but the rounding of the result
    Gaussian gaussian(kSeed);
    Vectors vectors(rows, columns);
    for (Eigen::Index i = 0; i < vectors.size(); ++i)
        vectors.data()[i] = gaussian.next();
    return vectors;
}

/// X^T X right.
Vectors squared(const RatingMatrix& matrix, const Vectors& right, int threads) {
    return product(matrix.byItem(), product(matrix.byUser(), right, threads), threads);
}

/// Nothing when stopped.
std::optional<Vectors> iteratedVectors(const RatingMatrix& matrix, int rank, const JobControl& control) {
    constexpr int kRounds = 100;
    constexpr int kBetweenLooks = 3; // rounds; a look at the residuals costs as much as a round
    constexpr double kResidual = 1e-9;
    const int side = std::min(matrix.userCount(), matrix.itemCount());
    const Eigen::Index width = std::min<Eigen::Index>(side, rank + std::max(16, rank / 2));
    Vectors basis = orthonormalized(randomVectors(matrix.itemCount(), width));
    for (int round = 1;; ++round) {
        if (control.stopRequested())
            return std::nullopt;
        const Vectors image = squared(matrix, basis, control.threads);
        if (round % kBetweenLooks == 0) {
            const Eigen::MatrixXd projected = basis.transpose() * image;
            const Leading found = leading((projected + projected.transpose()) / 2.0, rank);
            const Vectors vectors = basis * found.vectors;
            const Vectors residuals = image * found.vectors - vectors * found.values.asDiagonal();
            const double residual = std::sqrt(residuals.colwise().squaredNorm().maxCoeff()) / found.values(0);
            if (residual <= kResidual || round >= kRounds)
                return vectors;
        }
        control.report(static_cast<double>(round) / kRounds);
        // Two steps at a time: the smallest of the wanted vectors loses digits against the largest, but not
        // those that the next rounds would not bring back.
        basis = orthonormalized(squared(matrix, image, control.threads));
    }
}

/// Nobody's items have no part in any singular vector; what rounding gave them would order them.
void clearUnseen(Vectors& vectors, const SparseRows& items) {
    for (int item = 0; item < items.rowCount(); ++item)
        if (items.row(item).empty())
            vectors.row(item).setZero();
}

} // namespace

Result<std::shared_ptr<const Model>> trainPureSvd(const RatingMatrix& matrix,
                                                  const PureSvdParameters& parameters,
                                                  const JobControl& control, SvdMethod method) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    const int side = std::min(matrix.userCount(), matrix.itemCount());
    if (parameters.rank >= side)
        return Error{ErrorCode::InvalidParameters, "rank " + std::to_string(parameters.rank) +
                                                       " is not below the smaller side of the matrix, " +
                                                       std::to_string(side)};
    const auto start = std::chrono::steady_clock::now();
    constexpr int kExactSide = 256; // some tens of milliseconds
    const bool exact = method == SvdMethod::Exact || (method == SvdMethod::Automatic && side <= kExactSide);
    auto vectors = exact ? std::optional(exactVectors(matrix, parameters.rank, control.threads))
                         : iteratedVectors(matrix, parameters.rank, control);
    if (!vectors || control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    clearUnseen(*vectors, matrix.byItem());
    control.report(1.0);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    ModelInfo info{.kind = ModelKind::PureSvd,
                   .name = "PureSVD",
                   .parameters = parameters.describe(),
                   .scoreMeaning = ScoreMeaning::Preference,
                   .trainSeconds = seconds.count()};
    return std::shared_ptr<const Model>(std::make_shared<PureSvdModel>(std::move(*vectors), std::move(info)));
}

} // namespace recital
