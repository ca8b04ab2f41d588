#pragma once

#include "core/recsys/live/event.h"
#include "core/recsys/live/liveranking.h"
#include "core/recsys/live/updaterule.h"

#include <QDateTime>
#include <QString>

#include <algorithm>
#include <memory>
#include <vector>

namespace recital {

/// An event as the stage holds it: written to the log before anything shows it.
struct LiveEvent {
    qint64 logId = 0;
    Event event;
    bool muted = false; ///< unticked in "why": the list is computed as if it had not happened; not logged

    friend bool operator==(const LiveEvent&, const LiveEvent&) = default;
};

/// One simulated user. Immutable: a change makes a new one, so that states of the past can share it.
struct LiveUser {
    qint64 id = 0; ///< of the workspace; 0: could not be written yet
    QString name; ///< "Alice"; empty for a user of the dataset, and for the newcomer that a stage begins with
    UserIndex datasetUser = -1; ///< whose history it starts from; -1: a newcomer
    GenreTaste taste;
    std::vector<LiveEvent> events; ///< that count, oldest first

    friend bool operator==(const LiveUser&, const LiveUser&) = default;
};

/// Everything on the stage that can be taken back. A value; users are shared between states.
struct LiveState {
    std::vector<std::shared_ptr<const LiveUser>> users; ///< ascending by id; never empty with a dataset
    std::size_t current = 0;
    UpdateRule rule;
    EventStrengths strengths;

    std::shared_ptr<const LiveUser> find(qint64 id) const {
        const auto found = std::ranges::find(users, id, [](const auto& user) { return user->id; });
        return found == users.end() ? nullptr : *found;
    }
    /// By value, users compared by what they hold.
    friend bool operator==(const LiveState& a, const LiveState& b) {
        return a.current == b.current && a.rule == b.rule && a.strengths == b.strengths &&
               std::ranges::equal(a.users, b.users, [](const auto& x, const auto& y) { return *x == *y; });
    }
};

/// One line of the visible history: what was done. The page puts it into words.
struct LiveChange {
    enum class Kind {
        Start,
        Event,
        TakenBack,
        Muted,
        Unmuted,
        Cleared,
        Rule,
        Strengths,
        Taste,
        UserAdded,
        UserRemoved,
        UserChosen,
        Imported,
        Replayed
    };
    Kind kind = Kind::Start;
    QDateTime at; ///< UTC
    qint64 userId = 0;
    QString userName;
    UserIndex datasetUser = -1; ///< of that user
    Event event;                ///< Event, TakenBack (the newest of them), Muted, Unmuted
    UpdateRule rule;            ///< Rule
    int count = 0;              ///< TakenBack, Cleared, Imported, Replayed: how many events
};

/// Users found in the data, for the user chooser.
struct UserPreset {
    enum class Kind {
        Heavy,    ///< most positives
        OneGenre, ///< the largest share of one genre, above the share that all positives have
        Typical,  ///< the usual number of positives, genres nearest to those of everybody
        Newcomer  ///< fewest positives
    };
    Kind kind = Kind::Heavy;
    UserIndex user = 0;
    int positives = 0;  ///< what the model knows of the user
    int genre = -1;     ///< OneGenre: its bit
    double share = 0.0; ///< OneGenre: of the user's positives
};

} // namespace recital
