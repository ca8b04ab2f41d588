#include "core/recsys/algorithms/alstrainer.h"

#include "core/recsys/algorithms/gaussian.h"
#include "core/recsys/parallel.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <numeric>
#include <thread>

namespace recital::als {
namespace {

constexpr std::int64_t kChunk =
    256; ///< rows of a Gramian's or loss's part: fixed, so that sums are repeatable

std::int64_t interactionsOf(const SparseRows& rows, std::int32_t row) {
    const auto r = static_cast<std::size_t>(row);
    return rows.offsets[r + 1] - rows.offsets[r];
}

bool stopRequested(const void* control) {
    return static_cast<const JobControl*>(control)->stopRequested();
}

constexpr std::int32_t kMaxBlockRows = 64;

/// Passes progress on at most fifty times a second, from the thread it was made on alone.
class ProgressReport {
public:
    explicit ProgressReport(const JobControl& control)
        : m_control(control) {}
    void report(double fraction) {
        using Clock = std::chrono::steady_clock;
        if (std::this_thread::get_id() != m_thread || Clock::now() - m_last < std::chrono::milliseconds(20))
            return;
        m_last = Clock::now();
        m_control.report(fraction);
    }

private:
    const JobControl& m_control;
    std::thread::id m_thread = std::this_thread::get_id();
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

} // namespace

/// A workspace for one block of work, taken from those that are free.
class Trainer::Lease {
public:
    explicit Lease(Trainer& trainer)
        : m_trainer(trainer) {
        const std::scoped_lock lock(trainer.m_workspaceMutex);
        if (!trainer.m_workspaces.empty()) {
            m_workspace = std::move(trainer.m_workspaces.back());
            trainer.m_workspaces.pop_back();
        }
        if (m_workspace == nullptr)
            m_workspace = std::make_unique<Workspace>(
                Workspace{AlignedBuffer<float>(trainer.m_kernel.workspaceSize(trainer.m_factors)),
                          AlignedBuffer<double>(trainer.m_kernel.wideWorkspaceSize(trainer.m_stride))});
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() {
        const std::scoped_lock lock(m_trainer.m_workspaceMutex);
        m_trainer.m_workspaces.push_back(std::move(m_workspace));
    }
    Workspace& operator*() const { return *m_workspace; }

private:
    Trainer& m_trainer;
    std::unique_ptr<Workspace> m_workspace;
};

Trainer::Trainer(const RatingMatrix& matrix, const AlsParameters& parameters, const TrainerOptions& options)
    : m_objective{parameters}
    , m_kernel(kernel(options.level))
    , m_woodburyBelow(options.woodburyBelow >= 0 ? options.woodburyBelow : parameters.factors * 3 / 4)
    , m_factors(parameters.factors)
    , m_stride((parameters.factors + kStrideUnit - 1) / kStrideUnit * kStrideUnit)
    , m_users(makeSide(matrix.byUser(), matrix.itemCount()))
    , m_items(makeSide(matrix.byItem(), matrix.userCount()))
    , m_basis(static_cast<std::size_t>(m_factors * m_stride))
    , m_eigenvalues(static_cast<std::size_t>(m_stride)) {
    Gaussian gaussian(parameters.seed);
    const double scale = 0.1 / std::sqrt(static_cast<double>(m_factors));
    for (int i = 0; i < matrix.itemCount(); ++i)
        for (int f = 0; f < m_factors; ++f)
            m_items.factors.data()[i * m_stride + f] = static_cast<float>(scale * gaussian.next());
}

Trainer::Side Trainer::makeSide(const SparseRows& rows, std::int64_t otherCount) const {
    Side side;
    side.rows = &rows;
    side.factors = AlignedBuffer<float>(static_cast<std::size_t>(rows.rowCount() * m_stride));
    side.regularization.reserve(static_cast<std::size_t>(rows.rowCount()));
    for (int r = 0; r < rows.rowCount(); ++r)
        side.regularization.push_back(
            static_cast<float>(m_objective.rowRegularization(interactionsOf(rows, r), otherCount)));
    makeSchedule(side);
    return side;
}

/// Long rows first, so that threads end together; blocks end where enough work has come together.
void Trainer::makeSchedule(Side& side) const {
    constexpr std::int64_t kBlockWork = 4'000'000; // multiply-adds
    side.schedule.resize(static_cast<std::size_t>(side.rowCount()));
    std::iota(side.schedule.begin(), side.schedule.end(), 0);
    std::stable_sort(side.schedule.begin(), side.schedule.end(), [&](std::int32_t a, std::int32_t b) {
        return interactionsOf(*side.rows, a) > interactionsOf(*side.rows, b);
    });
    const std::int64_t square = static_cast<std::int64_t>(m_factors) * m_factors;
    std::int64_t work = 0;
    side.blocks = {0};
    for (std::int32_t k = 0; k < side.rowCount(); ++k) {
        const std::int32_t row = side.schedule[static_cast<std::size_t>(k)];
        work += square * (interactionsOf(*side.rows, row) + m_factors / 3) / 2;
        const std::int32_t length = k + 1 - side.blocks.back();
        if (work >= kBlockWork ? length % 4 == 0 : length >= kMaxBlockRows) {
            side.blocks.push_back(k + 1);
            work = 0;
        }
    }
    if (side.blocks.back() != side.rowCount())
        side.blocks.push_back(side.rowCount());
}

/// Starting threads costs more than a small piece of work.
int Trainer::threadsFor(double operations, int threads) const {
    constexpr double kWorthAThread = 4e6;
    return operations < kWorthAThread ? 1 : threads;
}

void Trainer::computeGramian(Side& side, int threads) {
    const std::int64_t rows = side.rowCount();
    const std::int64_t chunks = (rows + kChunk - 1) / kChunk;
    const auto size = static_cast<std::size_t>(m_factors * m_stride + m_stride * kStrideUnit);
    std::vector<AlignedBuffer<double>> parts(static_cast<std::size_t>(chunks));
    forEachBlock(rows, kChunk, threadsFor(static_cast<double>(rows) * m_factors * m_factors, threads),
                 [&](std::int64_t begin, std::int64_t end) {
                     const Lease lease(*this);
                     AlignedBuffer<double> part(size);
                     m_kernel.addGramian(side.factors.data() + begin * m_stride, end - begin, m_stride,
                                         m_factors, part.data(), (*lease).wide.data());
                     parts[static_cast<std::size_t>(begin / kChunk)] = std::move(part);
                 });
    using Padded = Eigen::Map<const Eigen::MatrixXd, 0, Eigen::OuterStride<>>; // column-major: lower triangle
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(m_factors, m_factors);
    for (const AlignedBuffer<double>& part : parts)
        sum += Padded(part.data(), m_factors, m_factors, Eigen::OuterStride<>(m_stride));
    side.gramian = sum.selfadjointView<Eigen::Lower>();
    side.gramianKnown = true;
}

void Trainer::rotate(Side& side, int threads) {
    const std::int64_t rows = side.rowCount();
    forEachBlock(rows, kChunk, threadsFor(static_cast<double>(rows) * m_factors * m_factors, threads),
                 [&](std::int64_t begin, std::int64_t end) {
                     const Lease lease(*this);
                     m_kernel.rotate(side.factors.data() + begin * m_stride, end - begin, m_stride, m_factors,
                                     m_basis.data(), (*lease).wide.data());
                 });
    side.gramianKnown = false;
}

HalfStep Trainer::halfStepOf(Side& own, Side& other) const {
    HalfStep step;
    step.other = other.factors.data();
    step.own = own.factors.data();
    step.stride = m_stride;
    step.factors = m_factors;
    step.eigenvalues = m_eigenvalues.data();
    step.regularization = own.regularization.data();
    step.offsets = own.rows->offsets.data();
    step.columns = own.rows->columns.data();
    step.values = own.rows->binary() ? nullptr : own.rows->values.data();
    step.weightSlope = m_objective.weightSlope();
    step.weightOffset = m_objective.weightOffset();
    step.targetSlope = m_objective.targetSlope();
    step.targetOffset = m_objective.targetOffset();
    step.smallestTarget = m_objective.smallestTarget();
    step.woodburyBelow = m_woodburyBelow;
    const AlsParameters& p = m_objective.parameters;
    step.cgSteps = p.solver == AlsSolver::ConjugateGradient ? p.cgSteps : 0;
    return step;
}

bool Trainer::halfStep(bool users, const JobControl& control) {
    Side& own = users ? m_users : m_items;
    Side& other = users ? m_items : m_users;
    if (!other.gramianKnown)
        computeGramian(other, control.threads);
    if (control.stopRequested())
        return false;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(other.gramian);
    for (int column = 0; column < m_factors; ++column) { // the largest first
        const int source = m_factors - 1 - column;
        m_eigenvalues.data()[column] =
            static_cast<float>(m_objective.gramianWeight() * std::max(0.0, solver.eigenvalues()[source]));
        for (int f = 0; f < m_factors; ++f)
            m_basis.data()[f * m_stride + column] = solver.eigenvectors()(f, source);
    }
    rotate(other, control.threads);
    HalfStep step = halfStepOf(own, other);
    if (step.cgSteps > 0)
        rotate(own, control.threads);
    step.stopped = &stopRequested;
    step.stopContext = &control;
    own.gramianKnown = false;
    if (!solve(own, step, control))
        return false;
    computeGramian(own, control.threads);
    return !control.stopRequested();
}

bool Trainer::solve(Side& own, const HalfStep& step, const JobControl& control) {
    std::atomic<bool> stopped{false};
    std::atomic<std::int64_t> done{0};
    const auto blocks = static_cast<std::int64_t>(own.blocks.size()) - 1;
    ProgressReport progress(control);
    forEachBlock(blocks, 1, control.threads, [&](std::int64_t block, std::int64_t) {
        if (stopped || control.stopRequested())
            return;
        const Lease lease(*this);
        const std::int32_t first = own.blocks[static_cast<std::size_t>(block)];
        const std::int32_t count = own.blocks[static_cast<std::size_t>(block) + 1] - first;
        const std::int32_t* rows = own.schedule.data() + first;
        bool succeeded[kMaxBlockRows];
        if (!m_kernel.solveRows(step, rows, count, (*lease).narrow.data(), succeeded)) {
            stopped = true;
            return;
        }
        for (std::int32_t k = 0; k < count; ++k)
            if (!succeeded[k])
                solveInDouble(step, rows[k]);
        progress.report(static_cast<double>(++done) / static_cast<double>(blocks));
    });
    return !stopped && !control.stopRequested();
}

/// The same equations, by Eigen and in double throughout.
void Trainer::solveInDouble(const HalfStep& step, std::int32_t row) const {
    using Vector = Eigen::Map<const Eigen::VectorXf>;
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(m_factors, m_factors);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(m_factors);
    for (std::int64_t k = step.offsets[row]; k < step.offsets[row + 1]; ++k) {
        const float value = step.values == nullptr ? 1.0F : step.values[k];
        const Eigen::VectorXd y = Vector(step.other + step.columns[k] * m_stride, m_factors).cast<double>();
        matrix.selfadjointView<Eigen::Lower>().rankUpdate(y, m_objective.addedWeight(value));
        right += m_objective.target(value) * y;
    }
    matrix.diagonal() += Vector(step.eigenvalues, m_factors).cast<double>();
    matrix.diagonal().array() += static_cast<double>(step.regularization[row]);
    Eigen::Map<Eigen::VectorXf>(step.own + row * m_stride, m_factors) =
        matrix.selfadjointView<Eigen::Lower>().ldlt().solve(right).cast<float>();
}

double Trainer::loss(int threads) {
    for (Side* side : {&m_users, &m_items})
        if (!side->gramianKnown)
            computeGramian(*side, threads);
    const HalfStep step = halfStepOf(m_users, m_items);
    std::vector<double> rows(static_cast<std::size_t>(m_users.rowCount()));
    const double work = 4.0 * m_factors * static_cast<double>(m_users.rows->entryCount());
    forEachBlock(static_cast<std::int64_t>(m_users.blocks.size()) - 1, 1, threadsFor(work, threads),
                 [&](std::int64_t begin, std::int64_t end) {
                     for (std::int32_t k = m_users.blocks[static_cast<std::size_t>(begin)];
                          k < m_users.blocks[static_cast<std::size_t>(end)]; ++k) {
                         const std::int32_t row = m_users.schedule[static_cast<std::size_t>(k)];
                         rows[static_cast<std::size_t>(row)] = m_kernel.observedLoss(step, row);
                     }
                 });
    double loss = std::accumulate(rows.begin(), rows.end(), 0.0) +
                  m_objective.gramianWeight() * m_users.gramian.cwiseProduct(m_items.gramian).sum();
    for (const Side* side : {&m_users, &m_items}) {
        const std::int64_t otherCount = (side == &m_users ? m_items : m_users).rowCount();
        for (int r = 0; r < side->rowCount(); ++r)
            loss += m_objective.rowRegularization(interactionsOf(*side->rows, r), otherCount) *
                    Eigen::Map<const Eigen::VectorXf>(side->factors.data() + r * m_stride, m_factors)
                        .cast<double>()
                        .squaredNorm();
    }
    return loss;
}

LatentFactors Trainer::factors() const {
    using Padded = Eigen::Map<const FactorMatrix, 0, Eigen::OuterStride<>>;
    const auto plain = [&](const Side& side) {
        return FactorMatrix(
            Padded(side.factors.data(), side.rowCount(), m_factors, Eigen::OuterStride<>(m_stride)));
    };
    return {plain(m_users), plain(m_items)};
}

void Trainer::setFactors(const LatentFactors& factors) {
    using Padded = Eigen::Map<FactorMatrix, 0, Eigen::OuterStride<>>;
    const Eigen::OuterStride<> stride(m_stride);
    Padded(m_users.factors.data(), m_users.rowCount(), m_factors, stride) = factors.users;
    Padded(m_items.factors.data(), m_items.rowCount(), m_factors, stride) = factors.items;
    m_users.gramianKnown = false;
    m_items.gramianKnown = false;
}

} // namespace recital::als
