#pragma once

#include "core/services/comparisonresult.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace recital {

/// What a table of a comparison holds. Algorithms keep their English names, labels are translated. Plain text
/// writes numbers as the locale does; the other formats always with a decimal point.
struct ComparisonTextOptions {
    std::vector<MetricId> metrics; ///< columns; empty: defaultTableMetrics()
    /// Metrics with a table of the differences to the reference; those that are not per user are left out.
    /// Empty: the first of `metrics` that is, if there is a reference and the verdicts are computed.
    std::vector<MetricId> differences;
    int decimals = 4;
};

/// NDCG, MAP, precision, recall, MRR, hit rate, AUC, coverage, Gini, novelty.
std::vector<MetricId> defaultTableMetrics();

// Each ends with the lines of comparisonNotes(). The best rows of a column are marked only where the test
// allows: the highest mean together with everything that is not told apart from it.

QString toPlainText(const Comparison& comparison, const ComparisonTextOptions& options = {});
QString toMarkdown(const Comparison& comparison, const ComparisonTextOptions& options = {});

/// Table environments (means, differences, predictors of stars) for \usepackage{booktabs}, complete with
/// caption, label and notes. Compiles with pdflatex (T1, UTF-8): everything is escaped, and what its fonts
/// lack becomes a question mark.
QString toLatex(const Comparison& comparison, const ComparisonTextOptions& options = {});

/// RFC 4180 with comma and point, one line an algorithm; the notes stand in front, each behind "# ".
QString toCsv(const Comparison& comparison, const ComparisonTextOptions& options = {});

/// The predictors of stars in the same way; empty where none was measured.
QString toRatingsCsv(const Comparison& comparison);

/// The expert export: every metric of the catalogue with its definition, by row, seed and fold; all
/// differences to the reference; all options. Keys are English, enumerations are words, seeds are text,
/// NaN is null.
QJsonObject comparisonJson(const Comparison& comparison);
QString toJson(const Comparison& comparison); ///< the same, indented

/// One sentence naming what the table shows: "Ranking metrics on ml-100k, official folds, k = 10".
QString comparisonCaption(const Comparison& comparison);

/// What the figures rest on, a sentence each: data and fingerprint, likes, protocol, users and leak check,
/// length of the lists, seeds, tuning budget, statistics, dates. For footnotes of tables and charts.
QStringList comparisonNotes(const Comparison& comparison);

// Labels that every text and chart of a comparison shares.

QString metricLabel(MetricId metric, int k);       ///< "NDCG@10", "MAP@10 (÷ n)": the normaliser in the name
QString protocolText(const SplitOptions& options); ///< "official folds", "newest 20 % of every user"
QString verdictText(const PairedComparison& pair); ///< "better", "no detectable difference (would need ≥ …)"

} // namespace recital
