#include "ui/pages/stagepage.h"

#include "core/services/services.h"
#include "ui/pages/stageevidence.h"
#include "ui/pages/stagelive.h"
#include "ui/pages/stagepair.h"
#include "ui/pages/stageretrain.h"
#include "ui/pages/stagerules.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/pagestack.h"
#include "ui/widgets/segmentedswitch.h"
#include "ui/widgets/stagedrawer.h"
#include "ui/widgets/userbar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

StagePage::StagePage(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent) {
    setObjectName(u"stagePage"_s);
    setProperty("role", u"page"_s);
    m_switch = new SegmentedSwitch(theme, this);
    m_switch->setObjectName(u"stageSwitch"_s);
    m_switch->setAccessibleName(tr("Views of the stage"));
    m_views = new PageStack(this);
    m_views->setObjectName(u"stageViews"_s);
    m_bar = new UserBar(services.live, theme, this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_views, 1);
    followTheme(theme, this, [layout, &theme] {
        layout->setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6));
        layout->setSpacing(theme.px(6));
    });
    connect(m_switch, &SegmentedSwitch::chosen, this, &StagePage::showView);
    buildViews(services, theme);
    m_bar->setViewSwitch(m_switch);
    connect(m_bar, &UserBar::historyRequested, this, [this] {
        showView(u"live"_s);
        m_live->openDrawer(u"history"_s);
        m_live->drawer().focusPanel();
    });
}

/// In the order of the switch; a view that needs nothing of the page but its services is one line.
void StagePage::buildViews(Services& services, Theme& theme) {
    m_live = new StageLive(services, theme, m_views);
    connect(m_live, &StageLive::trainRequested, this, &StagePage::trainRequested);
    connect(m_live, &StageLive::dataRequested, this, &StagePage::dataRequested);
    addView(u"live"_s, tr("&Live"), tr("Click a film: vector, list and reason move at once"), m_live);
    m_pair = new StagePair(services, theme, m_views);
    connect(m_pair, &StagePair::dataRequested, this, &StagePage::dataRequested);
    addView(u"pair"_s, tr("&Two users"), tr("Side by side over the same films, and what lies between them"),
            m_pair);
    m_rules = new StageRules(services, theme, m_views);
    connect(m_rules, &StageRules::trainRequested, this, &StagePage::trainRequested);
    connect(m_rules, &StageRules::dataRequested, this, &StagePage::dataRequested);
    addView(u"rules"_s, tr("&Rules"),
            tr("Rules written by hand beside what was learned, for the same history"), m_rules);
    auto* evidence = new StageEvidence(services, theme, m_views);
    connect(evidence, &StageEvidence::trainRequested, this, &StagePage::trainRequested);
    connect(evidence, &StageEvidence::dataRequested, this, &StagePage::dataRequested);
    addView(u"evidence"_s, tr("&Evidence"),
            tr("What the stage claims, measured: rules, numbers, simulated users"), evidence);
    auto* retrain = new StageRetrain(services, theme, m_views);
    connect(retrain, &StageRetrain::trainRequested, this, &StagePage::trainRequested);
    connect(retrain, &StageRetrain::dataRequested, this, &StagePage::dataRequested);
    connect(retrain, &StageRetrain::liveRequested, this, [this] { showView(u"live"_s); });
    addView(u"retrain"_s, tr("Retrai&n"),
            tr("Train again with what happened here, compare, accept or reject"), retrain);
}

void StagePage::addView(const QString& name, const QString& label, const QString& toolTip, QWidget* view) {
    QString plain = label;
    view->setAccessibleName(plain.remove(u'&'));
    m_names += name;
    m_switch->addSegment(name, label, toolTip);
    m_views->addWidget(view);
    m_switch->setVisible(m_names.size() > 1); // nothing to choose from
}

void StagePage::showView(const QString& name) {
    const auto index = static_cast<int>(m_names.indexOf(name));
    if (index < 0)
        return;
    m_views->setCurrentIndex(index);
    m_switch->setCurrent(name);
}

QString StagePage::currentView() const {
    return m_names.value(m_views->currentIndex());
}

bool StagePage::reduceMotion() const {
    return m_live->reduceMotion();
}

void StagePage::setReduceMotion(bool reduce) {
    m_live->setReduceMotion(reduce);
    m_pair->setReduceMotion(reduce);
    m_rules->setReduceMotion(reduce);
}

void StagePage::focusSearch() {
    showView(u"live"_s);
    m_live->focusSearch();
}

} // namespace recital
