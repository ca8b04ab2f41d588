#pragma once

#include <QStyledItemDelegate>

namespace recital {

class Theme;

/// Paints one share: a box to untick it, its title, a signed bar, the number.
class WhyDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    WhyDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

    int rowHeight() const;

private:
    QRectF boxOf(const QRectF& row) const;
    void paintBox(QPainter& painter, const QRectF& box, bool checked) const;
    void paintBar(QPainter& painter, const QRectF& track, double value, double largest, bool negatives) const;

    const Theme& m_theme;
};

} // namespace recital
