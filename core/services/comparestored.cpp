// What CompareService does with the comparisons of the workspace.

#include "core/services/comparejob.h"
#include "core/services/compareservice.h"
#include "core/services/comparisonrecordjson.h"
#include "core/store/workspace.h"

#include <algorithm>

namespace recital {

namespace {

std::shared_ptr<const Dataset> sameData(const Comparison& comparison, const ModelStore& store) {
    std::shared_ptr<const Dataset> dataset = store.snapshot()->dataset;
    const bool same =
        dataset && QString::fromStdString(dataset->info().fingerprint) == comparison.datasetFingerprint;
    return same ? dataset : nullptr;
}

Result<Comparison> load(const Workspace& workspace, qint64 id) {
    const Result<ComparisonRecord> record = workspace.comparison(id);
    if (!record)
        return record.error();
    return comparisonFromRecord(*record);
}

/// Rows of both can stand in one table only if they were measured on the same users and items in the same
/// way.
Status comparable(const Comparison& shown, const Comparison& other) {
    if (shown.datasetFingerprint != other.datasetFingerprint)
        return Error{ErrorCode::InvalidData, "it was measured on other data"};
    if (!(shown.options.split == other.options.split))
        return Error{ErrorCode::InvalidData, "it was measured on another split"};
    if (shown.options.k != other.options.k)
        return Error{ErrorCode::InvalidData, "it was measured with lists of another length"};
    return success();
}

} // namespace

std::vector<Comparison> CompareService::stored(int limit) const {
    std::vector<Comparison> result;
    const Result<std::vector<ComparisonRecord>> records = m_workspace.comparisons(limit);
    if (!records)
        return result;
    for (const ComparisonRecord& record : *records)
        if (Result<Comparison> comparison = comparisonFromRecord(record))
            result.push_back(std::move(comparison).value());
    return result;
}

bool CompareService::open(qint64 id) {
    if (m_running)
        return refuse({ErrorCode::Busy, m_lane.jobName().toStdString()});
    Result<Comparison> comparison = load(m_workspace, id);
    if (!comparison)
        return refuse(comparison.error());
    comparison->dataset = sameData(*comparison, m_store);
    const bool judged = !comparison->best.empty();
    show(std::make_shared<const Comparison>(std::move(comparison).value()));
    if (!judged) // the program ended before the verdicts were there
        startJudging(m_comparison, false);
    return true;
}

bool CompareService::remove(qint64 id) {
    if (m_running && m_comparison && m_comparison->id == id)
        return refuse({ErrorCode::Busy, m_lane.jobName().toStdString()});
    if (const Status removed = m_workspace.removeComparison(id); !removed)
        return refuse(removed.error());
    emit storedChanged();
    return true;
}

bool CompareService::addStoredRow(qint64 id, std::size_t row) {
    if (!m_comparison)
        return refuse({ErrorCode::InvalidData, "there is no comparison to add to"});
    if (m_running || m_lane.busy())
        return refuse({ErrorCode::Busy, m_lane.jobName().toStdString()});
    Result<Comparison> other = load(m_workspace, id);
    if (!other)
        return refuse(other.error());
    if (row >= other->rows.size())
        return refuse({ErrorCode::UnknownId, "row " + std::to_string(row)});
    if (const Status fits = comparable(*m_comparison, *other); !fits)
        return refuse(fits.error());
    auto next = std::make_shared<Comparison>(*m_comparison);
    const bool hadReference = hasReference(*next);
    next->measuredAt.resize(next->rows.size());
    next->origin.resize(next->rows.size());
    next->rows.push_back(std::move(other->rows[row]));
    next->measuredAt.push_back(other->startedAt);
    next->origin.push_back(id);
    if (!hadReference)
        next->reference = next->rows.size();
    next->verdicts.clear();
    next->best.clear();
    next->intervals.clear();
    startJudging(next, false);
    show(next);
    return true;
}

void CompareService::adoptDataset() {
    if (!m_comparison || m_comparison->dataset || jobRuns())
        return;
    if (std::shared_ptr<const Dataset> dataset = sameData(*m_comparison, m_store)) {
        auto next = std::make_shared<Comparison>(*m_comparison);
        next->dataset = std::move(dataset);
        show(std::move(next));
    }
}

} // namespace recital
