#include "ui/widgets/simulatorpanel.h"

#include "ui/charts/evidencefigures.h"
#include "ui/charts/figureview.h"
#include "ui/errortext.h"
#include "ui/format.h"
#include "ui/ruletext.h"
#include "ui/widgets/bignumber.h"
#include "ui/widgets/figuresave.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/sliderrow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

using State = SimulatorService::State;

constexpr int mostUsers = 100'000;

} // namespace

SimulatorPanel::SimulatorPanel(SimulatorService& service, ModelStore& store, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_store(store)
    , m_theme(theme) {
    setObjectName(u"simulatorPanel"_s);
    build();
    connectService();
    showRun();
    showState();
}

void SimulatorPanel::build() {
    m_notice = new Notice(m_theme, this);
    m_notice->setObjectName(u"simulatorNotice"_s);
    m_notice->hide();
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_chart = new FigureView(m_theme, card);
    m_chart->setObjectName(u"simulatorChart"_s);
    m_save = new FigureSaveButton([this] { return m_chart->figure(); }, card);
    m_save->setObjectName(u"simulatorSave"_s);
    auto* inCard = new QVBoxLayout(card);
    inCard->addWidget(m_chart, 1);
    inCard->addWidget(m_save, 0, Qt::AlignRight);
    auto* columns = new QHBoxLayout;
    columns->addWidget(card, 3);
    columns->addWidget(buildNumbers(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildControls());
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    followTheme(m_theme, this, [this, layout, columns, inCard] {
        layout->setSpacing(m_theme.px(8));
        columns->setSpacing(m_theme.px(10));
        const int margin = m_theme.px(12);
        inCard->setContentsMargins(margin, m_theme.px(8), margin, m_theme.px(8));
    });
}

QWidget* SimulatorPanel::buildControls() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_title = makeLabel("heading", u"simulatorTitle"_s, card);
    m_text = makeLabel("muted", u"simulatorText"_s, card);
    m_text->setWordWrap(true);
    m_start = new QPushButton(card);
    m_start->setObjectName(u"simulatorStart"_s);
    m_start->setProperty("role", u"primary"_s);
    m_stop = new QPushButton(tr("St&op"), card);
    m_stop->setObjectName(u"simulatorStop"_s);
    m_stop->setToolTip(tr("Ends this run; what was measured stays."));
    m_users = new IntegerField(card);
    m_users->setObjectName(u"simulatorUsers"_s);
    m_users->setRange(1, mostUsers);
    m_users->setValue(Simulator::Options().users);
    m_users->setAccessibleName(tr("Simulated users, at most"));
    m_rate = new SliderRow({u"simulatorRate"_s,
                            tr("&Clicks a second"),
                            {},
                            tr("How many simulated clicks happen in a second: %1 to %2.")
                                .arg(SimulatorService::slowest)
                                .arg(SimulatorService::fastest)},
                           {.minimum = SimulatorService::slowest,
                            .maximum = SimulatorService::fastest,
                            .logarithmic = true,
                            .integer = true},
                           m_theme, card);
    m_rate->setValue(m_service.rate());
    auto* words = new QVBoxLayout;
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* row = new QHBoxLayout(card);
    row->addLayout(words, 1);
    row->addWidget(makeLabel("", u"simulatorUsersLabel"_s, card, tr("Users")));
    row->addWidget(m_users);
    row->addWidget(m_rate);
    row->addWidget(m_stop);
    row->addWidget(m_start);
    keepWidth(m_theme, m_rate, 240);
    followTheme(m_theme, card, [this, row, words] {
        row->setContentsMargins(m_theme.px(16), m_theme.px(8), m_theme.px(12), m_theme.px(8));
        row->setSpacing(m_theme.px(12));
        words->setSpacing(m_theme.px(2));
    });
    return card;
}

QWidget* SimulatorPanel::buildNumbers() {
    auto* column = new QWidget(this);
    m_with = new BigNumber(m_theme, u"simulatorWith"_s, tr("With updates"), column);
    m_without = new BigNumber(m_theme, u"simulatorWithout"_s, tr("No updates"), column);
    m_popular = new BigNumber(m_theme, u"simulatorPopular"_s, tr("Popular list"), column);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    for (BigNumber* number : {m_with, m_without, m_popular})
        layout->addWidget(number, 1);
    followTheme(m_theme, column, [this, layout] { layout->setSpacing(m_theme.px(10)); });
    return column;
}

void SimulatorPanel::connectService() {
    connect(&m_service, &SimulatorService::stateChanged, this, [this] {
        if (m_service.state() == State::Running)
            m_notice->hide();
        showState();
    });
    connect(&m_service, &SimulatorService::runChanged, this, [this] {
        showRun();
        showState();
    });
    connect(&m_service, &SimulatorService::rateChanged, this, [this](int rate) { m_rate->setValue(rate); });
    connect(&m_service, &SimulatorService::failed, this, [this](ErrorCode code, const QString& detail) {
        showState();
        m_notice->showError(code, detail, tr("The simulation did not run"));
    });
    connect(&m_store, &ModelStore::snapshotChanged, this, &SimulatorPanel::showState);
    connect(m_start, &QPushButton::clicked, this, &SimulatorPanel::startOrPause);
    connect(m_stop, &QPushButton::clicked, &m_service, &SimulatorService::stop);
    connect(m_rate, &SliderRow::valueChanged, this,
            [this](double value) { m_service.setRate(static_cast<int>(std::lround(value))); });
    connect(m_save, &FigureSaveButton::written, m_notice, &Notice::showText);
    connect(m_save, &FigureSaveButton::failed, this, [this](ErrorCode code, const QString& detail) {
        m_notice->showError(code, detail, tr("The chart was not saved"));
    });
}

void SimulatorPanel::setRule(const UpdateRule& rule) {
    if (rule == m_rule)
        return; // every event of the stage comes by here
    m_rule = rule;
    showState();
}

Simulator::Options SimulatorPanel::options() const {
    Simulator::Options options;
    options.users = m_users->value();
    options.rule = m_rule;
    return options;
}

void SimulatorPanel::startOrPause() {
    if (m_service.state() == State::Running)
        m_service.pause();
    else if (m_service.state() == State::Paused)
        m_service.resume();
    else
        m_service.start(options());
}

QString SimulatorPanel::stateText() const {
    const auto run = m_service.run();
    if (!run)
        return tr("Virtual users click the held-out likes of real ones in their order. Rule: %1.")
            .arg(ruleText(m_rule));
    QString text =
        tr("%1 of %Ln click(s)", nullptr, run->of).arg(formatCount(static_cast<qint64>(run->points.size())));
    text += u" · "_s + ruleText(run->options.rule);
    if (!run->points.empty())
        text +=
            u" · "_s + tr("list in %1 µs (median)").arg(formatCount(std::llround(run->medianMicroseconds)));
    return text;
}

void SimulatorPanel::showState() {
    const State state = m_service.state();
    const bool active = state == State::Running || state == State::Paused;
    const Status usable = m_service.check(options());
    const auto run = m_service.run();
    const int users = run ? run->users : 0;
    m_start->setText(state == State::Running  ? tr("&Pause")
                     : state == State::Paused ? tr("&Go on")
                                              : tr("St&art"));
    m_start->setEnabled(active || usable.ok());
    m_stop->setEnabled(active);
    m_users->setEnabled(!active);
    m_title->setText(state == State::Running    ? tr("%n simulated user(s), clicking", nullptr, users)
                     : state == State::Paused   ? tr("%n simulated user(s), paused", nullptr, users)
                     : state == State::Finished ? tr("%n simulated user(s), finished", nullptr, users)
                                                : tr("Simulated users, not started"));
    m_text->setText(active || usable.ok() || run ? stateText()
                                                 : errorSentence(usable.error().code) + u' ' +
                                                       QString::fromStdString(usable.error().detail));
}

void SimulatorPanel::showRun() {
    const auto run = m_service.run();
    const auto snapshot = m_store.snapshot();
    m_chart->setFigure(simulatorFigure(
        run.get(), snapshot->dataset ? QString::fromStdString(snapshot->dataset->info().name) : QString()));
    m_save->refresh();
    if (!run || run->points.empty()) {
        m_with->setNotMeasured(tr("The list after every click so far."));
        m_without->setNotMeasured(tr("The list as it was before the first click."));
        m_popular->setNotMeasured(tr("The same films for everybody."));
        return;
    }
    const SimulatorPoint& point = run->points.back();
    const auto show = [&](BigNumber* number, double overall, double recent, const QString& against) {
        number->setValue(formatPercent(overall, 1),
                         tr("of %Ln click(s) were on the list.", nullptr, point.clicks),
                         tr("Last %1: %2.")
                                 .arg(std::min(point.clicks, SimulatorRun::window))
                                 .arg(formatPercent(recent, 0)) +
                             (against.isEmpty() ? QString() : u' ' + against));
    };
    show(m_with, point.overall.withUpdates, point.recent.withUpdates, {});
    show(m_without, point.overall.withoutUpdates, point.recent.withoutUpdates,
         tr("What the updates must beat."));
    show(m_popular, point.overall.popular, point.recent.popular, tr("What any model must beat."));
}

} // namespace recital
