#pragma once

#include "ui/charts/figurepainter.h"

#include <QPixmap>
#include <QWidget>

class QLabel;

namespace recital {

class ElidedLabel;
class FigureCanvas;
class Theme;

/// A figure on the screen: title, how to read it, the chart, and the exact value of what is under the
/// pointer. The arrow keys step through the same values, Enter does what a click does.
class FigureView : public QWidget {
    Q_OBJECT
public:
    explicit FigureView(const Theme& theme, QWidget* parent = nullptr);

    void setFigure(Figure figure);
    const Figure& figure() const noexcept { return m_figure; }

    int hitCount() const;
    QString hitText(int index) const;
    int currentHit() const;

signals:
    void activated(int id); ///< a point that has an id was clicked

private:
    Figure m_figure;
    QLabel* m_title = nullptr;
    ElidedLabel* m_note = nullptr;
    QLabel* m_empty = nullptr;
    FigureCanvas* m_canvas = nullptr;
};

/// The painted part of a FigureView.
class FigureCanvas : public QWidget {
    Q_OBJECT
public:
    FigureCanvas(const Theme& theme, const Figure& figure, QWidget* parent);

    void figureChanged();
    int hitCount() const noexcept { return static_cast<int>(m_hits.size()); }
    QString hitText(int index) const;
    int currentHit() const noexcept { return m_current; }
    QPointF hitPlace(int index) const { return m_hits[static_cast<std::size_t>(index)].center; }

signals:
    void activated(int id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void render();
    int hitAt(const QPointF& position) const;
    void show(int index, const QPoint& tipPlace); ///< in global coordinates
    void show(int index);
    const FigurePoint& pointOf(const FigureHit& hit) const;
    void activate(int index);
    void paintCurrent(QPainter& painter) const;

    const Theme& m_theme;
    const Figure& m_figure;
    QPixmap m_picture; ///< painted once for a size, data and theme
    std::vector<FigureHit> m_hits;
    std::vector<QRectF> m_plots;
    int m_current = -1;
};

} // namespace recital
