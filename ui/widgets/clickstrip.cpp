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

QWidget* ClickStrip::makeChip(const Dataset& dataset, ItemIndex item, int number) {
    auto* chip = new QToolButton;
    const QString full = filmTitleWithYear(dataset, item);
    chip->setObjectName(u"chip_%1"_s.arg(dataset.item(item).id));
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setIcon(starIcon());
    chip->setIconSize(QSize(m_theme.px(16), m_theme.px(16)));
    chip->setFont(m_theme.font(14, QFont::Medium));
    QString title =
        QFontMetrics(chip->font()).elidedText(filmTitle(dataset, item), Qt::ElideRight, m_theme.px(170));
    chip->setText(title.replace(u'&', u"&&"_s) + u"  \u00D7"_s);
    chip->setToolTip(tr("%1: click to take the like back").arg(full));
    chip->setAccessibleName(tr("Liked film %1: %2").arg(QString::number(number), full));
    chip->setAccessibleDescription(tr("Press to take the like back"));
    chip->setCursor(Qt::PointingHandCursor);
    chip->setStyleSheet(
        u"QToolButton { background: %1; border: 1px solid %2; border-radius: %3px; padding: 2px %4px; }"
        "QToolButton:hover { background: %5; } QToolButton:focus { border: 2px solid %6; }"_s.arg(
            m_theme.colors().surface.name(), m_theme.colors().outline.name(), QString::number(m_theme.px(13)),
            QString::number(m_theme.px(7)), m_theme.colors().raised.name(), m_theme.colors().accent.name()));
    connect(chip, &QToolButton::clicked, this, [this, item] { emit removeRequested(item); });
    return chip;
}

void ClickStrip::setClicks(const Dataset* dataset, const std::vector<ItemIndex>& clicks) {
    for (QWidget* chip : m_chips) {
        m_row->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one that was just pressed
        chip->setObjectName({});
    }
    m_chips.clear();
    m_hint->setVisible(dataset != nullptr && clicks.empty());
    int number = 0;
    for (const ItemIndex item : clicks) {
        QWidget* chip = makeChip(*dataset, item, ++number);
        m_row->insertWidget(m_row->count() - 1, chip);
        m_chips.push_back(chip);
    }
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
