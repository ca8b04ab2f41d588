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
    connect(&log, &EventLog::replayFinished, this, &EventLogPanel::showReplayEnd);
    refresh();
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
    buildFilters(row);
    row->addStretch(1);
    buildButtons(row);
    buildTable(theme);
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

void EventLogPanel::buildFilters(QHBoxLayout* row) {
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
}

void EventLogPanel::buildButtons(QHBoxLayout* row) {
    m_replay = addButton(row, u"logReplay"_s, tr("Replay 1\u00D7"), {});
    m_replayFast = addButton(row, u"logReplayFast"_s, tr("4\u00D7"), {});
    m_replayFast->setCheckable(true);
    m_save = addButton(row, u"logExport"_s, tr("Export..."), tr("Writes what is shown: CSV or JSON lines"));
    QPushButton* read =
        addButton(row, u"logImport"_s, tr("Import..."), tr("Users of a file come on the stage"));
    connect(m_replay, &QPushButton::clicked, this,
            [this] { m_log.replay() ? m_log.stopReplay() : startReplay(1.0); });
    connect(m_replayFast, &QPushButton::clicked, this,
            [this](bool on) { m_log.replay() ? m_log.setReplaySpeed(on ? fast : 1.0) : startReplay(fast); });
    connect(m_save, &QPushButton::clicked, this, &EventLogPanel::exportLines);
    connect(read, &QPushButton::clicked, this, &EventLogPanel::importLines);
}

void EventLogPanel::buildTable(const Theme& theme) {
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
    m_empty = makeLabel("muted", u"logEmpty"_s, m_table->viewport());
    auto* cover = new QVBoxLayout(m_table->viewport());
    cover->addWidget(m_empty, 0, Qt::AlignCenter);
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
    const bool read = lines.ok();
    m_model.setLines(read ? std::move(lines).value() : std::vector<EventLine>(),
                     m_session.snapshot()->dataset);
    const bool any = m_model.rowCount() > 0;
    m_save->setEnabled(any);
    m_empty->setVisible(read && !any);
    const bool filtered =
        m_user->currentIndex() > 0 || m_type->currentIndex() > 0 || m_source->currentIndex() > 0;
    m_empty->setText(filtered
                         ? tr("No line of the log passes these filters.")
                         : tr("Nothing has happened yet. Every event is written here before it is shown."));
    showReplay();
    if (!read)
        m_status->setFullText(errorSentence(lines.error().code));
    else if (!m_log.replay())
        m_status->setFullText(tr("%n line(s); nothing is ever deleted", nullptr, m_model.rowCount()));
}

void EventLogPanel::showReplay() {
    const auto& replay = m_log.replay();
    const bool usable = replay || !m_session.user().events.empty();
    for (QPushButton* button : {m_replay, m_replayFast}) {
        button->setEnabled(usable);
        button->setToolTip(tr("This user has no events to play again."));
    }
    m_replay->setText(replay ? tr("Stop") : tr("Replay 1\u00D7"));
    m_replayFast->setChecked(replay && replay->speed == fast);
    if (replay) {
        m_played = static_cast<int>(replay->done);
        m_replay->setToolTip(tr("Ends the replay; what was played stays"));
        m_replayFast->setToolTip(tr("Four times as fast from the next event on, and back"));
        m_status->setFullText(tr("%1: %2 of %3 events, %4\u00D7")
                                  .arg(replay->name, QString::number(replay->done),
                                       QString::number(replay->of), QString::number(replay->speed)));
    } else if (usable) {
        const auto longest = std::chrono::duration_cast<std::chrono::seconds>(EventLog::longestPause);
        const QString pauses = tr("with the pauses there were, %n second(s) at most", nullptr,
                                  static_cast<int>(longest.count()));
        m_replay->setToolTip(tr("Plays the current user's events again to a new user, %1").arg(pauses));
        m_replayFast->setToolTip(tr("The same, four times as fast"));
    }
}

/// The state is read once more: who is on the stage may have changed with the last event.
void EventLogPanel::showReplayEnd(bool complete) {
    if (isVisible())
        refresh();
    m_status->setFullText(complete ? tr("Replay complete")
                                   : tr("Replay stopped after %n event(s)", nullptr, m_played));
}

void EventLogPanel::startReplay(double speed) {
    // Without events the buttons are disabled; what could not be written LiveSession::problem says.
    (void)m_log.startReplay(m_session.user().id, speed);
    showReplay();
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
