#pragma once

#include "ui/widgets/plotframe.h"

#include <QList>
#include <QPointF>

class QAreaSeries;
class QLineSeries;

namespace recital {

/// A filled outline over two axes: a histogram of uneven bins, or a curve.
class AreaChart : public PlotFrame {
    Q_OBJECT
public:
    enum class Scale {
        Linear,      ///< from 0
        Logarithmic, ///< values must be positive
        Years        ///< horizontal only: 1996.25 is April 1996
    };
    struct Bin {
        double lower = 0.0;
        double upper = 0.0; ///< above lower
        double value = 0.0;
        QString text; ///< what is said when pointed at: the exact value
    };
    struct Point {
        double x = 0.0;
        double y = 0.0;
        QString text;
    };

    AreaChart(Theme& theme, Scale horizontal, Scale vertical, QWidget* parent = nullptr);

    void setAxisTitles(const QString& horizontal, const QString& vertical);
    void setBins(const std::vector<Bin>& bins);      ///< ascending
    void setCurve(const std::vector<Point>& points); ///< ascending in x

protected:
    void colorSeries() override;

private:
    double horizontalPosition(double x) const;
    double verticalPosition(double y) const;
    void setOutline(const QList<QPointF>& outline, double firstX, double lastX, double highest);

    Scale m_horizontal;
    Scale m_vertical;
    QCategoryAxis* m_xAxis = nullptr;
    QCategoryAxis* m_yAxis = nullptr;
    QLineSeries* m_top = nullptr;
    QAreaSeries* m_area = nullptr;
};

} // namespace recital
