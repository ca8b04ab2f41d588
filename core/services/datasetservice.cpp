#include "core/services/datasetservice.h"

#include "core/interop/zipsource.h"
#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/ratingmatrix.h"
#include "core/services/recordjson.h"
#include "core/store/workspace.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr int shownRecentLocations = 10;

/// The jobs before the ratings are indexed weigh most; the rest is one pass each.
constexpr double readingShare = 0.8;

QString normalised(const QString& location) {
    return QDir::cleanPath(QFileInfo(location).absoluteFilePath());
}

/// The file of a source without a known layout whose columns the user is asked about.
std::string delimitedFile(const FileSource& source) {
    const std::vector<std::string> names = source.names();
    const auto looksDelimited = [](const std::string& name) {
        constexpr std::array<std::string_view, 5> endings{".csv", ".tsv", ".txt", ".dat", ".data"};
        return std::ranges::any_of(endings,
                                   [&name](std::string_view ending) { return name.ends_with(ending); });
    };
    const auto found = std::ranges::find_if(names, looksDelimited);
    if (found != names.end())
        return *found;
    return names.empty() ? std::string() : names.front();
}

} // namespace

float defaultPositiveThreshold(const Dataset& dataset) {
    const DatasetInfo& info = dataset.info();
    if (info.layout != DatasetLayout::DelimitedText)
        return 4.0F;
    return info.minRating == info.maxRating ? info.minRating : 0.8F * info.maxRating;
}

DatasetService::DatasetService(JobLane& computeLane, ModelStore& store, Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_lane(computeLane)
    , m_store(store)
    , m_workspace(workspace) {}

void DatasetService::load(const QString& location) {
    begin(normalised(location), std::nullopt);
}

void DatasetService::loadWithColumns(const QString& location, const ColumnMapping& columns) {
    begin(normalised(location), columns);
}

void DatasetService::reload(const QString& location) {
    const QString path = normalised(location);
    begin(path, rememberedColumns(path));
}

void DatasetService::cancel() {
    if (m_loading)
        m_lane.cancel();
}

std::optional<ColumnMapping> DatasetService::rememberedColumns(const QString& location) const {
    const Result<QString> json = m_workspace.columnsOf(location);
    return json ? columnsFromJson(*json) : std::nullopt;
}

Result<DatasetService::Outcome> DatasetService::loadOn(const QString& location,
                                                       const std::optional<ColumnMapping>& columns,
                                                       const JobControl& control) {
    Result<std::unique_ptr<FileSource>> source = openSource(location);
    if (!source)
        return source.error();
    const Result<DatasetLayout> layout = detectLayout(**source);
    if (!layout)
        return layout.error();
    if (*layout == DatasetLayout::DelimitedText && !columns) {
        Result<ColumnPreview> preview = previewColumns(**source, delimitedFile(**source));
        if (!preview)
            return preview.error();
        return Outcome(std::move(preview).value());
    }
    JobControl reading = control;
    reading.progress = [&control](double fraction) { control.report(readingShare * fraction); };
    Result<std::shared_ptr<const Dataset>> dataset =
        loadDataset(**source, reading, *layout == DatasetLayout::DelimitedText ? columns : std::nullopt);
    if (!dataset)
        return dataset.error();
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, {}};
    Loaded loaded;
    loaded.dataset = std::move(dataset).value();
    const float positiveThreshold = defaultPositiveThreshold(*loaded.dataset);
    loaded.statistics =
        std::make_shared<const DatasetStatistics>(computeStatistics(*loaded.dataset, positiveThreshold));
    control.report(0.9);
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, {}};
    loaded.popularity = trainPopularity(RatingMatrix::positives(*loaded.dataset, positiveThreshold));
    control.report(1.0);
    return Outcome(std::move(loaded));
}

void DatasetService::begin(const QString& location, const std::optional<ColumnMapping>& columns) {
    const bool started = m_lane.start<Outcome>(
        tr("Loading %1").arg(QFileInfo(location).fileName()), this,
        [location, columns](const JobControl& control) { return loadOn(location, columns, control); },
        [this](double fraction) { emit progressChanged(fraction); },
        [this, location, columns](Result<Outcome> outcome) {
            finish(location, columns, std::move(outcome));
        });
    if (!started) {
        emit failed(ErrorCode::Busy, m_lane.jobName());
        return;
    }
    m_loading = true;
    emit loadStarted(location);
}

void DatasetService::finish(const QString& location, const std::optional<ColumnMapping>& columns,
                            Result<Outcome> outcome) {
    m_loading = false;
    if (!outcome) {
        if (outcome.error().code == ErrorCode::Cancelled)
            emit cancelled();
        else
            emit failed(outcome.error().code, QString::fromStdString(outcome.error().detail));
        return;
    }
    if (ColumnPreview* preview = std::get_if<ColumnPreview>(&outcome.value())) {
        // The rows were split by the guessed delimiter: a remembered mapping with another one does not fit
        // them.
        const std::optional<ColumnMapping> before = rememberedColumns(location);
        if (before && before->delimiter == preview->guess.delimiter && before->file == preview->guess.file)
            preview->guess = *before;
        emit columnsNeeded(location, *preview);
        return;
    }
    publish(location, columns, std::get<Loaded>(std::move(outcome).value()));
}

void DatasetService::publish(const QString& location, const std::optional<ColumnMapping>& columns,
                             Loaded data) {
    ModelSnapshot snapshot;
    snapshot.dataset = std::move(data.dataset);
    snapshot.statistics = std::move(data.statistics);
    snapshot.popularity = std::move(data.popularity);
    m_store.publish(std::move(snapshot));
    // A workspace that cannot be written must not cost the dataset that was just loaded.
    const Status remembered =
        m_workspace.addRecentLocation(location, columns ? columnsToJson(*columns) : QString());
    if (!remembered)
        qWarning("Recent location not remembered: %s", remembered.error().detail.c_str());
    emit recentLocationsChanged();
    emit loaded();
}

QStringList DatasetService::recentLocations() const {
    const Result<QStringList> remembered = m_workspace.recentLocations(5 * shownRecentLocations);
    QStringList existing;
    if (!remembered)
        return existing;
    for (const QString& location : *remembered) {
        if (existing.size() < shownRecentLocations && QFileInfo::exists(location))
            existing.append(location);
    }
    return existing;
}

} // namespace recital
