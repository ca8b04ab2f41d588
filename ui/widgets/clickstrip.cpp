#include "ui/widgets/clickstrip.h"

#include "ui/filmtext.h"
#include "ui/theme.h"
#include "ui/widgets/mappainter.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

ClickStrip::ClickStrip(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme) {
    setObjectName(u"clickStrip"_s);
    setAccessibleName(tr("Liked films"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setProperty("role", u"page"_s);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_hint = new QLabel(tr("Liked so far: nothing. Click a film on the map or in the list."));
    m_hint->setObjectName(u"clickStripHint"_s);
    m_hint->setProperty("role", u"muted"_s);
    m_row->addWidget(m_hint);
    m_row->addStretch();
    setWidget(content);
    themeChanged();
}

void ClickStrip::themeChanged() {
    m_row->setSpacing(m_theme.px(6));
    const ThemeColors& colors = m_theme.colors();
    widget()->setStyleSheet(
        u"QToolButton { background: %1; border: 1px solid %2; border-radius: %3px; padding: 2px %4px; }"
        "QToolButton:hover { background: %5; } QToolButton:focus { border: 2px solid %6; }"_s.arg(
            colors.surface.name(), colors.outline.name(), QString::number(m_theme.px(11)),
            QString::number(m_theme.px(7)), colors.raised.name(), colors.accent.name()));
    for (const Chip& chip : m_chips)
        applyTheme(chip.button);
    updateGeometry();
}

QSize ClickStrip::sizeHint() const {
    return {m_theme.px(400), m_theme.px(32)};
}

QSize ClickStrip::minimumSizeHint() const {
    return {m_theme.px(100), m_theme.px(32)};
}

QIcon ClickStrip::starIcon() const {
    const int side = m_theme.px(16);
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colors().accent);
    painter.drawPolygon(starPolygon(QPointF(side / 2.0, side / 2.0 + 0.5), side / 2.0 - 0.5));
    return pixmap;
}

QToolButton* ClickStrip::makeChip(const Dataset& dataset, ItemIndex item) {
    auto* chip = new QToolButton;
    const QString full = filmTitleWithYear(dataset, item);
    chip->setObjectName(u"chip_%1"_s.arg(dataset.item(item).id));
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setProperty("film", filmTitle(dataset, item));
    chip->setToolTip(tr("%1: click to take the like back").arg(full));
    chip->setAccessibleName(tr("Liked film: %1").arg(full));
    chip->setAccessibleDescription(tr("Press to take the like back"));
    chip->setCursor(Qt::PointingHandCursor);
    connect(chip, &QToolButton::clicked, this, [this, item] { emit removeRequested(item); });
    applyTheme(chip);
    return chip;
}

void ClickStrip::applyTheme(QToolButton* chip) const {
    chip->setFont(m_theme.font(14, QFont::Medium));
    chip->setIcon(starIcon());
    chip->setIconSize(QSize(m_theme.px(16), m_theme.px(16)));
    const QString title = QFontMetrics(chip->font())
                              .elidedText(chip->property("film").toString(), Qt::ElideRight, m_theme.px(170));
    chip->setText(QString(title).replace(u'&', u"&&"_s) + u"  \u00D7"_s);
}

void ClickStrip::removeChip(std::size_t position) {
    QToolButton* button = m_chips[position].button;
    m_chips.erase(m_chips.begin() + static_cast<std::ptrdiff_t>(position));
    m_row->removeWidget(button);
    button->hide();
    button->setObjectName({});
    button->deleteLater(); // it may be the one that was just pressed
}

void ClickStrip::setClicks(const Dataset* dataset, const std::vector<ItemIndex>& clicks) {
    // Chips that stay are left alone: making all anew would cost more than the recommendations.
    const bool sameData = dataset == m_dataset;
    m_dataset = dataset;
    for (std::size_t c = m_chips.size(); c-- > 0;)
        if (!sameData || std::find(clicks.begin(), clicks.end(), m_chips[c].item) == clicks.end())
            removeChip(c);
    for (std::size_t c = 0; c < clicks.size(); ++c) {
        if (c < m_chips.size() && m_chips[c].item == clicks[c])
            continue;
        const auto later = std::find_if(m_chips.begin(), m_chips.end(),
                                        [&](const Chip& chip) { return chip.item == clicks[c]; });
        if (later != m_chips.end())
            removeChip(static_cast<std::size_t>(later - m_chips.begin()));
        QToolButton* button = makeChip(*dataset, clicks[c]);
        m_row->insertWidget(static_cast<int>(c) + 1, button); // the hint comes first
        button->show();
        m_chips.insert(m_chips.begin() + static_cast<std::ptrdiff_t>(c), Chip{clicks[c], button});
    }
    m_hint->setVisible(dataset != nullptr && clicks.empty());
    // The newest like is the one the room waits for.
    QTimer::singleShot(0, this,
                       [this] { horizontalScrollBar()->setValue(horizontalScrollBar()->maximum()); });
}

void ClickStrip::wheelEvent(QWheelEvent* event) {
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta);
    event->accept();
}

} // namespace recital
