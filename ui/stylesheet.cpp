#include "ui/stylesheet.h"

#include "ui/theme.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QString> tokensOf(const Theme& theme) {
    const ThemeColors& c = theme.colors();
    const QString variant = theme.kind() == ThemeKind::Light ? u"light"_s : u"dark"_s;
    return {
        {u"window"_s, c.window.name()},
        {u"surface"_s, c.surface.name()},
        {u"raised"_s, c.raised.name()},
        {u"border"_s, c.border.name()},
        {u"outline"_s, c.outline.name()},
        {u"text"_s, c.text.name()},
        {u"mutedText"_s, c.mutedText.name()},
        {u"disabled"_s, c.disabled.name()},
        {u"accent"_s, c.accent.name()},
        {u"accentHover"_s, c.accentHover.name()},
        {u"onAccent"_s, c.onAccent.name()},
        {u"selection"_s, c.selection.name()},
        {u"gain"_s, c.gain.name()},
        {u"loss"_s, c.loss.name()},
        {u"chevronDown"_s, u":/style/chevron-down-%1.svg"_s.arg(variant)},
        {u"chevronUp"_s, u":/style/chevron-up-%1.svg"_s.arg(variant)},
        {u"check"_s, u":/style/check-%1.svg"_s.arg(variant)},
    };
}

QString readTemplate() {
    QFile file(u":/style/recital.qss"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "styleSheetFor", "the style sheet is compiled into the library");
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString styleSheetFor(const Theme& theme) {
    static const QString source = readTemplate().remove(
        QRegularExpression(u"/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption));
    static const QRegularExpression token(u"@(\\w+)|(-?)\\b(\\d+)u\\b"_s);
    const QHash<QString, QString> tokens = tokensOf(theme);

    QString result;
    result.reserve(source.size());
    qsizetype last = 0;
    for (auto it = token.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += source.mid(last, match.capturedStart() - last);
        if (const QString name = match.captured(1); !name.isEmpty()) {
            Q_ASSERT_X(tokens.contains(name), "styleSheetFor", qPrintable(name));
            result += tokens.value(name);
        } else {
            result += match.captured(2) + QString::number(theme.px(match.captured(3).toInt())) + u"px"_s;
        }
        last = match.capturedEnd();
    }
    return result + source.mid(last);
}

} // namespace recital
