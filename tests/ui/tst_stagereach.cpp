#include "tests/ui/keyboard.h"
#include "tests/ui/stagewindow.h"
#include "ui/pages/stagelive.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>

using namespace recital;
using namespace Qt::StringLiterals;
using test::press;

/// What the keyboard needs in every view of the stage: keys that mean one thing, a way to everything that can
/// be used, and a focus that is seen.
class TestStageReach : public QObject, private test::StageWindow {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void noTwoShortcutsAlike_data();
    void noTwoShortcutsAlike();
    void everythingIsReachedAndSeen_data();
    void everythingIsReachedAndSeen();

private:
    void showPanel(const QString& view, const QString& panel);
};

void TestStageReach::initTestCase() {
    prepare();
    m_generated = test::generatedSnapshot();
}

void TestStageReach::init() {
    open();
}

void TestStageReach::cleanup() {
    close();
}

/// By the segments of the switches, as their mnemonics differ from language to language.
void TestStageReach::showPanel(const QString& view, const QString& panel) {
    stage()->showView(view);
    if (!panel.isEmpty())
        find<QPushButton>(u"segment_"_s + panel)->click();
    QCOMPARE(stage()->currentView(), view);
}

void TestStageReach::noTwoShortcutsAlike_data() {
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("panel");
    QTest::newRow("live") << u"live"_s << QString();
    QTest::newRow("one user") << u"pair"_s << QString();
    QTest::newRow("two users") << u"pair"_s << u"Bob"_s;
    QTest::newRow("rules") << u"rules"_s << QString();
    for (const QString& panel : {u"rules"_s, u"numbers"_s, u"simulator"_s})
        QTest::newRow(qPrintable(u"evidence, "_s + panel)) << u"evidence"_s << panel;
    QTest::newRow("retrain") << u"retrain"_s << QString();
}

/// A key that two visible widgets claim works for neither.
void TestStageReach::noTwoShortcutsAlike() {
    QFETCH(QString, view);
    QFETCH(QString, panel);
    press(Qt::Key_4, Qt::ControlModifier);
    if (panel == u"Bob")
        QVERIFY(live().addUser(std::exchange(panel, {})).ok());
    showPanel(view, panel);
    QHash<QKeySequence, QStringList> owners;
    const auto claim = [&](const QKeySequence& keys, const QObject* owner) {
        if (!keys.isEmpty())
            owners[keys] += owner->objectName();
    };
    for (const auto* button : m_window->findChildren<QAbstractButton*>())
        if (button->isVisible())
            claim(button->shortcut(), button);
    for (const auto* label : m_window->findChildren<QLabel*>())
        if (label->isVisible() && label->buddy() != nullptr)
            claim(QKeySequence::mnemonic(label->text()), label);
    for (const auto* shortcut : m_window->findChildren<QShortcut*>())
        if (qobject_cast<QWidget*>(shortcut->parent())->isVisible())
            claim(shortcut->key(), shortcut->parent());
    for (const QAction* action : m_window->actions())
        for (const QKeySequence& keys : action->shortcuts())
            claim(keys, action);
    QVERIFY(owners.size() > 20); // pages, views and the actions of the window
    for (const auto& [keys, names] : owners.asKeyValueRange())
        QVERIFY2(names.size() == 1, qPrintable(keys.toString() + u": "_s + names.join(u", "_s)));
}

void TestStageReach::everythingIsReachedAndSeen_data() {
    noTwoShortcutsAlike_data();
    for (const QString& panel : {u"history"_s, u"state"_s, u"events"_s, u"similar"_s, u"taste"_s})
        QTest::newRow(qPrintable(u"drawer, "_s + panel)) << u"drawer"_s << panel;
}

/// Tab comes to everything that can be used, and shows where it is.
void TestStageReach::everythingIsReachedAndSeen() {
    QFETCH(QString, view);
    QFETCH(QString, panel);
    press(Qt::Key_4, Qt::ControlModifier);
    for (const ItemIndex film : {8, 16, 3})
        QVERIFY(live().act(EventType::Like, film).ok());
    if (panel == u"Bob")
        QVERIFY(live().addUser(std::exchange(panel, {})).ok());
    if (view == u"drawer")
        stage()->live().openDrawer(panel);
    else
        showPanel(view, panel);
    QSet<const QWidget*> reached;
    for (;;) {
        press(Qt::Key_Tab);
        QWidget* stop = QApplication::focusWidget();
        QVERIFY(stop != nullptr);
        if (reached.contains(stop))
            break;
        reached += stop;
        const QImage with = stop->grab().toImage();
        stop->clearFocus();
        const QImage without = stop->grab().toImage();
        stop->setFocus(Qt::TabFocusReason);
        QVERIFY2(with != without, qPrintable(u"nobody sees the focus on "_s + stop->objectName()));
    }
    const auto covered = [&](const QWidget* widget) {
        if (reached.contains(widget))
            return true;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button == nullptr)
            return false;
        if (button->group() != nullptr && button->group()->exclusive() && !button->isChecked())
            return reached.contains(button->group()->checkedButton()); // arrows lead on from there
        return button->autoExclusive();
    };
    for (const QWidget* widget : stage()->findChildren<QWidget*>()) {
        const bool usable =
            qobject_cast<const QAbstractButton*>(widget) != nullptr ||
            qobject_cast<const QSlider*>(widget) != nullptr ||
            qobject_cast<const QComboBox*>(widget) != nullptr ||
            qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
            qobject_cast<const QLineEdit*>(widget) != nullptr ||
            (qobject_cast<const QAbstractItemView*>(widget) != nullptr && !widget->inherits("QHeaderView"));
        const bool own = !widget->objectName().isEmpty() && !widget->objectName().startsWith(u"qt_");
        if (usable && own && widget->isVisible() && widget->isEnabled())
            QVERIFY2(covered(widget), qPrintable(u"Tab never comes to "_s + widget->objectName()));
    }
}

QTEST_MAIN(TestStageReach)
#include "tst_stagereach.moc"
