#include "app/alsoptions.h"
#include "app/arguments.h"
#include "app/protocoloptions.h"

#include <QtTest>

using namespace recital;
using namespace Qt::StringLiterals;

class TestArguments : public QObject {
    Q_OBJECT

private slots:
    void valuesAndDefaults();
    void refusals_data();
    void refusals();
    void formFollowsTheOptions_data();
    void formFollowsTheOptions();
    void defaultsOfTheDatasetStay();
    void protocols();

private:
    Console m_console;
};

void TestArguments::valuesAndDefaults() {
    Arguments options(u"test"_s, u"A test."_s);
    options.add(u"k"_s, u"Length."_s, u"N"_s, u"10"_s);
    options.add(u"list"_s, u"Names."_s, u"LIST"_s);
    options.addJson();
    QVERIFY(!options.parse({u"--list"_s, u"a, b,c"_s}, m_console).has_value());
    QCOMPARE(options.integer(u"k"_s, 1, 100), 10);
    QCOMPARE(options.list(u"list"_s), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(!options.isSet(u"json"_s));
    QVERIFY(options.ok());
}

void TestArguments::refusals_data() {
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<bool>("atParse"); ///< refused by parse(), else by reading the values

    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << true;
    QTest::newRow("missing value") << QStringList{u"--k"_s} << true;
    QTest::newRow("stray word") << QStringList{u"word"_s} << true;
    QTest::newRow("value for a switch") << QStringList{u"--json=yes"_s} << true;
    QTest::newRow("no number") << QStringList{u"--k"_s, u"ten"_s} << false;
    QTest::newRow("fraction") << QStringList{u"--k"_s, u"1.5"_s} << false;
    QTest::newRow("too small") << QStringList{u"--k"_s, u"0"_s} << false;
    QTest::newRow("too large") << QStringList{u"--k"_s, u"101"_s} << false;
    QTest::newRow("not finite") << QStringList{u"--x"_s, u"nan"_s} << false;
    QTest::newRow("no choice") << QStringList{u"--theme"_s, u"blue"_s} << false;
    QTest::newRow("negative seed") << QStringList{u"--seed"_s, u"-1"_s} << false;
    QTest::newRow("empty list") << QStringList{u"--list"_s, u","_s} << false;
}

void TestArguments::refusals() {
    QFETCH(QStringList, given);
    QFETCH(bool, atParse);
    Arguments options(u"test"_s, u"A test."_s);
    options.add(u"k"_s, u"Length."_s, u"N"_s, u"10"_s);
    options.add(u"x"_s, u"Number."_s, u"X"_s, u"0.5"_s);
    options.add(u"theme"_s, u"Theme."_s, u"THEME"_s, u"light"_s);
    options.add(u"seed"_s, u"Seed."_s, u"N"_s, u"42"_s);
    options.add(u"list"_s, u"Names."_s, u"LIST"_s, u"a"_s);
    options.addJson();
    const auto done = options.parse(given, m_console);
    QCOMPARE(done.has_value(), atParse);
    if (atParse) {
        QCOMPARE(*done, ExitUsage);
        return;
    }
    options.integer(u"k"_s, 1, 100);
    options.number(u"x"_s, 0.0, 1.0);
    options.choice(u"theme"_s, {u"light"_s, u"dark"_s});
    options.seed(u"seed"_s);
    options.list(u"list"_s);
    QVERIFY(!options.ok());
    QCOMPARE(options.usageError(m_console), ExitUsage);
}

void TestArguments::formFollowsTheOptions_data() {
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<AlsForm>("form");
    QTest::addColumn<bool>("ok");
    const AlsForm hkv = AlsForm::HuKorenVolinsky;
    const AlsForm implicit = AlsForm::Implicit;
    const AlsForm ials = AlsForm::FrequencyScaled;

    QTest::newRow("nothing") << QStringList{} << ials << true;
    QTest::newRow("alpha") << QStringList{u"--alpha"_s, u"10"_s} << implicit << true;
    QTest::newRow("alpha hkv") << QStringList{u"--alpha"_s, u"0.5"_s, u"--form"_s, u"hkv"_s} << hkv << true;
    QTest::newRow("alpha below 1") << QStringList{u"--alpha"_s, u"0.5"_s} << implicit << false;
    QTest::newRow("alpha ials") << QStringList{u"--alpha"_s, u"10"_s, u"--form"_s, u"ials"_s} << ials
                                << false;
    QTest::newRow("weight") << QStringList{u"--unobserved-weight"_s, u"0.3"_s} << ials << true;
    QTest::newRow("weight implicit") << QStringList{u"--unobserved-weight"_s, u"0.3"_s, u"--form"_s,
                                                    u"implicit"_s}
                                     << implicit << false;
    QTest::newRow("no regularization") << QStringList{u"--regularization"_s, u"0"_s} << ials << false;
    QTest::newRow("unknown form") << QStringList{u"--form"_s, u"bpr"_s} << hkv << false;
}

void TestArguments::formFollowsTheOptions() {
    QFETCH(QStringList, given);
    QFETCH(AlsForm, form);
    QFETCH(bool, ok);
    Arguments options(u"test"_s, u"A test."_s);
    addAlsOptions(options);
    QVERIFY(!options.parse(given, m_console).has_value());
    const AlsParameters parameters = alsParameters(options, AlsParameters{});
    QCOMPARE(parameters.form, form);
    QCOMPARE(options.ok(), ok);
    if (ok)
        QVERIFY(parameters.validate().ok());
}

void TestArguments::defaultsOfTheDatasetStay() {
    AlsParameters tested;
    tested.form = AlsForm::Implicit;
    tested.alpha = 12.0;
    tested.regularization = 34.0;
    tested.iterations = 5;
    Arguments options(u"test"_s, u"A test."_s);
    addAlsOptions(options);
    QVERIFY(!options.parse({u"--factors"_s, u"8"_s, u"--seed"_s, u"18446744073709551615"_s}, m_console)
                 .has_value());
    AlsParameters expected = tested;
    expected.factors = 8;
    expected.seed = 18446744073709551615ULL;
    QCOMPARE(alsParameters(options, tested), expected);
    QCOMPARE(alsParametersJson(expected).value(u"form"_s), u"implicit"_s);
    QCOMPARE(alsParametersJson(expected).value(u"seed"_s), u"18446744073709551615"_s);
}

void TestArguments::protocols() {
    Arguments options(u"test"_s, u"A test."_s);
    addProtocolOptions(options, true);
    QVERIFY(!options.parse({u"--protocol"_s, u"user-random"_s, u"--split-seed"_s, u"7"_s}, m_console)
                 .has_value());
    const auto chosen = protocolOptions(options, true, std::nullopt);
    QVERIFY(chosen.has_value());
    QCOMPARE(chosen->protocol, Protocol::UserRandom);
    QCOMPARE(chosen->seed, 7U);

    Arguments none(u"test"_s, u"A test."_s);
    addProtocolOptions(none, true);
    QVERIFY(!none.parse({u"--protocol"_s, u"none"_s}, m_console).has_value());
    QVERIFY(!protocolOptions(none, true, Protocol::UserRandom).has_value());
    QVERIFY(none.ok());
    QVERIFY(!protocolOptions(none, false, Protocol::UserRandom).has_value() || !none.ok());
    QVERIFY(!none.ok()); // evaluating needs something held out
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
