#include "core/recsys/io/loader.h"
#include "core/recsys/live/replay.h"
#include "core/recsys/parallel.h"
#include "tests/recsys/livedata.h"
#include "tests/testdata.h"
#include "tests/timelimit.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <optional>

using namespace recital;

Q_DECLARE_METATYPE(ReplayUsers)
Q_DECLARE_METATYPE(ReplayHoldout)

namespace {

/// A line of evaluation.md 6.9: what was measured there, and what it said against the exact re-solve.
struct Published {
    ReplayRow::Kind kind;
    UpdateRule rule;
    double ndcg;
    std::optional<Verdict> verdict; ///< nullopt: better, but close to the limit of what can be told
};

constexpr Verdict tie = Verdict::NoDetectableDifference;

} // namespace

Q_DECLARE_METATYPE(std::vector<Published>)

/// The whole table of evaluation.md 6.9 on MovieLens 100K: users, values, order.
class TestReplayTable : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void agreesWithThePublishedTable_data();
    void agreesWithThePublishedTable();
    void recencyAndMovingAverageTieForKnownUsers();
    void theShareOfTheModelIsWorthIt();
    void takesSeconds();

private:
    ReplayTable table(ReplayUsers users, ReplayHoldout holdout, int revealed = 3);

    std::shared_ptr<const Dataset> m_dataset;
};

void TestReplayTable::initTestCase() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    const auto source = openFolder(folder.toStdString());
    QVERIFY(source.ok());
    const auto dataset = loadDataset(**source, {});
    QVERIFY(dataset.ok());
    m_dataset = *dataset;
}

ReplayTable TestReplayTable::table(ReplayUsers users, ReplayHoldout holdout, int revealed) {
    ReplayOptions options;
    options.users = users;
    options.holdout = holdout;
    options.revealed = revealed;
    options.als.form = AlsForm::Implicit;
    options.als.factors = 64;
    options.als.iterations = 15;
    options.als.alpha = 10.0;
    options.als.regularization = 50.0;
    options.rules = {RecencyRule{}, ResolveRule{}, MovingAverageRule{}, RecencyRule{0.95}, RecencyRule{0.8}};
    return replayRules(*m_dataset, options, test::onThreads(hardwareThreads())).value();
}

void TestReplayTable::agreesWithThePublishedTable_data() {
    using Kind = ReplayRow::Kind;
    QTest::addColumn<ReplayUsers>("users");
    QTest::addColumn<ReplayHoldout>("holdout");
    QTest::addColumn<int>("revealed");
    QTest::addColumn<int>("count");
    QTest::addColumn<std::vector<Published>>("lines");
    const UpdateRule recency = RecencyRule{};
    const UpdateRule resolve = ResolveRule{};
    const UpdateRule average = MovingAverageRule{};
    QTest::newRow("new users, newest fifth")
        << ReplayUsers::New << ReplayHoldout::Newest << 3 << 938
        << std::vector<Published>{{Kind::Rule, recency, .1585, Verdict::Better},
                                  {Kind::Rule, resolve, .1421, Verdict::NotComparable},
                                  {Kind::Rule, average, .1495, tie},
                                  {Kind::Rule, RecencyRule{.95}, .1541, Verdict::Better},
                                  {Kind::Rule, RecencyRule{.8}, .1585, Verdict::Better},
                                  {Kind::Popular, {}, .0881, Verdict::Worse}};
    QTest::newRow("new users, random fifth")
        << ReplayUsers::New << ReplayHoldout::Random << 3 << 938
        << std::vector<Published>{{Kind::Rule, recency, .3115, Verdict::Worse},
                                  {Kind::Rule, resolve, .3288, Verdict::NotComparable},
                                  {Kind::Rule, average, .2407, Verdict::Worse},
                                  {Kind::Rule, RecencyRule{.95}, .3155, Verdict::Worse},
                                  {Kind::Rule, RecencyRule{.8}, .3055, Verdict::Worse}};
    QTest::newRow("known users, three revealed")
        << ReplayUsers::Known << ReplayHoldout::Newest << 3 << 702
        << std::vector<Published>{{Kind::NoUpdate, {}, .1655, Verdict::Worse},
                                  {Kind::Rule, average, .1874, Verdict::Better},
                                  {Kind::Rule, resolve, .1744, Verdict::NotComparable},
                                  {Kind::Rule, recency, .1881, Verdict::Better}};
    QTest::newRow("known users, five revealed")
        << ReplayUsers::Known << ReplayHoldout::Newest << 5 << 543
        << std::vector<Published>{{Kind::NoUpdate, {}, .1629, Verdict::Worse},
                                  {Kind::Rule, average, .1909, std::nullopt},
                                  {Kind::Rule, resolve, .1771, Verdict::NotComparable},
                                  {Kind::Rule, recency, .1956, Verdict::Better}};
}

void TestReplayTable::agreesWithThePublishedTable() {
    QFETCH(ReplayUsers, users);
    QFETCH(ReplayHoldout, holdout);
    QFETCH(int, revealed);
    QFETCH(int, count);
    QFETCH(std::vector<Published>, lines);
    if (!m_dataset)
        QSKIP("no data");
    const ReplayTable found = table(users, holdout, revealed);
    QCOMPARE(found.users, count);
    for (const ReplayRow& row : found.rows)
        qInfo("%-36s %.4f [%.4f, %.4f]  %+.4f p %.4f verdict %d", describe(row.rule).c_str(), row.ndcg,
              row.interval.low, row.interval.high, row.difference.difference, row.difference.adjustedP,
              static_cast<int>(row.difference.verdict));
    for (const Published& line : lines) {
        const auto row = std::ranges::find_if(found.rows, [&](const ReplayRow& candidate) {
            return candidate.kind == line.kind &&
                   (line.kind != ReplayRow::Kind::Rule || candidate.rule == line.rule);
        });
        QVERIFY(row != found.rows.end());
        const QByteArray what = QByteArray::fromStdString(describe(line.rule)) + " published " +
                                QByteArray::number(line.ndcg) + " found " + QByteArray::number(row->ndcg);
        QVERIFY2(row->interval.low <= line.ndcg && line.ndcg <= row->interval.high, what);
        if (line.verdict)
            QCOMPARE(row->difference.verdict, *line.verdict);
        else
            QVERIFY2(row->difference.difference > 0.0, what);
    }
}

void TestReplayTable::recencyAndMovingAverageTieForKnownUsers() {
    if (!m_dataset)
        QSKIP("no data");
    for (const int revealed : {3, 5}) {
        const ReplayTable found = table(ReplayUsers::Known, ReplayHoldout::Newest, revealed);
        PairedComparison pair =
            comparePaired(found.rows[0].users, found.rows[2].users, found.options.statistics);
        judgeFamily({&pair, 1}, found.options.statistics.level);
        QCOMPARE(pair.verdict, Verdict::NoDetectableDifference);
    }
}

/// The tiers of a newcomer: from the first click on the share n / 3 of the model beats popularity, and is not
/// worse than the model alone.
void TestReplayTable::theShareOfTheModelIsWorthIt() {
    if (!m_dataset)
        QSKIP("no data");
    const ReplayTable found = table(ReplayUsers::New, ReplayHoldout::Newest);
    QVERIFY(found.curveUsers > 700 && found.curveUsers < 938);
    for (const ReplayCurvePoint& point : found.curve)
        qInfo("%2d clicks: popular %.4f blended %.4f (p %.4f) personal %.4f (p %.4f)", point.clicks,
              point.popular, point.blended, point.blendedOverPopular.adjustedP, point.personal,
              point.blendedOverPersonal.adjustedP);
    for (std::size_t n = 1; n < found.curve.size(); ++n) {
        QCOMPARE(found.curve[n].blendedOverPopular.verdict, Verdict::Better);
        QCOMPARE(found.curve[n].blended == found.curve[n].personal, n >= 3);
    }
    QVERIFY(found.curve[1].blended > found.curve[1].personal);
    QVERIFY(found.curve[2].blended > found.curve[2].personal);
}

void TestReplayTable::takesSeconds() {
    if (!m_dataset)
        QSKIP("no data");
    QElapsedTimer clock;
    clock.start();
    const ReplayTable found = table(ReplayUsers::New, ReplayHoldout::Newest);
    qInfo("%.2f s, of which the table says %.2f", static_cast<double>(clock.elapsed()) / 1000.0,
          found.seconds);
    QVERIFY(static_cast<double>(clock.elapsed()) / 1000.0 < test::timeLimit(30.0));
}

QTEST_GUILESS_MAIN(TestReplayTable)
#include "tst_replaytable.moc"
