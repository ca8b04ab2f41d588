#pragma once

#include "core/recsys/result.h"

#include <QWidget>

#include <memory>

class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace recital {

struct ColumnPreview;
class Dataset;
class DatasetCard;
class DatasetCharts;
class EmptyState;
class FilmTable;
class LoadPanel;
class Notice;
class Services;
class Theme;

/// The data set that everything is computed from: what it is, how it is distributed, its films; and the ways
/// to another one.
class DataPage : public QWidget {
    Q_OBJECT
public:
    DataPage(Services& services, Theme& theme, QWidget* parent = nullptr);

    void load(const QString& location);   ///< folder, zip or file
    void reload(const QString& location); ///< one opened before: its columns are known
    void openFolder();
    void openFile();
    void openDownloads();

private:
    void build();
    QWidget* buildContent();
    QWidget* buildTools();
    void connectService();
    void updateContent();
    void updateRecent();
    void askColumns(const QString& location, const ColumnPreview& preview);
    void finishJob();
    void restyle();

    Services& m_services;
    Theme& m_theme;
    Notice* m_notice = nullptr;
    LoadPanel* m_loading = nullptr;
    QStackedWidget* m_states = nullptr; ///< empty, content
    EmptyState* m_empty = nullptr;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_views = nullptr; ///< overview, films
    DatasetCard* m_card = nullptr;
    DatasetCharts* m_charts = nullptr;
    FilmTable* m_films = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_download = nullptr;
    QMenu* m_openMenu = nullptr;
    QString m_loadingLocation;
    std::shared_ptr<const Dataset> m_shownDataset;
};

} // namespace recital
