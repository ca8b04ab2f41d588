#include "app/filmlabel.h"

namespace recital {

using namespace Qt::StringLiterals;

QString filmLabel(const Item& item) {
    const QString title = QString::fromStdString(item.title);
    return item.year > 0 ? u"%1 (%2)"_s.arg(title, QString::number(item.year)) : title;
}

} // namespace recital
