#pragma once

#include "core/services/livepair.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace recital {

class EmptyCard;
class ListCard;
class Notice;
class PairMap;
class SegmentedSwitch;
class Services;
class Theme;

/// Two users side by side over the same films: each list with its history, what they share and what is only
/// theirs, and a list between the two that follows a slider. A click likes a film for that user.
class StagePair : public QWidget {
    Q_OBJECT
public:
    StagePair(Services& services, Theme& theme, QWidget* parent = nullptr);
    ~StagePair() override;

    void setReduceMotion(bool reduce);

signals:
    void dataRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// One user with a list.
    struct Column {
        ListCard* card = nullptr;
        QComboBox* chooser = nullptr;
        QPushButton* add = nullptr;
        std::vector<ScoredItem> shown; ///< whose changes the next list tells
        qint64 shownUser = 0;
    };

    QWidget* buildHead();
    Column buildColumn(const QString& objectName, const QString& letter);
    QWidget* buildBlend();
    void connectEverything();
    void refresh();
    void showEmpty();
    void fillChooser(const Column& column, const LivePair::Side& side);
    void showSide(Column& column, const LivePair::Side& side, const LivePair::Side& other);
    void showOverlap();
    void showBlend();
    void showPlaces();
    void chosen(const Column& column);
    void addUser(bool forA);
    void like(const LivePair::Side& side, ItemIndex item);
    QString badgeOf(ItemIndex item) const;
    QString badgeMeaning(ItemIndex item) const;

    Services& m_services;
    Theme& m_theme;
    LivePair m_pair;
    std::shared_ptr<const ModelSnapshot> m_mapped; ///< that the map was made from
    QStackedWidget* m_stack = nullptr;
    EmptyCard* m_empty = nullptr;
    Notice* m_notice = nullptr;
    QLabel* m_overlap = nullptr;
    QLabel* m_overlapText = nullptr;
    Column m_a;
    Column m_b;
    ListCard* m_between = nullptr;
    QSlider* m_slider = nullptr;
    QLabel* m_share = nullptr;
    SegmentedSwitch* m_view = nullptr;
    PairMap* m_map = nullptr;
    bool m_stale = true; ///< changed while nobody looked
};

} // namespace recital
