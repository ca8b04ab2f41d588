#include "core/services/eventtext.h"

#include "core/recsys/io/recordreader.h"
#include "core/services/jsontext.h"
#include "core/services/livejson.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

using Entry = EventRecord::Entry;

const QStringList columns{u"id"_s,           u"time"_s,   u"entry"_s, u"user"_s, u"name"_s,
                          u"dataset_user"_s, u"taste"_s,  u"type"_s,  u"item"_s, u"title"_s,
                          u"stars"_s,        u"target"_s, u"source"_s};
const QStringList numbers{u"id"_s, u"user"_s, u"dataset_user"_s, u"item"_s, u"stars"_s, u"target"_s};
const QString formatName = u"Recital events"_s;
const QStringList entryKeys{u"event"_s, u"taken-back"_s, u"brought-back"_s};

/// One line of the file, whatever its format.
using Fields = QHash<QString, QString>;

QString csvField(const QString& text) {
    const bool quote =
        std::ranges::any_of(text, [](QChar c) { return u",\"\r\n"_s.contains(c); }) || text.startsWith(u'#');
    return quote ? u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"' : text;
}

QStringList valuesOf(const EventRecord& line, const LiveUserRecord& user, const QString& title) {
    return {QString::number(line.id),
            line.time.toUTC().toString(Qt::ISODateWithMs),
            entryKeys[static_cast<int>(line.entry)],
            QString::number(line.userId),
            user.name,
            QString::number(user.datasetUserId),
            user.tasteJson,
            line.type,
            QString::number(line.itemId),
            title,
            QString::number(line.stars),
            QString::number(line.target),
            line.source};
}

QString csvLine(const QStringList& values) {
    QStringList fields;
    for (const QString& value : values)
        fields += csvField(value);
    return fields.join(u',') + u'\n';
}

QString jsonLine(const QStringList& values) {
    QJsonObject object;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const bool number = numbers.contains(columns[i]);
        object.insert(columns[i], number ? QJsonValue(values[i].toLongLong()) : QJsonValue(values[i]));
    }
    return json::compact(object) + u'\n';
}

/// Takes line after line, checks each against those before it.
class EventFileReader {
public:
    explicit EventFileReader(QString fileName)
        : m_fileName(std::move(fileName)) {}

    Result<EventFile> readCsv(const QByteArray& text);
    Result<EventFile> readJsonLines(const QByteArray& text);

private:
    std::pair<qint64, qsizetype> readComments(const QByteArray& text);
    Error bad(qint64 line, const QString& reason) const;
    Status take(const Fields& fields, qint64 line);
    Status takeUser(const Fields& fields, qint64 id, qint64 line);
    Status takeEvent(const Fields& fields, EventRecord& record, qint64 line) const;
    Status takeTarget(const Fields& fields, EventRecord& record, qint64 line) const;
    Status requireDataset() const;
    Status requireColumns(const QStringList& header, qint64 line) const;

    QString m_fileName;
    EventFile m_file;
    std::map<qint64, qint64> m_userOf; ///< of every event so far, by its id
};

Error EventFileReader::bad(qint64 line, const QString& reason) const {
    return {ErrorCode::BadFormat, u"%1:%2: %3"_s.arg(m_fileName).arg(line).arg(reason).toStdString()};
}

Status EventFileReader::requireDataset() const {
    if (m_file.datasetFingerprint.isEmpty())
        return bad(1, u"no log of events: the fingerprint of the dataset is missing"_s);
    return success();
}

Status EventFileReader::requireColumns(const QStringList& header, qint64 line) const {
    for (const QString& column : columns)
        if (column != u"title"_s && !header.contains(column))
            return bad(line, u"the column \"%1\" is missing"_s.arg(column));
    return success();
}

Status EventFileReader::take(const Fields& fields, qint64 line) {
    EventRecord record;
    bool idGood = false;
    bool userGood = false;
    record.id = fields[u"id"_s].toLongLong(&idGood);
    record.userId = fields[u"user"_s].toLongLong(&userGood);
    if (!idGood || record.id <= 0)
        return bad(line, u"\"%1\" is no number of a line"_s.arg(fields[u"id"_s]));
    if (!m_file.lines.empty() && record.id <= m_file.lines.back().id)
        return bad(line, u"line %1 stands behind line %2"_s.arg(record.id).arg(m_file.lines.back().id));
    if (!userGood)
        return bad(line, u"\"%1\" is no number of a user"_s.arg(fields[u"user"_s]));
    const qsizetype entry = entryKeys.indexOf(fields[u"entry"_s]);
    if (entry < 0)
        return bad(line, u"\"%1\" is none of %2"_s.arg(fields[u"entry"_s], entryKeys.join(u", "_s)));
    record.entry = static_cast<Entry>(entry);
    record.time = QDateTime::fromString(fields[u"time"_s], Qt::ISODateWithMs).toUTC();
    if (!record.time.isValid())
        return bad(line, u"\"%1\" is no time"_s.arg(fields[u"time"_s]));
    record.datasetFingerprint = m_file.datasetFingerprint;
    record.source = fields[u"source"_s];
    if (const Status user = takeUser(fields, record.userId, line); !user)
        return user;
    const Status rest =
        record.entry == Entry::Event ? takeEvent(fields, record, line) : takeTarget(fields, record, line);
    if (!rest)
        return rest;
    if (record.entry == Entry::Event)
        m_userOf[record.id] = record.userId;
    m_file.lines.push_back(std::move(record));
    m_file.lineNumbers.push_back(line);
    return success();
}

Status EventFileReader::takeUser(const Fields& fields, qint64 id, qint64 line) {
    LiveUserRecord user;
    bool good = false;
    user.id = id;
    user.datasetFingerprint = m_file.datasetFingerprint;
    user.name = fields[u"name"_s];
    user.datasetUserId = fields[u"dataset_user"_s].toLongLong(&good);
    user.tasteJson = fields[u"taste"_s];
    if (!good || user.datasetUserId < -1)
        return bad(line, u"\"%1\" is no user of a dataset"_s.arg(fields[u"dataset_user"_s]));
    if (!tasteFromJson(user.tasteJson))
        return bad(line, u"\"%1\" is no taste for genres"_s.arg(user.tasteJson));
    const auto there = std::ranges::find(m_file.users, id, &LiveUserRecord::id);
    if (there == m_file.users.end())
        m_file.users.push_back(user);
    else if (there->name != user.name || there->datasetUserId != user.datasetUserId)
        return bad(line, u"user %1 was somebody else before"_s.arg(id));
    return success();
}

Status EventFileReader::takeEvent(const Fields& fields, EventRecord& record, qint64 line) const {
    bool itemGood = false;
    bool starsGood = false;
    record.type = fields[u"type"_s];
    record.itemId = fields[u"item"_s].toLongLong(&itemGood);
    record.stars = fields[u"stars"_s].toInt(&starsGood);
    const std::optional<EventType> type = eventTypeOf(record.type.toStdString());
    if (!type)
        return bad(line, u"\"%1\" is no type of event"_s.arg(record.type));
    if (!itemGood)
        return bad(line, u"\"%1\" is no number of a film"_s.arg(fields[u"item"_s]));
    const bool rating = *type == EventType::Rating;
    if (!starsGood || (rating ? record.stars < 1 || record.stars > 5 : record.stars != 0))
        return bad(line, u"%1 stars: a rating has 1 to 5, nothing else has any"_s.arg(fields[u"stars"_s]));
    return success();
}

Status EventFileReader::takeTarget(const Fields& fields, EventRecord& record, qint64 line) const {
    bool good = false;
    record.target = fields[u"target"_s].toLongLong(&good);
    const auto user = m_userOf.find(record.target);
    if (!good || user == m_userOf.end() || user->second != record.userId)
        return bad(line,
                   u"line \"%1\", which is taken or brought back, is no event of this user before it"_s.arg(
                       fields[u"target"_s]));
    return success();
}

/// The "#" lines at the top: how many there are, and where the table begins.
std::pair<qint64, qsizetype> EventFileReader::readComments(const QByteArray& text) {
    qsizetype begin = 0;
    qint64 lines = 0;
    for (; begin < text.size() && text[begin] == '#'; ++lines) {
        const qsizetype end = text.indexOf('\n', begin);
        const QString comment =
            QString::fromUtf8(text.mid(begin + 1, (end < 0 ? text.size() : end) - begin - 1)).trimmed();
        if (comment.startsWith(u"dataset: "_s))
            m_file.datasetName = comment.sliced(9);
        else if (comment.startsWith(u"fingerprint: "_s))
            m_file.datasetFingerprint = comment.sliced(13);
        begin = end < 0 ? text.size() : end + 1;
    }
    return {lines, begin};
}

Result<EventFile> EventFileReader::readCsv(const QByteArray& text) {
    const auto [skipped, begin] = readComments(text);
    if (const Status dataset = requireDataset(); !dataset)
        return dataset.error();
    const std::string name = m_fileName.toStdString();
    io::RecordReader records(name, std::string_view(text.constData(), static_cast<std::size_t>(text.size())),
                             ",", true);
    records.seek(static_cast<std::size_t>(begin), skipped + 1);
    QStringList header;
    while (records.next()) {
        if (header.isEmpty()) {
            for (const std::string_view field : records.fields())
                header += json::text(field).trimmed();
            if (const Status good = requireColumns(header, records.line()); !good)
                return good.error();
            continue;
        }
        if (const Status width = records.requireFields(static_cast<std::size_t>(header.size())); !width)
            return width.error();
        Fields fields;
        for (qsizetype i = 0; i < header.size(); ++i)
            fields.insert(header[i], json::text(records.fields()[static_cast<std::size_t>(i)]));
        if (const Status taken = take(fields, records.line()); !taken)
            return taken.error();
    }
    if (records.fault())
        return *records.fault();
    if (header.isEmpty())
        return bad(skipped + 1, u"the header is missing"_s);
    return std::move(m_file);
}

Result<EventFile> EventFileReader::readJsonLines(const QByteArray& text) {
    qint64 number = 0;
    for (const QByteArray& line : text.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const std::optional<QJsonObject> object = json::readObject(QString::fromUtf8(line));
        if (!object)
            return bad(number, u"no JSON object"_s);
        if (m_file.datasetFingerprint.isEmpty()) {
            m_file.datasetName = (*object)[u"dataset"_s].toString();
            m_file.datasetFingerprint = (*object)[u"fingerprint"_s].toString();
            if (const Status dataset = requireDataset(); !dataset)
                return dataset.error();
            continue;
        }
        if (const Status good = requireColumns(object->keys(), number); !good)
            return good.error();
        Fields fields;
        for (auto member = object->begin(); member != object->end(); ++member)
            fields.insert(member.key(),
                          member->isDouble() ? QString::number(member->toInteger(-2)) : member->toString());
        if (const Status taken = take(fields, number); !taken)
            return taken.error();
    }
    return std::move(m_file);
}

} // namespace

QByteArray eventsToText(const EventFile& file, EventFormat format,
                        const std::function<QString(qint64 itemId)>& titleOf) {
    QString text;
    if (format == EventFormat::Csv)
        text = u"# %1\n# dataset: %2\n# fingerprint: %3\n"_s.arg(
                   formatName, QString(file.datasetName).replace(u'\n', u' '), file.datasetFingerprint) +
               csvLine(columns);
    else
        text = json::compact(QJsonObject{{u"format"_s, formatName},
                                         {u"dataset"_s, file.datasetName},
                                         {u"fingerprint"_s, file.datasetFingerprint}}) +
               u'\n';
    std::map<qint64, const LiveUserRecord*> users;
    for (const LiveUserRecord& user : file.users)
        users[user.id] = &user;
    for (const EventRecord& line : file.lines) {
        const auto user = users.find(line.userId);
        const QString title = line.entry == Entry::Event ? titleOf(line.itemId) : QString();
        const QStringList values =
            valuesOf(line, user == users.end() ? LiveUserRecord{} : *user->second, title);
        text += format == EventFormat::Csv ? csvLine(values) : jsonLine(values);
    }
    return text.toUtf8();
}

Result<EventFile> eventsFromText(const QByteArray& text, const QString& fileName) {
    QByteArray content = text;
    if (content.startsWith("\xEF\xBB\xBF")) // some spreadsheets put a mark in front
        content.remove(0, 3);
    EventFileReader reader(fileName);
    return content.startsWith('{') ? reader.readJsonLines(content) : reader.readCsv(content);
}

} // namespace recital
