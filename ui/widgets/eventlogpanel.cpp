#include "ui/widgets/eventlogpanel.h"

#include "ui/dialogs/filedialogs.h"
#include "ui/errortext.h"
#include "ui/livetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/tableheader.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr double fast = 4.0;

} // namespace

EventLogPanel::EventLogPanel(LiveSession& session, EventLog& log, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_log(log) {
    setObjectName(u"eventLogPanel"_s);
    build(theme);
    connect(&log, &EventLog::replayChanged, this, &EventLogPanel::showReplay);
    connect(&log, &EventLog::replayFinished, this, [this](bool complete) {
        showReplay();
        m_status->setFullText(complete ? tr("Replay complete") : tr("Replay stopped"));
    });
    showReplay();
}

QComboBox* EventLogPanel::addFilter(QHBoxLayout* row, const QString& name, const QString& accessibleName) {
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(box);
    connect(box, &QComboBox::currentIndexChanged, this, &EventLogPanel::refresh);
    return box;
}

QPushButton* EventLogPanel::addButton(QHBoxLayout* row, const QString& name, const QString& text,
                                      const QString& toolTip) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setProperty("role", u"quiet"_s);
    button->setToolTip(toolTip);
    row->addWidget(button);
    return button;
}

void EventLogPanel::build(const Theme& theme) {
    auto* row = new QHBoxLayout;
    m_user = addFilter(row, u"logUser"_s, tr("Events of"));
    m_type = addFilter(row, u"logType"_s, tr("Type of event"));
    m_source = addFilter(row, u"logSource"_s, tr("Source of the events"));
    const QSignalBlocker blockType(m_type);
    const QSignalBlocker blockSource(m_source);
    m_type->addItem(tr("All events"), QString());
    for (const EventType type : allEventTypes())
        m_type->addItem(eventWord(type), QString::fromUtf8(eventKey(type).data(),
                                                           static_cast<qsizetype>(eventKey(type).size())));
    m_source->addItem(tr("All sources"), QString());
    for (const QString& source : {u"stage"_s, u"import"_s, u"replay"_s, u"http"_s})
        m_source->addItem(sourceWord(source), source);
    row->addStretch(1);
    const QString pauses = tr(
        "with the pauses there were, %n second(s) at most", nullptr,
        static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(EventLog::longestPause).count()));
    m_replay = addButton(row, u"logReplay"_s, tr("Replay 1\u00D7"),
                         tr("Plays the current user's events again to a new user, %1").arg(pauses));
    m_replayFast = addButton(row, u"logReplayFast"_s, tr("4\u00D7"), tr("The same, four times as fast"));
    QPushButton* save =
        addButton(row, u"logExport"_s, tr("Export..."), tr("Writes what is shown: CSV or JSON lines"));
    QPushButton* read =
        addButton(row, u"logImport"_s, tr("Import..."), tr("Users of a file come on the stage"));
    connect(m_replay, &QPushButton::clicked, this, [this] { replay(1.0); });
    connect(m_replayFast, &QPushButton::clicked, this, [this] { replay(fast); });
    connect(save, &QPushButton::clicked, this, &EventLogPanel::exportLines);
    connect(read, &QPushButton::clicked, this, &EventLogPanel::importLines);
    m_table = new QTableView(this);
    m_table->setObjectName(u"logTable"_s);
    m_table->setAccessibleName(tr("Log of the events, the newest first"));
    m_table->setHorizontalHeader(new TableHeader(theme, m_table));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(EventLogModel::Film, QHeaderView::Stretch);
    m_status = new ElidedLabel(this);
    m_status->setObjectName(u"logStatus"_s);
    m_status->setProperty("role", u"caption"_s);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    column->addWidget(m_status);
    followTheme(theme, this, [this, row, column, &theme] {
        row->setSpacing(theme.px(6));
        column->setContentsMargins(theme.px(4), 0, theme.px(4), 0);
        column->setSpacing(theme.px(2));
        m_table->verticalHeader()->setDefaultSectionSize(theme.px(26));
    });
}

void EventLogPanel::fillUsers() {
    const qint64 chosen = m_user->currentData().toLongLong();
    const QSignalBlocker block(m_user);
    m_user->clear();
    m_user->addItem(tr("All users"), qint64{0});
    for (const auto& user : m_session.state().users)
        m_user->addItem(userTitle(*user, m_session.snapshot()->dataset.get()), user->id);
    m_user->setCurrentIndex(std::max(0, m_user->findData(chosen)));
}

EventFilter EventLogPanel::filter() const {
    EventFilter filter;
    filter.userId = m_user->currentData().toLongLong();
    filter.type = m_type->currentData().toString();
    filter.source = m_source->currentData().toString();
    return filter;
}

void EventLogPanel::refresh() {
    fillUsers();
    Result<std::vector<EventLine>> lines = m_log.lines(filter());
    if (!lines.ok()) {
        m_model.setLines({}, nullptr);
        return m_status->setFullText(errorSentence(lines.error().code));
    }
    m_model.setLines(std::move(lines).value(), m_session.snapshot()->dataset);
    if (!m_log.replay())
        m_status->setFullText(tr("%n line(s); nothing is ever deleted", nullptr, m_model.rowCount()));
}

void EventLogPanel::showReplay() {
    const auto& replay = m_log.replay();
    m_replay->setText(replay ? tr("Stop") : tr("Replay 1\u00D7"));
    if (replay)
        m_status->setFullText(tr("%1: %2 of %3 events, %4\u00D7")
                                  .arg(replay->name, QString::number(replay->done),
                                       QString::number(replay->of), QString::number(replay->speed)));
}

void EventLogPanel::replay(double speed) {
    if (m_log.replay() && speed == 1.0)
        return m_log.stopReplay();
    if (m_log.replay())
        return m_log.setReplaySpeed(speed);
    // What could not be written LiveSession::problem says on the window.
    const auto started = m_log.startReplay(m_session.user().id, speed);
    if (!started.ok() && started.error().code == ErrorCode::InvalidData)
        m_status->setFullText(tr("This user has no events to play again."));
}

void EventLogPanel::exportLines() {
    const QString path = filedialogs::chooseSaveFile(this, tr("Export events"), u"events.csv"_s,
                                                     tr("CSV (*.csv);;JSON lines (*.jsonl)"));
    if (path.isEmpty())
        return;
    const Result<int> written = m_log.exportTo(path, filter());
    m_status->setFullText(written.ok() ? tr("%n line(s) written to %1", nullptr, *written).arg(path)
                                       : errorSentence(written.error().code) + u' ' +
                                             QString::fromStdString(written.error().detail));
}

void EventLogPanel::importLines() {
    const QString path = filedialogs::chooseFile(this, tr("Import events"), {},
                                                 tr("Events (*.csv *.jsonl *.json);;All files (*)"));
    if (path.isEmpty())
        return;
    const auto imported = m_log.importFrom(path);
    refresh();
    m_status->setFullText(
        imported.ok()
            ? tr("%n line(s) imported, new users are on the stage", nullptr, imported->lines)
            : errorSentence(imported.error().code) + u' ' + QString::fromStdString(imported.error().detail));
}

} // namespace recital
