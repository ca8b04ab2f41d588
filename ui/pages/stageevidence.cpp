#include "ui/pages/stageevidence.h"

#include "core/services/services.h"
#include "ui/widgets/demonumberspanel.h"
#include "ui/widgets/emptycard.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/replaypanel.h"
#include "ui/widgets/segmentedswitch.h"
#include "ui/widgets/simulatorpanel.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

StageEvidence::StageEvidence(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services) {
    setObjectName(u"stageEvidence"_s);
    m_switch = new SegmentedSwitch(theme, this);
    m_switch->setObjectName(u"evidenceSwitch"_s);
    m_switch->setAccessibleName(tr("Kinds of evidence"));
    m_panels = new QStackedWidget(this);
    m_panels->setObjectName(u"evidencePanels"_s);
    m_empty = new EmptyCard(theme, u"evidenceEmpty"_s, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_panels);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_switch);
    layout->addWidget(m_stack, 1);
    followTheme(theme, this, [layout, &theme] { layout->setSpacing(theme.px(8)); });
    build(services, theme);
    connect(m_switch, &SegmentedSwitch::chosen, this, &StageEvidence::showPanel);
    connect(m_empty, &EmptyCard::requested, this, [this](const QString& purpose) {
        purpose == u"data"_s ? emit dataRequested() : emit trainRequested();
    });
    connect(&services.store, &ModelStore::snapshotChanged, this, &StageEvidence::snapshotChanged);
    connect(&services.live, &LiveSession::changed, this, &StageEvidence::ruleChanged);
    snapshotChanged();
    ruleChanged();
}

void StageEvidence::build(Services& services, Theme& theme) {
    addPanel(u"rules"_s, tr("Rule te&st"),
             tr("Which of the three rules finds what users liked next: measured, with intervals"),
             new ReplayPanel(services.replay, services.store, theme, m_panels));
    m_numbers = new DemoNumbersPanel(services.numbers, services.store, theme, m_panels);
    addPanel(u"numbers"_s, tr("Num&bers of this demo"),
             tr("What the demo claims, over all users, and what it must be held against"), m_numbers);
    m_simulator = new SimulatorPanel(services.simulator, services.store, theme, m_panels);
    addPanel(u"simulator"_s, tr("S&imulator"),
             tr("Simulated users at a set rate, and the hit rate as it goes"), m_simulator);
}

void StageEvidence::addPanel(const QString& name, const QString& label, const QString& toolTip,
                             QWidget* panel) {
    QString plain = label;
    panel->setAccessibleName(plain.remove(u'&'));
    m_names += name;
    m_switch->addSegment(name, label, toolTip);
    m_panels->addWidget(panel);
}

void StageEvidence::showPanel(const QString& name) {
    const auto index = static_cast<int>(m_names.indexOf(name));
    if (index < 0)
        return;
    m_panels->setCurrentIndex(index);
    m_switch->setCurrent(name);
    snapshotChanged();
}

QString StageEvidence::currentPanel() const {
    return m_names.value(m_panels->currentIndex());
}

/// The rule test trains models of its own; the others are about the trained one.
void StageEvidence::snapshotChanged() {
    const auto snapshot = m_services.store.snapshot();
    const bool needsModel = currentPanel() != u"rules"_s;
    const bool ready = snapshot->dataset && (snapshot->trained || !needsModel);
    m_stack->setCurrentIndex(ready ? 0 : 1);
    if (!snapshot->dataset)
        m_empty->setTexts(
            tr("No data set yet"),
            tr("Open MovieLens first. Then the claims of the stage can be tested on its users."),
            tr("Go to Data"), u"data"_s);
    else if (!ready)
        m_empty->setTexts(tr("No trained model yet"),
                          tr("These figures are about the model on the stage. Train one; the rule test works "
                             "without."),
                          tr("Go to Train"), u"train"_s);
}

void StageEvidence::ruleChanged() {
    m_numbers->setRule(m_services.live.state().rule);
    m_simulator->setRule(m_services.live.state().rule);
}

} // namespace recital
