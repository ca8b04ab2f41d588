#include "ui/widgets/dropoverlay.h"

#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QPainter>

namespace recital {

using namespace Qt::StringLiterals;

DropOverlay::DropOverlay(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(u"dropOverlay"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::announce(const QString& name) {
    m_name = name;
    setAccessibleName(tr("Drop to open %1").arg(name));
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent*) {
    const ThemeColors& colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = colors.window;
    veil.setAlphaF(0.95F);
    painter.fillRect(rect(), veil);

    const int margin = m_theme.px(24);
    QPen pen(colors.accent, m_theme.px(3), Qt::CustomDashLine, Qt::RoundCap);
    pen.setDashPattern({3.0, 3.0});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(margin, margin, -margin, -margin), m_theme.px(16),
                            m_theme.px(16));

    const int icon = m_theme.px(64);
    const QPoint middle = rect().center();
    painter.drawPixmap(middle.x() - icon / 2, middle.y() - icon - m_theme.px(12),
                       iconPixmap(u"drop"_s, colors.accent, icon, devicePixelRatioF()));
    painter.setPen(colors.text);
    painter.setFont(m_theme.font(24, QFont::DemiBold));
    const QRect line(margin * 2, middle.y() + m_theme.px(12), width() - margin * 4, m_theme.px(40));
    const QString text = tr("Drop to open %1").arg(m_name);
    painter.drawText(line, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideMiddle, line.width()));
}

} // namespace recital
