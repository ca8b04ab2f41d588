#include "app/lookoptions.h"

#include <QRegularExpression>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct LookText {
    Q_DECLARE_TR_FUNCTIONS(recital::LookText)
};

QSize readSize(Arguments& arguments) {
    static const QRegularExpression pattern(u"^(\\d{3,4})x(\\d{3,4})$"_s);
    constexpr QSize least(800, 560);
    constexpr QSize greatest(7680, 4320);
    const QString text = arguments.text(u"size"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.expandedTo(least) != size || size.boundedTo(greatest) != size)
        arguments.reject(
            LookText::tr("--size is WIDTHxHEIGHT from 800x560 to 7680x4320, not \"%1\"").arg(text));
    return size;
}

} // namespace

void addLookOptions(Arguments& arguments) {
    arguments.add(u"size"_s, LookText::tr("Size of the window in pixels."), u"WIDTHxHEIGHT"_s, u"1280x720"_s);
    arguments.add(u"theme"_s, LookText::tr("light or dark."), u"THEME"_s, u"light"_s);
}

Rehearsal::Look lookOptions(Arguments& arguments) {
    const QSize size = readSize(arguments);
    const bool dark = arguments.choice(u"theme"_s, {u"light"_s, u"dark"_s}) == 1;
    return {size, dark ? ThemeKind::Dark : ThemeKind::Light};
}

} // namespace recital
