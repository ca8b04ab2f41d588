// The part of StageLive that puts what the session says into words: tier, change, origin, reason.
#include "core/services/services.h"
#include "ui/filmtext.h"
#include "ui/livetext.h"
#include "ui/pages/stagelive.h"
#include "ui/ruletext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filmmap.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/whypanel.h"

#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr std::size_t historyRows = 3; ///< films of a known history that are named; the rest is summed

} // namespace

void StageLive::showLabels() {
    const LiveSession& live = m_services.live;
    const LiveRanking& ranking = live.ranking();
    m_tier->setText(tierText(ranking, static_cast<int>(live.known().size()),
                             static_cast<int>(live.user().events.size()), m_snapshot->trained != nullptr));
    m_tier->setToolTip(
        tr("What the list is made of: the popular list for a user nobody knows, a blend for the first "
           "events, then the model alone. Every user gets a list."));
    m_scoreMeaning->setVisible(ranking.tier != Tier::None);
    m_scoreMeaning->setText(ranking.tier == Tier::Personal  ? tr("score: u \u00B7 y")
                            : ranking.tier == Tier::Popular ? tr("score: popularity")
                            : ranking.personalShare > 0.0   ? tr("score: blend")
                                                            : tr("score: taste"));
    m_scoreMeaning->setToolTip(tr("Share of the model times u \u00B7 y (the raw dot product), and for the "
                                  "rest the start: popularity, or the taste for genres"));
}

QString StageLive::changeSummary() const {
    const LiveSession& live = m_services.live;
    const auto& list = live.recommendations();
    if (m_asked)
        return live.unchanged() ? tr("identical") : tr("NOT identical");
    if (live.unchanged())
        return tr("unchanged: the same films in the same order");
    const auto entered = std::ranges::count_if(list, [](const RankChange& c) { return c.entered(); });
    const auto moved = std::ranges::count_if(
        list, [](const RankChange& c) { return !c.entered() && c.rank != c.previousRank; });
    if (entered == static_cast<std::ptrdiff_t>(list.size()) && live.departed().empty())
        return {}; // the first list: it changed from nothing
    return tr("%n new", nullptr, static_cast<int>(entered)) + u", "_s +
           tr("%n moved", nullptr, static_cast<int>(moved));
}

QString StageLive::departedText() const {
    const LiveSession& live = m_services.live;
    if (m_asked && live.unchanged())
        return tr("The same state gives the same list.");
    QStringList titles;
    for (const ScoredItem& item : live.departed()) {
        const LiveEvent* event = live.eventOf(item.item);
        const QString title = filmTitle(*m_snapshot->dataset, item.item);
        titles += event == nullptr
                      ? title
                      : u"%1 (%2)"_s.arg(title, eventWord(event->event.type, event->event.stars));
    }
    return titles.isEmpty() ? QString() : tr("Left the list: %1").arg(titles.join(u", "_s));
}

void StageLive::showChange() {
    const LiveSession& live = m_services.live;
    const auto& history = live.history();
    const std::size_t position = live.position();
    QString what;
    if (m_asked)
        what = tr("Asked again without an event");
    else if (position < m_position)
        what = tr("Undone: %1").arg(m_undone);
    else if (history[position].kind != LiveChange::Kind::Start)
        what = changeText(history[position], m_snapshot->dataset.get());
    const QString summary = live.ranking().tier == Tier::None ? QString() : changeSummary();
    m_changeText = what.isEmpty() || summary.isEmpty() ? what : what + u" \u2013 "_s + summary;
    m_departedText = what.isEmpty() ? QString() : departedText();
    m_change->setFullText(m_changeText);
    m_change->setAccessibleDescription(m_changeText);
    m_departed->setFullText(m_departedText);
}

void StageLive::showProvenance() {
    const LiveSession& live = m_services.live;
    const LiveRanking& ranking = live.ranking();
    if (ranking.tier == Tier::None) {
        m_provenance->setFullText({});
        m_times->setFullText({});
        return;
    }
    const bool personal = ranking.personalShare > 0.0;
    const ModelInfo& info = personal ? m_snapshot->trained->model->info() : m_snapshot->popularity->info();
    QStringList origin{QString::fromStdString(info.name)};
    if (personal && m_snapshot->trained->runId > 0)
        origin += tr("run %1").arg(m_snapshot->trained->runId);
    origin += tr("revision %1").arg(m_snapshot->revision);
    if (personal)
        origin += ruleText(live.state().rule);
    m_provenance->setFullText(origin.join(u" \u00B7 "_s));
    const auto time = [](const QString& name, double value) {
        return u"%1 %2"_s.arg(name, QLocale().toString(value, 'f', value < 10 ? 1 : 0));
    };
    const LiveTimes& times = ranking.times;
    const auto used = std::ranges::count_if(live.user().events, [](const LiveEvent& e) { return !e.muted; });
    QStringList parts{tr("%n event(s) used", nullptr, static_cast<int>(used))};
    if (personal)
        parts += time(tr("fold-in"), times.foldIn);
    parts << time(tr("search"), times.scores) << time(tr("filter"), times.filter)
          << time(tr("ranking"), times.ranking);
    m_times->setFullText(tr("%1 \u00B5s", "times in microseconds").arg(parts.join(u" \u00B7 "_s)));
    const QString parameters = QString::fromStdString(info.parameters);
    const QString toolTip = tr("Where this list comes from, and how long it took just now:") + u'\n' +
                            m_provenance->fullText() + u'\n' + m_times->fullText() +
                            (parameters.isEmpty() ? QString() : u'\n' + parameters);
    m_provenance->setToolTip(toolTip);
    m_times->setToolTip(toolTip);
    m_provenance->setAccessibleDescription(toolTip);
}

ItemIndex StageLive::explainedFilm() const {
    const auto& list = m_services.live.recommendations();
    const ItemIndex item = m_hovered >= 0 ? m_hovered : m_selected;
    return item < 0 && !list.empty() ? list.front().item : item;
}

std::vector<WhyRow> StageLive::whyRows(ItemIndex item) const {
    const LiveSession& live = m_services.live;
    const Dataset& dataset = *m_snapshot->dataset;
    const LiveExplanation parts = live.explain(item);
    const std::span<const Interaction> known = live.known();
    std::vector<WhyRow> history;
    for (std::size_t i = 0; i < parts.known.size(); ++i)
        history.push_back(
            {WhyRow::Kind::Known, filmTitle(dataset, known[i].item), parts.known[i], 0, true, known[i].item});
    std::ranges::stable_sort(history, std::ranges::greater{},
                             [](const WhyRow& row) { return std::abs(row.value); });
    std::vector<WhyRow> rows;
    WhyRow rest{WhyRow::Kind::Rest, {}, 0.0, 0, true, -1};
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (i < historyRows || history.size() == historyRows + 1)
            rows.push_back(history[i]);
        else
            rest.value += history[i].value;
    }
    if (rows.size() < history.size()) {
        rest.title =
            tr("%n more film(s) of the history", nullptr, static_cast<int>(history.size() - rows.size()));
        rows.push_back(rest);
    }
    std::size_t counted = 0;
    for (const LiveEvent& event : live.user().events) {
        const double value = event.muted || counted >= parts.events.size() ? 0.0 : parts.events[counted++];
        rows.push_back({WhyRow::Kind::Event, eventText(event.event, dataset), value, event.logId,
                        !event.muted, event.event.item});
    }
    if (live.ranking().personalShare < 1.0)
        rows.push_back(
            {WhyRow::Kind::Base,
             live.user().taste.empty() ? tr("Start: what is popular") : tr("Start: the taste for genres"),
             parts.base, 0, true, -1});
    return rows;
}

void StageLive::showRibbons(ItemIndex item, const std::vector<WhyRow>& rows) {
    std::vector<MapRibbon> ribbons;
    for (const WhyRow& row : rows) {
        if (row.item < 0 || !row.counted || row.value == 0.0)
            continue;
        const auto same = std::ranges::find(ribbons, row.item, &MapRibbon::item);
        if (same != ribbons.end())
            same->share += row.value;
        else
            ribbons.push_back({row.item, row.value});
    }
    m_map->setRibbons(item, std::move(ribbons));
}

void StageLive::showWhy() {
    const LiveSession& live = m_services.live;
    const ItemIndex item = explainedFilm();
    if (live.ranking().tier == Tier::None || item < 0) {
        m_why->setMessage(live.ranking().tier == Tier::None ? QString() : tr("Nothing to explain."));
        return m_map->setRibbons(-1, {});
    }
    std::vector<WhyRow> rows = whyRows(item);
    showRibbons(item, rows);
    m_why->setExplanation(filmTitleWithYear(*m_snapshot->dataset, item), std::move(rows),
                          QLocale().toString(static_cast<double>(live.scoreOf(item)), 'f', 3));
}

} // namespace recital
