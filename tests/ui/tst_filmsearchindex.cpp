#include "tests/ui/stagefixture.h"
#include "ui/models/filmsearchindex.h"

#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

/// Titles with their number of ratings.
struct Film {
    const char* title;
    int year;
    int ratings;
};

} // namespace

class TestFilmSearchIndex : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void folds_data();
    void folds();
    void finds_data();
    void finds();
    void mostRatedFirst();
    void limitKeepsExactTitles();
    void nothingForNothing();

private:
    std::vector<int> find(const QString& query, int limit = 50) const { return m_index->find(query, limit); }

    std::unique_ptr<FilmSearchIndex> m_index;
};

void TestFilmSearchIndex::initTestCase() {
    const std::vector<Film> films = {
        {"The Matrix", 1999, 50},                 // 0
        {"Matrix Reloaded", 2003, 90},            // 1
        {"Amélie", 2001, 20},                     // 2
        {"Spider-Man", 2002, 30},                 // 3
        {"Schindler's List", 1993, 40},           // 4
        {"E.T. the Extra-Terrestrial", 1982, 60}, // 5
        {"Smilla's Sense of Snow", 1997, 10},     // 6
        {"Brat", 1997, 3},                        // 7
        {"Ødipus", 1967, 5},                      // 8
        {"Брат", 1997, 2},                        // 9
        {"Star Wars", 1977, 100},                 // 10
        {"Star Trek: Generations", 1994, 70},     // 11
        {"A Star Is Born", 1954, 8},              // 12
    };
    DatasetParts parts;
    parts.info.maxRating = 5.0F;
    for (std::size_t i = 0; i < films.size(); ++i) {
        Item item;
        item.id = static_cast<ItemId>(i);
        item.title = films[i].title;
        item.year = static_cast<std::int16_t>(films[i].year);
        parts.items.push_back(item);
    }
    parts.userIds = {1};
    parts.ratingUser = {0};
    parts.ratingItem = {0};
    parts.ratingValue = {5.0F};
    parts.ratingTime = {0};
    const auto dataset = Dataset::create(std::move(parts)).value();
    DatasetStatistics statistics;
    for (const Film& film : films) {
        ItemStatistics item;
        item.ratings = film.ratings;
        statistics.perItem.push_back(item);
    }
    m_index = std::make_unique<FilmSearchIndex>(*dataset, statistics);
}

void TestFilmSearchIndex::folds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("folded");
    QTest::newRow("accents") << u"Amélie"_s << QByteArray("amelie");
    QTest::newRow("letters without decomposition")
        << u"Łódź Ørsted Straße"_s << QByteArray("lodz orsted strasse");
    QTest::newRow("punctuation") << u"  Schindler's  List: E.T.!"_s << QByteArray("schindlers list et");
    QTest::newRow("hyphen") << u"Spider-Man"_s << QByteArray("spider man");
    QTest::newRow("nothing") << u" ?! "_s << QByteArray();
}

void TestFilmSearchIndex::folds() {
    QFETCH(QString, text);
    QFETCH(QByteArray, folded);
    QCOMPARE(FilmSearchIndex::fold(text), folded);
}

void TestFilmSearchIndex::finds_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QList<int>>("films");
    QTest::newRow("beginning of the title") << u"smil"_s << QList<int>{6};
    QTest::newRow("later word") << u"snow"_s << QList<int>{6};
    QTest::newRow("two words in any order") << u"snow smi"_s << QList<int>{6};
    QTest::newRow("not inside a word") << u"now"_s << QList<int>{};
    QTest::newRow("every word has to fit") << u"snow matrix"_s << QList<int>{};
    QTest::newRow("without accents") << u"amelie"_s << QList<int>{2};
    QTest::newRow("with accents") << u"AMÉLIE"_s << QList<int>{2};
    QTest::newRow("O with stroke") << u"odip"_s << QList<int>{8};
    QTest::newRow("joined") << u"spiderman"_s << QList<int>{3};
    QTest::newRow("two words for a hyphen") << u"spider man"_s << QList<int>{3};
    QTest::newRow("apostrophe left out") << u"schindlers"_s << QList<int>{4};
    QTest::newRow("dots left out") << u"et extra"_s << QList<int>{5};
    QTest::newRow("with year") << u"brat 1997"_s << QList<int>{7};
    QTest::newRow("year alone") << u"1997"_s << QList<int>{6, 7, 9};
    QTest::newRow("other alphabets") << u"брат"_s << QList<int>{9};
}

void TestFilmSearchIndex::finds() {
    QFETCH(QString, query);
    QFETCH(QList<int>, films);
    const std::vector<int> found = find(query);
    QCOMPARE(QList<int>(found.begin(), found.end()), films);
}

void TestFilmSearchIndex::mostRatedFirst() {
    QCOMPARE(find(u"star"_s), (std::vector<int>{10, 11, 12}));
    // The exact title, whose article nobody types, before the more popular sequel.
    QCOMPARE(find(u"matri"_s), (std::vector<int>{1, 0}));
    QCOMPARE(find(u"matrix"_s), (std::vector<int>{0, 1}));
}

void TestFilmSearchIndex::limitKeepsExactTitles() {
    QCOMPARE(find(u"matrix"_s, 1), (std::vector<int>{0}));
    QCOMPARE(find(u"star"_s, 2), (std::vector<int>{10, 11}));
    QVERIFY(find(u"star"_s, 0).empty());
}

void TestFilmSearchIndex::nothingForNothing() {
    QVERIFY(find(QString()).empty());
    QVERIFY(find(u"  ...  "_s).empty());
}

QTEST_APPLESS_MAIN(TestFilmSearchIndex)
#include "tst_filmsearchindex.moc"
