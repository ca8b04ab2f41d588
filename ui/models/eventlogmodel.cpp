#include "ui/models/eventlogmodel.h"

#include "ui/livetext.h"

#include <QApplication>
#include <QLocale>
#include <QPalette>

namespace recital {

using namespace Qt::StringLiterals;

QString sourceWord(const QString& source) {
    if (source == u"stage")
        return EventLogModel::tr("Stage");
    if (source == u"import")
        return EventLogModel::tr("Import");
    if (source == u"replay")
        return EventLogModel::tr("Replay");
    return source == u"http" ? u"HTTP"_s : source;
}

void EventLogModel::setLines(std::vector<EventLine> lines, std::shared_ptr<const Dataset> dataset) {
    beginResetModel();
    m_lines = std::move(lines);
    m_dataset = std::move(dataset);
    endResetModel();
}

int EventLogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int EventLogModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventLogModel::what(const EventLine& line) const {
    if (line.record.entry == EventRecord::Entry::TakenBack)
        return tr("Line %1 taken back").arg(line.record.target);
    if (line.record.entry == EventRecord::Entry::BroughtBack)
        return tr("Line %1 brought back").arg(line.record.target);
    const auto type = eventTypeOf(line.record.type.toStdString());
    return type ? eventWord(*type, line.record.stars) : line.record.type;
}

QVariant EventLogModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EventLine& line = m_lines[m_lines.size() - 1 - static_cast<std::size_t>(index.row())];
    const bool event = line.record.entry == EventRecord::Entry::Event;
    if (role == Qt::ForegroundRole && event && !line.counts)
        return QApplication::palette().brush(QPalette::Disabled, QPalette::Text);
    if (role == Qt::ToolTipRole && event && !line.counts)
        return tr("Taken back: it stands in the log, but does not count");
    if (role == Qt::TextAlignmentRole && index.column() == Number)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Number:
        return QString::number(line.record.id);
    case Time:
        return QLocale().toString(line.record.time.toLocalTime(), u"yyyy-MM-dd HH:mm:ss"_s);
    case User: {
        const auto user = m_dataset && line.user.datasetUserId >= 0
                              ? m_dataset->findUser(line.user.datasetUserId)
                              : std::nullopt;
        return userTitle(line.user.name, user.value_or(-1), m_dataset.get());
    }
    case What:
        return what(line);
    case Film:
        return line.title;
    case Source:
        return sourceWord(line.record.source);
    default:
        return {};
    }
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Line");
    case Time:
        return tr("Time");
    case User:
        return tr("User");
    case What:
        return tr("Event");
    case Film:
        return tr("Film");
    case Source:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace recital
