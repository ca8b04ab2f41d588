#include "app/commandline.h"

#include "app/commands/commands.h"
#include "app/console.h"
#include "app/translation.h"

#include <QApplication>

#include <array>
#include <memory>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

class CommandLine {
    Q_DECLARE_TR_FUNCTIONS(recital::CommandLine)
public:
    static QString help();
    static QString unknownCommand(const QString& name) { return tr("unknown command \"%1\"").arg(name); }
    static QString unknownLanguage(const QString& name) {
        return tr("there are no texts in the language \"%1\"; there are en and de").arg(name);
    }
    static QString noDisplay() {
        return tr(
            "there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); \"recital "
            "tour\" and \"recital screenshot\" work without one");
    }
};

enum class Surface { None, Offscreen, Display };

struct Command {
    QLatin1StringView name; ///< empty: the window
    ExitCode (*run)(const QStringList&, Console&);
    Surface surface;
};

constexpr std::array commands{
    Command{"info"_L1, runInfo, Surface::None},
    Command{"train"_L1, runTrain, Surface::None},
    Command{"evaluate"_L1, runEvaluate, Surface::None},
    Command{"tune"_L1, runTune, Surface::None},
    Command{"recommend"_L1, runRecommend, Surface::None},
    Command{"reproduce"_L1, runReproduce, Surface::None},
    Command{"replay"_L1, runReplay, Surface::None},
    Command{"numbers"_L1, runNumbers, Surface::None},
    Command{"events"_L1, runEvents, Surface::None},
    Command{"screenshot"_L1, runScreenshot, Surface::Offscreen},
    Command{"tour"_L1, runTour, Surface::Offscreen},
};
constexpr Command window{""_L1, runWindow, Surface::Display};

QString CommandLine::help() {
    return tr(
        "recital: explains a recommender to a room, live, on real data.\n\n"
        "recital [--data DIR|ZIP] [--theme light|dark] [--language en|de]\n"
        "    opens the window where it was left, or on the bundled MovieLens data at the first start\n\n"
        "recital info          prints the card of a dataset\n"
        "recital train         trains ALS and writes the model to a file\n"
        "recital evaluate      measures algorithms on held-out ratings\n"
        "recital tune          searches for parameters without looking at the test ratings\n"
        "recital recommend     recommends films with a trained model\n"
        "recital reproduce     puts figures published for MovieLens 100K beside ours\n"
        "recital replay        measures which rule learns best from a user's clicks\n"
        "recital numbers       prints the numbers of the live demo over all users\n"
        "recital events        prints, exports or imports the log of the stage\n"
        "recital screenshot    writes a picture of every page\n"
        "recital tour          goes through the whole job without a display\n\n"
        "recital COMMAND --help explains a command. --version prints the version.\n"
        "Exit code: 0, 1 for trouble with files or data, 2 for a wrong command line, 130 for Ctrl+C.");
}

/// The value of --language, which has to be known before the first text.
QString languageArgument(const QStringList& arguments) {
    const QString prefix = u"--language="_s;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(prefix))
            return arguments[i].mid(prefix.size());
        if (arguments[i] == "--language"_L1 && i + 1 < arguments.size())
            return arguments[i + 1];
    }
    return {};
}

QString commandName(int argc, char** argv) {
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    return first.startsWith(u'-') ? QString() : first;
}

const Command* findCommand(const QString& name) {
    if (name.isEmpty())
        return &window;
    for (const Command& command : commands)
        if (name == command.name)
            return &command;
    return nullptr;
}

bool hasDisplay() {
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

/// Whether only text is asked for, so that a command for the display may do without one.
bool asksForText(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        for (const char* word : {"--help", "-h", "--version"})
            if (qstrcmp(argv[i], word) == 0)
                return true;
    return false;
}

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv, const Command* command) {
    QCoreApplication::setApplicationName(u"recital"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(RECITAL_VERSION));
    const bool text = !command || command->surface == Surface::None || asksForText(argc, argv) ||
                      (command->surface == Surface::Display && !hasDisplay());
    if (text)
        return std::make_unique<QCoreApplication>(argc, argv);
    if (command->surface == Surface::Offscreen)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    auto application = std::make_unique<QApplication>(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Recital"_s);
    return application;
}

} // namespace

int runProgram(int argc, char** argv) {
    const QString name = commandName(argc, argv);
    const Command* command = findCommand(name);
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv, command);
    QStringList arguments = QCoreApplication::arguments().mid(name.isEmpty() ? 1 : 2);

    Console console;
    const QString language = languageArgument(arguments);
    if (!installTranslation(language)) {
        installTranslation(u"en"_s);
        return console.usageError(CommandLine::unknownLanguage(language), {});
    }
    if (!command)
        return console.usageError(CommandLine::unknownCommand(name), {});
    if (arguments.contains("--version"_L1)) {
        console.print(u"recital "_s + QCoreApplication::applicationVersion());
        return ExitSuccess;
    }
    if (command == &window && asksForText(argc, argv)) {
        console.print(CommandLine::help());
        return ExitSuccess;
    }
    if (command == &window && !hasDisplay()) {
        console.note(u"recital: "_s + CommandLine::noDisplay());
        return ExitFailure;
    }
    return command->run(arguments, console);
}

} // namespace recital
