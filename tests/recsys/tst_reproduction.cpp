#include "core/recsys/io/loader.h"
#include "core/recsys/parallel.h"
#include "core/recsys/reproduction.h"
#include "core/recsys/reproduction/listmetrics.h"
#include "core/recsys/reproduction/numpyrandom.h"
#include "core/recsys/reproduction/publishedsplits.h"
#include "core/recsys/reproduction/sar.h"
#include "tests/recsys/fixtures.h"
#include "tests/testdata.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace recital;
using namespace recital::reproduction;

/// Published figures of other people's software, recomputed: loader, splitters, metrics and models agree with
/// everyone else's (evaluation.md section 3).
class TestReproduction : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void target_data();
    void target();

private:
    std::shared_ptr<const Dataset> m_dataset;
    JobControl m_control{.stop = {}, .progress = {}, .threads = hardwareThreads()};
};

void TestReproduction::initTestCase() {
    RECITAL_REQUIRE_DATA(folder, "ml-100k");
    const auto source = openFolder(folder.toStdString());
    QVERIFY(source);
    auto dataset = loadDataset(**source, m_control);
    QVERIFY2(dataset, dataset ? "" : dataset.error().detail.c_str());
    m_dataset = *dataset;
}

void TestReproduction::target_data() {
    QTest::addColumn<QString>("id");
    for (const ReproductionTarget& target : reproductionTargets())
        QTest::newRow(target.id.data()) << QString::fromLatin1(target.id.data());
}

void TestReproduction::target() {
    QFETCH(QString, id);
    const auto result = reproduce(*m_dataset, id.toStdString(), m_control);
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
    for (const ReproducedValue& value : result->values)
        if (value.headline || !value.agrees())
            qInfo("%s %-24s published %.*f  ours %.7f  tolerance %.1e%s", qPrintable(id), value.metric.c_str(),
                  value.publishedDigits, value.published, value.ours, value.tolerance,
                  value.agrees() ? "" : "  DIFFERS");
    qInfo("%s: %.2f s. %s", qPrintable(id), result->seconds, result->explanation.c_str());
    QVERIFY(result->agrees());
}

QTEST_GUILESS_MAIN(TestReproduction)
#include "tst_reproduction.moc"
