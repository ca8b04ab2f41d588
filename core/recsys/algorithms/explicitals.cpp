#include "core/recsys/algorithms/explicitals.h"

#include "core/recsys/algorithms/biases.h"
#include "core/recsys/algorithms/gaussian.h"
#include "core/recsys/parallel.h"
#include "core/recsys/ratingmatrix.h"

#include <Eigen/Cholesky>

namespace recital {

namespace {

RatingMatrix matrixOf(const Dataset& dataset, std::span<const std::uint32_t> rows) {
    std::vector<Triple> triples;
    triples.reserve(rows.size());
    for (const std::uint32_t row : rows)
        triples.push_back({dataset.users()[row], dataset.items()[row], dataset.values()[row]});
    return RatingMatrix::fromTriples(dataset.userCount(), dataset.itemCount(), triples);
}

RatingFactors startFactors(int users, const ExplicitAlsParameters& parameters) {
    constexpr double deviation = 0.1;
    Gaussian gaussian(parameters.seed);
    RatingFactors factors(users, parameters.factors);
    for (Eigen::Index i = 0; i < factors.size(); ++i)
        factors.data()[i] = deviation * gaussian.next();
    return factors;
}

/// One row of the half-step: (Q^T Q + lambda n I)^-1 Q^T r over the n ratings of the row; 0 without ratings.
void solveRow(const SparseRows& ratings, int row, const RatingFactors& others, double lambda,
              RatingFactors& solved) {
    const auto columns = ratings.row(row);
    const auto values = ratings.rowValues(row); // empty where every rating is 1
    if (columns.empty()) {
        solved.row(row).setZero();
        return;
    }
    const Eigen::Index factors = others.cols();
    Eigen::MatrixXd gramian =
        Eigen::MatrixXd::Identity(factors, factors) * (lambda * static_cast<double>(columns.size()));
    Eigen::VectorXd right = Eigen::VectorXd::Zero(factors);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto other = others.row(columns[i]).transpose();
        gramian.selfadjointView<Eigen::Lower>().rankUpdate(other);
        right += (values.empty() ? 1.0 : static_cast<double>(values[i])) * other;
    }
    solved.row(row) = gramian.selfadjointView<Eigen::Lower>().llt().solve(right).transpose();
}

void solveSide(const SparseRows& ratings, const RatingFactors& others, double lambda, RatingFactors& solved,
               const JobControl& control) {
    constexpr std::int64_t blockSize = 64;
    forEachBlock(ratings.rowCount(), blockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end && !control.stopRequested(); ++row)
            solveRow(ratings, static_cast<int>(row), others, lambda, solved);
    });
}

} // namespace

Result<RatingTerms> trainExplicitAls(const Dataset& dataset, std::span<const std::uint32_t> rows,
                                     const ExplicitAlsParameters& parameters, const JobControl& control) {
    const RatingMatrix matrix = matrixOf(dataset, rows);
    RatingTerms terms;
    terms.factorsAlone = true;
    terms.mean = meanRating(dataset, rows);
    terms.userTerm = userMeans(dataset, rows).userTerm;
    terms.itemTerm = itemMeans(dataset, rows).itemTerm;
    terms.users = startFactors(dataset.userCount(), parameters);
    terms.items = RatingFactors::Zero(dataset.itemCount(), parameters.factors);
    for (int iteration = 0; iteration < parameters.iterations; ++iteration) {
        solveSide(matrix.byItem(), terms.users, parameters.regularization, terms.items, control);
        solveSide(matrix.byUser(), terms.items, parameters.regularization, terms.users, control);
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, "training was cancelled"};
        control.report(static_cast<double>(iteration + 1) / parameters.iterations);
    }
    return terms;
}

} // namespace recital
