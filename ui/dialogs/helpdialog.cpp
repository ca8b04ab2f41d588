#include "ui/dialogs/helpdialog.h"

#include "ui/pagehelp.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

QString native(const char16_t* keys) {
    return QKeySequence(QString::fromUtf16(keys)).toString(QKeySequence::NativeText);
}

QList<std::pair<QString, QString>> shortcuts() {
    return {
        {native(u"Ctrl+1") + u"  "_s + native(u"Ctrl+2") + u"  "_s + native(u"Ctrl+3") + u"  "_s +
             native(u"Ctrl+4"),
         HelpDialog::tr("Data, Train, Compare, Stage")},
        {native(u"Ctrl+O"), HelpDialog::tr("Open a folder")},
        {native(u"Ctrl+Shift+O"), HelpDialog::tr("Open a zip or file")},
        {native(u"Ctrl+K"), HelpDialog::tr("Find a film on the stage")},
        {native(u"Ctrl+Z") + u"  "_s + native(u"Ctrl+Shift+Z"), HelpDialog::tr("Undo, redo a click")},
        {native(u"Ctrl++") + u"  "_s + native(u"Ctrl+-") + u"  "_s + native(u"Ctrl+0"),
         HelpDialog::tr("Larger, smaller, usual size")},
        {native(u"Ctrl+T"), HelpDialog::tr("Light or dark theme")},
        {native(u"F11"), HelpDialog::tr("Full screen")},
    };
}

} // namespace

HelpDialog::HelpDialog(const QString& page, const QString& pageTitle, Theme& theme, QWidget* parent)
    : QDialog(parent) {
    setObjectName(u"helpDialog"_s);
    setWindowTitle(tr("Help: %1").arg(pageTitle));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(28), theme.px(24), theme.px(28), theme.px(20));
    layout->setSpacing(theme.px(12));

    auto* title = new QLabel(pageTitle, this);
    title->setProperty("role", u"title"_s);
    layout->addWidget(title);
    auto* text = new QLabel(pageHelp(page), this);
    text->setObjectName(u"helpText"_s);
    text->setWordWrap(true);
    text->setTextFormat(Qt::RichText);
    text->setFixedWidth(theme.px(560));
    text->setMinimumHeight(text->heightForWidth(theme.px(560))); // a layout asks for too little
    layout->addWidget(text);

    auto* heading = new QLabel(tr("Keys"), this);
    heading->setProperty("role", u"heading"_s);
    layout->addWidget(heading);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(4));
    int row = 0;
    for (const auto& [keys, meaning] : shortcuts()) {
        grid->addWidget(new QLabel(keys, this), row, 0);
        auto* label = new QLabel(meaning, this);
        label->setProperty("role", u"muted"_s);
        grid->addWidget(label, row++, 1);
    }
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);

    auto* buttons = new QDialogButtonBox(this);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"helpClose"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

} // namespace recital
