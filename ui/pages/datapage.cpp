#include "ui/pages/datapage.h"

namespace recital {

DataPage::DataPage(Services&, Theme&, QWidget* parent)
    : QWidget(parent) {}

} // namespace recital
