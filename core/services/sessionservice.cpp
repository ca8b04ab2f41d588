#include "core/services/sessionservice.h"

#include "core/services/livejson.h"
#include "core/services/recordjson.h"
#include "core/services/runrecord.h"
#include "core/services/trainingjob.h"
#include "core/store/modelfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr auto saveDelay = std::chrono::milliseconds(500);

QString fingerprintOf(const std::shared_ptr<const Dataset>& dataset) {
    return dataset ? QString::fromStdString(dataset->info().fingerprint) : QString();
}

/// The figures of the record are those of this split and these events, or they must not be shown beside it.
Status checkLearned(const SavedModel& saved, const SplitRecord& record, const Split& split,
                    const Dataset& dataset) {
    const Error other{ErrorCode::InvalidData, "the model learned from another part of the data"};
    if (saved.datasetFingerprint != dataset.info().fingerprint)
        return other;
    if (record.events) {
        for (const LearnedUser& user : record.events->users) {
            const bool known = std::ranges::all_of(
                user.cells, [&](const Interaction& cell) { return cell.item < dataset.itemCount(); });
            if (!known || user.datasetUser >= dataset.userCount())
                return Error{ErrorCode::InvalidData, "the events it learned from are not of these data"};
        }
    }
    const RatingMatrix expected = learnedRows(split.train, record.events ? &*record.events : nullptr);
    const SparseRows& learned = saved.train.byUser();
    if (learned.offsets != expected.byUser().offsets || learned.columns != expected.byUser().columns ||
        learned.values != expected.byUser().values)
        return other;
    return success();
}

} // namespace

Result<TrainedModel> reopenRun(const RunRecord& run, const Dataset& dataset, const QString& workspaceFolder,
                               const JobControl& control) {
    if (run.datasetFingerprint.toStdString() != dataset.info().fingerprint)
        return Error{ErrorCode::InvalidData, "the data is not what run " + std::to_string(run.id) +
                                                 " was trained on: " + dataset.info().location};
    if (run.modelFile.isEmpty())
        return Error{ErrorCode::FileNotFound, "no model was saved with run " + std::to_string(run.id)};
    const std::optional<SplitRecord> record = splitFromJson(run.splitJson);
    auto reports = reportsFromJson(run.reportsJson);
    auto curve = curveFromJson(run.curveJson);
    if (!record || !reports || !curve)
        return Error{ErrorCode::InvalidData, "the record of run " + std::to_string(run.id) + " is damaged"};
    Result<SavedModel> saved = loadModel(QDir(workspaceFolder).filePath(run.modelFile), control);
    if (!saved)
        return saved.error();
    Result<std::shared_ptr<const Split>> split =
        makeRequestedSplit(dataset, record->options, record->name, control);
    if (!split)
        return split.error();
    if (const Status same = checkLearned(*saved, *record, **split, dataset); !same)
        return Error{same.error().code, run.modelFile.toStdString() + ": " + same.error().detail};
    TrainedModel trained;
    trained.model = saved->model;
    trained.split = std::move(split).value();
    if (record->events)
        trained.events = std::make_shared<const LearnedEvents>(*record->events);
    trained.projection = fitPca(trained.model->latentFactors()->items);
    trained.reports = std::move(*reports);
    trained.curve = std::move(*curve);
    trained.runId = run.id;
    return trained;
}

SessionService::SessionService(JobLane& computeLane, ModelStore& store, DatasetService& datasets,
                               LiveSession& live, Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_lane(computeLane)
    , m_store(store)
    , m_datasets(datasets)
    , m_live(live)
    , m_workspace(workspace) {
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { (void)save(); });
    connect(&m_live, &LiveSession::changed, this, &SessionService::remember);
    // Who is on the stage is known at once, as what they did is: a killed program shows the same user again.
    connect(&m_live, &LiveSession::usersChanged, this, [this] { (void)save(); });
    connect(&m_datasets, &DatasetService::loaded, this, &SessionService::takeDataset);
    connect(&m_datasets, &DatasetService::cancelled, this, &SessionService::abandon);
    connect(&m_datasets, &DatasetService::failed, this, &SessionService::abandon);
    connect(&m_datasets, &DatasetService::columnsNeeded, this, &SessionService::abandon);
}

SessionService::~SessionService() {
    (void)save();
}

void SessionService::setPage(const QString& page) {
    if (m_page == page)
        return;
    m_page = page;
    remember();
}

bool SessionService::restore(const QString& location) {
    m_tracking = true;
    const Result<SessionRecord> session = m_workspace.session();
    if (!session)
        emit problem(session.error().code, QString::fromStdString(session.error().detail));
    const SessionRecord last = session ? *session : SessionRecord{};
    Target target{location, last.datasetFingerprint, last.runId, last.liveUserId, last.liveRuleJson, true};
    if (location.isEmpty())
        target.location = last.datasetLocation;
    if (m_page.isEmpty())
        m_page = last.page;
    if (target.location.isEmpty())
        return false;
    if (!QFileInfo::exists(target.location)) {
        emit problem(ErrorCode::FileNotFound, target.location);
        return false;
    }
    begin(std::move(target));
    return true;
}

void SessionService::openRun(qint64 id) {
    const Result<RunRecord> run = m_workspace.run(id);
    if (!run) {
        emit problem(run.error().code, QString::fromStdString(run.error().detail));
        return;
    }
    if (m_lane.busy() || busy()) {
        emit problem(ErrorCode::Busy, m_lane.jobName());
        return;
    }
    if (fingerprintOf(m_store.snapshot()->dataset) != run->datasetFingerprint &&
        !QFileInfo::exists(run->datasetLocation)) {
        emit problem(ErrorCode::FileNotFound, run->datasetLocation);
        return;
    }
    begin({run->datasetLocation, run->datasetFingerprint, id, 0, {}, false});
}

void SessionService::begin(Target target) {
    m_target = std::move(target);
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    if (dataset && fingerprintOf(dataset) == m_target->fingerprint)
        takeDataset();
    else
        m_datasets.reload(m_target->location);
}

/// The data is there: what belongs to it may follow.
void SessionService::takeDataset() {
    if (!m_target)
        return;
    const std::shared_ptr<const Dataset> dataset = m_store.snapshot()->dataset;
    const bool same = fingerprintOf(dataset) == m_target->fingerprint;
    if (same && m_target->runId > 0) {
        loadRun(dataset);
        return;
    }
    const bool changed = !same && !m_target->fingerprint.isEmpty() &&
                         QString::fromStdString(dataset->info().location) == m_target->location;
    if (!m_target->isSession || (changed && m_target->runId > 0))
        emit problem(ErrorCode::InvalidData, m_target->location + u": the data has changed since"_s);
    end(false);
}

void SessionService::loadRun(const std::shared_ptr<const Dataset>& dataset) {
    const Result<RunRecord> run = m_workspace.run(m_target->runId);
    if (!run) {
        takeRun(run.error(), dataset);
        return;
    }
    const bool started = m_lane.start<TrainedModel>(
        tr("Opening run %1").arg(run->id), this,
        [run = *run, dataset, folder = m_workspace.folder()](const JobControl& control) {
            return reopenRun(run, *dataset, folder, control);
        },
        {}, [this, dataset](const Result<TrainedModel>& trained) { takeRun(trained, dataset); });
    if (!started)
        takeRun(Error{ErrorCode::Busy, m_lane.jobName().toStdString()}, dataset);
}

void SessionService::takeRun(const Result<TrainedModel>& trained,
                             const std::shared_ptr<const Dataset>& dataset) {
    const std::shared_ptr<const ModelSnapshot> snapshot = m_store.snapshot();
    if (!trained) {
        if (trained.error().code != ErrorCode::Cancelled)
            emit problem(trained.error().code, QString::fromStdString(trained.error().detail));
        end(false);
        return;
    }
    if (snapshot->dataset != dataset) { // another one was loaded meanwhile: the wish is out of date
        abandon();
        return;
    }
    ModelSnapshot next = *snapshot;
    next.trained = std::make_shared<const TrainedModel>(*trained);
    m_store.publish(std::move(next));
    end(true);
}

void SessionService::end(bool opened) {
    const Target target = *std::exchange(m_target, std::nullopt);
    if (!target.isSession) {
        if (opened)
            emit runOpened(target.runId);
        return;
    }
    const UpdateRule rule = ruleFromJson(target.liveRuleJson).value_or(m_live.state().rule);
    m_live.restore(fingerprintOf(m_store.snapshot()->dataset) == target.fingerprint ? target.liveUserId : 0,
                   rule);
    remember();
    emit restored();
}

/// The dataset did not come; DatasetService said why.
void SessionService::abandon() {
    if (const std::optional<Target> target = std::exchange(m_target, std::nullopt);
        target && target->isSession)
        emit restored();
}

void SessionService::remember() {
    if (m_tracking && !m_target)
        m_saveTimer.start();
}

Status SessionService::save() {
    m_saveTimer.stop();
    const std::shared_ptr<const ModelSnapshot> snapshot = m_store.snapshot();
    // While something is being brought back the old record is the better one.
    if (!m_tracking || m_target || !snapshot->dataset)
        return success();
    SessionRecord session;
    session.datasetLocation = QString::fromStdString(snapshot->dataset->info().location);
    session.datasetFingerprint = fingerprintOf(snapshot->dataset);
    session.runId = snapshot->trained ? snapshot->trained->runId : 0;
    session.page = m_page;
    session.liveUserId = m_live.user().id;
    session.liveRuleJson = ruleToJson(m_live.state().rule);
    const Status saved = m_workspace.saveSession(session);
    if (!saved && !m_saveFailed)
        emit problem(saved.error().code, QString::fromStdString(saved.error().detail));
    m_saveFailed = !saved;
    return saved;
}

} // namespace recital
