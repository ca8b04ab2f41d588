#pragma once

#include "core/recsys/evaluation.h"
#include "core/recsys/io/loader.h"
#include "core/recsys/parallel.h"
#include "core/recsys/training.h"
#include "tests/recsys/goldenvalues.h"
#include "tests/testdata.h"

#include <QTest>

#include <cmath>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace recital::golden {

/// Prints the measured value beside the golden one; true if they agree.
inline bool agrees(const std::string& what, double measured, double expected, double tolerance,
                   int digits = 6) {
    const bool same = std::abs(measured - expected) <= tolerance;
    qInfo("%-24s measured %.*f  golden %.*f  tolerance %.0e%s", what.c_str(), digits + 1, measured, digits,
          expected, tolerance, same ? "" : "  DIFFERS");
    return same;
}

inline void printTimes(const EvaluationReport& mean) {
    qInfo("%s: %.3f s training and %.3f s ranking of all five folds, %d lists", mean.modelName.c_str(),
          mean.trainSeconds, mean.evaluateSeconds, mean.evaluatedUsers);
}

inline bool agreesBeyondAccuracy(const EvaluationReport& mean, const BeyondAccuracy& expected) {
    const std::string name = mean.modelName;
    const bool coverage = agrees(name + " coverage", mean.coverage, expected.coverage, 5e-4, 3);
    const bool gini = agrees(name + " Gini", mean.gini, expected.gini, 5e-4, 3);
    const bool novelty = agrees(name + " MIUF", mean.novelty, expected.novelty, 5e-3, 2);
    return coverage && gini && novelty;
}

/// Items with the same column of the matrix have equal scores on paper. Here they are equal and the lower
/// item goes first; the figures were measured with scores in double, where rounding decides. That moves the
/// AUC, which looks at every item, in the sixth digit, or in the fifth for PureSVD, whose unrated items all
/// score 0: hence a tolerance of its own.
inline bool rankingAgrees(std::span<const EvaluationReport> reports, std::span<const Ranking> expected,
                          double tolerance, double aucTolerance) {
    bool same = true;
    for (std::size_t fold = 0; fold < reports.size(); ++fold) {
        const RankingMetrics& measured = reports[fold].means;
        const Ranking& want = expected[fold];
        const std::string name = reports[fold].splitName + ' ' + reports[fold].modelName + ' ';
        same &= agrees(name + "P@10", measured.precision, want.precision, tolerance);
        same &= agrees(name + "R@10", measured.recall, want.recall, tolerance);
        same &= agrees(name + "MAP@10", measured.map, want.map, tolerance);
        same &= agrees(name + "NDCG@10", measured.ndcg, want.ndcg, tolerance);
        same &= agrees(name + "MRR@10", measured.mrr, want.mrr, tolerance);
        same &= agrees(name + "Hit@10", measured.hitRate, want.hitRate, tolerance);
        same &= agrees(name + "AUC", measured.aucInListOrder, want.aucInListOrder, aucTolerance);
    }
    return same;
}

/// MovieLens 100K and its five folds.
struct Folds {
    std::shared_ptr<const Dataset> dataset;
    std::vector<Split> splits;
    JobControl control{.stop = {}, .progress = {}, .threads = hardwareThreads()};

    /// Errors: those of reading and splitting.
    Status load(const std::string& folder) {
        const auto source = openFolder(folder);
        if (!source)
            return source.error();
        auto loaded = loadDataset(**source, control);
        if (!loaded)
            return loaded.error();
        dataset = *loaded;
        SplitOptions options;
        options.protocol = Protocol::OfficialFolds;
        auto made = makeSplits(*dataset, options);
        if (!made)
            return made.error();
        splits = std::move(made).value();
        return success();
    }

    std::vector<EvaluationReport> evaluate(const TrainingSpec& specification) const {
        std::vector<EvaluationReport> reports;
        for (const Split& split : splits) {
            const auto model = train(split, specification, control);
            if (!model)
                qFatal("%s", model.error().detail.c_str());
            auto report = recital::evaluate(**model, split, {}, control);
            if (!report)
                qFatal("%s", report.error().detail.c_str());
            reports.push_back(std::move(report).value());
        }
        return reports;
    }
};

} // namespace recital::golden
