#include "ui/widgets/whypanel.h"

#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/whydelegate.h"

#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

WhyPanel::WhyPanel(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(u"whyPanel"_s);
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Why this recommendation"));
    m_message = new QLabel;
    m_message->setObjectName(u"whyMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setProperty("role", u"muted"_s);
    m_heading = new ElidedLabel;
    m_heading->setObjectName(u"whyHeading"_s);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_sum = new QLabel;
    m_sum->setObjectName(u"whySum"_s);
    m_sum->setToolTip(tr("The shares below add up to the score printed in the list"));
    m_list = new QListView;
    m_list->setObjectName(u"whyList"_s);
    m_list->setAccessibleName(tr("Shares of the score; Space leaves one out"));
    m_list->setModel(&m_model);
    m_delegate = new WhyDelegate(theme, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_list->setStyleSheet(u"QListView, QListView:focus { border: none; background: transparent; }"_s);
    connect(&m_model, &WhyModel::countRequested, this, &WhyPanel::countRequested);

    auto* explanation = new QWidget;
    auto* column = new QVBoxLayout(explanation);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_sum);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_message);
    m_stack->addWidget(explanation);
    followTheme(theme, this, [this, column, top] {
        const int pad = m_theme.px(10);
        column->setContentsMargins(pad, m_theme.px(4), pad, m_theme.px(4));
        column->setSpacing(m_theme.px(1));
        top->setSpacing(pad);
        applyTheme();
    });
}

void WhyPanel::applyTheme() {
    m_message->setFont(m_theme.font(14));
    m_heading->setFont(m_theme.font(15, QFont::DemiBold));
    m_sum->setFont(m_theme.font(15, QFont::DemiBold));
    m_list->doItemsLayout();
    updateGeometry();
}

void WhyPanel::setMessage(const QString& message) {
    m_message->setText(message);
    m_model.setRows({});
    m_stack->setCurrentIndex(0);
    setAccessibleDescription(message);
}

/// An event that is ticked or unticked changes its place; the keyboard stays on it.
void WhyPanel::setRows(std::vector<WhyRow> rows) {
    const int before = m_list->hasFocus() ? m_list->currentIndex().row() : -1;
    const WhyRow current = before >= 0 ? m_model.rows()[static_cast<std::size_t>(before)] : WhyRow();
    m_model.setRows(std::move(rows));
    if (before < 0 || m_model.rows().empty() || m_list->currentIndex().isValid())
        return;
    const auto same = std::ranges::find_if(m_model.rows(), [&](const WhyRow& row) {
        return row.kind == current.kind && row.logId == current.logId && row.item == current.item;
    });
    const int last = m_model.rowCount() - 1;
    const auto place = static_cast<int>(same - m_model.rows().begin());
    m_list->setCurrentIndex(m_model.index(place <= last ? place : std::min(before, last)));
}

void WhyPanel::setExplanation(const QString& film, std::vector<WhyRow> rows, const QString& printedScore) {
    setRows(std::move(rows));
    m_heading->setFullText(tr("Why %1").arg(film));
    m_sum->setText(tr("sum %1 = score %2").arg(QLocale().toString(m_model.sum(), 'f', 3), printedScore));
    QStringList lines;
    for (const WhyRow& row : m_model.rows())
        lines += m_model.sentence(row);
    lines += m_sum->text();
    setAccessibleDescription(film + u": "_s + lines.join(u"; "_s));
    m_stack->setCurrentIndex(1);
}

QSize WhyPanel::minimumSizeHint() const {
    return {m_theme.px(200), m_theme.px(74)};
}

QSize WhyPanel::sizeHint() const {
    return {m_theme.px(420), m_theme.px(118)};
}

} // namespace recital
