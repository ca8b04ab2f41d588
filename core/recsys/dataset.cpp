#include "core/recsys/dataset.h"

#include "core/recsys/hash64.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace recital {

namespace {

constexpr std::size_t maximumCount = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
constexpr std::size_t maximumGenres = 32;
/// Entries between two looks at the stop token: some milliseconds of work.
constexpr std::size_t blockRows = std::size_t{1} << 20U;

std::size_t at(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

Error invalid(std::string detail) {
    return {ErrorCode::InvalidData, std::move(detail)};
}

Error cancelled() {
    return {ErrorCode::Cancelled, "loading was cancelled"};
}

/// Positions of `ids` in ascending order of id.
template<typename Id, typename IdOf>
std::vector<std::int32_t> ascendingOrder(const std::vector<Id>& entries, IdOf idOf) {
    std::vector<std::int32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0);
    const auto byId = [&](std::int32_t a, std::int32_t b) {
        return idOf(entries[at(a)]) < idOf(entries[at(b)]);
    };
    if (!std::is_sorted(order.begin(), order.end(), byId))
        std::stable_sort(order.begin(), order.end(), byId);
    return order;
}

/// Brings entries into the order; empties what it took from.
template<typename T>
void reorder(std::vector<T>& entries, const std::vector<std::int32_t>& order) {
    if (entries.empty() || std::is_sorted(order.begin(), order.end()))
        return;
    std::vector<T> sorted;
    sorted.reserve(entries.size());
    for (const std::int32_t position : order)
        sorted.push_back(std::move(entries[at(position)]));
    entries = std::move(sorted);
}

/// Replaces positions of the reader by dense indices. False if one is out of range.
bool renumber(std::vector<std::int32_t>& column, const std::vector<std::int32_t>& order,
              const JobControl& control) {
    std::vector<std::int32_t> indexOf(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        indexOf[at(order[i])] = static_cast<std::int32_t>(i);
    for (std::size_t begin = 0; begin < column.size() && !control.stopRequested(); begin += blockRows) {
        const std::size_t end = std::min(begin + blockRows, column.size());
        for (std::size_t i = begin; i < end; ++i) {
            const auto position = static_cast<std::uint32_t>(column[i]);
            if (position >= indexOf.size())
                return false;
            column[i] = indexOf[position];
        }
    }
    return true;
}

/// What a vector may waste before a copy to the exact size pays.
template<typename T>
void trim(std::vector<T>& column) {
    if (column.capacity() - column.size() > column.size() / 64)
        column.shrink_to_fit();
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

} // namespace

Result<std::shared_ptr<const Dataset>> Dataset::create(DatasetParts parts, const JobControl& control) {
    if (Status status = checkParts(parts); !status)
        return status.error();
    std::shared_ptr<Dataset> dataset(new Dataset);
    if (Status status = dataset->takeColumns(parts, control); !status)
        return status.error();
    dataset->indexUsers();
    if (const std::vector<std::uint32_t> repeated = dataset->olderDuplicates(control); !repeated.empty()) {
        dataset->dropRows(repeated);
        dataset->indexUsers();
        dataset->m_info.notes.push_back(
            counted(repeated.size(), "duplicate", "duplicates") +
            ": of several ratings of a user for the same item the newest is kept");
    }
    dataset->m_info.fingerprint = dataset->computeFingerprint(control);
    if (control.stopRequested())
        return cancelled();
    return std::shared_ptr<const Dataset>(std::move(dataset));
}

Status Dataset::checkParts(const DatasetParts& parts) {
    const std::size_t count = parts.ratingValue.size();
    if (parts.ratingUser.size() != count || parts.ratingItem.size() != count ||
        parts.ratingTime.size() != count)
        return invalid("the columns of the ratings differ in length");
    if (!parts.profiles.empty() && parts.profiles.size() != parts.userIds.size())
        return invalid("there are not as many profiles as users");
    if (count == 0)
        return invalid("there are no ratings");
    if (count > maximumCount || parts.userIds.size() > maximumCount || parts.items.size() > maximumCount)
        return invalid("there are more than 2147483647 ratings, users or items");
    if (parts.genreNames.size() > maximumGenres)
        return invalid("there are " + std::to_string(parts.genreNames.size()) + " genres, more than 32");
    if (!std::all_of(parts.ratingValue.begin(), parts.ratingValue.end(),
                     [](float v) { return std::isfinite(v); }))
        return invalid("a rating is not a finite number");
    const auto inRange = [count](std::uint32_t row) { return row < count; };
    for (const OfficialFold& fold : parts.folds)
        if (!std::all_of(fold.trainRows.begin(), fold.trainRows.end(), inRange) ||
            !std::all_of(fold.testRows.begin(), fold.testRows.end(), inRange))
            return invalid("fold " + fold.name + " names a rating that is not there");
    return success();
}

Status Dataset::takeColumns(DatasetParts& parts, const JobControl& control) {
    const auto userOrder = ascendingOrder(parts.userIds, [](UserId id) { return id; });
    const auto itemOrder = ascendingOrder(parts.items, [](const Item& item) { return item.id; });
    reorder(parts.userIds, userOrder);
    reorder(parts.profiles, userOrder);
    reorder(parts.items, itemOrder);
    if (const auto twice = std::adjacent_find(parts.userIds.begin(), parts.userIds.end());
        twice != parts.userIds.end())
        return invalid("user id " + std::to_string(*twice) + " appears twice");
    if (const auto twice = std::adjacent_find(parts.items.begin(), parts.items.end(),
                                              [](const Item& a, const Item& b) { return a.id == b.id; });
        twice != parts.items.end())
        return invalid("item id " + std::to_string(twice->id) + " appears twice");
    if (!renumber(parts.ratingUser, userOrder, control) || !renumber(parts.ratingItem, itemOrder, control))
        return invalid("a rating names a user or an item that is not there");
    if (control.stopRequested())
        return cancelled();

    m_info = std::move(parts.info);
    m_items = std::move(parts.items);
    m_userIds = std::move(parts.userIds);
    m_genreNames = std::move(parts.genreNames);
    m_profiles = std::move(parts.profiles);
    m_user = std::move(parts.ratingUser);
    m_item = std::move(parts.ratingItem);
    m_value = std::move(parts.ratingValue);
    m_time = std::move(parts.ratingTime);
    m_folds = std::move(parts.folds);
    for (OfficialFold& fold : m_folds) { // u1.base and the like are sorted by user, u.data is not
        std::ranges::sort(fold.trainRows);
        std::ranges::sort(fold.testRows);
    }
    trim(m_user);
    trim(m_item);
    trim(m_value);
    trim(m_time);
    return success();
}

void Dataset::indexUsers() {
    m_userOffset.assign(m_userIds.size() + 1, 0);
    for (const UserIndex user : m_user)
        ++m_userOffset[at(user) + 1];
    std::partial_sum(m_userOffset.begin(), m_userOffset.end(), m_userOffset.begin());
    m_userRow.resize(m_user.size());
    std::vector<std::uint64_t> next(m_userOffset.begin(), m_userOffset.end() - 1);
    for (std::size_t row = 0; row < m_user.size(); ++row)
        m_userRow[next[at(m_user[row])]++] = static_cast<std::uint32_t>(row);
}

std::vector<std::uint32_t> Dataset::olderDuplicates(const JobControl& control) const {
    std::vector<std::uint32_t> dropped;
    // For each item the user that rated it last and the row of that rating.
    std::vector<UserIndex> lastUser(m_items.size(), -1);
    std::vector<std::uint32_t> lastRow(m_items.size());
    const auto ascending = [this](std::span<const std::uint32_t> rows) {
        for (std::size_t i = 1; i < rows.size(); ++i)
            if (m_item[rows[i - 1]] >= m_item[rows[i]])
                return false;
        return true;
    };
    for (UserIndex user = 0; user < userCount(); ++user) {
        if (user % 1024 == 0 && control.stopRequested())
            return {};
        if (ascending(rowsOfUser(user))) // as MovieLens sorts its files
            continue;
        for (const std::uint32_t row : rowsOfUser(user)) {
            const std::size_t item = at(m_item[row]);
            if (lastUser[item] == user) {
                const bool newer = m_time[row] >= m_time[lastRow[item]];
                dropped.push_back(newer ? lastRow[item] : row);
                if (!newer)
                    continue;
            }
            lastUser[item] = user;
            lastRow[item] = row;
        }
    }
    std::sort(dropped.begin(), dropped.end());
    return dropped;
}

void Dataset::dropRows(const std::vector<std::uint32_t>& dropped) {
    constexpr auto gone = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> newRow(m_user.size());
    std::uint32_t kept = 0;
    auto next = dropped.begin();
    for (std::size_t row = 0; row < m_user.size(); ++row) {
        if (next != dropped.end() && *next == row) {
            newRow[row] = gone;
            ++next;
            continue;
        }
        m_user[kept] = m_user[row];
        m_item[kept] = m_item[row];
        m_value[kept] = m_value[row];
        m_time[kept] = m_time[row];
        newRow[row] = kept++;
    }
    m_user.resize(kept);
    m_item.resize(kept);
    m_value.resize(kept);
    m_time.resize(kept);
    for (OfficialFold& fold : m_folds)
        for (auto* rows : {&fold.trainRows, &fold.testRows}) {
            for (std::uint32_t& row : *rows)
                row = newRow[row];
            std::erase(*rows, gone);
        }
}

std::string Dataset::computeFingerprint(const JobControl& control) const {
    // The canonical form, in little-endian words: 64-bit counts of items, users and ratings; the item ids and
    // user ids ascending (64 bits each); then user by user the number of ratings and, by ascending item, item
    // index, bits of the float value and time (32 bits each). The order of the lines in the file is no part.
    Hash64 hash;
    const auto add = [&hash](const auto& words) { hash.add(std::as_bytes(std::span(words))); };
    std::vector<std::int64_t> ids{itemCount(), userCount(), static_cast<std::int64_t>(ratingCount())};
    for (const Item& item : m_items)
        ids.push_back(item.id);
    add(ids);
    add(m_userIds);

    std::vector<std::uint32_t> sorted;
    std::vector<std::uint32_t> words;
    const auto byItem = [this](std::uint32_t a, std::uint32_t b) { return m_item[a] < m_item[b]; };
    for (UserIndex user = 0; user < userCount(); ++user) {
        if (user % 1024 == 0 && control.stopRequested())
            return {};
        auto rows = rowsOfUser(user);
        if (!std::is_sorted(rows.begin(), rows.end(), byItem)) {
            sorted.assign(rows.begin(), rows.end());
            std::sort(sorted.begin(), sorted.end(), byItem);
            rows = sorted;
        }
        words.resize(3 * rows.size() + 1);
        words[0] = static_cast<std::uint32_t>(rows.size());
        std::uint32_t* word = words.data() + 1;
        for (const std::uint32_t row : rows) {
            *word++ = static_cast<std::uint32_t>(m_item[row]);
            *word++ = std::bit_cast<std::uint32_t>(m_value[row]);
            *word++ = m_time[row];
        }
        add(words);
    }
    return toHex(hash.value());
}

std::span<const std::uint32_t> Dataset::rowsOfUser(UserIndex user) const {
    assert(user >= 0 && user < userCount());
    const auto begin = static_cast<std::size_t>(m_userOffset[at(user)]);
    const auto end = static_cast<std::size_t>(m_userOffset[at(user) + 1]);
    return std::span(m_userRow).subspan(begin, end - begin);
}

std::optional<UserIndex> Dataset::findUser(UserId id) const {
    const auto found = std::lower_bound(m_userIds.begin(), m_userIds.end(), id);
    if (found == m_userIds.end() || *found != id)
        return std::nullopt;
    return static_cast<UserIndex>(found - m_userIds.begin());
}

std::optional<ItemIndex> Dataset::findItem(ItemId id) const {
    const auto found = std::lower_bound(m_items.begin(), m_items.end(), id,
                                        [](const Item& item, ItemId wanted) { return item.id < wanted; });
    if (found == m_items.end() || found->id != id)
        return std::nullopt;
    return static_cast<ItemIndex>(found - m_items.begin());
}

const UserProfile* Dataset::profile(UserIndex user) const {
    return m_profiles.empty() ? nullptr : &m_profiles[at(user)];
}

std::size_t Dataset::ratingBytes() const noexcept {
    const auto bytes = [](const auto& column) {
        return column.capacity() * sizeof(typename std::decay_t<decltype(column)>::value_type);
    };
    return bytes(m_user) + bytes(m_item) + bytes(m_value) + bytes(m_time) + bytes(m_userOffset) +
           bytes(m_userRow);
}

} // namespace recital
