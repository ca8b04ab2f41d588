#include "core/recsys/live/learnedevents.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <utility>

namespace recital {

namespace {

/// Value and number of events of one cell.
struct Cell {
    double value = 0.0;
    int events = 0;
};

double limited(double value) {
    return std::clamp(value, -EventStrengths::greatest, EventStrengths::greatest);
}

/// Whether the test part would be given away: the pair itself is in it, or the split keeps the user from the
/// model altogether.
bool isHidden(const Split& split, UserIndex user, ItemIndex item) {
    if (user < 0)
        return false;
    const auto heldOut = split.heldOut.row(user);
    if (split.options.protocol == Protocol::HeldOutUsers && !heldOut.empty())
        return true;
    return std::ranges::binary_search(heldOut, item);
}

} // namespace

LearnedEvents learnFrom(std::span<const LiveUserEvents> users, const EventStrengths& strengths,
                        const Split& split) {
    LearnedEvents learned;
    for (const LiveUserEvents& user : users) {
        std::map<ItemIndex, Cell> cells;
        for (const Event& event : user.events) {
            if (isHidden(split, user.datasetUser, event.item)) {
                ++learned.heldOut;
            } else if (std::ranges::binary_search(split.removedItems, event.item)) {
                ++learned.silent;
            } else {
                Cell& cell = cells[event.item];
                cell.value += strengths.of(event);
                ++cell.events;
            }
        }
        LearnedUser row{user.id, user.datasetUser, {}};
        for (const auto& [item, cell] : cells) {
            const auto value = static_cast<float>(limited(cell.value));
            // Sums of decimal fractions that cancel leave a trace of rounding.
            const bool says = std::abs(cell.value) > 1e-9;
            (says ? learned.events : learned.silent) += cell.events;
            if (says)
                row.cells.push_back({item, value});
        }
        if (!row.cells.empty())
            learned.users.push_back(std::move(row));
    }
    return learned;
}

RatingMatrix withEvents(const RatingMatrix& train, const LearnedEvents& events) {
    std::map<std::pair<UserIndex, ItemIndex>, double> added;
    UserIndex rows = train.userCount();
    for (const LearnedUser& user : events.users) {
        assert(user.datasetUser < train.userCount());
        const UserIndex row = user.datasetUser >= 0 ? user.datasetUser : rows++;
        for (const Interaction& cell : user.cells)
            added[{row, cell.item}] += static_cast<double>(cell.value);
    }
    std::vector<Triple> triples;
    triples.reserve(static_cast<std::size_t>(train.entryCount()) + added.size());
    for (UserIndex user = 0; user < train.userCount(); ++user) {
        const auto columns = train.byUser().row(user);
        const auto values = train.byUser().rowValues(user);
        for (std::size_t k = 0; k < columns.size(); ++k) {
            double value = values.empty() ? 1.0 : static_cast<double>(values[k]);
            if (const auto more = added.find({user, columns[k]}); more != added.end()) {
                value = limited(value + more->second);
                added.erase(more);
            }
            if (value != 0.0)
                triples.push_back({user, columns[k], static_cast<float>(value)});
        }
    }
    for (const auto& [cell, value] : added)
        if (value != 0.0)
            triples.push_back({cell.first, cell.second, static_cast<float>(limited(value))});
    return RatingMatrix::fromTriples(rows, train.itemCount(), triples);
}

} // namespace recital
