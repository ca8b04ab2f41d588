#pragma once

#include "core/services/comparisontext.h"

#include <QLocale>

#include <vector>

namespace recital {

// The cells that the writers of comparisontext.h lay out, each in its format.

struct TableCell {
    QString text;
    bool best = false;
    Verdict verdict = Verdict::NotComparable; ///< against the reference; NotComparable: no mark
};

struct ComparisonTable {
    QString title; ///< empty for the table of means
    QStringList header;
    std::vector<std::vector<TableCell>> rows; ///< each as long as the header
    int leftColumns = 1;                      ///< text; the others are numbers
};

/// How many metrics stand beside each other, and how many beside users, seeds, trials and seconds.
struct TableWidth {
    std::size_t metrics = 10;
    std::size_t besideFacts = 10;
};

/// The means, divided by width; users, seeds, trials and seconds stand in the last.
std::vector<ComparisonTable> meanTables(const Comparison& comparison, const ComparisonTextOptions& options,
                                        const QLocale& locale, const TableWidth& width);

/// One a metric of options.differences: difference, interval, adjusted p, detectable difference, verdict.
std::vector<ComparisonTable> differenceTables(const Comparison& comparison,
                                              const ComparisonTextOptions& options, const QLocale& locale);

/// The predictors of stars; without rows where none was measured. Nothing is marked: their errors were not
/// tested against each other.
ComparisonTable ratingTable(const Comparison& comparison, const QLocale& locale);

/// How the marks of these tables are to be read; `best` and the three marks are those of the format.
QStringList tableLegend(const Comparison& comparison, const std::vector<ComparisonTable>& tables,
                        const QString& best, const QStringList& marks);

/// "0.4040"; an en dash for NaN.
QString formatMetricValue(MetricId metric, double value, int decimals, const QLocale& locale);

} // namespace recital
