#include "tests/ui/datasets.h"
#include "ui/widgets/filmtablemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

class TestFilmTableModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void showsCounts();
    void isEmptyWithoutDataset();
    void filtersByAllWords_data();
    void filtersByAllWords();
    void sortsEveryColumn_data();
    void sortsEveryColumn();
    void keepsPersistentIndexesWhenSorting();
    void foldsCaseAndAccents();
    void isFastForManyFilms();

private:
    QStringList titles() const;
    std::unique_ptr<FilmTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestFilmTableModel::init() {
    m_tester.reset();
    m_model = std::make_unique<FilmTableModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelSnapshot snapshot = test::snapshotOf(test::partsOf(test::littleFilms()));
    m_model->setDataset(snapshot.dataset, snapshot.statistics);
}

QStringList TestFilmTableModel::titles() const {
    QStringList result;
    for (int row = 0; row < m_model->rowCount(); ++row)
        result += m_model->index(row, FilmTableModel::Title).data().toString();
    return result;
}

void TestFilmTableModel::showsCounts() {
    const auto row = [this](int number) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells += m_model->index(number, column).data().toString();
        return cells;
    };
    QCOMPARE(row(0), QStringList({u"The Matrix"_s, u"1999"_s, u"Thriller"_s, u"3"_s, u"4.50"_s, u"3"_s}));
    QCOMPARE(row(1),
             QStringList({u"Am\u00e9lie"_s, u"2001"_s, u"Comedy, Drama"_s, u"2"_s, u"3.50"_s, u"1"_s}));
    // A film that nobody rated has no mean, and a film without a year no year.
    QCOMPARE(row(3), QStringList({u"Unseen"_s, u""_s, u""_s, u"0"_s, u"\u2013"_s, u"0"_s}));
    QCOMPARE(m_model->headerData(FilmTableModel::Mean, Qt::Horizontal).toString(), u"Mean"_s);
    QCOMPARE(m_model->index(1, 0).data(FilmTableModel::ItemRole).toInt(), 1);
}

void TestFilmTableModel::isEmptyWithoutDataset() {
    m_model->setDataset(nullptr, nullptr);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->filmCount(), 0);
    m_model->setFilter(u"x"_s);
    m_model->sort(FilmTableModel::Title);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestFilmTableModel::filtersByAllWords_data() {
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("expected");
    const QStringList all = {u"The Matrix"_s, u"Am\u00e9lie"_s, u"Casino"_s, u"Unseen"_s};
    QTest::newRow("nothing") << QString() << all;
    QTest::newRow("spaces") << u"   "_s << all;
    QTest::newRow("case") << u"MATRIX"_s << QStringList{u"The Matrix"_s};
    QTest::newRow("without the accent") << u"amelie"_s << QStringList{u"Am\u00e9lie"_s};
    QTest::newRow("with the accent") << u"am\u00c9l"_s << QStringList{u"Am\u00e9lie"_s};
    QTest::newRow("year") << u"1995"_s << QStringList{u"Casino"_s};
    QTest::newRow("genre") << u"drama"_s << QStringList({u"Am\u00e9lie"_s, u"Casino"_s});
    QTest::newRow("genre and year") << u"drama 2001"_s << QStringList{u"Am\u00e9lie"_s};
    QTest::newRow("contradiction") << u"matrix casino"_s << QStringList();
}

void TestFilmTableModel::filtersByAllWords() {
    QFETCH(QString, filter);
    QFETCH(QStringList, expected);
    m_model->setFilter(filter);
    QCOMPARE(titles(), expected);
    QCOMPARE(m_model->filmCount(), 4);
    QCOMPARE(m_model->rowOf(0), expected.indexOf(u"The Matrix"_s));
}

void TestFilmTableModel::sortsEveryColumn_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QStringList>("ascending");
    const QString m = u"The Matrix"_s, a = u"Am\u00e9lie"_s, c = u"Casino"_s, u = u"Unseen"_s;
    QTest::newRow("title") << int(FilmTableModel::Title) << QStringList({a, c, m, u});
    QTest::newRow("year") << int(FilmTableModel::Year) << QStringList({u, c, m, a});
    QTest::newRow("genres") << int(FilmTableModel::Genres) << QStringList({u, a, c, m});
    QTest::newRow("ratings") << int(FilmTableModel::Ratings) << QStringList({u, c, a, m});
    QTest::newRow("mean") << int(FilmTableModel::Mean) << QStringList({u, c, a, m});
    // Casino and Unseen have no positives: the lower item stands first, whatever the direction.
    QTest::newRow("positives") << int(FilmTableModel::Positives) << QStringList({c, u, a, m});
}

void TestFilmTableModel::sortsEveryColumn() {
    QFETCH(int, column);
    QFETCH(QStringList, ascending);
    m_model->sort(column, Qt::AscendingOrder);
    QCOMPARE(titles(), ascending);
    m_model->sort(column, Qt::DescendingOrder);
    if (column == FilmTableModel::Positives)
        QCOMPARE(titles(), QStringList({u"The Matrix"_s, u"Am\u00e9lie"_s, u"Casino"_s, u"Unseen"_s}));
    else
        QCOMPARE(titles(), QStringList(ascending.rbegin(), ascending.rend()));
}

void TestFilmTableModel::keepsPersistentIndexesWhenSorting() {
    const QPersistentModelIndex casino = m_model->index(2, FilmTableModel::Title);
    QCOMPARE(casino.data().toString(), u"Casino"_s);
    m_model->sort(FilmTableModel::Title, Qt::AscendingOrder);
    QCOMPARE(casino.row(), 1);
    QCOMPARE(casino.data().toString(), u"Casino"_s);
}

void TestFilmTableModel::foldsCaseAndAccents() {
    QCOMPARE(foldedText("The MATRIX"), std::string("the matrix"));
    QCOMPARE(foldedText("L\u00e9on: \u00c7a"), std::string("leon: ca"));
    QCOMPARE(foldedText(""), std::string());
}

void TestFilmTableModel::isFastForManyFilms() {
    constexpr int count = 87'585; // MovieLens 32M
    std::vector<test::FilmRow> films;
    for (int i = 0; i < count; ++i) {
        const std::string title =
            "Film number " + std::to_string(i * 7919 % count) + (i % 20 ? "" : " caf\u00e9");
        films.push_back({i + 1, title, static_cast<std::int16_t>(1920 + i % 100),
                         static_cast<std::uint32_t>(i % 8),
                         i % 3 ? std::vector<float>{3.0F} : std::vector<float>{}});
    }
    const ModelSnapshot snapshot = test::snapshotOf(test::partsOf(films));
    m_tester.reset(); // it walks the whole model after every change
    m_model->setDataset(snapshot.dataset, snapshot.statistics);
    const auto milliseconds = [](const auto& work) {
        QElapsedTimer timer;
        timer.start();
        work();
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    };
    // The best of three: the machine may be busy with something else.
    double first = 1e9, next = 1e9, none = 1e9, title = 1e9, ratings = 1e9;
    int found = 0;
    for (int run = 0; run < 3; ++run) {
        m_model->setFilter(QString());
        m_model->setDataset(snapshot.dataset, snapshot.statistics); // forgets the folded titles
        first = std::min(first, milliseconds([&] { m_model->setFilter(u"7"_s); }));
        next = std::min(next, milliseconds([&] { m_model->setFilter(u"77 drama"_s); }));
        found = m_model->rowCount();
        none = std::min(none, milliseconds([&] { m_model->setFilter(u"cafe comedy 1960 zzz"_s); }));
        title = std::min(title, milliseconds([&] { m_model->sort(FilmTableModel::Title); }));
        ratings = std::min(
            ratings, milliseconds([&] { m_model->sort(FilmTableModel::Ratings, Qt::DescendingOrder); }));
    }
    qInfo(
        "%d films: first filter %.1f ms, next %.1f ms, none found %.1f ms; sort by title %.1f ms, by ratings "
        "%.1f ms",
        count, first, next, none, title, ratings);
    QVERIFY(found > 0);
    QCOMPARE(m_model->rowCount(), 0);
#ifndef __SANITIZE_ADDRESS__
    for (const double time : {first, next, none, title, ratings})
        QVERIFY(time < 100.0);
#endif
}

QTEST_GUILESS_MAIN(TestFilmTableModel)
#include "tst_filmtablemodel.moc"
