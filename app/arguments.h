#pragma once

#include "app/console.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace recital {

/// The options of one command. Declared first, then parsed, then read; the first thing that is wrong is kept
/// as a sentence, so that a command reads everything and asks once.
class Arguments {
    Q_DECLARE_TR_FUNCTIONS(recital::Arguments)
public:
    Arguments(const QString& command, const QString& summary);

    /// An option without a value where `value` is empty. `fallback` is shown in the help and returned when
    /// the option is not given; a default that depends on the data belongs in the description instead.
    void add(const QString& name, const QString& description, const QString& value = {},
             const QString& fallback = {});
    void addData();    ///< --data, required by requireText()
    void addJson();    ///< --json
    void addThreads(); ///< --threads

    /// The exit code when there is nothing to run: after --help, or after wrong usage.
    std::optional<ExitCode> parse(const QStringList& arguments, Console& console);

    bool isSet(const QString& name) const { return m_parser.isSet(name); }
    QString text(const QString& name) const { return m_parser.value(name); }
    QStringList texts(const QString& name) const { return m_parser.values(name); } ///< given more than once
    QString requiredText(const QString& name);
    QStringList list(const QString& name); ///< separated by commas, at least one entry
    int integer(const QString& name, int least, int greatest);
    double number(const QString& name, double least, double greatest);
    std::uint64_t seed(const QString& name);
    /// One of `choices`; their position.
    std::size_t choice(const QString& name, const QStringList& choices);
    int threads(); ///< of addThreads()

    void reject(const QString& sentence); ///< records what is wrong; the first one counts
    bool ok() const { return m_problem.isEmpty(); }
    ExitCode usageError(Console& console) const { return console.usageError(m_problem, m_command); }

private:
    struct Option {
        QString usage;
        QString description;
    };
    QString helpText() const;

    QString m_command;
    QString m_summary;
    QString m_problem;
    std::vector<Option> m_options;
    QCommandLineParser m_parser;
};

} // namespace recital
