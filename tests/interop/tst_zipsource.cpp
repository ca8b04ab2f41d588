#include "core/interop/zipsource.h"
#include "core/recsys/io/loader.h"
#include "tests/testdata.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <string>

#include <zip.h>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

using Entries = std::map<std::string, QByteArray>;

const QByteArray ratings =
    "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,2,3.5,964981247\n2,1,5.0,964982224\n";
const QByteArray movies =
    "movieId,title,genres\n1,Toy Story (1995),Comedy\n2,\"Matrix, The (1999)\",Action\n";

void writeZip(const QString& path, const Entries& entries, bool encrypt = false) {
    int code = 0;
    zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    QVERIFY(archive != nullptr);
    for (const auto& [name, bytes] : entries) {
        zip_source_t* source =
            zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        QVERIFY(index >= 0);
        if (encrypt)
            QCOMPARE(
                zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "secret"),
                0);
    }
    QCOMPARE(zip_close(archive), 0);
}

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeAll(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Result<std::shared_ptr<const Dataset>> load(const QString& path) {
    const auto source = openSource(path);
    if (!source)
        return source.error();
    return loadDataset(**source, {});
}

/// A folder of real data as the zip that GroupLens serves: one folder inside.
void compareFolderAndZip(const QString& folder, const QString& zip) {
    const std::string name = QDir(folder).dirName().toStdString();
    Entries entries;
    for (const QString& file : QDir(folder).entryList(QDir::Files))
        entries[name + '/' + file.toStdString()] = readAll(folder + u'/' + file);
    entries["__MACOSX/" + name + "/._u.data"] = "x";
    writeZip(zip, entries);
    const auto fromFolder = load(folder);
    const auto fromZip = load(zip);
    QVERIFY2(fromZip.ok(), fromZip ? "" : fromZip.error().detail.c_str());
    QVERIFY(fromFolder.ok());
    QCOMPARE((*fromZip)->info().fingerprint, (*fromFolder)->info().fingerprint);
    QCOMPARE((*fromZip)->info().name, name);
    QCOMPARE((*fromZip)->ratingCount(), (*fromFolder)->ratingCount());
    QCOMPARE((*fromZip)->itemCount(), (*fromFolder)->itemCount());
    QCOMPARE((*fromZip)->folds().size(), (*fromFolder)->folds().size());
    for (ItemIndex item = 0; item < (*fromZip)->itemCount(); ++item)
        QCOMPARE((*fromZip)->item(item).title, (*fromFolder)->item(item).title);
}

} // namespace

class TestZipSource : public QObject {
    Q_OBJECT
private slots:
    void real100K() {
        RECITAL_REQUIRE_DATA(folder, "ml-100k");
        compareFolderAndZip(folder, m_folder.filePath(u"ml-100k.zip"_s));
    }

    void realLatestSmall() {
        RECITAL_REQUIRE_DATA(folder, "ml-latest-small");
        compareFolderAndZip(folder, m_folder.filePath(u"ml-latest-small.zip"_s));
    }

    void shapes_data() {
        QTest::addColumn<QString>("prefix");
        QTest::newRow("no folder") << QString();
        QTest::newRow("one folder") << u"ml-latest/"_s;
        QTest::newRow("folder in a folder") << u"download/ml-latest/"_s;
        QTest::newRow("backslashes") << u"ml-latest\\"_s;
    }
    void shapes() {
        QFETCH(QString, prefix);
        const QString path = m_folder.filePath(u"shape.zip"_s);
        const std::string p = prefix.toStdString();
        writeZip(
            path,
            {{p + "ratings.csv", ratings}, {p + "movies.csv", movies}, {"__MACOSX/x/._ratings.csv", "x"}});
        const auto data = load(path);
        QVERIFY2(data.ok(), data ? "" : data.error().detail.c_str());
        QCOMPARE((*data)->ratingCount(), 3U);
        QCOMPARE((*data)->item(1).title, std::string("The Matrix"));
    }

    void recognisedByContent() {
        const QString path = m_folder.filePath(u"downloaded.bin"_s);
        writeZip(path, {{"ratings.csv", ratings}});
        QVERIFY(load(path).ok());
    }

    void cutAnywhere() {
        const QString whole = m_folder.filePath(u"whole.zip"_s);
        const QString cut = m_folder.filePath(u"cut.zip"_s);
        writeZip(whole, {{"ratings.csv", ratings}, {"movies.csv", movies}});
        const QByteArray bytes = readAll(whole);
        for (qsizetype size = 0; size < bytes.size(); size += 7) {
            writeAll(cut, bytes.first(size));
            const auto data = load(cut);
            QVERIFY(!data.ok());
            QVERIFY(data.error().code == ErrorCode::BadFormat);
            QVERIFY(data.error().detail.find("cut.zip: is no complete zip archive") != std::string::npos);
        }
    }

    void damagedContent() {
        // Any byte of the packed data or the tables changed: an error or, where it does not matter, the same
        // data.
        const QString whole = m_folder.filePath(u"good.zip"_s);
        const QString bad = m_folder.filePath(u"bad.zip"_s);
        writeZip(whole, {{"ratings.csv", ratings}, {"movies.csv", movies}});
        const auto good = load(whole);
        QVERIFY(good.ok());
        const QByteArray bytes = readAll(whole);
        int refused = 0;
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ 0x11);
            writeAll(bad, damaged);
            const auto data = load(bad);
            if (!data)
                ++refused;
            else if ((*data)->info().notes.empty()) // a damaged name of movies.csv is a missing movies.csv
                QCOMPARE((*data)->info().fingerprint, (*good)->info().fingerprint);
        }
        QVERIFY(refused > bytes.size() / 4);
    }

    void encrypted() {
        const QString path = m_folder.filePath(u"secret.zip"_s);
        writeZip(path, {{"ratings.csv", ratings}}, true);
        const auto data = load(path);
        QVERIFY(!data.ok());
        QVERIFY(data.error().code == ErrorCode::BadFormat);
        QVERIFY(
            data.error().detail.ends_with("ratings.csv: is encrypted; unpack it with its password first"));
    }

    void withoutRatings() {
        const QString path = m_folder.filePath(u"photos.zip"_s);
        writeZip(path, {{"album/a.jpg", "x"}, {"album/b.jpg", "y"}});
        const auto data = load(path);
        QVERIFY(!data.ok());
        QVERIFY(data.error().code == ErrorCode::UnknownLayout);
        QVERIFY(data.error().detail.find("found a.jpg, b.jpg; needed is u.data") != std::string::npos);
    }

    void severalFolders() {
        const QString path = m_folder.filePath(u"all.zip"_s);
        writeZip(path, {{"ml-1m/ratings.dat", "x"}, {"ml-100k/u.data", "y"}});
        const auto data = load(path);
        QVERIFY(!data.ok());
        QVERIFY(data.error().detail.find("the folders ml-100k, ml-1m") != std::string::npos);
    }

    void missing() {
        const auto data = load(m_folder.filePath(u"nowhere.zip"_s));
        QVERIFY(!data.ok());
        QVERIFY(data.error().code == ErrorCode::FileNotFound);
    }

    void cancelWhileUnpacking() {
        const QString path = m_folder.filePath(u"stop.zip"_s);
        writeZip(path, {{"ratings.csv", ratings}});
        const auto source = openZip(path);
        QVERIFY(source.ok());
        std::stop_source stop;
        stop.request_stop();
        const auto content = (*source)->open("ratings.csv", stop.get_token());
        QVERIFY(!content.ok());
        QVERIFY(content.error().code == ErrorCode::Cancelled);
        QCOMPARE(QByteArray::fromStdString((*source)->head("ratings.csv", 6).value()), ratings.first(6));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestZipSource)
#include "tst_zipsource.moc"
