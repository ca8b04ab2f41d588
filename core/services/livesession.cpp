#include "core/services/livesession.h"

#include <QThread>

#include <set>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using Kind = LiveChange::Kind;

const LiveUser& nobody() {
    static const LiveUser user;
    return user;
}

/// Users, their order and who is the current one.
bool sameUsers(const LiveState& a, const LiveState& b) {
    return a.current == b.current && std::ranges::equal(a.users, b.users, [](const auto& x, const auto& y) {
               return x->id == y->id && x->taste == y->taste;
           });
}

} // namespace

LiveSession::LiveSession(ModelStore& store, Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_snapshot(store.snapshot())
    , m_popularity(std::make_shared<const std::vector<float>>())
    , m_log(workspace) {
    if (const Status read = m_log.readStrengths(); !read) // told when somebody can listen
        QMetaObject::invokeMethod(
            this, [this, error = read.error()] { (void)fail(error); }, Qt::QueuedConnection);
    prepare();
    openStage();
    connect(&m_store, &ModelStore::snapshotChanged, this, &LiveSession::takeSnapshot);
}

const LiveUser& LiveSession::user() const noexcept {
    const LiveState& state = m_history.state();
    return state.users.empty() ? nobody() : *state.users[state.current];
}

Status LiveSession::fail(const Error& error) {
    emit problem(error.code, QString::fromStdString(error.detail));
    return error;
}

Status LiveSession::refuse(ErrorCode code, const char* detail) {
    return fail({code, detail});
}

void LiveSession::takeSnapshot() {
    const std::shared_ptr<const ModelSnapshot> before = std::exchange(m_snapshot, m_store.snapshot());
    const bool sameData = before->dataset && m_snapshot->dataset &&
                          before->dataset->info().fingerprint == m_snapshot->dataset->info().fingerprint;
    prepare();
    if (!sameData) {
        m_ranking = {};
        openStage();
        emit usersChanged();
    } else {
        recompute(false);
    }
    emit changed();
}

/// The users whom the log knows of this dataset; a newcomer where there are none.
void LiveSession::openStage() {
    LiveState opened;
    opened.rule = state().rule;
    opened.strengths = m_log.strengths();
    auto users = m_log.open(m_snapshot->dataset);
    if (!users)
        (void)fail(users.error());
    else
        opened.users = std::move(users).value();
    if (opened.users.empty() && m_snapshot->dataset)
        opened.users.push_back(std::make_shared<const LiveUser>());
    // Who did something last, else who came last.
    const auto newest = [](const auto& user) {
        return std::pair(user->events.empty() ? 0 : user->events.back().logId, user->id);
    };
    if (!opened.users.empty())
        opened.current = static_cast<std::size_t>(std::ranges::max_element(opened.users, {}, newest) -
                                                  opened.users.begin());
    m_history.restart(std::move(opened));
    if (m_snapshot->dataset)
        (void)ensureStored();
    recompute(false);
}

/// The newcomer that a stage begins with gets its row, now or as soon as it can be written.
Status LiveSession::ensureStored() {
    if (!m_snapshot->dataset)
        return refuse(ErrorCode::InvalidData, "there is no dataset");
    if (user().id > 0)
        return success();
    LiveWrite write;
    write.addUsers.push_back(m_log.userRecord(user().name, user().datasetUser, user().taste));
    const Result<LiveLog::Written> written = m_log.write(std::move(write));
    if (!written)
        return fail(written.error());
    LiveState stored = state();
    LiveUser newcomer = user();
    newcomer.id = written->users.front();
    stored.users[stored.current] = std::make_shared<const LiveUser>(std::move(newcomer));
    m_history.restart(std::move(stored));
    return success();
}

LiveChange LiveSession::describe(Kind kind, const LiveUser& user) const {
    LiveChange change;
    change.kind = kind;
    change.at = QDateTime::currentDateTimeUtc();
    change.userId = user.id;
    change.userName = user.name;
    change.datasetUser = user.datasetUser;
    return change;
}

LiveState LiveSession::with(const LiveState& state, LiveUser user) {
    LiveState next = state;
    const auto place = std::ranges::find(next.users, user.id, [](const auto& u) { return u->id; });
    if (place == next.users.end()) {
        next.users.push_back(std::make_shared<const LiveUser>(std::move(user)));
        next.current = next.users.size() - 1;
    } else {
        *place = std::make_shared<const LiveUser>(std::move(user));
    }
    return next;
}

/// Writes what the log lacks, then `next` is the state.
Status LiveSession::apply(LiveChange change, LiveState next) {
    Q_ASSERT(QThread::currentThread() == thread());
    const Result<LiveLog::Written> written = m_log.write(m_log.difference(next));
    if (!written)
        return fail(written.error());
    push(std::move(change), std::move(next), written->lines);
    return success();
}

void LiveSession::push(LiveChange change, LiveState next, const std::vector<EventRecord>& lines) {
    const LiveState before = state();
    m_history.push(std::move(change), std::move(next));
    announce(before, lines);
}

void LiveSession::announce(const LiveState& before, const std::vector<EventRecord>& lines) {
    const qint64 userBefore = before.users.empty() ? 0 : before.users[before.current]->id;
    recompute(userBefore == user().id);
    if (!sameUsers(before, state()))
        emit usersChanged();
    for (const EventRecord& line : lines)
        emit eventLogged(line);
    emit changed();
}

// --- events

bool LiveSession::hasItem(ItemIndex item) const {
    return m_snapshot->dataset && item >= 0 && item < m_snapshot->dataset->itemCount();
}

Status LiveSession::checkEvent(const Event& event) const {
    if (!hasItem(event.item))
        return Error{ErrorCode::UnknownId, "the dataset has no such item"};
    const bool rating = event.type == EventType::Rating;
    if (rating ? event.stars < 1 || event.stars > 5 : event.stars != 0)
        return Error{ErrorCode::InvalidParameters, "a rating has 1 to 5 stars, nothing else has any"};
    return success();
}

Status LiveSession::act(EventType type, ItemIndex item, int stars) {
    if (const Status stored = ensureStored(); !stored)
        return stored;
    return record(user().id, {.type = type, .item = item, .stars = stars}, u"stage"_s, Kind::Event);
}

Status LiveSession::replay(qint64 userId, const Event& event) {
    return record(userId, event, u"replay"_s, Kind::Replayed);
}

Status LiveSession::record(qint64 userId, const Event& event, const QString& source, Kind kind) {
    Q_ASSERT(QThread::currentThread() == thread());
    if (const Status valid = checkEvent(event); !valid)
        return fail(valid.error());
    const auto actor = findUser(userId);
    if (!actor)
        return refuse(ErrorCode::UnknownId, "there is no such user on the stage");
    LiveWrite write;
    write.lines.push_back(m_log.eventRecord(userId, event, source));
    const Result<LiveLog::Written> written = m_log.write(std::move(write));
    if (!written)
        return fail(written.error());
    const EventRecord& line = written->lines.front();
    LiveUser changed = *actor;
    changed.events.push_back({line.id, m_log.eventOf(line), false});
    LiveChange change = describe(kind, changed);
    change.event = changed.events.back().event;
    change.count = 1;
    push(std::move(change), with(state(), std::move(changed)), written->lines);
    return success();
}

Status LiveSession::takeBackAll(Kind kind, std::span<const qint64> logIds) {
    LiveUser changed = user();
    LiveChange change = describe(kind, changed);
    for (const LiveEvent& event : changed.events) {
        if (std::ranges::find(logIds, event.logId) == logIds.end())
            continue;
        change.event = event.event;
        ++change.count;
    }
    if (change.count == 0)
        return success();
    std::erase_if(changed.events, [&](const LiveEvent& event) {
        return std::ranges::find(logIds, event.logId) != logIds.end();
    });
    return apply(std::move(change), with(state(), std::move(changed)));
}

Status LiveSession::takeBack(qint64 logId) {
    return takeBackAll(Kind::TakenBack, std::span(&logId, 1));
}

Status LiveSession::toggleLike(ItemIndex item) {
    if (!isLiked(item))
        return act(EventType::Like, item);
    std::vector<qint64> lines;
    for (const LiveEvent& event : user().events)
        if (event.event.item == item)
            lines.push_back(event.logId);
    return takeBackAll(Kind::TakenBack, lines);
}

Status LiveSession::clear() {
    std::vector<qint64> lines;
    for (const LiveEvent& event : user().events)
        lines.push_back(event.logId);
    return takeBackAll(Kind::Cleared, lines);
}

void LiveSession::setMuted(qint64 logId, bool muted) {
    LiveUser changed = user();
    const auto event = std::ranges::find(changed.events, logId, &LiveEvent::logId);
    if (event == changed.events.end() || event->muted == muted)
        return;
    event->muted = muted;
    LiveChange change = describe(muted ? Kind::Muted : Kind::Unmuted, changed);
    change.event = event->event;
    push(std::move(change), with(state(), std::move(changed)));
}

// --- rule, strengths, past

Status LiveSession::setRule(const UpdateRule& rule) {
    if (const Status valid = validate(rule); !valid)
        return fail(valid.error());
    if (rule == state().rule)
        return success();
    LiveState next = state();
    next.rule = rule;
    LiveChange change = describe(Kind::Rule, user());
    change.rule = rule;
    return apply(std::move(change), std::move(next));
}

Status LiveSession::setStrengths(const EventStrengths& strengths) {
    if (const Status valid = strengths.validate(); !valid)
        return fail(valid.error());
    if (strengths == state().strengths)
        return success();
    LiveState next = state();
    next.strengths = strengths;
    return apply(describe(Kind::Strengths, user()), std::move(next));
}

Status LiveSession::jumpTo(std::size_t position) {
    if (position >= history().size())
        return refuse(ErrorCode::InvalidParameters, "the history has no such entry");
    if (position == this->position())
        return success();
    const LiveState& next = m_history.stateAt(position);
    std::set<qint64> present;
    for (const auto& user : next.users)
        present.insert(user->id);
    std::set<qint64> gone;
    for (std::size_t i = 0; i < history().size(); ++i)
        for (const auto& user : m_history.stateAt(i).users)
            if (!present.contains(user->id))
                gone.insert(user->id);
    std::vector<std::shared_ptr<const LiveUser>> absent;
    for (const qint64 id : gone)
        absent.push_back(m_history.asOf(position, id));
    const Result<LiveLog::Written> written = m_log.write(m_log.difference(next, absent));
    if (!written)
        return fail(written.error());
    const LiveState before = state();
    m_history.moveTo(position);
    announce(before, written->lines);
    return success();
}

void LiveSession::restore(qint64 currentUser, const UpdateRule& rule) {
    LiveState restored = state();
    const auto place = std::ranges::find(restored.users, currentUser, [](const auto& u) { return u->id; });
    if (place != restored.users.end())
        restored.current = static_cast<std::size_t>(place - restored.users.begin());
    restored.rule = rule;
    m_history.restart(std::move(restored));
    recompute(false);
    emit usersChanged();
    emit changed();
}

void LiveSession::askAgain() {
    recompute(true);
    emit changed();
}

} // namespace recital
