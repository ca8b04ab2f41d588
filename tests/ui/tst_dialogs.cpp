#include "tests/ui/datasets.h"
#include "ui/dialogs/columndialog.h"
#include "ui/dialogs/downloaddialog.h"
#include "ui/dialogs/filedialogs.h"
#include "ui/dialogs/helpdialog.h"
#include "ui/errortext.h"
#include "ui/pagehelp.h"
#include "ui/theme.h"
#include "ui/widgets/notice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

namespace {

/// Answers every request by the end of its path; anything else is 404.
class LoopbackServer : public QTcpServer {
public:
    QHash<QByteArray, QByteArray> files;
    bool silent = false; ///< accepts and never answers

    explicit LoopbackServer() {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    QUrl address() const { return QUrl(u"http://127.0.0.1:%1/"_s.arg(serverPort())); }

private:
    void answer(QTcpSocket* socket) {
        const QByteArray request = socket->readAll();
        if (silent || !request.startsWith("GET"))
            return;
        const QByteArray name = request.mid(5, request.indexOf(' ', 5) - 5);
        const bool known = files.contains(name);
        const QByteArray body = files.value(name);
        socket->write(
            (known ? "HTTP/1.1 200 OK\r\nContent-Length: " : "HTTP/1.1 404 Not Found\r\nContent-Length: ") +
            QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }
};

template<typename T>
T* child(const QObject& parent, const QString& name) {
    T* found = parent.findChild<T*>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

ColumnPreview previewOfRatings() {
    ColumnPreview preview;
    preview.guess.file = "ratings.txt";
    preview.guess.delimiter = ';';
    preview.guess.time = 3;
    preview.rows = {{"who", "what", "stars", "when", "note"},
                    {"12", "50", "4.5", "881250949", "a,b"},
                    {"13", "50", "5", "881250951", "c,d"}};
    return preview;
}

} // namespace

class TestDialogs : public QObject {
    Q_OBJECT
private slots:
    void everyErrorHasItsOwnSentence();
    void noticeShowsSentenceAndDetail();
    void everyPageIsExplained();
    void fileDialogsTakeAPreparedAnswer();
    void columnsStartFromTheGuess();
    void columnsSayWhatIsWrong_data();
    void columnsSayWhatIsWrong();
    void columnsWithoutRatings();
    void columnsSplitAnewForAnotherDelimiter();
    void downloadNeedsConsent();
    void downloadDeliversTheFile();
    void downloadSaysWhatWentWrong();
    void downloadCanBeCancelled();
    void closingCancels();
    void downloadOpensWhatIsThere();
};

void TestDialogs::everyErrorHasItsOwnSentence() {
    QSet<QString> sentences;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const QString sentence = errorSentence(static_cast<ErrorCode>(code));
        QVERIFY(sentence.size() > 10);
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        sentences += sentence;
    }
    QCOMPARE(sentences.size(), static_cast<int>(ErrorCode::Internal) + 1);
}

void TestDialogs::noticeShowsSentenceAndDetail() {
    Theme theme;
    Notice notice(theme);
    QVERIFY(notice.isHidden());
    notice.showError(ErrorCode::BadFormat, u"ratings.csv:7: <b>no number</b>"_s, u"x was not opened."_s);
    QVERIFY(!notice.isHidden());
    QCOMPARE(child<QLabel>(notice, u"noticeText"_s)->text(),
             u"x was not opened. "_s + errorSentence(ErrorCode::BadFormat));
    auto* detail = child<QLabel>(notice, u"noticeDetail"_s);
    QCOMPARE(detail->text(), u"ratings.csv:7: <b>no number</b>"_s);
    QCOMPARE(detail->textFormat(), Qt::PlainText); // a file's text is never markup
    child<QAbstractButton>(notice, u"noticeClose"_s)->click();
    QVERIFY(notice.isHidden());
    notice.showText(u"Cancelled"_s);
    QVERIFY(detail->isHidden());
}

void TestDialogs::everyPageIsExplained() {
    Theme theme;
    QSet<QString> texts;
    for (const QString& page : {u"data"_s, u"train"_s, u"compare"_s, u"stage"_s}) {
        HelpDialog dialog(page, page, theme);
        texts += child<QLabel>(dialog, u"helpText"_s)->text();
        QCOMPARE(child<QLabel>(dialog, u"helpText"_s)->text(), pageHelp(page));
    }
    QCOMPARE(texts.size(), 4);
}

void TestDialogs::fileDialogsTakeAPreparedAnswer() {
    filedialogs::setNextAnswer(u"/a"_s);
    QCOMPARE(filedialogs::chooseFolder(nullptr, u"t"_s, QString()), u"/a"_s);
    filedialogs::setNextAnswer(QString());
    QCOMPARE(filedialogs::chooseFile(nullptr, u"t"_s, QString(), QString()), QString());
}

void TestDialogs::columnsStartFromTheGuess() {
    Theme theme;
    ColumnDialog dialog(u"ratings.txt"_s, previewOfRatings(), theme);
    const ColumnMapping mapping = dialog.mapping();
    QCOMPARE(mapping.file, std::string("ratings.txt"));
    QCOMPARE(mapping.delimiter, ';');
    QVERIFY(mapping.hasHeader);
    QCOMPARE(mapping.user, 0);
    QCOMPARE(mapping.item, 1);
    QCOMPARE(mapping.value, 2);
    QCOMPARE(mapping.time, 3);
    QCOMPARE(dialog.problem(), QString());
    QVERIFY(child<QPushButton>(dialog, u"columnOpen"_s)->isEnabled());
    auto* table = child<QTableWidget>(dialog, u"columnPreview"_s);
    QCOMPARE(table->rowCount(), 2); // the header is no data
    QCOMPARE(table->columnCount(), 5);
    QCOMPARE(table->item(0, 2)->text(), u"4.5"_s);
    QVERIFY(table->horizontalHeaderItem(0)->text().contains(u"who"_s));
}

void TestDialogs::columnsSayWhatIsWrong_data() {
    QTest::addColumn<QString>("box");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("mention");
    QTest::newRow("twice") << u"columnItem"_s << 0 << u"who"_s;
    QTest::newRow("text as rating") << u"columnValue"_s << 4 << u"a,b"_s;
    QTest::newRow("fraction as user") << u"columnUser"_s << 2 << u"stars"_s;
    QTest::newRow("text as time") << u"columnTime"_s << 4 << u"line 2"_s;
}

void TestDialogs::columnsSayWhatIsWrong() {
    QFETCH(QString, box);
    QFETCH(int, column);
    QFETCH(QString, mention);
    Theme theme;
    ColumnDialog dialog(u"ratings.txt"_s, previewOfRatings(), theme);
    auto* choice = child<QComboBox>(dialog, box);
    choice->setCurrentIndex(choice->findData(column));
    const QString problem = child<QLabel>(dialog, u"columnProblem"_s)->text();
    QVERIFY2(problem.contains(mention), qPrintable(problem));
    QVERIFY(!child<QPushButton>(dialog, u"columnOpen"_s)->isEnabled());
}

void TestDialogs::columnsWithoutRatings() {
    Theme theme;
    ColumnDialog dialog(u"ratings.txt"_s, previewOfRatings(), theme);
    for (const QString& name : {u"columnValue"_s, u"columnTime"_s})
        child<QComboBox>(dialog, name)->setCurrentIndex(0);
    QCOMPARE(dialog.mapping().value, -1);
    QCOMPARE(dialog.mapping().time, -1);
    QCOMPARE(dialog.problem(), QString());
    // Without a header line the first line is data, and "who" is no user.
    child<QCheckBox>(dialog, u"columnHeader"_s)->click();
    QVERIFY(!dialog.mapping().hasHeader);
    QVERIFY2(dialog.problem().contains(u"who"_s), qPrintable(dialog.problem()));
}

void TestDialogs::columnsSplitAnewForAnotherDelimiter() {
    Theme theme;
    ColumnDialog dialog(u"ratings.txt"_s, previewOfRatings(), theme);
    auto* delimiter = child<QComboBox>(dialog, u"columnDelimiter"_s);
    delimiter->setCurrentIndex(delimiter->findData(int(',')));
    emit delimiter->activated(delimiter->currentIndex());
    auto* table = child<QTableWidget>(dialog, u"columnPreview"_s);
    QCOMPARE(table->columnCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"12;50;4.5;881250949;a"_s);
    QCOMPARE(dialog.mapping().delimiter, ',');
    QVERIFY(!dialog.problem().isEmpty());
}

void TestDialogs::downloadNeedsConsent() {
    Theme theme;
    DownloadService service;
    QTemporaryDir folder;
    DownloadDialog dialog(service, theme, folder.path());
    auto* start = child<QPushButton>(dialog, u"downloadStart"_s);
    const QString conditions = child<QLabel>(dialog, u"conditionsText"_s)->text();
    QVERIFY(conditions.contains(u"Harper"_s));
    QVERIFY(conditions.contains(u"commercial"_s));
    QCOMPARE(child<QListWidget>(dialog, u"editionList"_s)->count(), int(movieLensEditions().size()));
    QVERIFY(!start->isEnabled());
    child<QCheckBox>(dialog, u"acceptConditions"_s)->click();
    QVERIFY(start->isEnabled());
    child<QLineEdit>(dialog, u"downloadFolder"_s)->clear();
    QVERIFY(!start->isEnabled());
    filedialogs::setNextAnswer(folder.path());
    child<QPushButton>(dialog, u"downloadBrowse"_s)->click();
    QVERIFY(start->isEnabled());
    child<QCheckBox>(dialog, u"acceptConditions"_s)->click();
    QVERIFY(!start->isEnabled());
}

void TestDialogs::downloadDeliversTheFile() {
    const QByteArray name = movieLensEditions().front().fileName.toLatin1();
    const QByteArray content(200'000, 'x');
    LoopbackServer server;
    server.files[name] = content;
    server.files[name + ".md5"] =
        QCryptographicHash::hash(content, QCryptographicHash::Md5).toHex() + "  " + name;
    Theme theme;
    DownloadService service;
    service.setBaseAddress(server.address());
    QTemporaryDir folder;
    DownloadDialog dialog(service, theme, folder.path());
    QSignalSpy load(&dialog, &DownloadDialog::loadRequested);
    dialog.show();
    child<QCheckBox>(dialog, u"acceptConditions"_s)->click();
    child<QPushButton>(dialog, u"downloadStart"_s)->click();
    QTRY_COMPARE(load.count(), 1);
    QCOMPARE(load.first().first().toString(), folder.filePath(QString::fromLatin1(name)));
    QVERIFY(QFile::exists(folder.filePath(QString::fromLatin1(name))));
    QTRY_VERIFY(!dialog.isVisible());
}

void TestDialogs::downloadSaysWhatWentWrong() {
    const QByteArray name = movieLensEditions().front().fileName.toLatin1();
    LoopbackServer server;
    server.files[name] = "not what was promised";
    server.files[name + ".md5"] = "00000000000000000000000000000000  " + name;
    Theme theme;
    DownloadService service;
    service.setBaseAddress(server.address());
    QTemporaryDir folder;
    DownloadDialog dialog(service, theme, folder.path());
    QSignalSpy load(&dialog, &DownloadDialog::loadRequested);
    dialog.show();
    child<QCheckBox>(dialog, u"acceptConditions"_s)->click();
    child<QPushButton>(dialog, u"downloadStart"_s)->click();
    auto* notice = child<Notice>(dialog, u"notice"_s);
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(child<QLabel>(*notice, u"noticeText"_s)->text(), errorSentence(ErrorCode::Checksum));
    QVERIFY(dialog.isVisible());
    QVERIFY(child<QPushButton>(dialog, u"downloadStart"_s)->isEnabled()); // to try again
    QCOMPARE(load.count(), 0);
}

void TestDialogs::downloadCanBeCancelled() {
    LoopbackServer server;
    server.silent = true;
    Theme theme;
    DownloadService service;
    service.setBaseAddress(server.address());
    QTemporaryDir folder;
    DownloadDialog dialog(service, theme, folder.path());
    dialog.show();
    child<QCheckBox>(dialog, u"acceptConditions"_s)->click();
    child<QPushButton>(dialog, u"downloadStart"_s)->click();
    auto* cancel = child<QPushButton>(dialog, u"downloadCancel"_s);
    QVERIFY(cancel->isVisible());
    QVERIFY(!child<QListWidget>(dialog, u"editionList"_s)->isEnabled());
    QVERIFY(child<QProgressBar>(dialog, u"downloadProgress"_s)->isVisible());
    cancel->click();
    QTRY_VERIFY(!cancel->isVisible());
    QVERIFY(!service.running());
    QVERIFY(child<QListWidget>(dialog, u"editionList"_s)->isEnabled());
}

void TestDialogs::closingCancels() {
    LoopbackServer server;
    server.silent = true;
    Theme theme;
    DownloadService service;
    service.setBaseAddress(server.address());
    QTemporaryDir folder;
    DownloadDialog dialog(service, theme, folder.path());
    dialog.show();
    child<QCheckBox>(dialog, u"acceptConditions"_s)->click();
    child<QPushButton>(dialog, u"downloadStart"_s)->click();
    QVERIFY(service.running());
    dialog.reject();
    QTRY_VERIFY(!service.running());
}

void TestDialogs::downloadOpensWhatIsThere() {
    Theme theme;
    DownloadService service;
    QTemporaryDir folder;
    const QString file = folder.filePath(movieLensEditions().front().fileName);
    QVERIFY(test::writeText(file, "zip"));
    DownloadDialog dialog(service, theme, folder.path());
    QSignalSpy load(&dialog, &DownloadDialog::loadRequested);
    child<QCheckBox>(dialog, u"acceptConditions"_s)->click();
    child<QPushButton>(dialog, u"downloadStart"_s)->click();
    QCOMPARE(load.count(), 1);
    QCOMPARE(load.first().first().toString(), file);
    QVERIFY(!service.running());
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
