#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/metricid.h"
#include "core/services/recordjson.h"
#include "core/services/reportjson.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace recital;
using namespace Qt::StringLiterals;

/// What the workspace keeps as JSON comes back as it was, and what older versions wrote still does.
class TestRecordJson : public QObject {
    Q_OBJECT
private slots:
    void everySpecificationSurvives();
    void strangeSpecificationsAreRefused_data();
    void strangeSpecificationsAreRefused();
    void everySplitOptionSurvives();
    void splitsOfTheFirstVersion();
    void eventsThatWereLearned();
    void unknownProtocolsAreRefused();
    void reportsKeepEveryMetric();
    void reportsOfTheFirstVersion();
};

/// Every field of every algorithm gets a value that is not its default.
void TestRecordJson::everySpecificationSurvives() {
    for (const AlgorithmInfo& algorithm : algorithmCatalogue()) {
        TrainingSpec specification = plainSpecification(algorithm.key);
        for (const ParameterField& field : parameterFields(specification)) {
            const double present = *parameterValue(specification, field.name);
            const double other = present + 1.0 <= field.maximum ? present + 1.0 : field.minimum;
            QVERIFY2(setParameter(specification, field.name, other).ok(), field.name.data());
        }
        setSeed(specification, 18446744073709551615ULL);
        QVERIFY(algorithm.key == "popular" || specification != plainSpecification(algorithm.key));
        const auto read = specificationFromJson(specificationToJson(specification));
        QVERIFY2(read.has_value(), algorithm.key.data());
        QVERIFY2(*read == specification, algorithm.key.data());
    }
}

void TestRecordJson::strangeSpecificationsAreRefused_data() {
    QTest::addColumn<QString>("json");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"{\"algorithm\":"_s;
    QTest::newRow("an array") << u"[]"_s;
    QTest::newRow("no algorithm") << u"{\"neighbours\":3}"_s;
    QTest::newRow("unknown algorithm") << u"{\"algorithm\":\"neumf\"}"_s;
    QTest::newRow("value outside") << u"{\"algorithm\":\"itemknn\",\"neighbours\":0}"_s;
    QTest::newRow("no whole number") << u"{\"algorithm\":\"itemknn\",\"neighbours\":2.5}"_s;
}

void TestRecordJson::strangeSpecificationsAreRefused() {
    QFETCH(QString, json);
    QVERIFY(!specificationFromJson(json).has_value());
}

void TestRecordJson::everySplitOptionSurvives() {
    for (const Protocol protocol : allProtocols()) {
        Split split;
        split.name = "user-random 70/30, users >= 20";
        split.options.protocol = protocol;
        split.options.testShare = 0.3;
        split.options.positiveThreshold = 3.5F;
        split.options.seed = 18446744073709551615ULL;
        split.options.folds = 10;
        split.options.minimumUserRatings = 20;
        split.options.minimumItemRatings = 5;
        const auto read = splitFromJson(splitToJson(split));
        QVERIFY(read.has_value());
        QVERIFY(read->options == split.options);
        QCOMPARE(read->name, split.name);
    }
}

void TestRecordJson::eventsThatWereLearned() {
    Split split;
    split.name = "u1";
    LearnedEvents events;
    events.users = {{7, -1, {{3, 1.1F}, {9, -0.5F}}}, {12, 41, {{0, 10.0F}}}};
    events.events = 5;
    events.heldOut = 2;
    events.silent = 1;
    const QString json = splitToJson(split, &events);
    const auto read = splitFromJson(json);
    QVERIFY(read && read->events);
    QCOMPARE(*read->events, events); // strengths are the same floats
    QCOMPARE(read->name, split.name);
    QVERIFY(!splitFromJson(splitToJson(split))->events);
    for (const auto& [good, bad] : {std::pair(u"[9,"_s, u"[-9,"_s), std::pair(u"[0,10]"_s, u"[0,0]"_s),
                                    std::pair(u"[0,10]"_s, u"[]"_s), std::pair(u"[0,10]"_s, u"5"_s)}) {
        QString damaged = json;
        damaged.replace(good, bad);
        QVERIFY(damaged != json);
        QVERIFY2(!splitFromJson(damaged), qPrintable(damaged));
    }
}

void TestRecordJson::splitsOfTheFirstVersion() {
    const auto read = splitFromJson(u"{\"name\":\"u1\",\"protocol\":0,\"testShare\":0.2,"
                                    "\"positiveThreshold\":4,\"seed\":\"42\"}"_s);
    QVERIFY(read.has_value());
    QCOMPARE(read->options.protocol, Protocol::OfficialFolds);
    QCOMPARE(read->options.minimumUserRatings, 0);
    QCOMPARE(read->name, "u1");
}

void TestRecordJson::unknownProtocolsAreRefused() {
    QVERIFY(!splitFromJson(u"{\"name\":\"x\",\"protocol\":7}"_s).has_value());
    QVERIFY(!splitFromJson(u"{\"name\":\"x\",\"protocol\":-1}"_s).has_value());
}

void TestRecordJson::reportsKeepEveryMetric() {
    EvaluationReport report;
    report.modelName = "RP3beta";
    report.splitName = "u1";
    report.splitSeed = 18446744073709551615ULL;
    report.k = 7;
    report.evaluatedUsers = 11;
    report.coldUsers = 2;
    double value = 0.125;
    for (const MetricInfo& metric : metricCatalogue())
        setMetricValue(report, metric.id, value += 0.03125);
    report.means.auc = std::nan("");
    report.curve.resize(2);
    report.curve[0].k = 1;
    report.curve[0].mrr = 0.25;
    report.curve[1].k = 2;
    report.curve[1].coverage = 0.125;
    report.exposureByDecile = {0.5, 0.25, 0.25};
    const EvaluationReport read = reportFromJson(reportToJson(report));
    for (const MetricInfo& metric : metricCatalogue()) {
        if (metric.id == MetricId::Auc)
            QVERIFY(std::isnan(metricValue(read, metric.id)));
        else
            QCOMPARE(metricValue(read, metric.id), metricValue(report, metric.id));
    }
    QCOMPARE(read.splitSeed, report.splitSeed);
    QCOMPARE(read.coldUsers, 2);
    QCOMPARE(read.curve.size(), std::size_t{2});
    QCOMPARE(read.curve[1].k, 2);
    QCOMPARE(read.curve[0].mrr, 0.25);
    QCOMPARE(read.curve[1].coverage, 0.125);
    QCOMPARE(read.exposureByDecile, report.exposureByDecile);
}

void TestRecordJson::reportsOfTheFirstVersion() {
    const auto reports = reportsFromJson(
        u"[{\"modelName\":\"ALS\",\"splitName\":\"u1\",\"splitSeed\":\"42\",\"k\":10,\"evaluatedUsers\":456,"
        "\"means\":{\"precision\":0.1,\"recall\":0.2,\"map\":0.3,\"ndcg\":0.4,\"mrr\":0.5,\"hitRate\":0.6,"
        "\"auc\":null},\"coverage\":0.7,\"gini\":0.8,\"novelty\":0.9,\"trainSeconds\":1.5}]"_s);
    QVERIFY(reports.has_value());
    const EvaluationReport& report = reports->front();
    QCOMPARE(report.means.ndcg, 0.4);
    QCOMPARE(report.means.hitRate, 0.6);
    QVERIFY(std::isnan(report.means.auc));
    QCOMPARE(report.coverage, 0.7);
    QCOMPARE(report.novelty, 0.9);
    QVERIFY(std::isnan(report.means.mapByRelevant)); // not measured is not 0
    QVERIFY(std::isnan(report.entropy));
    QVERIFY(report.curve.empty());
    QVERIFY(!reportsFromJson(u"{}"_s).has_value());
}

QTEST_GUILESS_MAIN(TestRecordJson)
#include "tst_recordjson.moc"
