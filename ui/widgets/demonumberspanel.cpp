#include "ui/widgets/demonumberspanel.h"

#include "ui/charts/evidencefigures.h"
#include "ui/charts/figureview.h"
#include "ui/errortext.h"
#include "ui/format.h"
#include "ui/ruletext.h"
#include "ui/widgets/bignumber.h"
#include "ui/widgets/figuresave.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/runstatus.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int listLength = 10;
constexpr double frameMicroseconds = 1e6 / 60.0;

QString micro(double microseconds) {
    return formatCount(std::llround(microseconds));
}

} // namespace

DemoNumbersPanel::DemoNumbersPanel(DemoNumbersService& service, ModelStore& store, Theme& theme,
                                   QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_store(store)
    , m_theme(theme) {
    setObjectName(u"demoNumbersPanel"_s);
    build();
    connectService();
    showNumbers();
    showState();
}

void DemoNumbersPanel::build() {
    m_status = new RunStatus(m_theme, this);
    m_status->setObjectName(u"demoStatus"_s);
    m_status->setTexts(tr("Progress of the measurement"),
                       tr("Stops within half a second. The numbers that are there stay."));
    m_notice = new Notice(m_theme, this);
    m_notice->setObjectName(u"demoNotice"_s);
    m_notice->hide();
    m_distinct = new BigNumber(m_theme, u"demoDistinct"_s, tr("Different lists"), this);
    m_overlap = new BigNumber(m_theme, u"demoOverlap"_s, tr("Overlap of two users"), this);
    m_newcomers = new BigNumber(m_theme, u"demoNewcomers"_s, tr("Newcomers served"), this);
    m_latency = new BigNumber(m_theme, u"demoLatency"_s, tr("From event to list"), this);
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_change = new FigureView(m_theme, card);
    m_change->setObjectName(u"demoChange"_s);
    m_save = new FigureSaveButton([this] { return m_change->figure(); }, card);
    m_save->setObjectName(u"demoSave"_s);
    auto* inCard = new QVBoxLayout(card);
    inCard->addWidget(m_change, 1);
    inCard->addWidget(m_save, 0, Qt::AlignRight);
    auto* grid = new QGridLayout;
    grid->addWidget(m_distinct, 0, 0);
    grid->addWidget(m_overlap, 0, 1);
    grid->addWidget(m_newcomers, 1, 0);
    grid->addWidget(m_latency, 1, 1);
    grid->addWidget(card, 0, 2, 2, 1);
    for (int column = 0; column < 2; ++column) {
        grid->setColumnStretch(column, 5);
        grid->setRowStretch(column, 1);
    }
    grid->setColumnStretch(2, 9);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_status);
    layout->addWidget(m_notice);
    layout->addLayout(grid, 1);
    followTheme(m_theme, this, [this, layout, grid, inCard] {
        layout->setSpacing(m_theme.px(8));
        grid->setSpacing(m_theme.px(10));
        const int margin = m_theme.px(12);
        inCard->setContentsMargins(margin, m_theme.px(8), margin, m_theme.px(8));
    });
}

void DemoNumbersPanel::connectService() {
    connect(&m_service, &DemoNumbersService::started, this, [this] {
        m_cancelled = false;
        m_notice->hide();
        m_status->showRunning(tr("Measuring over all users"), sentence(m_rule));
        m_status->showProgress(0.0, {});
    });
    connect(&m_service, &DemoNumbersService::progressChanged, this,
            [this](double fraction) { m_status->showProgress(fraction, {}); });
    connect(&m_service, &DemoNumbersService::numbersChanged, this, [this] {
        showNumbers();
        if (!m_service.running())
            showState();
    });
    connect(&m_service, &DemoNumbersService::finished, this, [this](bool cancelled) {
        m_cancelled = cancelled;
        showState();
    });
    connect(&m_service, &DemoNumbersService::failed, this, [this](ErrorCode code, const QString& detail) {
        showState();
        m_notice->showError(code, detail, tr("The numbers were not measured"));
    });
    connect(&m_store, &ModelStore::snapshotChanged, this, [this] {
        if (!m_service.running())
            showState();
    });
    connect(m_status, &RunStatus::actionRequested, this, [this] { m_service.start(m_rule, listLength); });
    connect(m_status, &RunStatus::cancelRequested, this, [this] {
        m_status->showCancelling();
        m_service.cancel();
    });
    connect(m_save, &FigureSaveButton::written, m_notice, &Notice::showText);
    connect(m_save, &FigureSaveButton::failed, this, [this](ErrorCode code, const QString& detail) {
        m_notice->showError(code, detail, tr("The chart was not saved"));
    });
}

void DemoNumbersPanel::setRule(const UpdateRule& rule) {
    if (rule == m_rule)
        return;
    m_rule = rule;
    if (!m_service.running())
        showState();
}

QString DemoNumbersPanel::sentence(const UpdateRule& rule) const {
    return tr("Every user of the data with something to learn from gets a list by the rule of the stage: %1.")
        .arg(ruleText(rule));
}

void DemoNumbersPanel::showState() {
    if (const Status usable = m_service.check(m_rule, listLength); !usable) {
        m_status->showState(tr("Nothing can be measured yet"),
                            errorSentence(usable.error().code) + u' ' +
                                QString::fromStdString(usable.error().detail));
        return;
    }
    const auto numbers = m_service.numbers();
    if (!numbers) {
        m_status->showState(m_cancelled ? tr("Cancelled: nothing was measured") : tr("Not measured yet"),
                            sentence(m_rule), tr("&Measure now"));
        return;
    }
    const QString heading = tr("Measured on %Ln user(s) just now", nullptr, numbers->users);
    const QString other = numbers->rule == m_rule
                              ? QString()
                              : u' ' + tr("The stage has another rule by now: %1.").arg(ruleText(m_rule));
    m_status->showState(heading, sentence(numbers->rule) + other, tr("&Measure again"));
}

void DemoNumbersPanel::showNothing() {
    m_distinct->setNotMeasured(tr("Do different users get different lists?"));
    m_overlap->setNotMeasured(tr("How much of two users' lists is the same?"));
    m_newcomers->setNotMeasured(tr("Does somebody without any past get a full list?"));
    m_latency->setNotMeasured(tr("How long does the room wait?"));
}

void DemoNumbersPanel::showNumbers() {
    const auto numbers = m_service.numbers();
    const auto snapshot = m_store.snapshot();
    const QString name =
        snapshot->dataset ? QString::fromStdString(snapshot->dataset->info().name) : QString();
    m_change->setFigure(listChangeFigure(numbers.get(), name));
    m_save->refresh();
    if (!numbers || !snapshot->dataset)
        return showNothing();
    m_distinct->setValue(
        formatPercent(numbers->distinctLists, 1),
        tr("of %Ln list(s) are unlike every other, in films or order.", nullptr, numbers->users),
        tr("Random lists would be 100 % different, the popular list one for all. Being different is not "
           "being right: see the rule test."));
    const double random = static_cast<double>(numbers->k) / snapshot->dataset->itemCount();
    m_overlap->setValue(
        formatPercent(numbers->meanOverlap, 1),
        tr("of the top %1 do two users have in common, on average over all pairs.").arg(numbers->k),
        tr("Two random lists of %1 out of %2 films have %3 in common, one list for all 100 %.")
            .arg(QString::number(numbers->k), formatCount(snapshot->dataset->itemCount()),
                 formatPercent(random, 2)));
    showNewcomers(*numbers);
    showLatency(*numbers);
}

void DemoNumbersPanel::showNewcomers(const DemoNumbers& numbers) {
    if (numbers.newcomers == 0)
        return m_newcomers->setNotMeasured(tr("Nobody has three likes to start with."));
    m_newcomers->setValue(
        formatPercent(numbers.newcomerCoverage, 1),
        tr("of %Ln newcomer(s) with 0 to 3 events get %1 films.", nullptr, numbers.newcomers).arg(numbers.k),
        tr("The model alone gives none to somebody without events: the popular start does."));
}

void DemoNumbersPanel::showLatency(const DemoNumbers& numbers) {
    const LiveTimes& parts = numbers.medianParts;
    m_latency->setValue(
        tr("%1 µs").arg(micro(numbers.median)),
        tr("median; 95 % within %1 µs, 99 % within %2 µs, slowest %3 µs.")
            .arg(micro(numbers.percentile95), micro(numbers.percentile99), micro(numbers.slowest)),
        tr("A frame at 60 Hz lasts %1 µs. Medians of the parts: vector %2, scores %3, filter %4, ranking %5.")
            .arg(micro(frameMicroseconds), micro(parts.foldIn), micro(parts.scores), micro(parts.filter),
                 micro(parts.ranking)));
}

} // namespace recital
