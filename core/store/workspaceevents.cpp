#include "core/store/database.h"
#include "core/store/workspace.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

QString keyOf(EventType type) {
    const std::string_view key = eventKey(type);
    return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
}

/// The n-th of what this write has made so far, where the number says so. Nothing for a number that stands
/// for nothing.
std::optional<qint64> resolved(qint64 number, const std::vector<qint64>& made) {
    if (number >= 0)
        return number;
    const auto place = static_cast<std::size_t>(-number);
    return place <= made.size() ? std::optional(made[place - 1]) : std::nullopt;
}

/// Writes within a transaction of its caller; the first failure is kept.
class LiveWriter {
public:
    LiveWriter(QSqlDatabase& database, QString folder)
        : m_query(database)
        , m_folder(std::move(folder)) {}

    Result<LiveWritten> write(const LiveWrite& write);

private:
    bool run(); ///< what is prepared
    bool unknown(const QString& what, qint64 id);
    bool addUsers(const std::vector<LiveUserRecord>& users);
    bool addLines(const std::vector<EventRecord>& lines);
    bool addLine(const EventRecord& line);
    bool change(const QString& column, qint64 user, const QVariant& value);
    bool setStrengths(const EventStrengths& strengths);

    QSqlQuery m_query;
    QString m_folder;
    LiveWritten m_written;
    Error m_error;
};

Result<LiveWritten> LiveWriter::write(const LiveWrite& write) {
    bool good = addUsers(write.addUsers) && addLines(write.lines);
    for (const auto& [user, removed] : write.setRemoved)
        good = good && change(u"removed"_s, user, removed ? 1 : 0);
    for (const auto& [user, taste] : write.setTaste)
        good = good && change(u"taste"_s, user, notNull(taste));
    good = good && (!write.strengths || setStrengths(*write.strengths));
    if (!good)
        return m_error;
    return std::move(m_written);
}

bool LiveWriter::run() {
    if (m_query.exec())
        return true;
    m_error = databaseError(m_folder, m_query.lastError());
    return false;
}

bool LiveWriter::unknown(const QString& what, qint64 id) {
    m_error = {ErrorCode::UnknownId, what.toStdString() + ' ' + std::to_string(id)};
    return false;
}

bool LiveWriter::addUsers(const std::vector<LiveUserRecord>& users) {
    if (users.empty())
        return true;
    m_query.prepare(u"INSERT INTO live_user (created_at, dataset_fingerprint, name, dataset_user_id, taste,"
                    " removed) VALUES (?, ?, ?, ?, ?, ?)"_s);
    for (const LiveUserRecord& user : users) {
        m_query.bindValue(0, notNull(user.createdAt.toUTC().toString(Qt::ISODateWithMs)));
        m_query.bindValue(1, notNull(user.datasetFingerprint));
        m_query.bindValue(2, notNull(user.name));
        m_query.bindValue(3, user.datasetUserId);
        m_query.bindValue(4, notNull(user.tasteJson));
        m_query.bindValue(5, user.removed ? 1 : 0);
        if (!run())
            return false;
        m_written.users.push_back(m_query.lastInsertId().toLongLong());
    }
    return true;
}

bool LiveWriter::addLines(const std::vector<EventRecord>& lines) {
    if (lines.empty())
        return true;
    // A line that names a user of other data, or takes back somebody else's event, belongs to nobody.
    m_query.prepare(
        u"INSERT INTO event (entry, time, user_id, dataset_fingerprint, type, item_id, stars, target,"
        " source) SELECT :entry, :time, id, dataset_fingerprint, :type, :item, :stars, :target, :source"
        " FROM live_user WHERE id = :user AND dataset_fingerprint = :data AND (:target IS NULL OR"
        " EXISTS (SELECT 1 FROM event WHERE id = :target AND user_id = :user AND entry = 0))"_s);
    return std::ranges::all_of(lines, [this](const EventRecord& line) { return addLine(line); });
}

bool LiveWriter::addLine(const EventRecord& line) {
    const std::optional<qint64> user = resolved(line.userId, m_written.users);
    if (!user)
        return unknown(u"user of the stage"_s, line.userId);
    const bool event = line.entry == EventRecord::Entry::Event;
    const std::optional<qint64> target = resolved(line.target, m_written.lines);
    if (!target)
        return unknown(u"event"_s, line.target);
    m_query.bindValue(u":entry"_s, static_cast<int>(line.entry));
    m_query.bindValue(u":time"_s, line.time.toMSecsSinceEpoch());
    m_query.bindValue(u":type"_s, event ? notNull(line.type) : u""_s);
    m_query.bindValue(u":item"_s, event ? line.itemId : 0);
    m_query.bindValue(u":stars"_s, event ? line.stars : 0);
    m_query.bindValue(u":target"_s, event ? QVariant(QMetaType::fromType<qint64>()) : QVariant(*target));
    m_query.bindValue(u":source"_s, notNull(line.source));
    m_query.bindValue(u":user"_s, *user);
    m_query.bindValue(u":data"_s, notNull(line.datasetFingerprint));
    if (!run())
        return false;
    if (m_query.numRowsAffected() != 1)
        return event ? unknown(u"user of the stage"_s, *user) : unknown(u"event"_s, *target);
    m_written.lines.push_back(m_query.lastInsertId().toLongLong());
    return true;
}

bool LiveWriter::change(const QString& column, qint64 user, const QVariant& value) {
    m_query.prepare(u"UPDATE live_user SET %1 = ? WHERE id = ?"_s.arg(column));
    m_query.addBindValue(value);
    m_query.addBindValue(user);
    if (!run())
        return false;
    return m_query.numRowsAffected() == 1 || unknown(u"user of the stage"_s, user);
}

bool LiveWriter::setStrengths(const EventStrengths& strengths) {
    m_query.prepare(u"INSERT OR REPLACE INTO event_strength (type, stars, strength) VALUES (?, ?, ?)"_s);
    for (const EventType type : allEventTypes()) {
        const bool rating = type == EventType::Rating;
        for (int stars = rating ? 1 : 0; stars <= (rating ? 5 : 0); ++stars) {
            m_query.bindValue(0, keyOf(type));
            m_query.bindValue(1, stars);
            m_query.bindValue(2, strengths.of(type, stars));
            if (!run())
                return false;
        }
    }
    return true;
}

EventRecord readEvent(const QSqlQuery& query) {
    EventRecord line;
    line.id = query.value(0).toLongLong();
    line.entry = static_cast<EventRecord::Entry>(query.value(1).toInt());
    line.time = QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC);
    line.userId = query.value(3).toLongLong();
    line.datasetFingerprint = query.value(4).toString();
    line.type = query.value(5).toString();
    line.itemId = query.value(6).toLongLong();
    line.stars = query.value(7).toInt();
    line.target = query.value(8).toLongLong();
    line.source = query.value(9).toString();
    return line;
}

/// The conditions of a filter, and the values that belong to them.
std::pair<QStringList, QVariantList> conditions(const EventFilter& filter) {
    QStringList texts;
    QVariantList values;
    const auto require = [&](bool wanted, const QString& text, const QVariant& value) {
        if (!wanted)
            return;
        texts += text;
        values += value;
    };
    require(!filter.datasetFingerprint.isEmpty(), u"dataset_fingerprint = ?"_s, filter.datasetFingerprint);
    require(filter.userId != 0, u"user_id = ?"_s, filter.userId);
    require(!filter.type.isEmpty(), u"type = ?"_s, filter.type);
    require(!filter.source.isEmpty(), u"source = ?"_s, filter.source);
    require(filter.from.isValid(), u"time >= ?"_s, filter.from.toMSecsSinceEpoch());
    require(filter.to.isValid(), u"time < ?"_s, filter.to.toMSecsSinceEpoch());
    return {texts, values};
}

} // namespace

Result<LiveWritten> Workspace::writeLive(const LiveWrite& write) {
    if (write.empty())
        return LiveWritten{};
    QSqlDatabase db = database();
    Transaction transaction(db);
    if (!transaction.isOpen())
        return databaseError(m_folder, transaction.error());
    Result<LiveWritten> written = LiveWriter(db, m_folder).write(write);
    if (!written)
        return written;
    QSqlQuery query(db);
    if (!transaction.commit(query))
        return databaseError(m_folder, query.lastError());
    return written;
}

Result<std::vector<LiveUserRecord>> Workspace::liveUsers(const QString& datasetFingerprint,
                                                         bool withRemoved) const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.prepare(u"SELECT id, created_at, dataset_fingerprint, name, dataset_user_id, taste, removed"
                  " FROM live_user WHERE dataset_fingerprint = ? AND removed <= ? ORDER BY id"_s);
    query.addBindValue(notNull(datasetFingerprint));
    query.addBindValue(withRemoved ? 1 : 0);
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    std::vector<LiveUserRecord> users;
    while (query.next()) {
        users.push_back({.id = query.value(0).toLongLong(),
                         .createdAt = QDateTime::fromString(query.value(1).toString(), Qt::ISODateWithMs),
                         .datasetFingerprint = query.value(2).toString(),
                         .name = query.value(3).toString(),
                         .datasetUserId = query.value(4).toLongLong(),
                         .tasteJson = query.value(5).toString(),
                         .removed = query.value(6).toInt() != 0});
    }
    if (query.lastError().isValid())
        return databaseError(m_folder, query.lastError());
    return users;
}

Result<std::vector<EventRecord>> Workspace::events(const EventFilter& filter) const {
    const auto [texts, values] = conditions(filter);
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.setForwardOnly(true); // else every row is kept twice
    query.prepare(
        u"SELECT id, entry, time, user_id, dataset_fingerprint, type, item_id, stars, target, source"
        " FROM event%1 ORDER BY id DESC LIMIT ?"_s.arg(
            texts.isEmpty() ? QString() : u" WHERE "_s + texts.join(u" AND "_s)));
    for (const QVariant& value : values)
        query.addBindValue(value);
    query.addBindValue(filter.limit > 0 ? filter.limit : -1); // -1: all
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    std::vector<EventRecord> lines;
    while (query.next())
        lines.push_back(readEvent(query));
    if (query.lastError().isValid())
        return databaseError(m_folder, query.lastError());
    std::ranges::reverse(lines);
    return lines;
}

Result<std::set<qint64>> Workspace::takenBack(const QString& datasetFingerprint) const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    query.setForwardOnly(true);
    // SQLite takes the other columns from the row that has the maximum: the last word on each event.
    query.prepare(u"SELECT target, entry, max(id) FROM event WHERE dataset_fingerprint = ? AND entry <> 0"
                  " GROUP BY target"_s);
    query.addBindValue(notNull(datasetFingerprint));
    if (!query.exec())
        return databaseError(m_folder, query.lastError());
    std::set<qint64> events;
    while (query.next())
        if (query.value(1).toInt() == static_cast<int>(EventRecord::Entry::TakenBack))
            events.insert(query.value(0).toLongLong());
    if (query.lastError().isValid())
        return databaseError(m_folder, query.lastError());
    return events;
}

Result<EventStrengths> Workspace::eventStrengths() const {
    QSqlDatabase db = database();
    QSqlQuery query(db);
    if (!query.exec(u"SELECT type, stars, strength FROM event_strength"_s))
        return databaseError(m_folder, query.lastError());
    EventStrengths strengths;
    while (query.next()) {
        const std::optional<EventType> type = eventTypeOf(query.value(0).toString().toStdString());
        if (type)
            strengths.set(*type, query.value(1).toInt(), query.value(2).toDouble());
    }
    if (query.lastError().isValid())
        return databaseError(m_folder, query.lastError());
    return strengths;
}

} // namespace recital
