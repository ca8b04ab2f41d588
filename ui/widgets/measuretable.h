#pragma once

#include <QTableWidget>

namespace recital {

class Theme;

/// A small table of what was measured: as high as its rows, read only, the last column takes the rest.
class MeasureTable : public QTableWidget {
    Q_OBJECT
public:
    MeasureTable(const Theme& theme, const QStringList& headings, QWidget* parent = nullptr);

    /// One line of texts; the tool tip is that of all its cells. Call fit() after the last row.
    void setRowTexts(int row, const QStringList& texts, const QString& toolTip = {});
    QString text(int row, int column) const;
    void fit();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void shareRoom();

    const Theme& m_theme;
    std::vector<int> m_widths; ///< that the columns would have with enough room
};

} // namespace recital
