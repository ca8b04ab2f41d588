#include "ui/models/filmmatchmodel.h"
#include "ui/models/recommendationmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace recital;
using namespace Qt::StringLiterals;

class TestRecommendationModel : public QObject {
    Q_OBJECT
private slots:
    void followsAnyChange();
    void selectionFollowsItsFilm();
    void unchangedListSaysNothing();
    void speaksWholeSentences();
    void matchesAreAModel();

private:
    static std::vector<RecommendationRow> rows(const std::vector<int>& items) {
        std::vector<RecommendationRow> result;
        for (const int item : items) {
            RecommendationRow row;
            row.item = item;
            row.title = u"Film %1"_s.arg(item);
            row.rank = static_cast<int>(result.size()) + 1;
            result.push_back(row);
        }
        return result;
    }
};

void TestRecommendationModel::followsAnyChange() {
    RecommendationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::mt19937 random(11);
    for (int step = 0; step < 300; ++step) {
        std::vector<int> items(16);
        for (int i = 0; i < 16; ++i)
            items[static_cast<std::size_t>(i)] = i;
        std::shuffle(items.begin(), items.end(), random);
        items.resize(random() % 11U);
        model.setRows(rows(items));
        QCOMPARE(model.rowCount(), static_cast<int>(items.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const int item = items[static_cast<std::size_t>(row)];
            QCOMPARE(model.index(row).data(RecommendationModel::ItemRole).toInt(), item);
            QCOMPARE(model.index(row).data().toString(), u"Film %1"_s.arg(item));
            QCOMPARE(model.rowOf(item), row);
        }
        QCOMPARE(model.rowOf(99), -1);
    }
}

void TestRecommendationModel::selectionFollowsItsFilm() {
    RecommendationModel model;
    model.setRows(rows({1, 2, 3, 4}));
    const QPersistentModelIndex second(model.index(1));
    const QPersistentModelIndex third(model.index(2));
    model.setRows(rows({4, 5, 2, 1}));
    QCOMPARE(second.row(), 2);
    QVERIFY(!third.isValid());
}

void TestRecommendationModel::unchangedListSaysNothing() {
    RecommendationModel model;
    model.setRows(rows({1, 2, 3}));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setRows(rows({1, 2, 3}));
    QCOMPARE(changed.count() + moved.count() + inserted.count(), 0);
}

void TestRecommendationModel::speaksWholeSentences() {
    RecommendationModel model;
    std::vector<RecommendationRow> list = rows({7, 8, 9, 10, 11});
    for (RecommendationRow& row : list) {
        row.year = 1999;
        row.score = u"0.512"_s;
        row.hasChange = true;
    }
    list[0].previousRank = 4;
    list[1].previousRank = 1;
    list[2].previousRank = 3;
    list[4].hasChange = false;
    model.setRows(list);
    const auto text = [&](int row) { return model.index(row).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(text(0), u"Rank 1: Film 7 (1999), score 0.512, up 3 rank(s)"_s);
    QCOMPARE(text(1), u"Rank 2: Film 8 (1999), score 0.512, down 1 rank(s)"_s);
    QCOMPARE(text(2), u"Rank 3: Film 9 (1999), score 0.512, unchanged"_s);
    QCOMPARE(text(3), u"Rank 4: Film 10 (1999), score 0.512, new in the list"_s);
    QCOMPARE(text(4), u"Rank 5: Film 11 (1999), score 0.512"_s);

    list[0].badge = u"A+B"_s;
    list[0].badgeMeaning = u"on both lists"_s;
    model.setRows(list);
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u", on both lists"_s));
    QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().endsWith(u"\non both lists"_s));
}

void TestRecommendationModel::matchesAreAModel() {
    FilmMatchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    FilmMatch match;
    match.item = 3;
    match.title = u"Heat (1995)"_s;
    match.ratings = 12;
    match.liked = true;
    model.setMatches({match, {}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             u"Heat (1995), 12 rating(s), liked already"_s);
    QVERIFY(!model.data(QModelIndex(), Qt::DisplayRole).isValid());
    model.setMatches({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_APPLESS_MAIN(TestRecommendationModel)
#include "tst_recommendationmodel.moc"
