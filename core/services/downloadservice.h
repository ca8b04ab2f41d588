#pragma once

#include "core/recsys/result.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <vector>

namespace recital {

/// A set that GroupLens offers. Sizes are what the dialog announces before asking.
struct MovieLensEdition {
    QString key;      ///< "ml-100k"
    QString name;     ///< "MovieLens 100K"
    QString ratings;  ///< "100,000 ratings, 943 users, 1,682 films (1998)": shown as such, as the publisher's
                      ///< claim
    QString fileName; ///< "ml-100k.zip"; the checksum is beside it as fileName + ".md5"
    qint64 approximateBytes = 0;
};

/// "Get MovieLens...": one download at a time, resumable, checked against the publisher's md5 before it gets
/// its final name.
class DownloadService : public QObject {
    Q_OBJECT
public:
    explicit DownloadService(QObject* parent = nullptr);
    ~DownloadService() override;

    static std::vector<MovieLensEdition> editions();
    static QUrl defaultBaseAddress(); ///< https://files.grouplens.org/datasets/movielens/

    void setBaseAddress(const QUrl& address);
    QUrl baseAddress() const;

    /// Writes folder/fileName.part, resumes it when it is there, and renames it once the checksum agrees.
    void start(const MovieLensEdition& edition, const QString& folder);
    void cancel(); ///< keeps the .part for a later resume
    bool running() const noexcept;

signals:
    void progressChanged(qint64 received, qint64 total, double bytesPerSecond); ///< total -1: unknown
    void finished(const QString& zipFile);
    void cancelled();
    void failed(recital::ErrorCode code,
                const QString& detail); ///< Network: .part kept; Checksum: .part removed
};

} // namespace recital
