#pragma once

#include "core/recsys/live/event.h"
#include "ui/models/recommendationmodel.h"
#include "ui/widgets/rowactions.h"

#include <QHash>
#include <QListView>
#include <QVariantAnimation>

#include <optional>

namespace recital {

class Theme;

/// The ranked list. Rows travel from where they are drawn to their new rank; the next change retargets them.
/// A click or Enter likes the film; the arrow keys select. Where it offers events, the row that is pointed at
/// or selected has a button for each, the keys V C L D P S and 1 to 5 do the same, and a menu is asked for.
class RecommendationView : public QListView {
    Q_OBJECT
public:
    static constexpr int visibleRows = 10;

    explicit RecommendationView(const Theme& theme, QWidget* parent = nullptr);

    void setRows(std::vector<RecommendationRow> rows);
    const RecommendationModel& recommendations() const noexcept { return m_model; }
    void setReduceMotion(bool reduce) { m_reduceMotion = reduce; }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; } ///< films cannot be activated
    void setOffersEvents(bool offers) { m_offersEvents = offers; }

    /// What would happen: the rank that each film of the list would have, 0 for those that would leave it.
    void setGhost(QHash<ItemIndex, int> ranks);
    void clearGhost();
    bool hasGhost() const noexcept { return !m_ghost.isEmpty(); }
    int ghostRank(ItemIndex item) const { return m_ghost.value(item, 0); }

    bool animating() const { return m_animation.state() == QAbstractAnimation::Running; }
    ItemIndex currentItem() const; ///< selected film, -1: none
    ItemIndex hoveredItem() const noexcept { return m_hovered; }
    ItemIndex eventTarget() const; ///< pointed at or selected, whichever was last; -1: none
    bool showsActions(ItemIndex item) const;
    const RowActions& actions() const noexcept { return m_actions; }
    const std::optional<RowActions::Action>& hoveredAction() const noexcept { return m_hoveredAction; }
    QRect actionRect(ItemIndex item, const RowActions::Action& action) const; ///< in the viewport
    void selectItem(ItemIndex item); ///< clears the selection if it is not in the list
    void themeChanged();
    int rowHeight() const;
    /// In pixels at 720 lines, 48 unless set: ten rows fill the view between these limits.
    void setRowPixels(double least, double most);
    bool isCompact() const;          ///< rows with smaller type
    void setShowsChange(bool shows); ///< false: no room is kept for what moved
    bool showsChange() const noexcept { return m_showsChange; }

    /// Where a row is drawn now, in rows from the top; differs from its row only during the animation.
    double drawnRow(ItemIndex item) const;
    double opacityOf(ItemIndex item) const; ///< newcomers fade in

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void filmActivated(recital::ItemIndex item);
    void filmHovered(recital::ItemIndex item);  ///< -1: none
    void actionHovered();                       ///< hoveredAction() is another one, of hoveredItem()
    void filmSelected(recital::ItemIndex item); ///< -1: none
    void eventRequested(recital::EventType type, int stars, recital::ItemIndex item);
    void menuRequested(recital::ItemIndex item, QPoint globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    int leastRowHeight() const;
    void hover(ItemIndex item);
    void hoverAt(QPoint position);
    ItemIndex itemAt(QPoint position) const; ///< -1: none
    std::optional<RowActions::Action> actionAt(QPoint position) const;

    const Theme& m_theme;
    RecommendationModel m_model;
    QVariantAnimation m_animation;
    QHash<ItemIndex, double> m_startRow; ///< where the running animation began
    double m_leastRowPixels = 48.0;
    double m_mostRowPixels = 48.0;
    bool m_showsChange = true;
    bool m_reduceMotion = false;
    bool m_readOnly = false;
    bool m_offersEvents = false;
    bool m_pointerLed = false; ///< the pointer moved after the last key
    RowActions m_actions;
    std::optional<RowActions::Action> m_hoveredAction;
    std::optional<RowActions::Action> m_pressedAction;
    QHash<ItemIndex, int> m_ghost;
    ItemIndex m_hovered = -1;
    ItemIndex m_pressed = -1; ///< where the mouse button went down
};

} // namespace recital
