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
    char delimiter = ','; ///< ',', '\t', ';', '|' or ' '
    bool hasHeader = true;
    int user = 0;
    int item = 1;
    int value = 2; ///< -1: every row is a positive of value 1
    int time = -1;

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

/// Loads a dataset of any MovieLens layout; `columns` is needed for DelimitedText only. Either a whole
/// dataset or an Error whose detail names file, line and reason: nothing half-loaded. Defined outcomes: a
/// repeated (user, item) pair keeps the newest rating (the later line for equal times) and is noted; an item
/// that the item file lacks is kept with the title "Item <id>" and is noted; a rating outside the scale, a
/// truncated last line and an empty file are errors; a byte-order mark and CRLF are accepted.
Result<std::shared_ptr<const Dataset>>
loadDataset(const FileSource& source, const JobControl& control,
            const std::optional<ColumnMapping>& columns = std::nullopt);

Result<ColumnPreview> previewColumns(const FileSource& source, const std::string& file);

} // namespace recital
