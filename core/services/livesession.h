#pragma once

#include "core/recsys/live/rankdifference.h"
#include "core/services/joblane.h"
#include "core/services/livehistory.h"
#include "core/services/livelog.h"
#include "core/services/modelstore.h"

#include <Eigen/Core>

#include <QObject>

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace recital {

/// The simulated users on the stage: what they did, and what follows from it. Everything is computed
/// synchronously on the UI thread, well inside a frame, so click and list belong to the same frame. Whatever
/// is to outlive the program is written first; where that fails problem() says why and nothing has changed.
class LiveSession : public QObject {
    Q_OBJECT
public:
    LiveSession(ModelStore& store, Workspace& workspace, QObject* parent = nullptr);

    // --- state
    const std::shared_ptr<const ModelSnapshot>& snapshot() const noexcept {
        return m_snapshot;
    } ///< never null
    const LiveState& state() const noexcept { return m_history.state(); }
    const LiveUser& user() const noexcept; ///< the current one; a nameless newcomer where there is no dataset
    std::shared_ptr<const LiveUser> findUser(qint64 id) const { return state().find(id); }

    // --- users. Each is a change of its own. Errors: Database, FileWrite (not written), InvalidData (no
    // dataset), UnknownId.
    /// A newcomer, or with `datasetUser` somebody who starts from that history; becomes the current one.
    Result<qint64> addUser(const QString& name, const GenreTaste& taste = {}, UserIndex datasetUser = -1);
    Result<qint64> addDatasetUser(UserIndex user); ///< or chooses the one that is there already
    void chooseUser(qint64 id);
    Status removeUser(qint64 id);             ///< the last one is replaced by a newcomer
    Status setTaste(const GenreTaste& taste); ///< of the current user; one drag is one entry of the history
    /// Found in the data of the snapshot, on a thread of their own: empty until presetsChanged().
    const std::vector<UserPreset>& presets() const noexcept { return m_presets; }

    // --- events of the current user
    /// Also InvalidParameters: stars belong to ratings (1 to 5) and to nothing else.
    Status act(EventType type, ItemIndex item, int stars = 0);
    /// Likes the film, or takes back every event of it where it is liked.
    Status toggleLike(ItemIndex item);
    Status takeBack(qint64 logId);
    void setMuted(qint64 logId, bool muted);
    Status clear();
    /// Whether the newest event that is more than a view has a positive strength.
    bool isLiked(ItemIndex item) const;
    const LiveEvent* eventOf(ItemIndex item) const; ///< newest; nullptr: none
    std::vector<ItemIndex> likedItems() const;      ///< in order of their newest events, once each

    // --- how the vector moves
    Status setRule(const UpdateRule& rule); ///< one drag is one entry of the history; InvalidParameters
    Status setStrengths(const EventStrengths& strengths); ///< InvalidParameters

    // --- the past
    const std::vector<LiveChange>& history() const noexcept { return m_history.changes(); } ///< oldest first
    std::size_t position() const noexcept { return m_history.position(); }
    Status jumpTo(std::size_t position); ///< the log is told of events that are taken or brought back
    Status undo() { return canUndo() ? jumpTo(position() - 1) : success(); }
    Status redo() { return canRedo() ? jumpTo(position() + 1) : success(); }
    bool canUndo() const noexcept { return m_history.canUndo(); }
    bool canRedo() const noexcept { return m_history.canRedo(); }

    // --- what follows from it, computed with every change
    const LiveRanking& ranking() const noexcept { return m_ranking; }
    /// ranking().list, each against the list shown before. That list was empty right after a dataset came.
    const std::vector<RankChange>& recommendations() const noexcept { return m_recommendations; }
    /// What left the list with the last change, with rank order and scores of the list before.
    const std::vector<ScoredItem>& departed() const noexcept { return m_departed; }
    bool unchanged() const noexcept { return m_unchanged; } ///< same films in the same order as before
    float scoreOf(ItemIndex item) const;                    ///< printed score of any film; 0 without a list
    /// Rows: known(), then user().events that are not muted. Empty where there is nothing to explain.
    LiveExplanation explain(ItemIndex item) const;
    std::span<const Interaction> known() const; ///< history of the dataset user, oldest first
    /// Before the last change; nothing when that changed user or model.
    const std::optional<Eigen::VectorXf>& vectorBefore() const noexcept { return m_vectorBefore; }
    /// What the dataset user liked in the part hidden from the model; ascending.
    std::span<const ItemIndex> heldOut() const;
    std::optional<Eigen::VectorXf> userVector() const; ///< nothing without a personal share in the list
    std::optional<Eigen::Vector2f> userPosition() const;
    std::optional<Eigen::Vector2f> positionOf(const Eigen::VectorXf& vector) const;

    // --- for panels that compute more (two users, rules, more like this, simulator)
    LiveModels models() const; ///< valid until the next snapshot
    /// For jobs: valid as long as the snapshot and this are held.
    std::shared_ptr<const std::vector<float>> popularity() const noexcept { return m_popularity; }
    /// The list of any user of the state under the present rule and strengths.
    LiveRanking rankingOf(const LiveUser& user, std::vector<float>& scores, int k = listLength) const;
    /// What the rules see of a user (strengths applied, muted left out).
    struct OwnedPast {
        std::vector<Interaction> known;
        std::vector<Interaction> events;
        Past view() const { return {known, events}; }
    };
    OwnedPast pastOf(const LiveUser& user) const;
    std::vector<ItemIndex> excludedOf(const LiveUser& user) const; ///< ascending

    /// What would happen: computed without changing anything or writing to the log.
    struct Preview {
        LiveRanking ranking;
        std::vector<RankChange> changes; ///< against the present list
        std::optional<Eigen::Vector2f> position;
    };
    Preview preview(EventType type, ItemIndex item, int stars = 0) const;

    void askAgain(); ///< computes again without an event: the same state gives the same list

    // --- for the session that comes back, and for EventLog
    /// Rule and current user of the last session, without an entry in the history.
    void restore(qint64 currentUser, const UpdateRule& rule);
    /// An event of any user on the stage that is played again. One replay is one entry of the history.
    Status replay(qint64 userId, const Event& event);
    /// New users with their lines, LiveWrite::addUsers and ::lines: all or none. The number of lines. Who
    /// imports tells what went wrong: problem() is not emitted.
    Result<int> import(LiveWrite write);
    LiveLog& log() noexcept { return m_log; }

    static constexpr int listLength = 10;

signals:
    void changed();        ///< after every change and new snapshot
    void usersChanged();   ///< the list of users or the current one; before changed()
    void presetsChanged(); ///< those of the present snapshot are there
    void eventLogged(const recital::EventRecord& record);
    void problem(recital::ErrorCode code, const QString& detail); ///< not written; it did not happen

private:
    /// What the data and the split say of one of their users.
    struct DatasetHistory {
        std::vector<Interaction> known;
        std::vector<ItemIndex> seen; ///< ascending
        std::vector<ItemIndex> heldOut;
    };

    void takeSnapshot();
    void openStage();
    Status ensureStored();
    Status fail(const Error& error);
    Status refuse(ErrorCode code, const char* detail);
    LiveChange describe(LiveChange::Kind kind, const LiveUser& user) const;
    static LiveState with(const LiveState& state, LiveUser user);
    Status apply(LiveChange change, LiveState next);
    Status record(qint64 userId, const Event& event, const QString& source, LiveChange::Kind kind);
    Status takeBackAll(LiveChange::Kind kind, std::span<const qint64> logIds);
    void push(LiveChange change, LiveState next, const std::vector<EventRecord>& lines = {});
    void announce(const LiveState& before, const std::vector<EventRecord>& lines);
    Status checkEvent(const Event& event) const;
    bool hasItem(ItemIndex item) const;

    void prepare();
    void searchPresets();
    void recompute(bool comparable);
    const DatasetHistory& datasetHistory(UserIndex user) const;

    ModelStore& m_store;
    std::shared_ptr<const ModelSnapshot> m_snapshot;
    std::shared_ptr<const std::vector<float>> m_popularity; ///< positives of each item; never nullptr
    LiveLog m_log;
    LiveHistory m_history;
    LiveRanking m_ranking;
    std::vector<float> m_scores; ///< kept to spare the allocation
    std::vector<RankChange> m_recommendations;
    std::vector<ScoredItem> m_departed;
    std::optional<Eigen::VectorXf> m_vectorBefore;
    bool m_unchanged = false;
    mutable std::map<UserIndex, DatasetHistory> m_datasetHistories; ///< of this snapshot
    std::vector<UserPreset> m_presets;                              ///< likewise
    JobLane m_presetLane; ///< the compute lane would make the presets and the user's jobs refuse each other
};

} // namespace recital
