#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/io/loader.h"
#include "core/recsys/io/source.h"
#include "core/recsys/jobcontrol.h"

// One reader a layout. Each hands over all columns, or says file, line and reason. DatasetInfo::name and
// location are filled by the loader.
namespace recital::io {

/// u.data, u.item, u.genre, u.user, and the folds u1 to u5, ua, ub.
Result<DatasetParts> readMovieLens100K(const FileSource& source, const JobControl& control);

/// ml-1m and ml-10m: ratings.dat, movies.dat and, in ml-1m, users.dat.
Result<DatasetParts> readDoubleColon(const FileSource& source, const JobControl& control);

/// ml-latest, ml-latest-small, 20m, 25m, 32m: ratings.csv and movies.csv.
Result<DatasetParts> readMovieLensCsv(const FileSource& source, const JobControl& control);

/// Any delimited text whose columns are known.
Result<DatasetParts> readDelimited(const FileSource& source, const ColumnMapping& columns,
                                   const JobControl& control);

} // namespace recital::io
