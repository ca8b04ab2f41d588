#include "core/recsys/algorithms/slim.h"

#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/jobprogress.h"
#include "core/recsys/parallel.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>

namespace recital {

namespace {

constexpr double kConverged = 1e-6; ///< a step of a weight, which is a share of 1
constexpr double kExactness = 0.01; ///< of a descent, as a share of the step that made it necessary

/// What all regressions share.
struct Problem {
    const RatingMatrix& matrix;
    const SlimParameters& parameters;
    const JobControl& control;
    std::vector<double> values = entryValues(matrix.byItem()); ///< empty: every value is 1
    std::vector<double> squares = squaredNorms(matrix.byItem());
    bool negative = std::ranges::any_of(values, [](double value) { return value < 0.0; });
};

/// Coordinate descent for one target after another, on what is left of the target's column: an item costs as
/// much as it has positives, and most have few. One object a thread's block.
class Regression {
public:
    explicit Regression(const Problem& problem)
        : m_problem(problem)
        , m_residual(static_cast<std::size_t>(problem.matrix.userCount()))
        , m_weights(problem.squares.size())
        , m_isCandidate(problem.squares.size()) {}

    /// The weights above 0, ascending by item; not converged when stopped.
    Neighbours solve(ItemIndex target) {
        std::ranges::fill(m_residual, 0.0);
        add(target, 1.0);
        findCandidates(target);
        m_sweeps = 0;
        // A sweep over all candidates shows who has a weight; then only those are visited, as exactly as that
        // sweep makes worth while.
        double change = sweep(m_candidates);
        while (change > kConverged && goOn()) {
            const double moved = descend(std::max(kConverged, kExactness * change));
            change = std::max(sweep(m_candidates), moved);
        }
        Neighbours result;
        for (const ItemIndex item : m_candidates) {
            double& weight = m_weights[static_cast<std::size_t>(item)];
            if (weight > 0.0)
                result.push_back({weight, item});
            weight = 0.0;
        }
        return result;
    }

private:
    bool goOn() const { return m_sweeps < m_problem.parameters.sweeps && !m_problem.control.stopRequested(); }

    /// Items that share a user with the target. Others have x_i . x_j = 0 and, as nothing is negative, never
    /// get a weight; where values are negative everything is a candidate.
    void findCandidates(ItemIndex target) {
        const RatingMatrix& matrix = m_problem.matrix;
        if (m_problem.negative)
            m_isCandidate.assign(m_isCandidate.size(), true);
        else
            for (const UserIndex user : matrix.byItem().row(target))
                for (const ItemIndex item : matrix.byUser().row(user))
                    m_isCandidate[static_cast<std::size_t>(item)] = true;
        m_isCandidate[static_cast<std::size_t>(target)] = false;
        m_candidates.clear();
        for (std::size_t item = 0; item < m_isCandidate.size(); ++item)
            if (m_isCandidate[item])
                m_candidates.push_back(static_cast<ItemIndex>(item));
        m_isCandidate.assign(m_isCandidate.size(), false);
    }

    /// residual += factor * x_item
    void add(ItemIndex item, double factor) {
        const auto users = m_problem.matrix.byItem().row(item);
        const auto values = rowPart(m_problem.matrix.byItem(), m_problem.values, item);
        if (values.empty())
            for (const UserIndex user : users)
                m_residual[static_cast<std::size_t>(user)] += factor;
        else
            for (std::size_t k = 0; k < users.size(); ++k)
                m_residual[static_cast<std::size_t>(users[k])] += factor * values[k];
    }

    /// x_item . residual: G_ij - sum over all k of G_ik w_k.
    double gradient(ItemIndex item) const {
        const auto users = m_problem.matrix.byItem().row(item);
        const auto values = rowPart(m_problem.matrix.byItem(), m_problem.values, item);
        double sum = 0.0;
        if (values.empty())
            for (const UserIndex user : users)
                sum += m_residual[static_cast<std::size_t>(user)];
        else
            for (std::size_t k = 0; k < users.size(); ++k)
                sum += values[k] * m_residual[static_cast<std::size_t>(users[k])];
        return sum;
    }

    /// Returns how far the weight that moved most did.
    double sweep(const std::vector<ItemIndex>& items) {
        ++m_sweeps;
        const auto& [l1, l2, sweeps] = m_problem.parameters;
        double largest = 0.0;
        for (const ItemIndex item : items) {
            double& weight = m_weights[static_cast<std::size_t>(item)];
            const double square = m_problem.squares[static_cast<std::size_t>(item)];
            const double wanted = (gradient(item) + square * weight - l1) / (square + l2);
            const double step = std::max(0.0, wanted) - weight;
            if (step == 0.0)
                continue;
            weight += step;
            add(item, -step);
            largest = std::max(largest, std::abs(step));
        }
        return largest;
    }

    /// Sweeps over the items with a weight until none moves farther than the tolerance. Returns how far the
    /// farthest of the last sweep did.
    double descend(double tolerance) {
        m_active.clear();
        std::ranges::copy_if(m_candidates, std::back_inserter(m_active),
                             [&](ItemIndex item) { return m_weights[static_cast<std::size_t>(item)] > 0.0; });
        double largest = 0.0;
        do
            largest = sweep(m_active);
        while (largest > tolerance && goOn());
        return largest;
    }

    const Problem& m_problem;
    std::vector<double> m_residual; ///< x_j - X w, by user
    std::vector<double> m_weights;  ///< all zero between two targets
    std::vector<bool> m_isCandidate;
    std::vector<ItemIndex> m_candidates; ///< ascending
    std::vector<ItemIndex> m_active;     ///< likewise
    int m_sweeps = 0;
};

} // namespace

Result<std::shared_ptr<const Model>> trainSlim(const RatingMatrix& matrix, const SlimParameters& parameters,
                                               const JobControl& control) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    const auto start = std::chrono::steady_clock::now();
    constexpr std::int64_t blockSize = 8;
    const Problem problem{matrix, parameters, control};
    std::vector<Neighbours> weights(problem.squares.size());
    JobProgress progress(control, matrix.itemCount());
    forEachBlock(matrix.itemCount(), blockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (control.stopRequested())
            return;
        Regression regression(problem);
        for (std::int64_t target = begin; target < end && !control.stopRequested(); ++target)
            weights[static_cast<std::size_t>(target)] = regression.solve(static_cast<ItemIndex>(target));
        progress.add(end - begin);
    });
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "training was cancelled"};
    auto similarities = transposed(weights);
    control.report(1.0);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    ModelInfo info{.kind = ModelKind::Slim,
                   .name = "SLIM",
                   .parameters = parameters.describe(),
                   .scoreMeaning = ScoreMeaning::Preference,
                   .trainSeconds = seconds.count()};
    return std::shared_ptr<const Model>(
        std::make_shared<SimilarityModel>(std::move(similarities), std::move(info)));
}

} // namespace recital
