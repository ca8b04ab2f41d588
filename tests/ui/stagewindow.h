#pragma once

#include "core/services/services.h"
#include "tests/ui/stagefixture.h"
#include "ui/mainwindow.h"
#include "ui/pages/stagepage.h"
#include "ui/theme.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace recital::test {

/// The whole window in front with the generated model, made anew for every test function.
class StageWindow {
protected:
    static void prepare() {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void open() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_services = Services::create(m_folder->path()).value();
        m_theme = std::make_unique<Theme>();
        m_window = std::make_unique<MainWindow>(*m_services, *m_theme);
        stage()->setReduceMotion(true);
        m_services->store.publish(m_generated);
        m_window->resize(1280, 720);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void close() {
        m_window.reset();
        m_theme.reset();
        m_services.reset();
        m_folder.reset();
    }

    template<typename T>
    T* find(const QString& name) const {
        T* widget = m_window->findChild<T*>(name);
        if (widget == nullptr)
            qFatal("no %s", qPrintable(name));
        return widget;
    }
    LiveSession& live() const { return m_services->live; }
    StagePage* stage() const { return find<StagePage>(QStringLiteral("stagePage")); }

    ModelSnapshot m_generated;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace recital::test
