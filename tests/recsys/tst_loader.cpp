#include "core/recsys/io/loader.h"
#include "tests/recsys/loaderfiles.h"
#include "tests/recsys/memorysource.h"
#include "tests/timelimit.h"

#include <QTest>

#include <chrono>
#include <random>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

/// Every layout in small, what decides about the data, and thousands of damaged files.
class TestLoader : public QObject {
    Q_OBJECT

private slots:
    void layouts_data();
    void layouts();
    void doubleColonProfiles();
    void newestDuplicateStays();
    void fastAndGeneralPathAgree();
    void fingerprintIgnoresLineOrderOnly();
    void cancelIsSeenAtOnce();
    void progressRises();
    void mutatedFilesNeverCrash_data();
    void mutatedFilesNeverCrash();
};

void TestLoader::layouts_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<int>("layout");
    QTest::addColumn<float>("minimum");
    QTest::addColumn<QString>("secondTitle");
    const auto add = [](const char* name, const Files& files, DatasetLayout layout, float minimum,
                        const QString& title) {
        QTest::newRow(name) << files << static_cast<int>(layout) << minimum << title;
    };
    add("ml-100k", hundredThousand(), DatasetLayout::MovieLens100K, 1.0F, u"The Café"_s);
    add("ml-1m, Latin-1", oneMillion(), DatasetLayout::MovieLensDoubleColon, 1.0F, u"The Café"_s);
    add("ml-10m, UTF-8", tenMillion(), DatasetLayout::MovieLensDoubleColon, 0.5F, u"The Café"_s);
    add("ml-latest", latest(), DatasetLayout::MovieLensCsv, 0.5F, u"The Matrix"_s);
}

void TestLoader::layouts() {
    QFETCH(Files, files);
    QFETCH(int, layout);
    QFETCH(float, minimum);
    QFETCH(QString, secondTitle);
    const auto data = loadFiles(files);
    QVERIFY2(data.ok(), data ? "" : data.error().detail.c_str());
    checkInvariants(**data);
    QCOMPARE(static_cast<int>((*data)->info().layout), layout);
    QCOMPARE((*data)->info().minRating, minimum);
    QCOMPARE((*data)->info().maxRating, 5.0F);
    QCOMPARE((*data)->info().name, std::string("set"));
    QCOMPARE(joined((*data)->info().notes), std::string());
    QCOMPARE((*data)->userCount(), 3);
    QCOMPARE((*data)->itemCount(), 2);
    QCOMPARE((*data)->ratingCount(), 5U);
    QCOMPARE(QString::fromStdString((*data)->item(1).title), secondTitle);
    QCOMPARE((*data)->item(1).year, std::int16_t{1999});
    const std::uint32_t action = (*data)->item(1).genres;
    QVERIFY(std::has_single_bit(action));
    QCOMPARE((*data)->genreNames()[static_cast<std::size_t>(std::countr_zero(action))],
             std::string("Action"));
    QCOMPARE((*data)->values()[2], 5.0F);
}

void TestLoader::doubleColonProfiles() {
    const auto data = loadFiles(oneMillion());
    QVERIFY(data.ok());
    const UserProfile* second = (*data)->profile(1);
    QVERIFY(second != nullptr);
    QCOMPARE(second->age, std::int16_t{56});
    QCOMPARE(second->gender, 'M');
    QCOMPARE(second->occupation, std::string("self-employed"));
    QCOMPARE((*data)->profile(0)->occupation, std::string("K-12 student"));
    const auto withoutUsers = loadFiles(tenMillion());
    QVERIFY((*withoutUsers)->profile(0) == nullptr);
}

void TestLoader::newestDuplicateStays() {
    // The same pair thrice, the newest in the middle; another pair twice at the same time.
    const auto data = loadFiles(changed(latest(), "ratings.csv",
                                        csvHeader + "1,1,1.0,900000001\n1,2,2.0,900000000\n"
                                                    "1,1,3.0,900000009\n1,1,5.0,900000005\n"
                                                    "1,2,4.5,900000000\n"));
    QVERIFY(data.ok());
    checkInvariants(**data);
    QCOMPARE((*data)->ratingCount(), 2U);
    QCOMPARE((*data)->values()[0], 3.0F);
    QCOMPARE((*data)->times()[0], 900000009U);
    QCOMPARE((*data)->values()[1], 4.5F);
    QCOMPARE(joined((*data)->info().notes),
             std::string("3 duplicates: of several ratings of a user for the same item the newest is kept"));

    // A fold that lists the pair keeps naming the rating that stays.
    Files files = hundredThousand();
    files["u.data"] += "3\t1\t4\t986397596\n";
    const auto folded = loadFiles(files);
    QVERIFY(folded.ok());
    checkInvariants(**folded);
    QCOMPARE((*folded)->folds().front().testRows.size(), 1U);
    QCOMPARE((*folded)->values()[(*folded)->folds().front().testRows.front()], 4.0F);
}

void TestLoader::fastAndGeneralPathAgree() {
    // Quoting the first field sends a line to the general reader.
    std::mt19937 random(7);
    std::string plain = csvHeader;
    std::string quoted = csvHeader;
    const auto number = [&random](unsigned limit) { return std::to_string(random() % limit); };
    for (int row = 0; row < 20000; ++row) {
        const std::string user = number(random() % 2 == 0 ? 9999999 : 300); // up to seven digits
        const std::string value = number(5) + (random() % 2 == 0 ? ".5" : random() % 3 == 0 ? ".7" : "");
        const std::string rating = value == "0" ? "5" : value;
        const std::string rest = ',' + number(random() % 2 == 0 ? 100000000 : 2000) + ',' + rating + ',' +
                                 std::to_string(random() % 7 == 0 ? random() % 100 : random()) + '\n';
        plain += user + rest;
        quoted += '"' + user + '"' + rest;
    }
    const auto fast = loadFiles({{"ratings.csv", plain}});
    const auto general = loadFiles({{"ratings.csv", quoted}});
    QVERIFY2(fast.ok(), fast ? "" : fast.error().detail.c_str());
    QVERIFY(general.ok());
    QCOMPARE((*fast)->info().fingerprint, (*general)->info().fingerprint);
    QVERIFY(std::ranges::equal((*fast)->values(), (*general)->values()));
    QVERIFY(std::ranges::equal((*fast)->times(), (*general)->times()));
    QVERIFY(std::ranges::equal((*fast)->items(), (*general)->items()));
    QVERIFY(std::ranges::equal((*fast)->users(), (*general)->users()));
}

void TestLoader::fingerprintIgnoresLineOrderOnly() {
    const auto print = [](const std::string& rows) {
        const auto data = loadFiles(changed(latest(), "ratings.csv", csvHeader + rows));
        return data ? (*data)->info().fingerprint : data.error().detail;
    };
    const std::string base = print("1,1,4.0,900000000\n1,2,3.0,900000001\n2,1,3.0,900000002\n");
    QCOMPARE(print("2,1,3.0,900000002\n1,2,3.0,900000001\n1,1,4.0,900000000\n"), base);
    QVERIFY(print("1,1,4.5,900000000\n1,2,3.0,900000001\n2,1,3.0,900000002\n") != base);
    QVERIFY(print("1,1,4.0,900000009\n1,2,3.0,900000001\n2,1,3.0,900000002\n") != base);
    QVERIFY(print("1,1,4.0,900000000\n1,2,3.0,900000001\n3,1,3.0,900000002\n") != base);
    QVERIFY(print("1,1,4.0,900000000\n1,2,3.0,900000001\n2,2,3.0,900000002\n") != base);
    QVERIFY(print("1,1,4.0,900000000\n1,2,3.0,900000001\n") != base);
}

void TestLoader::cancelIsSeenAtOnce() {
    std::string text = csvHeader;
    for (int user = 1; user <= 20000; ++user)
        for (int item = 1; item <= 100; ++item)
            text += std::to_string(user) + ',' + std::to_string(item) + ",3.5,964982703\n";
    const MemorySource source({{"ratings.csv", text}});
    std::stop_source stop;
    std::chrono::steady_clock::time_point asked;
    JobControl control;
    control.stop = stop.get_token();
    control.progress = [&](double fraction) {
        if (fraction > 0.1 && !stop.stop_requested()) {
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        }
    };
    const auto data = loadDataset(source, control);
    const std::chrono::duration<double, std::milli> waited = std::chrono::steady_clock::now() - asked;
    QVERIFY(!data.ok());
    QVERIFY(data.error().code == ErrorCode::Cancelled);
    QVERIFY2(waited.count() < test::timeLimit(100.0), qPrintable(QString::number(waited.count())));

    JobControl before;
    before.stop = stop.get_token();
    for (const Files& files : {latest(), hundredThousand(), oneMillion()}) {
        const auto never = loadDataset(MemorySource(files), before);
        QVERIFY(!never.ok() && never.error().code == ErrorCode::Cancelled);
    }
}

void TestLoader::progressRises() {
    std::string text = csvHeader;
    for (int user = 1; user <= 1000; ++user)
        for (int item = 1; item <= 20; ++item)
            text += std::to_string(user) + ',' + std::to_string(item) + ",3.5,964982703\n";
    std::vector<double> reported;
    JobControl control;
    control.progress = [&reported](double fraction) { reported.push_back(fraction); };
    QVERIFY(loadDataset(MemorySource({{"ratings.csv", text}}), control).ok());
    QVERIFY(reported.size() >= 4);
    QVERIFY(std::ranges::is_sorted(reported));
    QVERIFY(reported.front() > 0.0);
    QCOMPARE(reported.back(), 1.0);
}

void TestLoader::mutatedFilesNeverCrash_data() {
    QTest::addColumn<Files>("files");
    QTest::newRow("ml-100k") << hundredThousand();
    QTest::newRow("ml-1m") << oneMillion();
    QTest::newRow("ml-10m") << tenMillion();
    QTest::newRow("ml-latest") << latest();
    QTest::newRow("semicolons") << Files{
        {"likes.csv", "user;item;stars;when\nanna;4711;3,5;2015-03-31\nbob;12;1;2016-01-01 10:00\n"}};
    QTest::newRow("tabs") << Files{{"likes.tsv", "1\t4711\t3.5\t964982703123\n2\t12\t1\t964982703000\n"}};
    QTest::newRow("quotes") << Files{
        {"b.csv", "User-ID,ISBN,Book-Rating\n\"1\",\"034545104X\",\"0\"\n2,\"01,55\"\"061224\",5\n"}};
}

void TestLoader::mutatedFilesNeverCrash() {
    QFETCH(Files, files);
    std::mt19937 random(42);
    constexpr std::string_view interesting = "\0\n\r\t,;|:\"'.-+0159eE\xFF\xC3\xA9 N"sv;
    int loaded = 0;
    int refused = 0;
    for (int round = 0; round < 4000; ++round) {
        Files mutated = files;
        auto victim = std::next(mutated.begin(), static_cast<std::ptrdiff_t>(random() % mutated.size()));
        std::string& text = victim->second;
        for (unsigned change = 1 + random() % 4; change > 0 && !text.empty(); --change) {
            const std::size_t at = random() % text.size();
            const char byte =
                random() % 3 == 0 ? static_cast<char>(random()) : interesting[random() % interesting.size()];
            switch (random() % 6) {
            case 0:
                text.erase(at, 1 + random() % 8);
                break;
            case 1:
                text.insert(at, 1 + random() % 3, byte);
                break;
            case 2:
                text.insert(at, text.substr(random() % text.size(), random() % 40)); // repeats a piece
                break;
            case 3:
                text.resize(random() % 8 == 0 ? at : text.size()); // cuts off
                break;
            default:
                text[at] = byte;
            }
        }
        const MemorySource source(mutated);
        std::optional<ColumnMapping> columns;
        if (const auto layout = detectLayout(source); layout && *layout == DatasetLayout::DelimitedText) {
            const auto preview = previewColumns(source, "");
            QVERIFY(preview.ok());
            columns = preview->guess;
        }
        const auto data = loadDataset(source, {}, columns);
        data.ok() ? ++loaded : ++refused;
        if (data)
            checkInvariants(**data);
        else
            QVERIFY(!data.error().detail.empty());
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(loaded > 100); // both ends are reached, or the test shows nothing
    QVERIFY(refused > 100);
}

QTEST_GUILESS_MAIN(TestLoader)
#include "tst_loader.moc"
