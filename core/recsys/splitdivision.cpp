#include "core/recsys/splitdivision.h"

#include "core/recsys/mixbits.h"
#include "core/recsys/numbertext.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace recital {

namespace {

using Rows = std::vector<std::uint32_t>;

constexpr double heldOutOfQuery = 0.2; ///< share of the ratings of an unknown user that is the test

std::size_t index(auto number) {
    return static_cast<std::size_t>(number);
}

/// "80", "87.5": hundredths of a percent at most.
std::string percent(double share) {
    return numberText(std::round(share * 1e4) / 1e2);
}

std::size_t testCount(std::size_t ratings, double testShare) {
    const auto wanted = static_cast<std::size_t>(std::floor(testShare * static_cast<double>(ratings) + 0.5));
    return ratings == 0 ? 0 : std::min(wanted, ratings - 1);
}

Rows rowsThatStay(const ActiveRows& active) {
    Rows rows;
    for (std::uint32_t row = 0; row < active.row.size(); ++row)
        if (active.row[row])
            rows.push_back(row);
    return rows;
}

/// Rows of each user, ascending.
std::vector<Rows> groupByUser(const Dataset& dataset, std::span<const std::uint32_t> rows) {
    std::vector<Rows> byUser(index(dataset.userCount()));
    for (const std::uint32_t row : rows)
        byUser[index(dataset.users()[row])].push_back(row);
    return byUser;
}

std::uint64_t hashOf(const Dataset& dataset, std::uint32_t row, std::uint64_t seed) {
    return mixBits(mixBits(seed, static_cast<std::uint64_t>(dataset.userId(dataset.users()[row]))),
                   static_cast<std::uint64_t>(dataset.item(dataset.items()[row]).id));
}

/// Every user's rows in the order of `key`, equal ones in file order; the last count(n) are the test part.
/// Both sides end up in file order again.
template<typename Count, typename Key>
Division divideByUser(const Dataset& dataset, std::span<const std::uint32_t> rows,
                      const std::stop_token& stop, Count count, Key key) {
    std::vector<bool> isTest(dataset.ratingCount());
    for (Rows& ofUser : groupByUser(dataset, rows)) {
        if (stop.stop_requested())
            break;
        std::ranges::stable_sort(ofUser, {}, key);
        for (std::size_t i = ofUser.size() - count(ofUser.size()); i < ofUser.size(); ++i)
            isTest[ofUser[i]] = true;
    }
    Division division;
    for (const std::uint32_t row : rows)
        (isTest[row] ? division.testRows : division.trainRows).push_back(row);
    return division;
}

Division newestOfEachUser(const Dataset& dataset, std::span<const std::uint32_t> rows, auto count,
                          const std::stop_token& stop) {
    return divideByUser(dataset, rows, stop, count,
                        [times = dataset.times()](std::uint32_t row) { return times[row]; });
}

/// Equal times stay together, on the side of the test.
Division newestOfAll(const Dataset& dataset, std::span<const std::uint32_t> rows, double testShare) {
    Division division;
    if (rows.empty())
        return division;
    std::vector<Timestamp> times;
    times.reserve(rows.size());
    for (const std::uint32_t row : rows)
        times.push_back(dataset.times()[row]);
    const auto wanted = std::max<std::size_t>(testCount(rows.size(), testShare), 1);
    const auto at = times.begin() + static_cast<std::ptrdiff_t>(times.size() - wanted);
    std::ranges::nth_element(times, at);
    const Timestamp cut = *at;
    for (const std::uint32_t row : rows)
        (dataset.times()[row] >= cut ? division.testRows : division.trainRows).push_back(row);
    return division;
}

/// Users of the lowest hashes of seed and id, among those who have rows.
std::vector<bool> unknownUsers(const Dataset& dataset, std::span<const std::uint32_t> rows,
                               const SplitOptions& options) {
    std::vector<bool> active(index(dataset.userCount()));
    for (const std::uint32_t row : rows)
        active[index(dataset.users()[row])] = true;
    std::vector<UserIndex> users;
    for (UserIndex user = 0; user < dataset.userCount(); ++user)
        if (active[index(user)])
            users.push_back(user);
    std::ranges::stable_sort(users, {}, [&](UserIndex user) {
        return mixBits(options.seed, static_cast<std::uint64_t>(dataset.userId(user)));
    });
    users.resize(testCount(users.size(), options.testShare));
    std::vector<bool> unknown(index(dataset.userCount()));
    for (const UserIndex user : users)
        unknown[index(user)] = true;
    return unknown;
}

Division unknownUsersApart(const Dataset& dataset, std::span<const std::uint32_t> rows,
                           const SplitOptions& options, const std::stop_token& stop) {
    const std::vector<bool> unknown = unknownUsers(dataset, rows, options);
    Rows ofKnown;
    Rows ofUnknown;
    for (const std::uint32_t row : rows)
        (unknown[index(dataset.users()[row])] ? ofUnknown : ofKnown).push_back(row);
    Division division = divideRowsByHash(dataset, ofUnknown, heldOutOfQuery, options.seed, stop);
    division.queryRows = std::move(division.trainRows);
    division.trainRows = std::move(ofKnown);
    return division;
}

std::vector<Division> randomFolds(const Dataset& dataset, const Rows& rows, const SplitOptions& options) {
    std::vector<std::uint64_t> hashes(dataset.ratingCount());
    for (const std::uint32_t row : rows)
        hashes[row] = hashOf(dataset, row, options.seed);
    Rows shuffled = rows;
    std::ranges::stable_sort(shuffled, {}, [&hashes](std::uint32_t row) { return hashes[row]; });
    const auto folds = index(options.folds);
    std::vector<std::size_t> foldOf(dataset.ratingCount());
    for (std::size_t place = 0; place < shuffled.size(); ++place)
        foldOf[shuffled[place]] = place * folds / shuffled.size();
    std::vector<Division> divisions(folds);
    for (std::size_t fold = 0; fold < folds; ++fold) {
        divisions[fold].name = "random-fold " + std::to_string(fold + 1) + '/' + std::to_string(folds);
        for (const std::uint32_t row : rows)
            (foldOf[row] == fold ? divisions[fold].testRows : divisions[fold].trainRows).push_back(row);
    }
    return divisions;
}

Result<std::vector<Division>> officialDivisions(const Dataset& dataset, const ActiveRows& active) {
    const auto stays = [&active](std::uint32_t row) { return active.row[row]; };
    std::vector<Division> divisions;
    for (const char* name : {"u1", "u2", "u3", "u4", "u5"}) {
        const auto fold = std::ranges::find(dataset.folds(), name, &OfficialFold::name);
        if (fold == dataset.folds().end())
            return Error{ErrorCode::InvalidData, dataset.info().name + " has no official fold " + name +
                                                     " (" + name + ".base and " + name +
                                                     ".test, as in ml-100k)"};
        Division& division = divisions.emplace_back();
        division.name = fold->name;
        std::ranges::copy_if(fold->trainRows, std::back_inserter(division.trainRows), stays);
        std::ranges::copy_if(fold->testRows, std::back_inserter(division.testRows), stays);
    }
    return divisions;
}

Division divideOnce(const Dataset& dataset, const SplitOptions& options, const Rows& rows,
                    const std::stop_token& stop) {
    const auto share = [&options](std::size_t ratings) { return testCount(ratings, options.testShare); };
    const auto one = [](std::size_t ratings) { return std::size_t{ratings > 1 ? 1U : 0U}; };
    switch (options.protocol) {
    case Protocol::UserTemporal:
        return newestOfEachUser(dataset, rows, share, stop);
    case Protocol::LeaveLastOut:
        return newestOfEachUser(dataset, rows, one, stop);
    case Protocol::GlobalTemporal:
        return newestOfAll(dataset, rows, options.testShare);
    case Protocol::HeldOutUsers:
        return unknownUsersApart(dataset, rows, options, stop);
    case Protocol::UserRandom:
    case Protocol::OfficialFolds:
    case Protocol::RandomFolds:
        break;
    }
    return divideRowsByHash(dataset, rows, options.testShare, options.seed, stop);
}

bool needsTimes(Protocol protocol) {
    return protocol == Protocol::UserTemporal || protocol == Protocol::LeaveLastOut ||
           protocol == Protocol::GlobalTemporal;
}

/// ", users >= 20, items >= 5" or nothing.
std::string activityText(const SplitOptions& options) {
    std::string text;
    if (options.minimumUserRatings > 0)
        text += ", users >= " + std::to_string(options.minimumUserRatings);
    if (options.minimumItemRatings > 0)
        text += ", items >= " + std::to_string(options.minimumItemRatings);
    return text;
}

} // namespace

ActiveRows activeRows(const Dataset& dataset, const SplitOptions& options) {
    ActiveRows active{.row = std::vector<bool>(dataset.ratingCount(), true), .removed = {}};
    std::vector<int> ofItem(index(dataset.itemCount()));
    bool changed = options.minimumUserRatings > 0 || options.minimumItemRatings > 0;
    while (changed) {
        std::vector<int> ofUser(index(dataset.userCount()));
        std::ranges::fill(ofItem, 0);
        for (std::size_t row = 0; row < active.row.size(); ++row)
            if (active.row[row]) {
                ++ofUser[index(dataset.users()[row])];
                ++ofItem[index(dataset.items()[row])];
            }
        changed = false;
        for (std::size_t row = 0; row < active.row.size(); ++row)
            if (active.row[row] && (ofUser[index(dataset.users()[row])] < options.minimumUserRatings ||
                                    ofItem[index(dataset.items()[row])] < options.minimumItemRatings)) {
                active.row[row] = false;
                changed = true;
            }
    }
    for (ItemIndex item = 0; options.minimumItemRatings > 0 && item < dataset.itemCount(); ++item)
        if (ofItem[index(item)] < options.minimumItemRatings)
            active.removed.push_back(item);
    return active;
}

Result<std::vector<Division>> divide(const Dataset& dataset, const SplitOptions& options,
                                     const ActiveRows& active, const std::stop_token& stop) {
    if (needsTimes(options.protocol) && !dataset.info().hasTimestamps)
        return Error{ErrorCode::InvalidData,
                     dataset.info().name + " has no timestamps, which a temporal split needs"};
    Result<std::vector<Division>> divisions = std::vector<Division>{};
    if (options.protocol == Protocol::OfficialFolds) {
        divisions = officialDivisions(dataset, active);
        if (!divisions)
            return divisions.error();
    } else if (options.protocol == Protocol::RandomFolds) {
        divisions = randomFolds(dataset, rowsThatStay(active), options);
    } else {
        divisions->push_back(divideOnce(dataset, options, rowsThatStay(active), stop));
        divisions->front().name = protocolKey(options.protocol);
        if (usesTestShare(options.protocol))
            divisions->front().name += ' ' + shareText(options.testShare);
    }
    for (Division& division : *divisions)
        division.name += activityText(options);
    return divisions;
}

Division divideRowsByHash(const Dataset& dataset, std::span<const std::uint32_t> rows, double testShare,
                          std::uint64_t seed, const std::stop_token& stop) {
    std::vector<std::uint64_t> hashes(dataset.ratingCount());
    for (const std::uint32_t row : rows)
        hashes[row] = hashOf(dataset, row, seed);
    return divideByUser(
        dataset, rows, stop, [testShare](std::size_t ratings) { return testCount(ratings, testShare); },
        [&hashes](std::uint32_t row) { return hashes[row]; });
}

std::string shareText(double testShare) {
    return percent(1.0 - testShare) + '/' + percent(testShare);
}

} // namespace recital
