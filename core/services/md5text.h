#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace recital {

/// The digest for fileName in the text of an .md5 file, as 32 lower-case hexadecimal digits. Knows
/// "MD5 (ml-100k.zip) = <hex>", "<hex>  ml-100k.zip" and the digest alone; a text with one digest is taken
/// whatever the name beside it.
std::optional<QByteArray> md5DigestFrom(const QByteArray& text, const QString& fileName);

} // namespace recital
