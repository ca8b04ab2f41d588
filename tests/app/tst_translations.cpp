#include <QtTest>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

const QString sourceDir = QStringLiteral(RECITAL_SOURCE_DIR);

/// "context: source" of every message whose translation is unfinished, empty or no longer in the sources.
QStringList openMessages(QIODevice& file) {
    QXmlStreamReader xml(&file);
    QStringList open;
    QString context;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            const bool marked = xml.attributes().hasAttribute("type"_L1);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (marked || text.trimmed().isEmpty())
                open += context + u": "_s + source;
        }
    }
    return open;
}

int messageCount(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count("<message")) : 0;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void placeholdersSurvive();
    void anOpenMessageIsFound();
};

void TestTranslations::everyTextIsTranslated_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("de") << u"recital_de.ts"_s << QStringList{};
    QTest::newRow("en, plurals") << u"recital_en.ts"_s << QStringList{u"-pluralonly"_s};
}

/// Brings a copy of the catalogue up to date with the sources: a text that the catalogue lacks becomes
/// unfinished in the copy, one that the sources lost becomes vanished.
void TestTranslations::everyTextIsTranslated() {
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    QTemporaryDir folder;
    const QString copy = folder.filePath(name);
    QVERIFY(QFile::copy(sourceDir + u"/translations/"_s + name, copy));
    QProcess lupdate;
    lupdate.start(QStringLiteral(RECITAL_LUPDATE),
                  QStringList{u"-silent"_s, u"-locations"_s, u"none"_s, u"-extensions"_s, u"cpp,h"_s, u"-I"_s,
                              sourceDir, sourceDir + u"/app"_s, sourceDir + u"/ui"_s,
                              sourceDir + u"/core/services"_s} +
                      options + QStringList{u"-ts"_s, copy});
    QVERIFY(lupdate.waitForFinished(60000));
    QCOMPARE(lupdate.exitCode(), 0);
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList open = openMessages(file);
    QVERIFY2(open.isEmpty(),
             qPrintable(u"run the target update_translations and translate:\n"_s + open.join(u'\n')));
    QVERIFY(messageCount(copy) > 0);
}

void TestTranslations::placeholdersSurvive() {
    QFile file(sourceDir + u"/translations/recital_de.ts"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression placeholder(u"%(\\d|L\\d|n)"_s);
    const auto placeholders = [](const QString& text) {
        QSet<QString> found;
        for (auto it = placeholder.globalMatch(text); it.hasNext();)
            found += it.next().captured();
        return found;
    };
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            QCOMPARE(placeholders(xml.readElementText(QXmlStreamReader::IncludeChildElements)),
                     placeholders(source));
    }
}

void TestTranslations::anOpenMessageIsFound() {
    QByteArray text = "<TS><context><name>C</name>"
                      "<message><source>a</source><translation>A</translation></message>"
                      "<message><source>b</source><translation type=\"unfinished\"></translation></message>"
                      "<message><source>c</source><translation type=\"vanished\">C</translation></message>"
                      "<message><source>d</source><translation></translation></message></context></TS>";
    QBuffer buffer(&text);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QCOMPARE(openMessages(buffer), (QStringList{u"C: b"_s, u"C: c"_s, u"C: d"_s}));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
