#include "ui/widgets/tuneresults.h"

#include "core/services/comparisontext.h"
#include "ui/metrictext.h"
#include "ui/models/trialsmodel.h"
#include "ui/parametertext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/heatmap.h"
#include "ui/widgets/trialchart.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

enum Picture { EmptyPicture, HeatPicture, ChartPicture };

std::size_t placeOf(const std::vector<double>& values, double value) {
    return static_cast<std::size_t>(std::find(values.begin(), values.end(), value) - values.begin());
}

QStringList textsOf(const std::vector<double>& values) {
    QStringList texts;
    for (const double value : values)
        texts += valueText(value);
    return texts;
}

} // namespace

TuneResults::TuneResults(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    m_model = new TrialsModel(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildPicture(), 11);
    layout->addWidget(buildList(), 10);
    followTheme(theme, this, [layout, &theme] { layout->setSpacing(theme.px(12)); });
    setResult(nullptr);
}

QWidget* TuneResults::buildPicture() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_empty = makeLabel("muted", u"tuneEmpty"_s, card);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setText(tr("The values that are searched appear here as a picture, trial by trial."));
    m_heatMap = new HeatMap(m_theme, card);
    m_heatMap->setObjectName(u"tuneHeatMap"_s);
    m_chart = new TrialChart(m_theme, card);
    m_chart->setObjectName(u"tuneChart"_s);
    m_chart->setCategory(2);
    m_pictures = new QStackedWidget(card);
    m_pictures->addWidget(m_empty);
    m_pictures->addWidget(m_heatMap);
    m_pictures->addWidget(m_chart);

    m_axesRow = new QWidget(card);
    m_across = new QComboBox(m_axesRow);
    m_across->setObjectName(u"tuneAcross"_s);
    m_across->setAccessibleName(tr("Parameter across"));
    m_up = new QComboBox(m_axesRow);
    m_up->setObjectName(u"tuneUp"_s);
    m_up->setAccessibleName(tr("Parameter up"));
    m_upName = new QLabel(tr("up"), m_axesRow);
    auto* axes = new QHBoxLayout(m_axesRow);
    axes->setContentsMargins(0, 0, 0, 0);
    axes->addWidget(new QLabel(tr("Across"), m_axesRow));
    axes->addWidget(m_across);
    axes->addWidget(m_upName);
    axes->addWidget(m_up);
    axes->addStretch(1);
    auto* layout = new QVBoxLayout(card);
    layout->addWidget(m_axesRow);
    layout->addWidget(m_pictures, 1);
    followTheme(m_theme, card, [this, layout, axes] {
        layout->setContentsMargins(m_theme.px(14), m_theme.px(10), m_theme.px(14), m_theme.px(10));
        axes->setSpacing(m_theme.px(8));
    });
    connect(m_heatMap, &HeatMap::currentChanged, this, &TuneResults::cellChosen);
    for (QComboBox* box : {m_across, m_up})
        connect(box, &QComboBox::currentIndexChanged, this, &TuneResults::showPicture);
    return card;
}

QWidget* TuneResults::buildList() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_table = new QTableView(card);
    m_table->setObjectName(u"tuneTrialsTable"_s);
    m_table->setAccessibleName(tr("All trials, the best first"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(1);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_budget = makeLabel("caption", u"tuneBudget"_s, card);
    m_budget->setWordWrap(true);
    m_apply = new QPushButton(card);
    m_apply->setObjectName(u"tuneApply"_s);
    m_apply->setProperty("role", u"primary"_s);
    connect(m_apply, &QPushButton::clicked, this, &TuneResults::apply);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TuneResults::rowChosen);
    auto* layout = new QVBoxLayout(card);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_budget);
    layout->addWidget(m_apply);
    followTheme(m_theme, card, [this, layout] {
        layout->setContentsMargins(m_theme.px(8), m_theme.px(6), m_theme.px(8), m_theme.px(10));
        layout->setSpacing(m_theme.px(8));
        m_table->verticalHeader()->setMinimumSectionSize(m_theme.px(20));
        m_table->verticalHeader()->setDefaultSectionSize(m_theme.px(28));
        m_apply->setMinimumHeight(m_theme.px(40));
        // The paddings bring the header's text in line with that of the cells.
        m_table->setStyleSheet(
            u"QTableView::item { padding: %1px %2px; } "
            "QHeaderView::section { padding: %3px %2px; font-size: %4px; }"_s.arg(m_theme.px(3))
                .arg(m_theme.px(6))
                .arg(m_theme.px(6))
                .arg(m_theme.px(12)));
        fitColumns();
    });
    return card;
}

void TuneResults::setResult(std::shared_ptr<const TuneResult> result) {
    const bool sameSearch = m_result && result && m_result->trials.size() <= result->trials.size() &&
                            m_result->trials.empty() == false && !result->trials.empty() &&
                            m_result->trials.front().values == result->trials.front().values &&
                            m_result->request.axes.size() == result->request.axes.size();
    m_result = std::move(result);
    const QScopedValueRollback updating(m_updating, true);
    if (!sameSearch)
        m_selected = -1;
    m_model->setResult(m_result);
    fitColumns();
    if (!sameSearch)
        showAxes();
    showPicture();
    if (const int row = m_model->rowOfTrial(m_selected); row >= 0)
        m_table->selectRow(row);
    updateApply();
}

/// As wide as their texts, and what is left to the last.
void TuneResults::fitColumns() {
    QHeaderView* header = m_table->horizontalHeader();
    const QFontMetrics bold(m_theme.font(12, QFont::DemiBold));
    const QFontMetrics plain(m_theme.font(14));
    const int columns = m_model->columnCount();
    for (int column = 0; column < columns; ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int width = bold.horizontalAdvance(title);
        for (int row = 0; row < m_model->rowCount(); ++row)
            width = std::max(width, plain.horizontalAdvance(m_model->index(row, column).data().toString()));
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, width + m_theme.px(22));
    }
}

/// The choice of axes is offered where there is one.
void TuneResults::showAxes() {
    m_across->clear();
    m_up->clear();
    if (!m_result) {
        m_axesRow->hide();
        return;
    }
    const std::vector<TuneAxis>& axes = m_result->request.axes;
    for (const TuneAxis& axis : axes) {
        m_across->addItem(parameterName(axis.parameter));
        m_up->addItem(parameterName(axis.parameter));
    }
    m_up->setCurrentIndex(axes.size() > 1 ? 1 : 0);
    m_axesRow->setVisible(axes.size() > (isGrid() ? 2U : 1U));
    m_up->setVisible(isGrid());
    m_upName->setVisible(isGrid());
}

std::size_t TuneResults::axisOf(const QComboBox* box) const {
    const int index = std::max(0, box->currentIndex());
    return std::min(static_cast<std::size_t>(index), m_result->request.axes.size() - 1);
}

void TuneResults::showPicture() {
    if (!m_result || m_result->trials.empty() || m_result->request.axes.empty()) {
        m_pictures->setCurrentIndex(EmptyPicture);
        return;
    }
    const bool heat = isGrid() && m_result->request.axes.size() > 1 && axisOf(m_across) != axisOf(m_up);
    if (heat)
        showHeatMap();
    else
        showChart();
    m_pictures->setCurrentIndex(heat ? HeatPicture : ChartPicture);
}

/// With more than two parameters a cell has the best of its trials over the others.
void TuneResults::showHeatMap() {
    const std::size_t across = axisOf(m_across);
    const std::size_t up = axisOf(m_up);
    const TuneAxis& columns = m_result->request.axes[across];
    const TuneAxis& rows = m_result->request.axes[up];
    HeatMapData map;
    map.title = metricLabel(m_result->request.metric, m_result->request.k);
    map.columnTitle = parameterName(columns.parameter);
    map.rowTitle = parameterName(rows.parameter);
    map.columns = textsOf(columns.values);
    map.rows = textsOf(rows.values);
    map.cells.resize(columns.values.size() * rows.values.size());
    m_cellTrials.assign(map.cells.size(), -1);
    for (const std::size_t trial : trialOrder(*m_result)) { // the best first
        const TuneTrial& shown = m_result->trials[trial];
        const std::size_t index = placeOf(rows.values, shown.values[up]) * columns.values.size() +
                                  placeOf(columns.values, shown.values[across]);
        if (index >= map.cells.size() || m_cellTrials[index] >= 0)
            continue;
        m_cellTrials[index] = static_cast<int>(trial);
        HeatMapCell& cell = map.cells[index];
        cell.state = std::isnan(shown.score) ? HeatMapCell::State::Failed : HeatMapCell::State::Measured;
        cell.value = shown.score;
        cell.details = trialText(*m_result, trial);
        if (trial == m_result->best && !std::isnan(shown.score))
            map.best = static_cast<int>(index);
    }
    m_heatMap->setData(std::move(map));
}

void TuneResults::showChart() {
    const std::size_t across = axisOf(m_across);
    const TuneAxis& axis = m_result->request.axes[across];
    std::vector<TrialChart::Point> points;
    int best = -1;
    for (std::size_t trial = 0; trial < m_result->trials.size(); ++trial) {
        const TuneTrial& shown = m_result->trials[trial];
        if (std::isnan(shown.score))
            continue;
        if (trial == m_result->best)
            best = static_cast<int>(points.size());
        points.push_back(
            {shown.values[across], shown.score, trialText(*m_result, trial), static_cast<int>(trial)});
    }
    const QString metric = metricLabel(m_result->request.metric, m_result->request.k);
    m_chart->setTitle(tr("%1 by %2").arg(metric, parameterName(axis.parameter)));
    m_chart->setSubtitle(isGrid() ? tr("One trial a dot; the best has a ring")
                                  : tr("One trial a dot, the other parameters vary; the best has a ring"));
    m_chart->setAxisTitles(parameterName(axis.parameter), metric);
    m_chart->setEmptyText(tr("No trial could be measured."));
    m_chart->setPoints(std::move(points), best, isGrid() && m_result->request.axes.size() == 1);
}

int TuneResults::trialOfCell(int cell) const {
    return cell >= 0 && cell < static_cast<int>(m_cellTrials.size())
               ? m_cellTrials[static_cast<std::size_t>(cell)]
               : -1;
}

void TuneResults::cellChosen(int cell) {
    if (m_updating)
        return;
    const int trial = trialOfCell(cell);
    if (trial < 0)
        return;
    const QScopedValueRollback updating(m_updating, true);
    m_selected = trial;
    m_table->selectRow(m_model->rowOfTrial(trial));
    updateApply();
}

void TuneResults::rowChosen() {
    if (m_updating)
        return;
    const QScopedValueRollback updating(m_updating, true);
    m_selected = m_model->trialOfRow(m_table->currentIndex().row());
    const auto cell = std::find(m_cellTrials.begin(), m_cellTrials.end(), m_selected);
    if (m_selected >= 0 && m_pictures->currentIndex() == HeatPicture && cell != m_cellTrials.end())
        m_heatMap->setCurrent(static_cast<int>(cell - m_cellTrials.begin()));
    updateApply();
}

int TuneResults::chosenTrial() const {
    if (!m_result || m_result->trials.empty())
        return -1;
    const auto trial = m_selected >= 0 ? static_cast<std::size_t>(m_selected) : m_result->best;
    return trial < m_result->trials.size() && !std::isnan(m_result->trials[trial].score)
               ? static_cast<int>(trial)
               : -1;
}

void TuneResults::updateApply() {
    const int trial = chosenTrial();
    m_apply->setEnabled(trial >= 0 && m_applicable);
    if (!m_result || m_result->trials.empty()) {
        m_budget->clear();
        m_apply->setText(tr("A&pply the best to the Bench"));
        return;
    }
    const auto trials = static_cast<int>(m_result->trials.size());
    m_budget->setText(
        tr("Searched on %1, %n user(s). The test part was never looked at.", nullptr, m_result->users)
            .arg(splitText(m_result->innerSplitName)) +
        u' ' + tr("Budget: %n trial(s); it is printed beside the row.", nullptr, trials));
    const bool best = trial < 0 || static_cast<std::size_t>(trial) == m_result->best;
    m_apply->setText(best ? tr("A&pply the best to the Bench")
                          : tr("A&pply rank %1 to the Bench").arg(m_model->rowOfTrial(trial) + 1));
    m_apply->setToolTip(trial >= 0 ? trialText(*m_result, static_cast<std::size_t>(trial)) : QString());
}

void TuneResults::apply() {
    const int trial = chosenTrial();
    if (trial >= 0)
        emit applyRequested(m_result->trials[static_cast<std::size_t>(trial)].specification,
                            static_cast<int>(m_result->trials.size()));
}

} // namespace recital
