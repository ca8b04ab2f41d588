#pragma once

#include "app/exitcode.h"
#include "core/recsys/result.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>

#include <mutex>

namespace recital {

/// Results go to standard output, everything else (progress, notes, errors) to standard error, so that output
/// can be piped. Safe to use from several threads.
class Console {
    Q_DECLARE_TR_FUNCTIONS(recital::Console)
public:
    Console();

    void print(const QString& text);           ///< standard output, with a line feed
    void printJson(const QJsonObject& object); ///< standard output, indented
    void note(const QString& text);            ///< standard error, a line

    /// On a terminal one line that rewrites itself; elsewhere a line every two seconds.
    void progress(const QString& what, double fraction);
    void endProgress(); ///< removes the rewritten line

    /// Each prints a sentence on standard error and returns the exit code to leave with.
    ExitCode usageError(const QString& sentence, const QString& command);
    ExitCode failure(const Error& error);

private:
    void clearLine();

    std::mutex m_mutex;
    QElapsedTimer m_sinceProgress;
    bool m_terminal = false;
    bool m_lineOpen = false;
};

} // namespace recital
