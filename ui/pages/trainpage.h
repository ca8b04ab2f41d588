#pragma once

#include <QWidget>

namespace recital {

class Services;
class Theme;

class TrainPage : public QWidget {
    Q_OBJECT
public:
    TrainPage(Services& services, Theme& theme, QWidget* parent = nullptr);
};

} // namespace recital
