#include "core/recsys/live/replaycases.h"

#include "core/recsys/live/heldout.h"
#include "core/recsys/live/liveranking.h"
#include "core/recsys/mixbits.h"
#include "core/recsys/split.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace recital {

namespace {

constexpr double kHeldOut = 0.2;
constexpr std::size_t kFewestLikes = 5; ///< of a newcomer: a fifth of them is one film

std::size_t index(auto number) {
    return static_cast<std::size_t>(number);
}

/// Divides the likes of a newcomer, oldest first, into clicks and test.
class Divider {
public:
    Divider(const Dataset& dataset, const ReplayOptions& options)
        : m_dataset(dataset)
        , m_options(options) {}

    ReplayCase divide(UserIndex user, std::span<const Interaction> likes) const {
        const std::size_t tested = index(std::floor(kHeldOut * static_cast<double>(likes.size()) + 0.5));
        const std::vector<bool> isTest = m_options.holdout == ReplayHoldout::Newest
                                             ? newest(likes.size(), tested)
                                             : random(user, likes, tested);
        ReplayCase result;
        result.user = user;
        result.likes.assign(likes.begin(), likes.end());
        for (std::size_t i = 0; i < likes.size(); ++i) {
            if (isTest[i])
                result.relevant.push_back(likes[i].item);
            else
                result.clicks.push_back(likes[i]);
        }
        std::ranges::sort(result.relevant);
        result.excluded = sortedItems(result.clicks);
        return result;
    }

private:
    static std::vector<bool> newest(std::size_t count, std::size_t tested) {
        std::vector<bool> isTest(count, false);
        std::fill(isTest.end() - static_cast<std::ptrdiff_t>(tested), isTest.end(), true);
        return isTest;
    }

    /// Those with the lowest hashes of seed, user id and item id.
    std::vector<bool> random(UserIndex user, std::span<const Interaction> likes, std::size_t tested) const {
        const std::uint64_t ofUser =
            mixBits(m_options.seed, static_cast<std::uint64_t>(m_dataset.userId(user)));
        std::vector<std::pair<std::uint64_t, std::size_t>> order;
        for (std::size_t i = 0; i < likes.size(); ++i)
            order.emplace_back(mixBits(ofUser, static_cast<std::uint64_t>(m_dataset.item(likes[i].item).id)),
                               i);
        std::ranges::sort(order);
        std::vector<bool> isTest(likes.size(), false);
        for (std::size_t i = 0; i < tested; ++i)
            isTest[order[i].second] = true;
        return isTest;
    }

    const Dataset& m_dataset;
    const ReplayOptions& m_options;
};

/// The users with a like in equal parts (but for one), by the hash of seed and user id; -1 for the others.
std::vector<int> foldOfUsers(const Dataset& dataset, const RatingMatrix& positives,
                             const ReplayOptions& options) {
    std::vector<std::pair<std::uint64_t, UserIndex>> order;
    for (UserIndex user = 0; user < dataset.userCount(); ++user)
        if (!positives.byUser().row(user).empty())
            order.emplace_back(mixBits(options.seed, static_cast<std::uint64_t>(dataset.userId(user))), user);
    std::ranges::sort(order);
    std::vector<int> folds(index(dataset.userCount()), -1);
    for (std::size_t place = 0; place < order.size(); ++place)
        folds[index(order[place].second)] = static_cast<int>(place % index(options.folds));
    return folds;
}

RatingMatrix withoutFold(const RatingMatrix& positives, const std::vector<int>& folds, int fold) {
    std::vector<Triple> triples;
    triples.reserve(index(positives.entryCount()));
    for (UserIndex user = 0; user < positives.userCount(); ++user)
        if (folds[index(user)] != fold)
            for (const ItemIndex item : positives.byUser().row(user))
                triples.push_back({user, item, 1.0F});
    return RatingMatrix::fromTriples(positives.userCount(), positives.itemCount(), triples);
}

std::vector<ReplayPart> newUsers(const Dataset& dataset, const ReplayOptions& options,
                                 const JobControl& control) {
    const RatingMatrix positives = RatingMatrix::positives(dataset, options.positiveThreshold);
    const std::vector<int> folds = foldOfUsers(dataset, positives, options);
    const Divider divider(dataset, options);
    std::vector<ReplayPart> parts(index(options.folds));
    for (int fold = 0; fold < options.folds && !control.stopRequested(); ++fold)
        parts[index(fold)].train = withoutFold(positives, folds, fold);
    for (UserIndex user = 0; user < dataset.userCount() && !control.stopRequested(); ++user) {
        if (positives.byUser().row(user).size() < kFewestLikes)
            continue;
        const std::vector<Interaction> likes =
            knownHistory(dataset, nullptr, user, options.positiveThreshold);
        parts[index(folds[index(user)])].cases.push_back(divider.divide(user, likes));
    }
    return parts;
}

Result<std::vector<ReplayPart>> knownUsers(const Dataset& dataset, const ReplayOptions& options,
                                           const JobControl& control) {
    SplitOptions splitOptions;
    splitOptions.protocol = Protocol::UserTemporal;
    splitOptions.testShare = kHeldOut;
    splitOptions.positiveThreshold = options.positiveThreshold;
    Result<std::vector<Split>> splits = makeSplits(dataset, splitOptions, control);
    if (!splits)
        return splits.error();
    Split& split = splits->front();
    std::vector<ReplayPart> parts(1);
    const auto revealed = static_cast<std::ptrdiff_t>(options.revealed);
    for (UserIndex user = 0; user < dataset.userCount() && !control.stopRequested(); ++user) {
        const std::vector<Interaction> later = heldOutLikes(dataset, split, user);
        ReplayCase one;
        one.user = user;
        one.known = knownHistory(dataset, &split, user);
        if (one.known.empty() || std::ssize(later) <= revealed)
            continue;
        one.clicks.assign(later.begin(), later.begin() + revealed);
        one.relevant = sortedItems(std::span(later).subspan(index(revealed)));
        const std::vector<ItemIndex> clicked = sortedItems(one.clicks);
        std::ranges::set_union(split.seen.row(user), clicked, std::back_inserter(one.excluded));
        parts.front().cases.push_back(std::move(one));
    }
    parts.front().train = std::move(split.train);
    return parts;
}

} // namespace

std::vector<ItemIndex> sortedItems(std::span<const Interaction> interactions) {
    std::vector<ItemIndex> items;
    items.reserve(interactions.size());
    for (const Interaction& interaction : interactions)
        items.push_back(interaction.item);
    std::ranges::sort(items);
    return items;
}

Result<std::vector<ReplayPart>> replayParts(const Dataset& dataset, const ReplayOptions& options,
                                            const JobControl& control) {
    if (const Status possible = checkReplayable(dataset); !possible)
        return possible.error();
    Result<std::vector<ReplayPart>> parts = options.users == ReplayUsers::Known
                                                ? knownUsers(dataset, options, control)
                                                : newUsers(dataset, options, control);
    if (!parts)
        return parts;
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, {}};
    if (std::ranges::all_of(*parts, [](const ReplayPart& part) { return part.cases.empty(); }))
        return Error{ErrorCode::InvalidData, "no user has enough likes to play and to test"};
    return parts;
}

} // namespace recital
