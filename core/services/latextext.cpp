#include "core/services/latextext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

const QHash<char32_t, QString>& replacements() {
    static const QHash<char32_t, QString> table{
        {U'\\', u"\\textbackslash{}"_s},
        {U'{', u"\\{"_s},
        {U'}', u"\\}"_s},
        {U'$', u"\\$"_s},
        {U'&', u"\\&"_s},
        {U'#', u"\\#"_s},
        {U'_', u"\\_"_s},
        {U'%', u"\\%"_s},
        {U'^', u"\\textasciicircum{}"_s},
        {U'~', u"\\textasciitilde{}"_s},
        {U'<', u"\\textless{}"_s},
        {U'>', u"\\textgreater{}"_s},
        {U'|', u"\\textbar{}"_s},
        {U'"', u"\\textquotedbl{}"_s},
        {U'`', u"\\textasciigrave{}"_s},
        {U'÷', u"$\\div$"_s},
        {U'×', u"$\\times$"_s},
        {U'±', u"$\\pm$"_s},
        {U'·', u"$\\cdot$"_s},
        {U'−', u"$-$"_s},
        {U'≥', u"$\\geq$"_s},
        {U'≤', u"$\\leq$"_s},
        {U'≈', u"$\\approx$"_s},
        {U'○', u"$\\circ$"_s},
        {U'α', u"$\\alpha$"_s},
        {U'β', u"$\\beta$"_s},
        {U'λ', u"$\\lambda$"_s},
        {U'ν', u"$\\nu$"_s},
        {U'₀', u"$_0$"_s},
        {U'–', u"--"_s},
        {U'—', u"---"_s},
        {U'…', u"\\ldots{}"_s},
        {U'‘', u"`"_s},
        {U'’', u"'"_s},
        {U'“', u"``"_s},
        {U'”', u"''"_s},
        {U'„', u"\\quotedblbase{}"_s},
        {U'\u00a0', u"~"_s},
        {U'\u202f', u"\\,"_s},
        {U'\n', u" "_s},
        {U'\t', u" "_s},
    };
    return table;
}

/// What T1 fonts have and inputenc knows without another package.
bool plain(char32_t c) {
    return (c >= 0x20 && c < 0x7f) || (c >= 0xc0 && c <= 0xff) || c == U'«' || c == U'»' || c == U'§';
}

} // namespace

QString latexEscaped(const QString& text) {
    QString result;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'-' && result.endsWith(u'-'))
            result += u"{}"_s; // two hyphens stay two, not a dash
        const auto known = replacements().constFind(c);
        if (known != replacements().constEnd())
            result += *known;
        else
            result += plain(c) ? QString::fromUcs4(&c, 1) : u"?"_s;
    }
    return result;
}

} // namespace recital
