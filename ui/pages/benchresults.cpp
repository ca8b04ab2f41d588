#include "ui/pages/benchresults.h"

#include "ui/charts/comparisonfigures.h"
#include "ui/charts/figureview.h"
#include "ui/models/comparisonmodel.h"
#include "ui/widgets/benchtable.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/ratingstable.h"
#include "ui/widgets/storedcomparisons.h"
#include "ui/widgets/userlistspanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

BenchResults::BenchResults(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(u"benchResults"_s);
    setProperty("role", u"card"_s);
    build();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        showChart();
    });
    for (QComboBox* box : {m_first, m_second}) {
        connect(box, &QComboBox::activated, this, [this] { m_pairChosen = true; });
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            m_userLists->hide();
            showChart();
        });
    }
    connect(m_charts[UsersTab], &FigureView::activated, this, &BenchResults::showUser);
    connect(m_userLists, &UserListsPanel::closed, m_userLists, &QWidget::hide);
    setComparison(nullptr, false);
}

void BenchResults::build() {
    m_statement = makeLabel("caption", u"benchStatement"_s, this);
    m_statement->setWordWrap(true);
    m_statement->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_statement->hide();
    m_notice = new Notice(m_theme, this);
    m_notice->setObjectName(u"benchNotice"_s);
    m_notice->hide();
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(u"benchTabs"_s);
    m_tabs->setAccessibleName(tr("Table and charts"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    for (const QString& label : {tr("Table"), tr("Bars"), tr("By user"), tr("By length"), tr("Trade-offs"),
                                 tr("Exposure"), tr("Activity"), tr("Ratings"), tr("Earlier")})
        m_tabs->addTab(label);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildTable());
    m_charts[BarsTab] = addChart(u"barsChart"_s);
    m_stack->addWidget(buildUsers());
    m_charts[CurveTab] = addChart(u"curveChart"_s);
    m_charts[TradeOffTab] = addChart(u"tradeOffChart"_s);
    m_charts[ExposureTab] = addChart(u"exposureChart"_s);
    m_charts[ActivityTab] = addChart(u"activityChart"_s);
    m_ratings = new RatingsTable(m_theme, m_stack);
    m_stack->addWidget(m_ratings);
    m_stored = new StoredComparisons(m_theme, m_stack);
    m_stack->addWidget(m_stored);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_statement);
    layout->addWidget(m_notice);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    followTheme(m_theme, this, [this, layout] {
        layout->setContentsMargins(m_theme.px(14), m_theme.px(10), m_theme.px(14), m_theme.px(10));
        layout->setSpacing(m_theme.px(6));
    });
}

QWidget* BenchResults::buildTable() {
    m_tableStack = new QStackedWidget(m_stack);
    m_table = new BenchTable(m_theme, m_tableStack);
    auto* empty = new QWidget(m_tableStack);
    m_emptyTitle = makeLabel("title", u"benchEmptyTitle"_s, empty);
    m_emptyText = makeLabel("muted", u"benchEmptyText"_s, empty);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignHCenter);
    auto* button = new QPushButton(tr("Go to Data"), empty);
    button->setObjectName(u"benchGoToData"_s);
    m_emptyButton = button;
    connect(button, &QPushButton::clicked, this, &BenchResults::dataRequested);
    auto* layout = new QVBoxLayout(empty);
    layout->addStretch(2);
    layout->addWidget(m_emptyTitle, 0, Qt::AlignHCenter);
    layout->addWidget(m_emptyText);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    followTheme(m_theme, empty, [this, layout] { layout->setSpacing(m_theme.px(10)); });
    m_tableStack->addWidget(empty);
    m_tableStack->addWidget(m_table);
    return m_tableStack;
}

QWidget* BenchResults::buildUsers() {
    auto* page = new QWidget(m_stack);
    m_first = new QComboBox(page);
    m_second = new QComboBox(page);
    const auto prepare = [](QComboBox* box, const QString& objectName, const QString& name) {
        box->setObjectName(objectName);
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    };
    prepare(m_first, u"firstModel"_s, tr("First algorithm"));
    prepare(m_second, u"secondModel"_s, tr("Second algorithm"));
    m_charts[UsersTab] = new FigureView(m_theme, page);
    m_charts[UsersTab]->setObjectName(u"usersChart"_s);
    m_userLists = new UserListsPanel(m_theme, page);
    m_userLists->hide();
    auto* pair = new QHBoxLayout;
    pair->addWidget(m_first);
    pair->addWidget(makeLabel("muted", u"minus"_s, page, u"−"_s));
    pair->addWidget(m_second);
    pair->addStretch(1);
    pair->addWidget(makeLabel("caption", u"usersHint"_s, page, tr("Click a user to see both lists.")));
    auto* row = new QHBoxLayout;
    row->addWidget(m_charts[UsersTab], 1);
    row->addWidget(m_userLists, 1);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(pair);
    layout->addLayout(row, 1);
    m_stack->addWidget(page);
    return page;
}

FigureView* BenchResults::addChart(const QString& objectName) {
    auto* view = new FigureView(m_theme, m_stack);
    view->setObjectName(objectName);
    m_stack->addWidget(view);
    return view;
}

ComparisonModel& BenchResults::model() const noexcept {
    return m_table->model();
}

void BenchResults::setComparison(std::shared_ptr<const Comparison> comparison, bool requested) {
    m_comparison = std::move(comparison);
    model().setComparison(m_comparison, requested);
    m_table->refresh();
    m_tableStack->setCurrentIndex(model().rowCount() > 0 ? 1 : 0);
    m_stored->setShown(m_comparison);
    m_ratings->setComparison(m_comparison.get());
    m_tabs->setTabVisible(RatingsTab, m_comparison && !m_comparison->ratings.empty());
    fillPair();
    showChart();
}

void BenchResults::setMetrics(MetricId judged, const std::vector<MetricId>& shown) {
    m_metric = judged;
    model().setMetrics(judged, shown);
    m_table->refresh();
    showChart();
}

void BenchResults::setStatement(const QString& text) {
    m_statement->setText(text);
    m_statement->setVisible(!text.isEmpty());
}

void BenchResults::setStored(std::vector<Comparison> stored) {
    m_stored->setStored(std::move(stored));
    const int count = m_stored->count();
    m_tabs->setTabText(StoredTab, count > 0 ? tr("Earlier (%1)").arg(count) : tr("Earlier"));
}

void BenchResults::setEmpty(const QString& title, const QString& text, bool offerData) {
    m_emptyTitle->setText(title);
    m_emptyText->setText(text);
    m_emptyButton->setVisible(offerData);
    m_tableStack->setCurrentIndex(model().rowCount() > 0 ? 1 : 0);
}

void BenchResults::showTab(Tab tab) {
    m_tabs->setCurrentIndex(tab);
}

/// The two rows of the plot by user: kept while they are there, else the reference and the strongest other.
void BenchResults::fillPair() {
    m_pairChosen = m_pairChosen && m_comparison;
    const QString first = m_pairChosen ? m_first->currentText() : QString();
    const QString second = m_pairChosen ? m_second->currentText() : QString();
    m_userLists->hide();
    for (QComboBox* box : {m_first, m_second}) {
        const QSignalBlocker block(box);
        box->clear();
        for (int row = 0; m_comparison && row < model().rowCount(); ++row) {
            if (const auto compared = model().comparedRow(row))
                box->addItem(model().index(row, ComparisonModel::NameColumn).data().toString(),
                             static_cast<int>(*compared));
        }
    }
    const QSignalBlocker blockFirst(m_first);
    const QSignalBlocker blockSecond(m_second);
    const int count = m_first->count();
    const int reference = m_comparison && hasReference(*m_comparison)
                              ? m_first->findData(static_cast<int>(m_comparison->reference))
                              : count - 1;
    const int keptFirst = m_first->findText(first);
    const int keptSecond = m_second->findText(second);
    m_first->setCurrentIndex(keptFirst >= 0 ? keptFirst : reference);
    const bool kept = keptSecond >= 0 && keptSecond != m_first->currentIndex();
    m_second->setCurrentIndex(kept ? keptSecond : strongestOther());
}

/// The row with the highest mean that is not the same model as the first one under another name.
int BenchResults::strongestOther() const {
    int strongest = m_first->currentIndex() == 0 ? m_first->count() - 1 : 0;
    double highest = -1.0;
    const double first = m_first->currentIndex() < 0
                             ? 0.0
                             : metricValue(m_comparison->rows[chosenRow(m_first)].mean, MetricId::Ndcg);
    for (int i = 0; i < m_second->count(); ++i) {
        const auto row = static_cast<std::size_t>(m_second->itemData(i).toInt());
        const double value = metricValue(m_comparison->rows[row].mean, MetricId::Ndcg);
        if (i != m_first->currentIndex() && value > highest && std::abs(value - first) > 1e-9) {
            highest = value;
            strongest = i;
        }
    }
    return strongest;
}

std::size_t BenchResults::chosenRow(const QComboBox* box) const {
    return box->currentIndex() < 0 ? m_comparison->rows.size()
                                   : static_cast<std::size_t>(box->currentData().toInt());
}

Figure BenchResults::figureOf(Tab tab) const {
    static const Comparison nothing;
    const Comparison& shown = m_comparison ? *m_comparison : nothing;
    switch (tab) {
    case BarsTab:
        return barsFigure(shown, m_metric);
    case UsersTab:
        return userDifferenceFigure(shown, m_comparison ? chosenRow(m_first) : 0,
                                    m_comparison ? chosenRow(m_second) : 0, m_metric);
    case CurveTab:
        return curveFigure(shown, m_metric);
    case TradeOffTab:
        return tradeOffFigure(shown, m_metric);
    case ExposureTab:
        return exposureFigure(shown);
    case ActivityTab:
        return activityFigure(shown, m_metric);
    case TableTab:
    case RatingsTab:
    case StoredTab:
    case TabCount:
        break;
    }
    return {};
}

/// Only the chart in front is drawn; the others wait until somebody looks.
void BenchResults::showChart() {
    const auto tab = static_cast<Tab>(m_tabs->currentIndex());
    if (FigureView* view = m_charts[static_cast<std::size_t>(tab)])
        view->setFigure(figureOf(tab));
    emit viewChanged();
}

void BenchResults::showUser(int user) {
    m_userLists->showUser(m_comparison, chosenRow(m_first), chosenRow(m_second), user);
    m_userLists->show();
}

Figure BenchResults::chart() const {
    return figureOf(static_cast<Tab>(m_tabs->currentIndex()));
}

std::vector<Figure> BenchResults::allCharts() const {
    std::vector<Figure> charts;
    for (const Tab tab : {BarsTab, UsersTab, CurveTab, TradeOffTab, ExposureTab, ActivityTab})
        charts.push_back(figureOf(tab));
    return charts;
}

} // namespace recital
