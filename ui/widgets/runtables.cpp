#include "ui/widgets/runtables.h"

#include "ui/models/resultsmodel.h"
#include "ui/models/runsmodel.h"
#include "ui/widgets/formrows.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int resultsTab = 0;
constexpr int runsTab = 1;

} // namespace

RunTables::RunTables(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setProperty("role", u"card"_s);
    build();
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &RunTables::updateNote);
    connect(m_runsView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunTables::currentChanged);
    connect(m_runsView, &QTableView::activated, this, &RunTables::showResults);
    updateNote();
}

QTableView* RunTables::makeTable(const QString& objectName, const QString& name, QAbstractItemModel* model) {
    auto* view = new QTableView(m_stack);
    view->setObjectName(objectName);
    view->setAccessibleName(name);
    view->setModel(model);
    view->setShowGrid(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setHighlightSections(false);
    followTheme(m_theme, view, [view, this] {
        view->verticalHeader()->setMinimumSectionSize(m_theme.px(20));
        view->verticalHeader()->setDefaultSectionSize(m_theme.px(28));
        // The paddings bring the header's text in line with that of the cells: figures end at the right, and
        // need the room at their left where the window is narrow.
        const bool figures = view->objectName() == u"resultsTable"_s;
        view->horizontalHeader()->setStyleSheet(
            u"QHeaderView::section { font-size: %1px; padding: %2px 0px %2px %3px; } "
            "QHeaderView::section:first { padding-left: %4px; }"_s.arg(m_theme.px(12))
                .arg(m_theme.px(6))
                .arg(m_theme.px(figures ? 2 : 8))
                .arg(m_theme.px(8)));
        fitColumns(view);
    });
    m_stack->addWidget(view);
    return view;
}

/// Makes the fixed columns as wide as their texts. Qt's own ResizeToContents measures the header's plain
/// font, while the style sheet draws it bold.
void RunTables::fitColumns(QTableView* view) {
    const QFontMetrics bold(m_theme.font(12, QFont::DemiBold));
    const QFontMetrics plain(m_theme.font(14));
    const QAbstractItemModel* model = view->model();
    for (int column = 0; column < model->columnCount(); ++column) {
        if (view->horizontalHeader()->sectionResizeMode(column) != QHeaderView::Fixed)
            continue;
        int width = bold.horizontalAdvance(model->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < model->rowCount(); ++row)
            width = std::max(width, plain.horizontalAdvance(model->index(row, column).data().toString()));
        view->setColumnWidth(column, width + m_theme.px(22));
    }
}

void RunTables::build() {
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(u"runTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Results"));
    m_tabs->addTab(tr("Earlier runs"));
    m_note = makeLabel("caption", u"runTablesNote"_s, this);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_stack = new QStackedWidget(this);
    m_results = new ResultsModel(this);
    m_runs = new RunsModel(this);
    m_resultsView = makeTable(u"resultsTable"_s, tr("Results of the models"), m_results);
    m_runsView = makeTable(u"runsTable"_s, tr("Earlier runs"), m_runs);
    QHeaderView* header = m_resultsView->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    for (const int column :
         {ResultsModel::ModelColumn, ResultsModel::UsersColumn, ResultsModel::SecondsColumn})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header = m_runsView->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(RunsModel::ParametersColumn, QHeaderView::Stretch);

    auto* top = new QHBoxLayout;
    top->addWidget(m_tabs);
    top->addStretch(1);
    top->addWidget(m_note);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    layout->setSpacing(0);
    followTheme(m_theme, this, [layout, this] {
        layout->setContentsMargins(m_theme.px(8), m_theme.px(6), m_theme.px(8), m_theme.px(8));
        // Header and four rows: the results never need to scroll.
        m_stack->setMinimumHeight(m_theme.px(4 * 28 + 36));
    });
}

void RunTables::showRun(const RunView& run, bool stored) {
    m_results->setRun(run);
    fitColumns(m_resultsView);
    m_tabs->setTabText(resultsTab, stored ? tr("Results of run %1").arg(run.id) : tr("Results"));
}

void RunTables::setRuns(QList<RunView> runs) {
    const QSignalBlocker block(m_runsView->selectionModel());
    m_trouble.clear();
    m_runs->setRuns(std::move(runs));
    countRuns();
}

void RunTables::prependRun(const RunView& run) {
    m_runs->prepend(run);
    countRuns();
}

void RunTables::countRuns() {
    fitColumns(m_runsView);
    const int count = m_runs->rowCount();
    m_tabs->setTabText(runsTab, count > 0 ? tr("Earlier runs (%1)").arg(count) : tr("Earlier runs"));
    updateNote();
}

void RunTables::setRunsTrouble(const QString& sentence) {
    m_trouble = sentence;
    updateNote();
}

void RunTables::showResults() {
    m_tabs->setCurrentIndex(resultsTab);
}

void RunTables::clearSelection() {
    const QSignalBlocker block(m_runsView->selectionModel());
    m_runsView->setCurrentIndex({});
    m_runsView->viewport()->update();
}

void RunTables::currentChanged(const QModelIndex& current) {
    if (current.isValid())
        emit runSelected(m_runs->run(current.row()));
}

void RunTables::updateNote() {
    if (m_tabs->currentIndex() == resultsTab)
        m_note->setText(tr("Means over users. Whether a difference could be chance is not tested here."));
    else if (!m_trouble.isEmpty())
        m_note->setText(m_trouble);
    else if (m_runs->rowCount() == 0)
        m_note->setText(tr("No run has been stored yet."));
    else
        m_note->setText(tr("Select a run to see its curves, press Enter to see its results."));
}

} // namespace recital
