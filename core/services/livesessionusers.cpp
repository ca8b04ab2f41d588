// The part of LiveSession that puts users on the stage, chooses them and takes them off.
#include "core/services/livesession.h"

#include <algorithm>

namespace recital {

namespace {

using Kind = LiveChange::Kind;

/// A taste for nothing is no taste.
GenreTaste cleaned(const GenreTaste& taste) {
    return taste.empty() ? GenreTaste{} : taste;
}

} // namespace

Result<qint64> LiveSession::addUser(const QString& name, const GenreTaste& wished, UserIndex datasetUser) {
    const GenreTaste taste = cleaned(wished);
    if (!m_snapshot->dataset)
        return refuse(ErrorCode::InvalidData, "there is no dataset").error();
    if (datasetUser >= m_snapshot->dataset->userCount())
        return refuse(ErrorCode::UnknownId, "the dataset has no such user").error();
    LiveWrite write;
    write.addUsers.push_back(m_log.userRecord(name, datasetUser, taste));
    const Result<LiveLog::Written> written = m_log.write(std::move(write));
    if (!written)
        return fail(written.error()).error();
    const LiveUser added{
        .id = written->users.front(), .name = name, .datasetUser = datasetUser, .taste = taste, .events = {}};
    push(describe(Kind::UserAdded, added), with(state(), added));
    return added.id;
}

Result<qint64> LiveSession::addDatasetUser(UserIndex user) {
    const auto& users = state().users;
    const auto there = std::ranges::find_if(users, [user](const auto& other) {
        return user >= 0 && other->datasetUser == user && other->name.isEmpty();
    });
    if (there == users.end())
        return user < 0 ? Result<qint64>(refuse(ErrorCode::UnknownId, "the dataset has no such user").error())
                        : addUser({}, {}, user);
    const qint64 id = (*there)->id;
    chooseUser(id);
    return id;
}

void LiveSession::chooseUser(qint64 id) {
    const auto& users = state().users;
    const auto place = std::ranges::find(users, id, [](const auto& user) { return user->id; });
    if (place == users.end() || id == user().id)
        return;
    LiveState next = state();
    next.current = static_cast<std::size_t>(place - users.begin());
    push(describe(Kind::UserChosen, **place), std::move(next));
}

Status LiveSession::removeUser(qint64 id) {
    const auto removed = findUser(id);
    if (!removed)
        return refuse(ErrorCode::UnknownId, "there is no such user on the stage");
    LiveState next = state();
    const auto place = std::ranges::find(next.users, removed);
    const auto index = static_cast<std::size_t>(place - next.users.begin());
    next.users.erase(place);
    LiveChange change = describe(Kind::UserRemoved, *removed);
    if (!next.users.empty()) {
        next.current -= next.current > index || next.current == next.users.size() ? 1 : 0;
        return apply(std::move(change), std::move(next));
    }
    LiveWrite write = m_log.difference(next);
    write.addUsers.push_back(m_log.userRecord({}, -1, {}));
    const Result<LiveLog::Written> written = m_log.write(std::move(write));
    if (!written)
        return fail(written.error());
    LiveUser newcomer;
    newcomer.id = written->users.front();
    push(std::move(change), with(next, std::move(newcomer)));
    return success();
}

Status LiveSession::setTaste(const GenreTaste& wished) {
    const GenreTaste taste = cleaned(wished);
    if (const Status stored = ensureStored(); !stored)
        return stored;
    if (taste == user().taste)
        return success();
    LiveUser changed = user();
    changed.taste = taste;
    return apply(describe(Kind::Taste, changed), with(state(), changed));
}

Result<int> LiveSession::import(LiveWrite write) {
    if (!m_snapshot->dataset)
        return Error{ErrorCode::InvalidData, "there is no dataset"};
    if (write.addUsers.empty())
        return 0;
    const std::vector<LiveUserRecord> records = write.addUsers;
    const Result<LiveLog::Written> written = m_log.write(std::move(write));
    if (!written)
        return written.error();
    LiveState next = state();
    LiveChange change;
    for (std::size_t i = 0; i < records.size(); ++i) {
        LiveUser imported = m_log.makeUser(written->users[i], records[i], written->lines);
        if (i == 0)
            change = describe(Kind::Imported, imported);
        next = with(next, std::move(imported));
    }
    next.current = state().users.size();
    change.count = static_cast<int>(written->lines.size());
    push(std::move(change), std::move(next), written->lines);
    return static_cast<int>(written->lines.size());
}

} // namespace recital
