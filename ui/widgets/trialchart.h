#pragma once

#include "ui/widgets/plotframe.h"

class QLineSeries;
class QScatterSeries;

namespace recital {

/// The scores of trials against one parameter: dots, joined by a line where each value was tried once. The
/// axis is logarithmic where the values span more than a factor of 20. The best has a ring.
class TrialChart : public PlotFrame {
    Q_OBJECT
public:
    struct Point {
        double x = 0.0;
        double y = 0.0;
        QString text;
        int trial = 0;
    };

    explicit TrialChart(Theme& theme, QWidget* parent = nullptr);

    /// In any order; `best`: index into points, -1: none.
    void setPoints(std::vector<Point> points, int best, bool joined);
    void setAxisTitles(const QString& horizontal, const QString& vertical);
    const std::vector<Point>& points() const noexcept { return m_points; } ///< ascending in x
    bool logarithmic() const noexcept { return m_logarithmic; }
    bool joined() const;

private:
    void colorSeries() override;
    void setAxes();
    double place(double x) const;

    QLineSeries* m_line = nullptr;
    QScatterSeries* m_dots = nullptr;
    QScatterSeries* m_best = nullptr;
    QCategoryAxis* m_xAxis = nullptr;
    QCategoryAxis* m_yAxis = nullptr;
    std::vector<Point> m_points;
    bool m_logarithmic = false;
};

} // namespace recital
