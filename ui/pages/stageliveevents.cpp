// The part of StageLive that answers what somebody does: events, their menu, the preview, asking again.
#include "core/services/services.h"
#include "ui/filmtext.h"
#include "ui/livetext.h"
#include "ui/pages/stagelive.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filmmap.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/rowactions.h"
#include "ui/widgets/stagedrawer.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

// What could not be written did not happen; LiveSession::problem says so on the window.

void StageLive::toggle(ItemIndex item) {
    (void)m_services.live.toggleLike(item);
}

void StageLive::choose(ItemIndex item) {
    if (!m_services.live.isLiked(item))
        (void)m_services.live.act(EventType::Like, item);
    select(item);
}

void StageLive::act(EventType type, int stars, ItemIndex item) {
    (void)m_services.live.act(type, item, stars);
}

void StageLive::askAgain() {
    m_asked = true;
    m_services.live.askAgain();
}

void StageLive::keyPressEvent(QKeyEvent* event) {
    // Reached only where the window has no such shortcut of its own.
    if (event->matches(QKeySequence::Undo))
        (void)m_services.live.undo();
    else if (event->matches(QKeySequence::Redo))
        (void)m_services.live.redo();
    else if (event->key() == Qt::Key_Escape && m_hasGhost)
        clearGhost();
    else
        QWidget::keyPressEvent(event);
}

void StageLive::addEventActions(QMenu& menu, ItemIndex item) {
    for (const RowActions::Action& action : RowActions::all()) {
        if (action.type == EventType::Rating && action.stars == 1)
            menu.addSeparator();
        QAction* entry = menu.addAction(eventWord(action.type, action.stars) + u'\t' +
                                        eventLetter(action.type, action.stars));
        entry->setObjectName(u"event_"_s + eventLetter(action.type, action.stars));
        entry->setToolTip(eventHelp(action.type));
        connect(entry, &QAction::triggered, this,
                [this, action, item] { act(action.type, action.stars, item); });
    }
}

/// Everything that can be done with one film.
void StageLive::showMenu(ItemIndex item, QPoint globalPosition) {
    clearGhost();
    auto* menu = new QMenu(this);
    menu->setObjectName(u"filmMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addSection(filmTitle(*m_snapshot->dataset, item).replace(u'&', u"&&"_s));
    addEventActions(*menu, item);
    menu->addSeparator();
    if (const LiveEvent* event = m_services.live.eventOf(item)) {
        QAction* back =
            menu->addAction(tr("Take back: %1").arg(eventWord(event->event.type, event->event.stars)));
        back->setObjectName(u"takeBackAction"_s);
        connect(back, &QAction::triggered, this,
                [this, id = event->logId] { (void)m_services.live.takeBack(id); });
    }
    QAction* similar = menu->addAction(tr("More like this"));
    similar->setObjectName(u"similarAction"_s);
    connect(similar, &QAction::triggered, this, [this, item] {
        select(item);
        m_drawer->setFilm(item);
        openDrawer(u"similar"_s);
    });
    menu->popup(globalPosition);
}

void StageLive::hover(ItemIndex item) {
    m_hovered = item;
    clearGhost();
    showWhy();
    // A list that moved under a resting pointer is no question; a pointer that moved is one.
    if (item >= 0 && !m_updating)
        m_dwell.start();
    else
        m_dwell.stop();
}

/// What a like would do, or the event whose button is pointed at. Computed from the session's state, which it
/// leaves alone.
void StageLive::showGhost(ItemIndex item) {
    const LiveSession& live = m_services.live;
    const bool button = m_list->hoveredItem() == item && m_list->hoveredAction();
    const auto [type, stars] = button ? *m_list->hoveredAction() : RowActions::Action{};
    if (item < 0 || live.ranking().tier == Tier::None || (type == EventType::Like && live.isLiked(item)))
        return;
    const LiveSession::Preview preview = live.preview(type, item, stars);
    QHash<ItemIndex, int> ranks;
    QStringList entering;
    for (const RankChange& change : preview.changes) {
        if (change.entered())
            entering += u"%1 (%2)"_s.arg(filmTitle(*m_snapshot->dataset, change.item)).arg(change.rank);
        else
            ranks.insert(change.item, change.rank);
    }
    for (const RankChange& change : live.recommendations())
        ranks.insert(change.item, ranks.value(change.item, 0));
    m_hasGhost = true;
    m_list->setGhost(std::move(ranks));
    if (preview.position)
        m_map->setGhost(
            QPointF(static_cast<double>(preview.position->x()), static_cast<double>(preview.position->y())));
    m_change->setFullText(
        type == EventType::Like
            ? tr("If %1 were liked \u2013 nothing has happened yet")
                  .arg(filmTitle(*m_snapshot->dataset, item))
            : tr("Preview of \u201C%1\u201D \u2013 nothing has happened yet")
                  .arg(eventText(Event{.type = type, .item = item, .stars = stars}, *m_snapshot->dataset)));
    m_departed->setFullText(entering.isEmpty() ? tr("No other film would enter the list")
                                               : tr("Would enter: %1").arg(entering.join(u", "_s)));
}

void StageLive::clearGhost() {
    m_dwell.stop();
    if (!m_hasGhost)
        return;
    m_hasGhost = false;
    m_list->clearGhost();
    m_map->setGhost(std::nullopt);
    m_change->setFullText(m_changeText);
    m_departed->setFullText(m_departedText);
}

void StageLive::openDrawer(const QString& panel) {
    if (!panel.isEmpty())
        m_drawer->showPanel(panel);
    m_drawer->setVisible(true);
    m_drawer->refresh();
    showDrawerParts();
}

void StageLive::closeDrawer() {
    const bool hadFocus = m_drawer->isAncestorOf(focusWidget());
    m_drawer->setVisible(false);
    showDrawerParts();
    if (hadFocus)
        m_list->setFocus();
}

} // namespace recital
