#pragma once

#include "core/recsys/result.h"
#include "core/services/movielenseditions.h"
#include "core/services/transferspeed.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <chrono>

class QNetworkReply;

namespace recital {

/// "Get MovieLens...": one download at a time, resumable, checked against the publisher's md5 before it gets
/// its final name.
class DownloadService : public QObject {
    Q_OBJECT
public:
    explicit DownloadService(QObject* parent = nullptr);
    ~DownloadService() override;

    static QUrl defaultBaseAddress(); ///< https://files.grouplens.org/datasets/movielens/

    void setBaseAddress(const QUrl& address); ///< with or without the closing slash
    QUrl baseAddress() const { return m_baseAddress; }

    /// A connection that brings nothing for this long is given up; 30 s unless set.
    void setStallTimeout(std::chrono::milliseconds timeout) { m_stallTimer.setInterval(timeout); }

    /// Writes folder/fileName.part, resumes it when it is there, and renames it once the checksum agrees. A
    /// complete file of that name with the right checksum is not fetched again. Emits failed(Busy) while a
    /// download runs.
    void start(const MovieLensEdition& edition, const QString& folder);
    void cancel(); ///< keeps the .part for a later resume
    bool running() const noexcept { return m_state != State::Idle; }

signals:
    /// At most ten a second and once at the end. total -1: unknown; the speed is smoothed over about 2 s.
    void progressChanged(qint64 received, qint64 total, double bytesPerSecond);
    void finished(const QString& zipFile);
    void cancelled();
    /// Network, FileWrite: .part kept; Checksum: .part removed.
    void failed(recital::ErrorCode code, const QString& detail);

private:
    enum class State { Idle, FetchingDigest, HashingFinal, HashingPart, Downloading };

    void fetchDigest();
    void takeDigest();
    void hashExisting(State state, const QString& path);
    void hashNextBlock();
    void download();
    void takeHeaders();
    void takeRangeRefused();
    void takeBytes();
    void takeEnd();
    void verify();

    QNetworkReply* get(const QUrl& address, qint64 from);
    bool restartPart();
    void reportProgress(bool last);
    void stop();
    void fail(ErrorCode code, const QString& detail);
    QString finalPath() const;
    QString partPath() const;

    QNetworkAccessManager m_network;
    QUrl m_baseAddress = defaultBaseAddress();
    State m_state = State::Idle;
    MovieLensEdition m_edition;
    QString m_folder;
    QByteArray m_expectedDigest;
    QNetworkReply* m_reply = nullptr;
    QFile m_file; ///< the one that is hashed or written at the moment
    QCryptographicHash m_hash{QCryptographicHash::Md5};
    qint64 m_received = 0; ///< bytes in the .part
    qint64 m_total = -1;
    bool m_headersTaken = false;
    bool m_stalled = false;
    QTimer m_stallTimer;
    QTimer m_hashTimer;
    TransferSpeed m_speed;
    QElapsedTimer m_reportTimer;
};

} // namespace recital
