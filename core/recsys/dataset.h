#pragma once

#include "core/recsys/jobcontrol.h"
#include "core/recsys/result.h"
#include "core/recsys/types.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// A film, or whatever the data calls an item.
struct Item {
    ItemId id = 0;
    std::string title;        ///< UTF-8, article in front ("The Matrix"), without the year
    std::int16_t year = 0;    ///< 0 where the data names none
    std::uint32_t genres = 0; ///< bit g stands for Dataset::genreNames()[g]
};

/// What ml-100k and ml-1m say of a user; empty for other layouts.
struct UserProfile {
    std::int16_t age = 0;
    char gender = '?';
    std::string occupation;
};

enum class DatasetLayout { MovieLens100K, MovieLensDoubleColon, MovieLensCsv, DelimitedText };

/// A train/test division that the dataset itself ships (u1..u5, ua, ub of ml-100k). Rows index Dataset's
/// columns; Dataset keeps them ascending, whatever the order of the fold's own file.
struct OfficialFold {
    std::string name;
    std::vector<std::uint32_t> trainRows;
    std::vector<std::uint32_t> testRows;
};

struct DatasetInfo {
    std::string name;     ///< "ml-100k", "ml-latest-small", or the file's name
    std::string location; ///< folder, zip or file it came from
    DatasetLayout layout = DatasetLayout::DelimitedText;
    std::string fingerprint; ///< 16 hexadecimal digits (XXH64) over ids, values and times; equal data in any
                             ///< line order, equal fingerprint
    float minRating = 0.0F;  ///< of the scale, as the layout defines it (0.5 or 1, 5)
    float maxRating = 0.0F;
    bool hasTimestamps = false;
    std::vector<std::string>
        notes; ///< what the reader mended, in English: "12 duplicates: the newest rating kept"
};

/// All columns of a dataset as a reader hands them over; Dataset::create checks and indexes them.
struct DatasetParts {
    DatasetInfo info;
    std::vector<Item> items;             ///< any order; every item of the catalogue, rated or not
    std::vector<UserId> userIds;         ///< any order
    std::vector<std::string> genreNames; ///< at most 32
    std::vector<UserProfile> profiles;   ///< empty, or one for each entry of userIds
    // One entry a rating, in file order. The numbers refer to positions in items and userIds above.
    std::vector<std::int32_t> ratingUser;
    std::vector<std::int32_t> ratingItem;
    std::vector<float> ratingValue;
    std::vector<Timestamp> ratingTime;
    std::vector<OfficialFold> folds;
};

/// Ratings and items of one dataset. Immutable; 20 bytes a rating. Safe to read from any thread.
class Dataset {
public:
    /// Renumbers users and items in ascending order of id, keeps the ratings in file order, computes the
    /// fingerprint and the rows of each user. Of several ratings of a user for the same item the newest stays
    /// (the later row for equal times), which is noted, so a pair appears once. Errors: InvalidData (no
    /// ratings, more than 32 genres, duplicate ids, columns that do not fit together), Cancelled.
    static Result<std::shared_ptr<const Dataset>> create(DatasetParts parts, const JobControl& control = {});

    const DatasetInfo& info() const noexcept { return m_info; }
    int userCount() const noexcept { return static_cast<int>(m_userIds.size()); }
    int itemCount() const noexcept { return static_cast<int>(m_items.size()); }
    std::size_t ratingCount() const noexcept { return m_value.size(); }

    // Columns, one entry a rating, in file order.
    std::span<const UserIndex> users() const noexcept { return m_user; }
    std::span<const ItemIndex> items() const noexcept { return m_item; }
    std::span<const float> values() const noexcept { return m_value; }
    std::span<const Timestamp> times() const noexcept { return m_time; }

    /// Positions in the columns of this user's ratings, ascending.
    std::span<const std::uint32_t> rowsOfUser(UserIndex user) const;

    UserId userId(UserIndex user) const { return m_userIds[static_cast<std::size_t>(user)]; }
    const Item& item(ItemIndex item) const { return m_items[static_cast<std::size_t>(item)]; }
    std::optional<UserIndex> findUser(UserId id) const;
    std::optional<ItemIndex> findItem(ItemId id) const;

    const std::vector<std::string>& genreNames() const noexcept { return m_genreNames; }
    const UserProfile* profile(UserIndex user) const; ///< nullptr where the data has none
    const std::vector<OfficialFold>& folds() const noexcept { return m_folds; }

    /// Heap bytes of the columns and the index by user: what "bytes a rating" means.
    std::size_t ratingBytes() const noexcept;

private:
    Dataset() = default;

    static Status checkParts(const DatasetParts& parts);
    Status takeColumns(DatasetParts& parts, const JobControl& control);
    void indexUsers();
    std::vector<std::uint32_t> olderDuplicates(const JobControl& control) const;
    void dropRows(const std::vector<std::uint32_t>& dropped);
    std::string computeFingerprint(const JobControl& control) const;

    DatasetInfo m_info;
    std::vector<Item> m_items;
    std::vector<UserId> m_userIds;
    std::vector<std::string> m_genreNames;
    std::vector<UserProfile> m_profiles;
    std::vector<UserIndex> m_user;
    std::vector<ItemIndex> m_item;
    std::vector<float> m_value;
    std::vector<Timestamp> m_time;
    std::vector<std::uint64_t> m_userOffset; ///< userCount + 1
    std::vector<std::uint32_t> m_userRow;    ///< ratingCount
    std::vector<OfficialFold> m_folds;
};

} // namespace recital
