#include "core/recsys/evaluation.h"

#include "core/recsys/jobprogress.h"
#include "core/recsys/mixbits.h"
#include "core/recsys/parallel.h"
#include "core/recsys/userevaluator.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>

namespace recital {

namespace {

/// Users with a relevant test item, ascending; of more than maxUsers those with the lowest hash.
std::vector<UserIndex> usersToEvaluate(const Split& split, const EvaluationOptions& options) {
    std::vector<UserIndex> users;
    for (UserIndex user = 0; user < split.relevant.rowCount(); ++user)
        if (!split.relevant.row(user).empty())
            users.push_back(user);
    const auto wanted = static_cast<std::size_t>(options.maxUsers);
    if (wanted == 0 || wanted >= users.size())
        return users;
    const auto hash = [&options](UserIndex user) {
        return mixBits(options.seed, static_cast<std::uint64_t>(user));
    };
    std::ranges::nth_element(users, users.begin() + static_cast<std::ptrdiff_t>(wanted), {}, hash);
    users.resize(wanted);
    std::ranges::sort(users);
    return users;
}

/// The first trouble of several threads.
class FirstError {
public:
    void set(Error error) {
        const std::scoped_lock lock(m_mutex);
        if (!m_error)
            m_error = std::move(error);
        m_raised.store(true, std::memory_order_relaxed);
    }
    bool raised() const noexcept { return m_raised.load(std::memory_order_relaxed); }
    const std::optional<Error>& error() const noexcept { return m_error; } ///< after the threads have ended

private:
    std::mutex m_mutex;
    std::optional<Error> m_error;
    std::atomic<bool> m_raised{false};
};

/// How many users rated each item before the test.
std::vector<std::int64_t> countRaters(const Split& split) {
    std::vector<std::int64_t> raters(static_cast<std::size_t>(split.train.itemCount()));
    for (const ItemIndex item : split.seen.columns)
        ++raters[static_cast<std::size_t>(item)];
    return raters;
}

/// What a run over all users produces, filled by several threads.
class Evaluation {
public:
    Evaluation(const Model& model, const Split& split, const EvaluationOptions& options)
        : m_evaluator(model, split, options)
        , m_split(split)
        , m_options(options)
        , m_exposure(static_cast<std::size_t>(model.itemCount()))
        , m_firstRank(static_cast<std::size_t>(options.curveTo > 0 ? model.itemCount() : 0), notShown) {
        for (const UserIndex user : usersToEvaluate(split, options))
            m_users.emplace_back().user = user;
        if (options.curveTo > 0)
            m_hits.resize(m_users.size());
    }

    Status run(const JobControl& control) {
        constexpr std::int64_t blockSize = 16;
        FirstError firstError;
        JobProgress progress(control, static_cast<std::int64_t>(m_users.size()));
        forEachBlock(static_cast<std::int64_t>(m_users.size()), blockSize, control.threads,
                     [&](std::int64_t begin, std::int64_t end) {
                         if (firstError.raised())
                             return;
                         if (const Status done = evaluateBlock(begin, end, control); !done)
                             firstError.set(done.error());
                         progress.add(end - begin);
                     });
        if (firstError.error())
            return *firstError.error();
        return success();
    }

    /// After run(): everything that is of all lists together. `users` stays to be taken.
    void fill(EvaluationReport& report, int threads) const {
        // Items below the minimum activity are no part of the catalogue.
        const auto exposure = withoutRemoved(m_exposure);
        const auto positives = withoutRemoved(m_evaluator.positives());
        report.coverage = catalogueCoverage(exposure);
        report.trainCoverage = trainCoverage(exposure, positives);
        report.gini = giniOfExposure(exposure);
        report.entropy = entropyOfExposure(exposure);
        report.novelty = meanInverseUserFrequency(exposure, withoutRemoved(countRaters(m_split)),
                                                  m_split.train.userCount());
        report.personalization = personalization(exposure, m_options.k, static_cast<int>(m_users.size()));
        report.exposureByDecile = recital::exposureByDecile(exposure, positives);
        report.means = meanOfUsers(m_users, [](const UserMetrics&) { return true; });
        report.coldUsers = static_cast<int>(std::ranges::count_if(m_users, &UserMetrics::cold));
        report.evaluatedUsers = static_cast<int>(m_users.size());
        report.curve = curve(threads);
    }
    std::vector<UserMetrics> takeUsers() && { return std::move(m_users); }

private:
    static constexpr int notShown = std::numeric_limits<int>::max();

    Status evaluateBlock(std::int64_t begin, std::int64_t end, const JobControl& control) {
        UserEvaluator::Workspace workspace;
        std::vector<std::pair<ItemIndex, int>> shown; // with the rank
        for (std::int64_t i = begin; i < end; ++i) {
            if (control.stopRequested())
                return Error{ErrorCode::Cancelled, "evaluation was cancelled"};
            const auto user = static_cast<std::size_t>(i);
            if (Status done = m_evaluator.evaluate(m_users[user], workspace); !done)
                return done;
            for (std::size_t rank = 0; rank < workspace.ranked.size(); ++rank)
                shown.emplace_back(workspace.ranked[rank], static_cast<int>(rank) + 1);
            if (!m_hits.empty())
                m_hits[user] = workspace.hits;
        }
        // Whole numbers: the order in which the threads arrive here does not matter.
        const std::scoped_lock lock(m_exposureMutex);
        for (const auto& [item, rank] : shown) {
            const auto index = static_cast<std::size_t>(item);
            m_exposure[index] += rank <= m_options.k ? 1 : 0;
            if (!m_firstRank.empty())
                m_firstRank[index] = std::min(m_firstRank[index], rank);
        }
        return success();
    }

    /// Users in ascending order for every k, so that a point equals the means of an evaluation at its k.
    std::vector<CurvePoint> curve(int threads) const {
        std::vector<CurvePoint> points(static_cast<std::size_t>(m_options.curveTo));
        const auto items = static_cast<double>(m_exposure.size() - m_split.removedItems.size());
        forEachBlock(m_options.curveTo, 1, threads, [&](std::int64_t begin, std::int64_t) {
            CurvePoint& point = points[static_cast<std::size_t>(begin)];
            point.k = static_cast<int>(begin) + 1;
            const Discounts discounts(point.k);
            for (std::size_t user = 0; user < m_users.size(); ++user)
                add(point, m_hits[user], m_split.relevant.row(m_users[user].user), discounts);
            for (const auto metric : {&CurvePoint::ndcg, &CurvePoint::map, &CurvePoint::precision,
                                      &CurvePoint::recall, &CurvePoint::hitRate, &CurvePoint::mrr})
                point.*metric /= static_cast<double>(m_users.size());
            const auto shown =
                std::ranges::count_if(m_firstRank, [&point](int rank) { return rank <= point.k; });
            point.coverage = static_cast<double>(shown) / items;
        });
        return points;
    }

    static void add(CurvePoint& point, HitRanks hits, std::span<const ItemIndex> relevant,
                    const Discounts& discounts) {
        const HitRanks within(hits.begin(), std::ranges::upper_bound(hits, point.k));
        const auto n = static_cast<int>(relevant.size());
        point.ndcg += ndcgAtK(within, n, discounts);
        point.map += averagePrecisionAtK(within, n, point.k);
        point.precision += precisionAtK(within, point.k);
        point.recall += recallAtK(within, n);
        point.hitRate += recital::hitRate(within);
        point.mrr += reciprocalRank(within);
    }

    std::vector<std::int64_t> withoutRemoved(std::vector<std::int64_t> counts) const {
        for (auto item = m_split.removedItems.rbegin(); item != m_split.removedItems.rend(); ++item)
            counts[static_cast<std::size_t>(*item)] = -1;
        std::erase(counts, -1);
        return counts;
    }

    UserEvaluator m_evaluator;
    const Split& m_split;
    const EvaluationOptions& m_options;
    std::vector<UserMetrics> m_users;
    std::vector<std::vector<int>> m_hits; ///< of each user, as deep as the curve; empty without one
    std::mutex m_exposureMutex;
    std::vector<std::int64_t> m_exposure; ///< how often each item was shown among the first k
    std::vector<int> m_firstRank;         ///< at which it was shown at best; empty without a curve
};

Status validate(const Model& model, const Split& split, const EvaluationOptions& options) {
    if (options.k < 1 || options.k > 1000)
        return Error{ErrorCode::InvalidParameters, "k must lie between 1 and 1000"};
    if (options.curveTo < 0 || options.curveTo > 1000)
        return Error{ErrorCode::InvalidParameters, "the end of the curve must lie between 0 and 1000"};
    if (options.sampledNegatives < 0)
        return Error{ErrorCode::InvalidParameters, "the number of negatives must not be negative"};
    if (options.maxUsers < 0)
        return Error{ErrorCode::InvalidParameters, "the number of users must not be negative"};
    if (model.itemCount() != split.train.itemCount())
        return Error{ErrorCode::InvalidData, "the model knows " + std::to_string(model.itemCount()) +
                                                 " items, the split has " +
                                                 std::to_string(split.train.itemCount())};
    if (split.relevant.entryCount() == 0)
        return Error{ErrorCode::InvalidData, split.name + ": no user has a relevant test item"};
    if (findLeak(split))
        return Error{ErrorCode::InvalidData, split.name + ": training and test part overlap"};
    return success();
}

} // namespace

Result<EvaluationReport> evaluate(const Model& model, const Split& split, const EvaluationOptions& options,
                                  const JobControl& control) {
    if (const Status valid = validate(model, split, options); !valid)
        return valid.error();
    const auto start = std::chrono::steady_clock::now();
    Evaluation evaluation(model, split, options);
    if (const Status done = evaluation.run(control); !done)
        return done.error();

    EvaluationReport report;
    report.modelName = model.info().name;
    report.modelParameters = model.info().parameters;
    report.splitName = split.name;
    report.splitSeed = split.options.seed;
    report.k = options.k;
    report.sampledNegatives = options.sampledNegatives;
    if (options.sampledNegatives > 0)
        report.splitName += ", " + std::to_string(options.sampledNegatives) + " sampled negatives";
    report.skippedUsers = countSplit(split).skippedUsers;
    report.trainSeconds = model.info().trainSeconds;
    evaluation.fill(report, control.threads);
    report.users = std::move(evaluation).takeUsers();
    control.report(1.0);
    report.evaluateSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

} // namespace recital
