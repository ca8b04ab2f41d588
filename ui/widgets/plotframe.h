#pragma once

#include "ui/widgets/ticks.h"

#include <QRectF>
#include <QWidget>

class QAbstractSeries;
class QCategoryAxis;
class QChart;
class QChartView;
class QGraphicsEllipseItem;
class QGraphicsRectItem;
class QLabel;

namespace recital {

class ElidedLabel;
class Theme;

/// What the charts share: heading, the Qt Charts view in the theme's colours without animations, and the
/// exact value of what is under the pointer. With the keyboard the arrows step through the same values.
class PlotFrame : public QWidget {
    Q_OBJECT
public:
    void setTitle(const QString& title);
    void setSubtitle(const QString& text);  ///< one quiet line under the title
    void setEmptyText(const QString& text); ///< in place of the plot while there is nothing to plot
    void setCategory(int category);         ///< which of the theme's six colours
    QString title() const;

    /// What can be pointed at, and what is then said. Index -1 means nothing is pointed at.
    int hitCount() const noexcept { return static_cast<int>(m_hits.size()); }
    QString hitText(int index) const { return m_hits[static_cast<std::size_t>(index)].text; }
    int currentHit() const noexcept { return m_current; }

protected:
    /// In axis coordinates. An empty area is marked with a dot, any other is covered by a veil.
    struct Hit {
        QRectF area;
        QString text;
    };

    /// `along`: the direction in which hits follow one another.
    PlotFrame(Theme& theme, Qt::Orientation along, QWidget* parent);

    QChart* chart() const noexcept { return m_chart; }
    Theme& theme() const noexcept { return m_theme; }
    QColor color() const;
    QCategoryAxis* makeAxis(Qt::Alignment side, bool grid);
    static void setTicks(QCategoryAxis* axis, const AxisTicks& ticks);
    void setMainSeries(QAbstractSeries* series) { m_series = series; }
    void setHits(std::vector<Hit> hits); ///< empty: shows the empty text
    virtual void colorSeries() = 0;      ///< give the series color()
    void applyTheme();

    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    int hitAt(const QPointF& scenePosition) const;
    void showHit(int index);
    bool stepWithKey(int key);

    Theme& m_theme;
    Qt::Orientation m_along;
    QLabel* m_title = nullptr;
    ElidedLabel* m_subtitle = nullptr;
    QLabel* m_empty = nullptr;
    QChart* m_chart = nullptr;
    QChartView* m_view = nullptr;
    QAbstractSeries* m_series = nullptr;
    QList<std::pair<QCategoryAxis*, bool>> m_axes; ///< with: has a grid
    QGraphicsRectItem* m_veil = nullptr;
    QGraphicsEllipseItem* m_dot = nullptr;
    std::vector<Hit> m_hits;
    int m_current = -1;
    int m_category = 0;
};

} // namespace recital
