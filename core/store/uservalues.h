#pragma once

#include "core/recsys/result.h"
#include "core/recsys/types.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <vector>

namespace recital {

/// What a stored comparison keeps of every user: the values that the statistics rest on, and the lists.
struct UserValues {
    struct Column {
        std::string metric;         ///< MetricInfo::key
        std::vector<double> values; ///< one a user; NaN: not defined
    };
    struct FoldLists {
        std::string split;
        std::vector<UserIndex> users;              ///< ascending
        std::vector<std::vector<ItemIndex>> lists; ///< one a user, best first
    };
    std::vector<UserIndex> users; ///< ascending
    std::vector<std::int32_t> trainPositives;
    std::vector<std::uint8_t> cold; ///< 0 or 1
    std::vector<Column> columns;
    std::vector<FoldLists> folds;
};

/// A compressed blob with a checksum; the doubles are kept to the last bit.
QByteArray packUserValues(const UserValues& values);

/// Error: BadFormat for anything that packUserValues() has not made.
Result<UserValues> unpackUserValues(const QByteArray& blob);

} // namespace recital
