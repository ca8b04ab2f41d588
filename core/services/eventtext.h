#pragma once

#include "core/recsys/result.h"
#include "core/store/liverecords.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace recital {

/// Lines of the event log as a file: complete in itself (every user, and every event that is taken or brought
/// back, is there), with the dataset it belongs to.
struct EventFile {
    QString datasetName;
    QString datasetFingerprint;
    std::vector<LiveUserRecord> users; ///< numbers as in the file
    std::vector<EventRecord> lines;    ///< likewise, oldest first
    std::vector<qint64> lineNumbers;   ///< in the file, one for each of `lines`; empty unless read
};

enum class EventFormat {
    Csv,      ///< "#" lines with dataset and fingerprint, a header, RFC 4180
    JsonLines ///< an object with dataset and fingerprint, then one a line
};

/// UTF-8. Titles are for the reader: they are left unread when the file comes back.
QByteArray eventsToText(const EventFile& file, EventFormat format,
                        const std::function<QString(qint64 itemId)>& titleOf);

/// Either format, told by its first character. BadFormat: file, line and reason; all lines are good or none
/// is taken.
Result<EventFile> eventsFromText(const QByteArray& text, const QString& fileName);

} // namespace recital
