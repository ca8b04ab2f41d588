#pragma once

#include <QWidget>

namespace recital {

class Services;
class Theme;

class StagePage : public QWidget {
    Q_OBJECT
public:
    StagePage(Services& services, Theme& theme, QWidget* parent = nullptr);
};

} // namespace recital
