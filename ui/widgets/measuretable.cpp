#include "ui/widgets/measuretable.h"

#include "ui/widgets/formrows.h"

#include <QHeaderView>

namespace recital {

using namespace Qt::StringLiterals;

MeasureTable::MeasureTable(const Theme& theme, const QStringList& headings, QWidget* parent)
    : QTableWidget(0, static_cast<int>(headings.size()), parent)
    , m_theme(theme) {
    setHorizontalHeaderLabels(headings);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false); // Tab leads on; the arrows move inside
    setShowGrid(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it would cover the last row
    followTheme(theme, this, [this] {
        verticalHeader()->setMinimumSectionSize(m_theme.px(20));
        verticalHeader()->setDefaultSectionSize(m_theme.px(27));
        fit();
    });
}

void MeasureTable::setRowTexts(int row, const QStringList& texts, const QString& toolTip) {
    for (int column = 0; column < columnCount(); ++column) {
        auto* cell = new QTableWidgetItem(texts.value(column));
        cell->setToolTip(toolTip.isEmpty() ? texts.value(column) : toolTip);
        setItem(row, column, cell);
    }
}

QString MeasureTable::text(int row, int column) const {
    const QTableWidgetItem* cell = item(row, column);
    return cell ? cell->text() : QString();
}

void MeasureTable::fit() {
    // Qt's own width for the contents forgets what the style sheet pads a heading with.
    const QFontMetrics heading(m_theme.font(14, QFont::DemiBold));
    for (int column = 0; column + 1 < columnCount(); ++column) {
        resizeColumnToContents(column);
        const int least = heading.horizontalAdvance(horizontalHeaderItem(column)->text());
        setColumnWidth(column, std::max(columnWidth(column), least + m_theme.px(31)));
    }
    const int lines = rowCount() * verticalHeader()->defaultSectionSize();
    setFixedHeight(horizontalHeader()->sizeHint().height() + lines + m_theme.px(6));
}

} // namespace recital
