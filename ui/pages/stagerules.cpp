#include "ui/pages/stagerules.h"

#include "core/services/comparisontext.h"
#include "core/services/services.h"
#include "ui/comparetext.h"
#include "ui/errortext.h"
#include "ui/format.h"
#include "ui/listrows.h"
#include "ui/livetext.h"
#include "ui/metrictext.h"
#include "ui/ruletext.h"
#include "ui/stageusertext.h"
#include "ui/widgets/emptycard.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/listcard.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/rulesevidence.h"
#include "ui/widgets/runstatus.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

QString genreNames(const Dataset& dataset, std::uint32_t genres) {
    QStringList names;
    for (std::size_t g = 0; g < dataset.genreNames().size(); ++g)
        if (genres >> g & 1U)
            names += QString::fromStdString(dataset.genreNames()[g]);
    return names.join(u", "_s);
}

void markHits(std::vector<RecommendationRow>& rows, std::span<const ItemIndex> hidden) {
    for (RecommendationRow& row : rows)
        row.isHit = std::ranges::binary_search(hidden, row.item);
}

} // namespace

StageRules::StageRules(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"stageRules"_s);
    m_empty = new EmptyCard(theme, u"rulesEmpty"_s, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildPage());
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connectEverything();
    refresh();
}

QWidget* StageRules::buildPage() {
    auto* page = new QWidget(this);
    m_status = new RunStatus(m_theme, page);
    m_status->setObjectName(u"rulesStatus"_s);
    m_status->setTexts(tr("Progress of the measurement over all users"),
                       tr("Stops within half a second. The lists stay."));
    m_notice = new Notice(m_theme, page);
    m_notice->setObjectName(u"rulesNotice"_s);
    m_notice->hide();
    m_rules = new ListCard(m_theme, u"rulesByHand"_s, page);
    m_rules->setHeading(tr("Rules by hand"));
    m_model = new ListCard(m_theme, u"rulesModel"_s, page);
    m_model->setHeading(tr("Learned model"));
    for (ListCard* card : {m_rules, m_model}) {
        card->list().setReadOnly(true);
        card->list().setShowsChange(false);
    }
    m_evidence = new RulesEvidence(m_theme, page);
    auto* columns = new QHBoxLayout;
    columns->addWidget(m_rules, 10);
    columns->addWidget(m_model, 10);
    columns->addWidget(m_evidence, 12);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_status);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    followTheme(m_theme, page, [this, layout, columns] {
        layout->setSpacing(m_theme.px(8));
        columns->setSpacing(m_theme.px(10));
    });
    return page;
}

void StageRules::connectEverything() {
    RulesService& rules = m_services.rules;
    connect(&m_services.live, &LiveSession::changed, this, &StageRules::refresh);
    connect(&rules, &RulesService::changed, this, &StageRules::refresh);
    connect(&rules, &RulesService::started, this, [this] {
        m_cancelled = false;
        m_notice->hide();
        m_status->showRunning(tr("Measuring both over all users"),
                              tr("Lists of every user with hidden likes, "
                                 "by both, and what differs."));
        m_status->showProgress(0.0, {});
    });
    connect(&rules, &RulesService::progressChanged, this,
            [this](double fraction) { m_status->showProgress(fraction, {}); });
    connect(&rules, &RulesService::finished, this, [this](bool cancelled) {
        m_cancelled = cancelled;
        showState();
    });
    connect(&rules, &RulesService::failed, this, [this](ErrorCode code, const QString& detail) {
        showState();
        m_notice->showError(code, detail, tr("Nothing was measured"));
    });
    connect(m_status, &RunStatus::actionRequested, &rules, &RulesService::start);
    connect(m_status, &RunStatus::cancelRequested, this, [this, &rules] {
        m_status->showCancelling();
        rules.cancel();
    });
    connect(m_empty, &EmptyCard::requested, this, [this](const QString& purpose) {
        purpose == u"data"_s ? emit dataRequested() : emit trainRequested();
    });
}

void StageRules::setReduceMotion(bool reduce) {
    for (ListCard* card : {m_rules, m_model})
        card->list().setReduceMotion(reduce);
}

void StageRules::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void StageRules::refresh() {
    m_stale = !isVisible();
    if (m_stale)
        return;
    const auto snapshot = m_services.live.snapshot();
    const bool usable = snapshot->trained && !m_services.rules.answer({}, {}).list.empty();
    m_stack->setCurrentIndex(usable ? 0 : 1);
    if (!usable)
        return showEmpty();
    showLists();
    m_evidence->setProof(m_services.rules.result());
    if (!m_services.rules.running())
        showState();
}

void StageRules::showEmpty() {
    const auto snapshot = m_services.live.snapshot();
    if (!snapshot->dataset)
        return m_empty->setTexts(
            tr("No data set yet"),
            tr("Open MovieLens first. Then rules and model can be compared on its users."), tr("Go to Data"),
            u"data"_s);
    if (!snapshot->trained)
        return m_empty->setTexts(tr("No trained model yet"),
                                 tr("There is nothing to hold the rules against: train a model first."),
                                 tr("Go to Train"), u"train"_s);
    m_empty->setTexts(tr("No rules for these data"),
                      tr("The rules go by genres, and these data name none. The model does without."));
}

/// What could be found: hidden likes that have not been seen on the stage since.
std::vector<ItemIndex> StageRules::hiddenLikes() const {
    const LiveSession& live = m_services.live;
    std::vector<ItemIndex> hidden;
    std::ranges::set_difference(live.heldOut(), live.excludedOf(live.user()), std::back_inserter(hidden));
    return hidden;
}

QString StageRules::hitsText(const std::vector<ScoredItem>& list, std::span<const ItemIndex> hidden) const {
    if (hidden.empty())
        return tr("No hidden likes to check this list with");
    const ListHits hits = hitsOf(list, hidden, LiveSession::listLength);
    return tr("✓ %1 of %n hidden like(s) found", nullptr, hits.relevant)
               .arg(static_cast<int>(hits.items.size())) +
           u" · "_s + metricLabel(MetricId::Ndcg, LiveSession::listLength) + u' ' + formatMetric(hits.ndcg);
}

void StageRules::showLists() {
    const std::vector<ItemIndex> hidden = hiddenLikes();
    showRules(hidden);
    showModel(hidden);
}

void StageRules::showRules(std::span<const ItemIndex> hidden) {
    const LiveSession& live = m_services.live;
    const auto snapshot = live.snapshot();
    const LiveSession::OwnedPast past = live.pastOf(live.user());
    std::vector<Interaction> history = past.known;
    std::ranges::copy_if(past.events, std::back_inserter(history),
                         [](const Interaction& event) { return event.value > 0.0F; });
    const RulesAnswer answer = m_services.rules.answer(history, live.excludedOf(live.user()));
    std::vector<RecommendationRow> rows = listRows(*snapshot->dataset, answer.list);
    // The score of a rule is only a place; what decides within a rule is how many like the film.
    const SparseRows& likes = snapshot->trained->split->train.byItem();
    std::size_t most = 1;
    for (const RecommendationRow& row : rows)
        most = std::max(most, likes.row(row.item).size());
    for (RecommendationRow& row : rows) {
        row.score = formatCount(static_cast<qint64>(likes.row(row.item).size()));
        row.share = static_cast<double>(likes.row(row.item).size()) / static_cast<double>(most);
    }
    markHits(rows, hidden);
    m_rules->list().setRows(std::move(rows));
    const QString genres = genreNames(*snapshot->dataset, answer.genres);
    m_rules->setAbout(genres.isEmpty() ? tr("No history, no genres: the popular films")
                                       : tr("Popular films of %1 first").arg(genres));
    m_rules->setSource(
        hitsText(answer.list, hidden),
        tr("Score: likes in the training part. Made in %1 µs.").arg(formatNumber(answer.microseconds, 0)));
}

void StageRules::showModel(std::span<const ItemIndex> hidden) {
    const LiveSession& live = m_services.live;
    const LiveRanking& ranking = live.ranking();
    std::vector<RecommendationRow> rows = listRows(*live.snapshot()->dataset, ranking.list);
    markHits(rows, hidden);
    m_model->list().setRows(std::move(rows));
    m_model->setAbout(tr("%1, %2 list").arg(ruleText(live.state().rule), tierName(ranking.tier)));
    m_model->setSource(hitsText(ranking.list, hidden),
                       tr("The list of the stage for the same history. Made in %1 µs.")
                           .arg(formatNumber(ranking.times.total(), 0)));
}

void StageRules::showState() {
    const QString who = userTitle(m_services.live.user(), m_services.live.snapshot()->dataset.get());
    const QString sentence = tr("Both lists are for %1, from the same history. Over all users of the split: "
                                "which finds more, and what can each do at all?")
                                 .arg(who);
    if (const Status usable = m_services.rules.check(); !usable)
        return m_status->showState(tr("This cannot be measured over all users"),
                                   errorSentence(usable.error().code) + u' ' +
                                       QString::fromStdString(usable.error().detail));
    const auto proof = m_services.rules.result();
    if (!proof)
        return m_status->showState(m_cancelled ? tr("Cancelled: nothing was measured over all users")
                                               : tr("Not measured over all users yet"),
                                   sentence, tr("&Measure now"));
    m_status->showState(
        tr("Measured on %Ln user(s): model − rules %1 NDCG, %2", nullptr, proof->users)
            .arg(formatDifference(MetricId::Ndcg, proof->ndcg.difference), verdictText(proof->ndcg)),
        sentence, tr("&Measure again"));
}

} // namespace recital
