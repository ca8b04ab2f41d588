#pragma once

#include "core/services/downloadservice.h"

#include <QDialog>

class QCheckBox;
class QFrame;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace recital {

class Notice;
class Theme;

/// "Get MovieLens...": choose an edition, read and accept its conditions, watch it arrive. Closing the dialog
/// cancels a running download; what has arrived is kept and continued the next time.
class DownloadDialog : public QDialog {
    Q_OBJECT
public:
    DownloadDialog(DownloadService& downloads, Theme& theme, const QString& folder,
                   QWidget* parent = nullptr);

    void done(int result) override;

signals:
    void loadRequested(const QString& zipFile); ///< the chosen edition is there

private:
    void build(const QString& folder);
    QWidget* buildEditions();
    QWidget* buildConditions();
    QWidget* buildFolder(const QString& folder);
    QWidget* buildProgress();
    QWidget* buildButtons();
    void connectService();
    const MovieLensEdition& chosen() const;
    QString targetFile() const;
    void startOrOpen();
    void showProgress(qint64 received, qint64 total, double bytesPerSecond);
    void setRunning(bool running);
    void update();

    DownloadService& m_downloads;
    Theme& m_theme;
    std::vector<MovieLensEdition> m_editions;
    QListWidget* m_list = nullptr;
    QCheckBox* m_accept = nullptr;
    QLineEdit* m_folder = nullptr;
    QPushButton* m_browse = nullptr;
    QFrame* m_progressPanel = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_progressText = nullptr;
    Notice* m_notice = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_close = nullptr;
    bool m_running = false;
};

} // namespace recital
