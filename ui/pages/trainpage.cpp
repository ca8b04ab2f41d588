#include "ui/pages/trainpage.h"

namespace recital {

TrainPage::TrainPage(Services&, Theme&, QWidget* parent)
    : QWidget(parent) {}

} // namespace recital
