#include "core/recsys/algorithms/puresvd.h"

#include "core/recsys/algorithms/gaussian.h"
#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/algorithms/tallmatrix.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <optional>

namespace recital {

namespace {

constexpr double kNoise = 1e-12; ///< of the largest eigenvalue of a Gram matrix: below is rounding

class PureSvdModel final : public Model {
public:
    PureSvdModel(TallMatrix itemVectors, ModelInfo info)
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
    TallMatrix m_items; ///< V_d: items x rank, columns orthonormal
    ModelInfo m_info;
};

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
TallMatrix exactVectors(const RatingMatrix& matrix, int rank, const JobControl& control) {
    const bool byItem = matrix.itemCount() <= matrix.userCount();
    const SparseRows& inner = byItem ? matrix.byItem() : matrix.byUser();
    const SparseRows& outer = byItem ? matrix.byUser() : matrix.byItem();
    TallMatrix dense = TallMatrix::Zero(outer.rowCount(), inner.rowCount());
    for (int row = 0; row < outer.rowCount(); ++row)
        for (std::size_t k = 0; k < outer.row(row).size(); ++k)
            dense(row, outer.row(row)[k]) = outer.binary() ? 1.0 : outer.rowValues(row)[k];
    const Leading found = leading(product(inner, dense, control), rank);
    if (byItem)
        return found.vectors;
    return product(outer, TallMatrix(found.vectors), control) *
           found.values.cwiseSqrt().cwiseInverse().asDiagonal();
}

TallMatrix randomVectors(int rows, Eigen::Index columns) {
    constexpr std::uint64_t kSeed = 42; // decides nothing but the rounding of the result
    Gaussian gaussian(kSeed);
    TallMatrix vectors(rows, columns);
    for (Eigen::Index i = 0; i < vectors.size(); ++i)
        vectors.data()[i] = gaussian.next();
    return vectors;
}

/// X^T X right.
TallMatrix squared(const RatingMatrix& matrix, const TallMatrix& right, const JobControl& control) {
    return product(matrix.byItem(), product(matrix.byUser(), right, control), control);
}

/// Nothing when stopped.
std::optional<TallMatrix> iteratedVectors(const RatingMatrix& matrix, int rank, const JobControl& control) {
    constexpr int kRounds = 100;
    constexpr int kBetweenLooks = 3; // rounds; a look at the residuals costs as much as a round
    constexpr double kResidual = 1e-9;
    const int side = std::min(matrix.userCount(), matrix.itemCount());
    const Eigen::Index width = std::min<Eigen::Index>(side, rank + std::max(16, rank / 2));
    TallMatrix basis = orthonormalized(randomVectors(matrix.itemCount(), width), control);
    for (int round = 1;; ++round) {
        const TallMatrix image = squared(matrix, basis, control);
        if (control.stopRequested())
            return std::nullopt;
        if (round % kBetweenLooks == 0) {
            const Eigen::MatrixXd projected = transposedProduct(basis, image, control);
            if (control.stopRequested())
                return std::nullopt;
            const Leading found = leading((projected + projected.transpose()) / 2.0, rank);
            const TallMatrix vectors = product(basis, found.vectors, control);
            const TallMatrix residuals =
                product(image, found.vectors, control) - vectors * found.values.asDiagonal();
            const double residual = std::sqrt(residuals.colwise().squaredNorm().maxCoeff()) / found.values(0);
            if (residual <= kResidual || round >= kRounds)
                return vectors;
        }
        control.report(static_cast<double>(round) / kRounds);
        // Two steps at a time: the smallest of the wanted vectors loses digits against the largest, but not
        // those that the next rounds would not bring back.
        basis = orthonormalized(squared(matrix, image, control), control);
    }
}

/// Nobody's items have no part in any singular vector; what rounding gave them would order them.
void clearUnseen(TallMatrix& vectors, const SparseRows& items) {
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
    auto vectors = exact ? std::optional(exactVectors(matrix, parameters.rank, control))
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
