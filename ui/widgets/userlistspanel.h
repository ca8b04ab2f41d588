#pragma once

#include "core/services/comparisonresult.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace recital {

class ElidedLabel;
class Theme;

/// What two models recommended to one user, side by side, with the hidden likes among it marked.
class UserListsPanel : public QFrame {
    Q_OBJECT
public:
    explicit UserListsPanel(const Theme& theme, QWidget* parent = nullptr);

    void showUser(std::shared_ptr<const Comparison> comparison, std::size_t first, std::size_t second,
                  UserIndex user);
    /// Why the user cannot be taken to the stage; empty: the button works.
    void setStageProblem(const QString& problem);

signals:
    void stageRequested(recital::UserIndex user);
    void closed();

private:
    struct Side {
        ElidedLabel* title = nullptr;
        QListWidget* list = nullptr;
    };

    void build();
    Side makeSide(const QString& objectName);
    std::vector<std::size_t> foldsOfUser() const;
    const UserMetrics* measured(std::size_t row, std::size_t fold) const;
    void showFold();
    void fill(const Side& side, std::size_t row, std::size_t fold);
    bool hit(std::size_t fold, ItemIndex item) const;

    const Theme& m_theme;
    std::shared_ptr<const Comparison> m_comparison;
    std::size_t m_first = 0;
    std::size_t m_second = 0;
    UserIndex m_user = 0;
    QLabel* m_title = nullptr;
    QLabel* m_about = nullptr;
    QComboBox* m_fold = nullptr;
    Side m_left;
    Side m_right;
    QPushButton* m_stage = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace recital
