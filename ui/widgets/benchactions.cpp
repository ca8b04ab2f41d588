#include "ui/widgets/benchactions.h"

#include "core/services/comparisontext.h"
#include "ui/comparetext.h"
#include "ui/widgets/formrows.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr MetricId usualColumns[] = {MetricId::Ndcg,
                                     MetricId::Map,
                                     MetricId::Recall,
                                     MetricId::Precision,
                                     MetricId::Mrr,
                                     MetricId::HitRate,
                                     MetricId::Auc,
                                     MetricId::Coverage,
                                     MetricId::Gini,
                                     MetricId::Novelty,
                                     MetricId::PopularityLift,
                                     MetricId::GenreDiversity,
                                     MetricId::Personalization};

QString keyOf(MetricId metric) {
    const std::string_view key = metricInfo(metric).key;
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

} // namespace

BenchActions::BenchActions(const Theme& theme, QWidget* parent)
    : QWidget(parent) {
    m_settings = new QPushButton(this);
    m_settings->setObjectName(u"benchSettings"_s);
    m_settings->setProperty("role", u"quiet"_s);
    m_settings->setCheckable(true);
    m_settings->setChecked(true);
    m_settings->setToolTip(tr("Shows or folds away what is compared, to give the table the whole width."));
    m_metric = new QComboBox(this);
    m_metric->setObjectName(u"benchMetric"_s);
    m_metric->setToolTip(tr("The metric that is tested in the table and drawn in the charts."));
    auto* label = new QLabel(tr("&Metric"), this);
    label->setBuddy(m_metric);
    m_metric->setAccessibleName(tr("Metric"));
    m_columns = new QPushButton(tr("C&olumns"), this);
    m_columns->setObjectName(u"benchColumns"_s);
    m_export = new QPushButton(tr("&Export"), this);
    m_export->setObjectName(u"benchExport"_s);
    m_export->setShortcut(QKeySequence(u"Ctrl+E"_s));
    m_export->setToolTip(tr("Tables and charts for a thesis (Ctrl+E)"));
    buildColumns();
    setK(10);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_settings);
    layout->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{label, m_metric, m_columns, m_export})
        layout->addWidget(widget);
    followTheme(theme, this, [this, layout, &theme] {
        layout->setSpacing(theme.px(8));
        for (QPushButton* button : {m_columns, m_export}) // room for the arrow of their menus
            button->setStyleSheet(u"QPushButton { padding-right: %1px; }"_s.arg(theme.px(26)));
    });
    const auto name = [this](bool visible) {
        m_settings->setText(visible ? tr("◂ &Fold settings") : tr("▸ &Settings"));
    };
    connect(m_settings, &QPushButton::toggled, this, name);
    connect(m_settings, &QPushButton::toggled, this, &BenchActions::settingsToggled);
    name(true);
    connect(m_metric, &QComboBox::currentIndexChanged, this, &BenchActions::metricsChanged);
}

void BenchActions::buildColumns() {
    m_columnMenu = new QMenu(this);
    m_columnMenu->setObjectName(u"columnMenu"_s);
    for (const MetricInfo& info : metricCatalogue()) {
        auto* action = m_columnMenu->addAction(QString());
        action->setObjectName(u"column_"_s + keyOf(info.id));
        action->setCheckable(true);
        action->setChecked(std::ranges::count(usualColumns, info.id) > 0);
        action->setData(static_cast<int>(info.id));
        connect(action, &QAction::toggled, this, &BenchActions::metricsChanged);
    }
    m_columns->setMenu(m_columnMenu);
}

void BenchActions::setK(int k) {
    m_k = k;
    fillMetrics();
    for (QAction* action : m_columnMenu->actions()) {
        const auto metric = static_cast<MetricId>(action->data().toInt());
        action->setText(metricLabel(metric, k));
        action->setToolTip(metricExplanation(metric, k));
    }
}

void BenchActions::fillMetrics() {
    const QSignalBlocker block(m_metric);
    const int present = std::max(0, m_metric->currentIndex());
    m_metric->clear();
    for (const MetricInfo& info : metricCatalogue()) {
        m_metric->addItem(metricLabel(info.id, m_k), static_cast<int>(info.id));
        m_metric->setItemData(m_metric->count() - 1, metricExplanation(info.id, m_k), Qt::ToolTipRole);
    }
    m_metric->setCurrentIndex(present);
}

void BenchActions::setExportMenu(QMenu* menu) {
    m_export->setMenu(menu);
}

MetricId BenchActions::judged() const {
    return static_cast<MetricId>(m_metric->currentData().toInt());
}

std::vector<MetricId> BenchActions::columns() const {
    std::vector<MetricId> metrics;
    for (const QAction* action : m_columnMenu->actions()) {
        if (action->isChecked())
            metrics.push_back(static_cast<MetricId>(action->data().toInt()));
    }
    return metrics;
}

bool BenchActions::settingsVisible() const {
    return m_settings->isChecked();
}

} // namespace recital
