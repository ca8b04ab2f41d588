#pragma once

#include "ui/widgets/plotframe.h"

class QBarCategoryAxis;
class QBarSet;

namespace recital {

/// Bars for named things: upright, or lying with the first on top.
class BarChart : public PlotFrame {
    Q_OBJECT
public:
    struct Bar {
        QString label; ///< may be empty
        double value = 0.0;
        QString text; ///< what is said when pointed at: the exact value
    };

    BarChart(Theme& theme, Qt::Orientation bars, QWidget* parent = nullptr);

    void setAxisTitles(const QString& categories, const QString& values);
    void setBars(const std::vector<Bar>& bars);

protected:
    void colorSeries() override;

private:
    Qt::Orientation m_bars;
    QBarCategoryAxis* m_categories = nullptr;
    QCategoryAxis* m_values = nullptr;
    QBarSet* m_set = nullptr;
};

} // namespace recital
