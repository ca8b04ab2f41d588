#include "ui/widgets/formrows.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>
#include <QVariant>

namespace recital {

QWidget* makeField(const FieldText& text, QWidget* control, const Theme& theme, QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    followTheme(theme, row, [layout, &theme] {
        layout->setHorizontalSpacing(theme.px(8));
        layout->setVerticalSpacing(theme.px(2));
    });

    auto* name = new QLabel(text.name, row);
    name->setBuddy(control);
    name->setToolTip(text.toolTip);
    control->setObjectName(text.objectName);
    control->setAccessibleName(text.name);
    control->setAccessibleDescription(text.help);
    control->setToolTip(text.toolTip);
    layout->addWidget(name, 0, 0);
    layout->addWidget(control, 0, 1);
    layout->setColumnStretch(0, 1);
    if (!text.help.isEmpty()) {
        QLabel* help = makeLabel("caption", text.objectName + QLatin1String("Help"), row, text.help);
        help->setWordWrap(true);
        layout->addWidget(help, 1, 0, 1, 2);
    }
    return row;
}

QLabel* makeLabel(const char* role, const QString& objectName, QWidget* parent, const QString& text) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(objectName);
    label->setProperty("role", QString::fromLatin1(role));
    label->setTextFormat(Qt::PlainText);
    return label;
}

void keepWidth(const Theme& theme, QWidget* control, double pixelsAt720) {
    followTheme(theme, control,
                [control, pixelsAt720, &theme] { control->setFixedWidth(theme.px(pixelsAt720)); });
}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value) {
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace recital
