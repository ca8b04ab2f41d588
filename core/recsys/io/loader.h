#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/io/source.h"
#include "core/recsys/jobcontrol.h"

#include <optional>
#include <string>
#include <vector>

namespace recital {

/// Which columns of a delimited text file mean what, counted from 0; -1: not there.
struct ColumnMapping {
    std::string file;     ///< name within the source
    char delimiter = ','; ///< ',', '\t', ';', '|', ' ' or ':' (for "::", which leaves empty columns between)
    bool hasHeader = true;
    int user = 0;
    int item = 1;
    int value = 2; ///< -1: every row is a positive of value 1
    int time = -1;

    /// Errors: InvalidParameters (other delimiters, negative or equal columns).
    Status validate() const;
};

/// First lines of a delimited file, split into cells, with a guess at the mapping: what the column dialog
/// shows.
struct ColumnPreview {
    ColumnMapping guess;
    std::vector<std::vector<std::string>> rows; ///< at most 20
};

/// Layout of the source, recognised by names and content. Errors: UnknownLayout with what was found and what
/// is needed.
Result<DatasetLayout> detectLayout(const FileSource& source);

/// Loads a dataset of any MovieLens layout, or with `columns` any delimited text (in whatever layout the
/// source is). Without `columns` delimited text is InvalidParameters. Either a whole dataset or an Error
/// whose detail names file, line and reason: nothing half-loaded. Defined outcomes:
/// - a repeated (user, item) pair keeps the newest rating (the later line for equal times) and is noted;
/// - an item that the item file lacks is kept with the title "Item <id>" and is noted, and so are all items
/// if
///   there is no item file; a fold with one of its two files is left out and noted;
/// - a rating outside the scale of the layout, a rating, id or time that is no finite number or too large, a
///   negative id, a line with too few or too many fields, a last line that is cut off, an item listed twice,
///   a header without the needed columns, an empty file and a file without ratings are errors (BadFormat);
/// - a byte-order mark, CRLF, blank lines, columns of a CSV in another order, a last line without its end,
/// and
///   Latin-1 where UTF-8 is usual (and the reverse) are accepted;
/// - in delimited text ids may be any text: the items are called by it, the users are numbered.
Result<std::shared_ptr<const Dataset>>
loadDataset(const FileSource& source, const JobControl& control,
            const std::optional<ColumnMapping>& columns = std::nullopt);

/// With an empty file name the file of the source that looks most like ratings. Errors: FileNotFound,
/// BadFormat (no table).
Result<ColumnPreview> previewColumns(const FileSource& source, const std::string& file);

} // namespace recital
