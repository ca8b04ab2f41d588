#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/training.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>
#include <thread>

using namespace recital;
using recital::test::randomMatrix;
using recital::test::scoresOf;

/// The menu, and what holds for every algorithm on it.
class TestCatalogue : public QObject {
    Q_OBJECT

private slots:
    void keysAndNamesAreUnique();
    void everyAlgorithmIsOnTheMenu();
    void specificationsFindTheirEntry_data() { keys(); }
    void specificationsFindTheirEntry();
    void fieldsCanBeReadAndSet_data() { keys(); }
    void fieldsCanBeReadAndSet();
    void fieldsSayWhatDecidesTheModel_data() { keys(); }
    void fieldsSayWhatDecidesTheModel();
    void wrongValuesChangeNothing();
    void seeds_data() { keys(); }
    void seeds();
    void costsAreTold_data() { keys(); }
    void costsAreTold();
    void largeMatricesAreRefused();
    void modelsBearTheirName_data() { keys(); }
    void modelsBearTheirName();
    void anyNumberOfThreadsGivesTheSameModel_data() { keys(); }
    void anyNumberOfThreadsGivesTheSameModel();
    void progressEndsAtOne_data() { keys(); }
    void progressEndsAtOne();
    void canBeStopped_data() { keys(); }
    void canBeStopped();
    void valuesMustBeFinite_data() { keys(); }
    void valuesMustBeFinite();

private:
    static void keys();
};

namespace {

/// Small enough for a test of every kind.
TrainingSpec quick(const QString& key) {
    TrainingSpec specification = plainSpecification(key.toStdString());
    for (const auto& [name, value] :
         {std::pair{"factors", 8.0}, {"iterations", 2.0}, {"epochs", 3.0}, {"neighbours", 20.0}})
        (void)setParameter(specification, name, value); // those that have it
    return specification;
}

std::vector<std::uint32_t> someGenres(int items) {
    std::vector<std::uint32_t> genres;
    for (int item = 0; item < items; ++item)
        genres.push_back(1U << (item % 7));
    return genres;
}

Result<std::shared_ptr<const Model>> trained(const RatingMatrix& matrix, const TrainingSpec& specification,
                                             const JobControl& control = {}) {
    const auto genres = someGenres(matrix.itemCount());
    return train({matrix, genres}, specification, control);
}

std::string keyOf(const TrainingSpec& specification) {
    return std::string(algorithmOf(specification).key);
}

} // namespace

void TestCatalogue::keys() {
    QTest::addColumn<QString>("key");
    for (const AlgorithmInfo& algorithm : algorithmCatalogue()) {
        const QString key = QString::fromLatin1(algorithm.key.data(), std::ssize(algorithm.key));
        QTest::newRow(qPrintable(key)) << key;
    }
}

void TestCatalogue::keysAndNamesAreUnique() {
    std::set<std::string_view> keys;
    std::set<std::string_view> names;
    for (const AlgorithmInfo& algorithm : algorithmCatalogue()) {
        keys.insert(algorithm.key);
        names.insert(algorithm.name);
        QCOMPARE(findAlgorithm(algorithm.key), &algorithm);
    }
    QCOMPARE(keys.size(), algorithmCatalogue().size());
    QCOMPARE(names.size(), algorithmCatalogue().size());
    QVERIFY(findAlgorithm("neumf") == nullptr);
    QVERIFY(findAlgorithm("") == nullptr);
    QCOMPARE(algorithmCatalogue().front().key, std::string_view("random"));
}

void TestCatalogue::everyAlgorithmIsOnTheMenu() {
    std::set<std::size_t> kinds;
    for (const AlgorithmInfo& algorithm : algorithmCatalogue())
        kinds.insert(plainSpecification(algorithm.key).index());
    QCOMPARE(kinds.size(), std::variant_size_v<TrainingSpec>);
}

void TestCatalogue::specificationsFindTheirEntry() {
    QFETCH(QString, key);
    const TrainingSpec plain = plainSpecification(key.toStdString());
    QCOMPARE(keyOf(plain), key.toStdString());
    QVERIFY(validate(plain));
    const auto dataset = test::datasetOf({{1, 1, 5.0F, 0}, {1, 2, 4.0F, 0}, {2, 1, 3.0F, 0}});
    const TrainingSpec tested = defaultSpecification(key.toStdString(), *dataset);
    QCOMPARE(keyOf(tested), key.toStdString());
    QVERIFY(validate(tested));
}

void TestCatalogue::fieldsCanBeReadAndSet() {
    QFETCH(QString, key);
    const TrainingSpec plain = plainSpecification(key.toStdString());
    std::set<std::string_view> names;
    for (const ParameterField& field : parameterFields(plain)) {
        names.insert(field.name);
        const auto value = parameterValue(plain, field.name);
        QVERIFY(value && *value >= field.minimum && *value <= field.maximum);
        for (const double limit : {field.minimum, field.maximum}) {
            TrainingSpec changed = plain;
            QVERIFY(setParameter(changed, field.name, limit));
            QCOMPARE(*parameterValue(changed, field.name), limit);
            const Status valid = validate(changed);
            QVERIFY2(valid, valid ? "" : valid.error().detail.c_str());
            QCOMPARE(keyOf(changed), key.toStdString());
            if (limit != *value)
                QVERIFY(changed != plain);
        }
        TrainingSpec same = plain;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const double wrong : {field.minimum - 1.0, field.maximum * 2.0 + 1.0, nan})
            QVERIFY(!setParameter(same, field.name, wrong));
        if (field.integer && field.maximum - field.minimum > 1.0)
            QVERIFY(!setParameter(same, field.name, field.minimum + 0.5));
        QVERIFY(same == plain);
    }
    QCOMPARE(names.size(), parameterFields(plain).size());
}

void TestCatalogue::fieldsSayWhatDecidesTheModel() {
    // Key, fields and seed make the same specification again: what a record keeps is enough.
    QFETCH(QString, key);
    TrainingSpec changed = plainSpecification(key.toStdString());
    for (const ParameterField& field : parameterFields(changed)) {
        const double middle = std::floor((field.minimum + std::min(field.maximum, 100.0)) / 2.0);
        QVERIFY(setParameter(changed, field.name, std::max(field.minimum, middle)));
    }
    setSeed(changed, 99);
    TrainingSpec copy = plainSpecification(key.toStdString());
    for (const ParameterField& field : parameterFields(changed))
        QVERIFY(setParameter(copy, field.name, *parameterValue(changed, field.name)));
    if (const auto seed = seedOf(changed))
        setSeed(copy, *seed);
    QVERIFY(copy == changed);
    QCOMPARE(describe(copy), describe(changed));
}

void TestCatalogue::wrongValuesChangeNothing() {
    TrainingSpec specification = EaseParameters{};
    const Status unknown = setParameter(specification, "factors", 8.0);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::InvalidParameters);
    QCOMPARE(unknown.error().detail, std::string("EASE has no parameter \"factors\""));
    const Status wrong = setParameter(specification, "regularization", 0.0);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::InvalidParameters);
    QCOMPARE(parameterValue(specification, "regularization"), std::optional(300.0));
    QVERIFY(!parameterValue(specification, "factors"));
    // The weights of ALS belong to its forms.
    QVERIFY(parameterValue(plainSpecification("als-implicit"), "alpha"));
    QVERIFY(!parameterValue(plainSpecification("als-implicit"), "unobservedWeight"));
    QVERIFY(parameterValue(plainSpecification("als-ials"), "unobservedWeight"));
    TrainingSpec invalid = BprParameters{.learningRate = 1.5};
    QVERIFY(!validate(invalid));
    QCOMPARE(trained(randomMatrix(10, 10, true), invalid).error().code, ErrorCode::InvalidParameters);
}

void TestCatalogue::seeds() {
    QFETCH(QString, key);
    TrainingSpec specification = quick(key);
    const AlgorithmInfo& algorithm = algorithmOf(specification);
    QCOMPARE(seedOf(specification).has_value(), algorithm.stochastic);
    const RatingMatrix matrix = randomMatrix(60, 50, true);
    const auto history = matrix.history(4);
    const auto scores = scoresOf(**trained(matrix, specification), history);
    setSeed(specification, 4711);
    if (algorithm.stochastic)
        QCOMPARE(*seedOf(specification), std::uint64_t{4711});
    QCOMPARE(scoresOf(**trained(matrix, specification), history) != scores, algorithm.stochastic);
}

void TestCatalogue::costsAreTold() {
    QFETCH(QString, key);
    const RatingMatrix small = randomMatrix(60, 50, true);
    const RatingMatrix large = randomMatrix(600, 500, true);
    const TrainingSpec specification = plainSpecification(key.toStdString());
    const TrainingCost cost = trainingCost(specification, small);
    QVERIFY(!cost.sentence.empty());
    QVERIFY(!cost.refusal);
    if (key == QLatin1String("random"))
        return;
    QVERIFY(cost.operations > 0.0 && cost.bytes > 0.0);
    QVERIFY(trainingCost(specification, large).operations > 5.0 * cost.operations);
    QVERIFY(trainingCost(specification, large).bytes > 5.0 * cost.bytes);
}

void TestCatalogue::largeMatricesAreRefused() {
    const std::vector<Triple> triples{{0, 0, 1.0F}, {0, 1, 1.0F}, {1, 1, 1.0F}};
    const auto withItems = [&](int items) { return RatingMatrix::fromTriples(2, items, triples); };
    QVERIFY(!trainingCost(EaseParameters{}, withItems(10'000)).refusal);
    const RatingMatrix matrix = withItems(10'001);
    const auto refusal = trainingCost(EaseParameters{}, matrix).refusal;
    QVERIFY(refusal);
    QCOMPARE(refusal->code, ErrorCode::InvalidData);
    const auto model = train(matrix, EaseParameters{}, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, refusal->code);
    QCOMPARE(model.error().detail, refusal->detail);
    QCOMPARE(trainingCost(EaseParameters{}, withItems(20'000)).refusal->detail,
             std::string("EASE is not attempted above 10,000 items; here it inverts a 2 x 2 matrix for "
                         "weights between 20,000 items: about 0.12 MFlop, 3.2 GB"));
    QVERIFY(trained(withItems(10'001), ItemKnnParameters{}));
}

void TestCatalogue::modelsBearTheirName() {
    QFETCH(QString, key);
    const TrainingSpec specification = quick(key);
    const auto model = trained(randomMatrix(60, 50, true), specification);
    QVERIFY2(model, model ? "" : model.error().detail.c_str());
    const std::string name(algorithmOf(specification).name);
    // The three forms of ALS are one kind of model.
    QCOMPARE((*model)->info().name, name.substr(0, name.find(" (")));
    QCOMPARE((*model)->info().parameters, describe(specification));
    QVERIFY((*model)->info().trainSeconds >= 0.0);
}

void TestCatalogue::anyNumberOfThreadsGivesTheSameModel() {
    QFETCH(QString, key);
    const RatingMatrix matrix = randomMatrix(300, 400, true);
    const auto scores = [&](int threads) {
        JobControl control;
        control.threads = threads;
        return scoresOf(**trained(matrix, quick(key), control), matrix.history(3));
    };
    const auto one = scores(1);
    for (const int threads : {2, 5})
        QCOMPARE(scores(threads), one);
}

void TestCatalogue::progressEndsAtOne() {
    QFETCH(QString, key);
    const RatingMatrix matrix = randomMatrix(150, 300, true);
    for (const int threads : {1, 3}) {
        std::vector<double> fractions;
        bool foreign = false;
        JobControl control;
        control.threads = threads;
        control.progress = [&, caller = std::this_thread::get_id()](double fraction) {
            foreign |= std::this_thread::get_id() != caller;
            fractions.push_back(fraction);
        };
        QVERIFY(trained(matrix, quick(key), control));
        QVERIFY(!foreign);
        QVERIFY(std::ranges::is_sorted(fractions));
        if (!fractions.empty()) { // what takes no time reports none
            QVERIFY(fractions.front() >= 0.0);
            QCOMPARE(fractions.back(), 1.0);
        }
    }
}

void TestCatalogue::canBeStopped() {
    QFETCH(QString, key);
    const RatingMatrix matrix = randomMatrix(150, 300, true);
    std::stop_source before;
    before.request_stop();
    JobControl control;
    control.stop = before.get_token();
    QCOMPARE(trained(matrix, quick(key), control).error().code, ErrorCode::Cancelled);
    for (const int threads : {1, 3}) {
        std::stop_source during;
        bool reported = false;
        control.stop = during.get_token();
        control.threads = threads;
        control.progress = [&](double fraction) {
            reported = reported || fraction < 1.0;
            during.request_stop();
        };
        const auto model = trained(matrix, quick(key), control);
        if (reported) { // else it was over before anybody could stop it
            QVERIFY(!model);
            QCOMPARE(model.error().code, ErrorCode::Cancelled);
        }
    }
}

void TestCatalogue::valuesMustBeFinite() {
    QFETCH(QString, key);
    for (const float wrong : {std::nanf(""), std::numeric_limits<float>::infinity()}) {
        const std::vector<Triple> triples{{0, 0, 1.0F}, {0, 1, wrong}, {1, 1, 1.0F}};
        const auto model = trained(RatingMatrix::fromTriples(2, 20, triples), quick(key));
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::InvalidData);
    }
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
