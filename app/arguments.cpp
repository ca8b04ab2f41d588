#include "app/arguments.h"

#include "app/wrappedtext.h"

#include <QThread>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

Arguments::Arguments(const QString& command, const QString& summary)
    : m_command(command)
    , m_summary(summary) {
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    add(u"help"_s, tr("Show this text."));
    add(u"language"_s, tr("Language of the texts: en or de. Default: that of the system."), u"LANGUAGE"_s);
}

void Arguments::add(const QString& name, const QString& description, const QString& value,
                    const QString& fallback) {
    QCommandLineOption option(name == "help"_L1 ? QStringList{name, u"h"_s} : QStringList{name}, description);
    option.setValueName(value);
    if (!fallback.isEmpty())
        option.setDefaultValue(fallback);
    m_parser.addOption(option);
    const QString usage = value.isEmpty() ? u"--"_s + name : u"--%1 %2"_s.arg(name, value);
    const QString shown = fallback.isEmpty() ? description : tr("%1 Default: %2.").arg(description, fallback);
    m_options.push_back({usage, shown});
}

void Arguments::addData() {
    add(u"data"_s, tr("Folder or zip of a MovieLens set, or a CSV or TSV file of ratings."), u"DIR|ZIP"_s);
}

void Arguments::addJson() {
    add(u"json"_s, tr("Print one JSON document on standard output and nothing else there."));
}

void Arguments::addThreads() {
    add(u"threads"_s, tr("Threads to compute with; results do not depend on it. Default: one a core."),
        u"N"_s);
}

std::optional<ExitCode> Arguments::parse(const QStringList& arguments, Console& console) {
    const bool understood = m_parser.parse(QStringList{u"recital"_s} + arguments);
    if (m_parser.isSet(u"help"_s)) {
        console.print(helpText());
        return ExitSuccess;
    }
    if (!understood)
        reject(m_parser.errorText());
    else if (!m_parser.positionalArguments().isEmpty())
        reject(tr("unexpected argument \"%1\"").arg(m_parser.positionalArguments().constFirst()));
    return ok() ? std::nullopt : std::optional(usageError(console));
}

QString Arguments::requiredText(const QString& name) {
    const QString value = text(name);
    if (value.isEmpty())
        reject(tr("--%1 is needed").arg(name));
    return value;
}

QStringList Arguments::list(const QString& name) {
    QStringList entries;
    for (const QString& entry : text(name).split(u',', Qt::SkipEmptyParts))
        entries += entry.trimmed();
    if (entries.isEmpty())
        reject(tr("--%1 needs at least one entry").arg(name));
    return entries;
}

int Arguments::integer(const QString& name, int least, int greatest) {
    bool read = false;
    const int value = text(name).toInt(&read);
    if (read && value >= least && value <= greatest)
        return value;
    reject(tr("--%1 needs a whole number from %2 to %3, not \"%4\"")
               .arg(name, QString::number(least), QString::number(greatest), text(name)));
    return least;
}

double Arguments::number(const QString& name, double least, double greatest) {
    bool read = false;
    const double value = text(name).toDouble(&read);
    if (read && std::isfinite(value) && value >= least && value <= greatest)
        return value;
    reject(tr("--%1 needs a number from %2 to %3, not \"%4\"")
               .arg(name, QString::number(least), QString::number(greatest), text(name)));
    return least;
}

std::uint64_t Arguments::seed(const QString& name) {
    bool read = false;
    const std::uint64_t value = text(name).toULongLong(&read);
    if (!read)
        reject(tr("--%1 needs a whole number of at least 0, not \"%2\"").arg(name, text(name)));
    return value;
}

std::size_t Arguments::choice(const QString& name, const QStringList& choices) {
    const qsizetype index = choices.indexOf(text(name));
    if (index < 0)
        reject(tr("--%1 is one of %2, not \"%3\"").arg(name, choices.join(u", "_s), text(name)));
    return static_cast<std::size_t>(std::max<qsizetype>(index, 0));
}

int Arguments::threads() {
    constexpr int greatest = 1024;
    return isSet(u"threads"_s) ? integer(u"threads"_s, 1, greatest)
                               : std::max(1, QThread::idealThreadCount());
}

void Arguments::reject(const QString& sentence) {
    if (m_problem.isEmpty())
        m_problem = sentence;
}

QString Arguments::helpText() const {
    QString text = u"recital %1 [%2]\n\n"_s.arg(m_command, tr("options")) + wrapped(m_summary, 0) + u"\n\n"_s;
    qsizetype indent = 0;
    for (const Option& option : m_options)
        indent = std::max(indent, option.usage.size() + 4);
    for (const Option& option : m_options)
        text +=
            u"  "_s + option.usage.leftJustified(indent - 2) + wrapped(option.description, indent) + u'\n';
    text.chop(1);
    return text;
}

} // namespace recital
