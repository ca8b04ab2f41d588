#include "core/services/eventlog.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using Entry = EventRecord::Entry;

} // namespace

EventLog::EventLog(LiveSession& live, Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_live(live)
    , m_workspace(workspace) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &EventLog::playNext);
}

QString EventLog::nameOf(const LiveUser& user) const {
    if (!user.name.isEmpty())
        return user.name;
    return user.datasetUser >= 0 && dataset() ? tr("User %1").arg(dataset()->userId(user.datasetUser))
                                              : tr("Newcomer");
}

bool EventLog::isOnStage(const QString& name) const {
    return std::ranges::any_of(m_live.state().users, [&](const auto& user) { return nameOf(*user) == name; });
}

/// The same name twice on the stage would be nobody's: "Alice", "Alice (2)".
QString EventLog::freeName(const QString& name) const {
    QString free = name;
    for (int i = 2; isOnStage(free); ++i)
        free = u"%1 (%2)"_s.arg(name).arg(i);
    return free;
}

QString EventLog::importedName(const LiveUserRecord& record) const {
    LiveUser user;
    user.name = record.name;
    user.datasetUser =
        record.datasetUserId >= 0 ? dataset()->findUser(record.datasetUserId).value_or(-1) : -1;
    return isOnStage(nameOf(user)) ? freeName(tr("%1 (imported)").arg(nameOf(user))) : user.name;
}

Result<LiveWrite> EventLog::toWrite(const EventFile& file, const QString& fileName, OtherData otherData,
                                    Imported& counts) const {
    const QString fingerprint = QString::fromStdString(dataset()->info().fingerprint);
    const bool same = file.datasetFingerprint == fingerprint;
    if (!same && otherData == OtherData::Refuse)
        return Error{ErrorCode::InvalidData,
                     u"%1: events of other data: \"%2\" (fingerprint %3), here are \"%4\" (%5)"_s
                         .arg(fileName, file.datasetName, file.datasetFingerprint,
                              QString::fromStdString(dataset()->info().name), fingerprint)
                         .toStdString()};
    LiveWrite write;
    std::map<qint64, qint64> userOf;
    for (LiveUserRecord user : file.users) {
        userOf[user.id] = -static_cast<qint64>(write.addUsers.size()) - 1;
        if (!same) { // history and genres of other data say nothing here
            if (user.name.isEmpty() && user.datasetUserId >= 0)
                user.name = tr("User %1").arg(user.datasetUserId);
            user.datasetUserId = -1;
            user.tasteJson.clear();
        }
        user.name = importedName(user);
        user.createdAt = QDateTime::currentDateTimeUtc();
        user.datasetFingerprint = fingerprint;
        write.addUsers.push_back(std::move(user));
    }
    std::map<qint64, qint64> lineOf;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        EventRecord line = file.lines[i];
        const bool known = line.entry == Entry::Event ? dataset()->findItem(line.itemId).has_value()
                                                      : lineOf.contains(line.target);
        if (!known && same)
            return Error{ErrorCode::BadFormat, u"%1:%2: the dataset has no film %3"_s.arg(fileName)
                                                   .arg(file.lineNumbers[i])
                                                   .arg(line.itemId)
                                                   .toStdString()};
        if (!known) {
            ++counts.skipped;
            continue;
        }
        lineOf[line.id] = -static_cast<qint64>(write.lines.size()) - 1;
        line.userId = userOf[line.userId];
        line.target = line.entry == Entry::Event ? 0 : lineOf[line.target];
        line.datasetFingerprint = fingerprint;
        line.source = u"import"_s;
        write.lines.push_back(std::move(line));
    }
    counts.users = static_cast<int>(write.addUsers.size());
    return write;
}

Result<EventLog::Imported> EventLog::importFrom(const QString& path, OtherData otherData) {
    if (!dataset())
        return Error{ErrorCode::InvalidData, "there is no dataset"};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotFound, (path + u": "_s + file.errorString()).toStdString()};
    const QString fileName = QFileInfo(path).fileName();
    const Result<EventFile> read = eventsFromText(file.readAll(), fileName);
    if (!read)
        return read.error();
    Imported counts;
    Result<LiveWrite> write = toWrite(*read, fileName, otherData, counts);
    if (!write)
        return write.error();
    const Result<int> imported = m_live.import(std::move(write).value());
    if (!imported)
        return imported.error();
    counts.lines = *imported;
    return counts;
}

/// "Replay of Alice", then "Replay of Alice (2)"; playing a replay again is a replay of Alice as well.
QString EventLog::replayName(const LiveUser& user) const {
    static const QRegularExpression number(u" \\(\\d+\\)$"_s);
    const QString prefix = tr("Replay of %1").arg(QString());
    QString of = nameOf(user);
    if (of.startsWith(prefix))
        of = of.mid(prefix.size()).remove(number);
    return freeName(tr("Replay of %1").arg(of));
}

Result<qint64> EventLog::startReplay(qint64 userId, double speed) {
    Q_ASSERT(speed > 0.0);
    const std::shared_ptr<const LiveUser> user = m_live.findUser(userId);
    if (!user || user->events.empty())
        return Error{ErrorCode::InvalidData, "there are no events to play"};
    stopReplay();
    const QString name = replayName(*user);
    const Result<qint64> added = m_live.addUser(name, user->taste, user->datasetUser);
    if (!added)
        return added;
    m_events.clear();
    for (const LiveEvent& event : user->events)
        m_events.push_back(event.event);
    m_replay = Replay{*added, name, 0, m_events.size(), speed, false};
    scheduleNext();
    emit replayChanged();
    return added;
}

void EventLog::scheduleNext() {
    std::chrono::milliseconds pause{0};
    if (m_replay->done > 0) {
        pause = std::chrono::milliseconds(m_events[m_replay->done].time - m_events[m_replay->done - 1].time);
        pause = std::clamp(pause, std::chrono::milliseconds(0), m_longestPause);
    }
    const auto wait = std::chrono::duration<double, std::milli>(pause) / m_replay->speed;
    m_left = std::chrono::duration_cast<std::chrono::milliseconds>(wait);
    if (!m_replay->paused)
        m_timer.start(m_left);
}

void EventLog::playNext() {
    const std::shared_ptr<const LiveUser> user = m_live.findUser(m_replay->userId);
    // Undone, removed, other data, or somebody acts as this user: no replay any more.
    if (!user || user->events.size() != m_replay->done)
        return finishReplay(false);
    Event event = m_events[m_replay->done];
    event.time = 0; // it happens now
    if (!m_live.replay(m_replay->userId, event))
        return finishReplay(false);
    if (!m_replay) // stopped by somebody who saw it
        return;
    if (++m_replay->done == m_replay->of)
        return finishReplay(true);
    scheduleNext();
    emit replayChanged();
}

void EventLog::setReplaySpeed(double speed) {
    Q_ASSERT(speed > 0.0);
    if (!m_replay)
        return;
    m_replay->speed = speed;
    emit replayChanged();
}

void EventLog::pauseReplay() {
    if (!m_replay || m_replay->paused)
        return;
    m_left = std::max(std::chrono::milliseconds(0), m_timer.remainingTimeAsDuration());
    m_timer.stop();
    m_replay->paused = true;
    emit replayChanged();
}

void EventLog::resumeReplay() {
    if (!m_replay || !m_replay->paused)
        return;
    m_replay->paused = false;
    m_timer.start(m_left);
    emit replayChanged();
}

void EventLog::stopReplay() {
    if (m_replay)
        finishReplay(false);
}

void EventLog::finishReplay(bool complete) {
    m_timer.stop();
    m_replay.reset();
    m_events.clear();
    emit replayChanged();
    emit replayFinished(complete);
}

} // namespace recital
