#include "ui/pages/stageretrain.h"

#include "core/services/comparisontext.h"
#include "core/services/services.h"
#include "ui/comparetext.h"
#include "ui/errortext.h"
#include "ui/format.h"
#include "ui/livetext.h"
#include "ui/models/runsmodel.h"
#include "ui/retraintext.h"
#include "ui/widgets/emptycard.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/measuretable.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/runstatus.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace recital {

using namespace Qt::StringLiterals;

void StageRetrain::connectService() {
    RetrainService& retrain = m_services.retrain;
    connect(&m_services.live, &LiveSession::changed, this, &StageRetrain::refresh);
    connect(&retrain, &RetrainService::started, this, [this] {
        m_stopping = false;
        m_notice->hide();
        showRunning();
        m_status->showProgress(0.0, {});
        updateButtons();
    });
    connect(&retrain, &RetrainService::phaseChanged, this, &StageRetrain::showRunning);
    connect(&retrain, &RetrainService::progressChanged, this,
            [this](double fraction) { m_status->showProgress(fraction, {}); });
    connect(&retrain, &RetrainService::candidateChanged, this, &StageRetrain::refresh);
    connect(&retrain, &RetrainService::cancelled, this, [this] {
        refresh();
        m_notice->showText(tr("Cancelled. The model in use stays."));
    });
    connect(&retrain, &RetrainService::failed, this, [this](ErrorCode code, const QString& detail) {
        refresh();
        m_notice->showError(code, detail, tr("Nothing was retrained"));
    });
}

void StageRetrain::connectControls() {
    connect(m_status, &RunStatus::actionRequested, this, [this] {
        if (m_services.retrain.candidate() || m_services.retrain.check())
            m_services.retrain.start();
        else
            emit liveRequested();
    });
    connect(m_status, &RunStatus::cancelRequested, this, [this] {
        m_stopping = true;
        m_status->showCancelling();
        m_services.retrain.cancel();
    });
    connect(m_accept, &QPushButton::clicked, this, &StageRetrain::accept);
    connect(m_reject, &QPushButton::clicked, this, [this] {
        m_services.retrain.reject();
        m_notice->showText(tr("Rejected. The model in use stays, and so do the events."));
    });
    connect(m_back, &QPushButton::clicked, this, &StageRetrain::goBack);
    connect(&m_services.session, &SessionService::runOpened, this, [this](qint64 id) {
        if (isVisible())
            m_notice->showText(tr("Run %1 is in use again.").arg(id));
    });
    connect(&m_services.session, &SessionService::problem, this,
            [this](ErrorCode code, const QString& detail) {
                if (isVisible())
                    m_notice->showError(code, detail, tr("The earlier model was not opened"));
            });
    connect(m_empty, &EmptyCard::requested, this, [this](const QString& purpose) {
        purpose == u"data"_s ? emit dataRequested() : emit trainRequested();
    });
}

void StageRetrain::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void StageRetrain::refresh() {
    m_stale = !isVisible();
    if (m_stale)
        return;
    const bool usable = m_services.live.snapshot()->trained != nullptr;
    m_stack->setCurrentIndex(usable ? 0 : 1);
    if (!usable)
        return showEmpty();
    showLearned();
    showCandidate();
    showRuns();
    showState();
    updateButtons();
}

void StageRetrain::showEmpty() {
    if (!m_services.live.snapshot()->dataset)
        return m_empty->setTexts(tr("No data set yet"),
                                 tr("Open MovieLens first, train a model, and do something on the stage."),
                                 tr("Go to Data"), u"data"_s);
    m_empty->setTexts(tr("No trained model yet"), tr("Retraining starts from a model: train one first."),
                      tr("Go to Train"), u"train"_s);
}

void StageRetrain::showLearned() {
    const auto rows = retrainEventRows(m_services.live.state(), *m_services.live.snapshot()->dataset);
    m_events->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < m_events->rowCount(); ++row) {
        const RetrainEventRow& line = rows[static_cast<std::size_t>(row)];
        m_events->setRowTexts(
            row, {line.user, line.event, formatCount(line.count), signedNumber(line.strength, 1)});
    }
    m_events->fit();
    m_learned->setText(rows.empty() ? tr("Nothing has happened on the stage yet: there is nothing to learn. "
                                         "Like a film in the live view first.")
                                    : learnedText(m_services.retrain.learnable()));
}

void StageRetrain::showState() {
    const RetrainService& retrain = m_services.retrain;
    if (retrain.running())
        return showRunning();
    if (const auto candidate = retrain.candidate())
        return m_status->showState(tr("A retrained model waits for your decision"),
                                   candidateVerdict(*candidate), tr("Retrain a&gain"));
    const Status usable = retrain.check();
    const auto& learned = m_services.live.snapshot()->trained->events;
    const QString sentence =
        learned ? tr("The model in use has learned %n event(s) of the stage. Retraining starts from the "
                     "ratings again, with everything that has happened until now.",
                     nullptr, learned->events)
                : tr("The model in use has learned nothing from the stage: events only move the user's "
                     "vector. Retraining learns from them, compares, and asks you before anything changes.");
    m_status->showState(usable ? tr("Ready to retrain") : tr("Nothing to retrain with yet"), sentence,
                        usable ? tr("Retrain and &compare") : tr("Go to the live view"));
}

void StageRetrain::showRunning() {
    if (!m_services.retrain.running() || m_stopping)
        return;
    QString heading;
    switch (m_services.retrain.phase()) {
    case RetrainService::Phase::Idle:
    case RetrainService::Phase::Training:
        heading = tr("Training with what happened");
        break;
    case RetrainService::Phase::Evaluating:
        heading = tr("Measuring both models");
        break;
    case RetrainService::Phase::Comparing:
        heading = tr("Comparing user by user");
        break;
    case RetrainService::Phase::Saving:
        heading = tr("Saving the new model");
        break;
    }
    m_status->showRunning(heading,
                          tr("The model in use goes on working; nothing changes before you accept."));
}

void StageRetrain::showCandidate() {
    const auto candidate = m_services.retrain.candidate();
    m_metrics->setVisible(candidate != nullptr);
    m_lists->setVisible(candidate != nullptr);
    if (!candidate) {
        m_comparison->setText(tr("No retrained model waits. After retraining, old and new stand here side by "
                                 "side on the same hidden likes, with intervals and verdict."));
        return;
    }
    m_comparison->setText(
        tr("Both on the hidden likes of %n user(s), from the same histories.", nullptr, candidate->users));
    m_metrics->setRowCount(static_cast<int>(candidate->metrics.size()));
    for (int row = 0; row < m_metrics->rowCount(); ++row) {
        const RetrainMetric& metric = candidate->metrics[static_cast<std::size_t>(row)];
        const PairedComparison& pair = metric.difference;
        m_metrics->setRowTexts(row,
                               {metricLabel(metric.id, candidate->k), formatMetric(metric.id, metric.before),
                                formatMetric(metric.id, metric.after),
                                u"%1 (%2)"_s.arg(formatDifference(metric.id, pair.difference),
                                                 intervalText(metric.id, pair.interval, true)),
                                pValueText(pair.adjustedP), verdictWord(pair.verdict)},
                               verdictText(pair));
    }
    m_metrics->fit();
    m_lists->setText(candidateLists(*candidate, *m_services.live.snapshot()->dataset));
}

void StageRetrain::showRuns() {
    const auto snapshot = m_services.live.snapshot();
    const QString fingerprint = QString::fromStdString(snapshot->dataset->info().fingerprint);
    const Result<std::vector<RunRecord>> records = m_services.workspace().runs();
    QList<RunView> runs;
    if (records) {
        for (const RunRecord& record : *records)
            if (record.datasetFingerprint == fingerprint && !record.modelFile.isEmpty())
                runs += viewOf(record);
        m_runsText->setText(snapshot->trained->runId > 0 ? tr("In use: run %1.").arg(snapshot->trained->runId)
                                                         : tr("The model in use is not stored."));
    } else {
        m_runsText->setText(errorSentence(records.error().code));
    }
    const QModelIndex current = m_runsView->currentIndex();
    m_runs->setRuns(std::move(runs));
    if (current.isValid() && current.row() < m_runs->rowCount())
        m_runsView->setCurrentIndex(m_runs->index(current.row(), 0));
}

void StageRetrain::updateButtons() {
    const bool waits = m_services.retrain.candidate() != nullptr && !m_services.retrain.running();
    for (QPushButton* button : {m_accept, m_reject})
        button->setEnabled(waits);
    const QModelIndex current = m_runsView->currentIndex();
    const auto trained = m_services.live.snapshot()->trained;
    const bool other = current.isValid() && trained && m_runs->run(current.row()).id != trained->runId;
    m_back->setEnabled(other && !m_services.retrain.running() && !m_services.session.busy());
}

void StageRetrain::accept() {
    if (const Status done = m_services.retrain.accept(); !done) {
        m_notice->showError(done.error().code, QString::fromStdString(done.error().detail),
                            tr("The new model was not taken"));
        return;
    }
    refresh();
    m_notice->showText(tr("The retrained model is in use. The earlier one is in the list below."));
}

void StageRetrain::goBack() {
    const QModelIndex current = m_runsView->currentIndex();
    if (current.isValid())
        m_services.session.openRun(m_runs->run(current.row()).id);
}

} // namespace recital
