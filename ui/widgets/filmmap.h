#pragma once

#include "core/recsys/live/event.h"
#include "ui/widgets/mappainter.h"

#include <QPixmap>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <memory>
#include <optional>

namespace recital {

/// The films of a trained model in the PCA plane, and the simulated user among them. Points and titles are
/// cached images; while the view moves the last images are put in place at once and drawn anew at rest (or at
/// once, where that takes less than half a frame). Mouse: click a film to like it, drag to pan, wheel to
/// zoom, double click to see everything. Keys: arrows pan, Shift+arrows go from film to film, Enter likes,
/// V C L D P S and 1 to 5 are events, plus and minus zoom, 0 shows everything.
class FilmMap : public QWidget {
    Q_OBJECT
public:
    explicit FilmMap(const Theme& theme, QWidget* parent = nullptr);

    /// Both nullptr: an empty map. The view goes back to "everything".
    void setScene(std::shared_ptr<const MapScene> scene, std::shared_ptr<const Dataset> dataset,
                  std::shared_ptr<const DatasetStatistics> statistics);
    /// What the session says now. The user marker travels from where it is drawn to `user`.
    void setSession(const std::vector<ItemIndex>& liked, const std::vector<ItemIndex>& recommended,
                    std::optional<QPointF> user);
    void setDisliked(std::vector<ItemIndex> items);
    void setGhost(std::optional<QPointF> user); ///< where the user would go; nullopt: no preview
    void setRibbons(ItemIndex film, std::vector<MapRibbon> ribbons); ///< -1: none
    const MapMarks& marks() const noexcept { return m_marks; }
    void setSelected(ItemIndex item); ///< -1: none
    ItemIndex eventTarget() const;    ///< pointed at or selected, whichever was last; -1: none
    void setHighlighted(quint32 categories);
    void setReduceMotion(bool reduce) { m_reduceMotion = reduce; }
    void themeChanged();

    void fitView(); ///< everything, including the user
    void zoomBy(double factor);
    const MapView& view() const noexcept { return m_view; }
    QPointF positionOnScreen(ItemIndex item) const; ///< of a film that has a position
    std::optional<QPointF> userOnScreen() const;    ///< where the marker is drawn now
    ItemIndex hovered() const noexcept { return m_marks.hovered; }
    ItemIndex selected() const noexcept { return m_marks.selected; }
    const MapPainter& mapPainter() const noexcept { return m_painter; }

    /// The whole map as it stands, at any size, for pictures and documents.
    void paint(QPainter& painter, QSize size);

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {200, 150}; }

signals:
    void filmActivated(recital::ItemIndex item); ///< clicked, or Enter on the selected film
    void filmHovered(recital::ItemIndex item);   ///< -1: none
    void filmSelected(recital::ItemIndex item);  ///< by the keyboard
    void eventRequested(recital::EventType type, int stars, recital::ItemIndex item);
    void menuRequested(recital::ItemIndex item, QPoint globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    MapView everythingView() const;
    void moveTo(const MapView& target, bool animated);
    void viewMoved();
    void renderPoints();
    void renderLabels();
    void paintHoverCard(QPainter& painter) const;
    QString hoverDetails(ItemIndex item) const;
    void keepUserInView();
    ItemIndex filmAt(QPointF screen) const;
    void hover(ItemIndex item);
    void selectTowards(QPointF direction);
    void labelsChanged();

    const Theme& m_theme;
    MapPainter m_painter;
    std::shared_ptr<const MapScene> m_scene;
    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const DatasetStatistics> m_statistics;
    MapMarks m_marks;
    quint32 m_highlighted = 0;

    MapView m_view;
    bool m_showsEverything = true; ///< nobody has panned or zoomed since
    QPixmap m_points;              ///< background and points, drawn with m_pointsView
    MapView m_pointsView;
    QPixmap m_labels;
    MapView m_labelsView;
    bool m_pointsValid = false;
    bool m_labelsValid = false;
    double m_renderMilliseconds = 0.0; ///< measured, of the last points and labels
    QTimer m_restTimer;

    QVariantAnimation m_userAnimation;
    QVariantAnimation m_cameraAnimation;
    MapView m_cameraFrom;
    MapView m_cameraTo;
    bool m_reduceMotion = false;

    QPointF m_pressed;
    QPointF m_lastMouse;
    bool m_dragging = false;
    bool m_pressHeld = false;
    bool m_pointerLed = false; ///< the pointer moved after the last key
};

} // namespace recital
