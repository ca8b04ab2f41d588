#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace recital::io {

struct ItemTitle {
    std::string title;
    std::int16_t year = 0; ///< 0 if none stands behind the title
};

/// Takes a MovieLens title apart: "Matrix, The (1999)" is "The Matrix" of 1999. Also ranges ("(2006-2007)"),
/// marks behind the year ("(1995) (V)"), articles of other languages, and other titles in parentheses:
/// "City of Lost Children, The (Cité des enfants perdus, La) (1995)". UTF-8.
ItemTitle parseTitle(std::string_view raw);

} // namespace recital::io
