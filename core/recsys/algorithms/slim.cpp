#include "core/recsys/algorithms/slim.h"

#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/algorithms/vectorloops.h"
#include "core/recsys/jobprogress.h"
#include "core/recsys/parallel.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace recital {

namespace {

constexpr double kConverged = 1e-6;        ///< a step of a weight, which is a share of 1
constexpr double kExactness = 0.01;        ///< of a descent, as a share of the step that made it necessary
constexpr std::size_t kMaxGathered = 4096; ///< 64 MB of G a thread; beyond, it stays where it is
constexpr std::int64_t kBlockSize = 8;

/// X^T X, symmetric. Counts of common users are exact in float.
FactorMatrix gramian(const RatingMatrix& matrix, JobProgress& progress, const JobControl& control) {
    const int items = matrix.itemCount();
    const auto userValues = entryValues(matrix.byUser());
    const auto itemValues = entryValues(matrix.byItem());
    FactorMatrix result(items, items);
    forEachBlock(items, kBlockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (control.stopRequested())
            return;
        std::vector<double> products(static_cast<std::size_t>(items));
        for (auto item = static_cast<ItemIndex>(begin); item < end && !control.stopRequested(); ++item) {
            std::ranges::fill(products, 0.0);
            addProducts(matrix.byUser(), userValues, matrix.byItem().row(item),
                        rowPart(matrix.byItem(), itemValues, item), products);
            result.row(item) = Eigen::Map<const Eigen::RowVectorXd>(products.data(), items).cast<float>();
        }
        progress.add(end - begin);
    });
    return result;
}

/// Coordinate descent for one target after another; one object a thread's block.
class Regression {
public:
    Regression(const FactorMatrix& gramian, const Eigen::VectorXd& squares, const SlimParameters& parameters,
               const JobControl& control)
        : m_gramian(gramian)
        , m_squares(squares)
        , m_parameters(parameters)
        , m_control(control)
        , m_gradient(at(gramian.rows()))
        , m_weights(at(gramian.rows())) {}

    /// The weights above 0, ascending by item; not converged when stopped.
    Neighbours solve(ItemIndex target) {
        std::ranges::copy(m_gramian.row(target), m_gradient.begin());
        std::ranges::fill(m_weights, 0.0);
        m_sweeps = 0;
        // Items come in by a look at all gradients; between two looks only those with a weight are visited,
        // with their part of G close together, as exactly as the last look makes worth while.
        double change = admit(target);
        while (change > kConverged && goOn()) {
            const double moved = descend(std::max(kConverged, kExactness * change));
            change = std::max(admit(target), moved);
        }
        Neighbours result;
        for (std::size_t item = 0; item < m_weights.size(); ++item)
            if (m_weights[item] > 0.0)
                result.push_back({m_weights[item], static_cast<ItemIndex>(item)});
        return result;
    }

private:
    static std::size_t at(Eigen::Index index) { return static_cast<std::size_t>(index); }

    bool goOn() const { return m_sweeps < m_parameters.sweeps && !m_control.stopRequested(); }

    /// How far the weight of this item wants to go; `gradient` is its G_ij - sum over all k of G_ik w_k.
    double step(std::size_t item, double weight, double gradient) const {
        const double square = m_squares(static_cast<Eigen::Index>(item));
        const double wanted = (gradient + square * weight - m_parameters.l1) / (square + m_parameters.l2);
        return std::max(0.0, wanted) - weight;
    }

    /// A sweep over the items without a weight. Returns the largest that came in.
    double admit(ItemIndex target) {
        ++m_sweeps;
        double largest = 0.0;
        for (std::size_t item = 0; item < m_weights.size(); ++item) {
            if (m_weights[item] > 0.0 || m_gradient[item] <= m_parameters.l1 ||
                static_cast<ItemIndex>(item) == target)
                continue;
            const double moved = step(item, 0.0, m_gradient[item]);
            move(item, moved);
            largest = std::max(largest, moved);
        }
        return largest;
    }

    void move(std::size_t item, double by) {
        m_weights[item] += by;
        m_loops.subtractScaled(by, m_gramian.row(static_cast<Eigen::Index>(item)).data(), m_gradient.data(),
                               m_gradient.size());
    }

    /// Sweeps over the items with a weight until none moves farther than the tolerance. Returns how far the
    /// farthest of the last sweep did.
    double descend(double tolerance) {
        m_active.clear();
        for (std::size_t item = 0; item < m_weights.size(); ++item)
            if (m_weights[item] > 0.0)
                m_active.push_back(item);
        const bool gathered = m_active.size() <= kMaxGathered;
        if (gathered)
            gatherActive();
        double largest = 0.0;
        do {
            ++m_sweeps;
            largest = gathered ? sweepGathered() : sweepInPlace();
        } while (largest > tolerance && goOn());
        for (std::size_t a = 0; gathered && a < m_active.size(); ++a)
            if (const double by = m_activeWeights[a] - m_weights[m_active[a]]; by != 0.0)
                move(m_active[a], by);
        return largest;
    }

    double sweepInPlace() {
        double largest = 0.0;
        for (const std::size_t item : m_active)
            if (const double moved = step(item, m_weights[item], m_gradient[item]); moved != 0.0) {
                move(item, moved);
                largest = std::max(largest, std::abs(moved));
            }
        return largest;
    }

    void gatherActive() {
        const std::size_t size = m_active.size();
        m_activeGramian.resize(size * size);
        m_activeGradient.resize(size);
        m_activeWeights.resize(size);
        for (std::size_t a = 0; a < size; ++a) {
            m_activeGradient[a] = m_gradient[m_active[a]];
            m_activeWeights[a] = m_weights[m_active[a]];
            const float* row = m_gramian.row(static_cast<Eigen::Index>(m_active[a])).data();
            for (std::size_t b = 0; b < size; ++b)
                m_activeGramian[a * size + b] = row[m_active[b]];
        }
    }

    double sweepGathered() {
        const std::size_t size = m_active.size();
        double largest = 0.0;
        for (std::size_t a = 0; a < size; ++a)
            if (const double moved = step(m_active[a], m_activeWeights[a], m_activeGradient[a]);
                moved != 0.0) {
                m_activeWeights[a] += moved;
                m_loops.subtractScaled(moved, m_activeGramian.data() + a * size, m_activeGradient.data(),
                                       size);
                largest = std::max(largest, std::abs(moved));
            }
        return largest;
    }

    const FactorMatrix& m_gramian;
    const Eigen::VectorXd& m_squares; ///< G_ii
    const SlimParameters& m_parameters;
    const JobControl& m_control;
    const VectorLoops& m_loops = vectorLoops();
    std::vector<double> m_gradient; ///< G_ij - sum over all k of G_ik w_k
    std::vector<double> m_weights;
    int m_sweeps = 0;
    // The same for the items with a weight.
    std::vector<std::size_t> m_active;
    std::vector<float> m_activeGramian;
    std::vector<double> m_activeGradient;
    std::vector<double> m_activeWeights;
};

} // namespace

Result<std::shared_ptr<const Model>> trainSlim(const RatingMatrix& matrix, const SlimParameters& parameters,
                                               const JobControl& control) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    const auto start = std::chrono::steady_clock::now();
    constexpr std::int64_t kSolvingShare = 20; // a regression takes about as long as so many rows of G
    const std::int64_t items = matrix.itemCount();
    JobProgress progress(control, items * (1 + kSolvingShare));
    const FactorMatrix products = gramian(matrix, progress, control);
    const Eigen::VectorXd squares = products.diagonal().cast<double>();
    std::vector<Neighbours> weights(static_cast<std::size_t>(items));
    forEachBlock(items, kBlockSize, control.threads, [&](std::int64_t begin, std::int64_t end) {
        if (control.stopRequested())
            return;
        Regression regression(products, squares, parameters, control);
        for (std::int64_t target = begin; target < end && !control.stopRequested(); ++target)
            weights[static_cast<std::size_t>(target)] = regression.solve(static_cast<ItemIndex>(target));
        progress.add((end - begin) * kSolvingShare);
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
