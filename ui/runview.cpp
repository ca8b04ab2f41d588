#include "ui/runview.h"

#include "core/services/recordjson.h"
#include "core/services/services.h"
#include "ui/alstext.h"
#include "ui/metrictext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

constexpr std::array modelOrder{"Random"_L1, "Popular"_L1, "ItemKNN"_L1, "ALS"_L1};

void place(QList<ResultRow>& rows, const ResultRow& row) {
    for (ResultRow& present : rows) {
        if (present.model == row.model) {
            present = row;
            return;
        }
    }
    rows += row;
}

ResultRow rowOf(const EvaluationReport& report) {
    ResultRow row;
    row.model = QString::fromStdString(report.modelName);
    row.parameters = QString::fromStdString(report.modelParameters);
    row.ndcg = report.means.ndcg;
    row.recall = report.means.recall;
    row.map = report.means.map;
    row.hitRate = report.means.hitRate;
    row.auc = report.means.auc;
    row.coverage = report.coverage;
    row.users = report.evaluatedUsers;
    row.skippedUsers = report.skippedUsers;
    row.trainSeconds = report.trainSeconds;
    row.evaluateSeconds = report.evaluateSeconds;
    return row;
}

} // namespace

QList<ResultRow> unmeasuredRows() {
    QList<ResultRow> rows;
    for (const QLatin1String model : modelOrder) {
        ResultRow row;
        row.model = model;
        rows += row;
    }
    return rows;
}

QString dateText(const QDateTime& time) {
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    return locale.toString(local.date(), QLocale::ShortFormat) + u' ' +
           locale.toString(local.time(), u"HH:mm"_s);
}

QString learnedText(const RunView& run) {
    if (run.events == 0)
        return splitText(run.splitName);
    return RunText::tr("%1, trained on ratings + %n event(s)", nullptr, run.events)
        .arg(splitText(run.splitName));
}

const ResultRow* RunView::row(const QString& model) const {
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&model](const ResultRow& candidate) { return candidate.model == model; });
    return found == rows.end() ? nullptr : &*found;
}

RunView viewOf(const TrainedModel& trained, const QString& datasetName) {
    RunView view;
    view.id = trained.runId;
    view.datasetName = datasetName;
    view.rows = unmeasuredRows();
    if (trained.model) {
        view.alsParameters = trained.model->parameters();
        view.parameters = alsParametersText(*view.alsParameters);
        view.trainSeconds = trained.model->info().trainSeconds;
    }
    if (trained.split) {
        view.splitName = QString::fromStdString(trained.split->name);
        view.splitOptions = trained.split->options;
    }
    if (trained.events)
        view.events = trained.events->events;
    for (const EvaluationReport& report : trained.reports) {
        place(view.rows, rowOf(report));
        view.k = report.k;
    }
    view.curve = QList<TrainingPoint>(trained.curve.begin(), trained.curve.end());
    return view;
}

RunView viewOf(const RunRecord& record) {
    RunView view;
    view.id = record.id;
    view.startedAt = record.startedAt;
    view.datasetName = record.datasetName;
    view.rows = unmeasuredRows();
    view.trainSeconds = record.trainSeconds;
    view.alsParameters = parametersFromJson(record.parametersJson);
    if (view.alsParameters)
        view.parameters = alsParametersText(*view.alsParameters);
    if (const auto split = splitFromJson(record.splitJson)) {
        view.splitName = QString::fromStdString(split->name);
        view.splitOptions = split->options;
        view.events = split->events ? split->events->events : 0;
    }
    if (const auto reports = reportsFromJson(record.reportsJson)) {
        for (const EvaluationReport& report : *reports) {
            place(view.rows, rowOf(report));
            view.k = report.k;
        }
    }
    if (const auto curve = curveFromJson(record.curveJson))
        view.curve = QList<TrainingPoint>(curve->begin(), curve->end());
    return view;
}

} // namespace recital
