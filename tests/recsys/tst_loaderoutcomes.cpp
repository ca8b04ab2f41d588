#include "tests/recsys/loaderfiles.h"

#include <QTest>

using namespace recital;
using namespace recital::test;
using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

/// Every defined outcome of loader.h: what is refused and why, what is accepted and noted.
class TestLoaderOutcomes : public QObject {
    Q_OBJECT

private slots:
    void refusals_data();
    void refusals();
    void acceptances_data();
    void acceptances();
};

void TestLoaderOutcomes::refusals_data() {
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

void TestLoaderOutcomes::refusals() {
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

void TestLoaderOutcomes::acceptances_data() {
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

void TestLoaderOutcomes::acceptances() {
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

QTEST_GUILESS_MAIN(TestLoaderOutcomes)
#include "tst_loaderoutcomes.moc"
