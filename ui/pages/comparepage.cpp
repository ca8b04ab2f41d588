#include "ui/pages/comparepage.h"

#include "ui/pages/comparebench.h"
#include "ui/pages/comparelab.h"
#include "ui/pages/comparereproduce.h"
#include "ui/pages/comparetune.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/pagestack.h"
#include "ui/widgets/segmentedswitch.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

ComparePage::ComparePage(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent) {
    setObjectName(u"comparePage"_s);
    setProperty("role", u"page"_s);
    m_switch = new SegmentedSwitch(theme, this);
    m_switch->setObjectName(u"compareSwitch"_s);
    m_switch->setAccessibleName(tr("Views of the comparison"));
    m_views = new PageStack(this);
    m_views->setObjectName(u"compareViews"_s);
    m_actions = new QStackedWidget(this);
    m_actions->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto* top = new QHBoxLayout;
    top->addWidget(m_switch);
    top->addWidget(m_actions, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_views, 1);
    followTheme(theme, this, [layout, top, &theme] {
        const int margin = theme.px(16);
        layout->setContentsMargins(margin, theme.px(10), margin, margin);
        layout->setSpacing(theme.px(10));
        top->setSpacing(theme.px(12));
    });
    connect(m_switch, &SegmentedSwitch::chosen, this, &ComparePage::showView);
    buildViews(services, theme);
}

void ComparePage::buildViews(Services& services, Theme& theme) {
    auto* bench = new CompareBench(services, theme, m_views);
    connect(bench, &CompareBench::pageRequested, this, &ComparePage::pageRequested);
    addView(u"bench"_s, tr("&Bench"), tr("All algorithms on the same hidden ratings, with the statistics"),
            bench, bench->actions());
    auto* lab = new CompareLab(services, theme, m_views);
    connect(lab, &CompareLab::pageRequested, this, &ComparePage::pageRequested);
    connect(lab, &CompareLab::trainParametersRequested, this, &ComparePage::trainParametersRequested);
    addView(u"lab"_s, tr("&Live lab"), tr("Sliders that retrain the model while they are dragged"), lab,
            lab->actions());
    auto* tune = new CompareTune(services, theme, m_views);
    connect(tune, &CompareTune::pageRequested, this, &ComparePage::pageRequested);
    connect(tune, &CompareTune::applyRequested, this,
            [this, bench](const TrainingSpec& specification, int trials) {
                bench->applyTuned(specification, trials);
                showView(u"bench"_s);
            });
    addView(u"tune"_s, tr("&Tune"), tr("Search parameters without looking at the test part"), tune);
    auto* reproduce = new CompareReproduce(services, theme, m_views);
    connect(reproduce, &CompareReproduce::openFolderRequested, this, &ComparePage::openFolderRequested);
    connect(reproduce, &CompareReproduce::downloadRequested, this, &ComparePage::downloadRequested);
    addView(u"reproduce"_s, tr("&Reproduce"), tr("Figures that others published, computed anew here"),
            reproduce);
}

void ComparePage::addView(const QString& name, const QString& label, const QString& toolTip, QWidget* view,
                          QWidget* actions) {
    QString plain = label;
    view->setAccessibleName(plain.remove(u'&'));
    m_names += name;
    m_switch->addSegment(name, label, toolTip);
    m_views->addWidget(view);
    m_actions->addWidget(actions ? actions : new QWidget(m_actions));
    m_switch->setVisible(m_names.size() > 1); // nothing to choose from
}

void ComparePage::showView(const QString& name) {
    const auto index = static_cast<int>(m_names.indexOf(name));
    if (index < 0)
        return;
    m_views->setCurrentIndex(index);
    m_actions->setCurrentIndex(index);
    m_switch->setCurrent(name);
}

QString ComparePage::currentView() const {
    return m_names.value(m_views->currentIndex());
}

} // namespace recital
