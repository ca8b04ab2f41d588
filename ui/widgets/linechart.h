#pragma once

#include <QColor>
#include <QList>
#include <QPointF>
#include <QWidget>

#include <functional>
#include <optional>

class QAbstractAxis;
class QChart;
class QChartView;
class QGraphicsEllipseItem;
class QGraphicsSimpleTextItem;
class QLabel;
class QLineSeries;
class QLogValueAxis;
class QValueAxis;

namespace recital {

class Theme;

/// Curves over one pair of axes with a heading, the newest value beside it and, if wanted, a dashed reference
/// line. The only place where pages meet Qt Charts: no animations, points are replaced as a whole, the axes
/// are set in the same call, colours and sizes follow the theme.
class LineChart : public QWidget {
    Q_OBJECT
public:
    enum class Scale {
        Automatic, ///< logarithmic when all values are positive and span more than a factor of 30
        Linear,
        Logarithmic
    };

    explicit LineChart(Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& text);  ///< one quiet line under the title
    void setValueText(const QString& text); ///< the number beside the title, in the curve's colour
    void setValueToolTip(const QString& text);
    void setHorizontalTitle(const QString& title);
    void setEmptyText(const QString& text); ///< shown in place of the axes while there are no points
    void setScale(Scale scale);
    void setZeroBased(bool zeroBased); ///< a linear axis starts at 0
    void
    setLeastRange(double range);    ///< a linear axis spans at least this, so that noise does not look large
    void setCategory(int category); ///< which of the theme's six colours the curve has
    void setMarkers(bool visible);  ///< a dot at every point

    /// Points in ascending x. The horizontal axis spans [minimum, maximum] whatever the points.
    void setPoints(const QList<QPointF>& points, double minimum, double maximum);
    const QList<QPointF>& points() const noexcept { return m_points; }
    /// A dashed horizontal line and its label; nothing removes it.
    void setReference(std::optional<double> value, const QString& label = {});
    std::optional<double> reference() const noexcept { return m_reference; }
    bool logarithmic() const noexcept;

    /// What the pointer is told over a point.
    void setPointText(std::function<QString(const QPointF&)> text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void applyTheme();
    void updateAxes();
    void updateLinearAxis(double low, double high);
    void attachVertical(QAbstractAxis* axis);
    void placeReferenceLabel();
    void hoverAt(const QPointF& position);
    void clearHover();

    Theme& m_theme;
    QLabel* m_title = nullptr;
    QLabel* m_value = nullptr;
    QLabel* m_subtitle = nullptr;
    QLabel* m_empty = nullptr;
    QChart* m_chart = nullptr;
    QChartView* m_view = nullptr;
    QLineSeries* m_curve = nullptr;
    QLineSeries* m_line = nullptr;
    QValueAxis* m_horizontal = nullptr;
    QValueAxis* m_linear = nullptr;
    QLogValueAxis* m_log = nullptr;
    QGraphicsSimpleTextItem* m_lineLabel = nullptr;
    QGraphicsEllipseItem* m_marker = nullptr;

    QList<QPointF> m_points;
    std::optional<double> m_reference;
    std::function<QString(const QPointF&)> m_pointText;
    Scale m_scale = Scale::Automatic;
    double m_minimum = 0.0;
    double m_maximum = 1.0;
    int m_category = 0;
    double m_leastRange = 0.0;
    bool m_zeroBased = false;
    bool m_markers = false;
};

/// The smallest of 1, 2, 2.5, 5 times a power of ten that divides `range` into at most `parts`.
double niceStep(double range, int parts);

} // namespace recital
