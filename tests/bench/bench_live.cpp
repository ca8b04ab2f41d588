// What a click costs on the stage with the catalogue of MovieLens 32M: 87,585 films of 128 factors,
// generated. Prints the median and the 95th percentile of every step, and the frame budgets they are held
// against. Usage: bench_live [rounds]
#include "core/recsys/algorithms/alskernel.h"
#include "core/recsys/dataset.h"
#include "core/recsys/live/liveranking.h"
#include "core/recsys/live/rankdifference.h"
#include "core/recsys/live/similaritems.h"
#include "core/recsys/parallel.h"
#include "core/recsys/recommend.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace recital;

namespace {

constexpr int kItems = 87'585;
constexpr int kFactors = 128;
constexpr int kListLength = 50;
constexpr double kFrame = 1000.0 / 60.0; // ms

struct World {
    std::shared_ptr<const Dataset> dataset;
    std::shared_ptr<const AlsModel> als;
    std::vector<float> popularity;

    LiveModels models() const { return {dataset.get(), als.get(), popularity}; }
};

std::shared_ptr<const Dataset> makeDataset() {
    DatasetParts parts;
    parts.info.name = "generated";
    parts.userIds = {1};
    for (int genre = 0; genre < 19; ++genre)
        parts.genreNames.push_back("Genre " + std::to_string(genre));
    for (ItemIndex item = 0; item < kItems; ++item)
        parts.items.push_back(
            {item, "A film with a title of ordinary length", 2000, 1U << item % 19 | 1U << item / 19 % 19});
    parts.ratingUser = {0};
    parts.ratingItem = {0};
    parts.ratingValue = {5.0F};
    parts.ratingTime = {1};
    return Dataset::create(std::move(parts)).value();
}

/// Lengths fall off as popularity does, so that the best are found among few.
World makeWorld() {
    World world;
    world.dataset = makeDataset();
    std::mt19937 random(7);
    std::normal_distribution<float> normal(0.0F, 0.1F);
    LatentFactors factors{FactorMatrix::Zero(1, kFactors), FactorMatrix(kItems, kFactors)};
    for (ItemIndex item = 0; item < kItems; ++item) {
        const float rank = static_cast<float>(item * 7919LL % kItems);
        const float popular = 1.0F / (1.0F + rank / 500.0F);
        world.popularity.push_back(std::floor(50'000.0F * popular));
        for (int f = 0; f < kFactors; ++f)
            factors.items(item, f) = std::sqrt(popular) * normal(random);
    }
    AlsParameters parameters;
    parameters.factors = kFactors;
    world.als = std::make_shared<const AlsModel>(parameters, std::move(factors), 0.0);
    return world;
}

std::vector<Interaction> makeHistory(int length) {
    std::vector<Interaction> history;
    for (int k = 0; k < length; ++k)
        history.push_back({static_cast<ItemIndex>((k + 1) * 104'729LL % kItems), 1.0F});
    return history;
}

std::vector<ItemIndex> itemsOf(const std::vector<Interaction>& history) {
    std::vector<ItemIndex> items;
    for (const Interaction& entry : history)
        items.push_back(entry.item);
    std::ranges::sort(items);
    return items;
}

class Bench {
public:
    explicit Bench(int rounds)
        : m_rounds(rounds) {}

    /// budget in ms; 0: none.
    void measure(const std::string& what, double budget, const std::function<void(int)>& work) {
        std::vector<double> times;
        for (int round = -3; round < m_rounds; ++round) { // three to warm up
            const auto start = std::chrono::steady_clock::now();
            work(round + 3);
            const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
            if (round >= 0)
                times.push_back(time.count());
        }
        std::ranges::sort(times);
        const double median = times[times.size() / 2];
        const double high = times[times.size() * 95 / 100];
        std::printf("  %-64s %8.3f %8.3f", what.c_str(), median, high);
        if (budget > 0.0) {
            std::printf("   %6.2f  %s", budget, high <= budget ? "met" : "MISSED");
            m_missed = m_missed || high > budget;
        }
        std::printf("\n");
    }

    bool missed() const { return m_missed; }

private:
    int m_rounds;
    bool m_missed = false;
};

void measureSteps(Bench& bench, const World& world) {
    std::vector<float> scores(kItems);
    for (const int length : {20, 500, 700}) {
        const std::vector<Interaction> history = makeHistory(length);
        bench.measure("fold-in, history of " + std::to_string(length), 0.0, [&](int) {
            (void)userVector(*world.als, RecencyRule{}, {history, {}});
        });
    }
    const std::vector<Interaction> history = makeHistory(20);
    const std::vector<ItemIndex> seen = itemsOf(history);
    const Eigen::VectorXf vector = userVector(*world.als, RecencyRule{}, {history, {}});
    bench.measure("scores of all films", 0.0, [&](int) { world.als->scoreVector(vector, scores); });
    bench.measure("the same on two threads (not used: within the budget without)", 0.0, [&](int) {
        const FactorMatrix& items = world.als->latentFactors()->items;
        forEachBlock(kItems, (kItems + 1) / 2, 2, [&](std::int64_t begin, std::int64_t end) {
            Eigen::Map<Eigen::VectorXf>(scores.data() + begin, end - begin).noalias() =
                items.middleRows(begin, end - begin) * vector;
        });
    });
    bench.measure("top 50", 0.0, [&](int) { (void)topK(scores, seen, kListLength); });
}

void measureClicks(Bench& bench, const World& world) {
    std::vector<float> scores;
    for (const int length : {20, 500}) {
        const std::vector<Interaction> known = makeHistory(length);
        std::vector<ScoredItem> list;
        const auto click = [&](int round) {
            const std::vector<Interaction> events{{static_cast<ItemIndex>(round * 31 % kItems), 1.0F}};
            const std::vector<ItemIndex> seen = itemsOf(known);
            LiveQuery query;
            query.past = {known, events};
            query.excluded = seen;
            query.k = kListLength;
            LiveRanking ranking = rankLive(world.models(), query, scores);
            (void)rankDifference(list, ranking.list);
            (void)departed(list, ranking.list);
            list = std::move(ranking.list);
        };
        bench.measure("click to list and differences, history of " + std::to_string(length), 5.0, click);
    }
    const std::vector<Interaction> two{{5, 1.0F}, {77, 1.0F}};
    const GenreTaste taste{std::vector<double>(19, 0.5)};
    LiveQuery query;
    query.past.events = two;
    query.taste = &taste;
    query.k = kListLength;
    bench.measure("click to list, newcomer with a taste, two events", kFrame,
                  [&](int) { (void)rankLive(world.models(), query, scores); });
    query.past.events = {};
    bench.measure("genre slider of a newcomer", kFrame,
                  [&](int) { (void)rankLive(world.models(), query, scores); });
}

void measureFrames(Bench& bench, const World& world) {
    const std::vector<Interaction> histories[] = {makeHistory(20), makeHistory(500)};
    std::vector<float> ofUser[2];
    for (const int user : {0, 1}) {
        ofUser[user].resize(kItems);
        world.als->scoreVector(userVector(*world.als, RecencyRule{}, {histories[user], {}}), ofUser[user]);
    }
    std::vector<float> mixed(kItems);
    const std::vector<ItemIndex> seen = itemsOf(histories[1]);
    std::vector<ScoredItem> list;
    // Scores are linear in the vector: the two users' are computed once.
    bench.measure("blend of two users, one frame", kFrame, [&](int round) {
        const float share = static_cast<float>(round % 60) / 60.0F;
        for (std::size_t i = 0; i < kItems; ++i)
            mixed[i] = (1.0F - share) * ofUser[0][i] + share * ofUser[1][i];
        std::vector<ScoredItem> next = *topK(mixed, seen, kListLength);
        (void)rankDifference(list, next);
        list = std::move(next);
    });
    Eigen::VectorXf vector = userVector(*world.als, RecencyRule{}, {histories[0], {}});
    bench.measure("drag of the vector, one frame", kFrame, [&](int round) {
        vector[round % kFactors] += 0.01F;
        world.als->scoreVector(vector, mixed);
        std::vector<ScoredItem> next = *topK(mixed, seen, kListLength);
        (void)rankDifference(list, next);
        list = std::move(next);
    });
    const std::vector<Interaction> liked{{5, 1.0F}};
    LiveQuery query;
    query.past = {histories[1], liked};
    bench.measure("why this film, history of 500", kFrame,
                  [&](int) { (void)explainLive(world.models(), query, 9); });
    bench.measure("more like this, history of 500", 50.0, [&](int) {
        (void)similarItems(*world.als, 9, ItemSimilarity::ForUser, query.past, query.rule, 10);
    });
}

std::string processor() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name"))
            return line.substr(line.find(':') + 2);
    return "unknown processor";
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 300;
    std::printf("%s, %d processors, kernel %s; %d films, %d factors, %d rounds\n", processor().c_str(),
                hardwareThreads(), als::kernel(als::detectedLevel()).name, kItems, kFactors, rounds);
    std::printf("  %-64s %8s %8s   %6s\n", "milliseconds", "median", "95 %", "budget");
    const World world = makeWorld();
    Bench bench(rounds);
    measureSteps(bench, world);
    measureClicks(bench, world);
    measureFrames(bench, world);
    return bench.missed() ? 1 : 0;
}
