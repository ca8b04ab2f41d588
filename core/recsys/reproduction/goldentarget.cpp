#include "core/recsys/evaluation.h"
#include "core/recsys/reproduction/goldenranking.h"
#include "core/recsys/reproduction/targets.h"
#include "core/recsys/training.h"

namespace recital::reproduction {

namespace {

struct GoldenModel {
    const char* name;
    TrainingSpec specification;
    const GoldenRanking* folds;
};

std::vector<GoldenModel> goldenModels() {
    return {{"Popular", PopularityParameters{}, goldenPopular},
            {"ItemKNN", ItemKnnParameters{.neighbours = 100, .shrink = 10.0}, goldenItemKnn},
            {"UserKNN", UserKnnParameters{.neighbours = 100, .shrink = 0.0}, goldenUserKnn},
            {"PureSVD 8", PureSvdParameters{.rank = 8}, goldenPureSvd},
            {"EASE 300", EaseParameters{.regularization = 300.0}, goldenEase}};
}

void compare(const std::string& prefix, const GoldenRanking& golden, const RankingMetrics& ours,
             std::vector<ReproducedValue>& values) {
    constexpr double sixDigits = 1e-6;
    constexpr double ofFloats =
        1e-4; // AUC looks at every pair, and scores that differ in double tie in float
    const auto add = [&](const char* metric, double published, double measured, double tolerance,
                         bool headline = false) {
        values.push_back(reproduction::within(prefix + metric, published, 6, measured, tolerance));
        values.back().headline = headline;
    };
    add("NDCG@10", golden.ndcg, ours.ndcg, sixDigits, true);
    add("P@10", golden.precision, ours.precision, sixDigits);
    add("R@10", golden.recall, ours.recall, sixDigits);
    add("MAP@10 (by min(n, k))", golden.map, ours.map, sixDigits);
    add("MRR@10", golden.mrr, ours.mrr, sixDigits);
    add("Hit@10", golden.hitRate, ours.hitRate, sixDigits);
    add("AUC (in list order)", golden.aucInListOrder, ours.aucInListOrder, ofFloats);
}

std::string countsText(std::span<const Split> splits) {
    std::string text = "Users measured:";
    for (const Split& split : splits)
        text += ' ' + split.name + ' ' + std::to_string(countSplit(split).evaluatedUsers) +
                (&split == &splits.back() ? "." : ",");
    return text;
}

} // namespace

Result<ReproductionResult> goldenRanking(const Dataset& dataset, const JobControl& control) {
    if (const auto official = officialFolds(dataset); !official)
        return official.error();
    const JobControl quiet{control.stop, {}, control.threads};
    const auto splits = makeSplits(dataset, {.protocol = Protocol::OfficialFolds}, quiet);
    if (!splits)
        return splits.error();
    const std::vector<GoldenModel> models = goldenModels();
    const auto runs = static_cast<double>(models.size() * goldenFolds);
    ReproductionResult result;
    int done = 0;
    for (const GoldenModel& golden : models) {
        for (std::size_t fold = 0; fold < goldenFolds; ++fold) {
            const Split& split = (*splits)[fold];
            const auto model = train(split.train, golden.specification, quiet);
            if (!model)
                return model.error();
            const auto report = evaluate(**model, split, {}, quiet);
            if (!report)
                return report.error();
            compare(split.name + ' ' + golden.name + ' ', golden.folds[fold], report->means, result.values);
            control.report(++done / runs);
        }
    }
    result.explanation = countsText(*splits);
    return result;
}

} // namespace recital::reproduction
