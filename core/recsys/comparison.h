#pragma once

#include "core/recsys/algorithms/parameters.h"
#include "core/recsys/evaluation.h"
#include "core/recsys/metricid.h"
#include "core/recsys/statistics.h"

#include <memory>
#include <string>
#include <vector>

namespace recital {

class Dataset;

struct ComparisonOptions {
    SplitOptions split{};
    int k = 10;
    int curveTo = 50; ///< as in EvaluationOptions
    int seeds = 3;    ///< trainings of a stochastic algorithm, with its own seed, seed + 1, ...; 1 to 100
    StatisticsOptions statistics{};
};

/// One algorithm of a comparison, measured. Immutable once made.
struct ComparedModel {
    TrainingSpec specification;
    std::string name;       ///< AlgorithmInfo::name
    std::string parameters; ///< describe(specification)
    int tuningTrials = 0;   ///< settings tried on validation data before these were chosen; 0: defaults
    std::vector<std::vector<EvaluationReport>> bySeed; ///< [seed][fold]; one seed for a deterministic one
    /// Over folds, then seeds; user counts and times are those of one seed, all folds. users: the mean of
    /// each over the folds and seeds that evaluated it, which is what is tested (evaluation.md 5.1).
    EvaluationReport mean;
    /// Of the last seed, one a fold: for lists on request. Empty when read back from the workspace.
    std::vector<std::shared_ptr<const Model>> models;

    int seeds() const noexcept { return static_cast<int>(bySeed.size()); }
    /// Standard deviation over the seeds of their means (n - 1); NaN with one seed.
    double seedSpread(MetricId metric) const;
};

/// Trains and evaluates one algorithm on every split and with every seed. Progress runs over all of it.
/// Errors: those of train() and evaluate(), InvalidParameters (no split, seeds outside their limits).
Result<ComparedModel> measureAlgorithm(const std::vector<Split>& splits, const TrainingSpec& specification,
                                       const ComparisonOptions& options, const JobControl& control);

/// Each row against the reference row on one metric, Holm over the rows that can be compared; entry
/// `reference` is NotComparable. Metrics that are not per user: all NotComparable.
std::vector<PairedComparison> compareWithReference(const std::vector<ComparedModel>& rows,
                                                   std::size_t reference, MetricId metric,
                                                   const StatisticsOptions& options,
                                                   const JobControl& control = {});

/// The rows that may be called best on this metric: the highest mean, and everything that the test cannot
/// tell from it. Empty for a neutral metric.
std::vector<std::size_t> bestRows(const std::vector<ComparedModel>& rows, MetricId metric,
                                  const StatisticsOptions& options, const JobControl& control = {});

/// The same for the whole catalogue of metrics, entry by entry in its order, at little more than the cost of
/// one: metrics and rows share their resamples. The inner vectors have one entry a row.
std::vector<std::vector<PairedComparison>> compareAllWithReference(const std::vector<ComparedModel>& rows,
                                                                   std::size_t reference,
                                                                   const StatisticsOptions& options,
                                                                   const JobControl& control = {});
std::vector<std::vector<std::size_t>> bestRowsOfAll(const std::vector<ComparedModel>& rows,
                                                    const StatisticsOptions& options,
                                                    const JobControl& control = {});

} // namespace recital
