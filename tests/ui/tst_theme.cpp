#include "tests/ui/colormath.h"
#include "ui/stylesheet.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void colourMathAgreesWithPublishedValues();
    void textIsReadable_data();
    void textIsReadable();
    void graphicsAreVisible_data() { textIsReadable_data(); }
    void graphicsAreVisible();
    void categoriesStayApartForEveryEye_data();
    void categoriesStayApartForEveryEye();
    void sizesFollowHeightAndZoom();
    void changedOnlyWhenSomethingChanges();
    void styleSheetIsComplete();
    void applicationTakesTheTheme();
    void everyIconDraws();
};

void TestTheme::colourMathAgreesWithPublishedValues() {
    // Contrast: WCAG's own extremes. CIEDE2000: pairs 1, 7, 13, 17 and 25 of Sharma et al., table 1.
    QCOMPARE(test::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(test::contrast(Qt::red, Qt::red), 1.0);
    struct Pair {
        test::Vector3 first, second;
        double distance;
    };
    const Pair pairs[] = {
        {{50.0, 2.6772, -79.7751}, {50.0, 0.0, -82.7485}, 2.0425},
        {{50.0, 0.0, 0.0}, {50.0, -1.0, 2.0}, 2.3669},
        {{50.0, -0.0010, 2.4900}, {50.0, 0.0011, -2.4900}, 4.7461},
        {{50.0, 2.5, 0.0}, {73.0, 25.0, -18.0}, 27.1492},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
    };
    for (const Pair& pair : pairs) {
        const double distance = test::ciede2000(pair.first, pair.second);
        QVERIFY2(std::abs(distance - pair.distance) < 1e-4, qPrintable(QString::number(distance, 'f', 5)));
    }
}

void TestTheme::textIsReadable_data() {
    QTest::addColumn<ThemeKind>("kind");
    QTest::newRow("light") << ThemeKind::Light;
    QTest::newRow("dark") << ThemeKind::Dark;
}

void TestTheme::textIsReadable() {
    QFETCH(ThemeKind, kind);
    const ThemeColors c = Theme::colorsOf(kind);
    const auto check = [](const char* what, const QColor& text, std::initializer_list<QColor> grounds) {
        for (const QColor& ground : grounds) {
            const double ratio = test::contrast(text, ground);
            QVERIFY2(ratio >= 4.5,
                     qPrintable(u"%1 on %2: %3"_s.arg(QLatin1String(what), ground.name()).arg(ratio)));
        }
    };
    check("text", c.text, {c.window, c.surface, c.raised, c.selection});
    check("mutedText", c.mutedText, {c.window, c.surface, c.raised, c.selection});
    check("accent", c.accent, {c.window, c.surface, c.raised, c.selection});
    check("gain", c.gain, {c.window, c.surface, c.raised, c.selection});
    check("loss", c.loss, {c.window, c.surface, c.raised, c.selection});
    check("onAccent", c.onAccent, {c.accent, c.accentHover});
    check("tool tip", c.surface, {c.text});
}

void TestTheme::graphicsAreVisible() {
    QFETCH(ThemeKind, kind);
    const ThemeColors c = Theme::colorsOf(kind);
    // Charts and the map lie on surface; fields and buttons also on the page.
    for (const QColor& category : c.categories)
        QVERIFY2(test::contrast(category, c.surface) >= 3.0, qPrintable(category.name()));
    QVERIFY(test::contrast(c.other, c.surface) >= 3.0);
    for (const QColor& ground : {c.window, c.surface})
        QVERIFY2(test::contrast(c.outline, ground) >= 3.0, qPrintable(ground.name()));
}

void TestTheme::categoriesStayApartForEveryEye_data() {
    QTest::addColumn<ThemeKind>("kind");
    QTest::addColumn<int>("vision");
    const std::pair<const char*, test::Vision> eyes[] = {{"normal", test::Vision::Normal},
                                                         {"protanopia", test::Vision::Protanopia},
                                                         {"deuteranopia", test::Vision::Deuteranopia},
                                                         {"tritanopia", test::Vision::Tritanopia}};
    for (const auto& [name, vision] : eyes) {
        QTest::addRow("light, %s", name) << ThemeKind::Light << static_cast<int>(vision);
        QTest::addRow("dark, %s", name) << ThemeKind::Dark << static_cast<int>(vision);
    }
}

void TestTheme::categoriesStayApartForEveryEye() {
    QFETCH(ThemeKind, kind);
    QFETCH(int, vision);
    const auto categories = Theme::colorsOf(kind).categories;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        for (std::size_t j = i + 1; j < categories.size(); ++j) {
            const auto seen = [&](std::size_t k) {
                const auto rgb = test::linearRgb(categories[k]);
                return test::lab(test::simulate(rgb, static_cast<test::Vision>(vision)));
            };
            const double distance = test::ciede2000(seen(i), seen(j));
            QVERIFY2(
                distance >= 12.0,
                qPrintable(u"%1 and %2: %3"_s.arg(categories[i].name(), categories[j].name()).arg(distance)));
        }
    }
}

void TestTheme::sizesFollowHeightAndZoom() {
    Theme theme;
    QCOMPARE(theme.scale(), 1.0);
    QCOMPARE(theme.px(14), 14);
    theme.setWindowHeight(1080);
    QCOMPARE(theme.scale(), 1.5);
    QCOMPARE(theme.px(24), 36);
    theme.setWindowHeight(2160);
    QCOMPARE(theme.px(24), 72);
    QCOMPARE(theme.px(0.1), 1); // never vanishes
    theme.setWindowHeight(720);
    theme.setZoom(1.5);
    QCOMPARE(theme.px(20), 30);
    QCOMPARE(theme.font(20).pixelSize(), 30);
    theme.setZoom(100.0);
    QCOMPARE(theme.zoom(), 2.5);
    theme.setZoom(0.0);
    QCOMPARE(theme.zoom(), 0.6);
}

void TestTheme::changedOnlyWhenSomethingChanges() {
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setKind(ThemeKind::Light);
    theme.setWindowHeight(724); // the same step of 20 lines
    theme.setZoom(1.0);
    QCOMPARE(changed.count(), 0);
    theme.setKind(ThemeKind::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(theme.colors().window, Theme::colorsOf(ThemeKind::Dark).window);
    theme.setWindowHeight(800);
    QCOMPARE(changed.count(), 2);
}

void TestTheme::styleSheetIsComplete() {
    Theme theme;
    theme.setWindowHeight(1080);
    const QString sheet = styleSheetFor(theme);
    QVERIFY(sheet.size() > 1000);
    QVERIFY2(!sheet.contains(u'@'), "a token was not replaced");
    static const QRegularExpression unit(u"\\b\\d+u\\b"_s);
    QVERIFY2(!sheet.contains(unit), "a length was not scaled");
    QVERIFY(sheet.contains(u"font-size: 33px"_s)); // 22u of role "title" at 1080 lines
    static const QRegularExpression image(u"url\\((:[^)]+)\\)"_s);
    int images = 0;
    for (auto it = image.globalMatch(sheet); it.hasNext(); ++images) {
        const QString path = it.next().captured(1);
        QVERIFY2(QFile::exists(path), qPrintable(path));
    }
    QVERIFY(images > 0);
}

void TestTheme::applicationTakesTheTheme() {
    Theme theme;
    theme.setKind(ThemeKind::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.colors().window);
    QCOMPARE(QApplication::font().pixelSize(), 14);
    QLabel title(u"x"_s);
    title.setProperty("role", u"title"_s);
    title.ensurePolished();
    QCOMPARE(title.font().pixelSize(), 22);
    QLabel own(u"x"_s);
    own.setFont(theme.font(30));
    own.ensurePolished();
    QCOMPARE(own.font().pixelSize(), 30); // the sheet leaves fonts alone that a widget chose
    theme.setZoom(2.0);
    QCOMPARE(title.font().pixelSize(), 44);
}

void TestTheme::everyIconDraws() {
    const QStringList icons = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(icons.size() >= 10);
    for (const QString& file : icons) {
        const QImage image = iconPixmap(file.chopped(4), QColor(10, 200, 30), 24, 2.0).toImage();
        QCOMPARE(image.size(), QSize(48, 48));
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixelColor(x, y) == QColor(10, 200, 30) ? 1 : 0;
        }
        QVERIFY2(inked > 30, qPrintable(file));
    }
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
