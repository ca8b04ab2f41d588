#pragma once

#include "core/services/rulesservice.h"

#include <QWidget>

#include <vector>

class QStackedWidget;

namespace recital {

class EmptyCard;
class ListCard;
class Notice;
class RulesEvidence;
class RunStatus;
class Services;
class Theme;

/// Rules written by hand against what was learned: both lists for the same history, with the user's hidden
/// likes marked in both, and what each can and cannot do over all users.
class StageRules : public QWidget {
    Q_OBJECT
public:
    StageRules(Services& services, Theme& theme, QWidget* parent = nullptr);

    void setReduceMotion(bool reduce);

signals:
    void dataRequested();
    void trainRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildPage();
    void connectEverything();
    void refresh();
    void showEmpty();
    void showLists();
    void showRules(std::span<const ItemIndex> hidden);
    void showModel(std::span<const ItemIndex> hidden);
    void showState();
    std::vector<ItemIndex> hiddenLikes() const;
    QString hitsText(const std::vector<ScoredItem>& list, std::span<const ItemIndex> hidden) const;

    Services& m_services;
    Theme& m_theme;
    QStackedWidget* m_stack = nullptr;
    EmptyCard* m_empty = nullptr;
    RunStatus* m_status = nullptr;
    Notice* m_notice = nullptr;
    ListCard* m_rules = nullptr;
    ListCard* m_model = nullptr;
    RulesEvidence* m_evidence = nullptr;
    bool m_cancelled = false;
    bool m_stale = true; ///< changed while nobody looked
};

} // namespace recital
