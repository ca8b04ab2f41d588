#include "ui/widgets/reproductiontable.h"

#include "ui/theme.h"
#include "ui/widgets/formrows.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

/// Paints the texts; background, selection and branches are the style's.
class ReproductionDelegate : public QStyledItemDelegate {
public:
    ReproductionDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        return {m_theme.px(80), m_theme.px(index.parent().isValid() ? 27 : 46)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        item.text.clear();
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        painter->save();
        painter->setClipRect(option.rect, Qt::IntersectClip);
        if (!index.parent().isValid() && index.column() <= ReproductionModel::DifferenceColumn)
            paintTarget(*painter, option, index);
        else
            paintText(*painter, option, index);
        painter->restore();
    }

private:
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
        const ThemeColors& colors = m_theme.colors();
        const bool verdict = index.column() == ReproductionModel::VerdictColumn;
        const bool bad = verdict && index.data(ReproductionModel::DisagreesRole).toBool();
        const bool strong = verdict && !index.parent().isValid();
        const QRectF area = QRectF(option.rect).adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
        painter.setFont(m_theme.font(14, strong ? QFont::DemiBold : QFont::Normal));
        painter.setPen(bad ? colors.loss : colors.text);
        painter.drawText(
            area, index.data(Qt::TextAlignmentRole).toInt(),
            QFontMetricsF(painter.font()).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }

    /// Name and source run on over the columns of figures, which a target leaves empty; each cell paints its
    /// part of them.
    void paintTarget(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
        const auto* view = static_cast<const QTreeView*>(option.widget);
        const QModelIndex first = index.siblingAtColumn(ReproductionModel::TargetColumn);
        const double left = view->visualRect(first).left() + m_theme.px(8);
        const double right =
            view->visualRect(index.siblingAtColumn(ReproductionModel::DifferenceColumn)).right();
        const QRectF area(left, option.rect.top() + m_theme.px(4), right - left,
                          option.rect.height() - m_theme.px(7));
        const auto write = [&](const QRectF& place, const QString& text, const QFont& font,
                               const QColor& color) {
            painter.setFont(font);
            painter.setPen(color);
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetricsF(font).elidedText(text, Qt::ElideRight, place.width()));
        };
        const QRectF upper(area.left(), area.top(), area.width(), area.height() / 2);
        write(upper, first.data().toString(), m_theme.font(14, QFont::DemiBold), m_theme.colors().text);
        write(upper.translated(0, area.height() / 2), first.data(ReproductionModel::SourceRole).toString(),
              m_theme.font(12), m_theme.colors().mutedText);
    }

    const Theme& m_theme;
};

} // namespace

ReproductionTable::ReproductionTable(Theme& theme, ReproductionModel& model, QWidget* parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(model) {
    setObjectName(u"reproductionTable"_s);
    setAccessibleName(tr("Published figures and ours"));
    setModel(&model);
    setItemDelegate(new ReproductionDelegate(theme, this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setFrameShape(QFrame::NoFrame);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setSectionResizeMode(ReproductionModel::TargetColumn, QHeaderView::Stretch);
    for (int column = 1; column < ReproductionModel::ColumnCount; ++column)
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ReproductionTable::selectionMoved);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &ReproductionTable::selectionMoved);
    followTheme(theme, this, [this] { fitColumns(); });
}

void ReproductionTable::fitColumns() {
    setIndentation(m_theme.px(20));
    header()->setMinimumSectionSize(m_theme.px(20));
    const QFontMetrics bold(m_theme.font(14, QFont::DemiBold));
    const int margin = m_theme.px(32);
    header()->setStyleSheet(
        u"QHeaderView::section { padding: %1px %2px; }"_s.arg(m_theme.px(6)).arg(m_theme.px(8)));
    const auto fit = [&](int column, const QString& example) {
        const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        header()->resizeSection(
            column, margin + std::max(bold.horizontalAdvance(title), bold.horizontalAdvance(example)));
    };
    fit(ReproductionModel::PublishedColumn, u"0.000000"_s);
    fit(ReproductionModel::OursColumn, u"0.000000"_s);
    fit(ReproductionModel::DifferenceColumn, u"+0.000000"_s);
    fit(ReproductionModel::VerdictColumn, tr("✓ equal to %n digit(s)", nullptr, 6));
    fit(ReproductionModel::TimeColumn, u"00.0 s"_s);
    scheduleDelayedItemsLayout();
}

QStringList ReproductionTable::selectedTargets() const {
    QStringList ids;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex target = m_model.index(row, 0);
        bool selected = selectionModel()->isSelected(target);
        for (int child = 0; child < m_model.rowCount(target) && !selected; ++child)
            selected = selectionModel()->isSelected(m_model.index(child, 0, target));
        if (selected)
            ids += m_model.rowAt(target)->id;
    }
    return ids;
}

} // namespace recital
