#include "core/recsys/dataset.h"
#include "core/recsys/datasetstatistics.h"
#include "core/recsys/hash64.h"
#include "core/recsys/io/itemtitle.h"
#include "core/recsys/io/loader.h"
#include "core/recsys/io/timetext.h"
#include "core/recsys/parallel.h"
#include "core/recsys/ratingmatrix.h"
#include "tests/recsys/memorysource.h"
#include "tests/testdata.h"

#include <QTest>

#include <atomic>
#include <ctime>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <stdexcept>

using namespace recital;
using namespace Qt::StringLiterals;
using recital::test::MemorySource;

namespace {

/// Three users, four items, unordered ids, six ratings.
DatasetParts smallParts() {
    DatasetParts parts;
    parts.info.minRating = 1.0F;
    parts.info.maxRating = 5.0F;
    parts.info.hasTimestamps = true;
    parts.info.layout = DatasetLayout::MovieLens100K;
    parts.items = {{30, "C", 2000, 1}, {10, "A", 1990, 3}, {20, "B", 0, 2}, {40, "D", 2010, 0}};
    parts.userIds = {7, -3, 5};
    parts.genreNames = {"Drama", "War"};
    parts.ratingUser = {0, 1, 0, 2, 1, 0};
    parts.ratingItem = {0, 0, 1, 1, 2, 2};
    parts.ratingValue = {5, 4, 3, 2, 1, 4};
    parts.ratingTime = {0, 86400 * 31, 86400 * 31 + 1, 86400 * 100, 5, 6};
    return parts;
}

std::uint64_t hashOf(const std::string& text) {
    Hash64 hash;
    hash.add(std::as_bytes(std::span(text)));
    return hash.value();
}

void compareStatistics(const Dataset& data) {
    const DatasetStatistics statistics = computeStatistics(data);
    std::map<ItemIndex, std::vector<float>> byItem;
    std::map<UserIndex, int> byUser;
    std::map<float, std::int64_t> byValue;
    std::map<std::pair<int, int>, std::int64_t> byMonth;
    std::int64_t positives = 0;
    double sum = 0.0;
    for (std::size_t row = 0; row < data.ratingCount(); ++row) {
        byItem[data.items()[row]].push_back(data.values()[row]);
        ++byUser[data.users()[row]];
        ++byValue[data.values()[row]];
        positives += data.values()[row] >= 4.0F ? 1 : 0;
        sum += data.values()[row];
        const std::time_t time = data.times()[row];
        std::tm date{};
        gmtime_r(&time, &date);
        ++byMonth[{date.tm_year + 1900, date.tm_mon + 1}];
    }
    const auto ratings = static_cast<std::int64_t>(data.ratingCount());
    QCOMPARE(statistics.ratings, ratings);
    QCOMPARE(statistics.ratedItems, static_cast<int>(byItem.size()));
    QCOMPARE(statistics.positives, positives);
    QVERIFY(std::abs(statistics.meanRating - sum / static_cast<double>(ratings)) < 1e-9);
    QCOMPARE(statistics.density,
             static_cast<double>(ratings) / (static_cast<double>(data.userCount()) * data.itemCount()));
    std::vector<std::int64_t> counts;
    for (const auto& [item, values] : byItem) {
        counts.push_back(static_cast<std::int64_t>(values.size()));
        QCOMPARE(statistics.perItem[static_cast<std::size_t>(item)].ratings, counts.back());
        const double mean =
            std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        QVERIFY(std::abs(statistics.perItem[static_cast<std::size_t>(item)].meanRating - mean) < 1e-9);
    }
    std::ranges::sort(counts, std::greater());
    QCOMPARE(statistics.longTail, counts);
    // Gini by its definition: mean absolute difference over twice the mean.
    double differences = 0.0;
    for (const std::int64_t a : counts)
        for (const std::int64_t b : counts)
            differences += static_cast<double>(std::abs(a - b));
    QVERIFY(std::abs(statistics.giniOfItems -
                     differences / (2.0 * static_cast<double>(counts.size() * ratings))) < 1e-9);
    std::int64_t top = 0;
    for (std::size_t i = 0; i < (counts.size() + 4) / 5; ++i)
        top += counts[i];
    QVERIFY(std::abs(statistics.topItemShare - static_cast<double>(top) / static_cast<double>(ratings)) <
            1e-12);
    std::int64_t binned = 0;
    for (const HistogramBin& bin : statistics.ratingValues) {
        QCOMPARE(bin.count, byValue[static_cast<float>(bin.lower)]);
        binned += bin.count;
    }
    QCOMPARE(binned, ratings);
    for (const HistogramBin& bin : statistics.userActivity) {
        const auto inside = std::ranges::count_if(byUser, [&bin](const auto& entry) {
            return entry.second >= bin.lower && entry.second < bin.upper;
        });
        QCOMPARE(bin.count, static_cast<std::int64_t>(inside));
    }
    std::int64_t inMonths = 0;
    for (const MonthCount& month : statistics.overTime) {
        QCOMPARE(month.ratings, (byMonth[{month.year, month.month}]));
        inMonths += month.ratings;
    }
    QCOMPARE(inMonths, ratings);
    for (const GenreCount& genre : statistics.genres) {
        const auto& names = data.genreNames();
        const auto bit = static_cast<unsigned>(std::ranges::find(names, genre.name) - names.begin());
        std::int64_t rated = 0;
        for (const ItemIndex item : data.items())
            rated += data.item(item).genres >> bit & 1U;
        QCOMPARE(genre.ratings, rated);
    }
}

std::shared_ptr<const Dataset> loadReal(const QString& folder) {
    const auto source = openFolder(folder.toStdString());
    return source ? loadDataset(**source, {}).value() : nullptr;
}

} // namespace

/// The tables everything else stands on, against naive references.
class TestDataset : public QObject {
    Q_OBJECT
private slots:
    void hashIsXxh64() {
        QCOMPARE(toHex(hashOf("")), std::string("ef46db3751d8e999")); // published values
        QCOMPARE(toHex(hashOf("abc")), std::string("44bc2cf5ad770999"));
        // In pieces of any size as at once.
        std::string text;
        for (int i = 0; i < 300; ++i)
            text += static_cast<char>(i * 7);
        for (std::size_t piece = 1; piece < 100; ++piece) {
            Hash64 hash;
            for (std::size_t i = 0; i < text.size(); i += piece)
                hash.add(std::as_bytes(std::span(text).subspan(i, std::min(piece, text.size() - i))));
            QCOMPARE(hash.value(), hashOf(text));
        }
    }

    void numbersAscendById() {
        const auto data = Dataset::create(smallParts());
        QVERIFY(data.ok());
        QCOMPARE((*data)->userId(0), UserId{-3});
        QCOMPARE((*data)->userId(2), UserId{7});
        QCOMPARE((*data)->item(0).title, std::string("A"));
        QCOMPARE((*data)->item(3).title, std::string("D"));
        QCOMPARE((*data)->findUser(5), std::optional<UserIndex>(1));
        QVERIFY(!(*data)->findUser(6));
        QCOMPARE((*data)->findItem(20), std::optional<ItemIndex>(1));
        QVERIFY(!(*data)->findItem(99));
        QCOMPARE((*data)->users()[0], 2); // file order stays
        QCOMPARE((*data)->items()[0], 2);
        const auto rows = (*data)->rowsOfUser(2);
        QVERIFY(std::ranges::equal(rows, std::vector<std::uint32_t>{0, 2, 5}));
        QVERIFY((*data)->ratingBytes() >= 6 * 20);
    }

    void createRefuses_data() {
        QTest::addColumn<int>("damage");
        for (int damage = 0; damage < 8; ++damage)
            QTest::addRow("%d", damage) << damage;
    }
    void createRefuses() {
        QFETCH(int, damage);
        DatasetParts parts = smallParts();
        if (damage == 0)
            parts.ratingUser = parts.ratingItem = {}, parts.ratingValue = {}, parts.ratingTime = {};
        if (damage == 1)
            parts.userIds[1] = 7;
        if (damage == 2)
            parts.items[1].id = 30;
        if (damage == 3)
            parts.genreNames.resize(33);
        if (damage == 4)
            parts.ratingItem[2] = 4;
        if (damage == 5)
            parts.ratingUser[2] = -1;
        if (damage == 6)
            parts.ratingValue[3] = std::numeric_limits<float>::quiet_NaN();
        if (damage == 7)
            parts.folds = {{"u1", {0, 6}, {}}};
        const auto data = Dataset::create(std::move(parts));
        QVERIFY(!data.ok());
        QVERIFY(data.error().code == ErrorCode::InvalidData);
    }

    void matrixAgainstMaps() {
        std::mt19937 random(3);
        std::vector<Triple> triples;
        std::map<std::pair<int, int>, float> expected;
        for (int i = 0; i < 3000; ++i) {
            const Triple triple{static_cast<int>(random() % 40), static_cast<int>(random() % 60),
                                static_cast<float>(random() % 5)};
            triples.push_back(triple);
            expected[{triple.user, triple.item}] = triple.value;
        }
        const auto matrix = RatingMatrix::fromTriples(41, 61, triples); // the last row and column stay empty
        QCOMPARE(matrix.userCount(), 41);
        QCOMPARE(matrix.itemCount(), 61);
        QVERIFY(!matrix.binary());
        std::map<std::pair<int, int>, float> byUser;
        std::map<std::pair<int, int>, float> byItem;
        for (int u = 0; u < 41; ++u) {
            QVERIFY(std::ranges::is_sorted(matrix.byUser().row(u)));
            for (const Interaction& entry : matrix.history(u))
                byUser[{u, entry.item}] = entry.value;
        }
        for (int i = 0; i < 61; ++i) {
            QVERIFY(std::ranges::is_sorted(matrix.byItem().row(i)));
            for (std::size_t k = 0; k < matrix.byItem().row(i).size(); ++k)
                byItem[{matrix.byItem().row(i)[k], i}] = matrix.byItem().rowValues(i)[k];
        }
        QVERIFY(byUser == expected);
        QVERIFY(byItem == expected);
        QCOMPARE(matrix.entryCount(), static_cast<std::int64_t>(expected.size()));
        for (Triple& triple : triples)
            triple.value = 1.0F;
        QVERIFY(RatingMatrix::fromTriples(41, 61, triples).binary());
    }

    void positivesOfDataset() {
        const auto data = Dataset::create(smallParts());
        const auto matrix = RatingMatrix::positives(**data, 4.0F);
        QCOMPARE(matrix.entryCount(), 3);
        QVERIFY(matrix.binary());
        QVERIFY(matrix.history(2) == (std::vector<Interaction>{{1, 1.0F}, {2, 1.0F}}));
        QVERIFY(matrix.history(1).empty());
        QCOMPARE(matrix.byItem().row(2).size(), 2U);
    }

    void blocksCoverOnce() {
        for (const int threads : {1, 2, 7})
            for (const std::int64_t count : {0, 1, 99, 100, 101, 1000}) {
                std::vector<std::atomic<int>> seen(static_cast<std::size_t>(count));
                forEachBlock(count, 100, threads, [&](std::int64_t begin, std::int64_t end) {
                    if (begin % 100 != 0 || end > count || end <= begin)
                        throw std::logic_error("bounds");
                    for (std::int64_t i = begin; i < end; ++i)
                        ++seen[static_cast<std::size_t>(i)];
                });
                QVERIFY(std::ranges::all_of(seen, [](const auto& times) { return times == 1; }));
            }
    }

    void exceptionOfABlockArrives() {
        for (const int threads : {1, 4}) {
            const auto fail = [&] {
                forEachBlock(1000, 1, threads, [](std::int64_t begin, std::int64_t) {
                    if (begin == 17)
                        throw std::runtime_error("seventeen");
                });
            };
            QVERIFY_EXCEPTION_THROWN(fail(), std::runtime_error);
        }
    }

    void titles_data() {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("year");
        const auto add = [](const QString& raw, const QString& title, int year) {
            QTest::newRow(raw.toUtf8().constData()) << raw << title << year;
        };
        add(u"Toy Story (1995)"_s, u"Toy Story"_s, 1995);
        add(u"Two Friends (1986) "_s, u"Two Friends"_s, 1986);
        add(u"Matrix, The (1999)"_s, u"The Matrix"_s, 1999);
        add(u"Avventura, L' (Adventure, The) (1960)"_s, u"L'Avventura (The Adventure)"_s, 1960);
        add(u"City of Lost Children, The (Cité des enfants perdus, La) (1995)"_s,
            u"The City of Lost Children (La Cité des enfants perdus)"_s, 1995);
        add(u"Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)"_s,
            u"The Good, the Bad and the Ugly (Il Buono, il brutto, il cattivo)"_s, 1966);
        add(u"Seven (a.k.a. Sin, The) (1995)"_s, u"Seven (a.k.a. The Sin)"_s, 1995);
        add(u"Boot, Das (1981)"_s, u"Das Boot"_s, 1981);
        add(u"Postino, Il (1994)"_s, u"Il Postino"_s, 1994);
        add(u"Girl, Interrupted (1999)"_s, u"Girl, Interrupted"_s, 1999);
        add(u"I, Robot (2004)"_s, u"I, Robot"_s, 2004);
        add(u"Death Note: Desu nôto (2006\u20132007)"_s, u"Death Note: Desu nôto"_s, 2006);
        add(u"Firefly (2002-)"_s, u"Firefly"_s, 2002);
        add(u"Land Before Time III (1995) (V)"_s, u"Land Before Time III"_s, 1995);
        add(u"2001: A Space Odyssey (1968)"_s, u"2001: A Space Odyssey"_s, 1968);
        add(u"Babylon 5"_s, u"Babylon 5"_s, 0);
        add(u"unknown"_s, u"unknown"_s, 0);
        add(u"(1995)"_s, u"(1995)"_s, 0);
        add(u"Broken) (1990)"_s, u"Broken)"_s, 1990);
        add(QString(), QString(), 0);
    }
    void titles() {
        QFETCH(QString, raw);
        QFETCH(QString, title);
        QFETCH(int, year);
        const io::ItemTitle parsed = io::parseTitle(raw.toStdString());
        QCOMPARE(QString::fromStdString(parsed.title), title);
        QCOMPARE(static_cast<int>(parsed.year), year);
    }

    void times() {
        const auto is = [](const char* text, std::optional<Timestamp> time) {
            return io::parseTime(text) == time;
        };
        QVERIFY(is("964982703", 964982703U));
        QVERIFY(is("964982703123", 964982703U));
        QVERIFY(is("964982703123456", 964982703U));
        QVERIFY(is("8.81250949E8", 881250949U));
        QVERIFY(is("1970-01-02", 86400U));
        QVERIFY(is("2000-03-01T00:00:01Z", 951868801U));
        QVERIFY(is("2000-03-01 02:00:01.5+02:00", 951868801U));
        QVERIFY(is("1969-12-31", std::nullopt));
        QVERIFY(is("2001-02-29", std::nullopt));
        QVERIFY(is("-1", std::nullopt));
        QVERIFY(is("5000000000", std::nullopt));
        QVERIFY(is("yesterday", std::nullopt));
        QVERIFY(is("", std::nullopt));
        QVERIFY(is("2000-03-01T", std::nullopt));
    }

    void guesses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("delimiterHeaderAndRoles"); // delimiter, h or -, user item value time
        const auto add = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
        };
        add("comma",
            "user_id,item_id,rating,timestamp\n1,2,3.5,964982703\n" // as many exports
            "4,5,4,964982704\n",
            ",h0123");
        add("tab, no header", "1\t2\t3\t964982703\n4\t5\t4\t964982704\n", "\t-0123");
        add("semicolon, item first", "ISBN;User-ID;Book-Rating\n034545104X;1;5\n0155061224;2;4\n", ";h102-");
        add("bar, two columns", "anna|x1\nbob|x2\n", "|-01--");
        add("row numbers", ",userId,movieId,rating\n0,1,31,2.5\n1,1,1029,3.0\n", ",h123-");
        add("RecBole",
            "user_id:token\titem_id:token\trating:float\ttimestamp:float\n"
            "1\t2\t3\t8.8E8\n",
            "\th0123");
        add("time before value", "user,film,when,stars\nanna,Alien,2015-03-31,5\nbob,Heat,2015-04-01,3\n",
            ",h0132");
        add("blanks", "1 2 3\n4 5 2\n", " -012-");
        add("double colon", "1::2::3::964982703\n4::5::4::964982704\n", ":-0246");
    }
    void guesses() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, delimiterHeaderAndRoles);
        const MemorySource source({{"my.txt", text.toStdString()}});
        const auto preview = previewColumns(source, "my.txt");
        QVERIFY(preview.ok());
        const ColumnMapping& guess = preview->guess;
        QByteArray found{1, guess.delimiter};
        found += guess.hasHeader ? 'h' : '-';
        for (const int role : {guess.user, guess.item, guess.value, guess.time})
            found += role < 0 ? QByteArray("-") : QByteArray::number(role);
        QCOMPARE(found, delimiterHeaderAndRoles);
        const auto data = loadDataset(source, {}, guess);
        QVERIFY2(data.ok(), data ? "" : data.error().detail.c_str());
        QCOMPARE((*data)->ratingCount(), 2U + (text.contains("token") ? -1U : 0U));
        QVERIFY(detectLayout(source).value() == DatasetLayout::DelimitedText);
    }

    void namesAndDecimalCommas() {
        const std::map<std::string, std::string> files = {
            {"a.csv", "user;film;stars\nzoe;Alien;3,5\nanna;Heat;-1\nzoe;Heat;5\n"}};
        const MemorySource source(files);
        const auto data = loadDataset(source, {}, previewColumns(source, "").value().guess);
        QVERIFY(data.ok());
        QCOMPARE((*data)->userCount(), 2);
        QCOMPARE((*data)->users()[0], 1); // anna is 1, zoe is 2
        QCOMPARE((*data)->item(0).title, std::string("Alien"));
        QCOMPARE((*data)->values()[0], 3.5F);
        QCOMPARE((*data)->info().minRating, -1.0F);
        QCOMPARE((*data)->info().maxRating, 5.0F);
        QVERIFY(!(*data)->info().hasTimestamps);
        QVERIFY(computeStatistics(**data).overTime.empty());
        QVERIFY(loadDataset(source, {}).error().code == ErrorCode::InvalidParameters);
    }

    void statisticsOfSmallData() {
        const auto data = Dataset::create(smallParts());
        compareStatistics(**data);
        const DatasetStatistics statistics = computeStatistics(**data);
        QCOMPARE(statistics.ratedItems, 3);
        QCOMPARE(statistics.items, 4);
        QCOMPARE(statistics.medianRatingsPerUser, 2.0);
        QCOMPARE(statistics.medianRatingsPerItem, 2.0);
        QCOMPARE(statistics.giniOfItems, 0.0);
        QCOMPARE(statistics.ratingValues.size(), 5U);
        QCOMPARE(statistics.overTime.size(), 4U); // January to April 1970, March empty
        QCOMPARE(statistics.overTime[2].ratings, 0);
    }

    void statisticsOf100K() {
        RECITAL_REQUIRE_DATA(folder, "ml-100k");
        const auto data = loadReal(folder);
        compareStatistics(*data);
        QCOMPARE(computeStatistics(*data).positives, 55375);
    }

    void statisticsOfLatestSmall() {
        RECITAL_REQUIRE_DATA(folder, "ml-latest-small");
        const auto data = loadReal(folder);
        compareStatistics(*data);
        QCOMPARE(computeStatistics(*data).ratedItems, 9724);
    }
};

QTEST_GUILESS_MAIN(TestDataset)
#include "tst_dataset.moc"
