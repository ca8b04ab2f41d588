#pragma once

#include "core/recsys/live/rankdifference.h"
#include "core/services/modelstore.h"

#include <Eigen/Core>

#include <QObject>

#include <optional>
#include <vector>

namespace recital {

/// The simulated user on the stage: films clicked so far and what follows from them. Everything is computed
/// synchronously on the UI thread, well inside a frame, so click and list belong to the same frame.
class LiveSession : public QObject {
    Q_OBJECT
public:
    enum class Tier {
        None,    ///< no dataset
        Popular, ///< no clicks, or no trained model: the popularity list, labelled as such
        Personal ///< folded in; not when the clicked films left no trace in the model (nobody liked them in
                 ///< training), because a zero vector would rank nothing
    };
    Q_ENUM(Tier)

    explicit LiveSession(ModelStore& store, QObject* parent = nullptr);

    void click(ItemIndex item); ///< a second click on the same film removes it
    void undo();                ///< takes the last change back (click, removal, reset)
    void redo();
    void reset();    ///< forgets all clicks; can be undone
    void askAgain(); ///< computes again without an event: the same state gives the same list
    bool canUndo() const noexcept { return m_position > 0; }
    bool canRedo() const noexcept { return m_position + 1 < m_states.size(); }

    /// Starts over with these films of the present dataset (unknown and repeated ones are left out), without
    /// a past to undo: a restored session.
    void restore(const std::vector<ItemIndex>& clicks);

    /// What everything below was computed from; never nullptr.
    const std::shared_ptr<const ModelSnapshot>& snapshot() const noexcept { return m_snapshot; }

    const std::vector<ItemIndex>& clicks() const noexcept { return m_states[m_position]; } ///< in order
    bool isClicked(ItemIndex item) const;
    Tier tier() const noexcept { return m_tier; }
    /// Top listLength, clicked films excluded, each with its rank in the list shown before. That list was
    /// empty right after a dataset was loaded.
    const std::vector<RankChange>& recommendations() const noexcept { return m_recommendations; }
    std::optional<Eigen::VectorXf> userVector() const;       ///< nullopt unless Personal
    std::optional<Eigen::Vector2f> userPosition() const;     ///< in the PCA plane
    std::vector<Contribution> explain(ItemIndex item) const; ///< sums to its score; empty unless Personal
    /// Measured: fold-in, scores, top k of the last change.
    double updateMicroseconds() const noexcept { return m_updateMicroseconds; }

    static constexpr int listLength = 10;

signals:
    void changed(); ///< after every click, undo, redo, reset and new snapshot (which keeps clicks of the same
                    ///< dataset)

private:
    using Clicks = std::vector<ItemIndex>;

    void takeSnapshot();
    void push(Clicks next);
    void update();
    std::vector<ScoredItem> rank();
    bool known(ItemIndex item) const;

    ModelStore& m_store;
    std::shared_ptr<const ModelSnapshot> m_snapshot;
    std::vector<Clicks> m_states{Clicks{}}; ///< history for undo and redo; never empty
    std::size_t m_position = 0;             ///< of the present state
    Tier m_tier = Tier::None;
    Eigen::VectorXf m_userVector;
    std::vector<float> m_scores; ///< kept to spare the allocation
    std::vector<ScoredItem> m_list;
    std::vector<RankChange> m_recommendations;
    double m_updateMicroseconds = 0.0;
};

} // namespace recital
