#pragma once

#include <QWidget>

namespace recital {

class Services;
class Theme;

/// The data set that everything is computed from: what it is, how it is distributed, its films; and the ways
/// to another one.
class DataPage : public QWidget {
    Q_OBJECT
public:
    DataPage(Services& services, Theme& theme, QWidget* parent = nullptr);

    void load(const QString& location); ///< folder, zip or file
    void openFolder();
    void openFile();
    void openDownloads();

private:
    Services& m_services;
};

} // namespace recital
