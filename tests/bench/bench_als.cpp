// Trains implicit ALS on binary interactions from a file and prints one JSON document with the seconds of
// every half-step. tests/bench/compare_peers.py runs it beside other libraries. The file holds,
// little-endian: int64 users, items, entries; int64 offsets[users + 1]; int32 columns[entries].
#include "core/recsys/algorithms/alstrainer.h"
#include "core/recsys/parallel.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

using namespace recital;

namespace {

struct Options {
    std::string data;
    std::string factorsOutput;
    AlsParameters parameters;
    als::TrainerOptions trainer;
    int threads = 1;
    int halfSteps = 30;
    bool loss = false;
};

[[noreturn]] void fail(const std::string& message) {
    std::cerr << "bench_als: " << message << '\n';
    std::exit(2);
}

als::CpuLevel levelNamed(const std::string& name) {
    static const std::map<std::string, als::CpuLevel> levels{{"portable", als::CpuLevel::Portable},
                                                             {"v2", als::CpuLevel::V2},
                                                             {"v3", als::CpuLevel::V3},
                                                             {"v4", als::CpuLevel::V4}};
    const auto found = levels.find(name);
    if (found == levels.end() || !als::isSupported(found->second))
        fail("this processor has no level " + name);
    return found->second;
}

AlsForm formNamed(const std::string& name) {
    static const std::map<std::string, AlsForm> forms{{"hkv", AlsForm::HuKorenVolinsky},
                                                      {"implicit", AlsForm::Implicit},
                                                      {"frequency-scaled", AlsForm::FrequencyScaled}};
    const auto found = forms.find(name);
    return found == forms.end() ? throw std::invalid_argument("form " + name) : found->second;
}

Options parse(int argc, char** argv) {
    Options o;
    AlsParameters& p = o.parameters;
    const std::map<std::string, std::function<void(const std::string&)>> actions{
        {"--data", [&](const std::string& v) { o.data = v; }},
        {"--write-factors", [&](const std::string& v) { o.factorsOutput = v; }},
        {"--form", [&](const std::string& v) { p.form = formNamed(v); }},
        {"--factors", [&](const std::string& v) { p.factors = std::stoi(v); }},
        {"--alpha", [&](const std::string& v) { p.alpha = std::stod(v); }},
        {"--unobserved-weight", [&](const std::string& v) { p.unobservedWeight = std::stod(v); }},
        {"--regularization", [&](const std::string& v) { p.regularization = std::stod(v); }},
        {"--exponent", [&](const std::string& v) { p.regularizationExponent = std::stod(v); }},
        {"--seed", [&](const std::string& v) { p.seed = std::stoull(v); }},
        {"--cg-steps",
         [&](const std::string& v) {
             p.cgSteps = std::stoi(v);
             p.solver = AlsSolver::ConjugateGradient;
         }},
        {"--threads", [&](const std::string& v) { o.threads = std::stoi(v); }},
        {"--half-steps", [&](const std::string& v) { o.halfSteps = std::stoi(v); }},
        {"--level", [&](const std::string& v) { o.trainer.level = levelNamed(v); }},
        {"--woodbury-below", [&](const std::string& v) { o.trainer.woodburyBelow = std::stoi(v); }},
        {"--loss", [&](const std::string& v) { o.loss = v == "yes"; }},
    };
    for (int k = 1; k + 1 < argc; k += 2) {
        const auto action = actions.find(argv[k]);
        if (action == actions.end())
            fail(std::string("unknown option ") + argv[k]);
        action->second(argv[k + 1]);
    }
    if (const Status status = p.validate(); !status)
        fail(status.error().detail);
    return o;
}

template<typename T>
std::vector<T> readArray(std::ifstream& file, std::size_t count) {
    std::vector<T> values(count);
    file.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(count * sizeof(T)));
    if (!file)
        fail("the data file is too short");
    return values;
}

RatingMatrix readMatrix(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const auto sizes = readArray<std::int64_t>(file, 3);
    const auto offsets = readArray<std::int64_t>(file, static_cast<std::size_t>(sizes[0]) + 1);
    const auto columns = readArray<std::int32_t>(file, static_cast<std::size_t>(sizes[2]));
    std::vector<Triple> triples;
    triples.reserve(columns.size());
    for (std::int32_t user = 0; user < sizes[0]; ++user)
        for (auto k = static_cast<std::size_t>(offsets[static_cast<std::size_t>(user)]);
             k < static_cast<std::size_t>(offsets[static_cast<std::size_t>(user) + 1]); ++k)
            triples.push_back({user, columns[k], 1.0F});
    return RatingMatrix::fromTriples(static_cast<int>(sizes[0]), static_cast<int>(sizes[1]), triples);
}

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Multiply-adds a second of one thread: the best of several short runs, so that a disturbance does not lower
/// it.
double measuredPeak(als::CpuLevel level) {
    alignas(64) float sink[2] = {0.999F, 1e-3F};
    double best = 0.0;
    for (int run = 0; run < 12; ++run) {
        const double start = now();
        const double operations = als::kernel(level).multiplyAdds(400'000, sink);
        best = std::max(best, operations / (now() - start));
        sink[0] = 0.999F;
    }
    return best;
}

/// Floating-point operations that a plain exact sweep needs: symmetric rank-one sums, Cholesky and two
/// triangular solves for every row with data. The Woodbury identity does with fewer.
double plainOperations(const SparseRows& rows, double d) {
    double operations = d * (d + 1.0) * static_cast<double>(rows.entryCount());
    for (int r = 0; r < rows.rowCount(); ++r)
        if (!rows.row(r).empty())
            operations += d * d * d / 3.0 + 2.0 * d * d;
    return operations;
}

void writeFactors(const std::string& path, const FactorMatrix& matrix) {
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(matrix.data()),
               static_cast<std::streamsize>(static_cast<std::size_t>(matrix.size()) * sizeof(float)));
}

} // namespace

int main(int argc, char** argv) {
    const Options o = parse(argc, argv);
    const RatingMatrix matrix = readMatrix(o.data);
    JobControl control;
    control.threads = o.threads;
    const double peak = measuredPeak(o.trainer.level);
    const double started = now();
    als::Trainer trainer(matrix, o.parameters, o.trainer);
    const double prepared = now() - started;
    std::vector<double> seconds;
    std::vector<double> processor;
    std::vector<double> losses;
    for (int step = 1; step <= o.halfSteps; ++step) {
        const double wall = now();
        const double cpu = processorSeconds();
        trainer.halfStep(step % 2 == 1, control);
        seconds.push_back(now() - wall);
        processor.push_back(processorSeconds() - cpu);
        if (o.loss)
            losses.push_back(trainer.loss(o.threads));
        if (!o.factorsOutput.empty()) {
            const LatentFactors factors = trainer.factors();
            writeFactors(o.factorsOutput + ".users." + std::to_string(step), factors.users);
            writeFactors(o.factorsOutput + ".items." + std::to_string(step), factors.items);
        }
    }
    const auto list = [](const char* name, const std::vector<double>& values) {
        std::printf("\"%s\": [", name);
        for (std::size_t k = 0; k < values.size(); ++k)
            std::printf("%s%.12g", k == 0 ? "" : ", ", values[k]);
        std::printf("], ");
    };
    std::printf("{\"level\": \"%s\", \"threads\": %d, \"peak\": %.6g, \"prepare\": %.6g, ",
                als::kernel(o.trainer.level).name, o.threads, peak, prepared);
    std::printf("\"operations\": %.6g, ", plainOperations(matrix.byUser(), o.parameters.factors) +
                                              plainOperations(matrix.byItem(), o.parameters.factors));
    list("seconds", seconds);
    list("processor", processor);
    list("losses", losses);
    std::printf("\"entries\": %lld}\n", static_cast<long long>(matrix.entryCount()));
    return 0;
}
