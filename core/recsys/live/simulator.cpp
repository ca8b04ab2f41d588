#include "core/recsys/live/simulator.h"

#include "core/recsys/live/heldout.h"
#include "core/recsys/mixbits.h"
#include "core/recsys/recommend.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace recital {

struct Simulator::VirtualUser {
    UserIndex user = 0;
    std::vector<Interaction> known;  ///< oldest first
    std::vector<Interaction> clicks; ///< all that will be, oldest first
    std::size_t clicked = 0;
    std::vector<ItemIndex> excluded; ///< ascending: seen or clicked
};

namespace {

/// Of the users with a held-out like those whose hashes are lowest.
std::vector<UserIndex> chosenUsers(const Dataset& dataset, const Split& split,
                                   const Simulator::Options& options) {
    std::vector<std::pair<std::uint64_t, UserIndex>> order;
    for (UserIndex user = 0; user < split.relevant.rowCount(); ++user)
        if (!split.relevant.row(user).empty())
            order.emplace_back(mixBits(options.seed, static_cast<std::uint64_t>(dataset.userId(user))), user);
    std::ranges::sort(order);
    std::vector<UserIndex> users;
    for (const auto& [hash, user] : order)
        if (std::ssize(users) < options.users)
            users.push_back(user);
    return users;
}

/// Puts the clicks of the users, count[u] each, into a random order: those with the lowest hashes first.
std::vector<std::size_t> mixedOrder(const std::vector<std::size_t>& counts, std::uint64_t seed) {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t user = 0; user < counts.size(); ++user)
        for (std::size_t click = 0; click < counts[user]; ++click)
            order.emplace_back(mixBits(mixBits(seed, user), click), user);
    std::ranges::sort(order);
    std::vector<std::size_t> users;
    users.reserve(order.size());
    for (const auto& [hash, user] : order)
        users.push_back(user);
    return users;
}

bool hit(const std::vector<ScoredItem>& list, ItemIndex item) {
    return std::ranges::find(list, item, &ScoredItem::item) != list.end();
}

} // namespace

Status Simulator::Options::validate() const {
    if (users < 1)
        return Error{ErrorCode::InvalidParameters, "at least one user must be simulated"};
    if (k < 1 || k > 1000)
        return Error{ErrorCode::InvalidParameters, "the length of the lists must be 1 to 1000"};
    return recital::validate(rule);
}

Simulator::Simulator(const LiveModels& models, const Split& split, const Options& options)
    : m_models(models)
    , m_options(options) {
    assert(models.dataset && models.als && options.validate());
    std::vector<std::size_t> counts;
    for (const UserIndex user : chosenUsers(*models.dataset, split, options)) {
        VirtualUser& one = m_users.emplace_back();
        one.user = user;
        one.known = knownHistory(*models.dataset, &split, user);
        one.clicks = heldOutLikes(*models.dataset, split, user);
        one.excluded = notCandidates(split, user);
        counts.push_back(one.clicks.size());
    }
    m_order = mixedOrder(counts, options.seed);
}

Simulator::~Simulator() = default;

int Simulator::users() const noexcept {
    return static_cast<int>(m_users.size());
}

Simulator::Step Simulator::next() {
    assert(!atEnd());
    VirtualUser& one = m_users[m_order[m_position++]];
    const Interaction click = one.clicks[one.clicked];
    LiveQuery query;
    query.past.known = one.known;
    query.rule = m_options.rule;
    query.excluded = one.excluded;
    query.k = m_options.k;
    Step step;
    step.user = one.user;
    step.item = click.item;
    step.hitWithoutUpdates = hit(rankLive(m_models, query, m_scores).list, click.item);
    query.past.events = std::span(one.clicks).first(one.clicked);
    const LiveRanking updated = rankLive(m_models, query, m_scores);
    step.hitWithUpdates = hit(updated.list, click.item);
    step.microseconds = updated.times.total();
    const auto popular = topK(m_models.popularity, one.excluded, m_options.k);
    assert(popular.ok()); // counts are finite
    step.hitPopular = popular && hit(*popular, click.item);
    ++one.clicked;
    insertItem(one.excluded, click.item);
    return step;
}

} // namespace recital
