#pragma once

#include "ui/widgets/mappainter.h"

#include <QPixmap>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace recital {

/// Two users and what lies between them on the map: each a diamond with its letter, the blend a plain one
/// on the line that joins them, and the films of the blended list as rings. To look at, not to touch.
class PairMap : public QWidget {
    Q_OBJECT
public:
    explicit PairMap(const Theme& theme, QWidget* parent = nullptr);

    void setScene(std::shared_ptr<const MapScene> scene, std::shared_ptr<const Dataset> dataset);
    /// In the plane; nullopt: that user has no vector.
    void setUsers(std::optional<QPointF> a, std::optional<QPointF> b);
    void setBlend(double share, const std::vector<ItemIndex>& list);
    std::optional<QPointF> blendPosition() const; ///< in the plane; nullopt without both users
    void themeChanged();

    QSize sizeHint() const override { return {360, 320}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void paintDirection(QPainter& painter, QPointF user, const QString& letter) const;
    void paintUser(QPainter& painter, QPointF at, const QString& letter) const;

    const Theme& m_theme;
    MapPainter m_painter;
    std::shared_ptr<const MapScene> m_scene;
    MapView m_view;
    QPixmap m_points; ///< background and points, drawn with m_view; null: to be drawn
    std::optional<QPointF> m_a;
    std::optional<QPointF> m_b;
    double m_share = 0.5;
    MapMarks m_marks;
};

} // namespace recital
