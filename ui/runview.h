#pragma once

#include "core/services/modelstore.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <limits>
#include <optional>

namespace recital {

struct RunRecord;

/// One row of a results table: the means of an EvaluationReport. NaN and -1: not measured.
struct ResultRow {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    QString model; ///< "ALS", as ModelInfo::name
    QString parameters;
    double ndcg = none;
    double recall = none;
    double map = none;
    double hitRate = none;
    double auc = none;
    double coverage = none;
    int users = -1;
    int skippedUsers = -1;
    double trainSeconds = none;
    double evaluateSeconds = none;

    bool measured() const noexcept { return users >= 0; }
};

/// A training run as the page shows it: the one of the present snapshot, or one of the workspace.
struct RunView {
    qint64 id = 0; ///< 0: not stored
    QDateTime startedAt;
    QString datasetName;
    QString parameters; ///< one line
    std::optional<AlsParameters> alsParameters;
    QString splitName; ///< as Split::name; empty: not stored
    std::optional<SplitOptions> splitOptions;
    int events = 0; ///< of the stage that it learned from besides the split's training part
    int k = 10;
    QList<ResultRow> rows;      ///< Random, Popular, ItemKNN, ALS, in this order, measured or not
    QList<TrainingPoint> curve; ///< empty: not stored
    double trainSeconds = ResultRow::none;

    const ResultRow* row(const QString& model) const;
};

/// "24 Nov 2026 05:58" in local time, as the locale writes it.
QString dateText(const QDateTime& time);

/// What it learned from: the split as splitText(), and how many events besides.
QString learnedText(const RunView& run);

/// Four rows without a measurement.
QList<ResultRow> unmeasuredRows();

RunView viewOf(const TrainedModel& trained, const QString& datasetName);
/// What can be read of a stored run; a damaged text leaves its part unmeasured.
RunView viewOf(const RunRecord& record);

} // namespace recital
