#include "core/store/workspace.h"

#include <QtTest>

#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

/// recital events, run as a shell would on a workspace of its own.
class TestEventsCommand : public QObject {
    Q_OBJECT
private slots:
    void init() { QVERIFY(QDir(m_folder.filePath(u"workspace"_s)).removeRecursively()); }
    void importsListsAndExports();
    void lookingChangesNothing();
    void refuses();

private:
    Outcome run(const QStringList& arguments) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.insert(u"RECITAL_WORKSPACE"_s, m_folder.filePath(u"workspace"_s));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(RECITAL_PROGRAM),
                      QStringList{u"events"_s, u"--data"_s,
                                  QStringLiteral(RECITAL_SOURCE_DIR "/data/ml-latest-small")} +
                          arguments);
        if (!process.waitForFinished(100'000))
            process.kill();
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QString write(const QString& name, const QByteArray& fingerprint, const QByteArray& film) const {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write("# Recital events\n# dataset: films\n# fingerprint: " + fingerprint +
                       "\nid,time,entry,user,name,dataset_user,taste,type,item,title,stars,target,source\n"
                       "1,2026-01-02T03:04:05.000Z,event,5,Bob,-1,,rating,1,,4,0,stage\n"
                       "2,2026-01-02T03:05:05.000Z,event,5,Bob,-1,,like," +
                       film + ",,0,0,stage\n");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestEventsCommand::importsListsAndExports() {
    const QString theirs = write(u"theirs.csv"_s, "0123456789abcdef", "2571");
    QCOMPARE(run({u"--import"_s, theirs}).exitCode, 1); // of other data
    QCOMPARE(run({u"--import"_s, theirs, u"--other-data"_s}).exitCode, 0);
    const Outcome listed = run({});
    QCOMPARE(listed.exitCode, 0);
    QVERIFY2(listed.out.contains("Toy Story (1995)") && listed.out.contains("The Matrix (1999)"),
             listed.out.constData());
    QCOMPARE(listed.out.count("import"), 2);
    const Outcome ratings = run({u"--list"_s, u"--type"_s, u"rating"_s});
    QVERIFY(ratings.out.contains("rating 4") && !ratings.out.contains("Matrix"));
    const QString path = m_folder.filePath(u"out.jsonl"_s);
    QCOMPARE(run({u"--export"_s, path, u"--type"_s, u"like"_s}).exitCode, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), 2);
    QVERIFY(text.contains("\"title\":\"The Matrix\""));
    QCOMPARE(run({u"--import"_s, path}).exitCode, 0); // its own data
}

/// Neither rows nor, where there was a workspace, a byte of it: not even the newcomer that a stage begins
/// with.
void TestEventsCommand::lookingChangesNothing() {
    const QString csv = m_folder.filePath(u"looked.csv"_s);
    const auto look = [&] {
        return run({}).exitCode == 0 && run({u"--list"_s}).exitCode == 0 &&
               run({u"--export"_s, csv}).exitCode == 0;
    };
    const auto bytes = [this] {
        QFile file(m_folder.filePath(u"workspace/"_s + recital::Workspace::fileName()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto users = [this] {
        const auto workspace = recital::Workspace::open(m_folder.filePath(u"workspace"_s));
        QSqlQuery query(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
        return query.exec(u"SELECT count(*) FROM live_user"_s) && query.next() ? query.value(0).toInt() : -1;
    };
    QVERIFY(look());
    QCOMPARE(users(), 0);
    QCOMPARE(
        run({u"--import"_s, write(u"one.csv"_s, "0123456789abcdef", "2571"), u"--other-data"_s}).exitCode, 0);
    const int before = users();
    QVERIFY(before > 0);
    const QByteArray file = bytes();
    QVERIFY(look());
    QVERIFY(bytes() == file);
    QCOMPARE(users(), before);
}

void TestEventsCommand::refuses() {
    const Outcome before = run({});
    const Outcome type = run({u"--type"_s, u"love"_s});
    QCOMPARE(type.exitCode, 2);
    QCOMPARE(run({u"--from"_s, u"yesterday"_s}).exitCode, 2);
    QCOMPARE(run({u"--list"_s, u"--export"_s, u"x.csv"_s}).exitCode, 2);
    QCOMPARE(run({u"--import"_s, u"/nowhere.csv"_s}).exitCode, 1);
    const QString bad = write(u"bad.csv"_s, "0123456789abcdef", "many");
    const Outcome refused = run({u"--import"_s, bad, u"--other-data"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains("bad.csv:6"), refused.err.constData());
    QCOMPARE(run({}).out, before.out);
}

QTEST_GUILESS_MAIN(TestEventsCommand)
#include "tst_eventscommand.moc"
