#include "ui/pages/stagelive.h"

#include "core/services/services.h"
#include "ui/filmtext.h"
#include "ui/livetext.h"
#include "ui/widgets/clickstrip.h"
#include "ui/widgets/emptycard.h"
#include "ui/widgets/filmmap.h"
#include "ui/widgets/filmsearch.h"
#include "ui/widgets/maplegend.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/stagedrawer.h"

#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

StageLive::~StageLive() = default;

void StageLive::setReduceMotion(bool reduce) {
    m_reduceMotion = reduce;
    m_map->setReduceMotion(reduce);
    m_list->setReduceMotion(reduce);
}

void StageLive::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void StageLive::refresh() {
    clearGhost();
    takeSnapshot();
    showSession();
}

void StageLive::takeSnapshot() {
    const std::shared_ptr<const ModelSnapshot> snapshot = m_services.live.snapshot();
    if (snapshot == m_snapshot)
        return;
    const bool sameData = m_snapshot && m_snapshot->dataset == snapshot->dataset;
    const bool sameModel = sameData && m_snapshot->trained == snapshot->trained;
    m_snapshot = snapshot;
    if (!sameData) {
        m_selected = -1;
        m_similarTo = -1;
        m_hovered = -1;
        m_search->setDataset(m_snapshot->dataset, m_snapshot->statistics);
    }
    if (!sameModel) {
        m_scene = MapScene::fromSnapshot(*m_snapshot);
        m_map->setScene(m_scene, m_snapshot->dataset, m_snapshot->statistics);
        m_legend->setScene(m_scene);
        m_key->setScene(m_scene);
    }
    showPlaceholder();
}

void StageLive::showPlaceholder() {
    m_mapStack->setCurrentIndex(m_scene ? 1 : 0);
    showDrawerParts();
    if (m_scene)
        return;
    if (!m_snapshot->dataset)
        m_placeholder->setTexts(tr("No dataset yet"),
                                tr("Load MovieLens first; then films can be found and clicked here."),
                                tr("Go to Data"), u"data"_s);
    else if (!m_snapshot->trained)
        m_placeholder->setTexts(
            tr("Training draws the map"),
            tr("The map shows where the model puts each film. No model has been trained on this "
               "dataset yet: until then the list shows what is popular."),
            tr("Go to Train"), u"train"_s);
    else
        m_placeholder->setTexts(tr("This model has no plane"),
                                tr("A map needs at least two factors. The list works all the same."),
                                tr("Go to Train"), u"train"_s);
}

std::vector<RecommendationRow> StageLive::listRows() const {
    const std::vector<RankChange>& list = m_services.live.recommendations();
    // The very first list changed from nothing: ten times "new" would say nothing.
    const bool hasChange = std::ranges::any_of(list, [](const RankChange& c) { return !c.entered(); }) ||
                           !m_services.live.departed().empty();
    const std::span<const ItemIndex> heldOut = m_services.live.heldOut();
    const double top = list.empty() ? 0.0 : static_cast<double>(list.front().score);
    std::vector<RecommendationRow> rows;
    for (const RankChange& change : list) {
        RecommendationRow row;
        row.item = change.item;
        row.title = filmTitle(*m_snapshot->dataset, change.item);
        row.year = m_snapshot->dataset->item(change.item).year;
        row.genres = filmGenres(*m_snapshot->dataset, change.item);
        row.score = QLocale().toString(static_cast<double>(change.score), 'f', 3);
        row.share = top > 0.0 ? std::clamp(static_cast<double>(change.score) / top, 0.0, 1.0) : 0.0;
        row.rank = change.rank;
        row.previousRank = change.previousRank;
        row.hasChange = hasChange;
        row.isHit = std::ranges::binary_search(heldOut, change.item);
        const double moved = static_cast<double>(change.score) - static_cast<double>(change.previousScore);
        if (hasChange && !change.entered() && std::abs(moved) >= 0.0005)
            row.scoreChange = signedNumber(moved);
        if (const MapPoint* point = m_scene ? m_scene->find(change.item) : nullptr) {
            row.category = point->category;
            row.hasCategory = true;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void StageLive::showSession() {
    const LiveSession& live = m_services.live;
    m_updating = true;
    m_list->setRows(listRows());
    m_updating = false;
    if (const ItemIndex current = m_list->currentItem(); current >= 0 && current != m_selected)
        m_selected = m_similarTo = current;
    showMap();
    m_hovered = m_list->hoveredItem() >= 0 ? m_list->hoveredItem() : m_map->hovered();
    const std::vector<ItemIndex> liked = live.likedItems();
    m_search->setLiked(liked);
    m_clicks->setClicks(m_snapshot->dataset.get(), liked);
    m_reset->setEnabled(!live.user().events.empty());
    m_askAgain->setEnabled(live.ranking().tier != Tier::None);
    m_drawer->setFilm(m_similarTo >= 0 ? m_similarTo : explainedFilm());
    m_drawer->refresh();
    showLabels();
    showChange();
    showProvenance();
    showWhy();
    m_position = live.position();
    m_undone = changeText(live.history()[m_position], m_snapshot->dataset.get());
    m_asked = false;
}

void StageLive::showMap() {
    const LiveSession& live = m_services.live;
    std::vector<ItemIndex> recommended;
    if (live.ranking().personalShare > 0.0)
        for (const RankChange& change : live.recommendations())
            recommended.push_back(change.item);
    std::vector<ItemIndex> disliked;
    for (const LiveEvent& event : live.user().events)
        if (live.state().strengths.of(event.event) < 0.0 && live.eventOf(event.event.item) == &event)
            disliked.push_back(event.event.item);
    std::optional<QPointF> user;
    if (const auto position = live.userPosition())
        user = QPointF(static_cast<double>(position->x()), static_cast<double>(position->y()));
    m_map->setDisliked(std::move(disliked));
    m_map->setSession(live.likedItems(), recommended, user);
    m_map->setSelected(m_selected);
}

void StageLive::select(ItemIndex item) {
    if (m_updating)
        return;
    point(item);
    m_similarTo = item;
    m_drawer->setFilm(explainedFilm());
}

void StageLive::point(ItemIndex item) {
    m_selected = item;
    m_updating = true; // the list tells of its row, which is known here
    m_list->selectItem(item);
    m_updating = false;
    m_map->setSelected(item);
    showWhy();
}

} // namespace recital
