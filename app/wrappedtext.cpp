#include "app/wrappedtext.h"

#include <QStringList>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype width = 100;

} // namespace

QString wrapped(const QString& text, qsizetype indent) {
    QString result;
    qsizetype column = indent;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (column > indent && column + 1 + word.size() > width) {
            result += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (column > indent) {
            result += u' ';
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

} // namespace recital
