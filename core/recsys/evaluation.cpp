#include "core/recsys/evaluation.h"

#include "core/recsys/jobprogress.h"
#include "core/recsys/mixbits.h"
#include "core/recsys/parallel.h"
#include "core/recsys/recommend.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>

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

/// What a run over all users produces, filled by several threads.
class Evaluation {
public:
    Evaluation(const Model& model, const Split& split, const EvaluationOptions& options)
        : m_model(model)
        , m_split(split)
        , m_options(options)
        , m_discounts(options.k)
        , m_exposure(static_cast<std::size_t>(model.itemCount())) {
        for (const UserIndex user : usersToEvaluate(split, options))
            m_users.emplace_back().user = user;
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

    std::span<const std::int64_t> exposure() const noexcept { return m_exposure; }
    std::vector<UserMetrics> takeUsers() && { return std::move(m_users); }

private:
    Status evaluateBlock(std::int64_t begin, std::int64_t end, const JobControl& control) {
        std::vector<float> scores(static_cast<std::size_t>(m_model.itemCount()));
        std::vector<ItemIndex> shown;
        for (std::int64_t i = begin; i < end; ++i) {
            if (control.stopRequested())
                return Error{ErrorCode::Cancelled, "evaluation was cancelled"};
            if (Status done = evaluateUser(m_users[static_cast<std::size_t>(i)], scores, shown); !done)
                return done;
        }
        // Whole numbers: the order in which the threads arrive here does not matter.
        const std::scoped_lock lock(m_exposureMutex);
        for (const ItemIndex item : shown)
            ++m_exposure[static_cast<std::size_t>(item)];
        return success();
    }

    Status evaluateUser(UserMetrics& result, std::span<float> scores, std::vector<ItemIndex>& shown) const {
        const auto history = m_split.train.history(result.user);
        const auto seen = m_split.seen.row(result.user);
        const auto relevant = m_split.relevant.row(result.user);
        m_model.score(history, scores);
        const auto list = topK(scores, seen, m_options.k);
        if (!list)
            return Error{list.error().code,
                         "user index " + std::to_string(result.user) + ": " + list.error().detail};
        std::vector<int> hits;
        for (std::size_t i = 0; i < list->size(); ++i) {
            const ItemIndex item = (*list)[i].item;
            shown.push_back(item);
            if (std::ranges::binary_search(relevant, item))
                hits.push_back(static_cast<int>(i) + 1);
        }
        result.metrics = rankingMetrics(hits, static_cast<int>(relevant.size()), m_discounts);
        if (m_options.auc) {
            const AreaUnderCurve auc = areaUnderCurve(scores, seen, relevant);
            result.metrics.auc = auc.tiesHalf;
            result.metrics.aucInListOrder = auc.inListOrder;
        }
        return success();
    }

    const Model& m_model;
    const Split& m_split;
    const EvaluationOptions& m_options;
    Discounts m_discounts;
    std::vector<UserMetrics> m_users;
    std::mutex m_exposureMutex;
    std::vector<std::int64_t> m_exposure; ///< how often each item was shown
};

Status validate(const Model& model, const Split& split, const EvaluationOptions& options) {
    if (options.k < 1 || options.k > 1000)
        return Error{ErrorCode::InvalidParameters, "k must lie between 1 and 1000"};
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

/// How many users rated each item in training.
std::vector<std::int64_t> countRaters(const Split& split) {
    std::vector<std::int64_t> raters(static_cast<std::size_t>(split.train.itemCount()));
    for (const ItemIndex item : split.seen.columns)
        ++raters[static_cast<std::size_t>(item)];
    return raters;
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
    report.skippedUsers = countSplit(split).skippedUsers;
    report.coverage = catalogueCoverage(evaluation.exposure());
    report.gini = giniOfExposure(evaluation.exposure());
    report.novelty =
        meanInverseUserFrequency(evaluation.exposure(), countRaters(split), split.train.userCount());
    report.trainSeconds = model.info().trainSeconds;
    report.users = std::move(evaluation).takeUsers();
    report.evaluatedUsers = static_cast<int>(report.users.size());
    report.means = meanOfUsers(report.users, [](const UserMetrics&) { return true; });
    control.report(1.0);
    report.evaluateSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

} // namespace recital
