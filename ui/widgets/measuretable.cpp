#include "ui/widgets/measuretable.h"

#include "ui/widgets/formrows.h"
#include "ui/widgets/tableheader.h"

#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace recital {

using namespace Qt::StringLiterals;

MeasureTable::MeasureTable(const Theme& theme, const QStringList& headings, QWidget* parent)
    : QTableWidget(0, static_cast<int>(headings.size()), parent)
    , m_theme(theme) {
    setHorizontalHeader(new TableHeader(theme, this));
    setHorizontalHeaderLabels(headings);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsClickable(false);
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
    m_widths.clear();
    for (int column = 0; column < columnCount(); ++column) {
        resizeColumnToContents(column);
        m_widths.push_back(columnWidth(column));
    }
    shareRoom();
    const int lines = rowCount() * verticalHeader()->defaultSectionSize();
    setFixedHeight(horizontalHeader()->sizeHint().height() + lines + m_theme.px(6));
}

/// Where there is not enough room the first column gives way: names may be elided, figures must not be.
void MeasureTable::shareRoom() {
    if (m_widths.empty())
        return;
    const int wanted = std::accumulate(m_widths.begin(), m_widths.end(), 0);
    const int missing = std::max(0, wanted - viewport()->width());
    setColumnWidth(0, std::max(m_widths.front() - missing, std::min(m_widths.front(), m_theme.px(90))));
    for (int column = 1; column + 1 < columnCount(); ++column)
        setColumnWidth(column, m_widths[static_cast<std::size_t>(column)]);
}

void MeasureTable::resizeEvent(QResizeEvent* event) {
    QTableWidget::resizeEvent(event);
    shareRoom();
}

} // namespace recital
