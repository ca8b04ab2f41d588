#pragma once

#include "core/recsys/algorithms/alsobjective.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <vector>

/// Slow and obvious versions of what core/recsys/algorithms computes fast; everything in double.
namespace recital::test {

/// Seeded interactions with a long tail; about a tenth of the cells. Some rows and columns stay empty.
inline RatingMatrix randomMatrix(int users, int items, bool binary, unsigned seed, double density = 0.1) {
    std::mt19937 generator(seed);
    const auto uniform = [&] { return (static_cast<double>(generator()) + 0.5) * 0x1p-32; };
    std::vector<Triple> triples;
    for (int u = 0; u + 1 < users; ++u) // the last user and the last item have nothing
        for (int i = 0; i + 1 < items; ++i) {
            const double chance = density * 4.0 / (1.0 + 6.0 * i / items) * (0.3 + 1.4 * u / users);
            if (uniform() < chance)
                triples.push_back({u, i, binary ? 1.0F : static_cast<float>(0.5 + 4.5 * uniform())});
        }
    return RatingMatrix::fromTriples(users, items, triples);
}

/// The same cells with values from -2 to 2: small strengths, ordinary ones and dislikes.
inline RatingMatrix signedMatrix(int users, int items, unsigned seed, double density = 0.1) {
    const RatingMatrix cells = randomMatrix(users, items, true, seed, density);
    std::mt19937 generator(seed + 1);
    std::vector<Triple> triples;
    for (int u = 0; u < users; ++u)
        for (const int i : cells.byUser().row(u)) {
            const auto value = static_cast<float>(1 + generator() % 40) / 20.0F;
            triples.push_back({u, i, generator() % 4 == 0 ? -value : value});
        }
    return RatingMatrix::fromTriples(users, items, triples);
}

/// Of an observed cell; FrequencyScaled: on top of alpha0.
inline double confidenceOf(const AlsParameters& p, double value) {
    switch (p.form) {
    case AlsForm::HuKorenVolinsky:
        return 1.0 + p.alpha * std::abs(value);
    case AlsForm::Implicit:
        return std::max(1.0, p.alpha * std::abs(value)); // never below that of an unobserved cell
    case AlsForm::FrequencyScaled:
        break;
    }
    return std::abs(value);
}

inline double valueAt(const RatingMatrix& matrix, int user, int item, bool& observed) {
    const auto columns = matrix.byUser().row(user);
    const auto values = matrix.byUser().rowValues(user);
    for (std::size_t k = 0; k < columns.size(); ++k)
        if (columns[k] == item) {
            observed = true;
            return values.empty() ? 1.0 : static_cast<double>(values[k]);
        }
    observed = false;
    return 0.0;
}

inline double scaledLambda(const AlsParameters& p, std::size_t count, int otherCount) {
    return p.form == AlsForm::FrequencyScaled
               ? p.regularization * std::pow(static_cast<double>(count) + p.unobservedWeight * otherCount,
                                             p.regularizationExponent)
               : p.regularization;
}

/// The objective as parameters.h writes it, cell by cell.
inline double bruteForceLoss(const RatingMatrix& matrix, const AlsParameters& p,
                             const LatentFactors& factors) {
    double loss = 0.0;
    for (int u = 0; u < matrix.userCount(); ++u)
        for (int i = 0; i < matrix.itemCount(); ++i) {
            bool observed = false;
            const double r = valueAt(matrix, u, i, observed);
            const double s = factors.users.row(u).cast<double>().dot(factors.items.row(i).cast<double>());
            const double miss = (observed && r > 0.0 ? 1.0 : 0.0) - s;
            if (p.form == AlsForm::FrequencyScaled)
                loss += (observed ? confidenceOf(p, r) * miss * miss : 0.0) + p.unobservedWeight * s * s;
            else
                loss += (observed ? confidenceOf(p, r) : 1.0) * miss * miss;
        }
    for (int u = 0; u < matrix.userCount(); ++u)
        loss += scaledLambda(p, matrix.byUser().row(u).size(), matrix.itemCount()) *
                factors.users.row(u).cast<double>().squaredNorm();
    for (int i = 0; i < matrix.itemCount(); ++i)
        loss += scaledLambda(p, matrix.byItem().row(i).size(), matrix.userCount()) *
                factors.items.row(i).cast<double>().squaredNorm();
    return loss;
}

/// One exact half-step, a row at a time, solved directly in double.
inline FactorMatrix referenceHalfStep(const SparseRows& rows, const FactorMatrix& other,
                                      const AlsParameters& p) {
    const Eigen::MatrixXd y = other.cast<double>();
    const double base = p.form == AlsForm::FrequencyScaled ? p.unobservedWeight : 1.0;
    const Eigen::MatrixXd gram = base * (y.transpose() * y);
    FactorMatrix own = FactorMatrix::Zero(rows.rowCount(), other.cols());
    for (int r = 0; r < rows.rowCount(); ++r) {
        const auto columns = rows.row(r);
        const auto values = rows.rowValues(r);
        if (columns.empty())
            continue;
        Eigen::MatrixXd a = gram;
        Eigen::VectorXd b = Eigen::VectorXd::Zero(other.cols());
        a.diagonal().array() += scaledLambda(p, columns.size(), static_cast<int>(other.rows()));
        for (std::size_t k = 0; k < columns.size(); ++k) {
            const double value = values.empty() ? 1.0 : static_cast<double>(values[k]);
            const Eigen::VectorXd v = y.row(columns[k]).transpose();
            const double confidence = confidenceOf(p, value);
            const double weight = p.form == AlsForm::FrequencyScaled ? confidence : confidence - 1.0;
            a += weight * v * v.transpose();
            b += (value > 0.0 ? confidence : 0.0) * v;
        }
        own.row(r) = a.ldlt().solve(b).transpose().cast<float>();
    }
    return own;
}

} // namespace recital::test
