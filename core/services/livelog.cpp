#include "core/services/livelog.h"

#include "core/services/livejson.h"

#include <set>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using Entry = EventRecord::Entry;

} // namespace

QString LiveLog::fingerprint() const {
    return m_dataset ? QString::fromStdString(m_dataset->info().fingerprint) : QString();
}

Status LiveLog::readStrengths() {
    const Result<EventStrengths> strengths = m_workspace.eventStrengths();
    if (!strengths)
        return strengths.error();
    if (const Status valid = strengths->validate(); !valid)
        return valid;
    m_strengths = *strengths;
    return success();
}

Result<std::vector<std::shared_ptr<const LiveUser>>> LiveLog::open(std::shared_ptr<const Dataset> dataset) {
    m_dataset = std::move(dataset);
    m_stored.clear();
    std::vector<std::shared_ptr<const LiveUser>> users;
    if (!m_dataset)
        return users;
    const Result<std::vector<LiveUserRecord>> records = m_workspace.liveUsers(fingerprint());
    if (!records)
        return records.error();
    EventFilter filter;
    filter.datasetFingerprint = fingerprint();
    const Result<std::vector<EventRecord>> lines = m_workspace.events(filter);
    if (!lines)
        return lines.error();
    for (const LiveUserRecord& record : *records)
        m_stored[record.id].taste = tasteFromJson(record.tasteJson).value_or(GenreTaste{});
    for (const EventRecord& line : *lines)
        if (m_stored.contains(line.userId) && (line.entry != Entry::Event || eventOf(line).item >= 0))
            take(line);
    for (const LiveUserRecord& record : *records)
        users.push_back(std::make_shared<const LiveUser>(makeUser(record.id, record, *lines)));
    return users;
}

LiveUser LiveLog::makeUser(qint64 id, const LiveUserRecord& record,
                           std::span<const EventRecord> lines) const {
    LiveUser user;
    user.id = id;
    user.name = record.name;
    if (record.datasetUserId >= 0)
        user.datasetUser = m_dataset->findUser(record.datasetUserId).value_or(-1);
    const auto stored = m_stored.find(id);
    if (stored == m_stored.end())
        return user;
    user.taste = stored->second.taste;
    for (const EventRecord& line : lines) {
        const auto counts = stored->second.counts.find(line.id);
        if (line.userId == id && counts != stored->second.counts.end() && counts->second)
            user.events.push_back({line.id, eventOf(line), false});
    }
    return user;
}

void LiveLog::take(const EventRecord& line) {
    std::map<qint64, bool>& counts = m_stored[line.userId].counts;
    if (line.entry == Entry::Event)
        counts[line.id] = true;
    else if (const auto target = counts.find(line.target); target != counts.end())
        target->second = line.entry == Entry::BroughtBack;
}

void LiveLog::addLines(LiveWrite& write, qint64 userId, const std::vector<LiveEvent>& wanted) const {
    std::set<qint64> present;
    for (const LiveEvent& event : wanted)
        present.insert(event.logId);
    const auto stored = m_stored.find(userId);
    if (stored == m_stored.end())
        return;
    for (const auto& [line, counts] : stored->second.counts) {
        if (counts == present.contains(line))
            continue;
        EventRecord record;
        record.entry = counts ? Entry::TakenBack : Entry::BroughtBack;
        record.time = QDateTime::currentDateTimeUtc();
        record.userId = userId;
        record.datasetFingerprint = fingerprint();
        record.target = line;
        record.source = u"stage"_s;
        write.lines.push_back(std::move(record));
    }
}

LiveWrite LiveLog::difference(const LiveState& next,
                              std::span<const std::shared_ptr<const LiveUser>> absent) const {
    LiveWrite write;
    for (const auto& user : next.users) {
        addLines(write, user->id, user->events);
        const auto stored = m_stored.find(user->id);
        if (stored == m_stored.end())
            continue;
        if (stored->second.removed)
            write.setRemoved.emplace_back(user->id, false);
        if (stored->second.taste != user->taste)
            write.setTaste.emplace_back(user->id, tasteToJson(user->taste));
    }
    for (const auto& user : absent)
        addLines(write, user->id, user->events);
    for (const auto& [id, stored] : m_stored)
        if (!stored.removed && !next.find(id))
            write.setRemoved.emplace_back(id, true);
    if (next.strengths != m_strengths)
        write.strengths = next.strengths;
    return write;
}

Result<LiveLog::Written> LiveLog::write(LiveWrite write) {
    const Result<LiveWritten> made = m_workspace.writeLive(write);
    if (!made)
        return made.error();
    Written written{made->users, std::move(write.lines)};
    for (std::size_t i = 0; i < written.users.size(); ++i)
        m_stored[written.users[i]].taste = tasteFromJson(write.addUsers[i].tasteJson).value_or(GenreTaste{});
    for (std::size_t i = 0; i < written.lines.size(); ++i) {
        EventRecord& line = written.lines[i];
        line.id = made->lines[i];
        if (line.userId < 0)
            line.userId = made->users[static_cast<std::size_t>(-line.userId) - 1];
        if (line.target < 0)
            line.target = made->lines[static_cast<std::size_t>(-line.target) - 1];
        take(line);
    }
    for (const auto& [user, removed] : write.setRemoved)
        m_stored[user].removed = removed;
    for (const auto& [user, taste] : write.setTaste)
        m_stored[user].taste = tasteFromJson(taste).value_or(GenreTaste{});
    if (write.strengths)
        m_strengths = *write.strengths;
    return written;
}

LiveUserRecord LiveLog::userRecord(const QString& name, UserIndex datasetUser,
                                   const GenreTaste& taste) const {
    LiveUserRecord record;
    record.createdAt = QDateTime::currentDateTimeUtc();
    record.datasetFingerprint = fingerprint();
    record.name = name;
    if (datasetUser >= 0)
        record.datasetUserId = m_dataset->userId(datasetUser);
    record.tasteJson = tasteToJson(taste);
    return record;
}

EventRecord LiveLog::eventRecord(qint64 userId, const Event& event, const QString& source) const {
    EventRecord record;
    record.time = event.time > 0 ? QDateTime::fromMSecsSinceEpoch(event.time, Qt::UTC)
                                 : QDateTime::currentDateTimeUtc();
    record.userId = userId;
    record.datasetFingerprint = fingerprint();
    const std::string_view key = eventKey(event.type);
    record.type = QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
    record.itemId = m_dataset->item(event.item).id;
    record.stars = event.stars;
    record.source = source;
    return record;
}

Event LiveLog::eventOf(const EventRecord& line) const {
    Event event;
    const std::optional<EventType> type = eventTypeOf(line.type.toStdString());
    const std::optional<ItemIndex> item =
        m_dataset && type ? m_dataset->findItem(line.itemId) : std::optional<ItemIndex>();
    event.type = type.value_or(EventType::View);
    event.item = item.value_or(-1);
    event.stars = line.stars;
    event.time = line.time.toMSecsSinceEpoch();
    return event;
}

} // namespace recital
