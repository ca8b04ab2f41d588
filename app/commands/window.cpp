#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/locations.h"
#include "core/services/services.h"
#include "ui/errortext.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct WindowText {
    Q_DECLARE_TR_FUNCTIONS(recital::WindowText)
};

} // namespace

ExitCode runWindow(const QStringList& arguments, Console& console) {
    Arguments options({}, {});
    options.addData();
    options.add(u"theme"_s, {}, u"THEME"_s);
    options.add(u"workspace"_s, {}, u"DIR"_s);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const bool themed = options.isSet(u"theme"_s);
    const bool dark = themed && options.choice(u"theme"_s, {u"light"_s, u"dark"_s}) == 1;
    const QString workspace =
        options.isSet(u"workspace"_s) ? options.text(u"workspace"_s) : defaultWorkspace();
    const QString location = options.text(u"data"_s);
    if (!options.ok())
        return options.usageError(console);

    auto services = Services::create(workspace);
    if (!services.ok()) {
        QMessageBox::critical(nullptr, WindowText::tr("Recital cannot start"),
                              errorSentence(services.error().code) + u"\n\n"_s +
                                  QString::fromStdString(services.error().detail));
        return console.failure(services.error());
    }
    Theme theme;
    MainWindow window(**services, theme);
    window.restoreWindow();
    if (themed)
        theme.setKind(dark ? ThemeKind::Dark : ThemeKind::Light);
    SessionService& session = (*services)->session;
    QObject::connect(&session, &SessionService::restored, &window, [&] {
        if (!session.page().isEmpty())
            window.showPage(session.page());
    });
    QObject::connect(&window, &MainWindow::pageChanged, &session, &SessionService::setPage);
    window.show();
    // What was open last; at the first start, or where that is gone, the bundled data.
    if (!session.restore(location.isEmpty() ? QString() : QFileInfo(location).absoluteFilePath()) &&
        !bundledDataset().isEmpty())
        session.restore(bundledDataset());
    return QApplication::exec() == 0 ? ExitSuccess : ExitFailure;
}

} // namespace recital
