#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace recital::test {

using namespace Qt::StringLiterals;

struct Outcome {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

inline QProcessEnvironment plainEnvironment(const QString& home) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    for (const QString& name :
         {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"RECITAL_WORKSPACE"_s})
        environment.remove(name);
    return environment;
}

inline const QString bundled = QStringLiteral(RECITAL_SOURCE_DIR "/data/ml-latest-small");

/// Runs the program as a shell would, without a display, in a home of its own.
class ProgramRunner {
protected:
    Outcome run(const QStringList& arguments) {
        QProcess process;
        process.setProcessEnvironment(plainEnvironment(m_home.path()));
        process.setWorkingDirectory(m_home.path());
        process.start(QStringLiteral(RECITAL_PROGRAM), arguments);
        if (!process.waitForFinished(240000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError() + "\n(did not end)"};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    /// Standard output must be one JSON document and nothing else.
    QJsonObject runJson(const QStringList& arguments) {
        const Outcome outcome = run(arguments + QStringList{u"--json"_s});
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(outcome.out, &error);
        if (outcome.exitCode != 0 || error.error != QJsonParseError::NoError)
            qWarning() << arguments << outcome.exitCode << outcome.err << error.errorString();
        return document.object();
    }

    QTemporaryDir m_home;
};

} // namespace recital::test
