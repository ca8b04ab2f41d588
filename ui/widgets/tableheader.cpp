#include "ui/widgets/tableheader.h"

#include "ui/theme.h"

namespace recital {

TableHeader::TableHeader(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme) {
    setSectionsClickable(true); // as a table's own header is
    setHighlightSections(false);
}

QSize TableHeader::sectionSizeFromContents(int logicalIndex) const {
    const QSize contents = QHeaderView::sectionSizeFromContents(logicalIndex);
    if (model() == nullptr)
        return contents;
    const QString text = model()->headerData(logicalIndex, orientation(), Qt::DisplayRole).toString();
    const QFontMetrics bold(m_theme.font(14, QFont::DemiBold));
    const int arrow = isSortIndicatorShown() ? m_theme.px(12) : 0;
    const int padding = m_theme.px(31); // of the style sheet, and the style's own margin
    return {std::max(contents.width(), bold.horizontalAdvance(text) + padding + arrow), contents.height()};
}

} // namespace recital
