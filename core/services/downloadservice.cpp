#include "core/services/downloadservice.h"

#include "core/services/md5text.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>

#include <cstdio>
#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace recital {

namespace {

constexpr auto defaultStallTimeout = 30s;
constexpr qint64 readBufferBytes = 4 << 20;
constexpr qint64 hashBlockBytes = 1 << 20; ///< about 2 ms of md5: no stall of the UI thread
constexpr qint64 longestDigestFile = 64 << 10;
constexpr qint64 reportInterval = 100; // ms

int httpStatus(const QNetworkReply& reply) {
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

struct ContentRange {
    qint64 first = -1; ///< -1: "*"
    qint64 total = -1; ///< -1: not told
};

/// "bytes 100-199/200", "bytes */200"
ContentRange contentRange(const QNetworkReply& reply) {
    static const QRegularExpression pattern(u"^\\s*bytes\\s+(?:(\\d+)-\\d+|\\*)/(\\d+|\\*)\\s*$"_s);
    const auto match = pattern.match(QString::fromLatin1(reply.rawHeader("Content-Range")));
    ContentRange range;
    bool ok = false;
    if (const qint64 first = match.captured(1).toLongLong(&ok); ok)
        range.first = first;
    if (const qint64 total = match.captured(2).toLongLong(&ok); ok)
        range.total = total;
    return range;
}

} // namespace

QUrl DownloadService::defaultBaseAddress() {
    return QUrl(u"https://files.grouplens.org/datasets/movielens/"_s);
}

DownloadService::DownloadService(QObject* parent)
    : QObject(parent) {
    m_stallTimer.setInterval(defaultStallTimeout);
    m_stallTimer.setSingleShot(true);
    connect(&m_stallTimer, &QTimer::timeout, this, [this] {
        m_stalled = true;
        m_reply->abort();
    });
    m_hashTimer.setInterval(0); // a block in each turn of the event loop
    connect(&m_hashTimer, &QTimer::timeout, this, &DownloadService::hashNextBlock);
}

DownloadService::~DownloadService() {
    stop();
}

void DownloadService::setBaseAddress(const QUrl& address) {
    m_baseAddress = address;
    if (!m_baseAddress.path().endsWith(u'/'))
        m_baseAddress.setPath(m_baseAddress.path() + u'/');
}

QString DownloadService::finalPath() const {
    return QDir(m_folder).filePath(m_edition.fileName);
}

QString DownloadService::partPath() const {
    return finalPath() + u".part"_s;
}

void DownloadService::start(const MovieLensEdition& edition, const QString& folder) {
    if (running()) {
        emit failed(ErrorCode::Busy, m_edition.name);
        return;
    }
    m_edition = edition;
    m_folder = folder;
    m_received = 0;
    m_total = -1;
    m_speed = {};
    m_reportTimer.invalidate();
    if (!QDir().mkpath(folder)) {
        emit failed(ErrorCode::FileWrite, folder + u": the folder cannot be created"_s);
        return;
    }
    fetchDigest();
}

void DownloadService::cancel() {
    if (!running())
        return;
    stop();
    emit cancelled();
}

/// Back to idle without a signal. What the .part holds stays.
void DownloadService::stop() {
    m_state = State::Idle;
    m_stallTimer.stop();
    m_hashTimer.stop();
    m_file.close();
    if (QNetworkReply* reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void DownloadService::fail(ErrorCode code, const QString& detail) {
    stop();
    emit failed(code, detail);
}

QNetworkReply* DownloadService::get(const QUrl& address, qint64 from) {
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    // Ranges count the bytes of the file, so nothing may be compressed on the way.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Recital/" RECITAL_VERSION));
    if (from > 0)
        request.setRawHeader("Range", "bytes=" + QByteArray::number(from) + '-');
    m_stalled = false;
    m_stallTimer.start();
    QNetworkReply* reply = m_network.get(request);
    reply->setReadBufferSize(readBufferBytes);
    return reply;
}

void DownloadService::fetchDigest() {
    m_state = State::FetchingDigest;
    m_reply = get(m_baseAddress.resolved(QUrl(m_edition.fileName + u".md5"_s)), 0);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received) {
        m_stallTimer.start();
        if (received > longestDigestFile)
            fail(ErrorCode::Network, u"the checksum file is unreasonably long"_s);
    });
    connect(m_reply, &QNetworkReply::finished, this, &DownloadService::takeDigest);
}

void DownloadService::takeDigest() {
    m_stallTimer.stop();
    const QString address = m_reply->url().toDisplayString();
    if (m_reply->error() != QNetworkReply::NoError) {
        fail(ErrorCode::Network, address + u": "_s + (m_stalled ? u"no answer"_s : m_reply->errorString()));
        return;
    }
    const std::optional<QByteArray> digest = md5DigestFrom(m_reply->readAll(), m_edition.fileName);
    if (!digest) {
        fail(ErrorCode::Network, address + u": no checksum in it"_s);
        return;
    }
    m_reply->deleteLater();
    m_reply = nullptr;
    m_expectedDigest = *digest;
    if (QFileInfo::exists(finalPath()))
        hashExisting(State::HashingFinal, finalPath());
    else
        hashExisting(State::HashingPart, partPath());
}

/// Hashes what is there already, a block in each turn of the event loop.
void DownloadService::hashExisting(State state, const QString& path) {
    m_state = state;
    m_hash.reset();
    m_received = 0;
    m_file.setFileName(path);
    const auto mode = state == State::HashingFinal ? QIODevice::OpenMode(QIODevice::ReadOnly)
                                                   : QIODevice::ReadWrite | QIODevice::Unbuffered;
    if (!m_file.open(mode)) {
        fail(ErrorCode::FileWrite, path + u": "_s + m_file.errorString());
        return;
    }
    m_hashTimer.start();
}

void DownloadService::hashNextBlock() {
    const QByteArray block = m_file.read(hashBlockBytes);
    m_hash.addData(block);
    m_received += block.size();
    if (!block.isEmpty())
        return;
    m_hashTimer.stop();
    if (m_file.error() != QFileDevice::NoError) {
        fail(ErrorCode::FileWrite, m_file.fileName() + u": "_s + m_file.errorString());
        return;
    }
    if (m_state == State::HashingPart) {
        download();
        return;
    }
    m_file.close();
    if (m_hash.result().toHex() == m_expectedDigest) {
        m_total = m_received;
        reportProgress(true);
        stop();
        emit finished(finalPath());
        return;
    }
    hashExisting(State::HashingPart, partPath());
}

void DownloadService::download() {
    m_state = State::Downloading;
    m_headersTaken = false;
    m_speed.start();
    m_reply = get(m_baseAddress.resolved(QUrl(m_edition.fileName)), m_received);
    connect(m_reply, &QNetworkReply::readyRead, this, &DownloadService::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &DownloadService::takeEnd);
}

/// Empties the .part: the server sends the file from its start.
bool DownloadService::restartPart() {
    m_hash.reset();
    m_received = 0;
    return m_file.resize(0) && m_file.seek(0);
}

/// Decides from the status what the bytes that follow are. May end the download.
void DownloadService::takeHeaders() {
    m_headersTaken = true;
    const int status = httpStatus(*m_reply);
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).isValid()
                              ? m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong()
                              : -1;
    if (status == 206) {
        const ContentRange range = contentRange(*m_reply);
        if (range.first != m_received) {
            fail(ErrorCode::Network, u"the server sent another part of the file than asked for"_s);
            return;
        }
        m_total = range.total >= 0 ? range.total : (length >= 0 ? m_received + length : -1);
    } else {
        if (m_received > 0 && !restartPart()) {
            fail(ErrorCode::FileWrite, partPath() + u": "_s + m_file.errorString());
            return;
        }
        m_total = length;
    }
    // Asks the file system itself: QStorageInfo knows nothing where the list of mounts is not to be had.
    std::error_code unknown;
    const auto disk = std::filesystem::space(QFile::encodeName(m_folder).toStdString(), unknown);
    if (m_total > m_received && !unknown &&
        disk.available < static_cast<std::uintmax_t>(m_total - m_received)) {
        fail(ErrorCode::FileWrite, u"%1: %2 bytes are needed, %3 are free"_s.arg(m_folder)
                                       .arg(m_total - m_received)
                                       .arg(disk.available));
    }
}

void DownloadService::takeBytes() {
    const int status = httpStatus(*m_reply);
    if (status != 200 && status != 206)
        return; // an error page, reported at its end
    m_stallTimer.start();
    if (!m_headersTaken) {
        takeHeaders();
        if (!running())
            return;
    }
    const QByteArray bytes = m_reply->readAll();
    if (m_file.write(bytes) != bytes.size()) {
        fail(ErrorCode::FileWrite, partPath() + u": "_s + m_file.errorString());
        return;
    }
    m_hash.addData(bytes);
    m_received += bytes.size();
    m_speed.add(bytes.size());
    reportProgress(false);
}

void DownloadService::reportProgress(bool last) {
    if (!last && m_reportTimer.isValid() && m_reportTimer.elapsed() < reportInterval)
        return;
    m_reportTimer.start();
    emit progressChanged(m_received, m_total, m_speed.bytesPerSecond());
}

void DownloadService::takeEnd() {
    m_stallTimer.stop();
    const int status = httpStatus(*m_reply);
    if (status == 416 && m_received > 0) {
        takeRangeRefused();
        return;
    }
    if (m_reply->error() != QNetworkReply::NoError) {
        const QString reason =
            m_stalled ? u"no data for %1 s"_s.arg(m_stallTimer.interval() / 1000.0) : m_reply->errorString();
        fail(ErrorCode::Network, m_reply->url().toDisplayString() + u": "_s + reason);
        return;
    }
    takeBytes(); // what came with the end, and the headers of an empty file
    if (!running())
        return;
    if (m_total >= 0 && m_received != m_total) {
        fail(ErrorCode::Network, u"the connection ended after %1 of %2 bytes"_s.arg(m_received).arg(m_total));
        return;
    }
    verify();
}

/// 416: the .part is as long as the file or longer, so it is complete or wrong.
void DownloadService::takeRangeRefused() {
    const ContentRange range = contentRange(*m_reply);
    m_reply->deleteLater();
    m_reply = nullptr;
    m_total = range.total >= 0 ? range.total : m_received;
    if (m_total == m_received && m_hash.result().toHex() == m_expectedDigest) {
        verify();
        return;
    }
    if (!restartPart()) {
        fail(ErrorCode::FileWrite, partPath() + u": "_s + m_file.errorString());
        return;
    }
    m_total = -1;
    download();
}

void DownloadService::verify() {
    reportProgress(true);
    m_file.close();
    if (m_hash.result().toHex() != m_expectedDigest) {
        const QString detail = u"%1: the checksum is %2, the publisher's is %3; the file was removed"_s.arg(
            m_edition.fileName, QString::fromLatin1(m_hash.result().toHex()),
            QString::fromLatin1(m_expectedDigest));
        QFile::remove(partPath());
        fail(ErrorCode::Checksum, detail);
        return;
    }
    const QString path = finalPath();
    // Unlike QFile::rename this replaces an older file, in one step.
    if (std::rename(QFile::encodeName(partPath()).constData(), QFile::encodeName(path).constData()) != 0) {
        fail(ErrorCode::FileWrite, path + u": the finished file cannot be put there"_s);
        return;
    }
    stop();
    emit finished(path);
}

} // namespace recital
