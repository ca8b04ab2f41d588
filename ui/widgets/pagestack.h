#pragma once

#include <QStackedWidget>

namespace recital {

/// A stack of pages that fills the room it is given, whatever the pages would like. QStackedWidget asks every
/// page, hidden ones too, how high it wants to be for the present width, whenever a single label of the
/// visible one comes or goes: tens of milliseconds with the pages of this program, and the answer is not
/// used.
class PageStack : public QStackedWidget {
    Q_OBJECT
public:
    using QStackedWidget::QStackedWidget;

    bool hasHeightForWidth() const override { return false; }
};

} // namespace recital
