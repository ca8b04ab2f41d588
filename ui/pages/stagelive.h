#pragma once

#include "core/services/modelstore.h"
#include "ui/models/recommendationmodel.h"

#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace recital {

class ClickStrip;
class FilmMap;
class FilmSearch;
class LiveSession;
class MapKey;
class MapLegend;
class MapScene;
class RecommendationView;
class Services;
class Theme;
class WhyPanel;

/// The live view of the stage: a simulated user's clicks, and in the same frame what follows from them on the
/// map, in the list and in the reason. Everything shown is read from the live session and the current
/// snapshot.
class StageLive : public QWidget {
    Q_OBJECT
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion)
public:
    StageLive(Services& services, Theme& theme, QWidget* parent = nullptr);
    ~StageLive() override;

    bool reduceMotion() const noexcept { return m_reduceMotion; }
    void setReduceMotion(bool reduce); ///< every animation takes no time

public slots:
    void focusSearch();

signals:
    void trainRequested(); ///< the user wants a model for the map
    void dataRequested();  ///< the user wants a dataset

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildMapSide();
    QWidget* buildControls();
    QWidget* buildMapArea();
    QWidget* buildPlaceholder();
    QWidget* buildListSide();
    void connectEverything();
    void arrange();
    void applyTheme();

    void refresh();      ///< after every change of session or snapshot
    void takeSnapshot(); ///< rebuilds what depends on data and model
    void showPlaceholder();
    void showSession();
    void showProvenance();
    void showWhy();
    QString tierText() const;
    QString scoreText(float score) const;
    std::vector<RecommendationRow> listRows() const;
    void toggle(ItemIndex item);
    void choose(ItemIndex item); ///< from the search: likes, never takes a like back
    void select(ItemIndex item);
    void askAgain();

    Services& m_services;
    Theme& m_theme;
    std::shared_ptr<const ModelSnapshot> m_snapshot;
    std::shared_ptr<const MapScene> m_scene;
    bool m_reduceMotion = false;
    bool m_stacked = false;
    ItemIndex m_selected = -1;
    ItemIndex m_hovered = -1;
    bool m_updating = false; ///< selection signals of a list that is being filled mean nothing

    QGridLayout* m_columns = nullptr;
    QGridLayout* m_listGrid = nullptr;
    QWidget* m_mapSide = nullptr;
    QWidget* m_listSide = nullptr;
    FilmSearch* m_search = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_redo = nullptr;
    QPushButton* m_reset = nullptr;
    ClickStrip* m_clicks = nullptr;
    QStackedWidget* m_mapStack = nullptr;
    FilmMap* m_map = nullptr;
    QLabel* m_placeholderTitle = nullptr;
    QLabel* m_placeholderText = nullptr;
    QPushButton* m_placeholderButton = nullptr;
    MapLegend* m_legend = nullptr;
    MapKey* m_key = nullptr;
    QLabel* m_tier = nullptr;
    QLabel* m_scoreMeaning = nullptr;
    QPushButton* m_askAgain = nullptr;
    RecommendationView* m_list = nullptr;
    QLabel* m_provenance = nullptr;
    WhyPanel* m_why = nullptr;
};

} // namespace recital
