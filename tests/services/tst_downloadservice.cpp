#include "core/services/downloadservice.h"
#include "tests/services/fulldisk.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace recital;

namespace {

/// GroupLens on loopback: one zip and its checksum, with the troubles a test asks for.
class LoopbackServer : public QTcpServer {
public:
    explicit LoopbackServer(QByteArray zip)
        : m_zip(std::move(zip))
        , m_digest(QCryptographicHash::hash(m_zip, QCryptographicHash::Md5).toHex()) {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_request += socket->readAll();
                if (m_request.contains("\r\n\r\n"))
                    answer(socket);
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    QUrl address() const { return QUrl(u"http://127.0.0.1:%1/movielens/"_s.arg(serverPort())); }
    void setDigest(const QByteArray& digest) { m_digest = digest; }
    void cutNextAfter(qint64 bytes) { m_cutAfter = bytes; }
    void stallNextAfter(qint64 bytes) { m_stallAfter = bytes; } ///< sends no more, keeps the connection
    void setMissing(bool missing) { m_missing = missing; }
    void claimLength(qint64 bytes) { m_claimed = bytes; } ///< as the length of the zip
    QByteArrayList ranges() const { return m_ranges; }    ///< of the requests for the zip; empty: the whole

private:
    void answer(QTcpSocket* socket) {
        const QByteArray request = std::exchange(m_request, {});
        if (m_missing)
            return send(socket, "404 Not Found", {}, "gone");
        if (request.startsWith("GET /movielens/ml-100k.zip.md5 "))
            return send(socket, "200 OK", {}, "MD5 (ml-100k.zip) = " + m_digest + "\n");
        qint64 from = 0;
        for (const QByteArray& line : request.split('\n'))
            if (line.toLower().startsWith("range: bytes="))
                from = line.mid(13).trimmed().chopped(1).toLongLong();
        m_ranges += from > 0 ? QByteArray::number(from) : QByteArray();
        if (from == 0)
            return send(socket, "200 OK", "Accept-Ranges: bytes\r\n", m_zip,
                        m_claimed >= 0 ? m_claimed : m_zip.size());
        if (from >= m_zip.size())
            return send(socket, "416 Range Not Satisfiable",
                        "Content-Range: bytes */" + QByteArray::number(m_zip.size()) + "\r\n", {});
        send(socket, "206 Partial Content",
             "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(m_zip.size() - 1) +
                 '/' + QByteArray::number(m_zip.size()) + "\r\n",
             m_zip.mid(from));
    }

    void send(QTcpSocket* socket, const QByteArray& status, const QByteArray& headers, const QByteArray& body,
              qint64 length = -1) {
        socket->write("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "Content-Length: " +
                      QByteArray::number(length >= 0 ? length : body.size()) + "\r\n\r\n");
        if (m_stallAfter >= 0 && body.size() > m_stallAfter) {
            socket->write(body.left(std::exchange(m_stallAfter, -1)));
            return;
        }
        const bool cut = m_cutAfter >= 0 && body.size() > m_cutAfter;
        socket->write(cut ? body.left(std::exchange(m_cutAfter, -1)) : body);
        socket->disconnectFromHost();
    }

    QByteArray m_zip;
    QByteArray m_digest;
    QByteArray m_request;
    QByteArrayList m_ranges;
    qint64 m_cutAfter = -1;
    qint64 m_stallAfter = -1;
    qint64 m_claimed = -1;
    bool m_missing = false;
};

QByteArray content() {
    QByteArray bytes(3'000'000, '\0');
    quint32 state = 1;
    for (char& byte : bytes)
        byte = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
    return bytes;
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

} // namespace

class TestDownloadService : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void wholeFile();
    void cutConnectionIsResumed();
    void wrongChecksumLeavesNothing();
    void missingFileIsAnError();
    void cancelKeepsThePart();
    void silentConnectionIsGivenUp();
    void completePartNeedsNoDownload();
    void partThatIsTooLongIsFetchedAnew();
    void fullDiskKeepsWhatIsThere();
    void tooLittleSpaceIsSaidBefore();

private:
    QString zipPath() const { return m_folder->filePath(u"ml-100k.zip"_s); }
    QString partPath() const { return zipPath() + u".part"_s; }
    void start();

    QByteArray m_zip = content();
    MovieLensEdition m_edition{u"ml-100k"_s, u"MovieLens 100K"_s, {}, u"ml-100k.zip"_s, 3'000'000};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<DownloadService> m_service;
    std::unique_ptr<QSignalSpy> m_finished;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_cancelled;
};

void TestDownloadService::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<LoopbackServer>(m_zip);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_service = std::make_unique<DownloadService>();
    m_service->setBaseAddress(m_server->address());
    m_finished = std::make_unique<QSignalSpy>(m_service.get(), &DownloadService::finished);
    m_failed = std::make_unique<QSignalSpy>(m_service.get(), &DownloadService::failed);
    m_cancelled = std::make_unique<QSignalSpy>(m_service.get(), &DownloadService::cancelled);
}

void TestDownloadService::cleanup() {
    m_service.reset();
    m_server.reset();
}

void TestDownloadService::start() {
    m_service->start(m_edition, m_folder->path());
}

void TestDownloadService::wholeFile() {
    QSignalSpy progress(m_service.get(), &DownloadService::progressChanged);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 1, 20'000);
    QCOMPARE(m_failed->count(), 0);
    QCOMPARE(m_finished->first().first().toString(), zipPath());
    QCOMPARE(readAll(zipPath()), m_zip);
    QVERIFY(!QFile::exists(partPath()));
    QVERIFY(progress.count() > 0);
    QCOMPARE(progress.last().at(0).toLongLong(), m_zip.size());
    QVERIFY(!m_service->running());
}

void TestDownloadService::cutConnectionIsResumed() {
    m_server->cutNextAfter(1'000'000);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 1, 20'000);
    QCOMPARE(m_failed->count(), 1);
    QCOMPARE(m_failed->first().first().value<ErrorCode>(), ErrorCode::Network);
    QVERIFY(!QFile::exists(zipPath()));
    const qint64 kept = QFileInfo(partPath()).size();
    QVERIFY2(kept > 0 && kept <= 1'000'000, qPrintable(QString::number(kept)));
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 2, 20'000);
    QCOMPARE(m_finished->count(), 1);
    QCOMPARE(m_server->ranges().last(), QByteArray::number(kept)); // only what was missing was asked for
    QCOMPARE(readAll(zipPath()), m_zip);
}

void TestDownloadService::wrongChecksumLeavesNothing() {
    m_server->setDigest(QByteArray(32, '0'));
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 1, 20'000);
    QCOMPARE(m_failed->count(), 1);
    QCOMPARE(m_failed->first().first().value<ErrorCode>(), ErrorCode::Checksum);
    QVERIFY(!QFile::exists(zipPath()));
    QVERIFY(!QFile::exists(partPath()));
}

void TestDownloadService::missingFileIsAnError() {
    m_server->setMissing(true);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_failed->count(), 1, 20'000);
    QCOMPARE(m_failed->first().first().value<ErrorCode>(), ErrorCode::Network);
    const QString detail = m_failed->first().at(1).toString();
    QVERIFY2(detail.contains(u"ml-100k.zip"_s), qPrintable(detail)); // names what is missing
    QVERIFY(!QFile::exists(zipPath()));
}

void TestDownloadService::cancelKeepsThePart() {
    writeAll(partPath(), m_zip.left(500'000));
    start();
    QVERIFY(m_service->running());
    m_service->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(m_cancelled->count(), 1, 5'000);
    QVERIFY(!m_service->running());
    QVERIFY(QFileInfo(partPath()).size() >= 500'000);
    QVERIFY(!QFile::exists(zipPath()));
    QCOMPARE(m_failed->count(), 0);
}

void TestDownloadService::silentConnectionIsGivenUp() {
    m_service->setStallTimeout(std::chrono::milliseconds(300));
    m_server->stallNextAfter(1'000'000);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 1, 20'000);
    QCOMPARE(m_failed->count(), 1);
    QCOMPARE(m_failed->first().first().value<ErrorCode>(), ErrorCode::Network);
    const QString detail = m_failed->first().at(1).toString();
    QVERIFY2(detail.contains(u"no data for 0.3 s"_s), qPrintable(detail));
    QCOMPARE(readAll(partPath()), m_zip.left(1'000'000));
    start(); // and goes on where it was
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 2, 20'000);
    QCOMPARE(m_finished->count(), 1);
    QCOMPARE(m_server->ranges().last(), QByteArray("1000000"));
    QCOMPARE(readAll(zipPath()), m_zip);
}

void TestDownloadService::completePartNeedsNoDownload() {
    writeAll(partPath(), m_zip);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 1, 20'000);
    QCOMPARE(m_finished->count(), 1);
    QCOMPARE(m_server->ranges(), QByteArrayList{QByteArray::number(m_zip.size())}); // answered with 416
    QCOMPARE(readAll(zipPath()), m_zip);
    QVERIFY(!QFile::exists(partPath()));
}

void TestDownloadService::partThatIsTooLongIsFetchedAnew() {
    writeAll(partPath(), m_zip + "of another edition");
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 1, 20'000);
    QCOMPARE(m_finished->count(), 1);
    QCOMPARE(m_server->ranges().last(), QByteArray()); // the whole
    QCOMPARE(readAll(zipPath()), m_zip);
}

void TestDownloadService::fullDiskKeepsWhatIsThere() {
    {
        const test::FullDisk disk(1'000'000);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 1, 20'000);
    }
    QCOMPARE(m_failed->count(), 1);
    QCOMPARE(m_failed->first().first().value<ErrorCode>(), ErrorCode::FileWrite);
    const QString detail = m_failed->first().at(1).toString();
    QVERIFY2(detail.contains(u"ml-100k.zip.part"_s), qPrintable(detail)); // names the file
    QVERIFY(!QFile::exists(zipPath()));
    const QByteArray kept = readAll(partPath());
    QVERIFY(!kept.isEmpty() && m_zip.startsWith(kept));
    start(); // with room again
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 2, 20'000);
    QCOMPARE(m_finished->count(), 1);
    QCOMPARE(readAll(zipPath()), m_zip);
}

void TestDownloadService::tooLittleSpaceIsSaidBefore() {
    m_server->claimLength(std::numeric_limits<qint64>::max() / 2);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->count() + m_failed->count(), 1, 20'000);
    QCOMPARE(m_failed->first().first().value<ErrorCode>(), ErrorCode::FileWrite);
    const QString detail = m_failed->first().at(1).toString();
    QVERIFY2(detail.contains(u"bytes are needed"_s), qPrintable(detail));
}

QTEST_GUILESS_MAIN(TestDownloadService)
#include "tst_downloadservice.moc"
