#include "core/recsys/algorithms/bpr.h"

#include "core/recsys/algorithms/gaussian.h"
#include "core/recsys/algorithms/similarity.h"
#include "core/recsys/algorithms/vectorloops.h"
#include "core/recsys/mixbits.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <optional>

namespace recital {

namespace {

std::size_t at(std::int64_t index) {
    return static_cast<std::size_t>(index);
}

/// Evenly in [0, count): the upper half of a 64-bit product, without division.
std::int64_t drawn(std::uint64_t bits, std::int64_t count) {
    return static_cast<std::int64_t>((bits >> 32U) * static_cast<std::uint64_t>(count) >> 32U);
}

/// Vectors in rows of one length.
class Table {
public:
    Table(int rows, std::size_t stride)
        : m_stride(stride)
        , m_values(at(rows) * stride) {}

    float* row(std::int64_t r) { return m_values.data() + at(r) * m_stride; }
    const float* row(std::int64_t r) const { return m_values.data() + at(r) * m_stride; }

private:
    std::size_t m_stride;
    std::vector<float> m_values;
};

class BprModel final : public Model {
public:
    BprModel(const RatingMatrix& matrix, const BprParameters& parameters)
        : m_matrix(matrix)
        , m_parameters(parameters)
        , m_stride((at(parameters.factors) + kLoopUnit - 1) / kLoopUnit * kLoopUnit)
        , m_users(matrix.userCount(), m_stride)
        , m_items(matrix.itemCount(), m_stride)
        , m_biases(at(matrix.itemCount()))
        , m_info{.kind = ModelKind::Bpr,
                 .name = "BPR-MF",
                 .parameters = parameters.describe(),
                 .scoreMeaning = ScoreMeaning::PairwiseOrder,
                 .trainSeconds = 0.0} {}

    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return static_cast<int>(m_biases.size()); }
    void score(std::span<const Interaction> history, std::span<float> scores) const override;

    Status train(const JobControl& control);

private:
    void start(const JobControl& control);
    std::optional<ItemIndex> negative(std::span<const ItemIndex> positives, std::uint64_t bits) const;
    float sigmoidOfLoss(const float* user, ItemIndex better, ItemIndex worse) const;
    void learn(UserIndex user, ItemIndex better, ItemIndex worse);
    std::vector<float> foldIn(std::span<const Interaction> history) const;

    RatingMatrix m_matrix;
    BprParameters m_parameters;
    const VectorLoops& m_loops = vectorLoops();
    std::size_t m_stride; ///< rows are padded with zeros, which stay zero
    Table m_users;
    Table m_items;
    std::vector<float> m_biases;
    ModelInfo m_info;
};

void BprModel::start(const JobControl& control) {
    Gaussian gaussian(m_parameters.seed);
    const double deviation = 0.1 / std::sqrt(static_cast<double>(m_parameters.factors));
    const auto fill = [&](Table& table, int rows) {
        for (int row = 0; row < rows && !control.stopRequested(); ++row)
            for (int f = 0; f < m_parameters.factors; ++f)
                table.row(row)[f] = static_cast<float>(deviation * gaussian.next());
    };
    fill(m_users, m_matrix.userCount());
    fill(m_items, m_matrix.itemCount());
}

/// An item that is no positive; nothing for a user who has all of them.
std::optional<ItemIndex> BprModel::negative(std::span<const ItemIndex> positives, std::uint64_t bits) const {
    const SparseRows& byUser = m_matrix.byUser();
    if (std::ssize(positives) >= m_matrix.itemCount())
        return std::nullopt;
    const auto isPositive = [&](ItemIndex item) { return std::ranges::binary_search(positives, item); };
    constexpr int kTries = 64; // a user with nearly everything in the data would be asked for long
    for (int attempt = 0; attempt < kTries; ++attempt, bits = mixBits(bits)) {
        const ItemIndex item = m_parameters.sampler == NegativeSampler::Uniform
                                   ? static_cast<ItemIndex>(drawn(bits, m_matrix.itemCount()))
                                   : byUser.columns[at(drawn(bits, byUser.entryCount()))];
        if (!isPositive(item))
            return item;
    }
    return std::nullopt;
}

/// z: 1 where the pair is ordered wrongly for sure, 0 where rightly.
float BprModel::sigmoidOfLoss(const float* user, ItemIndex better, ItemIndex worse) const {
    const float x = m_biases[at(better)] - m_biases[at(worse)] +
                    m_loops.differenceProduct(user, m_items.row(better), m_items.row(worse), m_stride);
    return 1.0F / (1.0F + std::exp(x));
}

void BprModel::learn(UserIndex user, ItemIndex better, ItemIndex worse) {
    const auto rate = static_cast<float>(m_parameters.learningRate);
    const float decay = rate * static_cast<float>(m_parameters.regularization);
    const float pull = rate * sigmoidOfLoss(m_users.row(user), better, worse);
    m_loops.movePair(m_users.row(user), m_items.row(better), m_items.row(worse), m_stride, pull, decay);
    m_biases[at(better)] += pull - decay * m_biases[at(better)];
    m_biases[at(worse)] -= pull + decay * m_biases[at(worse)];
}

Status BprModel::train(const JobControl& control) {
    constexpr std::int64_t kBetweenLooks = 4096; // samples: a millisecond
    const auto begin = std::chrono::steady_clock::now();
    const SparseRows& byUser = m_matrix.byUser();
    std::vector<UserIndex> userOf;
    userOf.reserve(byUser.columns.size());
    for (UserIndex user = 0; user < byUser.rowCount(); ++user)
        userOf.insert(userOf.end(), byUser.row(user).size(), user);
    start(control);
    const std::uint64_t stream = mixBits(m_parameters.seed, 1);
    const std::int64_t samples = m_parameters.epochs * byUser.entryCount();
    for (std::int64_t sample = 0; sample < samples; ++sample) {
        if (sample % kBetweenLooks == 0) {
            if (control.stopRequested())
                return Error{ErrorCode::Cancelled, "training was cancelled"};
            control.report(static_cast<double>(sample) / static_cast<double>(samples));
        }
        const std::uint64_t bits = mixBits(stream + static_cast<std::uint64_t>(sample));
        const auto entry = at(drawn(bits, byUser.entryCount()));
        const UserIndex user = userOf[entry];
        if (const auto worse = negative(byUser.row(user), mixBits(bits)))
            learn(user, byUser.columns[entry], *worse);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    m_info.trainSeconds = seconds.count();
    return success();
}

/// As many steps for each positive as training makes, up to a number that keeps a click quick.
std::vector<float> BprModel::foldIn(std::span<const Interaction> history) const {
    std::vector<float> user(m_stride);
    std::vector<ItemIndex> positives;
    for (const Interaction& entry : history)
        positives.push_back(entry.item);
    positives.erase(std::ranges::unique(positives).begin(), positives.end());
    if (positives.empty())
        return user;
    std::uint64_t stream = mixBits(m_parameters.seed, 2);
    for (const ItemIndex item : positives)
        stream = mixBits(stream, static_cast<std::uint64_t>(item));
    constexpr int kEpochs = 100;
    const auto rate = static_cast<float>(m_parameters.learningRate);
    const float decay = rate * static_cast<float>(m_parameters.regularization);
    const std::int64_t samples = std::min(kEpochs, m_parameters.epochs) * std::ssize(positives);
    for (std::int64_t sample = 0; sample < samples; ++sample) {
        const std::uint64_t bits = mixBits(stream + static_cast<std::uint64_t>(sample));
        const ItemIndex better = positives[at(drawn(bits, std::ssize(positives)))];
        const auto worse = negative(positives, mixBits(bits));
        if (!worse)
            break;
        const float pull = rate * sigmoidOfLoss(user.data(), better, *worse);
        const float* a = m_items.row(better);
        const float* b = m_items.row(*worse);
        for (std::size_t f = 0; f < m_stride; ++f)
            user[f] += pull * (a[f] - b[f]) - decay * user[f];
    }
    return user;
}

void BprModel::score(std::span<const Interaction> history, std::span<float> scores) const {
    assert(scores.size() == m_biases.size());
    const auto ordered = inItemOrder(history);
    const UserIndex known = userWithHistory(m_matrix, ordered);
    const std::vector<float> folded = known < 0 ? foldIn(ordered) : std::vector<float>();
    const float* user = known < 0 ? folded.data() : m_users.row(known);
    const std::vector<float> zero(m_stride);
    for (std::size_t item = 0; item < scores.size(); ++item)
        scores[item] =
            m_biases[item] +
            m_loops.differenceProduct(user, m_items.row(static_cast<ItemIndex>(item)), zero.data(), m_stride);
}

} // namespace

Result<std::shared_ptr<const Model>> trainBpr(const RatingMatrix& matrix, const BprParameters& parameters,
                                              const JobControl& control) {
    if (const Status valid = parameters.validate(); !valid)
        return valid.error();
    auto model = std::make_shared<BprModel>(matrix, parameters);
    if (const Status trained = model->train(control); !trained)
        return trained.error();
    control.report(1.0);
    return std::shared_ptr<const Model>(std::move(model));
}

} // namespace recital
