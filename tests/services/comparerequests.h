#pragma once

#include "core/services/compareservice.h"
#include "tests/services/comparefixtures.h"
#include "tests/timelimit.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace recital::test {

inline AlsParameters smallAls() {
    AlsParameters parameters;
    parameters.factors = 4;
    parameters.iterations = 3;
    return parameters;
}

/// Takes minutes: to be cancelled.
inline AlsParameters endlessAls() {
    AlsParameters parameters;
    parameters.factors = 256;
    parameters.iterations = 1000;
    return parameters;
}

inline CompareRequest requestOf(std::vector<TrainingSpec> algorithms, std::size_t reference = 0) {
    CompareRequest request;
    request.algorithms = std::move(algorithms);
    request.reference = reference;
    request.options.split.protocol = Protocol::UserTemporal;
    request.options.k = 5;
    request.options.curveTo = 8;
    request.options.seeds = 2;
    request.options.statistics.resamples = 200;
    request.options.statistics.flips = 200;
    return request;
}

inline CompareRequest smallRequest() {
    return requestOf({PopularityParameters{}, ItemKnnParameters{}, smallAls()}, 2);
}

inline bool runToEnd(CompareService& compare, const CompareRequest& request) {
    QSignalSpy finished(&compare, &CompareService::finished);
    return compare.start(request) &&
           (finished.count() > 0 || finished.wait(static_cast<int>(test::timeLimit(60'000.0))));
}

inline bool sameDouble(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

inline void compareReports(const EvaluationReport& a, const EvaluationReport& b) {
    QCOMPARE(a.splitName, b.splitName);
    QCOMPARE(a.evaluatedUsers, b.evaluatedUsers);
    QCOMPARE(a.skippedUsers, b.skippedUsers);
    for (const MetricInfo& metric : metricCatalogue())
        QVERIFY2(sameDouble(metricValue(a, metric.id), metricValue(b, metric.id)), metric.key.data());
}

} // namespace recital::test
