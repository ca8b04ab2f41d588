#include "core/recsys/algorithms/catalogue.h"
#include "core/services/comparisontext.h"
#include "core/services/latextext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

const QString hostileName = u"ml_100k & 50% #1 {x} \\ ~^$ “q” | `*` -- <b> \"Übung\" 映画, z"_s;

ComparedModel rowOf(const TrainingSpec& specification, double level, int seeds = 1) {
    ComparedModel row;
    row.specification = specification;
    row.name = algorithmOf(specification).name;
    row.parameters = describe(specification);
    for (int seed = 0; seed < seeds; ++seed) {
        EvaluationReport report;
        report.splitName = "u1";
        report.means.ndcg = level + 0.001 * seed;
        row.bySeed.push_back({report});
    }
    std::mt19937 random(7);
    for (UserIndex user = 0; user < 200; ++user) {
        UserMetrics metrics;
        metrics.user = user;
        metrics.metrics.ndcg = level + 0.0001 * static_cast<double>(random() % 1000);
        metrics.metrics.map = level / 2.0;
        row.mean.users.push_back(metrics);
        row.mean.means.ndcg += metrics.metrics.ndcg / 200.0;
    }
    row.mean.means.map = level / 2.0;
    row.mean.means.auc = std::nan("");
    row.mean.evaluatedUsers = 200;
    row.mean.trainSeconds = 1.5;
    return row;
}

Comparison sample(bool judged = true) {
    Comparison comparison;
    comparison.startedAt = QDateTime(QDate(2026, 3, 29), QTime(1, 2, 3), Qt::UTC);
    comparison.datasetName = hostileName;
    comparison.datasetFingerprint = u"0123456789abcdef"_s;
    comparison.options.split.protocol = Protocol::UserRandom;
    comparison.options.split.seed = 18446744073709551615ULL;
    comparison.options.split.minimumUserRatings = 20;
    comparison.options.statistics.resamples = 300;
    comparison.options.statistics.flips = 300;
    comparison.splitNames = {"user-random 80/20"};
    SplitCounts counts;
    counts.evaluatedUsers = 200;
    counts.skippedUsers = 11;
    counts.heldOutPairs = 12'345;
    comparison.counts = {counts};
    comparison.rows = {rowOf(PopularityParameters{}, 0.20), rowOf(Rp3BetaParameters{}, 0.39),
                       rowOf(AlsParameters{}, 0.39, 3)};
    comparison.rows[1].tuningTrials = 12;
    comparison.reference = 2;
    if (judged && !judge(comparison, {}))
        qFatal("the sample could not be judged");
    return comparison;
}

/// Fields of one line of CSV.
QStringList csvFields(const QString& line) {
    QStringList fields{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"')
            fields.back() += line[i++];
        else if (line[i] == u'"')
            quoted = !quoted;
        else if (line[i] == u',' && !quoted)
            fields += QString();
        else
            fields.back() += line[i];
    }
    return fields;
}

} // namespace

class TestComparisonText : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyFormatSaysWhatItRestsOn_data();
    void everyFormatSaysWhatItRestsOn();
    void plainTextMarksOnlyWhatTheTestAllows();
    void plainTextFollowsTheLocale();
    void allMetricsFit();
    void csvIsAsTheStandardSays();
    void markdownTablesKeepTheirColumns();
    void latexEscapes_data();
    void latexEscapes();
    void latexCompiles();
    void jsonHasEveryMetricAndDifference();
    void rowsOfOtherDatesSaySo();
    void nothingMeasuredIsNoTrouble();
    void everyProtocolAndMetricHasAName();
};

void TestComparisonText::initTestCase() {
    QLocale::setDefault(QLocale::c());
}

void TestComparisonText::everyFormatSaysWhatItRestsOn_data() {
    QTest::addColumn<QString>("text");
    const Comparison comparison = sample();
    QTest::newRow("plain") << toPlainText(comparison);
    QTest::newRow("markdown") << toMarkdown(comparison);
    QTest::newRow("latex") << toLatex(comparison);
    QTest::newRow("csv") << toCsv(comparison);
    QTest::newRow("json") << toJson(comparison);
}

void TestComparisonText::everyFormatSaysWhatItRestsOn() {
    QFETCH(QString, text);
    for (const QString& fact :
         {u"0123456789abcdef"_s, u"18446744073709551615"_s, u"at least 4"_s, u"random 20"_s, u"20 rating"_s,
          u"k = 10"_s, u"42, 43, 44"_s, u"12 trial"_s, u"12345"_s, u"200 measured, 11"_s, u"300 resamples"_s,
          u"2026-03-29"_s, u"RP3beta"_s, u"Popular"_s})
        QVERIFY2(QString(text).remove(u',').contains(QString(fact).remove(u',')),
                 qPrintable(fact + u" is missing in\n"_s + text));
}

/// RP3beta and ALS differ by nothing but seed noise: neither is the winner, both may be called best.
void TestComparisonText::plainTextMarksOnlyWhatTheTestAllows() {
    const Comparison comparison = sample();
    QVERIFY(isBest(comparison, 1, MetricId::Ndcg) && isBest(comparison, 2, MetricId::Ndcg));
    const QStringList lines = toPlainText(comparison, {{MetricId::Ndcg}, {}, 4}).split(u'\n');
    const auto line = [&](const QString& name) {
        for (const QString& text : lines)
            if (text.startsWith(name))
                return text;
        return QString();
    };
    QVERIFY2(line(u"Popular"_s).contains(QRegularExpression(u"0\\.2\\d{3} -"_s)),
             qPrintable(lines.join(u'\n')));
    QVERIFY(line(u"RP3beta"_s).contains(QRegularExpression(u"0\\.4\\d{3}\\*="_s)));
    QVERIFY(line(u"ALS"_s).contains(QRegularExpression(u"0\\.4\\d{3}\\*"_s)));
    const QString text = lines.join(u'\n');
    QVERIFY(text.contains(u"difference to ALS"_s));
    QVERIFY(text.contains(u"no detectable difference"_s));
    const QString unjudged = toPlainText(sample(false), {{MetricId::Ndcg}, {}, 4});
    QVERIFY(!unjudged.contains(QRegularExpression(u"0\\.\\d{4}\\*"_s)));
    QVERIFY(!unjudged.contains(u"best mean"_s));
    QVERIFY(!unjudged.contains(u"difference to"_s));
}

void TestComparisonText::plainTextFollowsTheLocale() {
    QLocale::setDefault(QLocale(QLocale::German));
    const Comparison comparison = sample();
    const ComparisonTextOptions options{{MetricId::Map}, {}, 4};
    const QString plain = toPlainText(comparison, options);
    const QString markdown = toMarkdown(comparison, options);
    const QString csv = toCsv(comparison, options);
    QLocale::setDefault(QLocale::c());
    QVERIFY(plain.contains(u"0,1000"_s));
    QVERIFY(markdown.contains(u"0.1000"_s)); // a document is read by programs as well
    QVERIFY(csv.contains(u",0.1,"_s));
}

void TestComparisonText::allMetricsFit() {
    ComparisonTextOptions options;
    for (const MetricInfo& metric : metricCatalogue())
        options.metrics.push_back(metric.id);
    options.differences = options.metrics;
    const Comparison comparison = sample();
    for (const QString& text : {toPlainText(comparison, options), toMarkdown(comparison, options)})
        for (const MetricInfo& metric : metricCatalogue())
            QVERIFY2(QString(text).remove(u'\\').contains(metricLabel(metric.id, 10)), metric.key.data());
    for (const QString& line : toPlainText(comparison, options).split(u"\n\n"_s).first(4))
        for (const QString& row : line.split(u'\n'))
            QVERIFY2(row.size() < 260, qPrintable(row));
}

void TestComparisonText::csvIsAsTheStandardSays() {
    const Comparison comparison = sample();
    const QString text = toCsv(comparison, {{MetricId::Ndcg, MetricId::Auc}, {}, 4});
    QVERIFY(text.endsWith(u"\r\n"_s));
    QStringList lines = text.split(u"\r\n"_s, Qt::SkipEmptyParts);
    QVERIFY(lines.front().startsWith(u"# "_s));
    lines.removeIf([](const QString& line) { return line.startsWith(u'#'); });
    QCOMPARE(lines.size(), 4);
    const QStringList header = csvFields(lines[0]);
    for (const QString& line : lines)
        QCOMPARE(csvFields(line).size(), header.size());
    const auto value = [&](int row, const QString& column) {
        return csvFields(lines[row + 1])[header.indexOf(column)];
    };
    QCOMPARE(value(1, u"algorithm"_s), u"RP3beta"_s);
    QCOMPARE(value(1, u"parameters"_s), QString::fromStdString(comparison.rows[1].parameters)); // has commas
    QCOMPARE(value(1, u"tuning_trials"_s), u"12"_s);
    QCOMPARE(value(2, u"seeds"_s), u"3"_s);
    QCOMPARE(value(0, u"ndcg"_s).toDouble(), comparison.rows[0].mean.means.ndcg); // every digit
    QCOMPARE(value(0, u"auc"_s), QString());
    QCOMPARE(value(0, u"ndcg_seed_sd"_s), QString());
    QCOMPARE(value(2, u"ndcg_seed_sd"_s).toDouble(), comparison.rows[2].seedSpread(MetricId::Ndcg));
    const PairedComparison& pair = *verdictOf(comparison, 0, MetricId::Ndcg);
    QCOMPARE(value(0, u"ndcg_difference"_s).toDouble(), pair.difference);
    QCOMPARE(value(0, u"ndcg_p_holm"_s).toDouble(), pair.adjustedP);
    QCOMPARE(value(0, u"ndcg_verdict"_s), u"worse"_s);
    QCOMPARE(value(1, u"ndcg_verdict"_s), u"none"_s);
    QCOMPARE(value(2, u"ndcg_verdict"_s), QString());
}

void TestComparisonText::markdownTablesKeepTheirColumns() {
    Comparison comparison = sample();
    comparison.rows[0].name = "Pop|ular *x* <i>";
    const QStringList lines = toMarkdown(comparison).split(u'\n');
    static const QRegularExpression bar(u"(?<!\\\\)\\|"_s);
    qsizetype columns = 0;
    int rows = 0;
    for (const QString& line : lines) {
        if (!line.startsWith(u'|')) {
            columns = 0;
            continue;
        }
        const qsizetype bars = line.count(bar);
        if (columns > 0)
            QCOMPARE(bars, columns);
        columns = bars;
        ++rows;
    }
    QCOMPARE(rows, 5 + 4); // means, then differences
    QVERIFY(lines.join(u'\n').contains(u"Pop\\|ular \\*x\\* \\<i\\>"_s));
}

void TestComparisonText::latexEscapes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("specials") << u"a_b & 5% #1 {x} $y$"_s << u"a\\_b \\& 5\\% \\#1 \\{x\\} \\$y\\$"_s;
    QTest::newRow("accents") << u"\\ ~ ^"_s << u"\\textbackslash{} \\textasciitilde{} \\textasciicircum{}"_s;
    QTest::newRow("no ligature") << u"a--b"_s << u"a-{}-b"_s;
    QTest::newRow("mathematics") << u"÷ ≥ −0.5 β"_s << u"$\\div$ $\\geq$ $-$0.5 $\\beta$"_s;
    QTest::newRow("latin") << u"Übung café"_s << u"Übung café"_s;
    QTest::newRow("other scripts") << u"映画 🎬"_s << u"?? ?"_s;
    QTest::newRow("lines") << u"a\nb\tc\u0007"_s << u"a b c?"_s;
}

void TestComparisonText::latexEscapes() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(latexEscaped(text), expected);
}

void TestComparisonText::latexCompiles() {
    const QString program = QStandardPaths::findExecutable(u"pdflatex"_s);
    if (program.isEmpty())
        QSKIP("pdflatex is not installed (texlive-latex-recommended): this test needs it");
    ComparisonTextOptions all;
    for (const MetricInfo& metric : metricCatalogue())
        all.metrics.push_back(metric.id);
    all.differences = all.metrics;
    QTemporaryDir folder;
    QFile file(folder.filePath(u"table.tex"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage[utf8]{inputenc}\n"
               "\\usepackage{booktabs}\n\\begin{document}\n");
    file.write(toLatex(sample()).toUtf8() + toLatex(sample(), all).toUtf8() + "\\end{document}\n");
    file.close();
    QProcess latex;
    latex.setWorkingDirectory(folder.path());
    latex.start(program, {u"-halt-on-error"_s, u"-interaction=nonstopmode"_s, u"table.tex"_s});
    QVERIFY(latex.waitForFinished(100'000));
    const QByteArray log = latex.readAllStandardOutput();
    QVERIFY2(latex.exitCode() == 0, log.constData());
    QVERIFY2(!log.contains("Missing character"), log.constData());
    QVERIFY(QFileInfo(folder.filePath(u"table.pdf"_s)).size() > 10'000);
}

void TestComparisonText::jsonHasEveryMetricAndDifference() {
    const Comparison comparison = sample();
    const QJsonDocument document = QJsonDocument::fromJson(toJson(comparison).toUtf8());
    QVERIFY(document.isObject());
    const QJsonObject object = document.object();
    QCOMPARE(object[u"dataset"_s], hostileName);
    QCOMPARE(object[u"protocol"_s], u"user-random"_s);
    QCOMPARE(object[u"splitSeed"_s], u"18446744073709551615"_s);
    QCOMPARE(object[u"minimumUserRatings"_s], 20);
    QCOMPARE(object[u"metrics"_s].toArray().size(), static_cast<qsizetype>(metricCatalogue().size()));
    QCOMPARE(object[u"splits"_s][0][u"leakedPairs"_s], 0);
    const QJsonArray rows = object[u"algorithms"_s].toArray();
    QCOMPARE(rows.size(), 3);
    for (const MetricInfo& metric : metricCatalogue()) {
        const QString key = QString::fromLatin1(metric.key.data(), static_cast<qsizetype>(metric.key.size()));
        QVERIFY2(rows[0][u"means"_s].toObject().contains(key), metric.key.data());
        QCOMPARE(rows[0][u"differences"_s].toObject().contains(key), metric.perUser);
        QVERIFY(!rows[2][u"differences"_s].toObject().contains(key)); // the reference itself
    }
    QCOMPARE(rows[0][u"means"_s][u"ndcg"_s].toDouble(), comparison.rows[0].mean.means.ndcg);
    QVERIFY(rows[0][u"means"_s][u"auc"_s].isNull());
    QCOMPARE(rows[0][u"differences"_s][u"ndcg"_s][u"verdict"_s], u"worse"_s);
    QCOMPARE(rows[1][u"differences"_s][u"ndcg"_s][u"verdict"_s], u"no-detectable-difference"_s);
    QCOMPARE(rows[1][u"key"_s], u"rp3beta"_s);
    QCOMPARE(rows[1][u"parameters"_s][u"beta"_s].toDouble(), 0.5);
    QCOMPARE(rows[2][u"bySeed"_s].toArray().size(), 3);
    QCOMPARE(rows[2][u"bySeed"_s][2][u"seed"_s], u"44"_s);
    QCOMPARE(object[u"reference"_s].toString(), QString::fromStdString(comparison.rows[2].name));
}

void TestComparisonText::rowsOfOtherDatesSaySo() {
    Comparison comparison = sample();
    comparison.measuredAt = {QDateTime(), QDateTime(QDate(2025, 12, 24), QTime(18, 0), Qt::UTC), QDateTime()};
    comparison.origin = {0, 5, 0};
    QVERIFY(
        comparisonNotes(comparison).join(u'\n').contains(u"RP3beta was measured earlier, on 2025-12-24"_s));
    QVERIFY(toJson(comparison).contains(u"2025-12-24T18:00:00Z"_s));
}

void TestComparisonText::nothingMeasuredIsNoTrouble() {
    Comparison comparison = sample(false);
    comparison.rows.clear();
    comparison.reference = 0;
    for (const QString& text : {toPlainText(comparison), toMarkdown(comparison), toLatex(comparison),
                                toCsv(comparison), toJson(comparison)})
        QVERIFY(text.contains(u"0123456789abcdef"_s));
}

void TestComparisonText::everyProtocolAndMetricHasAName() {
    QSet<QString> labels;
    for (const MetricInfo& metric : metricCatalogue())
        labels += metricLabel(metric.id, 10);
    QCOMPARE(labels.size(), static_cast<qsizetype>(metricCatalogue().size())); // no two look the same
    QSet<QString> protocols;
    for (const Protocol protocol : allProtocols()) {
        SplitOptions options;
        options.protocol = protocol;
        protocols += protocolText(options);
    }
    QCOMPARE(protocols.size(), static_cast<qsizetype>(allProtocols().size()));
    QCOMPARE(metricLabel(MetricId::Map, 10), u"MAP@10 (÷ min)"_s);
    QCOMPARE(metricLabel(MetricId::MapByRelevant, 5), u"MAP@5 (÷ n)"_s);
}

QTEST_GUILESS_MAIN(TestComparisonText)
#include "tst_comparisontext.moc"
