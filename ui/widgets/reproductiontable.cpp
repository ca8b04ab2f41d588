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
        const ThemeColors& colors = m_theme.colors();
        const bool target = !index.parent().isValid();
        const bool bad = index.column() == ReproductionModel::VerdictColumn &&
                         index.data(ReproductionModel::DisagreesRole).toBool();
        const QString source = index.data(ReproductionModel::SourceRole).toString();
        QRectF area = QRectF(option.rect).adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        painter->save();
        const auto write = [&](const QRectF& place, const QString& text, const QFont& font,
                               const QColor& color) {
            painter->setFont(font);
            painter->setPen(color);
            const QFontMetricsF metrics(font);
            painter->drawText(place, static_cast<int>(alignment),
                              metrics.elidedText(text, Qt::ElideRight, place.width()));
        };
        if (!source.isEmpty()) {
            area.adjust(0, m_theme.px(3), 0, -m_theme.px(3));
            const QRectF below(area.left(), area.center().y(), area.width(), area.height() / 2);
            write(below, source, m_theme.font(12), colors.mutedText);
            area.setBottom(area.center().y());
        }
        const bool strong = target && (index.column() == ReproductionModel::TargetColumn ||
                                       index.column() == ReproductionModel::VerdictColumn);
        write(area, index.data().toString(), m_theme.font(14, strong ? QFont::DemiBold : QFont::Normal),
              bad ? colors.loss : colors.text);
        painter->restore();
    }

private:
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
    const int margin = m_theme.px(24);
    const auto fit = [&](int column, const QString& example) {
        const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        header()->resizeSection(
            column, margin + std::max(bold.horizontalAdvance(title), bold.horizontalAdvance(example)));
    };
    fit(ReproductionModel::PublishedColumn, u"0.000000"_s);
    fit(ReproductionModel::OursColumn, u"0.000000"_s);
    fit(ReproductionModel::DifferenceColumn, u"+0.000000"_s);
    fit(ReproductionModel::VerdictColumn, tr("✓ equal to %n digit(s)", nullptr, 6) + u"  "_s);
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
