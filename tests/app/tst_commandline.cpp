#include "core/store/workspace.h"
#include "tests/app/programrunner.h"
#include "tests/testdata.h"
#include "tests/timelimit.h"

#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>
#include <csignal>

using namespace recital::test;
using namespace Qt::StringLiterals;

/// Runs the program as a shell would, without a display: usage, trouble, training, pictures, installation.
class TestCommandLine : public QObject, ProgramRunner {
    Q_OBJECT

private slots:
    void initTestCase();
    void helpExplainsEveryCommand_data();
    void helpExplainsEveryCommand();
    void wrongUsageExits2_data();
    void wrongUsageExits2();
    void troubleWithFilesExits1_data();
    void troubleWithFilesExits1();
    void infoOfTheBundledData();
    void trainThenRecommend();
    void sameSeedSameModelForAnyThreads();
    void interruptStopsTraining();
    void screenshotLeavesTheWorkspaceAlone();
    void screenshotMeasuresTheStage();
    void tourTellsTheWholeJob();
    void germanTexts();
    void installedProgramFindsItsData();
    void firstWindowOpensTheBundledData();
    void picturesIgnoreABrokenWorkspace();

private:
    QString trainedModel();

    QString m_model;
};

void TestCommandLine::initTestCase() {
    QVERIFY(m_home.isValid());
}

/// A small model of the bundled data, trained once.
QString TestCommandLine::trainedModel() {
    if (m_model.isEmpty()) {
        const QString path = m_home.filePath(u"small.recital"_s);
        const Outcome outcome = run({u"train"_s, u"--data"_s, bundled, u"--factors"_s, u"16"_s,
                                     u"--iterations"_s, u"4"_s, u"--model"_s, path});
        if (outcome.exitCode == 0)
            m_model = path;
        else
            qWarning() << outcome.err;
    }
    return m_model;
}

void TestCommandLine::helpExplainsEveryCommand_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("program") << QString()
                             << QByteArrayList{"info", "train", "evaluate", "recommend", "screenshot"};
    QTest::newRow("info") << u"info"_s << QByteArrayList{"--data", "--json"};
    QTest::newRow("train") << u"train"_s
                           << QByteArrayList{"--data",           "--algorithm", "--factors", "--iterations",
                                             "--regularization", "--alpha",     "--seed",    "--threads",
                                             "--model",          "--form"};
    QTest::newRow("evaluate")
        << u"evaluate"_s
        << QByteArrayList{"--protocol",      "official-folds", "user-temporal", "leave-last-out",
                          "--algorithms",    "itemknn",        "--k",           "--metrics",
                          "ndcg-full-ideal", "--seeds",        "--compare-to",  "--set",
                          "--format",        "markdown",       "--threshold",   "--min-user-ratings"};
    QTest::newRow("tune") << u"tune"_s
                          << QByteArrayList{"--algorithm", "--grid", "--random", "--metric", "--inner-share"};
    QTest::newRow("recommend") << u"recommend"_s << QByteArrayList{"--model", "--user", "--items", "--k"};
    QTest::newRow("reproduce") << u"reproduce"_s
                               << QByteArrayList{"--data", "--target", "T1, T2", "P0", "--threads", "--json"};
    QTest::newRow("screenshot") << u"screenshot"_s
                                << QByteArrayList{"--output", "--size", "--theme", "1280x720"};
    QTest::newRow("tour") << u"tour"_s << QByteArrayList{"--output"};
}

void TestCommandLine::helpExplainsEveryCommand() {
    QFETCH(QString, command);
    QFETCH(QByteArrayList, words);
    const Outcome outcome =
        run(command.isEmpty() ? QStringList{u"--help"_s} : QStringList{command, u"--help"_s});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.err, QByteArray());
    for (const QByteArray& word : words)
        QVERIFY2(outcome.out.contains(word), word.constData());
}

void TestCommandLine::wrongUsageExits2_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const QString data = bundled;

    QTest::newRow("unknown command") << QStringList{u"fly"_s} << QByteArray("unknown command \"fly\"");
    QTest::newRow("unknown option") << QStringList{u"info"_s, u"--wings"_s}
                                    << QByteArray("Unknown option 'wings'");
    QTest::newRow("missing value") << QStringList{u"info"_s, u"--data"_s} << QByteArray("Missing value");
    QTest::newRow("missing data") << QStringList{u"info"_s} << QByteArray("--data is needed");
    QTest::newRow("bad number") << QStringList{u"train"_s, u"--data"_s, data, u"--factors"_s, u"many"_s}
                                << QByteArray("--factors needs a whole number from 1 to 1024, not \"many\"");
    QTest::newRow("bad number, no data")
        << QStringList{u"train"_s, u"--data"_s, u"/nowhere"_s, u"--alpha"_s, u"-3"_s}
        << QByteArray("--alpha needs");
    QTest::newRow("unknown algorithm")
        << QStringList{u"evaluate"_s, u"--data"_s, data, u"--algorithms"_s, u"als,magic"_s}
        << QByteArray("unknown algorithm \"magic\"; known are random, popular, genrerules, itemknn,");
    const auto evaluate = [&data](const QStringList& more) {
        return QStringList{u"evaluate"_s, u"--data"_s, data} + more;
    };
    QTest::newRow("unknown metric") << evaluate({u"--metrics"_s, u"ndcg,magic"_s})
                                    << QByteArray("unknown metric \"magic\"; known are ndcg,");
    QTest::newRow("unknown format") << evaluate({u"--format"_s, u"pdf"_s})
                                    << QByteArray("--format is one of table, json, csv, latex, markdown");
    QTest::newRow("two formats") << evaluate({u"--format"_s, u"csv"_s, u"--json"_s})
                                 << QByteArray("--json and --format");
    QTest::newRow("nothing to compare to")
        << evaluate({u"--compare-to"_s, u"ease"_s})
        << QByteArray("--compare-to names \"ease\", which is not measured");
    QTest::newRow("unknown rating model")
        << evaluate({u"--rating-models"_s, u"svd"_s})
        << QByteArray("unknown rating model \"svd\"; known are global-mean,");
    QTest::newRow("seeds") << evaluate({u"--seeds"_s, u"0"_s})
                           << QByteArray("--seeds needs a whole number from 1 to 100");
    QTest::newRow("no setting") << evaluate({u"--set"_s, u"itemknn"_s})
                                << QByteArray("--set needs ALGORITHM.PARAMETER=VALUE");
    QTest::newRow("setting of no row") << evaluate({u"--set"_s, u"ease.regularization=3"_s})
                                       << QByteArray("--set names \"ease\", which is not measured");
    QTest::newRow("unknown parameter")
        << evaluate({u"--set"_s, u"itemknn.wings=2"_s}) << QByteArray("has no parameter \"wings\"");
    QTest::newRow("setting outside") << evaluate({u"--set"_s, u"itemknn.neighbours=0"_s})
                                     << QByteArray("neighbours 0 is outside 1 to 10000");
    QTest::newRow("no number") << evaluate({u"--set"_s, u"itemknn.neighbours=many"_s})
                               << QByteArray("\"many\" is no number");
    QTest::newRow("folds") << evaluate({u"--folds"_s, u"1"_s})
                           << QByteArray("--folds needs a whole number from 2 to 100");
    const auto tune = [&data](const QStringList& more) {
        return QStringList{u"tune"_s, u"--data"_s, data} + more;
    };
    QTest::newRow("tune what") << tune({u"--algorithm"_s, u"magic"_s})
                               << QByteArray("unknown algorithm \"magic\"");
    QTest::newRow("nothing to tune") << tune({u"--algorithm"_s, u"popular"_s})
                                     << QByteArray("a search needs 1 to 4 parameters");
    QTest::newRow("no grid") << tune({u"--algorithm"_s, u"ease"_s, u"--grid"_s, u"regularization"_s})
                             << QByteArray("--grid needs PARAMETER=VALUE");
    QTest::newRow("grid of another algorithm")
        << tune({u"--algorithm"_s, u"ease"_s, u"--grid"_s, u"shrink=1,2"_s})
        << QByteArray("has no parameter \"shrink\"");
    QTest::newRow("metric that does not judge")
        << tune({u"--metric"_s, u"coverage"_s}) << QByteArray("does not judge");
    QTest::newRow("format of tables")
        << tune({u"--format"_s, u"latex"_s}) << QByteArray("table, json or csv");
    QTest::newRow("algorithm to train")
        << QStringList{u"train"_s, u"--data"_s, data, u"--algorithm"_s, u"popular"_s}
        << QByteArray("popular is a baseline");
    QTest::newRow("unknown protocol")
        << QStringList{u"evaluate"_s, u"--data"_s, data, u"--protocol"_s, u"none"_s}
        << QByteArray("--protocol is one of official-folds, user-temporal, user-random, global-temporal,");
    QTest::newRow("unknown target") << QStringList{u"reproduce"_s, u"--data"_s, data, u"--target"_s,
                                                   u"T1,T9"_s}
                                    << QByteArray(
                                           "unknown target \"T9\"; known are T1, T2, T3, T4, T5, T6, T7, P0");
    QTest::newRow("two users") << QStringList{u"recommend"_s, u"--model"_s, u"m"_s, u"--user"_s,
                                              u"1"_s,         u"--items"_s, u"2"_s}
                               << QByteArray("either --user or --items");
    QTest::newRow("no user") << QStringList{u"recommend"_s, u"--model"_s, u"m"_s}
                             << QByteArray("either --user");
    QTest::newRow("bad id") << QStringList{u"recommend"_s, u"--model"_s, u"m"_s, u"--items"_s, u"50,x"_s}
                            << QByteArray("not \"x\"");
    QTest::newRow("bad size") << QStringList{u"screenshot"_s, u"--output"_s, u"p"_s, u"--size"_s, u"big"_s}
                              << QByteArray("WIDTHxHEIGHT");
    QTest::newRow("bad theme") << QStringList{u"screenshot"_s, u"--output"_s, u"p"_s, u"--theme"_s, u"blue"_s}
                               << QByteArray("--theme is one of light, dark");
    QTest::newRow("language") << QStringList{u"info"_s, u"--language"_s, u"fr"_s} << QByteArray("\"fr\"");
}

void TestCommandLine::wrongUsageExits2() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.err.contains(sentence), outcome.err.constData());
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(outcome.out, QByteArray());
}

void TestCommandLine::troubleWithFilesExits1_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    QFile broken(m_home.filePath(u"broken.recital"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("this is no model") > 0);
    broken.close();
    QVERIFY(QDir(m_home.path()).mkpath(u"empty"_s));

    QTest::newRow("no such data") << QStringList{u"info"_s, u"--data"_s, u"/nowhere/at/all"_s}
                                  << QByteArray("/nowhere/at/all");
    QTest::newRow("no dataset") << QStringList{u"info"_s, u"--data"_s, m_home.filePath(u"empty"_s)}
                                << QByteArray("no data set");
    QTest::newRow("no such model") << QStringList{u"recommend"_s, u"--model"_s, u"/nowhere.recital"_s,
                                                  u"--user"_s, u"1"_s}
                                   << QByteArray("/nowhere.recital");
    QTest::newRow("no model") << QStringList{u"recommend"_s, u"--model"_s, broken.fileName(), u"--user"_s,
                                             u"1"_s}
                              << QByteArray("broken.recital");
    QTest::newRow("folds that are not there")
        << QStringList{u"evaluate"_s, u"--data"_s, bundled, u"--protocol"_s, u"official-folds"_s}
        << QByteArray("fold");
    QTest::newRow("unwritable model")
        << QStringList{u"train"_s,        u"--data"_s, bundled,      u"--factors"_s,         u"2"_s,
                       u"--iterations"_s, u"1"_s,      u"--model"_s, u"/nowhere/m.recital"_s}
        << QByteArray("/nowhere/m.recital");
    QTest::newRow("no display") << QStringList{} << QByteArray("there is no display");
}

void TestCommandLine::troubleWithFilesExits1() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.err.contains(sentence), outcome.err.constData());
    QCOMPARE(outcome.exitCode, 1);
}

void TestCommandLine::infoOfTheBundledData() {
    const QJsonObject card = runJson({u"info"_s, u"--data"_s, bundled});
    QCOMPARE(card.value(u"name"_s), u"ml-latest-small"_s);
    QCOMPARE(card.value(u"ratings"_s), 100004);
    QCOMPARE(card.value(u"users"_s), 671);
    QCOMPARE(card.value(u"items"_s), 9066);
    QCOMPARE(card.value(u"ratedItems"_s), 9066);
    QCOMPARE(card.value(u"firstTime"_s), 789652009);
    QCOMPARE(card.value(u"notes"_s).toArray().size(), 0);
    qint64 binned = 0;
    for (const QJsonValue& bin : card.value(u"ratingValues"_s).toArray())
        binned += bin[u"count"_s].toInteger();
    QCOMPARE(binned, 100004);

    const Outcome text = run({u"info"_s, u"--data"_s, bundled});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("100004") || text.out.contains("100,004"));
}

void TestCommandLine::trainThenRecommend() {
    const QString model = trainedModel();
    QVERIFY(!model.isEmpty());

    const QJsonObject known =
        runJson({u"recommend"_s, u"--model"_s, model, u"--user"_s, u"42"_s, u"--k"_s, u"7"_s});
    const QJsonArray list = known.value(u"recommendations"_s).toArray();
    QCOMPARE(list.size(), 7);
    double previous = std::numeric_limits<double>::infinity();
    for (const QJsonValue& entry : list) {
        const double score = entry[u"score"_s].toDouble();
        QVERIFY(score <= previous);
        previous = score;
        double sum = 0.0;
        for (const QJsonValue& reason : entry[u"contributions"_s].toArray())
            sum += reason[u"value"_s].toDouble();
        QVERIFY2(std::abs(sum - score) < 1e-4, qPrintable(u"%1 is not %2"_s.arg(sum).arg(score)));
    }

    // A new user: the liked films never come back, and liking the same twice changes nothing.
    const QJsonObject likes = runJson({u"recommend"_s, u"--model"_s, model, u"--items"_s, u"1,588"_s});
    QCOMPARE(likes.value(u"likes"_s), 2);
    for (const QJsonValue& entry : likes.value(u"recommendations"_s).toArray())
        QVERIFY(entry[u"itemId"_s] != 1 && entry[u"itemId"_s] != 588);
    QCOMPARE(runJson({u"recommend"_s, u"--model"_s, model, u"--items"_s, u"588,1,1"_s}), likes);

    const Outcome text = run({u"recommend"_s, u"--model"_s, model, u"--items"_s, u"1"_s});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("Toy Story (1995)")); // as the reason

    const Outcome unknownUser = run({u"recommend"_s, u"--model"_s, model, u"--user"_s, u"4711"_s});
    QCOMPARE(unknownUser.exitCode, 1);
    QVERIFY2(unknownUser.err.contains("user 4711"), unknownUser.err.constData());
    const Outcome unknownItem = run({u"recommend"_s, u"--model"_s, model, u"--items"_s, u"1,999999999"_s});
    QCOMPARE(unknownItem.exitCode, 1);
    QVERIFY2(unknownItem.err.contains("item 999999999"), unknownItem.err.constData());
}

void TestCommandLine::sameSeedSameModelForAnyThreads() {
    const auto train = [&](const QString& threads, const QString& seed) {
        const QString path = m_home.filePath(u"threads.recital"_s);
        const Outcome outcome =
            run({u"train"_s, u"--data"_s, bundled, u"--factors"_s, u"8"_s, u"--iterations"_s, u"2"_s,
                 u"--threads"_s, threads, u"--seed"_s, seed, u"--model"_s, path});
        if (outcome.exitCode != 0)
            qWarning() << outcome.err;
        return runJson({u"recommend"_s, u"--model"_s, path, u"--user"_s, u"1"_s}).value(u"recommendations"_s);
    };
    const QJsonValue one = train(u"1"_s, u"5"_s);
    QVERIFY(one.toArray().size() == 10);
    QCOMPARE(train(u"4"_s, u"5"_s), one);
    QVERIFY(train(u"1"_s, u"6"_s) != one);
}

void TestCommandLine::interruptStopsTraining() {
    QProcess process;
    process.setProcessEnvironment(plainEnvironment(m_home.path()));
    const QString model = m_home.filePath(u"interrupted.recital"_s);
    process.start(QStringLiteral(RECITAL_PROGRAM),
                  {u"train"_s, u"--data"_s, bundled, u"--factors"_s, u"128"_s, u"--iterations"_s, u"1000"_s,
                   u"--model"_s, model});
    QVERIFY(process.waitForStarted());
    QByteArray out;
    while (!out.contains("iteration") && process.waitForReadyRead(60000))
        out += process.readAllStandardOutput();
    QVERIFY(out.contains("iteration"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(20000));
    QVERIFY2(static_cast<double>(timer.elapsed()) < recital::test::timeLimit(2000.0),
             qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("Cancelled"));
    QVERIFY(!QFile::exists(model)); // nothing half-done is left
}

void TestCommandLine::screenshotLeavesTheWorkspaceAlone() {
    const QString folder = m_home.filePath(u"pictures/dark"_s);
    const Outcome outcome =
        run({u"screenshot"_s, u"--output"_s, folder, u"--size"_s, u"1024x768"_s, u"--theme"_s, u"dark"_s});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
    QSet<QByteArray> different;
    for (const QString& page : {u"data"_s, u"train"_s, u"compare"_s, u"stage"_s}) {
        const QImage picture(QDir(folder).filePath(page + u".png"_s));
        QCOMPARE(picture.size(), QSize(1024, 768));
        different += QCryptographicHash::hash(
            {reinterpret_cast<const char*>(picture.constBits()), picture.sizeInBytes()},
            QCryptographicHash::Sha1);
        QVERIFY(picture.pixelColor(picture.width() - 2, picture.height() - 2).lightness() < 128);
    }
    QCOMPARE(different.size(), 4);
    QVERIFY(!QFile::exists(m_home.filePath(u"data"_s)));
    QVERIFY(!QFile::exists(m_home.filePath(u"config"_s)));
}

void TestCommandLine::screenshotMeasuresTheStage() {
    const QString folder = m_home.filePath(u"pictures/stage"_s);
    const Outcome outcome = run({u"screenshot"_s, u"--stage"_s, u"--output"_s, folder});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    QSet<QByteArray> different;
    const QStringList names = {u"pair"_s,      u"rules"_s,      u"evidence-rules"_s, u"evidence-numbers"_s,
                               u"retrain"_s,   u"history"_s,    u"state"_s,          u"evidence-simulator"_s,
                               u"events"_s,    u"similar"_s,    u"taste"_s,          u"newuser"_s,
                               u"strengths"_s, u"datasetuser"_s};
    for (const QString& name : names) {
        QFile picture(QDir(folder).filePath(u"stage-%1.png"_s.arg(name)));
        QVERIFY2(picture.open(QIODevice::ReadOnly), qPrintable(name));
        different += QCryptographicHash::hash(picture.readAll(), QCryptographicHash::Sha1);
    }
    QCOMPARE(different.size(), names.size());
    QVERIFY(!QFile::exists(m_home.filePath(u"data"_s)));
}

void TestCommandLine::tourTellsTheWholeJob() {
    const QString folder = m_home.filePath(u"tour"_s);
    const Outcome outcome = run({u"tour"_s, u"--output"_s, folder});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
    for (const QByteArray& word :
         {"ml-latest-small"_ba, "iteration  16"_ba, "loss"_ba, "Random"_ba, "Popular"_ba, "ItemKNN"_ba,
          "ALS"_ba, "before the first click"_ba, "after 3 clicks"_ba, folder.toUtf8()})
        QVERIFY2(outcome.out.contains(word), (word + " is missing in:\n" + outcome.out).constData());
    QCOMPARE(outcome.out.count("\nClick: "), 3);
    for (const QString& page : {u"data.png"_s, u"train.png"_s, u"compare.png"_s, u"stage.png"_s})
        QVERIFY(QFileInfo(QDir(folder).filePath(page)).size() > 10000);
}

void TestCommandLine::germanTexts() {
    const Outcome german = run({u"info"_s, u"--data"_s, bundled, u"--language"_s, u"de"_s});
    QCOMPARE(german.exitCode, 0);
    QVERIFY2(german.out.contains("Bewertungen"), german.out.constData());
    QVERIFY(german.out.contains("100.004"));
    const Outcome wrong = run({u"info"_s, u"--wings"_s, u"--language=de"_s});
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY2(wrong.err.contains("Unbekannte Option"), wrong.err.constData()); // Qt's own catalogue
}

void TestCommandLine::installedProgramFindsItsData() {
    QTemporaryDir prefix;
    const QDir root(prefix.path());
    QVERIFY(root.mkpath(u"bin"_s) && root.mkpath(u"share/recital/data/ml-latest-small"_s));
    QVERIFY(QFile::copy(QStringLiteral(RECITAL_PROGRAM), root.filePath(u"bin/recital"_s)));
    // An installed data folder goes before the sources: this one is broken on purpose, and the error names
    // it.
    QFile ratings(root.filePath(u"share/recital/data/ml-latest-small/ratings.csv"_s));
    QVERIFY(ratings.open(QIODevice::WriteOnly));
    QProcess process;
    process.setProcessEnvironment(plainEnvironment(m_home.path()));
    process.start(root.filePath(u"bin/recital"_s), {u"screenshot"_s, u"--output"_s, root.filePath(u"p"_s)});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("share/recital/data/ml-latest-small"));
}

void TestCommandLine::firstWindowOpensTheBundledData() {
    QTemporaryDir workspace;
    QProcess window;
    QProcessEnvironment environment = plainEnvironment(m_home.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"RECITAL_WORKSPACE"_s, workspace.path());
    window.setProcessEnvironment(environment);
    window.start(QStringLiteral(RECITAL_PROGRAM), {});
    QVERIFY(window.waitForStarted());
    const auto remembered = [&] {
        const auto opened = recital::Workspace::open(workspace.path());
        const auto session = opened.ok() ? (*opened)->session() : opened.error();
        return session.ok() ? session->datasetLocation : QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(remembered(), bundled, 60000);
    QCOMPARE(window.state(), QProcess::Running);
    window.terminate();
    QVERIFY(window.waitForFinished(10000));
}

void TestCommandLine::picturesIgnoreABrokenWorkspace() {
    // The tour and the pictures have a workspace of their own: they work whatever state the user's is in.
    QTemporaryDir workspace;
    QFile file(QDir(workspace.path()).filePath(recital::Workspace::fileName()));
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write("no database at all, but long enough to be read") > 0);
    file.close();
    QProcess process;
    QProcessEnvironment environment = plainEnvironment(m_home.path());
    environment.insert(u"RECITAL_WORKSPACE"_s, workspace.path());
    process.setProcessEnvironment(environment);
    process.start(
        QStringLiteral(RECITAL_PROGRAM),
        {u"screenshot"_s, u"--output"_s, m_home.filePath(u"whatever"_s), u"--size"_s, u"800x560"_s});
    QVERIFY(process.waitForFinished(120000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("no database"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
