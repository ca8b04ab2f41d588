#pragma once

#include <QHeaderView>

namespace recital {

class Theme;

/// Headings of a table's columns that know how wide they are drawn. Qt measures them in the view's own font
/// and forgets that the style sheet makes them bold and pads them, so that columns as wide as their contents
/// would cut their headings.
class TableHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit TableHeader(const Theme& theme, QWidget* parent = nullptr);

protected:
    QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    const Theme& m_theme;
};

} // namespace recital
