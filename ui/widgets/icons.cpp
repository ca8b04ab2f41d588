#include "ui/widgets/icons.h"

#include "ui/theme.h"

#include <QAbstractButton>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QSvgRenderer>

namespace recital {

using namespace Qt::StringLiterals;

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio) {
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "iconPixmap", qPrintable(name));
    QByteArray source = opened ? file.readAll() : QByteArray();
    source.replace("#000000", color.name().toLatin1());

    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(source);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(pixmap.rect()));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon themedIcon(const QString& name, const Theme& theme, int size) {
    const ThemeColors& colors = theme.colors();
    const qreal ratio = qGuiApp->devicePixelRatio();
    QIcon icon;
    icon.addPixmap(iconPixmap(name, colors.mutedText, size, ratio), QIcon::Normal, QIcon::Off);
    icon.addPixmap(iconPixmap(name, colors.text, size, ratio), QIcon::Active, QIcon::Off);
    icon.addPixmap(iconPixmap(name, colors.accent, size, ratio), QIcon::Normal, QIcon::On);
    icon.addPixmap(iconPixmap(name, colors.accent, size, ratio), QIcon::Active, QIcon::On);
    icon.addPixmap(iconPixmap(name, colors.disabled, size, ratio), QIcon::Disabled, QIcon::Off);
    return icon;
}

void setButtonIcon(QAbstractButton* button, const QString& name, const QColor& color, int size) {
    const qreal ratio = qGuiApp->devicePixelRatio();
    const QSize padded(size + size / 3, size);
    QPixmap pixmap(padded * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.drawPixmap(0, 0, iconPixmap(name, color, size, ratio));
    painter.end();
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Disabled);
    button->setIcon(icon);
    button->setIconSize(padded);
}

} // namespace recital
