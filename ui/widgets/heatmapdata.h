#pragma once

#include <QString>
#include <QStringList>

#include <limits>
#include <vector>

namespace recital {

/// One pair of values of the two axes.
struct HeatMapCell {
    enum class State {
        Untried, ///< nothing is known
        Failed,  ///< tried, without a value
        Measured
    };
    State state = State::Untried;
    double value = std::numeric_limits<double>::quiet_NaN();
    QString details; ///< what pointing at the cell tells, several lines
};

/// A table of measurements over two axes, ready to be painted.
struct HeatMapData {
    QString title; ///< what the colours mean: "NDCG@10"
    QString columnTitle;
    QString rowTitle;
    QStringList columns;            ///< labels from left to right
    QStringList rows;               ///< labels from bottom to top, like a vertical axis
    std::vector<HeatMapCell> cells; ///< row by row, the lowest first; rows.size() * columns.size()
    int best = -1;                  ///< index into cells; -1: none
    int decimals = 4;               ///< of the values in the cells

    int columnCount() const { return static_cast<int>(columns.size()); }
    int rowCount() const { return static_cast<int>(rows.size()); }
    bool empty() const { return cells.empty(); }
    const HeatMapCell& cell(int index) const { return cells[static_cast<std::size_t>(index)]; }

    /// Smallest and largest measured value; false: nothing measured yet.
    bool limits(double* low, double* high) const;
    /// Where a value lies between them, in [0, 1]; 1 where all are equal.
    double position(double value) const;
};

} // namespace recital
