#pragma once

#include "core/recsys/io/source.h"

#include <QString>

#include <memory>

namespace recital {

/// A zip as GroupLens serves it, read in place. Errors: FileNotFound, BadFormat (no zip, damaged, encrypted
/// entry).
Result<std::unique_ptr<FileSource>> openZip(const QString& path);

/// openZip for a zip (by content, not by name), openFolder for everything else.
Result<std::unique_ptr<FileSource>> openSource(const QString& path);

} // namespace recital
