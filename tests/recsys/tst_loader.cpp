#include "core/recsys/io/loader.h"
#include "tests/recsys/memorysource.h"
#include "tests/timelimit.h"

#include <QTest>

#include <chrono>
#include <random>

using namespace recital;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;
using Files = std::map<std::string, std::string>;
using recital::test::MemorySource;

Q_DECLARE_METATYPE(Files)

namespace {

const std::string csvHeader = "userId,movieId,rating,timestamp\n";
const std::string movies =
    "movieId,title,genres\n1,Toy Story (1995),Animation|Comedy\n2,\"Matrix, The (1999)\",Action\n";

/// Small valid sets of every layout with the same five ratings; the last file named is the one with ratings.
Files latest() {
    return {{"movies.csv", movies},
            {"ratings.csv", csvHeader +
                                "1,1,4.0,964982703\n1,2,3.5,964981247\n2,1,5.0,964982224\n2,2,0.5,964983815\n"
                                "3,1,2.0,964982931\n"}};
}

Files oneMillion() {
    return {{"movies.dat", "1::Toy Story (1995)::Animation|Comedy\n2::Caf\xE9, The (1999)::Action\n"},
            {"users.dat", "1::F::1::10::48067\n2::M::56::16::70072\n3::M::25::0::55117\n"},
            {"ratings.dat", "1::1::4::978300760\n1::2::3::978302109\n2::1::5::978301968\n2::2::1::978300275\n"
                            "3::1::2::978824291\n"}};
}

Files tenMillion() {
    return {{"movies.dat", "1::Toy Story (1995)::Animation|Comedy\n2::Caf\xC3\xA9, The (1999)::Action\n"},
            {"ratings.dat",
             "1::1::4::978300760\n1::2::3.5::978302109\n2::1::5::978301968\n2::2::0.5::978300275\n"
             "3::1::2::978824291\n"}};
}

Files hundredThousand() {
    const std::string data =
        "1\t1\t4\t881250949\n1\t2\t3\t891717742\n2\t1\t5\t878887116\n2\t2\t1\t880606923\n"
        "3\t1\t2\t886397596\n";
    return {{"u.genre", "unknown|0\nAction|1\nComedy|2\n\n"},
            {"u.item", "1|Toy Story (1995)|01-Jan-1995||http://x|0|0|1\n2|Caf\xE9, The "
                       "(1999)|01-Jan-1999||http://x|0|1|0\n"},
            {"u.user", "1|24|M|technician|85711\n2|53|F|other|94043\n3|23|M|writer|32067\n"},
            {"u1.base", data.substr(0, data.find("3\t1\t2"))},
            {"u1.test", "3\t1\t2\t886397596\n"},
            {"u.data", data}};
}

Result<std::shared_ptr<const Dataset>> loadFiles(const Files& files,
                                                 const std::optional<ColumnMapping>& columns = std::nullopt) {
    return loadDataset(MemorySource(files), {}, columns);
}

Files changed(Files files, const std::string& name, const std::string& text) {
    files[name] = text;
    return files;
}

std::string joined(const std::vector<std::string>& notes) {
    std::string text;
    for (const std::string& note : notes)
        text += (text.empty() ? "" : "; ") + note;
    return text;
}

/// What a Dataset promises, whatever it was made of.
void checkInvariants(const Dataset& data) {
    const auto users = static_cast<std::size_t>(data.userCount());
    QVERIFY(data.ratingCount() > 0);
    QCOMPARE(data.users().size(), data.ratingCount());
    QCOMPARE(data.times().size(), data.ratingCount());
    std::size_t rows = 0;
    std::vector<bool> seen(static_cast<std::size_t>(data.itemCount()));
    for (std::size_t u = 0; u < users; ++u) {
        const auto user = static_cast<UserIndex>(u);
        for (const std::uint32_t row : data.rowsOfUser(user)) {
            QCOMPARE(data.users()[row], user);
            const auto item = static_cast<std::size_t>(data.items()[row]);
            QVERIFY(item < seen.size());
            QVERIFY(!seen[item]);
            seen[item] = true;
            QVERIFY(data.values()[row] >= data.info().minRating &&
                    data.values()[row] <= data.info().maxRating);
        }
        for (const std::uint32_t row : data.rowsOfUser(user))
            seen[static_cast<std::size_t>(data.items()[row])] = false;
        rows += data.rowsOfUser(user).size();
    }
    QCOMPARE(rows, data.ratingCount());
    QCOMPARE(data.info().fingerprint.size(), 16U);
    for (const OfficialFold& fold : data.folds())
        for (const auto* part : {&fold.trainRows, &fold.testRows})
            for (const std::uint32_t row : *part)
                QVERIFY(row < data.ratingCount());
}

} // namespace

/// Every layout in small, every defined outcome of loader.h, and thousands of damaged files.
class TestLoader : public QObject {
    Q_OBJECT
private slots:
    void layouts_data();
    void layouts();
    void refusals_data();
    void refusals();
    void acceptances_data();
    void acceptances();
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

void TestLoader::refusals_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("detail");
    const auto csv = [](const char* name, const std::string& rows, const QString& detail) {
        QTest::newRow(name) << changed(latest(), "ratings.csv", csvHeader + rows) << detail;
    };
    const auto add = [](const char* name, const Files& files, const QString& detail) {
        QTest::newRow(name) << files << detail;
    };
    csv("rating too high", "1,1,4.0,964982703\n1,2,6.0,964982703\n",
        u"ratings.csv:3: rating 6.0 is outside 0.5 to 5"_s);
    csv("rating too low", "1,1,0.0,964982703\n", u"ratings.csv:2: rating 0.0 is outside 0.5 to 5"_s);
    csv("rating negative", "1,1,-3,964982703\n", u"ratings.csv:2: rating -3 is outside 0.5 to 5"_s);
    csv("rating huge", "1,1,1e30,964982703\n", u"ratings.csv:2: rating 1e30 is outside 0.5 to 5"_s);
    csv("rating beyond double", "1,1,1e999,964982703\n",
        u"ratings.csv:2: rating \"1e999\" is not a number"_s);
    csv("rating NaN", "1,1,nan,964982703\n", u"ratings.csv:2: rating \"nan\" is not a number"_s);
    csv("rating infinite", "1,1,inf,964982703\n", u"ratings.csv:2: rating \"inf\" is not a number"_s);
    csv("rating empty", "1,1,,964982703\n", u"ratings.csv:2: rating \"\" is not a number"_s);
    csv("rating with rest", "1,1,4.0x,964982703\n", u"ratings.csv:2: rating \"4.0x\" is not a number"_s);
    csv("user beyond int64", "99999999999999999999,1,4.0,964982703\n",
        u"ratings.csv:2: user id \"99999999999999999999\" is too large"_s);
    csv("user is text", "anna,1,4.0,964982703\n", u"ratings.csv:2: user id \"anna\" is not a whole number"_s);
    csv("user is empty", ",1,4.0,964982703\n", u"ratings.csv:2: user id is empty"_s);
    csv("item negative", "1,-1,4.0,964982703\n", u"ratings.csv:2: item id -1 is negative"_s);
    csv("item not whole", "1,1.5,4.0,964982703\n", u"ratings.csv:2: item id \"1.5\" is not a whole number"_s);
    csv("time too large", "1,1,4.0,4294967296\n",
        u"ratings.csv:2: time 4294967296 is outside the years 1970 to 2106"_s);
    csv("time negative", "1,1,4.0,-1\n", u"ratings.csv:2: time -1 is outside the years 1970 to 2106"_s);
    csv("time is text", "1,1,4.0,today\n", u"ratings.csv:2: time \"today\" is not a number of seconds"_s);
    csv("too few columns", "1,1,4.0\n1,2,4.0,964982703\n", u"ratings.csv:2: 4 fields expected, 3 found"_s);
    csv("too many columns", "1,1,4.0,964982703,7\n", u"ratings.csv:2: 4 fields expected, 5 found"_s);
    csv("last line cut off", "1,1,4.0,964982703\n1,2",
        u"ratings.csv:3: the last line is cut off: it has 2 of 4 fields"_s);
    csv("binary garbage", std::string("\x00\xFF\x13\x37\n\xDE\xAD", 7),
        u"ratings.csv:2: 4 fields expected, 1 found"_s);
    csv("only a header", "", u"ratings.csv: there are no ratings"_s);
    csv("open quote", "1,1,\"4.0,964982703\n1,2,4.0,964982703\n",
        u"ratings.csv:2: a quoted field is never closed"_s);
    add("empty file", changed(latest(), "ratings.csv", ""), u"ratings.csv: the file is empty"_s);
    add("wrong header", changed(latest(), "ratings.csv", "user,film,stars\n1,1,4.0\n"),
        u"ratings.csv:1: the header is \"user,film,stars\", but userId,movieId,rating,timestamp is needed"_s);
    add("no header", changed(latest(), "ratings.csv", "1,1,4.0,964982703\n"),
        u"ratings.csv:1: the header is \"1,1,4.0,964982703\", but userId,movieId,rating,timestamp is needed"_s);
    add("item listed twice", changed(latest(), "movies.csv", movies + "1,Again (2001),Drama\n"),
        u"movies.csv:4: item 1 appears twice, first in line 2"_s);
    add("movies without title", changed(latest(), "movies.csv", "movieId,name\n1,Toy Story\n"),
        u"movies.csv:1: the header is \"movieId,name\", but movieId,title,genres is needed"_s);
    add("movies with a comma too many",
        changed(latest(), "movies.csv", "movieId,title,genres\n2,Matrix, The (1999),Action\n"),
        u"movies.csv:2: 3 fields expected, 4 found"_s);
    add("empty movies.csv", changed(latest(), "movies.csv", ""), u"movies.csv: the file is empty"_s);
    add("empty u.data", changed(hundredThousand(), "u.data", ""), u"u.data: there are no ratings"_s);
    add("half star in ml-100k", changed(hundredThousand(), "u.data", "1\t1\t0.5\t881250949\n"),
        u"u.data:1: rating 0.5 is outside 1 to 5"_s);
    add("genre flag",
        changed(hundredThousand(), "u.item", "1|Toy Story (1995)|01-Jan-1995||http://x|0|0|2\n"),
        u"u.item:1: genre flag \"2\" is neither 0 nor 1"_s);
    add("fields of u.item",
        changed(hundredThousand(), "u.item", "1|Toy Story (1995)|01-Jan-1995||http://x|0|0\n"),
        u"u.item:1: 8 fields expected, 7 found"_s);
    add("age", changed(hundredThousand(), "u.user", "1|240|M|technician|85711\n"),
        u"u.user:1: age \"240\" is outside 0 to 150"_s);
    add("fold of other data", changed(hundredThousand(), "u1.test", "3\t2\t2\t886397596\n"),
        u"u1.test: the rating of item 2 by user 3 is not in u.data"_s);
    add("occupation", changed(oneMillion(), "users.dat", "1::F::1::21::48067\n"),
        u"users.dat:1: occupation \"21\" is outside 0 to 20"_s);
    add("single colon", changed(oneMillion(), "ratings.dat", "1::1::4:978300760\n"),
        u"ratings.dat:1: 4 fields expected, 3 found"_s);
    add("half star in ml-1m", changed(oneMillion(), "ratings.dat", "1::1::0.5::978300760\n"),
        u"ratings.dat:1: rating 0.5 is outside 1 to 5"_s);
    add("no known file", {{"holiday.jpg", "x"}, {"letter.txt", "Dear all,\nhello"}},
        u"/memory/set: found holiday.jpg, letter.txt; needed is u.data (MovieLens 100K), ratings.dat (1M, "
        u"10M), "
        "ratings.csv (Latest, 20M, 25M, 32M) or a text file with a column each for user and item"_s);
    add("movies without ratings",
        {{"movies.csv", movies}, {"tags.csv", "userId,movieId,tag\n"}, {"README.txt", "x"}}, {});
    add("nothing", {},
        u"/memory/set: found no files; needed is u.data (MovieLens 100K), ratings.dat (1M, 10M), "
        "ratings.csv (Latest, 20M, 25M, 32M) or a text file with a column each for user and item"_s);
}

void TestLoader::refusals() {
    QFETCH(Files, files);
    QFETCH(QString, detail);
    const auto data = loadFiles(files);
    QVERIFY(!data.ok());
    if (!detail.isEmpty())
        QCOMPARE(QString::fromStdString(data.error().detail), detail);
    const bool noLayout = files.empty() || (!files.contains("u.data") && !files.contains("ratings.dat") &&
                                            !files.contains("ratings.csv"));
    QVERIFY(data.error().code == (noLayout ? ErrorCode::UnknownLayout : ErrorCode::BadFormat));
}

void TestLoader::acceptances_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("notes");
    const auto crlf = [](Files files) {
        for (auto& [name, text] : files)
            for (std::size_t i = 0; (i = text.find('\n', i)) != std::string::npos; i += 2)
                text.insert(i, "\r");
        return files;
    };
    const auto withoutLastEnd = [](Files files) {
        for (auto& [name, text] : files)
            text.pop_back();
        return files;
    };
    const auto marked = [](Files files) {
        for (auto& [name, text] : files)
            text.insert(0, "\xEF\xBB\xBF");
        return files;
    };
    using Make = Files (*)();
    for (const auto& [name, make] :
         std::initializer_list<std::pair<const char*, Make>>{{"ml-100k", hundredThousand},
                                                             {"ml-1m", oneMillion},
                                                             {"ml-10m", tenMillion},
                                                             {"ml-latest", latest}}) {
        QTest::addRow("%s, CRLF", name) << crlf(make()) << QString();
        QTest::addRow("%s, no end of the last line", name) << withoutLastEnd(make()) << QString();
        QTest::addRow("%s, byte-order mark", name) << marked(make()) << QString();
    }
    QTest::newRow("blank lines")
        << changed(latest(), "ratings.csv",
                   csvHeader + "\n1,1,4.0,964982703\n\n1,2,3.5,964981247\n"
                               "2,1,5.0,964982224\r\n\r\n2,2,0.5,964983815\n3,1,2.0,964982931\n\n")
        << QString();
    QTest::newRow("other order")
        << changed(latest(), "ratings.csv",
                   "timestamp,rating,extra,movieId,userId\n964982703,4.0,x,1,1\n964981247,3.5,x,2,1\n"
                   "964982224,5.0,x,1,2\n964983815,0.5,x,2,2\n964982931,2.0,x,1,3\n")
        << QString();
    QTest::newRow("quoted numbers") << changed(
                                           latest(), "ratings.csv",
                                           csvHeader +
                                               "\"1\",\"1\",\"4.0\",\"964982703\"\n1,2,3.5,964981247\n"
                                               "2,1,5.0,964982224\n2,2,0.5,964983815\n3,1,2.0,964982931\n")
                                    << QString();
    Files noMovies = latest();
    noMovies.erase("movies.csv");
    QTest::newRow("no movies.csv") << noMovies
                                   << u"movies.csv is missing: items are called by their number"_s;
    QTest::newRow("unknown item") << changed(latest(), "movies.csv",
                                             "movieId,title,genres\n1,Toy Story (1995),Comedy\n")
                                  << u"1 rated item is not in movies.csv: it is called by its number"_s;
    Files half = hundredThousand();
    half.erase("u1.test");
    QTest::newRow("half a fold") << half << u"u1.test is missing: no fold u1"_s;
    Files noUsers = hundredThousand();
    noUsers.erase("u.user");
    noUsers.erase("u.genre");
    QTest::newRow("no u.user, no u.genre") << noUsers << u"u.genre is missing: no genres"_s;
    Files latin = changed(latest(), "movies.csv",
                          "movieId,title,genres\n1,Toy Story (1995),Comedy\n2,Caf\xE9 (1999),Action\n");
    QTest::newRow("Latin-1 movies.csv") << latin << QString();
}

void TestLoader::acceptances() {
    QFETCH(Files, files);
    QFETCH(QString, notes);
    const auto data = loadFiles(files);
    QVERIFY2(data.ok(), data ? "" : data.error().detail.c_str());
    checkInvariants(**data);
    QCOMPARE(QString::fromStdString(joined((*data)->info().notes)), notes);
    QCOMPARE((*data)->ratingCount(), 5U);
    QCOMPARE((*data)->itemCount(), 2);
    QCOMPARE((*data)->values()[2], 5.0F);
    QCOMPARE((*data)->values()[4], 2.0F);
    QVERIFY((*data)->times()[4] > 800000000U);
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
