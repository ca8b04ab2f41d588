#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace recital {

/// Columns of plain text: the first left-aligned, the others right-aligned unless named.
class TextTable {
public:
    explicit TextTable(QStringList header, std::vector<int> leftColumns = {0});
    void addRow(const QStringList& cells); ///< as many as the header has
    QString toString() const;              ///< without a final line feed

private:
    std::vector<QStringList> m_rows;
    std::vector<int> m_leftColumns;
};

} // namespace recital
