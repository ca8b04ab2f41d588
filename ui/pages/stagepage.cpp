#include "ui/pages/stagepage.h"

namespace recital {

StagePage::StagePage(Services&, Theme&, QWidget* parent)
    : QWidget(parent) {}

} // namespace recital
