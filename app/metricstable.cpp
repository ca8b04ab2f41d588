#include "app/metricstable.h"

#include "core/services/texttable.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLocale>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct TableText {
    Q_DECLARE_TR_FUNCTIONS(recital::TableText)
};

QString fraction(double value) {
    return QLocale().toString(value, 'f', 4);
}

QStringList headerCells(int k) {
    const QString at = u"@"_s + QString::number(k);
    return {TableText::tr("Algorithm"),
            TableText::tr("Split"),
            u"NDCG"_s + at,
            u"P"_s + at,
            u"R"_s + at,
            u"MAP"_s + at,
            u"MRR"_s + at,
            u"Hit"_s + at,
            u"AUC"_s,
            TableText::tr("Coverage"),
            TableText::tr("Gini"),
            TableText::tr("MIUF bits"),
            TableText::tr("Users"),
            TableText::tr("Training s")};
}

QStringList reportCells(const EvaluationReport& report) {
    const RankingMetrics& means = report.means;
    return {QString::fromStdString(report.modelName),
            QString::fromStdString(report.splitName),
            fraction(means.ndcg),
            fraction(means.precision),
            fraction(means.recall),
            fraction(means.map),
            fraction(means.mrr),
            fraction(means.hitRate),
            fraction(means.auc),
            QLocale().toString(report.coverage, 'f', 3),
            QLocale().toString(report.gini, 'f', 3),
            QLocale().toString(report.novelty, 'f', 2),
            QLocale().toString(report.evaluatedUsers),
            QLocale().toString(report.trainSeconds, 'f', 2)};
}

QJsonObject meansJson(const RankingMetrics& means) {
    return {{u"precision"_s, means.precision},
            {u"recall"_s, means.recall},
            {u"map"_s, means.map},
            {u"ndcg"_s, means.ndcg},
            {u"mrr"_s, means.mrr},
            {u"hitRate"_s, means.hitRate},
            {u"auc"_s, means.auc}};
}

} // namespace

QString metricsTable(std::span<const EvaluationReport> reports) {
    TextTable table(headerCells(reports.empty() ? 0 : reports.front().k), {0, 1});
    for (const EvaluationReport& report : reports)
        table.addRow(reportCells(report));
    return table.toString();
}

QJsonArray metricsJson(std::span<const EvaluationReport> reports) {
    QJsonArray array;
    for (const EvaluationReport& report : reports)
        array += QJsonObject{{u"modelName"_s, QString::fromStdString(report.modelName)},
                             {u"modelParameters"_s, QString::fromStdString(report.modelParameters)},
                             {u"splitName"_s, QString::fromStdString(report.splitName)},
                             {u"splitSeed"_s, QString::number(report.splitSeed)},
                             {u"k"_s, report.k},
                             {u"evaluatedUsers"_s, report.evaluatedUsers},
                             {u"skippedUsers"_s, report.skippedUsers},
                             {u"means"_s, meansJson(report.means)},
                             {u"coverage"_s, report.coverage},
                             {u"gini"_s, report.gini},
                             {u"novelty"_s, report.novelty},
                             {u"trainSeconds"_s, report.trainSeconds},
                             {u"evaluateSeconds"_s, report.evaluateSeconds}};
    return array;
}

} // namespace recital
