#pragma once

#include <QWidget>

namespace recital {

class Services;
class Theme;

class DataPage : public QWidget {
    Q_OBJECT
public:
    DataPage(Services& services, Theme& theme, QWidget* parent = nullptr);
};

} // namespace recital
