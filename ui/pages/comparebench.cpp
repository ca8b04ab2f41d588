#include "ui/pages/comparebench.h"

#include "core/services/comparisontext.h"
#include "core/services/services.h"
#include "ui/compareexport.h"
#include "ui/comparetext.h"
#include "ui/errortext.h"
#include "ui/metrictext.h"
#include "ui/models/comparisonmodel.h"
#include "ui/pages/benchresults.h"
#include "ui/widgets/algorithmlist.h"
#include "ui/widgets/benchactions.h"
#include "ui/widgets/benchtable.h"
#include "ui/widgets/comparepanel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/storedcomparisons.h"
#include "ui/widgets/userlistspanel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

using State = CompareService::RowState;

CompareBench::CompareBench(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"compareBench"_s);
    build();
    connectService();
    connectResults();
    buildExport();
    metricsChanged();
    refreshStored();
    snapshotChanged();
    comparisonChanged();
}

void CompareBench::build() {
    m_actions = new BenchActions(m_theme, this);
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    keepWidth(m_theme, card, 332);
    m_panel = new ComparePanel(m_theme, card);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(0, 0, 0, 0);
    inCard->addWidget(m_panel);
    m_left = card;
    m_results = new BenchResults(m_theme, this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    layout->addWidget(m_results, 1);
    followTheme(m_theme, this, [this, layout] { layout->setSpacing(m_theme.px(12)); });
    connect(m_actions, &BenchActions::settingsToggled, card, &QWidget::setVisible);
    connect(m_actions, &BenchActions::metricsChanged, this, &CompareBench::metricsChanged);
    connect(m_panel, &ComparePanel::startRequested, this, &CompareBench::start);
    connect(m_panel, &ComparePanel::defaultsRequested, this, &CompareBench::useDefaults);
    connect(m_panel, &ComparePanel::changed, this, &CompareBench::updateState);
}

void CompareBench::connectService() {
    CompareService& compare = m_services.compare;
    connect(m_panel, &ComparePanel::cancelRequested, &compare, &CompareService::cancel);
    connect(&compare, &CompareService::started, this, &CompareBench::started);
    connect(&compare, &CompareService::rowStateChanged, this, [this](std::size_t row, State state) {
        m_results->model().setRowState(row, state, m_services.compare.rowProblem(row));
        m_results->table().refresh();
        showStatement();
    });
    connect(&compare, &CompareService::rowProgressChanged, this,
            [this](std::size_t row, double fraction, double secondsLeft) {
                m_results->model().setRowProgress(row, fraction, secondsLeft);
            });
    connect(&compare, &CompareService::comparisonChanged, this, &CompareBench::comparisonChanged);
    connect(&compare, &CompareService::finished, this, &CompareBench::finished);
    connect(&compare, &CompareService::failed, this, &CompareBench::failed);
    connect(&compare, &CompareService::ratingFailed, this, [this](std::size_t model, const QString& detail) {
        const RatingSpec& specification = m_services.compare.request().ratingModels[model];
        const std::string_view name = ratingPredictorName(specification);
        m_results->notice().showError(ErrorCode::InvalidData, detail,
                                      QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) +
                                          u':');
    });
    connect(&compare, &CompareService::notStored, this, [this](ErrorCode code, const QString& detail) {
        m_results->notice().showError(code, detail,
                                      tr("The results stay on the screen, but are not stored."));
    });
    connect(&compare, &CompareService::storedChanged, this, &CompareBench::refreshStored);
    connect(&m_services.store, &ModelStore::snapshotChanged, this, &CompareBench::snapshotChanged);
    connect(&m_services.computeLane, &JobLane::busyChanged, this, [this](bool busy) {
        updateState();
        if (!busy && isVisible())
            estimateCosts(); // had to wait for the lane
    });
}

void CompareBench::connectResults() {
    CompareService& compare = m_services.compare;
    StoredComparisons& stored = m_results->stored();
    connect(m_results, &BenchResults::dataRequested, this, [this] { emit pageRequested(u"data"_s); });
    connect(&m_results->table(), &BenchTable::cancelRequested, &compare, &CompareService::cancelRow);
    connect(&m_results->table(), &BenchTable::referenceRequested, this,
            [&compare](std::size_t row) { compare.setReference(row); });
    connect(&m_results->userLists(), &UserListsPanel::stageRequested, this, &CompareBench::openOnStage);
    connect(&stored, &StoredComparisons::openRequested, this, [this](qint64 id) {
        m_fromRequest = false;
        m_results->notice().hide();
        if (m_services.compare.open(id))
            m_results->showTab(BenchResults::TableTab);
    });
    connect(&stored, &StoredComparisons::removeRequested, this,
            [this](qint64 id) { m_services.compare.remove(id); });
    connect(&stored, &StoredComparisons::addRequested, this, [this](qint64 id, std::size_t row) {
        m_results->notice().hide();
        if (m_services.compare.addStoredRow(id, row))
            m_results->showTab(BenchResults::TableTab);
    });
}

void CompareBench::buildExport() {
    const auto options = [this] {
        ComparisonTextOptions text;
        text.metrics = m_actions->columns();
        if (metricInfo(m_actions->judged()).perUser)
            text.differences = {m_actions->judged()};
        return text;
    };
    m_export = new CompareExport({.comparison = [this] { return m_services.compare.comparison(); },
                                  .options = options,
                                  .chart = [this] { return m_results->chart(); },
                                  .all = [this] { return m_results->allCharts(); }},
                                 this);
    m_actions->setExportMenu(m_export->menu());
    connect(m_results, &BenchResults::viewChanged, m_export, &CompareExport::refresh);
    connect(m_export, &CompareExport::written, &m_results->notice(), &Notice::showText);
    connect(m_export, &CompareExport::failed, this, [this](ErrorCode code, const QString& detail) {
        m_results->notice().showError(code, detail, tr("Not exported."));
    });
}

QWidget* CompareBench::actions() const noexcept {
    return m_actions;
}

void CompareBench::applyTuned(const TrainingSpec& specification, int trials) {
    m_panel->algorithms().apply(specification, trials);
}

void CompareBench::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    estimateCosts();
}

void CompareBench::snapshotChanged() {
    const auto snapshot = m_services.store.snapshot();
    const std::string fingerprint = snapshot->dataset ? snapshot->dataset->info().fingerprint : std::string();
    if (fingerprint != m_fingerprint || !snapshot->dataset) {
        m_fingerprint = fingerprint;
        m_costsKnown = false;
        m_panel->setDataset(snapshot->dataset);
        if (snapshot->dataset)
            useDefaults();
        if (isVisible())
            estimateCosts();
    }
    m_results->userLists().setStageProblem(stageProblem());
    updateState();
}

void CompareBench::useDefaults() {
    const auto snapshot = m_services.store.snapshot();
    if (!snapshot->dataset)
        return;
    m_panel->setDataset(snapshot->dataset); // every algorithm gets its tested parameters again
    m_costsKnown = false;
    m_panel->setRequest(m_services.compare.defaultRequest());
    if (isVisible())
        estimateCosts();
}

/// What each algorithm would cost on all likes of the data set: an upper bound for any split of it. Only once
/// somebody looks at the page, because the likes have to be counted; of large data on the compute lane.
void CompareBench::estimateCosts() {
    constexpr std::size_t countedAtOnce = 2'000'000; // well below a tenth of a second
    const std::shared_ptr<const Dataset> dataset = m_services.store.snapshot()->dataset;
    if (!dataset || m_costsKnown)
        return;
    const float threshold = m_panel->request().options.split.positiveThreshold;
    if (dataset->ratingCount() <= countedAtOnce) {
        showCosts(std::make_shared<const RatingMatrix>(RatingMatrix::positives(*dataset, threshold)));
        return;
    }
    using Likes = std::shared_ptr<const RatingMatrix>;
    m_services.computeLane.start<Likes>(
        u"costs"_s, this,
        [dataset, threshold](const JobControl&) -> Result<Likes> {
            return std::make_shared<const RatingMatrix>(RatingMatrix::positives(*dataset, threshold));
        },
        [](double) {},
        [this, fingerprint = m_fingerprint](const Result<Likes>& likes) {
            if (likes.ok() && fingerprint == m_fingerprint)
                showCosts(*likes);
        });
}

void CompareBench::showCosts(const std::shared_ptr<const RatingMatrix>& likes) {
    m_costsKnown = true;
    m_panel->algorithms().setCost(
        [likes](const TrainingSpec& specification) { return trainingCost(specification, *likes); });
}

void CompareBench::start() {
    m_results->notice().hide();
    m_services.compare.start(m_panel->request());
}

void CompareBench::started() {
    m_fromRequest = true;
    m_results->model().setRequest(m_services.compare.request());
    m_results->setComparison(nullptr, true);
    m_results->showTab(BenchResults::TableTab);
    m_actions->setK(m_services.compare.request().options.k);
    updateState();
}

void CompareBench::comparisonChanged() {
    const auto comparison = m_services.compare.comparison();
    if (comparison)
        m_actions->setK(comparison->options.k);
    m_results->setComparison(comparison, m_fromRequest);
    m_results->userLists().setStageProblem(stageProblem());
    updateState();
}

void CompareBench::finished() {
    comparisonChanged();
    refreshStored();
}

void CompareBench::failed(ErrorCode code, const QString& detail) {
    m_results->notice().showError(code, detail);
    updateState();
}

void CompareBench::refreshStored() {
    m_results->setStored(m_services.compare.stored());
}

void CompareBench::metricsChanged() {
    m_results->setMetrics(m_actions->judged(), m_actions->columns());
}

void CompareBench::updateState() {
    const auto snapshot = m_services.store.snapshot();
    const bool running = m_services.compare.running();
    m_panel->setRunning(running);
    QString problem;
    if (!snapshot->dataset)
        problem = tr("Open a data set first.");
    else if (m_services.computeLane.busy() && !running)
        problem = tr("Another job is still running.");
    else if (const Status status = m_services.compare.check(m_panel->request()); !status.ok())
        problem = QString::fromStdString(status.error().detail);
    m_panel->setReady(problem.isEmpty() && !running, running ? QString() : problem);
    if (snapshot->dataset)
        m_results->setEmpty(tr("Nothing compared yet"),
                            tr("Every ticked algorithm is trained on the same part of %1 and measured on the "
                               "part that was hidden. Start with the defaults; the rows appear one by one.")
                                .arg(QString::fromStdString(snapshot->dataset->info().name)),
                            false);
    else
        m_results->setEmpty(tr("No data set yet"),
                            tr("Open MovieLens on the Data page, or drop its folder or zip onto the window."),
                            true);
    showStatement();
}

QString CompareBench::runningText() const {
    const CompareService& compare = m_services.compare;
    const std::size_t count = compare.request().algorithms.size();
    std::size_t over = 0;
    QString name;
    for (std::size_t row = 0; row < count; ++row) {
        const State state = compare.rowState(row);
        over += state != State::Waiting && state != State::Running ? 1 : 0;
        if (state == State::Running)
            name = m_results->model()
                       .index(static_cast<int>(row), ComparisonModel::NameColumn)
                       .data()
                       .toString();
    }
    const auto comparison = compare.comparison();
    if (over == count && comparison && comparison->ratings.size() < compare.request().ratingModels.size())
        return tr("Measuring the rating predictors.");
    if (over == count)
        return tr("Testing the differences.");
    const QString place = tr("%1 of %2 done").arg(over).arg(count);
    return name.isEmpty() ? tr("Holding out the test part; %1.").arg(place)
                          : tr("Measuring %1; %2.").arg(name, place);
}

void CompareBench::showStatement() {
    const auto comparison = m_services.compare.comparison();
    QString text = comparison && !comparison->rows.empty() ? statementText(*comparison) : QString();
    if (m_services.compare.running())
        text = runningText() + (text.isEmpty() ? QString() : u'\n' + text);
    m_results->setStatement(text);
}

/// The user goes on the stage, with what the model there knows of them.
void CompareBench::openOnStage(UserIndex user) {
    if (stageProblem().isEmpty() && m_services.live.addDatasetUser(user))
        emit pageRequested(u"stage"_s);
}

QString CompareBench::stageProblem() const {
    const auto comparison = m_services.compare.comparison();
    const auto snapshot = m_services.store.snapshot();
    if (!comparison || comparison->splits.empty())
        return tr(
            "The split of an earlier comparison is not kept. Run it again to take a user to the stage.");
    if (!snapshot->dataset ||
        snapshot->dataset->info().fingerprint != comparison->datasetFingerprint.toStdString())
        return tr("The stage shows other data now.");
    return {};
}

} // namespace recital
