#include "core/recsys/live/replay.h"
#include "core/recsys/live/replaycases.h"
#include "core/recsys/mixbits.h"
#include "tests/recsys/livedata.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <set>

using namespace recital;

namespace {

ReplayOptions smallOptions(ReplayUsers users, ReplayHoldout holdout = ReplayHoldout::Newest) {
    ReplayOptions options;
    options.users = users;
    options.holdout = holdout;
    options.revealed = 1;
    options.folds = 3;
    options.k = 4;
    options.als = test::LiveFixture::smallAls();
    options.statistics.resamples = 200;
    options.statistics.flips = 200;
    return options;
}

double naiveNdcg(const std::vector<ItemIndex>& list, const std::vector<ItemIndex>& relevant, int k) {
    double gain = 0.0;
    double ideal = 0.0;
    for (std::size_t rank = 0; rank < static_cast<std::size_t>(k); ++rank) {
        const double discount = 1.0 / std::log2(static_cast<double>(rank) + 2.0);
        if (rank < list.size() && std::ranges::find(relevant, list[rank]) != relevant.end())
            gain += discount;
        if (rank < relevant.size())
            ideal += discount;
    }
    return gain / ideal;
}

/// A user as the definitions in replay.h put it, found by looking at all ratings.
struct NaiveCase {
    std::vector<ItemIndex> known;
    std::vector<ItemIndex> clicks;
    std::vector<ItemIndex> excluded;
    std::vector<ItemIndex> relevant;
};

bool isLike(const Dataset& dataset, std::uint32_t row) {
    return dataset.values()[row] >= 4.0F;
}

std::vector<ItemIndex> likesOf(const Dataset& dataset, UserIndex user) {
    return test::itemsInTime(dataset, user, [&](std::uint32_t row) { return isLike(dataset, row); });
}

NaiveCase naiveNewUser(const Dataset& dataset, const ReplayOptions& options, UserIndex user) {
    NaiveCase one;
    std::vector<ItemIndex> likes = likesOf(dataset, user);
    const auto tested = static_cast<std::size_t>(std::lround(0.2 * static_cast<double>(likes.size())));
    std::vector<ItemIndex> order = likes;
    if (options.holdout == ReplayHoldout::Random) {
        const auto hash = [&](ItemIndex item) {
            return mixBits(mixBits(options.seed, static_cast<std::uint64_t>(dataset.userId(user))),
                           static_cast<std::uint64_t>(dataset.item(item).id));
        };
        std::ranges::sort(order, {}, hash);
    } else {
        std::ranges::reverse(order);
    }
    one.relevant.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(tested));
    for (const ItemIndex item : likes)
        if (std::ranges::find(one.relevant, item) == one.relevant.end())
            one.clicks.push_back(item);
    one.excluded = one.clicks;
    return one;
}

NaiveCase naiveKnownUser(const Dataset& dataset, const ReplayOptions& options, UserIndex user) {
    const std::vector<ItemIndex> rated = test::itemsInTime(dataset, user, [](std::uint32_t) { return true; });
    const std::vector<ItemIndex> likes = likesOf(dataset, user);
    const auto hidden = static_cast<std::size_t>(std::floor(0.2 * static_cast<double>(rated.size()) + 0.5));
    NaiveCase one;
    one.excluded.assign(rated.begin(), rated.end() - static_cast<std::ptrdiff_t>(hidden));
    std::vector<ItemIndex> later;
    for (const ItemIndex item : likes) {
        const bool inTraining = std::ranges::find(one.excluded, item) != one.excluded.end();
        (inTraining ? one.known : later).push_back(item);
    }
    const std::size_t revealed = std::min(later.size(), static_cast<std::size_t>(options.revealed));
    one.clicks.assign(later.begin(), later.begin() + static_cast<std::ptrdiff_t>(revealed));
    one.relevant.assign(later.begin() + static_cast<std::ptrdiff_t>(revealed), later.end());
    one.excluded.insert(one.excluded.end(), one.clicks.begin(), one.clicks.end());
    return one;
}

/// NDCG of every row for one user; the model and the counts are those of the training part.
std::vector<double> naiveRows(const NaiveCase& one, const ReplayOptions& options, const AlsModel& model,
                              const RatingMatrix& train) {
    std::vector<double> rows;
    const Eigen::MatrixXd y = model.latentFactors()->items.cast<double>();
    const auto add = [&](const Eigen::VectorXd& scores) {
        rows.push_back(naiveNdcg(test::naiveTop(scores, one.excluded, options.k), one.relevant, options.k));
    };
    for (const UpdateRule& rule : options.rules)
        add(y * test::naiveVector(model, rule, one.known, one.clicks));
    if (options.users == ReplayUsers::Known)
        add(y * test::naiveVector(model, ResolveRule{}, one.known, {}));
    Eigen::VectorXd counts(train.itemCount());
    for (ItemIndex item = 0; item < train.itemCount(); ++item)
        counts(item) = static_cast<double>(train.byItem().row(item).size());
    add(counts);
    return rows;
}

/// The score of rankLive(): share n / 3 of the model, the rest popularity, worth as much as its best score.
Eigen::VectorXd naiveBlend(const Eigen::VectorXd& own, const Eigen::VectorXd& counts,
                           const std::vector<ItemIndex>& excluded, std::size_t clicks) {
    const double share = std::min(1.0, static_cast<double>(clicks) / 3.0);
    double unit = 0.0;
    for (ItemIndex item = 0; item < own.size(); ++item)
        if (std::ranges::find(excluded, item) == excluded.end())
            unit = std::max(unit, own(item));
    const Eigen::VectorXd start = (counts / counts.maxCoeff()).cwiseSqrt();
    return share * own + (1.0 - share) * unit * start;
}

void compareRows(const ReplayTable& table, const std::vector<std::vector<double>>& expected) {
    QCOMPARE(table.users, static_cast<int>(expected.size()));
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        double sum = 0.0;
        for (std::size_t u = 0; u < expected.size(); ++u) {
            QCOMPARE(expected[u].size(), table.rows.size());
            QVERIFY2(std::abs(table.rows[r].users[u] - expected[u][r]) < 1e-12,
                     qPrintable(QStringLiteral("row %1, user %2").arg(r).arg(u)));
            sum += expected[u][r];
        }
        QVERIFY(std::abs(table.rows[r].ndcg - sum / static_cast<double>(expected.size())) < 1e-12);
    }
}

ErrorCode codeOf(const Dataset& dataset, const ReplayOptions& options) {
    const auto table = replayRules(dataset, options, {});
    return table.ok() ? ErrorCode::Internal : table.error().code;
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private slots:
    void newUsersAgainstTheDefinition_data();
    void newUsersAgainstTheDefinition();
    void knownUsersAgainstTheDefinition();
    void everyNewcomerIsUnknownToTheirModel();
    void rowsAreInOrderAndJudged();
    void withoutAReSolveTheFirstRuleIsTheReference();
    void firstClicksOfNewcomers();
    void anyNumberOfThreadsGivesTheSameTable();
    void growsBeforeItIsComplete();
    void refusesWhatCannotBePlayed();
    void stops();
};

void TestReplay::newUsersAgainstTheDefinition_data() {
    QTest::addColumn<int>("holdout");
    QTest::newRow("newest") << static_cast<int>(ReplayHoldout::Newest);
    QTest::newRow("random") << static_cast<int>(ReplayHoldout::Random);
}

void TestReplay::newUsersAgainstTheDefinition() {
    QFETCH(int, holdout);
    const auto dataset = test::movingTastes();
    const ReplayOptions options = smallOptions(ReplayUsers::New, static_cast<ReplayHoldout>(holdout));
    const auto parts = replayParts(*dataset, options, {});
    QVERIFY(parts.ok());
    std::vector<std::vector<double>> expected;
    std::set<UserIndex> played;
    for (const ReplayPart& part : *parts) {
        const auto model = trainAls(part.train, options.als, {});
        for (const ReplayCase& one : part.cases) {
            played.insert(one.user);
            expected.push_back(
                naiveRows(naiveNewUser(*dataset, options, one.user), options, **model, part.train));
        }
    }
    for (UserIndex user = 0; user < dataset->userCount(); ++user)
        QCOMPARE(played.contains(user), likesOf(*dataset, user).size() >= 5);
    QVERIFY(expected.size() > 30 && static_cast<int>(expected.size()) < dataset->userCount());
    const auto table = replayRules(*dataset, options, {});
    QVERIFY(table.ok());
    compareRows(*table, expected);
}

void TestReplay::knownUsersAgainstTheDefinition() {
    const auto dataset = test::movingTastes();
    const ReplayOptions options = smallOptions(ReplayUsers::Known);
    const Split split = makeSplits(*dataset, test::newestFifth()).value().front();
    const auto model = trainAls(split.train, options.als, {});
    std::vector<std::vector<double>> expected;
    for (UserIndex user = 0; user < dataset->userCount(); ++user) {
        const NaiveCase one = naiveKnownUser(*dataset, options, user);
        if (!one.known.empty() && !one.relevant.empty())
            expected.push_back(naiveRows(one, options, **model, split.train));
    }
    QVERIFY(expected.size() > 20 && static_cast<int>(expected.size()) < dataset->userCount());
    const auto table = replayRules(*dataset, options, {});
    QVERIFY(table.ok());
    compareRows(*table, expected);
}

void TestReplay::everyNewcomerIsUnknownToTheirModel() {
    const auto dataset = test::movingTastes();
    const auto parts = replayParts(*dataset, smallOptions(ReplayUsers::New), {});
    QCOMPARE(parts->size(), std::size_t{3});
    const std::int64_t likes = RatingMatrix::positives(*dataset, 4.0F).entryCount();
    std::set<UserIndex> played;
    std::int64_t heldOut = 0;
    for (const ReplayPart& part : *parts) {
        heldOut += likes - part.train.entryCount();
        for (const ReplayCase& one : part.cases) {
            QVERIFY(part.train.byUser().row(one.user).empty());
            QVERIFY(played.insert(one.user).second);
            QVERIFY(one.known.empty() && one.clicks.size() >= 4);
            for (const ItemIndex item : one.relevant)
                QVERIFY(!std::ranges::binary_search(one.excluded, item));
        }
    }
    QCOMPARE(heldOut, likes); // each like is held out of one model
}

void TestReplay::rowsAreInOrderAndJudged() {
    const auto dataset = test::movingTastes();
    ReplayOptions options = smallOptions(ReplayUsers::Known);
    const auto table = replayRules(*dataset, options, {});
    QVERIFY(table.ok() && table->complete);
    QCOMPARE(table->users, table->of);
    QVERIFY(table->seconds > 0.0);
    QCOMPARE(table->rows.size(), std::size_t{5});
    QCOMPARE(table->reference, std::size_t{1});
    for (std::size_t r = 0; r < 3; ++r)
        QVERIFY(table->rows[r].kind == ReplayRow::Kind::Rule && table->rows[r].rule == options.rules[r]);
    QVERIFY(table->rows[3].kind == ReplayRow::Kind::NoUpdate);
    QVERIFY(table->rows[4].kind == ReplayRow::Kind::Popular);
    QVERIFY(table->curve.empty());
    for (std::size_t r = 0; r < table->rows.size(); ++r) {
        const ReplayRow& row = table->rows[r];
        QVERIFY(row.interval.low <= row.ndcg && row.ndcg <= row.interval.high);
        QVERIFY(row.interval.low < row.interval.high);
        const PairedComparison alone = comparePaired(row.users, table->rows[1].users, options.statistics);
        if (r == 1) {
            QCOMPARE(row.difference.verdict, Verdict::NotComparable);
            continue;
        }
        QCOMPARE(row.difference.difference, alone.difference);
        QCOMPARE(row.difference.pValue, alone.pValue);
        QCOMPARE(row.difference.familySize, 4);
        QVERIFY(row.difference.adjustedP >= row.difference.pValue);
        QVERIFY(row.difference.verdict != Verdict::NotComparable);
    }
    QVERIFY(replayRules(*dataset, smallOptions(ReplayUsers::New), {})->rows.size() == 4); // no "no update"
}

void TestReplay::withoutAReSolveTheFirstRuleIsTheReference() {
    ReplayOptions options = smallOptions(ReplayUsers::New);
    options.rules = {MovingAverageRule{0.5}, RecencyRule{0.7}};
    const auto table = replayRules(*test::movingTastes(), options, {});
    QCOMPARE(table->reference, std::size_t{0});
    QCOMPARE(table->rows[0].difference.verdict, Verdict::NotComparable);
    QVERIFY(table->rows[1].difference.users > 0);
}

void TestReplay::firstClicksOfNewcomers() {
    const auto dataset = test::movingTastes();
    ReplayOptions options = smallOptions(ReplayUsers::New);
    options.rules = {ResolveRule{}};
    const auto table = replayRules(*dataset, options, {});
    QCOMPARE(table->curve.size(), std::size_t{ReplayTable::curveClicks} + 1);
    const auto parts = replayParts(*dataset, options, {});
    std::vector<double> popular(11), personal(11), blended(11);
    int users = 0;
    for (const ReplayPart& part : *parts) {
        const auto model = trainAls(part.train, options.als, {});
        const Eigen::MatrixXd y = (*model)->latentFactors()->items.cast<double>();
        Eigen::VectorXd counts(part.train.itemCount());
        for (ItemIndex item = 0; item < part.train.itemCount(); ++item)
            counts(item) = static_cast<double>(part.train.byItem().row(item).size());
        for (const ReplayCase& one : part.cases) {
            const std::vector<ItemIndex> likes = likesOf(*dataset, one.user);
            if (likes.size() < 15)
                continue;
            ++users;
            for (int n = 0; n <= 10; ++n) {
                const std::vector<ItemIndex> first(likes.begin(), likes.begin() + n);
                const std::vector<ItemIndex> next(likes.begin() + n, likes.begin() + n + 5);
                const auto ndcg = [&](const Eigen::VectorXd& scores) {
                    return naiveNdcg(test::naiveTop(scores, first, options.k), next, options.k);
                };
                const Eigen::VectorXd own = y * test::naiveVector(**model, ResolveRule{}, {}, first);
                const auto place = static_cast<std::size_t>(n);
                popular[place] += ndcg(counts);
                personal[place] += ndcg(own);
                blended[place] += ndcg(n == 0 ? counts : naiveBlend(own, counts, first, place));
            }
        }
    }
    QVERIFY(users > 10);
    QCOMPARE(table->curveUsers, users);
    for (std::size_t n = 0; n <= 10; ++n) {
        const ReplayCurvePoint& point = table->curve[n];
        QCOMPARE(point.clicks, static_cast<int>(n));
        QVERIFY(std::abs(point.popular - popular[n] / users) < 1e-12);
        QVERIFY(std::abs(point.blended - blended[n] / users) < 1e-12);
        QVERIFY(n == 0 ? std::isnan(point.personal) : std::abs(point.personal - personal[n] / users) < 1e-12);
        QCOMPARE(point.blendedOverPopular.users, n == 0 ? 0 : users);
        QCOMPARE(point.blendedOverPersonal.users, n == 1 || n == 2 ? users : 0);
    }
}

void TestReplay::anyNumberOfThreadsGivesTheSameTable() {
    const auto dataset = test::movingTastes();
    for (const ReplayUsers users : {ReplayUsers::New, ReplayUsers::Known}) {
        const auto one = replayRules(*dataset, smallOptions(users), test::onThreads(1));
        const auto many = replayRules(*dataset, smallOptions(users), test::onThreads(5));
        for (std::size_t r = 0; r < one->rows.size(); ++r) {
            QVERIFY(one->rows[r].users == many->rows[r].users);
            QCOMPARE(one->rows[r].ndcg, many->rows[r].ndcg);
            QCOMPARE(one->rows[r].interval.low, many->rows[r].interval.low);
            QCOMPARE(one->rows[r].difference.adjustedP, many->rows[r].difference.adjustedP);
        }
        for (std::size_t n = 0; n < one->curve.size(); ++n)
            QCOMPARE(one->curve[n].blended, many->curve[n].blended);
    }
}

void TestReplay::growsBeforeItIsComplete() {
    const auto dataset = test::movingTastes();
    std::vector<int> users;
    double last = 0.0;
    JobControl control;
    control.progress = [&](double fraction) {
        QVERIFY(fraction >= last && fraction <= 1.0);
        last = fraction;
    };
    const auto table =
        replayRules(*dataset, smallOptions(ReplayUsers::New), control, [&](const ReplayTable& grown) {
            QVERIFY(!grown.complete);
            QCOMPARE(grown.rows.front().users.size(), static_cast<std::size_t>(grown.users));
            QVERIFY(grown.rows.front().ndcg >= 0.0 && grown.users <= grown.of);
            users.push_back(grown.users);
        });
    QCOMPARE(users.size(), std::size_t{3}); // one a fold: each is smaller than a batch
    QVERIFY(std::ranges::is_sorted(users));
    QCOMPARE(users.back(), table->of);
    QCOMPARE(last, 1.0);
}

void TestReplay::refusesWhatCannotBePlayed() {
    const auto dataset = test::movingTastes();
    QCOMPARE(codeOf(*test::movingTastes(60, 48, false), smallOptions(ReplayUsers::New)),
             ErrorCode::InvalidData);
    const auto nobody = test::datasetOf({{1, 1, 5.0F, 1}, {1, 2, 5.0F, 2}, {2, 1, 1.0F, 1}});
    QCOMPARE(codeOf(*nobody, smallOptions(ReplayUsers::New)), ErrorCode::InvalidData);
    QCOMPARE(codeOf(*nobody, smallOptions(ReplayUsers::Known)), ErrorCode::InvalidData);
    const auto invalid = [&](auto change) {
        ReplayOptions options = smallOptions(ReplayUsers::New);
        change(options);
        return codeOf(*dataset, options) == ErrorCode::InvalidParameters;
    };
    QVERIFY(invalid([](ReplayOptions& o) { o.rules.clear(); }));
    QVERIFY(invalid([](ReplayOptions& o) { o.rules = {RecencyRule{}, RecencyRule{}}; }));
    QVERIFY(invalid([](ReplayOptions& o) { o.rules = {RecencyRule{0.0}}; }));
    QVERIFY(invalid([](ReplayOptions& o) { o.rules = {MovingAverageRule{1.5}}; }));
    QVERIFY(invalid([](ReplayOptions& o) { o.folds = 1; }));
    QVERIFY(invalid([](ReplayOptions& o) { o.revealed = 0; }));
    QVERIFY(invalid([](ReplayOptions& o) { o.k = 0; }));
    QVERIFY(invalid([](ReplayOptions& o) { o.als.factors = 0; }));
    QVERIFY(invalid([](ReplayOptions& o) { o.statistics.flips = 0; }));
    QVERIFY(invalid([](ReplayOptions& o) {
        o.users = ReplayUsers::Known;
        o.holdout = ReplayHoldout::Random;
    }));
}

void TestReplay::stops() {
    const auto dataset = test::movingTastes();
    std::stop_source before;
    before.request_stop();
    JobControl control;
    control.stop = before.get_token();
    QCOMPARE(replayRules(*dataset, smallOptions(ReplayUsers::New), control).error().code,
             ErrorCode::Cancelled);
    std::stop_source during;
    control.stop = during.get_token();
    int shown = 0;
    const auto table =
        replayRules(*dataset, smallOptions(ReplayUsers::New), control, [&](const ReplayTable&) {
            ++shown;
            during.request_stop();
        });
    QCOMPARE(table.error().code, ErrorCode::Cancelled);
    QCOMPARE(shown, 1);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
