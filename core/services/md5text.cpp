#include "core/services/md5text.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace recital {

std::optional<QByteArray> md5DigestFrom(const QByteArray& text, const QString& fileName) {
    static const QRegularExpression bsd(u"^MD5 ?\\((.+)\\) ?= ?([0-9A-Fa-f]{32})$"_s);
    static const QRegularExpression gnu(u"^([0-9A-Fa-f]{32})(?:\\s+\\*?(.+))?$"_s);
    std::vector<QByteArray> digests;
    for (const QByteArray& line : text.split('\n')) {
        const QString trimmed = QString::fromUtf8(line).trimmed();
        QString name;
        QString digest;
        if (const auto match = bsd.match(trimmed); match.hasMatch()) {
            name = match.captured(1);
            digest = match.captured(2);
        } else if (const auto other = gnu.match(trimmed); other.hasMatch()) {
            digest = other.captured(1);
            name = other.captured(2);
        } else {
            continue;
        }
        digests.push_back(digest.toLatin1().toLower());
        if (QFileInfo(name).fileName() == fileName)
            return digests.back();
    }
    if (digests.size() == 1)
        return digests.front();
    return std::nullopt;
}

} // namespace recital
