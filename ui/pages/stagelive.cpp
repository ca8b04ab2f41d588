#include "ui/pages/stagelive.h"

#include "core/services/services.h"
#include "ui/filmtext.h"
#include "ui/theme.h"
#include "ui/widgets/clickstrip.h"
#include "ui/widgets/filmmap.h"
#include "ui/widgets/filmsearch.h"
#include "ui/widgets/maplegend.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/whypanel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

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

void StageLive::keyPressEvent(QKeyEvent* event) {
    // Reached only where the window has no such shortcut of its own.
    if (event->matches(QKeySequence::Undo))
        (void)m_services.live.undo();
    else if (event->matches(QKeySequence::Redo))
        (void)m_services.live.redo();
    else
        QWidget::keyPressEvent(event);
}

void StageLive::refresh() {
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
    m_legend->setVisible(m_scene != nullptr);
    m_key->setVisible(m_scene != nullptr);
    if (m_scene)
        return;
    if (!m_snapshot->dataset) {
        m_placeholderTitle->setText(tr("No dataset yet"));
        m_placeholderText->setText(tr("Load MovieLens first; then films can be found and clicked here."));
        m_placeholderButton->setText(tr("Go to Data"));
    } else if (!m_snapshot->trained) {
        m_placeholderTitle->setText(tr("Training draws the map"));
        m_placeholderText->setText(
            tr("The map shows where the model puts each film. No model has been trained on this "
               "dataset yet: until then the list shows what is popular."));
        m_placeholderButton->setText(tr("Go to Train"));
    } else {
        m_placeholderTitle->setText(tr("This model has no plane"));
        m_placeholderText->setText(tr("A map needs at least two factors. The list works all the same."));
        m_placeholderButton->setText(tr("Go to Train"));
    }
    m_placeholderButton->setAccessibleDescription(m_placeholderText->text());
}

QString StageLive::tierText() const {
    const LiveSession& live = m_services.live;
    const int clicks = static_cast<int>(live.user().events.size());
    switch (live.ranking().tier) {
    case Tier::None:
        return tr("No dataset");
    case Tier::Blended:
        return tr("Blended \u2013 %n click(s)", nullptr, clicks);
    case Tier::Personal:
        return tr("Personal \u2013 %n click(s)", nullptr, clicks);
    case Tier::Popular:
        break;
    }
    if (clicks == 0)
        return tr("Popular \u2013 no clicks yet");
    return m_snapshot->trained ? tr("Popular \u2013 no training data for these clicks")
                               : tr("Popular \u2013 no trained model");
}

QString StageLive::scoreText(float score) const {
    return QLocale().toString(static_cast<double>(score), 'f', 3);
}

std::vector<RecommendationRow> StageLive::listRows() const {
    const std::vector<RankChange>& list = m_services.live.recommendations();
    // The very first list changed from nothing: ten times "new" would say nothing.
    const bool hasChange =
        m_services.live.canUndo() || m_services.live.canRedo() ||
        std::any_of(list.begin(), list.end(), [](const RankChange& c) { return c.previousRank > 0; });
    const double top = list.empty() ? 0.0 : static_cast<double>(list.front().score);
    std::vector<RecommendationRow> rows;
    for (const RankChange& change : list) {
        RecommendationRow row;
        row.item = change.item;
        row.title = filmTitle(*m_snapshot->dataset, change.item);
        row.year = m_snapshot->dataset->item(change.item).year;
        row.genres = filmGenres(*m_snapshot->dataset, change.item);
        row.score = scoreText(change.score);
        row.share = top > 0.0 ? std::clamp(static_cast<double>(change.score) / top, 0.0, 1.0) : 0.0;
        row.rank = change.rank;
        row.previousRank = change.previousRank;
        row.hasChange = hasChange;
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
    const bool personal = live.ranking().personalShare > 0.0;
    m_updating = true;
    m_list->setRows(listRows());
    m_updating = false;
    if (const ItemIndex current = m_list->currentItem(); current >= 0)
        m_selected = current;

    std::vector<ItemIndex> recommended;
    if (personal)
        for (const RankChange& change : live.recommendations())
            recommended.push_back(change.item);
    std::optional<QPointF> user;
    if (const auto position = live.userPosition())
        user = QPointF(static_cast<double>(position->x()), static_cast<double>(position->y()));
    m_map->setSession(live.likedItems(), recommended, user);
    m_map->setSelected(m_selected);
    m_hovered = m_list->hoveredItem() >= 0 ? m_list->hoveredItem() : m_map->hovered();

    m_search->setLiked(live.likedItems());
    m_clicks->setClicks(m_snapshot->dataset.get(), live.likedItems());
    m_undo->setEnabled(live.canUndo());
    m_redo->setEnabled(live.canRedo());
    m_reset->setEnabled(!live.user().events.empty());
    m_askAgain->setEnabled(live.ranking().tier != Tier::None);
    m_tier->setText(tierText());
    m_scoreMeaning->setText(personal ? tr("score: dot product") : tr("score: popularity"));
    m_scoreMeaning->setVisible(live.ranking().tier != Tier::None);
    showProvenance();
    showWhy();
}

void StageLive::showProvenance() {
    const LiveSession& live = m_services.live;
    if (live.ranking().tier == Tier::None) {
        m_provenance->clear();
        m_provenance->setToolTip({});
        return;
    }
    const bool personal = live.ranking().personalShare > 0.0;
    const ModelInfo& info = personal ? m_snapshot->trained->model->info() : m_snapshot->popularity->info();
    const QString model = QString::fromStdString(info.name);
    const QString parameters = QString::fromStdString(info.parameters);
    QStringList origin{model};
    if (personal && m_snapshot->trained->runId > 0)
        origin += tr("run %1").arg(m_snapshot->trained->runId);
    origin += tr("revision %1").arg(m_snapshot->revision);
    origin += tr("%n click(s) used", nullptr, personal ? static_cast<int>(live.user().events.size()) : 0);
    const QString microseconds = QLocale().toString(live.ranking().times.total(), 'f', 0);
    origin +=
        personal
            ? tr("fold-in, scores, top %1: %2 \u00B5s")
                  .arg(QString::number(LiveSession::listLength), microseconds)
            : tr("scores, top %1: %2 \u00B5s").arg(QString::number(LiveSession::listLength), microseconds);
    const QString first = origin.join(u" \u00B7 "_s);
    m_provenance->setText(parameters.isEmpty() ? first : first + u'\n' + parameters);
    m_provenance->setToolTip(tr("Where this list comes from, and how long it took just now:") + u'\n' +
                             m_provenance->text());
}

void StageLive::showWhy() {
    const LiveSession& live = m_services.live;
    if (live.ranking().personalShare <= 0.0) {
        m_why->setMessage(
            live.ranking().tier == Tier::None ? QString(u" "_s)
            : live.user().events.empty()
                ? tr("Why this? The most positive ratings by everybody, the same list for everyone.")
                : tr("Why this? Popularity only: these clicks do not change the order."));
        return;
    }
    ItemIndex item = m_hovered >= 0 ? m_hovered : m_selected;
    if (item < 0 && !live.recommendations().empty())
        item = live.recommendations().front().item;
    if (item < 0)
        return m_why->setMessage(tr("Nothing to explain."));
    std::vector<WhyRow> rows;
    const LiveExplanation parts = live.explain(item);
    const std::span<const Interaction> known = live.known();
    for (std::size_t i = 0; i < parts.known.size(); ++i)
        rows.push_back({filmTitle(*m_snapshot->dataset, known[i].item), parts.known[i]});
    std::size_t row = 0;
    for (const LiveEvent& event : live.user().events)
        if (!event.muted)
            rows.push_back({filmTitle(*m_snapshot->dataset, event.event.item), parts.events[row++]});
    if (live.ranking().personalShare < 1.0)
        rows.push_back({tr("What is popular"), parts.base});
    const double score = parts.sum;
    const auto& list = live.recommendations();
    const auto listed =
        std::find_if(list.begin(), list.end(), [&](const RankChange& c) { return c.item == item; });
    const QString printed =
        listed != list.end() ? scoreText(listed->score) : scoreText(static_cast<float>(score));
    m_why->setExplanation(filmTitleWithYear(*m_snapshot->dataset, item), std::move(rows), printed);
}

void StageLive::toggle(ItemIndex item) {
    (void)m_services.live.toggleLike(item);
}

void StageLive::choose(ItemIndex item) {
    if (!m_services.live.isLiked(item))
        (void)m_services.live.act(EventType::Like, item);
    select(item);
}

void StageLive::select(ItemIndex item) {
    if (m_updating)
        return;
    m_selected = item;
    m_list->selectItem(item);
    m_map->setSelected(item);
    showWhy();
}

void StageLive::askAgain() {
    m_services.live.askAgain();
}

} // namespace recital
