#include "core/store/modelfile.h"

#include "core/recsys/hash64.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <limits>
#include <random>
#include <sys/resource.h>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

/// Writes `room` bytes and then fails, as a full disk does.
class FailingDevice : public QIODevice {
public:
    explicit FailingDevice(qint64 room)
        : m_room(room) {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 length) override {
        const qint64 written = std::min(m_room, length);
        m_room -= written;
        if (written < length)
            setErrorString(u"No space left on device"_s);
        return written > 0 || length == 0 ? written : -1;
    }

private:
    qint64 m_room;
};

/// A device that does not tell its size, as a pipe.
class Pipe : public QBuffer {
public:
    bool isSequential() const override { return true; }
};

SavedModel sample(int users = 7, int items = 11, int factors = 3, bool valued = false) {
    std::mt19937 random(5);
    const auto draw = [&random](float) { return static_cast<float>(random() >> 8) * 0x1p-24F - 0.5F; };
    SavedModel saved;
    saved.datasetName = "ml-tiny";
    saved.datasetFingerprint = "0123456789abcdef";
    LatentFactors latent{FactorMatrix(users, factors), FactorMatrix(items, factors)};
    latent.users = latent.users.unaryExpr(draw);
    latent.items = latent.items.unaryExpr(draw);
    latent.items(0, 0) = std::numeric_limits<float>::denorm_min();
    latent.items(1, 0) = -0.0F;
    AlsParameters parameters;
    parameters.form = AlsForm::Implicit;
    parameters.solver = AlsSolver::ConjugateGradient;
    parameters.factors = factors;
    parameters.iterations = 9;
    parameters.regularization = 0.1 + 1e-17;
    parameters.alpha = 11.5;
    parameters.seed = 0xFEDC'BA98'7654'3210;
    saved.model = std::make_shared<const AlsModel>(parameters, std::move(latent), 1.0 / 3.0);
    for (int i = 0; i < items; ++i)
        saved.items.push_back({10 * i - 5, i == 2 ? "" : "Amélie 映画 " + std::to_string(i),
                               static_cast<std::int16_t>(1900 + i), 1U << (i % 32)});
    std::vector<Triple> triples;
    saved.seen.offsets = {0};
    for (int u = 0; u < users; ++u) {
        saved.userIds.push_back(1'000'000'000'000 + u);
        for (int i = u % 2; i < items; i += 2 + u % 3) { // the last user keeps an empty history
            if (u == users - 1)
                continue;
            saved.seen.columns.push_back(i);
            if (i % 3 != 0)
                triples.push_back({u, i, valued ? 0.5F * static_cast<float>(i) : 1.0F});
        }
        saved.seen.offsets.push_back(static_cast<std::int64_t>(saved.seen.columns.size()));
    }
    saved.train = RatingMatrix::fromTriples(users, items, triples);
    return saved;
}

QByteArray bytesOf(const SavedModel& model) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!writeModel(model, buffer))
        qFatal("writing to memory cannot fail");
    return bytes;
}

Result<SavedModel> read(QByteArray bytes) {
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readModel(buffer, u"model.recital"_s);
}

bool sameBytes(const FactorMatrix& a, const FactorMatrix& b) {
    return a.rows() == b.rows() && a.cols() == b.cols() &&
           std::equal(a.data(), a.data() + a.size(), b.data(), [](float x, float y) {
               return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
           });
}

void compareRows(const SparseRows& a, const SparseRows& b) {
    QCOMPARE(a.offsets, b.offsets);
    QCOMPARE(a.columns, b.columns);
    QCOMPARE(a.values, b.values);
}

void compareModels(const SavedModel& a, const SavedModel& b) {
    QCOMPARE(a.datasetName, b.datasetName);
    QCOMPARE(a.datasetFingerprint, b.datasetFingerprint);
    QVERIFY(a.model->parameters() == b.model->parameters());
    QCOMPARE(a.model->info().trainSeconds, b.model->info().trainSeconds);
    QVERIFY(sameBytes(a.model->latentFactors()->users, b.model->latentFactors()->users));
    QVERIFY(sameBytes(a.model->latentFactors()->items, b.model->latentFactors()->items));
    QCOMPARE(a.userIds, b.userIds);
    QCOMPARE(a.items.size(), b.items.size());
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        QCOMPARE(a.items[i].id, b.items[i].id);
        QCOMPARE(a.items[i].title, b.items[i].title);
        QCOMPARE(a.items[i].year, b.items[i].year);
        QCOMPARE(a.items[i].genres, b.items[i].genres);
    }
    compareRows(a.train.byUser(), b.train.byUser());
    compareRows(a.train.byItem(), b.train.byItem());
    compareRows(a.seen, b.seen);
}

QString reason(const Result<SavedModel>& result) {
    return result.ok() ? u"accepted"_s : QString::fromStdString(result.error().detail);
}

quint64 checksum(const QByteArray& bytes) {
    Hash64 hash;
    hash.add(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    return hash.value();
}

/// With a checksum that fits again, so that the structure itself has to be refused.
QByteArray resealed(QByteArray bytes) {
    bytes.chop(8);
    const quint64 little = qToLittleEndian(checksum(bytes));
    return bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

} // namespace

class TestModelFile : public QObject {
    Q_OBJECT
private slots:
    void roundTripIsExact_data();
    void roundTripIsExact();
    void layoutIsTheDocumentedOne();
    void refusesAPipe();
    void recommendsTheSame();
    void refusesEveryTruncation();
    void refusesEveryFlippedByte();
    void refusesResealedDamage();
    void refusesBytesBehindTheEnd();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void namesNewerVersions();
    void hugeSizesTakeNoMemory();
    void failsOnAFailingDevice();
    void keepsTheOldFileWhenWritingFails();
    void stopsWhenAsked();
    void missingFile();
};

void TestModelFile::roundTripIsExact_data() {
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("items");
    QTest::addColumn<bool>("valued");
    QTest::newRow("binary") << 7 << 11 << false;
    QTest::newRow("valued") << 7 << 11 << true;
    QTest::newRow("no users") << 0 << 3 << false;
    QTest::newRow("larger than a block") << 90 << 70'000 << false;
}

void TestModelFile::roundTripIsExact() {
    QFETCH(int, users);
    QFETCH(int, items);
    QFETCH(bool, valued);
    const SavedModel model = sample(users, items, 16, valued);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"model.recital"_s);
    QVERIFY(saveModel(model, path).ok());
    const Result<SavedModel> loaded = loadModel(path);
    QVERIFY2(loaded.ok(), qPrintable(reason(loaded)));
    compareModels(*loaded, model);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytesOf(*loaded)); // and the same bytes again
}

void TestModelFile::layoutIsTheDocumentedOne() {
    const QByteArray bytes = bytesOf(sample());
    QCOMPARE(bytes.left(8), QByteArray("RECITAL\0", 8));
    QCOMPARE(qFromLittleEndian<quint32>(bytes.constData() + 8), 1U);
    QCOMPARE(qFromLittleEndian<quint64>(bytes.constData() + 16), static_cast<quint64>(bytes.size() - 24 - 8));
    QCOMPARE(qFromLittleEndian<quint64>(bytes.constData() + bytes.size() - 8), checksum(bytes.chopped(8)));
    QCOMPARE(qFromLittleEndian<quint32>(bytes.constData() + 24), 7U);
    QCOMPARE(bytes.mid(28, 7), QByteArray("ml-tiny"));
    const char* sizes = bytes.constData() + 28 + 7 + 4 + 16;
    QCOMPARE(qFromLittleEndian<quint32>(sizes), 7U);
    QCOMPARE(qFromLittleEndian<quint32>(sizes + 4), 11U);
    QCOMPARE(qFromLittleEndian<quint32>(sizes + 8), 3U);
}

void TestModelFile::refusesAPipe() {
    Pipe pipe;
    pipe.open(QIODevice::ReadOnly);
    QCOMPARE(readModel(pipe, u"pipe"_s).error().code, ErrorCode::BadFormat);
}

void TestModelFile::recommendsTheSame() {
    const SavedModel model = sample();
    const Result<SavedModel> loaded = read(bytesOf(model));
    std::vector<float> before(11);
    std::vector<float> after(11);
    const std::vector<Interaction> history{{2, 1.0F}, {7, 1.0F}};
    model.model->score(history, before);
    loaded->model->score(history, after);
    QCOMPARE(after, before);
}

void TestModelFile::refusesEveryTruncation() {
    const QByteArray bytes = bytesOf(sample());
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const Result<SavedModel> result = read(bytes.left(length));
        QVERIFY2(!result.ok(), qPrintable(u"accepted %1 bytes"_s.arg(length)));
        QCOMPARE(result.error().code, ErrorCode::BadFormat);
        QVERIFY(reason(result).startsWith(u"model.recital: "_s));
    }
}

void TestModelFile::refusesEveryFlippedByte() {
    const QByteArray bytes = bytesOf(sample());
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (const char mask : {'\x01', '\x80', '\xff'}) {
            QByteArray damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ mask);
            const Result<SavedModel> result = read(damaged);
            QVERIFY2(!result.ok(), qPrintable(u"accepted damage at %1"_s.arg(at)));
            QCOMPARE(result.error().code, ErrorCode::BadFormat);
        }
    }
}

/// Whoever forges the checksum too may get a different model, but never a crash, endless memory, or a model
/// whose parts do not fit together.
void TestModelFile::refusesResealedDamage() {
    const QByteArray bytes = bytesOf(sample());
    int refused = 0;
    for (qsizetype at = 0; at < bytes.size() - 8; ++at) {
        for (const char mask : {'\x01', '\x80', '\xff'}) {
            QByteArray damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ mask);
            const Result<SavedModel> result = read(resealed(damaged));
            if (!result.ok()) {
                ++refused;
                continue;
            }
            const LatentFactors& latent = *result->model->latentFactors();
            QCOMPARE(static_cast<std::size_t>(latent.items.rows()), result->items.size());
            QCOMPARE(static_cast<std::size_t>(latent.users.rows()), result->userIds.size());
            QVERIFY(latent.items.allFinite() && latent.users.allFinite());
            QCOMPARE(result->train.userCount(), static_cast<int>(result->userIds.size()));
            QCOMPARE(result->train.itemCount(), static_cast<int>(result->items.size()));
            for (const std::int32_t item : result->seen.columns)
                QVERIFY(item >= 0 && item < static_cast<int>(result->items.size()));
        }
    }
    QVERIFY2(refused > 300, qPrintable(QString::number(refused)));
}

void TestModelFile::refusesBytesBehindTheEnd() {
    QCOMPARE(read(bytesOf(sample()) + 'x').error().code, ErrorCode::BadFormat);
}

void TestModelFile::refusesOtherFiles_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("userId,movieId,rating,timestamp\n1,1,4.0,964982703\n");
    QTest::newRow("zip") << QByteArray("PK\3\4") + QByteArray(200, 'x');
    QTest::newRow("zeros") << QByteArray(4096, '\0');
}

void TestModelFile::refusesOtherFiles() {
    QFETCH(QByteArray, content);
    const Result<SavedModel> result = read(content);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::BadFormat);
}

void TestModelFile::namesNewerVersions() {
    QByteArray bytes = bytesOf(sample());
    bytes[8] = 2;
    QVERIFY(reason(read(resealed(bytes))).contains(u"newer version (format 2, known 1)"_s));
}

/// Sizes of 2^31 and 2^63 in every 4 and 8 byte field, with a checksum that fits.
void TestModelFile::hugeSizesTakeNoMemory() {
    const QByteArray bytes = bytesOf(sample());
    for (qsizetype at = 16; at + 8 <= bytes.size() - 8; ++at) {
        for (const quint64 huge :
             {quint64{0x7FFF'FFFE}, quint64{0xFFFF'FFFF}, quint64{1} << 62, ~quint64{0}}) {
            QByteArray damaged = bytes;
            qToLittleEndian<quint64>(huge, damaged.data() + at);
            const Result<SavedModel> result = read(resealed(damaged));
            if (!result.ok())
                QCOMPARE(result.error().code, ErrorCode::BadFormat);
        }
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    QCOMPARE_LT(usage.ru_maxrss, 1L << 20); // kilobytes: one GiB
}

void TestModelFile::failsOnAFailingDevice() {
    const SavedModel model = sample();
    const qint64 size = bytesOf(model).size();
    for (qint64 room = 0; room < size; room += 13) {
        FailingDevice device(room);
        const Status status = writeModel(model, device);
        QVERIFY2(!status.ok(), qPrintable(QString::number(room)));
        QCOMPARE(status.error().code, ErrorCode::FileWrite);
        QCOMPARE(status.error().detail, std::string("No space left on device"));
    }
    FailingDevice enough(size);
    QVERIFY(writeModel(model, enough).ok());
}

void TestModelFile::keepsTheOldFileWhenWritingFails() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"model.recital"_s);
    QVERIFY(saveModel(sample(), path).ok());
    // A file size limit stands in for the full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    rlimit small = old;
    small.rlim_cur = 100'000;
    setrlimit(RLIMIT_FSIZE, &small);
    const Status status = saveModel(sample(9, 70'000, 16), path);
    setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, ErrorCode::FileWrite);
    QVERIFY(QString::fromStdString(status.error().detail).startsWith(path));
    const Result<SavedModel> kept = loadModel(path);
    QVERIFY(kept.ok());
    compareModels(*kept, sample());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // nothing left over

    QCOMPARE(saveModel(sample(), folder.filePath(u"missing/model.recital"_s)).error().code,
             ErrorCode::FileWrite);
}

void TestModelFile::stopsWhenAsked() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"model.recital"_s);
    std::stop_source stop;
    stop.request_stop();
    JobControl control;
    control.stop = stop.get_token();
    QCOMPARE(saveModel(sample(), path, control).error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(path));
    QVERIFY(saveModel(sample(), path).ok());
    QCOMPARE(loadModel(path, control).error().code, ErrorCode::Cancelled);
}

void TestModelFile::missingFile() {
    const Result<SavedModel> result = loadModel(u"/nowhere/model.recital"_s);
    QCOMPARE(result.error().code, ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(TestModelFile)
#include "tst_modelfile.moc"
