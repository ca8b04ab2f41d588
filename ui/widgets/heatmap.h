#pragma once

#include "ui/widgets/heatmapdata.h"

#include <QWidget>

namespace recital {

class Theme;

/// A heat map that can be pointed at and walked through with the arrow keys. Colours are the sequence
/// cividis; values stand in the cells where they fit, the best cell has a double frame, cells without a
/// measurement are hatched.
class HeatMap : public QWidget {
    Q_OBJECT
public:
    explicit HeatMap(Theme& theme, QWidget* parent = nullptr);

    /// The marked cell stays the same column and row where the axes stay the same.
    void setData(HeatMapData data);
    const HeatMapData& data() const noexcept { return m_data; }

    int current() const noexcept { return m_current; } ///< cell that the keyboard or a click marked, -1: none
    void setCurrent(int cell);
    QString currentText() const; ///< what is told about it, empty without one

    QRectF cellRect(int cell) const;
    bool valuesFit() const;
    void paintTo(QPainter& painter, const QRectF& area) const; ///< without marks, for exports

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void currentChanged(int cell);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString textOf(int cell) const;
    void tell(int cell);
    bool step(int columns, int rows);

    Theme& m_theme;
    HeatMapData m_data;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace recital
