#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace recital {

/// One measured algorithm of a stored comparison.
struct ComparisonRowRecord {
    qint64 id = 0;
    QString algorithm;         ///< the model's name
    QString specificationJson; ///< algorithm's key and parameters
    int tuningTrials = 0;
    QDateTime measuredAt;  ///< UTC
    QString reportsJson;   ///< the mean, and the means by seed and fold
    QByteArray userValues; ///< packUserValues(); empty where it was not asked for
};

/// One comparison as it is remembered: what was measured, on what, and the verdicts.
struct ComparisonRecord {
    qint64 id = 0;
    QDateTime startedAt; ///< UTC
    QString datasetName;
    QString datasetLocation;
    QString datasetFingerprint;
    QString optionsJson;  ///< ComparisonOptions
    QString splitsJson;   ///< names and counts
    QString ratingsJson;  ///< rows of the predictors of stars
    int reference = -1;   ///< among the rows; -1: not measured
    QString verdictsJson; ///< of these rows against this reference; empty: not computed
    std::vector<ComparisonRowRecord> rows;
};

} // namespace recital
