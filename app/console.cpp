#include "app/console.h"

#include "ui/errortext.h"

#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 terminalInterval = 50; // ms
constexpr qint64 fileInterval = 2000;   // ms

void write(std::FILE* stream, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

Console::Console()
    : m_terminal(isatty(STDERR_FILENO) == 1) {
    m_sinceProgress.start();
}

void Console::print(const QString& text) {
    const std::lock_guard lock(m_mutex);
    clearLine();
    write(stdout, text + u'\n');
}

void Console::printJson(const QJsonObject& object) {
    const std::lock_guard lock(m_mutex);
    clearLine();
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)));
}

void Console::note(const QString& text) {
    const std::lock_guard lock(m_mutex);
    clearLine();
    write(stderr, text + u'\n');
}

void Console::progress(const QString& what, double fraction) {
    const std::lock_guard lock(m_mutex);
    if (m_sinceProgress.elapsed() < (m_terminal ? terminalInterval : fileInterval))
        return;
    m_sinceProgress.restart();
    const QString line = u"%1 %2 %"_s.arg(what).arg(static_cast<int>(fraction * 100.0), 3);
    write(stderr, m_terminal ? u"\r\033[K"_s + line : line + u'\n');
    m_lineOpen = m_terminal;
}

void Console::endProgress() {
    const std::lock_guard lock(m_mutex);
    clearLine();
}

void Console::clearLine() {
    if (m_lineOpen)
        write(stderr, u"\r\033[K"_s);
    m_lineOpen = false;
}

ExitCode Console::usageError(const QString& sentence, const QString& command) {
    note(u"recital: "_s + sentence);
    const QString help = command.isEmpty() ? u"recital --help"_s : u"recital %1 --help"_s.arg(command);
    note(tr("Try \"%1\".").arg(help));
    return ExitUsage;
}

ExitCode Console::failure(const Error& error) {
    note(u"recital: "_s + errorSentence(error.code));
    if (error.code == ErrorCode::Cancelled)
        return ExitInterrupted;
    if (!error.detail.empty())
        note(QString::fromStdString(error.detail));
    return ExitFailure;
}

} // namespace recital
