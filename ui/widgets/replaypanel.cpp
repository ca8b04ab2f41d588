#include "ui/widgets/replaypanel.h"

#include "core/services/comparisontext.h"
#include "ui/charts/evidencefigures.h"
#include "ui/charts/figureview.h"
#include "ui/comparetext.h"
#include "ui/errortext.h"
#include "ui/format.h"
#include "ui/metrictext.h"
#include "ui/replaytext.h"
#include "ui/widgets/figuresave.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/measuretable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/runstatus.h"
#include "ui/widgets/segmentedswitch.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRevealed = 50;
constexpr int longestList = 100;

} // namespace

ReplayPanel::ReplayPanel(ReplayService& service, ModelStore& store, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_store(store)
    , m_theme(theme) {
    setObjectName(u"replayPanel"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildControls());
    m_status = new RunStatus(theme, this);
    m_status->setObjectName(u"replayStatus"_s);
    m_status->setTexts(
        tr("Progress of the rule test"),
        tr("Stops within half a second. What was measured so far stays, marked as incomplete."));
    layout->addWidget(m_status);
    m_notice = new Notice(theme, this);
    m_notice->setObjectName(u"replayNotice"_s);
    m_notice->hide();
    layout->addWidget(m_notice);
    layout->addWidget(buildResults(), 1);
    followTheme(theme, this, [this, layout] { layout->setSpacing(m_theme.px(8)); });
    connectService();
    controlsChanged();
    showTable();
}

QWidget* ReplayPanel::buildControls() {
    auto* strip = new QWidget(this);
    buildChoices(strip);
    buildFields(strip);
    m_save = new FigureSaveButton([this] { return m_chart ? m_chart->figure() : Figure(); }, strip);
    m_save->setObjectName(u"replaySave"_s);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_users);
    row->addWidget(m_holdout);
    row->addWidget(m_revealedField);
    row->addWidget(makeLabel("", u"replayKLabel"_s, strip, tr("List")));
    row->addWidget(m_k);
    row->addStretch(1);
    row->addWidget(m_save);
    followTheme(m_theme, strip, [this, row] { row->setSpacing(m_theme.px(10)); });
    return strip;
}

void ReplayPanel::buildChoices(QWidget* strip) {
    m_users = new SegmentedSwitch(m_theme, strip);
    m_users->setObjectName(u"replayUsers"_s);
    m_users->setAccessibleName(tr("Users who are tested on"));
    m_users->addSegment(u"new"_s, tr("Ne&w users"), tr("The model has never seen them."));
    m_users->addSegment(u"known"_s, tr("&Known users"),
                        tr("The model has learned from their earlier likes."));
    m_holdout = new SegmentedSwitch(m_theme, strip);
    m_holdout->setObjectName(u"replayHoldout"_s);
    m_holdout->setAccessibleName(tr("Likes that must be found"));
    m_holdout->addSegment(u"newest"_s, tr("Newest likes hi&dden"), tr("What a user liked last."));
    m_holdout->addSegment(u"random"_s, tr("R&andom likes hidden"),
                          tr("Any of the user's likes: time then tells nothing."));
    for (SegmentedSwitch* choice : {m_users, m_holdout})
        connect(choice, &SegmentedSwitch::chosen, this, &ReplayPanel::controlsChanged);
}

void ReplayPanel::buildFields(QWidget* strip) {
    const ReplayOptions defaults;
    const auto field = [strip](const QString& name, const QString& label, int value, int most) {
        auto* number = new IntegerField(strip);
        number->setObjectName(name);
        number->setRange(1, most);
        number->setValue(value);
        number->setAccessibleName(label);
        return number;
    };
    m_revealed = field(u"replayRevealed"_s, tr("Clicks before the test"), defaults.revealed, mostRevealed);
    m_k = field(u"replayK"_s, tr("Films in the list"), defaults.k, longestList);
    m_revealedField = new QWidget(strip);
    auto* inField = new QHBoxLayout(m_revealedField);
    inField->setContentsMargins(0, 0, 0, 0);
    inField->addWidget(makeLabel("", u"replayRevealedLabel"_s, m_revealedField, tr("Clicks")));
    inField->addWidget(m_revealed);
    for (IntegerField* number : {m_revealed, m_k})
        connect(number, &QSpinBox::valueChanged, this, &ReplayPanel::controlsChanged);
}

QWidget* ReplayPanel::buildResults() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_chart = new FigureView(m_theme, card);
    m_chart->setObjectName(u"replayChart"_s);
    m_table = new MeasureTable(m_theme,
                               {tr("Rule"), tr("NDCG"), tr("95 % interval"), tr("To the re-solve"),
                                tr("p, adjusted"), tr("Verdict")},
                               card);
    m_table->setObjectName(u"replayTable"_s);
    m_table->setAccessibleName(tr("Results of the rule test"));
    auto* layout = new QVBoxLayout(card);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_table);
    followTheme(m_theme, card, [this, layout] {
        const int margin = m_theme.px(10);
        layout->setContentsMargins(margin, margin, margin, m_theme.px(6));
    });
    return card;
}

void ReplayPanel::connectService() {
    connect(&m_service, &ReplayService::started, this, [this] {
        m_stopping = false;
        m_cancelled = false;
        m_notice->hide();
        showRunning();
        m_status->showProgress(0.0, {});
    });
    connect(&m_service, &ReplayService::tableChanged, this, [this] {
        showTable();
        if (m_service.running())
            showRunning();
        else
            showState();
    });
    connect(&m_service, &ReplayService::progressChanged, this,
            [this](double fraction) { m_status->showProgress(fraction, {}); });
    connect(&m_service, &ReplayService::finished, this, [this](bool cancelled) {
        m_cancelled = cancelled;
        showTable();
        showState();
    });
    connect(&m_service, &ReplayService::failed, this, [this](ErrorCode code, const QString& detail) {
        showState();
        m_notice->showError(code, detail, tr("The rules were not tested"));
    });
    connect(&m_store, &ModelStore::snapshotChanged, this, &ReplayPanel::controlsChanged);
    connect(m_status, &RunStatus::actionRequested, this, [this] { m_service.start(options()); });
    connect(m_status, &RunStatus::cancelRequested, this, [this] {
        m_stopping = true;
        m_status->showCancelling();
        m_service.cancel();
    });
    connect(m_save, &FigureSaveButton::written, m_notice, &Notice::showText);
    connect(m_save, &FigureSaveButton::failed, this, [this](ErrorCode code, const QString& detail) {
        m_notice->showError(code, detail, tr("The chart was not saved"));
    });
}

ReplayOptions ReplayPanel::options() const {
    ReplayOptions options = m_service.defaultOptions();
    options.users = m_users->current() == u"known"_s ? ReplayUsers::Known : ReplayUsers::New;
    options.holdout = m_holdout->current() == u"random"_s && options.users == ReplayUsers::New
                          ? ReplayHoldout::Random
                          : ReplayHoldout::Newest;
    options.revealed = m_revealed->value();
    options.k = m_k->value();
    return options;
}

void ReplayPanel::controlsChanged() {
    const bool known = m_users->current() == u"known"_s;
    m_revealedField->setVisible(known);
    m_holdout->setVisible(!known); // of known users time alone decides
    if (!m_service.running())
        showState();
}

void ReplayPanel::showState() {
    const ReplayOptions options = this->options();
    if (const Status usable = m_service.check(options); !usable) {
        m_status->showState(tr("The rules cannot be tested on these data"),
                            errorSentence(usable.error().code) + u' ' +
                                QString::fromStdString(usable.error().detail));
        return;
    }
    const auto table = m_service.table();
    if (!table || table->users == 0) {
        m_status->showState(m_cancelled ? tr("Cancelled before anything was measured")
                                        : tr("Not measured yet"),
                            replayDescription(options), tr("Start t&he test"));
        return;
    }
    const QString heading =
        table->complete
            ? tr("Measured on %n user(s)", nullptr, table->users)
            : tr("Incomplete: %1 of %n user(s) measured", nullptr, table->of).arg(formatCount(table->users));
    m_status->showState(heading, replayDescription(table->options), tr("Start t&he test"));
}

void ReplayPanel::showRunning() {
    if (m_stopping)
        return;
    const auto table = m_service.table();
    const QString heading =
        table && table->users > 0
            ? tr("Playing clicks: %1 of %n user(s)", nullptr, table->of).arg(formatCount(table->users))
            : tr("Training on the other users first");
    m_status->showRunning(heading, replayDescription(table ? table->options : options()));
}

QString ReplayPanel::dataName() const {
    const auto snapshot = m_store.snapshot();
    return snapshot->dataset ? QString::fromStdString(snapshot->dataset->info().name) : QString();
}

void ReplayPanel::showTable() {
    if (!m_chart || !m_table)
        return;
    m_shown = m_service.table();
    m_chart->setFigure(replayFigure(m_shown.get(), dataName()));
    m_save->refresh();
    const int rows = m_shown && m_shown->users > 0 ? static_cast<int>(m_shown->rows.size()) : 0;
    m_table->setRowCount(rows);
    m_table->setVisible(rows > 0);
    for (int row = 0; row < rows; ++row)
        fillRow(row);
    m_table->fit();
}

void ReplayPanel::fillRow(int row) {
    const auto index = static_cast<std::size_t>(row);
    const ReplayRow& values = m_shown->rows[index];
    const bool reference = isReplayReference(values);
    const bool tested = m_shown->complete && !reference;
    const PairedComparison& pair = values.difference;
    const QString none = notMeasuredText();
    const QString difference = u"%1 (%2)"_s.arg(formatDifference(MetricId::Ndcg, pair.difference),
                                                intervalText(MetricId::Ndcg, pair.interval, true));
    m_table->setRowTexts(row,
                         {replayRowName(values), formatMetric(values.ndcg),
                          m_shown->complete ? intervalText(MetricId::Ndcg, values.interval, false) : none,
                          tested ? difference : none, tested ? pValueText(pair.adjustedP) : none,
                          replayVerdict(*m_shown, index)},
                         replaySentence(*m_shown, index));
}

} // namespace recital
