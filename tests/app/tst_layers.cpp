#include <QtTest>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// What the files of one folder may include and must not contain. The table of the README's "Architecture".
struct Layer {
    QString folder;
    QStringList mayUse;    ///< our folders
    QStringList qtModules; ///< empty: no Qt at all
    QStringList libraries; ///< first part of other libraries' headers
    QString forbiddenText; ///< regular expression over the code without comments; empty: none
};

QList<Layer> layers() {
    const QString sql = u"\"\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\\b"_s;
    return {
        {u"core/recsys"_s,
         {u"core/recsys"_s},
         {},
         {u"Eigen"_s, u"faiss"_s, u"immintrin.h"_s, u"cpuid.h"_s, u"fcntl.h"_s, u"unistd.h"_s, u"sys"_s,
          u"pthread.h"_s},
         u"std::c(out|err)\\b|\\bprintf\\s*\\(|\\bs?rand\\s*\\(\\s*\\)"_s},
        {u"core/store"_s, {u"core/store"_s, u"core/recsys"_s}, {u"QtCore"_s, u"QtSql"_s}, {u"Eigen"_s}, {}},
        {u"core/interop"_s,
         {u"core/interop"_s, u"core/recsys"_s},
         {u"QtCore"_s, u"QtNetwork"_s},
         {u"zip.h"_s, u"unistd.h"_s, u"sys"_s},
         sql},
        {u"core/services"_s,
         {u"core/services"_s, u"core/store"_s, u"core/interop"_s, u"core/recsys"_s},
         {u"QtCore"_s, u"QtConcurrent"_s, u"QtNetwork"_s},
         {u"Eigen"_s},
         sql},
        {u"ui"_s,
         {u"ui"_s, u"core/services"_s, u"core/recsys"_s},
         {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtCharts"_s, u"QtSvg"_s, u"QtSvgWidgets"_s},
         {u"Eigen"_s},
         u"\\bQThread\\b|\\bwaitFor\\w*\\s*\\("_s},
        {u"app"_s,
         {u"app"_s, u"ui"_s, u"core/services"_s, u"core/store"_s, u"core/interop"_s, u"core/recsys"_s},
         {u"QtCore"_s, u"QtGui"_s, u"QtWidgets"_s},
         {u"Eigen"_s, u"unistd.h"_s, u"pthread.h"_s},
         sql},
    };
}

/// Modules that have a header of this name: "QString" -> QtCore. Empty for what is no Qt header.
QStringList modulesOf(const QString& header) {
    if (header.startsWith("Qt"_L1) && header.contains(u'/'))
        return {header.section(u'/', 0, 0)};
    QStringList modules;
    const QDir headers(QStringLiteral(RECITAL_QT_HEADERS));
    for (const QString& module : headers.entryList({u"Qt*"_s}, QDir::Dirs))
        if (QFile::exists(headers.filePath(module + u'/' + header)))
            modules += module;
    return modules;
}

bool isStandardHeader(const QString& header) {
    static const QRegularExpression name(u"^[a-z_]+$"_s);
    return name.match(header).hasMatch();
}

QString withoutComments(QString code) {
    static const QRegularExpression comment(u"//[^\\n]*|/\\*.*?\\*/"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    return code.remove(comment);
}

QString whyRefused(const Layer& layer, const QString& header, bool quoted) {
    if (quoted) {
        const QString folder = header.section(u'/', 0, header.startsWith("core/"_L1) ? 1 : 0);
        return layer.mayUse.contains(folder) ? QString() : u"may not use "_s + folder;
    }
    if (isStandardHeader(header) || layer.libraries.contains(header.section(u'/', 0, 0)))
        return {};
    const QStringList modules = modulesOf(header);
    if (modules.isEmpty())
        return u"may not use the library of <%1>"_s.arg(header);
    for (const QString& module : modules)
        if (layer.qtModules.contains(module))
            return {};
    return u"may not use "_s + modules.constFirst();
}

/// One sentence for each line of `code` that the layer forbids.
QStringList violations(const Layer& layer, const QString& code) {
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s,
                                            QRegularExpression::MultilineOption);
    QStringList found;
    const QString text = withoutComments(code);
    for (auto match = include.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch line = match.next();
        const QString why = whyRefused(layer, line.captured(2), line.captured(1) == u'"');
        if (!why.isEmpty())
            found += u"%1 %2 (includes %3)"_s.arg(layer.folder, why, line.captured(2));
    }
    if (!layer.forbiddenText.isEmpty()) {
        const QRegularExpressionMatch match = QRegularExpression(layer.forbiddenText).match(text);
        if (match.hasMatch())
            found += u"%1 must not contain %2"_s.arg(layer.folder, match.captured());
    }
    return found;
}

QString readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestLayers : public QObject {
    Q_OBJECT

private slots:
    void eachFolderKeepsItsDirection_data();
    void eachFolderKeepsItsDirection();
    void theCheckItselfRefuses_data();
    void theCheckItselfRefuses();
    void theTopLevelIsFixed();
    void everySourceFileBelongsToALayer();
};

void TestLayers::eachFolderKeepsItsDirection_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < layers().size(); ++i)
        QTest::newRow(qPrintable(layers().at(i).folder)) << i;
}

void TestLayers::eachFolderKeepsItsDirection() {
    QFETCH(int, index);
    const Layer layer = layers().at(index);
    const QDir root(QStringLiteral(RECITAL_SOURCE_DIR));
    int files = 0;
    QStringList found;
    for (QDirIterator it(root.filePath(layer.folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                         QDirIterator::Subdirectories);
         it.hasNext();) {
        const QString path = it.next();
        ++files;
        for (const QString& violation : violations(layer, readFile(path)))
            found += root.relativeFilePath(path) + u": "_s + violation;
    }
    QVERIFY2(files > 0, qPrintable(u"no source file in "_s + layer.folder));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestLayers::theCheckItselfRefuses_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("count");

    QTest::newRow("Qt in recsys") << u"core/recsys"_s << u"#include <QString>\n#include <vector>\n"_s << 1;
    QTest::newRow("upwards from recsys")
        << u"core/recsys"_s << u"#include \"core/store/workspace.h\"\n"_s << 1;
    QTest::newRow("cout in recsys") << u"core/recsys"_s << u"std::cout << 1;\n"_s << 1;
    QTest::newRow("rand in recsys") << u"core/recsys"_s << u"int x = rand();\n"_s << 1;
    QTest::newRow("comments are free")
        << u"core/recsys"_s << u"// std::cout, rand()\nint operand();\n"_s << 0;
    QTest::newRow("window in services") << u"core/services"_s << u"#include <QWidget>\n"_s << 1;
    QTest::newRow("SQL in services") << u"core/services"_s << u"exec(\"SELECT 1\");\n"_s << 1;
    QTest::newRow("SQL module in services") << u"core/services"_s << u"#include <QSqlQuery>\n"_s << 1;
    QTest::newRow("store in ui") << u"ui"_s << u"#include \"core/store/workspace.h\"\n"_s << 1;
    QTest::newRow("concurrency in ui")
        << u"ui"_s << u"#include <QtConcurrent/QtConcurrent>\n#include <QtConcurrentRun>\n"_s << 2;
    QTest::newRow("thread in ui") << u"ui"_s << u"#include <QThread>\nQThread thread;\n"_s << 1;
    QTest::newRow("waiting in ui") << u"ui"_s << u"pool.waitForDone();\n"_s << 1;
    QTest::newRow("app from ui") << u"ui"_s << u"#include \"app/console.h\"\n"_s << 1;
    QTest::newRow("a clean page")
        << u"ui"_s << u"#include \"core/services/services.h\"\n#include <QWidget>\n#include <array>\n"_s << 0;
}

void TestLayers::theCheckItselfRefuses() {
    QFETCH(QString, folder);
    QFETCH(QString, code);
    QFETCH(int, count);
    for (const Layer& layer : layers())
        if (layer.folder == folder)
            QCOMPARE(violations(layer, code).size(), count);
}

void TestLayers::theTopLevelIsFixed() {
    const QStringList expected{
        u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"LICENSE"_s, u"README.md"_s,    u"app"_s, u"core"_s,
        u"data"_s,           u"resources"_s,         u"tests"_s,   u"translations"_s, u"ui"_s};
    QStringList entries = QDir(QStringLiteral(RECITAL_SOURCE_DIR))
                              .entryList(QDir::AllEntries | QDir::NoDotAndDotDot); // dotfiles are free
    entries.removeAll(u"build"_s);                                                 // ignored by git
    entries.sort();
    QCOMPARE(entries, expected);
}

void TestLayers::everySourceFileBelongsToALayer() {
    const QDir core(QStringLiteral(RECITAL_SOURCE_DIR "/core"));
    QCOMPARE(core.entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{u"interop"_s, u"recsys"_s, u"services"_s, u"store"_s}));
}

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
