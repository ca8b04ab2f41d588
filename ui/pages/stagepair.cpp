#include "ui/pages/stagepair.h"

#include "core/services/services.h"
#include "ui/dialogs/newuserdialog.h"
#include "ui/filmtext.h"
#include "ui/format.h"
#include "ui/listrows.h"
#include "ui/livetext.h"
#include "ui/stageusertext.h"
#include "ui/widgets/emptycard.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/listcard.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pairmap.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/segmentedswitch.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

StagePair::~StagePair() = default;

void StagePair::connectEverything() {
    LiveSession& live = m_services.live;
    connect(&live, &LiveSession::changed, this, &StagePair::refresh);
    connect(&m_theme, &Theme::changed, this, [this] { m_map->themeChanged(); });
    connect(m_slider, &QSlider::valueChanged, this, &StagePair::showBlend);
    for (const Column* column : {&m_a, &m_b}) {
        connect(column->chooser, &QComboBox::activated, this, [this, column] { chosen(*column); });
        connect(column->add, &QPushButton::clicked, this, [this, column] { addUser(column == &m_a); });
        connect(&column->card->list(), &RecommendationView::filmActivated, this,
                [this, column](ItemIndex item) { like(column == &m_a ? m_pair.a() : m_pair.b(), item); });
    }
    connect(m_empty, &EmptyCard::requested, this, [this](const QString& purpose) {
        if (purpose == u"data"_s)
            emit dataRequested();
        else
            addUser(false);
    });
}

void StagePair::setReduceMotion(bool reduce) {
    for (ListCard* card : {m_a.card, m_b.card, m_between})
        card->list().setReduceMotion(reduce);
}

void StagePair::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void StagePair::refresh() {
    m_stale = !isVisible();
    if (m_stale)
        return; // every event on the stage would pay for two lists that nobody sees
    m_pair.refresh();
    const bool usable = m_services.live.snapshot()->dataset && m_pair.complete();
    m_stack->setCurrentIndex(usable ? 0 : 1);
    if (!usable)
        return showEmpty();
    fillChooser(m_a, m_pair.a());
    fillChooser(m_b, m_pair.b());
    showSide(m_a, m_pair.a(), m_pair.b());
    showSide(m_b, m_pair.b(), m_pair.a());
    showOverlap();
    showPlaces();
    showBlend();
}

void StagePair::showEmpty() {
    if (!m_services.live.snapshot()->dataset)
        m_empty->setTexts(tr("No data set yet"),
                          tr("Open MovieLens first. Then two users can be put side by side."),
                          tr("Go to Data"), u"data"_s);
    else
        m_empty->setTexts(tr("Only one user is on the stage"),
                          tr("Two are needed: make a second one here, or choose a user of the data in the "
                             "bar above."),
                          tr("New u&ser..."), u"user"_s);
}

void StagePair::fillChooser(const Column& column, const LivePair::Side& side) {
    const QSignalBlocker block(column.chooser);
    column.chooser->clear();
    const Dataset* dataset = m_services.live.snapshot()->dataset.get();
    for (const auto& user : m_services.live.state().users) {
        column.chooser->addItem(userTitle(*user, dataset), user->id);
        if (user->id == side.user->id)
            column.chooser->setCurrentIndex(column.chooser->count() - 1);
    }
}

QString StagePair::badgeOf(ItemIndex item) const {
    if (m_pair.lists().isCommon(item))
        return tr("A+B", "on the lists of both users");
    const auto on = [item](const std::vector<ScoredItem>& list) {
        return std::ranges::find(list, item, &ScoredItem::item) != list.end();
    };
    return on(m_pair.lists().first())    ? tr("A", "on the list of user A only")
           : on(m_pair.lists().second()) ? tr("B", "on the list of user B only")
                                         : QString();
}

QString StagePair::badgeMeaning(ItemIndex item) const {
    const QString badge = badgeOf(item);
    if (badge.isEmpty())
        return tr("on neither list");
    return m_pair.lists().isCommon(item) ? tr("on both lists") : tr("only on the list of %1").arg(badge);
}

void StagePair::showSide(Column& column, const LivePair::Side& side, const LivePair::Side& other) {
    const LiveSession& live = m_services.live;
    const Dataset& dataset = *live.snapshot()->dataset;
    const LiveSession::OwnedPast past = live.pastOf(*side.user);
    const bool comparable = column.shownUser == side.user->id && other.user->id != column.shownUser;
    std::vector<RecommendationRow> rows =
        listRows(dataset, side.ranking.list, comparable ? column.shown : std::vector<ScoredItem>());
    for (RecommendationRow& row : rows) {
        // Only what is shared is marked: the rest is theirs, and the eye finds the exceptions.
        if (m_pair.lists().isCommon(row.item))
            row.badge = badgeOf(row.item);
        row.badgeMeaning = badgeMeaning(row.item);
    }
    column.card->list().setRows(std::move(rows));
    column.shown = side.ranking.list;
    column.shownUser = side.user->id;
    column.card->setAbout(stageUserHistory(*side.user, past.known, dataset),
                          stageUserHistoryDetails(*side.user, past.known, dataset));
    column.card->setSource(
        tr("%1 list, made in %2 µs")
            .arg(tierName(side.ranking.tier), formatCount(std::llround(side.ranking.times.total()))));
}

void StagePair::showOverlap() {
    const auto common = static_cast<int>(m_pair.lists().common().size());
    const auto length =
        static_cast<int>(std::max(m_pair.lists().first().size(), m_pair.lists().second().size()));
    m_overlap->setText(tr("%1 of %2 in common").arg(common).arg(length));
    const auto own = [common](const std::vector<ScoredItem>& list) {
        return static_cast<int>(list.size()) - common;
    };
    m_overlapText->setText(tr("%1 only for A, %2 only for B. What either has seen is on no list, so every "
                              "difference is one of taste.")
                               .arg(own(m_pair.lists().first()))
                               .arg(own(m_pair.lists().second())));
}

void StagePair::showPlaces() {
    const auto snapshot = m_services.live.snapshot();
    if (m_mapped != snapshot) {
        m_mapped = snapshot;
        m_map->setScene(MapScene::fromSnapshot(*snapshot), snapshot->dataset);
    }
    const auto place = [this](const LivePair::Side& side) -> std::optional<QPointF> {
        const auto position = m_pair.positionOf(side);
        if (!position)
            return std::nullopt;
        return QPointF(static_cast<double>(position->x()), static_cast<double>(position->y()));
    };
    m_map->setUsers(place(m_pair.a()), place(m_pair.b()));
}

void StagePair::showBlend() {
    if (!m_pair.complete() || m_pair.lists().first().empty())
        return m_between->list().setRows({});
    const double share = static_cast<double>(m_slider->value()) / m_slider->maximum();
    const LivePair::Blend blend = m_pair.blend(share);
    const Dataset& dataset = *m_services.live.snapshot()->dataset;
    std::vector<RecommendationRow> rows = listRows(dataset, blend.list);
    std::vector<ItemIndex> items;
    for (RecommendationRow& row : rows) {
        row.badge = badgeOf(row.item);
        row.badgeMeaning = badgeMeaning(row.item);
        items.push_back(row.item);
    }
    m_between->list().setRows(std::move(rows));
    m_map->setBlend(share, items);
    const QString a = formatPercent(1.0 - share, 0);
    const QString b = formatPercent(share, 0);
    m_share->setText(tr("%1 A, %2 B").arg(a, b));
    m_slider->setAccessibleDescription(m_share->text());
    m_between->setSource(tr("scores blended, ranked in %1 µs").arg(formatNumber(blend.microseconds, 0)),
                         tr("A score is linear in the user's vector: blending scores is blending vectors."));
}

void StagePair::chosen(const Column& column) {
    const qint64 id = column.chooser->currentData().toLongLong();
    const qint64 a = m_pair.a().user->id;
    const qint64 b = m_pair.b().user->id;
    // Whoever is chosen twice changes places with the other.
    if (&column == &m_a)
        m_pair.choose(id, id == b ? a : b);
    else
        m_pair.choose(id == a ? b : a, id);
    refresh();
}

void StagePair::addUser(bool forA) {
    const qint64 a = m_pair.a().user ? m_pair.a().user->id : 0;
    const qint64 b = m_pair.b().user ? m_pair.b().user->id : 0;
    const std::optional<qint64> id = createNewUser(m_services.live, m_theme, window());
    if (!id)
        return;
    if (forA)
        m_pair.choose(*id, b == 0 ? a : b);
    else
        m_pair.choose(a, *id);
    refresh();
}

/// For this user, who is the current one from now on.
void StagePair::like(const LivePair::Side& side, ItemIndex item) {
    LiveSession& live = m_services.live;
    const qint64 id = side.user->id;
    if (live.user().id != id)
        live.chooseUser(id);
    if (const Status done = live.act(EventType::Like, item); !done)
        m_notice->showError(done.error().code, QString::fromStdString(done.error().detail),
                            tr("The event was not written"));
}

} // namespace recital
