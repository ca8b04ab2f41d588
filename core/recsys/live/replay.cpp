#include "core/recsys/live/replay.h"

#include "core/recsys/live/replaycases.h"
#include "core/recsys/live/replayplayer.h"
#include "core/recsys/parallel.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <numeric>

namespace recital {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kUsersABatch = 64; ///< after which the table is shown, and a stop is seen
constexpr std::int64_t kUsersABlock = 4;
constexpr double kPlayingEnds = 0.95; ///< of the whole; the rest is statistics

double meanOf(std::span<const double> values) {
    return std::reduce(values.begin(), values.end()) / static_cast<double>(values.size());
}

Error cancelled() {
    return Error{ErrorCode::Cancelled, {}};
}

class Replay {
public:
    Replay(const Dataset& dataset, const ReplayOptions& options, const JobControl& control,
           const std::function<void(const ReplayTable&)>& observer)
        : m_dataset(dataset)
        , m_control(control)
        , m_observer(observer) {
        m_table.options = options;
        m_table.trained = options.als.describe();
        addRows();
    }

    Result<ReplayTable> run();

private:
    void addRows();
    void addRow(ReplayRow::Kind kind, const UpdateRule& rule);
    Status play(const ReplayPart& part);
    Status append(std::vector<Result<PlayedCase>>& batch);
    void show();
    void judge();
    void judgeCurve();
    /// The control of a step from `begin` to `end` of the whole.
    JobControl step(double begin, double end) const;
    JobControl silent() const; ///< the control without its progress

    const Dataset& m_dataset;
    const JobControl& m_control;
    const std::function<void(const ReplayTable&)>& m_observer;
    ReplayTable m_table;
    std::size_t m_part = 0;
    std::size_t m_parts = 1;
    std::vector<std::vector<double>> m_curve; ///< as PlayedCase::curve, each with one value a user
};

void Replay::addRows() {
    const ReplayOptions& options = m_table.options;
    for (const UpdateRule& rule : options.rules) {
        addRow(ReplayRow::Kind::Rule, rule);
        if (std::holds_alternative<ResolveRule>(rule))
            m_table.reference = m_table.rows.size() - 1;
    }
    if (options.users == ReplayUsers::Known)
        addRow(ReplayRow::Kind::NoUpdate, {});
    addRow(ReplayRow::Kind::Popular, {});
}

void Replay::addRow(ReplayRow::Kind kind, const UpdateRule& rule) {
    ReplayRow& row = m_table.rows.emplace_back();
    row.kind = kind;
    row.rule = rule;
}

JobControl Replay::step(double begin, double end) const {
    JobControl part = m_control;
    part.progress = [this, begin, end](double fraction) {
        m_control.report(begin + fraction * (end - begin));
    };
    return part;
}

JobControl Replay::silent() const {
    JobControl control = m_control;
    control.progress = nullptr;
    return control;
}

Result<ReplayTable> Replay::run() {
    const auto start = Clock::now();
    const auto parts = replayParts(m_dataset, m_table.options, m_control);
    if (!parts)
        return parts.error();
    m_parts = parts->size();
    for (const ReplayPart& part : *parts)
        m_table.of += static_cast<int>(part.cases.size());
    for (const ReplayPart& part : *parts) {
        if (const Status played = play(part); !played)
            return played.error();
        ++m_part;
    }
    judge();
    m_control.report(0.98);
    judgeCurve();
    if (m_control.stopRequested())
        return cancelled();
    m_table.complete = true;
    m_table.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    m_control.report(1.0);
    return std::move(m_table);
}

/// Trains on one part and plays its users.
Status Replay::play(const ReplayPart& part) {
    if (part.cases.empty())
        return success();
    const double width = kPlayingEnds / static_cast<double>(m_parts);
    const double begin = width * static_cast<double>(m_part);
    const auto model = trainAls(part.train, m_table.options.als, step(begin, begin + width / 2.0));
    if (!model)
        return model.error();
    const ReplayPlayer player(m_dataset, part.train, **model, m_table.options);
    const std::int64_t count = std::ssize(part.cases);
    for (std::int64_t first = 0; first < count; first += kUsersABatch) {
        std::vector<Result<PlayedCase>> batch(static_cast<std::size_t>(std::min(kUsersABatch, count - first)),
                                              cancelled());
        forEachBlock(std::ssize(batch), kUsersABlock, m_control.threads, [&](std::int64_t b, std::int64_t e) {
            ReplayPlayer::Workspace workspace;
            for (std::int64_t i = b; i < e && !m_control.stopRequested(); ++i)
                batch[static_cast<std::size_t>(i)] =
                    player.play(part.cases[static_cast<std::size_t>(first + i)], workspace);
        });
        if (const Status appended = append(batch); !appended)
            return appended;
        const double done = static_cast<double>(std::min(first + kUsersABatch, count));
        m_control.report(begin + width * (0.5 + 0.5 * done / static_cast<double>(count)));
        show();
    }
    return success();
}

Status Replay::append(std::vector<Result<PlayedCase>>& batch) {
    for (const Result<PlayedCase>& played : batch) {
        if (!played)
            return played.error();
        for (std::size_t r = 0; r < m_table.rows.size(); ++r)
            m_table.rows[r].users.push_back(played->rows[r]);
        m_curve.resize(std::max(m_curve.size(), played->curve.size()));
        for (std::size_t c = 0; c < played->curve.size(); ++c)
            m_curve[c].push_back(played->curve[c]);
        ++m_table.users;
    }
    return success();
}

void Replay::show() {
    for (ReplayRow& row : m_table.rows)
        row.ndcg = meanOf(row.users);
    if (m_observer)
        m_observer(m_table);
}

void Replay::judge() {
    const StatisticsOptions& statistics = m_table.options.statistics;
    const JobControl control = silent();
    const std::vector<double>& reference = m_table.rows[m_table.reference].users;
    std::vector<SamplePair> pairs;
    std::vector<std::size_t> places;
    for (std::size_t r = 0; r < m_table.rows.size() && !control.stopRequested(); ++r) {
        m_table.rows[r].interval = bootstrapInterval(m_table.rows[r].users, statistics, control);
        if (r == m_table.reference)
            continue;
        pairs.push_back({m_table.rows[r].users, reference});
        places.push_back(r);
    }
    std::vector<PairedComparison> family = comparePairs(pairs, statistics, control);
    judgeFamily(family, statistics.level);
    for (std::size_t i = 0; i < places.size(); ++i)
        m_table.rows[places[i]].difference = family[i];
}

/// The columns of m_curve are popular, blended, personal of 0 clicks, then of 1, and so on.
void Replay::judgeCurve() {
    if (m_curve.empty() || m_control.stopRequested())
        return;
    const StatisticsOptions& statistics = m_table.options.statistics;
    m_table.curveUsers = static_cast<int>(m_curve.front().size());
    std::vector<SamplePair> overPopular;
    std::vector<SamplePair> overPersonal;
    for (std::size_t n = 0; n * 3 < m_curve.size(); ++n) {
        const auto* column = &m_curve[3 * n];
        ReplayCurvePoint point;
        point.clicks = static_cast<int>(n);
        point.popular = meanOf(column[0]);
        point.blended = meanOf(column[1]);
        point.personal = meanOf(column[2]);
        m_table.curve.push_back(point);
        if (n > 0)
            overPopular.push_back({column[1], column[0]});
        if (n == 1 || n == 2)
            overPersonal.push_back({column[1], column[2]});
    }
    std::vector<PairedComparison> family = comparePairs(overPopular, statistics, silent());
    judgeFamily(family, statistics.level);
    for (std::size_t i = 0; i < family.size(); ++i)
        m_table.curve[i + 1].blendedOverPopular = family[i];
    family = comparePairs(overPersonal, statistics, silent());
    judgeFamily(family, statistics.level);
    for (std::size_t i = 0; i < family.size(); ++i)
        m_table.curve[i + 1].blendedOverPersonal = family[i];
}

Status within(int value, int least, int greatest, const char* what) {
    if (value >= least && value <= greatest)
        return success();
    return Error{ErrorCode::InvalidParameters,
                 std::string(what) + " must be " + std::to_string(least) + " to " + std::to_string(greatest)};
}

} // namespace

Status ReplayOptions::validate() const {
    if (rules.empty())
        return Error{ErrorCode::InvalidParameters, "there is no rule to play"};
    if (users == ReplayUsers::Known && holdout == ReplayHoldout::Random)
        return Error{ErrorCode::InvalidParameters, "a random holdout is for new users only"};
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (const Status valid = recital::validate(rules[i]); !valid)
            return valid;
        if (std::find(rules.begin(), rules.begin() + static_cast<std::ptrdiff_t>(i), rules[i]) !=
            rules.begin() + static_cast<std::ptrdiff_t>(i))
            return Error{ErrorCode::InvalidParameters, "a rule stands there twice: " + describe(rules[i])};
    }
    for (const Status& status :
         {within(revealed, 1, 100, "the number of revealed clicks"),
          within(folds, 2, 100, "the number of parts of the users"),
          within(k, 1, 1000, "the length of the lists"), als.validate(), statistics.validate()})
        if (!status)
            return status;
    return success();
}

Status checkReplayable(const Dataset& dataset) {
    if (dataset.info().hasTimestamps)
        return success();
    return Error{ErrorCode::InvalidData,
                 "the data has no timestamps, so nobody knows in which order the clicks came"};
}

Result<ReplayTable> replayRules(const Dataset& dataset, const ReplayOptions& options,
                                const JobControl& control,
                                const std::function<void(const ReplayTable&)>& observer) {
    if (const Status valid = options.validate(); !valid)
        return valid.error();
    return Replay(dataset, options, control, observer).run();
}

} // namespace recital
