#pragma once

#include "core/recsys/comparison.h"
#include "core/services/ratingrows.h"

#include <QDateTime>
#include <QString>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace recital {

class Dataset;

/// What the Compare page shows: immutable, replaced as a whole when a row was added. Also what a stored
/// comparison is read back into.
struct Comparison {
    qint64 id = 0; ///< row of the workspace; 0: not stored (yet)
    QDateTime startedAt;
    QString datasetName;
    QString datasetFingerprint;
    /// The data that the rows were measured on, for titles and lists: not always the data that is loaded now.
    /// Read back: the loaded data if it is the same, else nullptr.
    std::shared_ptr<const Dataset> dataset;
    ComparisonOptions options;
    std::vector<std::shared_ptr<const Split>> splits; ///< empty when read back
    std::vector<std::string> splitNames;
    std::vector<SplitCounts> counts;      ///< one a split; that no pair stands on both sides was checked
    std::vector<ComparedModel> rows;      ///< finished ones, in the order of the request
    std::vector<ComparedRatings> ratings; ///< the predictors of stars, in a table of their own; may be empty
    std::size_t reference = 0;            ///< in rows; rows.size(): not measured yet
    /// verdicts[m][row]: the row against the reference (difference: row - reference) on the m-th per-user
    /// metric of the catalogue. Empty until computed; see verdictOf().
    std::vector<std::vector<PairedComparison>> verdicts;
    std::vector<std::vector<std::size_t>> best; ///< one a metric of the catalogue: see bestRows(), isBest()
    /// intervals[m][row]: bootstrap over users of the row's own mean, as verdicts. Empty until the verdicts
    /// are there. Not a test of a difference: that is what verdicts are for. See intervalOf().
    std::vector<std::vector<Interval>> intervals;
    /// One a row, or empty: when a row of an earlier comparison was measured; invalid for rows of this one.
    std::vector<QDateTime> measuredAt;
    /// One a row, or empty: the stored comparison that such a row was taken from; 0 for rows of this one.
    std::vector<qint64> origin;
};

/// The row's verdict on a metric; nullptr while it is not computed, for metrics that are not per user and
/// without a reference. The reference itself is NotComparable.
const PairedComparison* verdictOf(const Comparison& comparison, std::size_t row, MetricId metric) noexcept;

/// Interval of the row's own mean; nullptr as above.
const Interval* intervalOf(const Comparison& comparison, std::size_t row, MetricId metric) noexcept;

/// Whether the row may be called best in this column: see bestRows(). False until computed.
bool isBest(const Comparison& comparison, std::size_t row, MetricId metric) noexcept;

inline bool hasReference(const Comparison& comparison) noexcept {
    return comparison.reference < comparison.rows.size();
}

/// Fills verdicts, best and intervals from the rows. Takes as long as the tests do: not for the UI thread.
/// Error: Cancelled; then nothing has changed.
Status judge(Comparison& comparison, const JobControl& control);

} // namespace recital
