// What measuring costs beside what it measures: for the five official folds of ml-100k the seconds of scoring
// alone, of ranking and metrics, and of the tests over a table of models. Reads the folder named in the first
// argument; the second is the number of threads (2).
#include "core/recsys/comparison.h"
#include "core/recsys/io/loader.h"
#include "core/recsys/parallel.h"
#include "core/recsys/training.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace recital;

namespace {

using Models = std::vector<std::shared_ptr<const Model>>;

/// Wall time of the best of five rounds and, for machines that are shared, the processor time of all threads.
struct Cost {
    double wall = 1e9;
    double processor = 1e9;
};

Cost costOf(const std::function<void()>& work) {
    Cost best;
    for (int round = 0; round < 5; ++round) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t ticks = std::clock();
        work();
        best.processor = std::min(best.processor, static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC);
        best.wall = std::min(best.wall,
                             std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

[[noreturn]] void fail(const std::string& message) {
    std::fprintf(stderr, "bench_evaluation: %s\n", message.c_str());
    std::exit(2);
}

void print(const std::string& what, const Cost& cost) {
    std::printf("  %-36s %7.1f ms wall %7.1f ms processor\n", what.c_str(), 1e3 * cost.wall,
                1e3 * cost.processor);
}

/// Every user that evaluate() would rank is scored, and nothing else is done.
void scoreAll(const Models& models, const std::vector<Split>& splits, int threads) {
    for (std::size_t fold = 0; fold < splits.size(); ++fold)
        forEachBlock(splits[fold].relevant.rowCount(), 16, threads,
                     [&](std::int64_t begin, std::int64_t end) {
                         std::vector<float> scores(static_cast<std::size_t>(models[fold]->itemCount()));
                         for (auto user = static_cast<UserIndex>(begin); user < end; ++user)
                             if (!splits[fold].relevant.row(user).empty())
                                 models[fold]->score(splits[fold].interactionsOf(user), scores);
                     });
}

void evaluateAll(const Models& models, const std::vector<Split>& splits, const EvaluationOptions& options,
                 const JobControl& control) {
    for (std::size_t fold = 0; fold < splits.size(); ++fold)
        if (const auto report = evaluate(*models[fold], splits[fold], options, control); !report)
            fail(report.error().detail);
}

void measureModel(const std::vector<Split>& splits, const TrainingSpec& specification,
                  const JobControl& control) {
    Models models;
    for (const Split& split : splits) {
        const auto model = train(split.train, specification, control);
        if (!model)
            fail(model.error().detail);
        models.push_back(*model);
    }
    const std::string name = models.front()->info().name + ": ";
    print(name + "scores only", costOf([&] { scoreAll(models, splits, control.threads); }));
    const EvaluationOptions noAuc{.auc = false};
    print(name + "all metrics but AUC", costOf([&] { evaluateAll(models, splits, noAuc, control); }));
    print(name + "all metrics", costOf([&] { evaluateAll(models, splits, {}, control); }));
    const EvaluationOptions curve{.curveTo = 50};
    print(name + "all metrics, curve to 50", costOf([&] { evaluateAll(models, splits, curve, control); }));
}

void measureTests(const std::vector<Split>& splits, const JobControl& control) {
    std::vector<ComparedModel> rows;
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        auto row = measureAlgorithm(splits, RandomParameters{.seed = seed}, {.seeds = 1}, control);
        if (!row)
            fail(row.error().detail);
        rows.push_back(std::move(row).value());
    }
    std::printf("%zu rows of %zu users, 10000 resamples and 10000 flips\n", rows.size(),
                rows.front().mean.users.size());
    print("one metric", costOf([&] { (void)compareWithReference(rows, 0, MetricId::Ndcg, {}, control); }));
    print("all per-user metrics", costOf([&] { (void)compareAllWithReference(rows, 0, {}, control); }));
    print("best of every metric", costOf([&] { (void)bestRowsOfAll(rows, {}, control); }));
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        fail("usage: bench_evaluation ML-100K-FOLDER [THREADS]");
    JobControl control;
    control.threads = argc > 2 ? std::atoi(argv[2]) : 2;
    const auto source = openFolder(argv[1]);
    if (!source)
        fail(source.error().detail);
    const auto dataset = loadDataset(**source, control);
    if (!dataset)
        fail(dataset.error().detail);
    const auto splits = makeSplits(**dataset, {.protocol = Protocol::OfficialFolds}, control);
    if (!splits)
        fail(splits.error().detail);
    std::printf("five official folds, %d threads, best of five rounds\n", control.threads);
    measureModel(*splits, PopularityParameters{}, control);
    measureModel(*splits, ItemKnnParameters{}, control);
    measureModel(*splits, PureSvdParameters{}, control);
    measureModel(*splits, defaultAlsParameters(**dataset), control);
    measureTests(*splits, control);
    return 0;
}
