#include "core/services/texttable.h"

#include <algorithm>
#include <utility>

namespace recital {

TextTable::TextTable(QStringList header, std::vector<int> leftColumns)
    : m_leftColumns(std::move(leftColumns)) {
    m_rows.push_back(std::move(header));
}

void TextTable::addRow(const QStringList& cells) {
    Q_ASSERT(cells.size() == m_rows.front().size());
    m_rows.push_back(cells);
}

QString TextTable::toString() const {
    QList<qsizetype> widths(m_rows.front().size(), 0);
    for (const QStringList& row : m_rows)
        for (qsizetype c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], row[c].size());
    QStringList lines;
    for (const QStringList& row : m_rows) {
        QString line;
        for (qsizetype c = 0; c < row.size(); ++c) {
            const bool left = std::ranges::find(m_leftColumns, static_cast<int>(c)) != m_leftColumns.end();
            line += left ? row[c].leftJustified(widths[c]) : row[c].rightJustified(widths[c]);
            line += QStringLiteral("  ");
        }
        while (line.endsWith(u' '))
            line.chop(1);
        lines += line;
    }
    return lines.join(u'\n');
}

} // namespace recital
