#pragma once

#include "core/recsys/io/idmap.h"
#include "core/recsys/io/source.h"
#include "core/recsys/jobcontrol.h"
#include "core/recsys/types.h"

#include <string_view>
#include <vector>

namespace recital::io {

/// How a MovieLens rating file writes one line.
struct RatingFormat {
    std::string_view file;
    std::string_view separator;
    bool quotes = false;
    std::size_t fieldCount = 4; ///< of every line
    int user = 0;
    int item = 1;
    int value = 2;
    int time = 3; ///< -1: not there
    double minimum = 0.5;
    double maximum = 5.0;
};

/// Columns of ratings in file order; users and items by position in the maps.
struct RatingTable {
    IdMap users;
    IdMap items;
    std::vector<std::int32_t> user;
    std::vector<std::int32_t> item;
    std::vector<float> value;
    std::vector<Timestamp> time;
};

/// Where the first rating stands, behind a header; a byte-order mark at the beginning is skipped.
struct TextPosition {
    std::size_t offset = 0;
    std::int64_t line = 1;
};

/// Appends all ratings of the content to the table; progress goes from 0 to 1. Lines in the usual form
/// (columns in the usual order, short ids, "4" or "3.5", a time of 8 to 10 digits) take a fast path; every
/// other line is taken apart by RecordReader, which alone knows all rules and words all errors. The content
/// is released as it is read. Errors: BadFormat, Cancelled.
Status readRatings(const FileContent& content, TextPosition start, const RatingFormat& format,
                   const JobControl& control, RatingTable& table);

} // namespace recital::io
