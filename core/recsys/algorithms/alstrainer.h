#pragma once

#include "core/recsys/algorithms/alskernel.h"
#include "core/recsys/algorithms/alsobjective.h"
#include "core/recsys/jobcontrol.h"

#include <Eigen/Core>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

namespace recital::als {

/// Zeroed memory at a multiple of kAlignment.
template<typename T>
class AlignedBuffer {
public:
    AlignedBuffer() = default;
    explicit AlignedBuffer(std::size_t size)
        : m_data(static_cast<T*>(::operator new(std::max<std::size_t>(size, 1) * sizeof(T), kAlign)))
        , m_size(size) {
        std::fill_n(m_data.get(), size, T());
    }
    T* data() noexcept { return m_data.get(); }
    const T* data() const noexcept { return m_data.get(); }
    std::size_t size() const noexcept { return m_size; }

private:
    static constexpr std::align_val_t kAlign{kAlignment};
    struct Free {
        void operator()(T* p) const noexcept { ::operator delete(p, kAlign); }
    };
    std::unique_ptr<T, Free> m_data;
    std::size_t m_size = 0;
};

/// Training choices that change how fast and by which way, not what is computed.
struct TrainerOptions {
    CpuLevel level = detectedLevel();
    int woodburyBelow = -1; ///< rows with fewer interactions use the Woodbury identity; -1: where it pays
};

/// Factors of both sides while they are trained. Matrices are padded for the kernel; between half-steps both
/// sides are expressed in the same basis, the eigenbasis of the Gramian of the side that was solved against.
/// Rotating both sides changes neither scores nor loss.
///
/// Precision: factors are float. Gramians, eigenvectors, rotations and losses are computed in double. Normal
/// equations are summed and solved in float: in the eigenbasis a row's matrix is D + Y_u^T W Y_u with D
/// diagonal and Y_u^T Y_u <= Y^T Y, so scaled by its diagonal its condition is at most about 1 + w /
/// gramianWeight whatever the spectrum, and Cholesky is insensitive to that scaling. What is not positive
/// definite in float all the same is solved again in double.
class Trainer {
public:
    Trainer(const RatingMatrix& matrix, const AlsParameters& parameters, const TrainerOptions& options);

    /// Solves all users or all items; control's progress is that of this half-step. False when stopped; the
    /// factors are then of no use.
    bool halfStep(bool users, const JobControl& control);
    double loss(int threads); ///< of the factors as they are, evaluation.md 6.5
    LatentFactors factors() const;
    void setFactors(const LatentFactors& factors);

private:
    struct Side {
        const SparseRows* rows = nullptr;
        AlignedBuffer<float> factors;       ///< rowCount x m_stride
        std::vector<float> regularization;  ///< of each row
        std::vector<std::int32_t> schedule; ///< rows by descending number of interactions
        std::vector<std::int32_t> blocks;   ///< bounds in the schedule of pieces of about equal work
        bool gramianKnown = false;
        Eigen::MatrixXd gramian;
        int rowCount() const { return rows->rowCount(); }
    };
    struct Workspace {
        AlignedBuffer<float> narrow;
        AlignedBuffer<double> wide;
    };
    class Lease;

    Side makeSide(const SparseRows& rows, std::int64_t otherCount) const;
    void makeSchedule(Side& side) const;
    void computeGramian(Side& side, int threads);
    void rotate(Side& side, int threads);
    HalfStep halfStepOf(Side& own, Side& other) const;
    void solveInDouble(const HalfStep& step, std::int32_t row) const;
    bool solve(Side& own, const HalfStep& step, const JobControl& control);
    int threadsFor(double operations, int threads) const;

    AlsObjective m_objective;
    const Kernel& m_kernel;
    int m_woodburyBelow;
    int m_factors;
    std::int64_t m_stride;
    Side m_users;
    Side m_items;
    AlignedBuffer<double> m_basis;      ///< m_factors x m_stride
    AlignedBuffer<float> m_eigenvalues; ///< m_stride
    std::mutex m_workspaceMutex;
    std::vector<std::unique_ptr<Workspace>> m_workspaces;
};

} // namespace recital::als
