#pragma once

#include "core/services/livesession.h"
#include "core/services/modelstore.h"
#include "ui/models/recommendationmodel.h"
#include "ui/widgets/whymodel.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace recital {

class ClickStrip;
class ElidedLabel;
class EmptyCard;
class FilmMap;
class FilmSearch;
class MapKey;
class MapLegend;
class MapScene;
class RecommendationView;
class Services;
class StageDrawer;
class Theme;
class WhyPanel;

/// The live view of the stage: a simulated user's events, and in the same frame what follows from them on the
/// map, in the list and in the reason. Everything shown is read from the live session and the current
/// snapshot. While a film is pointed at, a ghost shows what a like would do; nothing of it has happened.
class StageLive : public QWidget {
    Q_OBJECT
public:
    StageLive(Services& services, Theme& theme, QWidget* parent = nullptr);
    ~StageLive() override;

    bool reduceMotion() const noexcept { return m_reduceMotion; }
    void setReduceMotion(bool reduce); ///< every animation takes no time

    StageDrawer& drawer() const noexcept { return *m_drawer; }
    void openDrawer(const QString& panel); ///< StageDrawer's names; empty: the last one
    void closeDrawer();

    static constexpr int dwellMilliseconds = 80; ///< of the pointer on a film, before its ghost is shown

public slots:
    void focusSearch();

signals:
    void trainRequested(); ///< the user wants a model for the map
    void dataRequested();  ///< the user wants a dataset

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    // Building and arranging, stagelivelayout.cpp
    QWidget* buildMapSide();
    QWidget* buildControls();
    QWidget* buildMapArea();
    QWidget* buildListSide();
    void buildListLabels();
    void connectSession();
    void connectViews();
    void arrange();
    void arrangeListSide();
    void applyTheme();
    void showDrawerParts();

    // What the session says, stagelive.cpp
    void refresh();
    void takeSnapshot();
    void showPlaceholder();
    void showSession();
    void showMap();
    std::vector<RecommendationRow> listRows() const;
    void select(ItemIndex item); ///< everything is about this film
    void point(ItemIndex item);  ///< the same, but "more like this" stays with its own

    // In words, stagelivetext.cpp
    void showLabels();
    void showChange();
    void showProvenance();
    void showWhy();
    ItemIndex explainedFilm() const;
    std::vector<WhyRow> whyRows(ItemIndex item) const;
    void showRibbons(ItemIndex item, const std::vector<WhyRow>& rows);
    QString changeSummary() const;
    QString departedText() const;

    // What the user does, stageliveevents.cpp
    void toggle(ItemIndex item);
    void choose(ItemIndex item); ///< from the search: likes, never takes a like back
    void act(EventType type, int stars, ItemIndex item);
    void showMenu(ItemIndex item, QPoint globalPosition);
    void addEventActions(QMenu& menu, ItemIndex item);
    void askAgain();
    void hover(ItemIndex item);
    void showGhost(ItemIndex item);
    void clearGhost();

    Services& m_services;
    Theme& m_theme;
    std::shared_ptr<const ModelSnapshot> m_snapshot;
    std::shared_ptr<const MapScene> m_scene;
    bool m_reduceMotion = false;
    bool m_stacked = false;
    ItemIndex m_selected = -1;
    ItemIndex m_similarTo = -1; ///< that "more like this" is about; -1: the film that is explained
    ItemIndex m_hovered = -1;
    bool m_updating = false;    ///< signals of a list that is being filled mean nothing
    bool m_asked = false;       ///< the change is "ask again": nothing happened
    std::size_t m_position = 0; ///< in the history, as last shown
    QString m_undone;           ///< what the history said of it before it was undone
    QTimer m_dwell;
    bool m_hasGhost = false;
    QString m_changeText; ///< what the ghost's words stand in place of
    QString m_departedText;

    QGridLayout* m_columns = nullptr;
    QGridLayout* m_listGrid = nullptr;
    QVBoxLayout* m_mapColumn = nullptr;
    QWidget* m_mapSide = nullptr;
    QWidget* m_listSide = nullptr;
    FilmSearch* m_search = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_drawerButton = nullptr;
    ClickStrip* m_clicks = nullptr;
    QStackedWidget* m_mapStack = nullptr;
    FilmMap* m_map = nullptr;
    EmptyCard* m_placeholder = nullptr;
    MapLegend* m_legend = nullptr;
    MapKey* m_key = nullptr;
    StageDrawer* m_drawer = nullptr;
    QLabel* m_tier = nullptr;
    QLabel* m_scoreMeaning = nullptr;
    QPushButton* m_askAgain = nullptr;
    RecommendationView* m_list = nullptr;
    ElidedLabel* m_change = nullptr;
    ElidedLabel* m_departed = nullptr;
    ElidedLabel* m_provenance = nullptr;
    ElidedLabel* m_times = nullptr;
    WhyPanel* m_why = nullptr;
};

} // namespace recital
