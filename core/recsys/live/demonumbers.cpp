#include "core/recsys/live/demonumbers.h"

#include "core/recsys/jobprogress.h"
#include "core/recsys/live/heldout.h"
#include "core/recsys/metrics.h"
#include "core/recsys/mixbits.h"
#include "core/recsys/parallel.h"
#include "core/recsys/recommend.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <set>

namespace recital {

namespace {

constexpr std::array kEvents{1, 3, 5};
constexpr std::size_t kMostEvents = 5;
constexpr std::size_t kNewcomerEvents = 3;
constexpr std::int64_t kUsersABlock = 16;

using ItemList = std::vector<ItemIndex>;

ItemList itemsOf(std::span<const ScoredItem> list) {
    ItemList items;
    items.reserve(list.size());
    for (const ScoredItem& entry : list)
        items.push_back(entry.item);
    return items;
}

/// Entries that were not there before / k.
double changedShare(const ItemList& before, const ItemList& after, int k) {
    const auto entered = std::ranges::count_if(
        after, [&before](ItemIndex item) { return std::ranges::find(before, item) == before.end(); });
    return static_cast<double>(entered) / k;
}

/// A list of k items drawn from the candidates, a function of the request's number.
ItemList drawnList(int itemCount, const ItemList& excluded, int k, std::uint64_t request) {
    const std::size_t candidates =
        static_cast<std::size_t>(itemCount) -
        static_cast<std::size_t>(std::ranges::lower_bound(excluded, itemCount) - excluded.begin());
    ItemList list;
    for (std::uint64_t draw = 0; list.size() < std::min(candidates, static_cast<std::size_t>(k)); ++draw) {
        const auto item =
            static_cast<ItemIndex>(mixBits(request, draw) % static_cast<std::uint64_t>(itemCount));
        if (!std::ranges::binary_search(excluded, item) && std::ranges::find(list, item) == list.end())
            list.push_back(item);
    }
    return list;
}

double percentile(const std::vector<double>& ascending, int p) {
    const auto rank = static_cast<std::size_t>(std::ceil(p * static_cast<double>(ascending.size()) / 100.0));
    return ascending[std::max<std::size_t>(rank, 1) - 1];
}

double medianOf(std::vector<double> values) {
    std::ranges::sort(values);
    return percentile(values, 50);
}

/// Three rankers, one entry of each for every entry of kEvents.
struct UserChange {
    bool counted = false;
    std::array<double, kEvents.size()> model{};
    std::array<double, kEvents.size()> random{};
    std::array<double, kEvents.size()> popular{};
};

/// What is found of one user; the users are computed side by side and added up in their order.
struct UserNumbers {
    ItemList list;
    UserChange change;
    bool newcomer = false;
    int covered = 0; ///< of the newcomer's four lists, how many are full
};

class DemoCounter {
public:
    DemoCounter(const LiveModels& models, const Split& split, const UpdateRule& rule, int k,
                const JobControl& control)
        : m_models(models)
        , m_split(split)
        , m_rule(rule)
        , m_k(k)
        , m_control(control) {}

    Result<DemoNumbers> run();

private:
    void time(DemoNumbers& numbers);
    void countAll();
    UserNumbers count(UserIndex user, std::vector<float>& scores) const;
    UserChange change(UserIndex user, const std::vector<Interaction>& known, ItemList excluded,
                      std::vector<float>& scores) const;
    int coveredLists(std::span<const Interaction> likes, std::vector<float>& scores) const;
    LiveRanking ranked(const Past& past, std::span<const ItemIndex> excluded,
                       std::vector<float>& scores) const;
    ItemList popularList(const ItemList& excluded) const;
    void addUp(DemoNumbers& numbers) const;
    void addLists(DemoNumbers& numbers) const;

    const LiveModels& m_models;
    const Split& m_split;
    const UpdateRule& m_rule;
    int m_k;
    const JobControl& m_control;
    std::vector<UserIndex> m_users; ///< with a history
    std::vector<UserNumbers> m_found;
};

LiveRanking DemoCounter::ranked(const Past& past, std::span<const ItemIndex> excluded,
                                std::vector<float>& scores) const {
    LiveQuery query;
    query.past = past;
    query.rule = m_rule;
    query.excluded = excluded;
    query.k = m_k;
    return rankLive(m_models, query, scores);
}

ItemList DemoCounter::popularList(const ItemList& excluded) const {
    const auto list = topK(m_models.popularity, excluded, m_k);
    assert(list.ok()); // counts are finite
    return list ? itemsOf(*list) : ItemList();
}

Result<DemoNumbers> DemoCounter::run() {
    for (UserIndex user = 0; user < m_models.dataset->userCount(); ++user)
        if (!m_split.historyOf(user).empty())
            m_users.push_back(user);
    if (m_users.empty())
        return Error{ErrorCode::InvalidData, "no user has a history to make a list from"};
    DemoNumbers numbers;
    numbers.k = m_k;
    numbers.rule = m_rule;
    numbers.users = static_cast<int>(m_users.size());
    time(numbers);
    countAll();
    if (m_control.stopRequested())
        return Error{ErrorCode::Cancelled, {}};
    addUp(numbers);
    m_control.report(1.0);
    return numbers;
}

void DemoCounter::time(DemoNumbers& numbers) {
    const std::size_t timed = std::min(m_users.size(), std::size_t{DemoNumbers::mostTimed});
    std::vector<double> totals;
    std::array<std::vector<double>, 4> parts;
    std::vector<float> scores;
    for (std::size_t i = 0; i < timed && !m_control.stopRequested(); ++i) {
        const UserIndex user = m_users[i * m_users.size() / timed];
        const std::vector<Interaction> known = knownHistory(*m_models.dataset, &m_split, user);
        const LiveTimes times = ranked({known, {}}, notCandidates(m_split, user), scores).times;
        totals.push_back(times.total());
        parts[0].push_back(times.foldIn);
        parts[1].push_back(times.scores);
        parts[2].push_back(times.filter);
        parts[3].push_back(times.ranking);
        m_control.report(0.3 * static_cast<double>(i) / static_cast<double>(timed));
    }
    if (totals.empty())
        return;
    numbers.timed = static_cast<int>(timed);
    std::ranges::sort(totals);
    numbers.median = percentile(totals, 50);
    numbers.percentile95 = percentile(totals, 95);
    numbers.percentile99 = percentile(totals, 99);
    numbers.slowest = totals.back();
    numbers.medianParts = {medianOf(parts[0]), medianOf(parts[1]), medianOf(parts[2]), medianOf(parts[3])};
}

void DemoCounter::countAll() {
    m_found.resize(m_users.size());
    JobControl rest = m_control;
    if (m_control.progress)
        rest.progress = [this](double fraction) { m_control.report(0.3 + 0.65 * fraction); };
    JobProgress progress(rest, std::ssize(m_users));
    forEachBlock(
        std::ssize(m_users), kUsersABlock, m_control.threads, [&](std::int64_t begin, std::int64_t end) {
            std::vector<float> scores;
            for (std::int64_t i = begin; i < end && !m_control.stopRequested(); ++i)
                m_found[static_cast<std::size_t>(i)] = count(m_users[static_cast<std::size_t>(i)], scores);
            progress.add(end - begin);
        });
}

UserNumbers DemoCounter::count(UserIndex user, std::vector<float>& scores) const {
    const std::vector<Interaction> known = knownHistory(*m_models.dataset, &m_split, user);
    ItemList excluded = notCandidates(m_split, user);
    UserNumbers found;
    found.list = itemsOf(ranked({known, {}}, excluded, scores).list);
    found.change = change(user, known, std::move(excluded), scores);
    if (known.size() >= kNewcomerEvents) {
        found.newcomer = true;
        found.covered = coveredLists(known, scores);
    }
    return found;
}

UserChange DemoCounter::change(UserIndex user, const std::vector<Interaction>& known, ItemList excluded,
                               std::vector<float>& scores) const {
    UserChange result;
    const std::vector<Interaction> likes = heldOutLikes(*m_models.dataset, m_split, user);
    if (likes.size() < kMostEvents)
        return result;
    result.counted = true;
    const std::uint64_t ofUser = mixBits(static_cast<std::uint64_t>(m_models.dataset->userId(user)));
    const int items = m_models.dataset->itemCount();
    const ItemList model = itemsOf(ranked({known, {}}, excluded, scores).list);
    const ItemList random = drawnList(items, excluded, m_k, mixBits(ofUser, 0));
    const ItemList popular = popularList(excluded);
    std::size_t liked = 0;
    for (std::size_t e = 0; e < kEvents.size(); ++e) {
        for (const auto events = static_cast<std::size_t>(kEvents[e]); liked < events; ++liked)
            insertItem(excluded, likes[liked].item);
        const Past past{known, std::span(likes).first(liked)};
        result.model[e] = changedShare(model, itemsOf(ranked(past, excluded, scores).list), m_k);
        result.random[e] = changedShare(random, drawnList(items, excluded, m_k, mixBits(ofUser, liked)), m_k);
        result.popular[e] = changedShare(popular, popularList(excluded), m_k);
    }
    return result;
}

int DemoCounter::coveredLists(std::span<const Interaction> likes, std::vector<float>& scores) const {
    int covered = 0;
    ItemList excluded = m_split.removedItems;
    for (std::size_t events = 0; events <= kNewcomerEvents; ++events) {
        if (events > 0)
            insertItem(excluded, likes[events - 1].item);
        const LiveRanking ranking = ranked({{}, likes.first(events)}, excluded, scores);
        covered += std::ssize(ranking.list) == m_k ? 1 : 0;
    }
    return covered;
}

void DemoCounter::addUp(DemoNumbers& numbers) const {
    addLists(numbers);
    numbers.change.resize(kEvents.size());
    int covered = 0;
    for (const UserNumbers& found : m_found) {
        covered += found.covered;
        numbers.newcomers += found.newcomer ? static_cast<int>(kNewcomerEvents) + 1 : 0;
        numbers.changeUsers += found.change.counted ? 1 : 0;
        for (std::size_t e = 0; e < kEvents.size(); ++e) {
            numbers.change[e].model += found.change.model[e];
            numbers.change[e].random += found.change.random[e];
            numbers.change[e].popular += found.change.popular[e];
        }
    }
    numbers.newcomerCoverage = static_cast<double>(covered) / numbers.newcomers; // NaN where there are none
    for (std::size_t e = 0; e < kEvents.size(); ++e) {
        ListChange& entry = numbers.change[e];
        entry.events = kEvents[e];
        const double users = numbers.changeUsers;
        entry.model /= users;
        entry.random /= users;
        entry.popular /= users;
    }
}

void DemoCounter::addLists(DemoNumbers& numbers) const {
    std::set<ItemList> lists;
    std::vector<std::int64_t> exposure(static_cast<std::size_t>(m_models.dataset->itemCount()));
    for (const UserNumbers& found : m_found) {
        lists.insert(found.list);
        for (const ItemIndex item : found.list)
            ++exposure[static_cast<std::size_t>(item)];
    }
    numbers.distinctLists = static_cast<double>(lists.size()) / numbers.users;
    numbers.meanOverlap = 1.0 - personalization(exposure, m_k, numbers.users);
}

} // namespace

Result<DemoNumbers> demoNumbers(const LiveModels& models, const Split& split, const UpdateRule& rule, int k,
                                const JobControl& control) {
    assert(models.dataset && models.als);
    if (const Status valid = validate(rule); !valid)
        return valid.error();
    if (k < 1 || k > 1000)
        return Error{ErrorCode::InvalidParameters, "the length of the lists must be 1 to 1000"};
    return DemoCounter(models, split, rule, k, control).run();
}

} // namespace recital
