#include "core/recsys/split.h"

#include "core/recsys/dataset.h"
#include "core/recsys/mixbits.h"
#include "core/recsys/numbertext.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

namespace recital {

namespace {

/// Rows of the dataset's columns on each side.
struct Division {
    std::string name;
    std::vector<std::uint32_t> trainRows;
    std::vector<std::uint32_t> testRows;
};

Status validate(const SplitOptions& options) {
    if (options.protocol != Protocol::OfficialFolds && !(options.testShare > 0.0 && options.testShare < 1.0))
        return Error{ErrorCode::InvalidParameters, "the test share must lie between 0 and 1"};
    if (!std::isfinite(options.positiveThreshold))
        return Error{ErrorCode::InvalidParameters, "the threshold of positives must be a finite number"};
    return success();
}

/// "80", "87.5": hundredths of a percent at most.
std::string percent(double share) {
    return numberText(std::round(share * 1e4) / 1e2);
}

std::string shareName(const char* protocol, double testShare) {
    return std::string(protocol) + ' ' + percent(1.0 - testShare) + '/' + percent(testShare);
}

std::size_t testCount(std::size_t ratings, double testShare) {
    const auto wanted = static_cast<std::size_t>(std::floor(testShare * static_cast<double>(ratings) + 0.5));
    return ratings == 0 ? 0 : std::min(wanted, ratings - 1);
}

/// Every user's rows in the order of `precedes(a, b)`, equal ones in file order; the last share is the test
/// part. Both sides end up in file order again.
template<typename Precedes>
Division divideByUser(const Dataset& dataset, const char* protocol, double testShare,
                      const std::stop_token& stop, Precedes precedes) {
    std::vector<bool> isTest(dataset.ratingCount());
    std::vector<std::uint32_t> rows;
    for (UserIndex user = 0; user < dataset.userCount() && !stop.stop_requested(); ++user) {
        const auto ofUser = dataset.rowsOfUser(user);
        rows.assign(ofUser.begin(), ofUser.end());
        std::ranges::stable_sort(rows, precedes);
        for (std::size_t i = rows.size() - testCount(rows.size(), testShare); i < rows.size(); ++i)
            isTest[rows[i]] = true;
    }
    Division division{.name = shareName(protocol, testShare), .trainRows = {}, .testRows = {}};
    for (std::uint32_t row = 0; row < isTest.size(); ++row)
        (isTest[row] ? division.testRows : division.trainRows).push_back(row);
    return division;
}

Division divideByTime(const Dataset& dataset, const SplitOptions& options, const std::stop_token& stop) {
    const auto times = dataset.times();
    return divideByUser(dataset, "user-temporal", options.testShare, stop,
                        [times](std::uint32_t a, std::uint32_t b) { return times[a] < times[b]; });
}

Division divideByHash(const Dataset& dataset, const SplitOptions& options, const std::stop_token& stop) {
    std::vector<std::uint64_t> hashes(dataset.ratingCount());
    for (std::size_t row = 0; row < hashes.size(); ++row)
        hashes[row] =
            mixBits(mixBits(options.seed, static_cast<std::uint64_t>(dataset.userId(dataset.users()[row]))),
                    static_cast<std::uint64_t>(dataset.item(dataset.items()[row]).id));
    return divideByUser(dataset, "user-random", options.testShare, stop,
                        [&hashes](std::uint32_t a, std::uint32_t b) { return hashes[a] < hashes[b]; });
}

Result<std::vector<Division>> officialDivisions(const Dataset& dataset) {
    std::vector<Division> divisions;
    for (const char* name : {"u1", "u2", "u3", "u4", "u5"}) {
        const auto fold = std::ranges::find(dataset.folds(), name, &OfficialFold::name);
        if (fold == dataset.folds().end())
            return Error{ErrorCode::InvalidData, dataset.info().name + " has no official fold " + name +
                                                     " (" + name + ".base and " + name +
                                                     ".test, as in ml-100k)"};
        divisions.push_back({fold->name, fold->trainRows, fold->testRows});
    }
    return divisions;
}

/// A division that was stopped is not whole; who asks looks at the token.
Result<std::vector<Division>> divide(const Dataset& dataset, const SplitOptions& options,
                                     const std::stop_token& stop) {
    std::vector<Division> divisions;
    switch (options.protocol) {
    case Protocol::OfficialFolds:
        return officialDivisions(dataset);
    case Protocol::UserTemporal:
        if (!dataset.info().hasTimestamps)
            return Error{ErrorCode::InvalidData,
                         dataset.info().name + " has no timestamps, which a temporal split needs"};
        divisions.push_back(divideByTime(dataset, options, stop));
        break;
    case Protocol::UserRandom:
        divisions.push_back(divideByHash(dataset, options, stop));
        break;
    }
    return divisions;
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

Result<Split> makeSplit(const Dataset& dataset, const Division& division, const SplitOptions& options,
                        const std::stop_token& stop) {
    constexpr float everything = -std::numeric_limits<float>::infinity();
    const Error cancelled{ErrorCode::Cancelled, {}};
    Split split;
    split.name = division.name;
    split.options = options;
    split.datasetFingerprint = dataset.info().fingerprint;
    split.trainRatings = static_cast<std::int64_t>(division.trainRows.size());
    split.testRatings = static_cast<std::int64_t>(division.testRows.size());
    split.trainRows = division.trainRows;
    split.testRows = division.testRows;
    split.itemGenres.reserve(static_cast<std::size_t>(dataset.itemCount()));
    for (ItemIndex item = 0; item < dataset.itemCount(); ++item)
        split.itemGenres.push_back(dataset.item(item).genres);
    if (stop.stop_requested())
        return cancelled;
    split.train = positiveMatrix(dataset, division.trainRows, options.positiveThreshold);
    if (stop.stop_requested())
        return cancelled;
    split.seen = itemsByUser(dataset, division.trainRows, everything);
    if (stop.stop_requested())
        return cancelled;
    split.heldOut = itemsByUser(dataset, division.testRows, everything);
    split.relevant = itemsByUser(dataset, division.testRows, options.positiveThreshold);
    if (split.train.entryCount() == 0 || split.relevant.entryCount() == 0)
        return Error{ErrorCode::InvalidData, split.name + ": no rating in the " +
                                                 (split.train.entryCount() == 0 ? "training" : "test") +
                                                 " part reaches the threshold of positives"};
    if (const auto leak = findLeak(split))
        return Error{ErrorCode::InvalidData,
                     split.name + ": user " + std::to_string(dataset.userId(leak->user)) + " has the item " +
                         std::to_string(dataset.item(leak->item).id) + " in training and in test"};
    return split;
}

} // namespace

Result<std::vector<Split>> makeSplits(const Dataset& dataset, const SplitOptions& options,
                                      const JobControl& control) {
    if (const Status valid = validate(options); !valid)
        return valid.error();
    const auto divisions = divide(dataset, options, control.stop);
    if (!divisions)
        return divisions.error();
    std::vector<Split> splits;
    for (const Division& division : *divisions) {
        auto split = makeSplit(dataset, division, options, control.stop);
        if (!split)
            return split.error();
        splits.push_back(std::move(split).value());
    }
    return splits;
}

SplitCounts countSplit(const Split& split) {
    SplitCounts counts{.trainPositives = split.train.entryCount(),
                       .testPositives = split.relevant.entryCount()};
    for (int user = 0; user < split.relevant.rowCount(); ++user) {
        if (!split.relevant.row(user).empty())
            ++counts.evaluatedUsers;
        else if (!split.heldOut.row(user).empty())
            ++counts.skippedUsers;
    }
    for (int item = 0; item < split.train.itemCount(); ++item)
        counts.itemsWithTrainPositive += split.train.byItem().row(item).empty() ? 0 : 1;
    return counts;
}

std::optional<SplitLeak> findLeak(const Split& split) {
    std::vector<ItemIndex> bad;
    for (int user = 0; user < split.seen.rowCount(); ++user) {
        bad.clear();
        std::ranges::set_intersection(split.seen.row(user), split.heldOut.row(user), std::back_inserter(bad));
        std::ranges::set_intersection(split.seen.row(user), split.relevant.row(user),
                                      std::back_inserter(bad));
        std::ranges::set_difference(split.train.byUser().row(user), split.seen.row(user),
                                    std::back_inserter(bad));
        if (!bad.empty())
            return SplitLeak{user, bad.front()};
    }
    return std::nullopt;
}

} // namespace recital
