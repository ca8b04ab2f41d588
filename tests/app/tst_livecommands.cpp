#include "tests/testdata.h"

#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

const QString bundled = QStringLiteral(RECITAL_SOURCE_DIR "/data/ml-latest-small");

Outcome run(const QStringList& arguments) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(RECITAL_PROGRAM), arguments);
    if (!process.waitForFinished(100'000))
        process.kill();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject runJson(const QStringList& arguments) {
    const Outcome outcome = run(arguments + QStringList{u"--json"_s});
    if (outcome.exitCode != 0)
        qWarning() << arguments << outcome.exitCode << outcome.err;
    return QJsonDocument::fromJson(outcome.out).object();
}

QStringList small(const QString& command, const QStringList& more = {}) {
    return QStringList{command, u"--data"_s, bundled, u"--factors"_s, u"8"_s, u"--iterations"_s, u"3"_s} +
           more;
}

} // namespace

/// recital replay and recital numbers, run as a shell would.
class TestLiveCommands : public QObject {
    Q_OBJECT

private slots:
    void wrongUsage_data();
    void wrongUsage();
    void helpNamesTheOptions();
    void replayPrintsTable();
    void replayOfKnownUsers();
    void replayNeedsTimestamps();
    void replayIsTheSameForAnyThreads();
    void replayOn100K();
    void numbersAsTextAndJson();
};

void TestLiveCommands::wrongUsage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("users") << small(u"replay"_s, {u"--users"_s, u"all"_s})
                           << QByteArray("--users is one of new, known");
    QTest::newRow("rule") << small(u"replay"_s, {u"--rules"_s, u"magic"_s})
                          << QByteArray("unknown rule \"magic\"; known are recency");
    QTest::newRow("resolve has nothing to set")
        << small(u"replay"_s, {u"--rules"_s, u"resolve=2"_s}) << QByteArray("\"resolve=2\" is no rule");
    QTest::newRow("decay") << small(u"replay"_s, {u"--rules"_s, u"recency=2"_s}) << QByteArray("decay is 2");
    QTest::newRow("twice") << small(u"replay"_s, {u"--rules"_s, u"resolve,resolve"_s})
                           << QByteArray("stands there twice");
    QTest::newRow("revealed") << small(u"replay"_s, {u"--revealed"_s, u"0"_s})
                              << QByteArray("--revealed needs a whole number from 1 to 100");
    QTest::newRow("known and random")
        << small(u"replay"_s, {u"--users"_s, u"known"_s, u"--holdout"_s, u"random"_s})
        << QByteArray("a random holdout is for new users only");
    QTest::newRow("no data") << QStringList{u"numbers"_s} << QByteArray("--data");
    QTest::newRow("rule of numbers") << small(u"numbers"_s, {u"--rule"_s, u"average=7"_s})
                                     << QByteArray("mix is 7");
}

void TestLiveCommands::wrongUsage() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(sentence), outcome.err.constData());
}

void TestLiveCommands::helpNamesTheOptions() {
    for (const QByteArray& word : {"--users"_ba, "--holdout"_ba, "--revealed"_ba, "--rules"_ba, "--json"_ba})
        QVERIFY2(run({u"replay"_s, u"--help"_s}).out.contains(word), word.constData());
    for (const QByteArray& word : {"--rule"_ba, "--k"_ba, "--protocol"_ba, "--json"_ba})
        QVERIFY2(run({u"numbers"_s, u"--help"_s}).out.contains(word), word.constData());
    const QByteArray program = run({u"--help"_s}).out;
    QVERIFY(program.contains("recital replay") && program.contains("recital numbers"));
}

void TestLiveCommands::replayPrintsTable() {
    const Outcome text = run(small(u"replay"_s, {u"--rules"_s, u"recency=0.8,resolve,average"_s}));
    QVERIFY2(text.exitCode == 0, text.err.constData());
    for (const QByteArray& word :
         {"NDCG@10"_ba, "95 % interval"_ba, "p (Holm)"_ba, "Re-solve with recency, decay 0.8"_ba,
          "Exact re-solve"_ba, "Moving average, mix 0.2"_ba, "Popular films"_ba, "reference"_ba,
          " measured."_ba, "fingerprint"_ba, "First clicks"_ba, "Blended"_ba})
        QVERIFY2(text.out.contains(word), (word + " is missing in:\n" + text.out).constData());
    QVERIFY(!text.out.contains("No update"));
}

void TestLiveCommands::replayOfKnownUsers() {
    const QJsonObject result = runJson(small(u"replay"_s, {u"--users"_s, u"known"_s, u"--revealed"_s, u"2"_s,
                                                           u"--rules"_s, u"average=0.5,recency"_s}));
    QCOMPARE(result[u"users"_s], u"known"_s);
    QCOMPARE(result[u"revealed"_s], 2);
    QCOMPARE(result[u"reference"_s], u"average=0.5"_s); // no exact re-solve: the first rule
    QVERIFY(!result.contains(u"holdout"_s) && !result.contains(u"firstClicks"_s));
    const QJsonArray rows = result[u"rows"_s].toArray();
    QStringList keys;
    for (const QJsonValue& row : rows) {
        keys += row[u"row"_s].toString();
        const QJsonArray interval = row[u"interval"_s].toArray();
        const double ndcg = row[u"ndcg"_s].toDouble(-1.0);
        QVERIFY(interval[0].toDouble() <= ndcg && ndcg <= interval[1].toDouble());
        QCOMPARE(row[u"difference"_s].isDouble(), row[u"verdict"_s] != u"not-comparable"_s);
    }
    QCOMPARE(keys, (QStringList{u"average=0.5"_s, u"recency=0.9"_s, u"no-update"_s, u"popular"_s}));
    QVERIFY(result[u"evaluatedUsers"_s].toInt() > 100);
}

void TestLiveCommands::replayNeedsTimestamps() {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"ratings.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("user,item,rating\n");
    for (int user = 1; user < 20; ++user)
        for (int item = 1; item < 9; ++item)
            file.write(QByteArray::number(user) + ',' + QByteArray::number(item) + ",5\n");
    file.close();
    const Outcome outcome = run({u"replay"_s, u"--data"_s, file.fileName()});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains("no timestamps"), outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
}

void TestLiveCommands::replayIsTheSameForAnyThreads() {
    QJsonObject one = runJson(small(u"replay"_s, {u"--threads"_s, u"1"_s}));
    QJsonObject many = runJson(small(u"replay"_s, {u"--threads"_s, u"3"_s}));
    one.remove(u"seconds"_s);
    many.remove(u"seconds"_s);
    QVERIFY(!one.isEmpty());
    QCOMPARE(one, many);
}

/// The defaults of the command on MovieLens 100K are those of evaluation.md 6.9.
void TestLiveCommands::replayOn100K() {
    RECITAL_REQUIRE_DATA(data, "ml-100k");
    const QJsonObject result = runJson({u"replay"_s, u"--data"_s, data});
    QCOMPARE(result[u"evaluatedUsers"_s], 938);
    QCOMPARE(result[u"firstClicks"_s].toArray().size(), 11);
    const QJsonArray rows = result[u"rows"_s].toArray();
    QCOMPARE(rows.size(), 4);
    QVERIFY(std::abs(rows[0][u"ndcg"_s].toDouble() - .1585) < .012);
    QVERIFY(std::abs(rows[1][u"ndcg"_s].toDouble() - .1421) < .012);
    QVERIFY(std::abs(rows[2][u"ndcg"_s].toDouble() - .1495) < .012);
    QVERIFY(std::abs(rows[3][u"ndcg"_s].toDouble() - .0881) < .009);
    QCOMPARE(rows[0][u"verdict"_s], u"better"_s);
}

void TestLiveCommands::numbersAsTextAndJson() {
    const QStringList command = small(u"numbers"_s, {u"--rule"_s, u"average=0.3"_s});
    const QJsonObject result = runJson(command);
    QCOMPARE(result[u"rule"_s], u"average=0.3"_s);
    QVERIFY(result[u"users"_s].toInt() > 600);
    QCOMPARE(result[u"newcomerCoverage"_s], 1.0);
    const QJsonArray change = result[u"change"_s].toArray();
    QCOMPARE(change.size(), 3);
    for (const QJsonValue& entry : change)
        QVERIFY(entry[u"popular"_s].toDouble() < entry[u"model"_s].toDouble() &&
                entry[u"model"_s].toDouble() < entry[u"random"_s].toDouble());
    QVERIFY(result[u"microseconds"_s][u"median"_s].toDouble() > 0.0);
    const Outcome text = run(command);
    QVERIFY2(text.exitCode == 0, text.err.constData());
    for (const QByteArray& word : {"different lists"_ba, "New in the top 10"_ba, "after 5 like"_ba,
                                   "Random list"_ba, "median"_ba, "Moving average, mix 0.3"_ba})
        QVERIFY2(text.out.contains(word), (word + " is missing in:\n" + text.out).constData());
}

QTEST_GUILESS_MAIN(TestLiveCommands)
#include "tst_livecommands.moc"
