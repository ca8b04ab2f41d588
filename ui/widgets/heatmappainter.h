#pragma once

#include "ui/widgets/heatmapdata.h"

#include <QRectF>

class QPainter;

namespace recital {

class Theme;

/// Paints a heat map into any paint device, and says where its cells lie.
class HeatMapPainter {
public:
    HeatMapPainter(const HeatMapData& data, const Theme& theme, const QRectF& area);

    void paint(QPainter& painter, int current, bool focused) const; ///< current: marked cell, -1: none
    QRectF cellRect(int index) const;
    int cellAt(const QPointF& position) const; ///< -1: none
    bool valuesFit() const noexcept { return m_valuesFit; }

private:
    void measure();
    void paintCell(QPainter& painter, int index) const;
    void paintHatching(QPainter& painter, const QRectF& cell) const;
    void paintBest(QPainter& painter) const;
    void paintCurrent(QPainter& painter, int current, bool focused) const;
    void paintLabels(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    double paintKey(QPainter& painter, double left, const QString& text, int kind) const;
    QString valueText(double value) const;

    const HeatMapData& m_data;
    const Theme& m_theme;
    QRectF m_area;
    QRectF m_grid;   ///< the cells
    QRectF m_legend; ///< one line below
    bool m_valuesFit = false;
    int m_labelEvery = 1; ///< column labels that would touch are left out
};

} // namespace recital
