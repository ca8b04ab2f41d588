#pragma once

#include <QRectF>
#include <QStyledItemDelegate>

namespace recital {

class RecommendationView;
struct RecommendationRow;
class Theme;

/// Where the parts of one row stand.
struct RowGeometry {
    QRectF rank;
    QRectF change;
    QRectF middle; ///< title above, bar or event buttons below
    QRectF score;

    /// Without room for the change where the list shows none.
    RowGeometry(const Theme& theme, const QRectF& row, bool showsChange);
    QRectF actions() const; ///< the lower part of the middle
};

/// Paints rank, change, title, score and the bar of one row; of the row that is pointed at, the event buttons
/// in place of the bar; while a preview is shown, where each film would go.
class RecommendationDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RecommendationDelegate(const Theme& theme, RecommendationView& view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintBackground(QPainter& painter, const QRectF& area, bool selected, bool hovered) const;
    void paintChange(QPainter& painter, const QRectF& area, const RecommendationRow& row) const;
    void paintGhost(QPainter& painter, const QRectF& area, const RecommendationRow& row) const;
    void paintPill(QPainter& painter, const QRectF& area, const QString& text, bool hollow) const;
    void paintTitle(QPainter& painter, const QRectF& area, double baseline,
                    const RecommendationRow& row) const;
    double paintHit(QPainter& painter, const QPointF& baseline) const;
    double paintBadge(QPainter& painter, const QPointF& baseline, const QString& text) const;
    void paintBar(QPainter& painter, const QRectF& area, double share) const;
    void paintScore(QPainter& painter, const QRectF& area, const RecommendationRow& row) const;

    const Theme& m_theme;
    RecommendationView& m_view;
};

} // namespace recital
