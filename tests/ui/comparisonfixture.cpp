#include "tests/ui/comparisonfixture.h"

#include "core/recsys/algorithms/catalogue.h"

#include <cmath>

namespace recital::test {

namespace {

constexpr int users = 40;

/// Value of a user: a level, and a ripple that differs from user to user.
double ripple(int user, double size) {
    return size * std::sin(1.7 * user + 0.3);
}

EvaluationReport reportOf(const TrainingSpec& specification, double level, double size) {
    EvaluationReport report;
    report.modelName = algorithmOf(specification).name;
    report.splitName = "user-temporal 80/20";
    report.evaluatedUsers = users;
    report.trainSeconds = 0.25;
    report.evaluateSeconds = 0.5;
    for (int user = 0; user < users; ++user) {
        UserMetrics one;
        one.user = user;
        one.metrics.ndcg = level + ripple(user, size);
        one.metrics.recall = level / 2;
        one.metrics.popularityLift = 1.0 - level;
        one.trainPositives = 1 + user;
        one.list = {static_cast<ItemIndex>(user % 3), 3};
        report.means.ndcg += one.metrics.ndcg / users;
        report.users.push_back(std::move(one));
    }
    report.means.recall = level / 2;
    report.means.popularityLift = 1.0 - level;
    report.coverage = level / 4;
    for (int k = 1; k <= 20; ++k)
        report.curve.push_back({.k = k, .ndcg = level + 0.001 * k, .recall = 0.02 * k});
    report.exposureByDecile = {0.7, 0.2, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    return report;
}

ComparedModel modelOf(const char* key, double level, double size, int seeds) {
    ComparedModel model;
    model.specification = plainSpecification(key);
    model.name = algorithmOf(model.specification).name;
    model.parameters = describe(model.specification);
    model.mean = reportOf(model.specification, level, size);
    for (int seed = 0; seed < seeds; ++seed) {
        EvaluationReport one = model.mean;
        one.means.ndcg += 0.002 * (seed - (seeds - 1) / 2.0);
        model.bySeed.push_back({std::move(one)});
    }
    return model;
}

} // namespace

std::shared_ptr<Comparison> smallComparison() {
    auto comparison = std::make_shared<Comparison>();
    comparison->id = 7;
    comparison->startedAt = QDateTime(QDate(2026, 11, 24), QTime(9, 30));
    comparison->datasetName = QStringLiteral("little");
    comparison->datasetFingerprint = QStringLiteral("0123456789abcdef");
    comparison->splitNames = {"user-temporal 80/20"};
    comparison->counts = {{.evaluatedUsers = users}};
    comparison->options.statistics.resamples = 500;
    comparison->options.statistics.flips = 500;
    comparison->rows.push_back(modelOf("popular", 0.2, 0.04, 1));
    comparison->rows.push_back(modelOf("itemknn", 0.5001, 0.09, 1));
    comparison->rows.push_back(modelOf("als-hkv", 0.5, 0.1, 3));
    comparison->reference = 2;
    const Status judged = judge(*comparison, JobControl{});
    Q_ASSERT(judged.ok());
    return comparison;
}

} // namespace recital::test
