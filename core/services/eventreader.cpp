#include "core/services/eventreader.h"

#include <QSaveFile>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using Entry = EventRecord::Entry;

} // namespace

EventReader::EventReader(const Workspace& workspace, std::shared_ptr<const Dataset> dataset)
    : m_workspace(workspace)
    , m_dataset(std::move(dataset)) {}

QString EventReader::titleOf(qint64 itemId) const {
    const auto item = m_dataset ? m_dataset->findItem(itemId) : std::nullopt;
    return item ? QString::fromStdString(m_dataset->item(*item).title) : QString();
}

Result<std::vector<EventLine>> EventReader::lines(EventFilter filter) const {
    if (filter.datasetFingerprint.isEmpty()) {
        if (!m_dataset)
            return std::vector<EventLine>{};
        filter.datasetFingerprint = QString::fromStdString(m_dataset->info().fingerprint);
    }
    auto found = m_workspace.events(filter);
    const auto users = m_workspace.liveUsers(filter.datasetFingerprint, true);
    const auto takenBack = m_workspace.takenBack(filter.datasetFingerprint); // by lines that may not pass
    for (const Error* error : {found ? nullptr : &found.error(), users ? nullptr : &users.error(),
                               takenBack ? nullptr : &takenBack.error()})
        if (error)
            return *error;
    std::map<qint64, LiveUserRecord> byId;
    for (const LiveUserRecord& user : *users)
        byId[user.id] = user;
    std::vector<EventLine> result;
    result.reserve(found->size());
    for (EventRecord& record : *found) {
        const bool event = record.entry == Entry::Event;
        EventLine line;
        line.user = byId[record.userId];
        line.title = event ? titleOf(record.itemId) : QString();
        line.counts = event && !takenBack->contains(record.id);
        line.record = std::move(record);
        result.push_back(std::move(line));
    }
    return result;
}

Result<EventFile> EventReader::fileOf(EventFilter filter) const {
    if (!m_dataset)
        return Error{ErrorCode::InvalidData, "there is no dataset"};
    EventFile file;
    file.datasetName = QString::fromStdString(m_dataset->info().name);
    file.datasetFingerprint = QString::fromStdString(m_dataset->info().fingerprint);
    filter.datasetFingerprint = file.datasetFingerprint;
    const auto chosen = m_workspace.events(filter);
    if (!chosen)
        return chosen.error();
    EventFilter whole;
    whole.datasetFingerprint = file.datasetFingerprint;
    const auto all = m_workspace.events(whole);
    if (!all)
        return all.error();
    const auto users = m_workspace.liveUsers(file.datasetFingerprint, true);
    if (!users)
        return users.error();
    std::map<qint64, bool> taken;
    for (const EventRecord& line : *chosen)
        taken[line.id] = line.entry == Entry::Event;
    for (const EventRecord& line : *all)
        if (taken.contains(line.entry == Entry::Event ? line.id : line.target))
            file.lines.push_back(line);
    std::set<qint64> named;
    for (const EventRecord& line : file.lines)
        named.insert(line.userId);
    for (const LiveUserRecord& user : *users)
        if (named.contains(user.id))
            file.users.push_back(user);
    return file;
}

Result<int> EventReader::exportTo(const QString& path, EventFilter filter) const {
    const Result<EventFile> file = fileOf(std::move(filter));
    if (!file)
        return file.error();
    const bool json =
        path.endsWith(u".jsonl"_s, Qt::CaseInsensitive) || path.endsWith(u".json"_s, Qt::CaseInsensitive);
    const QByteArray text = eventsToText(*file, json ? EventFormat::JsonLines : EventFormat::Csv,
                                         [this](qint64 item) { return titleOf(item); });
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(text) != text.size() || !target.commit())
        return Error{ErrorCode::FileWrite, (path + u": "_s + target.errorString()).toStdString()};
    return static_cast<int>(file->lines.size());
}

} // namespace recital
