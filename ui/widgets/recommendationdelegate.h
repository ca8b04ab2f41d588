#pragma once

#include <QStyledItemDelegate>

namespace recital {

class RecommendationView;
struct RecommendationRow;
class Theme;

/// Paints rank, change, title, score and the bar of one row.
class RecommendationDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RecommendationDelegate(const Theme& theme, RecommendationView& view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintChange(QPainter& painter, const QRectF& area, const RecommendationRow& row) const;
    void paintTitle(QPainter& painter, const QRectF& area, const RecommendationRow& row) const;
    double paintHit(QPainter& painter, const QPointF& baseline) const;
    double paintBadge(QPainter& painter, const QPointF& baseline, const QString& text) const;
    void paintBar(QPainter& painter, const QRectF& area, double share) const;

    const Theme& m_theme;
    RecommendationView& m_view;
};

} // namespace recital
