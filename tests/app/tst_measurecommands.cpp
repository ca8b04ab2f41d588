#include "tests/app/programrunner.h"
#include "tests/testdata.h"

#include <QtTest>

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace recital::test;
using namespace Qt::StringLiterals;

/// The commands that measure: evaluate, tune, reproduce, train on what others measured on.
class TestMeasureCommands : public QObject, ProgramRunner {
    Q_OBJECT

private slots:
    void initTestCase();
    void evaluateTemporalSplit();
    void evaluateOfficialFolds();
    void evaluateEveryProtocol_data();
    void evaluateEveryProtocol();
    void evaluateChangesParameters();
    void evaluateInEveryFormat_data();
    void evaluateInEveryFormat();
    void evaluateLeavesOutWhatFails();
    void tunePrintsTrialsBudgetAndBest();
    void reproducePublishedFigures();
    void reproduceNeedsMovieLens100K();
    void trainOn100K();
};

void TestMeasureCommands::initTestCase() {
    QVERIFY(m_home.isValid());
}

void TestMeasureCommands::evaluateTemporalSplit() {
    const QJsonObject result =
        runJson({u"evaluate"_s, u"--data"_s, bundled, u"--protocol"_s, u"user-temporal"_s, u"--algorithms"_s,
                 u"random,popular"_s, u"--k"_s, u"5"_s, u"--seeds"_s, u"2"_s});
    const QJsonArray rows = result.value(u"algorithms"_s).toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(result.value(u"k"_s), 5);
    QCOMPARE(result.value(u"protocol"_s), u"user-temporal"_s);
    QCOMPARE(result.value(u"splits"_s)[0][u"leakedPairs"_s], 0);
    QVERIFY(rows[0][u"users"_s].toInt() > 300);
    QCOMPARE(rows[0][u"bySeed"_s].toArray().size(), 2);
    QCOMPARE(rows[1][u"bySeed"_s].toArray().size(), 1); // popularity draws nothing
    const double random = rows[0][u"means"_s][u"ndcg"_s].toDouble();
    const double popular = rows[1][u"means"_s][u"ndcg"_s].toDouble();
    QVERIFY(random < 0.02);
    QVERIFY(popular > 3.0 * random);
    QVERIFY(rows[1][u"differences"_s].toObject().isEmpty()); // nothing to compare to was named
}

void TestMeasureCommands::evaluateOfficialFolds() {
    RECITAL_REQUIRE_DATA(data, "ml-100k");
    const QJsonObject result =
        runJson({u"evaluate"_s, u"--data"_s, data, u"--protocol"_s, u"official-folds"_s, u"--algorithms"_s,
                 u"popular,puresvd,itemknn"_s, u"--compare-to"_s, u"itemknn"_s, u"--rating-models"_s,
                 u"user-mean,bias"_s});
    const QJsonArray rows = result.value(u"algorithms"_s).toArray();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0][u"bySeed"_s][0][u"folds"_s].toArray().size(), 5);
    // Golden values of P0.
    QVERIFY(std::abs(rows[0][u"means"_s][u"ndcg"_s].toDouble() - 0.204553) < 1e-6);
    QVERIFY(std::abs(rows[2][u"means"_s][u"ndcg"_s].toDouble() - 0.360582) < 5e-4);
    const QJsonArray splits = result.value(u"splits"_s).toArray();
    QCOMPARE(splits[0][u"trainPositives"_s], 44140);
    QCOMPARE(splits[4][u"evaluatedUsers"_s], 878);
    QCOMPARE(result.value(u"reference"_s), u"ItemKNN"_s);
    const QJsonValue difference = rows[0][u"differences"_s][u"ndcg"_s];
    QCOMPARE(difference[u"users"_s], 942);
    QCOMPARE(difference[u"verdict"_s], u"worse"_s);
    QVERIFY(std::abs(difference[u"difference"_s].toDouble() + 0.1589) < 1e-3);
    QVERIFY(difference[u"interval"_s][u"high"_s].toDouble() < 0.0);
    const QJsonArray ratings = result.value(u"ratings"_s).toArray();
    QCOMPARE(ratings.size(), 2);
    QVERIFY(std::abs(ratings[0][u"mean"_s][u"rmse"_s].toDouble() - 1.04372) <
            1e-5); // evaluation.md, section 3
    QVERIFY(std::abs(ratings[1][u"mean"_s][u"mae"_s].toDouble() - 0.74993) < 1e-5);
    QVERIFY(std::abs(ratings[0][u"bySeed"_s][0][0][u"mae"_s].toDouble() - 0.85019) < 1e-5); // T5
}

void TestMeasureCommands::evaluateEveryProtocol_data() {
    QTest::addColumn<QString>("protocol");
    QTest::addColumn<int>("splits");
    QTest::newRow("user-temporal") << u"user-temporal"_s << 1;
    QTest::newRow("user-random") << u"user-random"_s << 1;
    QTest::newRow("global-temporal") << u"global-temporal"_s << 1;
    QTest::newRow("leave-last-out") << u"leave-last-out"_s << 1;
    QTest::newRow("held-out-users") << u"held-out-users"_s << 1;
    QTest::newRow("random-folds") << u"random-folds"_s << 3;
}

void TestMeasureCommands::evaluateEveryProtocol() {
    QFETCH(QString, protocol);
    QFETCH(int, splits);
    const QJsonObject result =
        runJson({u"evaluate"_s, u"--data"_s, bundled, u"--protocol"_s, protocol, u"--algorithms"_s,
                 u"popular"_s, u"--folds"_s, u"3"_s, u"--threshold"_s, u"3.5"_s, u"--min-user-ratings"_s,
                 u"25"_s, u"--min-item-ratings"_s, u"5"_s});
    QCOMPARE(result.value(u"protocol"_s), protocol);
    QCOMPARE(result.value(u"positiveThreshold"_s), 3.5);
    QCOMPARE(result.value(u"minimumUserRatings"_s), 25);
    QCOMPARE(result.value(u"minimumItemRatings"_s), 5);
    const QJsonArray parts = result.value(u"splits"_s).toArray();
    QCOMPARE(parts.size(), splits);
    for (const QJsonValue& part : parts) {
        QVERIFY(part[u"evaluatedUsers"_s].toInt() > 50);
        QVERIFY(part[u"heldOutPairs"_s].toInt() > 0);
        QCOMPARE(part[u"leakedPairs"_s], 0);
    }
    QVERIFY(result.value(u"algorithms"_s)[0][u"means"_s][u"ndcg"_s].toDouble() > 0.01);
}

void TestMeasureCommands::evaluateChangesParameters() {
    const QJsonObject result =
        runJson({u"evaluate"_s, u"--data"_s, bundled, u"--algorithms"_s, u"itemknn,als"_s, u"--set"_s,
                 u"itemknn.neighbours=7,itemknn.shrink=2.5"_s, u"--set"_s, u"als.factors=8"_s,
                 u"--iterations"_s, u"2"_s, u"--seeds"_s, u"1"_s, u"--tuned"_s, u"itemknn=9"_s});
    const QJsonArray rows = result.value(u"algorithms"_s).toArray();
    QCOMPARE(rows[0][u"parameters"_s][u"neighbours"_s], 7);
    QCOMPARE(rows[0][u"parameters"_s][u"shrink"_s], 2.5);
    QCOMPARE(rows[0][u"tuningTrials"_s], 9);
    QCOMPARE(rows[1][u"parameters"_s][u"factors"_s], 8);
    QCOMPARE(rows[1][u"parameters"_s][u"iterations"_s], 2);
    QCOMPARE(rows[1][u"tuningTrials"_s], 0);
}

void TestMeasureCommands::evaluateInEveryFormat_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("table") << u"table"_s << QByteArrayList{"Popular", "Leak check", "MAP@10 (\xc3\xb7 n)"};
    QTest::newRow("csv") << u"csv"_s << QByteArrayList{"# Data:", "map-by-relevant_difference", "\r\n"};
    QTest::newRow("latex") << u"latex"_s << QByteArrayList{"\\toprule", "MAP@10 ($\\div$ n)", "\\caption"};
    QTest::newRow("markdown") << u"markdown"_s << QByteArrayList{"| Popular |", "| --: |", "- Leak check"};
    QTest::newRow("json") << u"json"_s << QByteArrayList{"\"map-by-relevant\"", "\"ndcg-full-ideal\""};
}

void TestMeasureCommands::evaluateInEveryFormat() {
    QFETCH(QString, format);
    QFETCH(QByteArrayList, words);
    const Outcome outcome = run({u"evaluate"_s, u"--data"_s, bundled, u"--algorithms"_s, u"popular,random"_s,
                                 u"--compare-to"_s, u"popular"_s, u"--seeds"_s, u"1"_s, u"--metrics"_s,
                                 u"ndcg,map-by-relevant,coverage"_s, u"--format"_s, format});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    for (const QByteArray& word : words)
        QVERIFY2(outcome.out.contains(word), (word + " is missing in\n" + outcome.out).constData());
}

/// What cannot be measured is named, the others are printed, and the exit code tells.
void TestMeasureCommands::evaluateLeavesOutWhatFails() {
    const Outcome outcome = run({u"evaluate"_s, u"--data"_s, bundled, u"--algorithms"_s, u"popular,puresvd"_s,
                                 u"--set"_s, u"puresvd.rank=1024"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("PureSVD was not measured"), outcome.err.constData());
    QVERIFY(outcome.out.contains("Popular"));
    QVERIFY(!outcome.out.contains("PureSVD"));
}

void TestMeasureCommands::tunePrintsTrialsBudgetAndBest() {
    const QStringList command{u"tune"_s,
                              u"--data"_s,
                              bundled,
                              u"--algorithm"_s,
                              u"itemknn"_s,
                              u"--grid"_s,
                              u"neighbours=5,50;shrink=.5,10"_s};
    const QJsonObject result = runJson(command);
    const QJsonArray trials = result.value(u"trials"_s).toArray();
    QCOMPARE(trials.size(), 4);
    QCOMPARE(result.value(u"budget"_s), 4);
    QCOMPARE(trials[1][u"parameters"_s][u"shrink"_s], 10);
    QVERIFY(result.value(u"innerSplit"_s).toString().contains(u"inner"_s));
    const int best = result.value(u"best"_s).toInt();
    for (const QJsonValue& trial : trials)
        QVERIFY(trial[u"score"_s].toDouble() <= trials[best][u"score"_s].toDouble());
    const Outcome text = run(command);
    QCOMPARE(text.exitCode, 0);
    for (const QByteArray& word : {"neighbours"_ba, "Budget: 4 trials"_ba, "Best: neighbours"_ba, "inner"_ba,
                                   "the test part was not looked at"_ba})
        QVERIFY2(text.out.contains(word), (word + " is missing in\n" + text.out).constData());
    QVERIFY(text.err.contains("4 of 4"));

    const QJsonObject random =
        runJson({u"tune"_s, u"--data"_s, bundled, u"--algorithm"_s, u"itemknn"_s, u"--grid"_s,
                 u"neighbours=5,500"_s, u"--random"_s, u"3"_s, u"--metric"_s, u"recall"_s, u"--k"_s, u"5"_s});
    QCOMPARE(random.value(u"budget"_s), 3);
    QCOMPARE(random.value(u"metric"_s), u"recall"_s);
    // What it says to apply can be run as it stands.
    QStringList apply = random.value(u"apply"_s).toString().split(u' ');
    QCOMPARE(apply.takeFirst(), u"recital"_s);
    QCOMPARE(runJson(apply + QStringList{u"--data"_s, bundled}).value(u"algorithms"_s)[0][u"tuningTrials"_s],
             3);
}

void TestMeasureCommands::reproducePublishedFigures() {
    RECITAL_REQUIRE_DATA(data, "ml-100k");
    const QStringList command{u"reproduce"_s, u"--data"_s, data, u"--target"_s, u"t5,T3,T5"_s};
    const QJsonObject result = runJson(command);
    QCOMPARE(result.value(u"agrees"_s), true);
    const QJsonArray targets = result.value(u"targets"_s).toArray();
    QCOMPARE(targets.size(), 2); // in the order asked for, each once
    QCOMPARE(targets[0][u"id"_s], u"T5"_s);
    QCOMPARE(targets[1][u"id"_s], u"T3"_s);
    const QJsonValue rmse = targets[1][u"values"_s][0];
    QCOMPARE(rmse[u"metric"_s], u"RMSE"_s);
    QCOMPARE(rmse[u"published"_s], 1.044885);
    QVERIFY(std::abs(rmse[u"ours"_s].toDouble() - 1.044885) < 1e-6);

    const Outcome text = run(command);
    QVERIFY2(text.exitCode == 0, text.err.constData());
    QVERIFY(text.err.contains("T5 agrees"));
    for (const QByteArray& word :
         {"Published"_ba, "1.044885"_ba, "equal to 6 digit"_ba, "scikit-learn"_ba, "MyMediaLite"_ba,
          "75000 ratings to learn from, 25000 to test"_ba, "2 of 2 "_ba})
        QVERIFY2(text.out.contains(word), (word + " is missing in:\n" + text.out).constData());
}

void TestMeasureCommands::reproduceNeedsMovieLens100K() {
    const Outcome outcome = run({u"reproduce"_s, u"--data"_s, bundled});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("943 users, 1682 items and 100000 ratings; ml-latest-small has 671 users"),
             outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
}

void TestMeasureCommands::trainOn100K() {
    RECITAL_REQUIRE_DATA(data, "ml-100k");
    const QString model = m_home.filePath(u"ml-100k.recital"_s);
    const QJsonObject result =
        runJson({u"train"_s, u"--data"_s, data, u"--algorithm"_s, u"als"_s, u"--factors"_s, u"64"_s,
                 u"--iterations"_s, u"15"_s, u"--regularization"_s, u"50"_s, u"--alpha"_s, u"10"_s,
                 u"--seed"_s, u"42"_s, u"--model"_s, model});
    QCOMPARE(result.value(u"parameters"_s)[u"form"_s], u"implicit"_s);
    const QJsonArray losses = result.value(u"loss"_s).toArray();
    QCOMPARE(losses.size(), 16); // 15 sweeps and the closing user step
    for (qsizetype i = 1; i < losses.size(); ++i)
        QVERIFY(losses[i][u"loss"_s].toDouble() <= losses[i - 1][u"loss"_s].toDouble() * (1.0 + 1e-9));
    // Star Wars and Return of the Jedi: The Empire Strikes Back (172) has to follow.
    const QJsonObject list =
        runJson({u"recommend"_s, u"--model"_s, model, u"--items"_s, u"50,181"_s, u"--k"_s, u"10"_s});
    QJsonArray ids;
    for (const QJsonValue& entry : list.value(u"recommendations"_s).toArray())
        ids += entry[u"itemId"_s];
    QVERIFY2(ids.contains(172), QJsonDocument(ids).toJson().constData());
}

QTEST_GUILESS_MAIN(TestMeasureCommands)
#include "tst_measurecommands.moc"
