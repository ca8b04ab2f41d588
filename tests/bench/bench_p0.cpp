// The whole table of protocol P0: every ranking algorithm of the catalogue with its defaults on the five
// official folds of ml-100k, one after another, all threads inside. Prints the seconds of training and of
// ranking and the NDCG@10 that came out, then the sums.
//   bench_p0 [--threads N] [--only key,key] [--set parameter=value] <folder of ml-100k>
#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/evaluation.h"
#include "core/recsys/io/loader.h"
#include "core/recsys/parallel.h"
#include "core/recsys/training.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace recital;

namespace {

struct Options {
    std::string folder;
    std::string only;
    std::vector<std::pair<std::string, double>> changes;
    int threads = hardwareThreads();
};

[[noreturn]] void fail(const std::string& message) {
    std::fprintf(stderr, "bench_p0: %s\n", message.c_str());
    std::exit(2);
}

template<typename T>
T required(Result<T> result) {
    if (!result)
        fail(result.error().detail);
    return std::move(result).value();
}

Options parse(int argc, char** argv) {
    Options options;
    for (int k = 1; k < argc; ++k) {
        const std::string_view argument = argv[k];
        if (argument == "--threads" && k + 1 < argc)
            options.threads = std::max(1, std::atoi(argv[++k]));
        else if (argument == "--only" && k + 1 < argc)
            options.only = std::string(",") + argv[++k] + ',';
        else if (argument == "--set" && k + 1 < argc) {
            const std::string change = argv[++k];
            const std::size_t sign = change.find('=');
            if (sign == std::string::npos)
                fail("--set wants parameter=value");
            options.changes.emplace_back(change.substr(0, sign), std::atof(change.c_str() + sign + 1));
        } else
            options.folder = argument;
    }
    if (options.folder.empty())
        fail("which folder holds ml-100k?");
    return options;
}

struct Seconds {
    double training = 0.0;
    double ranking = 0.0;
};

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Wall-clock seconds of one algorithm over all folds; prints its row.
Seconds measure(const AlgorithmInfo& algorithm, const TrainingSpec& specification,
                const std::vector<Split>& splits, const JobControl& control) {
    Seconds seconds;
    std::vector<EvaluationReport> reports;
    for (const Split& split : splits) {
        const auto start = std::chrono::steady_clock::now();
        const auto model = required(train(split, specification, control));
        seconds.training += since(start);
        const auto trained = std::chrono::steady_clock::now();
        reports.push_back(required(evaluate(*model, split, {}, control)));
        seconds.ranking += since(trained);
    }
    std::printf("%-26s %10.3f %10.3f %10.4f   %s\n", std::string(algorithm.name).c_str(), seconds.training,
                seconds.ranking, meanOverFolds(reports).means.ndcg, describe(specification).c_str());
    std::fflush(stdout);
    return seconds;
}

} // namespace

int main(int argc, char** argv) {
    const Options options = parse(argc, argv);
    JobControl control;
    control.threads = options.threads;
    const auto source = required(openFolder(options.folder));
    const auto dataset = required(loadDataset(*source, control));
    SplitOptions splitOptions;
    splitOptions.protocol = Protocol::OfficialFolds;
    const auto splits = required(makeSplits(*dataset, splitOptions, control));
    std::printf("%s, %zu folds, %d threads\n", dataset->info().name.c_str(), splits.size(), options.threads);
    std::printf("%-26s %10s %10s %10s\n", "", "training s", "ranking s", "NDCG@10");
    Seconds total;
    for (const AlgorithmInfo& algorithm : algorithmCatalogue()) {
        const std::string key = ',' + std::string(algorithm.key) + ',';
        if (!options.only.empty() && options.only.find(key) == std::string::npos)
            continue;
        TrainingSpec specification = defaultSpecification(algorithm.key, *dataset);
        for (const auto& [name, value] : options.changes)
            required(setParameter(specification, name, value));
        const Seconds seconds = measure(algorithm, specification, splits, control);
        total.training += seconds.training;
        total.ranking += seconds.ranking;
    }
    std::printf("%-26s %10.3f %10.3f   together %.3f s\n", "all", total.training, total.ranking,
                total.training + total.ranking);
    return 0;
}
