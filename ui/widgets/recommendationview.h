#pragma once

#include "ui/models/recommendationmodel.h"

#include <QHash>
#include <QListView>
#include <QVariantAnimation>

namespace recital {

class Theme;

/// The ranked list. Rows travel from where they are drawn to their new rank; the next change retargets them.
/// A click or Enter likes the film; the arrow keys select.
class RecommendationView : public QListView {
    Q_OBJECT
public:
    static constexpr int visibleRows = 10;

    explicit RecommendationView(const Theme& theme, QWidget* parent = nullptr);

    void setRows(std::vector<RecommendationRow> rows);
    const RecommendationModel& recommendations() const noexcept { return m_model; }
    void setReduceMotion(bool reduce) { m_reduceMotion = reduce; }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; } ///< films cannot be activated
    bool animating() const { return m_animation.state() == QAbstractAnimation::Running; }
    ItemIndex currentItem() const; ///< selected film, -1: none
    ItemIndex hoveredItem() const noexcept { return m_hovered; }
    void selectItem(ItemIndex item); ///< clears the selection if it is not in the list
    void themeChanged();
    int rowHeight() const;
    void setRowPixels(double pixelsAt720); ///< 48 unless set; lists beside one another are lower

    /// Where a row is drawn now, in rows from the top; differs from its row only during the animation.
    double drawnRow(ItemIndex item) const;
    double opacityOf(ItemIndex item) const; ///< newcomers fade in

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void filmActivated(recital::ItemIndex item);
    void filmHovered(recital::ItemIndex item);  ///< -1: none
    void filmSelected(recital::ItemIndex item); ///< -1: none

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void hover(ItemIndex item);
    void hoverAt(QPoint position);
    ItemIndex itemAt(QPoint position) const; ///< -1: none

    const Theme& m_theme;
    RecommendationModel m_model;
    QVariantAnimation m_animation;
    QHash<ItemIndex, double> m_startRow; ///< where the running animation began
    double m_rowPixels = 48.0;
    bool m_reduceMotion = false;
    bool m_readOnly = false;
    ItemIndex m_hovered = -1;
    ItemIndex m_pressed = -1; ///< where the mouse button went down
};

} // namespace recital
