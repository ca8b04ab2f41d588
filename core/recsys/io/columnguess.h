#pragma once

#include "core/recsys/io/loader.h"

#include <optional>
#include <string>
#include <string_view>

namespace recital::io {

/// Preview of a table at the beginning of a text; nullopt if it is no table of at least two columns.
/// `whole` says that the text is the whole file, so its last line counts.
std::optional<ColumnPreview> previewText(const std::string& file, std::string_view text, bool whole);

/// Bytes of a file that a guess looks at.
inline constexpr std::size_t previewSize = std::size_t{1} << 16U;

/// The file of a source that most looks like ratings: a single file, or one with columns that are named user
/// and item or that look like user, item and value. Empty if there is none.
std::string findRatingTable(const FileSource& source);

} // namespace recital::io
