#pragma once

#include "core/services/comparisonresult.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace recital {

class Theme;

/// The predictors of ratings of a comparison. A table of its own, because a predicted rating is no ranking.
class RatingsTable : public QWidget {
    Q_OBJECT
public:
    explicit RatingsTable(const Theme& theme, QWidget* parent = nullptr);

    void setComparison(const Comparison* comparison); ///< nullptr: none

private:
    void addRow(const Comparison& comparison, const ComparedRatings& row);

    const Theme& m_theme;
    QTableWidget* m_table = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace recital
