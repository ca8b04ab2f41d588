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
        Personal ///< folded in
    };
    Q_ENUM(Tier)

    explicit LiveSession(ModelStore& store, QObject* parent = nullptr);

    void click(ItemIndex item); ///< a second click on the same film removes it
    void undo();                ///< takes the last change back (click, removal, reset)
    void redo();
    void reset(); ///< forgets all clicks; can be undone
    bool canUndo() const noexcept;
    bool canRedo() const noexcept;

    const std::vector<ItemIndex>& clicks() const noexcept; ///< in order
    bool isClicked(ItemIndex item) const;
    Tier tier() const noexcept;
    const std::vector<RankChange>&
    recommendations() const noexcept;                        ///< top listLength, clicked films excluded
    std::optional<Eigen::VectorXf> userVector() const;       ///< nullopt unless Personal
    std::optional<Eigen::Vector2f> userPosition() const;     ///< in the PCA plane
    std::vector<Contribution> explain(ItemIndex item) const; ///< sums to its score; empty unless Personal
    double updateMicroseconds() const noexcept; ///< measured: fold-in, scores, top k of the last change

    static constexpr int listLength = 10;

signals:
    void changed(); ///< after every click, undo, redo, reset and new snapshot (which keeps clicks of the same
                    ///< dataset)
};

} // namespace recital
