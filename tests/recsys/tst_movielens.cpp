#include "core/recsys/io/loader.h"
#include "tests/testdata.h"

#include <QTest>

using namespace recital;

namespace {

std::shared_ptr<const Dataset> load(const QString& folder) {
    auto source = openFolder(folder.toStdString());
    if (!source)
        qFatal("%s", source.error().detail.c_str());
    auto dataset = loadDataset(**source, {});
    if (!dataset)
        qFatal("%s", dataset.error().detail.c_str());
    return *dataset;
}

std::string titleOf(const Dataset& dataset, ItemId id) {
    return dataset.item(dataset.findItem(id).value()).title;
}

} // namespace

/// The published counts of the real sets, and details of their files.
class TestMovieLens : public QObject {
    Q_OBJECT
private slots:
    void countsOf100K() {
        RECITAL_REQUIRE_DATA(folder, "ml-100k");
        const auto data = load(folder);
        QCOMPARE(data->userCount(), 943);
        QCOMPARE(data->itemCount(), 1682);
        QCOMPARE(data->ratingCount(), 100000U);
        QCOMPARE(data->info().name, std::string("ml-100k"));
        QVERIFY(data->info().layout == DatasetLayout::MovieLens100K);
        QVERIFY(data->info().notes.empty());
        QVERIFY(data->info().hasTimestamps);
        QCOMPARE(data->info().minRating, 1.0F);
        QCOMPARE(data->genreNames().size(), 18U);
        QCOMPARE(data->genreNames().front(), std::string("Action"));
        QCOMPARE(data->folds().size(), 7U);
        for (const OfficialFold& fold : data->folds()) {
            const bool fiveFold = fold.name != "ua" && fold.name != "ub";
            QCOMPARE(fold.trainRows.size(), fiveFold ? 80000U : 90570U);
            QCOMPARE(fold.testRows.size(), fiveFold ? 20000U : 9430U);
        }
    }

    void detailsOf100K() {
        RECITAL_REQUIRE_DATA(folder, "ml-100k");
        const auto data = load(folder);
        // First line of u.data: user 196, item 242, rating 3, time 881250949.
        QCOMPARE(data->userId(data->users()[0]), 196);
        QCOMPARE(data->item(data->items()[0]).id, 242);
        QCOMPARE(data->values()[0], 3.0F);
        QCOMPARE(data->times()[0], 881250949U);
        QCOMPARE(titleOf(*data, 1), std::string("Toy Story"));
        QCOMPARE(titleOf(*data, 267), std::string("unknown"));
        QCOMPARE(data->item(*data->findItem(267)).year, std::int16_t{0});
        QCOMPARE(data->item(*data->findItem(267)).genres, 0U);
        QCOMPARE(data->profile(*data->findUser(1))->age, std::int16_t{24});
        QCOMPARE(data->profile(*data->findUser(1))->gender, 'M');
        QCOMPARE(data->profile(*data->findUser(1))->occupation, std::string("technician"));
    }

    void countsOfLatestSmall() {
        RECITAL_REQUIRE_DATA(folder, "ml-latest-small");
        const auto data = load(folder);
        QCOMPARE(data->userCount(), 610);
        QCOMPARE(data->itemCount(), 9742);
        QCOMPARE(data->ratingCount(), 100836U);
        std::vector<bool> rated(static_cast<std::size_t>(data->itemCount()));
        for (const ItemIndex item : data->items())
            rated[static_cast<std::size_t>(item)] = true;
        QCOMPARE(std::count(rated.begin(), rated.end(), true), 9724);
        QVERIFY(data->info().layout == DatasetLayout::MovieLensCsv);
        QCOMPARE(data->info().minRating, 0.5F);
        QVERIFY(data->info().notes.empty());
        QCOMPARE(data->genreNames().size(), 19U); // with IMAX, without "(no genres listed)"
        QCOMPARE(titleOf(*data, 2571), std::string("The Matrix"));
        QCOMPARE(titleOf(*data, 29), std::string("The City of Lost Children (La Cité des enfants perdus)"));
    }
};

QTEST_GUILESS_MAIN(TestMovieLens)
#include "tst_movielens.moc"
