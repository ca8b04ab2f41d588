#include "core/recsys/io/loader.h"
#include "core/recsys/live/heldout.h"
#include "core/recsys/live/liveranking.h"
#include "tests/recsys/livedata.h"
#include "tests/testdata.h"

#include <QTest>

#include <map>

using namespace recital;

namespace {

/// Folds whose rows stand in the order of a file of their own, as u1.base and u1.test do beside u.data.
std::vector<OfficialFold> foldsInOtherOrder(std::uint32_t rows) {
    std::vector<OfficialFold> folds;
    for (std::uint32_t fold = 0; fold < 5; ++fold) {
        folds.push_back({"u" + std::to_string(fold + 1), {}, {}});
        for (std::uint32_t row = rows; row-- > 0;)
            (row % 5 == fold ? folds.back().testRows : folds.back().trainRows).push_back(row);
    }
    return folds;
}

std::shared_ptr<const Dataset> withFolds() {
    const auto plain = test::movingTastes();
    std::vector<test::Rating> ratings;
    for (std::size_t row = 0; row < plain->ratingCount(); ++row)
        ratings.push_back({plain->userId(plain->users()[row]), plain->item(plain->items()[row]).id,
                           plain->values()[row], plain->times()[row]});
    return test::datasetOf(ratings, foldsInOtherOrder(static_cast<std::uint32_t>(ratings.size())));
}

std::vector<ItemIndex> ascending(const std::vector<Interaction>& history) {
    std::vector<ItemIndex> items;
    for (const Interaction& interaction : history)
        items.push_back(interaction.item);
    std::ranges::sort(items);
    return items;
}

bool oldestFirst(const Dataset& dataset, UserIndex user, const std::vector<Interaction>& history) {
    std::map<ItemIndex, Timestamp> times;
    for (const std::uint32_t row : dataset.rowsOfUser(user))
        times[dataset.items()[row]] = dataset.times()[row];
    return std::ranges::is_sorted(history, {}, [&](const Interaction& i) { return times.at(i.item); });
}

/// The histories by time hold exactly what the matrices of the split hold, for every user.
void compareWithMatrices(const Dataset& dataset, const Split& split) {
    std::size_t known = 0;
    std::size_t held = 0;
    for (UserIndex user = 0; user < dataset.userCount(); ++user) {
        const auto history = knownHistory(dataset, &split, user);
        const auto train = split.train.byUser().row(user);
        std::vector<ItemIndex> expected(train.begin(), train.end());
        if (user < split.query.rowCount())
            std::ranges::copy(split.query.row(user), std::back_inserter(expected));
        std::ranges::sort(expected);
        QCOMPARE(ascending(history), expected);
        QVERIFY(oldestFirst(dataset, user, history));
        const auto likes = heldOutLikes(dataset, split, user);
        const auto relevant = split.relevant.row(user);
        QCOMPARE(ascending(likes), std::vector<ItemIndex>(relevant.begin(), relevant.end()));
        QVERIFY(oldestFirst(dataset, user, likes));
        known += history.size();
        held += likes.size();
    }
    QVERIFY(known > 0 && held > 0);
}

} // namespace

class TestHeldOut : public QObject {
    Q_OBJECT

private slots:
    void everyProtocol_data();
    void everyProtocol();
    void candidates();
    void movieLens100K();
};

void TestHeldOut::everyProtocol_data() {
    QTest::addColumn<int>("protocol");
    for (const Protocol protocol :
         {Protocol::OfficialFolds, Protocol::UserTemporal, Protocol::UserRandom, Protocol::GlobalTemporal,
          Protocol::LeaveLastOut, Protocol::HeldOutUsers, Protocol::RandomFolds})
        QTest::addRow("%d", static_cast<int>(protocol)) << static_cast<int>(protocol);
}

void TestHeldOut::everyProtocol() {
    QFETCH(int, protocol);
    const auto dataset = withFolds();
    SplitOptions options;
    options.protocol = static_cast<Protocol>(protocol);
    const auto splits = makeSplits(*dataset, options);
    QVERIFY2(splits.ok(), splits.ok() ? "" : splits.error().detail.c_str());
    for (const Split& split : *splits)
        compareWithMatrices(*dataset, split);
}

void TestHeldOut::candidates() {
    const auto dataset = withFolds();
    SplitOptions options = test::newestFifth();
    options.minimumItemRatings = 20;
    const Split split = makeSplits(*dataset, options).value().front();
    QVERIFY(!split.removedItems.empty());
    for (UserIndex user = 0; user < dataset->userCount(); ++user) {
        const auto excluded = notCandidates(split, user);
        QVERIFY(std::ranges::is_sorted(excluded));
        for (ItemIndex item = 0; item < dataset->itemCount(); ++item) {
            const bool seen = std::ranges::binary_search(split.seen.row(user), item);
            const bool removed = std::ranges::binary_search(split.removedItems, item);
            QCOMPARE(std::ranges::binary_search(excluded, item), seen || removed);
        }
    }
}

void TestHeldOut::movieLens100K() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    const auto source = openFolder(folder.toStdString());
    const auto dataset = loadDataset(**source, {});
    SplitOptions options;
    options.protocol = Protocol::OfficialFolds;
    const auto splits = makeSplits(**dataset, options);
    QVERIFY(splits.ok());
    QCOMPARE(splits->size(), 5U);
    for (const Split& split : *splits)
        compareWithMatrices(**dataset, split);
}

QTEST_GUILESS_MAIN(TestHeldOut)
#include "tst_heldout.moc"
