// The part of StageRetrain that builds its widgets.
#include "core/services/services.h"
#include "ui/models/runsmodel.h"
#include "ui/pages/stageretrain.h"
#include "ui/widgets/emptycard.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/measuretable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/runstatus.h"
#include "ui/widgets/tableheader.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

StageRetrain::StageRetrain(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"stageRetrain"_s);
    m_empty = new EmptyCard(theme, u"retrainEmpty"_s, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildPage());
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connectService();
    connectControls();
    refresh();
}

QWidget* StageRetrain::buildPage() {
    auto* page = new QWidget(this);
    m_status = new RunStatus(m_theme, page);
    m_status->setObjectName(u"retrainStatus"_s);
    m_status->setTexts(tr("Progress of the retraining"),
                       tr("Stops within half a second. The model that is in use stays."));
    m_notice = new Notice(m_theme, page);
    m_notice->setObjectName(u"retrainNotice"_s);
    m_notice->hide();
    auto* grid = new QGridLayout;
    grid->addWidget(buildLearned(), 0, 0, 2, 1);
    grid->addWidget(buildComparison(), 0, 1);
    grid->addWidget(buildRuns(), 1, 1);
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 9);
    grid->setRowStretch(0, 3);
    grid->setRowStretch(1, 2);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_status);
    layout->addWidget(m_notice);
    layout->addLayout(grid, 1);
    followTheme(m_theme, page, [this, layout, grid] {
        layout->setSpacing(m_theme.px(8));
        grid->setSpacing(m_theme.px(10));
    });
    return page;
}

QWidget* StageRetrain::buildLearned() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_events = new MeasureTable(m_theme, {tr("User"), tr("Event"), tr("Count"), tr("Strength")}, card);
    m_events->setObjectName(u"retrainEvents"_s);
    m_events->setAccessibleName(tr("What happened on the stage"));
    m_learned = makeLabel("muted", u"retrainLearned"_s, card);
    m_learned->setWordWrap(true);
    auto* body = new QWidget(card);
    body->setProperty("role", u"page"_s);
    auto* inBody = new QVBoxLayout(body);
    inBody->setContentsMargins(0, 0, 0, 0);
    inBody->addWidget(m_events);
    inBody->addStretch(1);
    auto* scroll = new QScrollArea(card);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(card);
    layout->addWidget(makeLabel("heading", u"retrainLearnedTitle"_s, card, tr("What will be learned")));
    layout->addWidget(m_learned);
    layout->addWidget(scroll, 1);
    followTheme(m_theme, card, [this, layout] {
        const int margin = m_theme.px(12);
        layout->setContentsMargins(margin, m_theme.px(8), margin, m_theme.px(8));
        layout->setSpacing(m_theme.px(6));
    });
    return card;
}

QWidget* StageRetrain::buildComparison() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_comparison = makeLabel("muted", u"retrainComparison"_s, card);
    m_comparison->setWordWrap(true);
    m_metrics = new MeasureTable(
        m_theme,
        {tr("Metric"), tr("Old"), tr("New"), tr("New − old (95 % interval)"), tr("p"), tr("Verdict")}, card);
    m_metrics->setObjectName(u"retrainMetrics"_s);
    m_metrics->horizontalHeaderItem(4)->setToolTip(tr("Sign-flip test, adjusted by Holm over all metrics"));
    m_metrics->setAccessibleName(tr("Old and new model on the same users"));
    m_lists = makeLabel("caption", u"retrainLists"_s, card);
    m_lists->setWordWrap(true);
    m_accept = new QPushButton(tr("&Accept the new model"), card);
    m_accept->setObjectName(u"retrainAccept"_s);
    m_accept->setProperty("role", u"primary"_s);
    m_accept->setToolTip(tr("Stores it as a run of its own and puts it on the stage."));
    m_reject = new QPushButton(tr("Re&ject"), card);
    m_reject->setObjectName(u"retrainReject"_s);
    m_reject->setToolTip(tr("Throws the new model away; the one in use and the events stay."));
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel("heading", u"retrainComparisonTitle"_s, card, tr("Old against new")));
    head->addStretch(1);
    head->addWidget(m_reject);
    head->addWidget(m_accept);
    auto* layout = new QVBoxLayout(card);
    layout->addLayout(head);
    layout->addWidget(m_comparison);
    layout->addWidget(m_metrics);
    layout->addWidget(m_lists);
    layout->addStretch(1);
    followTheme(m_theme, card, [this, layout] {
        const int margin = m_theme.px(12);
        layout->setContentsMargins(margin, m_theme.px(8), margin, m_theme.px(8));
        layout->setSpacing(m_theme.px(4));
    });
    return card;
}

QWidget* StageRetrain::buildRuns() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_runs = new RunsModel(this);
    m_runsView = new QTableView(card);
    m_runsView->setObjectName(u"retrainRuns"_s);
    m_runsView->setAccessibleName(tr("Earlier models of these data"));
    m_runsView->setHorizontalHeader(new TableHeader(m_theme, m_runsView));
    m_runsView->setModel(m_runs);
    m_runsView->setColumnHidden(RunsModel::DatasetColumn, true); // all of them are of the present one
    m_runsView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_runsView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_runsView->setTabKeyNavigation(false);
    m_runsView->setShowGrid(false);
    m_runsView->verticalHeader()->hide();
    m_runsView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_runsView->horizontalHeader()->setSectionResizeMode(RunsModel::ParametersColumn, QHeaderView::Stretch);
    m_runsText = makeLabel("muted", u"retrainRunsText"_s, card);
    m_back = new QPushButton(tr("Go &back to this model"), card);
    m_back->setObjectName(u"retrainBack"_s);
    m_back->setToolTip(tr("Opens the selected run; users and events on the stage stay."));
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel("heading", u"retrainRunsTitle"_s, card, tr("Earlier models")));
    head->addWidget(m_runsText, 1);
    head->addWidget(m_back);
    auto* layout = new QVBoxLayout(card);
    layout->addLayout(head);
    layout->addWidget(m_runsView, 1);
    connect(m_runsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { updateButtons(); });
    connect(m_runsView, &QTableView::activated, this, &StageRetrain::goBack);
    followTheme(m_theme, card, [this, layout, head] {
        const int margin = m_theme.px(12);
        layout->setContentsMargins(margin, m_theme.px(8), margin, m_theme.px(6));
        layout->setSpacing(m_theme.px(4));
        head->setSpacing(m_theme.px(12));
        m_runsView->verticalHeader()->setMinimumSectionSize(m_theme.px(20));
        m_runsView->verticalHeader()->setDefaultSectionSize(m_theme.px(28));
    });
    return card;
}

} // namespace recital
