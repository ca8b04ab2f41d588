#include "core/recsys/split.h"

#include "core/recsys/dataset.h"
#include "core/recsys/splitdivision.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

namespace recital {

namespace {

struct ProtocolEntry {
    Protocol protocol;
    std::string_view key;
    bool seeded;
    bool shared; ///< has a test share
};

constexpr std::array entries{
    ProtocolEntry{Protocol::OfficialFolds, "official-folds", false, false},
    ProtocolEntry{Protocol::UserTemporal, "user-temporal", false, true},
    ProtocolEntry{Protocol::UserRandom, "user-random", true, true},
    ProtocolEntry{Protocol::GlobalTemporal, "global-temporal", false, true},
    ProtocolEntry{Protocol::LeaveLastOut, "leave-last-out", false, false},
    ProtocolEntry{Protocol::HeldOutUsers, "held-out-users", true, true},
    ProtocolEntry{Protocol::RandomFolds, "random-folds", true, false},
};

constexpr auto protocols = [] {
    std::array<Protocol, entries.size()> result{};
    for (std::size_t i = 0; i < entries.size(); ++i)
        result[i] = entries[i].protocol;
    return result;
}();

const ProtocolEntry& entryOf(Protocol protocol) noexcept {
    const ProtocolEntry& entry = entries[static_cast<std::size_t>(protocol)];
    assert(entry.protocol == protocol);
    return entry;
}

Status validate(const SplitOptions& options) {
    if (usesTestShare(options.protocol) && !(options.testShare > 0.0 && options.testShare < 1.0))
        return Error{ErrorCode::InvalidParameters, "the test share must lie between 0 and 1"};
    if (!std::isfinite(options.positiveThreshold))
        return Error{ErrorCode::InvalidParameters, "the threshold of positives must be a finite number"};
    if (options.protocol == Protocol::RandomFolds && (options.folds < 2 || options.folds > 100))
        return Error{ErrorCode::InvalidParameters, "the number of folds must lie between 2 and 100"};
    if (options.minimumUserRatings < 0 || options.minimumItemRatings < 0)
        return Error{ErrorCode::InvalidParameters, "the minimum activity must not be negative"};
    return success();
}

/// Items of the rows whose rating is at least `threshold`, by user, each item once.
SparseRows itemsByUser(const Dataset& dataset, std::span<const std::uint32_t> rows, float threshold) {
    const auto at = [](auto index) { return static_cast<std::size_t>(index); };
    std::vector<std::int64_t> next(at(dataset.userCount()) + 1, 0);
    for (const std::uint32_t row : rows)
        if (dataset.values()[row] >= threshold)
            ++next[at(dataset.users()[row]) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());

    SparseRows result;
    result.offsets = next;
    result.columns.resize(at(next.back()));
    for (const std::uint32_t row : rows)
        if (dataset.values()[row] >= threshold)
            result.columns[at(next[at(dataset.users()[row])]++)] = dataset.items()[row];

    std::int64_t begin = 0;
    std::int64_t kept = 0;
    for (int user = 0; user < dataset.userCount(); ++user) {
        const std::int64_t end = result.offsets[at(user) + 1];
        const auto items = std::span(result.columns).subspan(at(begin), at(end - begin));
        std::ranges::sort(items);
        const auto unique = items.first(items.size() - std::ranges::unique(items).size());
        std::ranges::copy(unique, result.columns.begin() + kept);
        kept += std::ssize(unique);
        begin = end;
        result.offsets[at(user) + 1] = kept;
    }
    result.columns.resize(at(kept));
    return result;
}

RatingMatrix positiveMatrix(const Dataset& dataset, std::span<const std::uint32_t> rows, float threshold) {
    std::vector<Triple> triples;
    for (const std::uint32_t row : rows)
        if (dataset.values()[row] >= threshold)
            triples.push_back({dataset.users()[row], dataset.items()[row], 1.0F});
    return RatingMatrix::fromTriples(dataset.userCount(), dataset.itemCount(), triples);
}

/// Rows that follow each other in one ascending order.
std::vector<std::uint32_t> merged(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::uint32_t> rows;
    rows.reserve(a.size() + b.size());
    std::ranges::merge(a, b, std::back_inserter(rows));
    return rows;
}

Error leakError(const Dataset& dataset, const Split& split, const SplitLeak& leak) {
    return {ErrorCode::InvalidData, split.name + ": user " + std::to_string(dataset.userId(leak.user)) +
                                        " has the item " + std::to_string(dataset.item(leak.item).id) +
                                        " in training and in test"};
}

Result<Split> makeSplit(const Dataset& dataset, const Division& division, const SplitOptions& options,
                        std::vector<ItemIndex> removedItems, const std::stop_token& stop) {
    constexpr float everything = -std::numeric_limits<float>::infinity();
    const Error cancelled{ErrorCode::Cancelled, {}};
    assert(std::ranges::is_sorted(division.trainRows) && std::ranges::is_sorted(division.testRows) &&
           std::ranges::is_sorted(division.queryRows));
    Split split;
    split.name = division.name;
    split.options = options;
    split.datasetFingerprint = dataset.info().fingerprint;
    split.trainRatings = static_cast<std::int64_t>(division.trainRows.size());
    split.testRatings = static_cast<std::int64_t>(division.testRows.size());
    split.trainRows = division.trainRows;
    split.testRows = division.testRows;
    split.queryRows = division.queryRows;
    split.removedItems = std::move(removedItems);
    split.itemGenres.reserve(static_cast<std::size_t>(dataset.itemCount()));
    for (ItemIndex item = 0; item < dataset.itemCount(); ++item)
        split.itemGenres.push_back(dataset.item(item).genres);
    if (stop.stop_requested())
        return cancelled;
    split.train = positiveMatrix(dataset, division.trainRows, options.positiveThreshold);
    if (!division.queryRows.empty())
        split.query = itemsByUser(dataset, division.queryRows, options.positiveThreshold);
    if (stop.stop_requested())
        return cancelled;
    split.seen = itemsByUser(dataset, merged(division.trainRows, division.queryRows), everything);
    if (stop.stop_requested())
        return cancelled;
    split.heldOut = itemsByUser(dataset, division.testRows, everything);
    split.relevant = itemsByUser(dataset, division.testRows, options.positiveThreshold);
    if (split.train.entryCount() == 0 || split.relevant.entryCount() == 0)
        return Error{ErrorCode::InvalidData, split.name + ": no rating in the " +
                                                 (split.train.entryCount() == 0 ? "training" : "test") +
                                                 " part reaches the threshold of positives"};
    if (const auto leak = findLeak(split))
        return leakError(dataset, split, *leak);
    return split;
}

} // namespace

std::string_view protocolKey(Protocol protocol) noexcept {
    return entryOf(protocol).key;
}

std::span<const Protocol> allProtocols() noexcept {
    return protocols;
}

bool usesSeed(Protocol protocol) noexcept {
    return entryOf(protocol).seeded;
}

bool usesTestShare(Protocol protocol) noexcept {
    return entryOf(protocol).shared;
}

std::span<const ItemIndex> Split::historyOf(UserIndex user) const {
    if (user < query.rowCount() && !query.row(user).empty())
        return query.row(user);
    return train.byUser().row(user);
}

std::vector<Interaction> Split::interactionsOf(UserIndex user) const {
    std::vector<Interaction> interactions;
    for (const ItemIndex item : historyOf(user))
        interactions.push_back({.item = item, .value = 1.0F});
    return interactions;
}

Result<std::vector<Split>> makeSplits(const Dataset& dataset, const SplitOptions& options,
                                      const JobControl& control) {
    if (const Status valid = validate(options); !valid)
        return valid.error();
    const ActiveRows active = activeRows(dataset, options);
    const auto divisions = divide(dataset, options, active, control.stop);
    if (!divisions)
        return divisions.error();
    std::vector<Split> splits;
    for (const Division& division : *divisions) {
        auto split = makeSplit(dataset, division, options, active.removed, control.stop);
        if (!split)
            return split.error();
        splits.push_back(std::move(split).value());
    }
    return splits;
}

Result<Split> makeInnerSplit(const Dataset& dataset, const Split& outer, double share, std::uint64_t seed,
                             const JobControl& control) {
    if (!(share > 0.0 && share < 1.0))
        return Error{ErrorCode::InvalidParameters, "the validation share must lie between 0 and 1"};
    if (outer.datasetFingerprint != dataset.info().fingerprint)
        return Error{ErrorCode::InvalidData, outer.name + " is a split of other data"};
    Division division = divideRowsByHash(dataset, outer.trainRows, share, seed, control.stop);
    division.name = outer.name + ", inner " + shareText(share);
    SplitOptions options = outer.options;
    options.seed = seed;
    return makeSplit(dataset, division, options, outer.removedItems, control.stop);
}

SplitCounts countSplit(const Split& split) {
    SplitCounts counts{.trainPositives = split.train.entryCount(),
                       .testPositives = split.relevant.entryCount(),
                       .heldOutPairs = split.heldOut.entryCount()};
    std::vector<ItemIndex> leaked;
    for (int user = 0; user < split.relevant.rowCount(); ++user) {
        if (!split.relevant.row(user).empty()) {
            ++counts.evaluatedUsers;
            counts.coldUsers += split.seen.row(user).empty() ? 1 : 0;
        } else if (!split.heldOut.row(user).empty()) {
            ++counts.skippedUsers;
        }
        leaked.clear();
        std::ranges::set_intersection(split.seen.row(user), split.heldOut.row(user),
                                      std::back_inserter(leaked));
        counts.leakedPairs += std::ssize(leaked);
    }
    for (int item = 0; item < split.train.itemCount(); ++item)
        counts.itemsWithTrainPositive += split.train.byItem().row(item).empty() ? 0 : 1;
    return counts;
}

std::optional<SplitLeak> findLeak(const Split& split) {
    std::vector<ItemIndex> bad;
    for (int user = 0; user < split.seen.rowCount(); ++user) {
        const auto seen = split.seen.row(user);
        bad.clear();
        std::ranges::set_intersection(seen, split.heldOut.row(user), std::back_inserter(bad));
        std::ranges::set_intersection(seen, split.relevant.row(user), std::back_inserter(bad));
        std::ranges::set_difference(split.train.byUser().row(user), seen, std::back_inserter(bad));
        if (user < split.query.rowCount() && !split.query.row(user).empty()) {
            std::ranges::set_difference(split.query.row(user), seen, std::back_inserter(bad));
            std::ranges::copy(split.train.byUser().row(user), std::back_inserter(bad));
        }
        if (!bad.empty())
            return SplitLeak{user, bad.front()};
    }
    return std::nullopt;
}

} // namespace recital
