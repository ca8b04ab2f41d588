#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/split.h"

#include <QFrame>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace recital {

class RecommendationView;
class Theme;

/// Whose list the live lab shows, and that list: what moved since the last retraining, and which of its films
/// the user liked in the part that was hidden from the model.
class LabUser : public QFrame {
    Q_OBJECT
public:
    static constexpr int shownFilms = 10;

    explicit LabUser(Theme& theme, QWidget* parent = nullptr);

    /// The present user stays if they have something to learn from in this split, else it is the busiest one.
    /// Without a signal; nullptr: nothing can be chosen.
    void setSplit(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const Split> split);
    UserIndex user() const noexcept { return m_user; } ///< -1: none

    /// The list of the present user; arrows tell the changes since the list before, if that was theirs too.
    void showList(const std::vector<ScoredItem>& list);
    void clearList();
    void setReduceMotion(bool reduce);

signals:
    void userChanged(recital::UserIndex user); ///< by the user of the program

private:
    void build();
    void choose(UserIndex user);
    void chooseTyped();
    void chooseRandom();
    UserIndex busiest() const;
    bool hasLikes(UserIndex user) const;
    void describe(int hits, int shown);
    void complain(const QString& text);

    Theme& m_theme;
    QLineEdit* m_id = nullptr;
    QPushButton* m_busiest = nullptr;
    QPushButton* m_random = nullptr;
    QLabel* m_text = nullptr;
    RecommendationView* m_list = nullptr;
    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const Split> m_split;
    UserIndex m_user = -1;
    std::vector<ScoredItem> m_shown;
    UserIndex m_shownUser = -1;
};

} // namespace recital
