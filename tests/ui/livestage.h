#pragma once

#include "core/services/services.h"
#include "tests/ui/stagefixture.h"
#include "ui/pages/stagelive.h"
#include "ui/pages/stagepage.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filmmap.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/whypanel.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace recital::test {

using namespace Qt::StringLiterals;

/// The stage's page with the generated model, made anew for every test function.
class LiveStage {
protected:
    void open() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_services = Services::create(m_folder->path()).value();
        m_page = std::make_unique<StagePage>(*m_services, *m_theme);
        m_page->resize(1200, 664);
        m_page->setReduceMotion(true);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_services->store.publish(m_generated);
    }
    void close() {
        m_page.reset();
        m_services.reset();
        m_folder.reset();
    }

    template<typename T>
    T* find(const char* name) const {
        T* widget = m_page->findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT_X(widget != nullptr, "find", name);
        return widget;
    }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    LiveSession& live() const { return m_services->live; }
    RecommendationView* list() const { return find<RecommendationView>("recommendationList"); }
    FilmMap* map() const { return find<FilmMap>("filmMap"); }
    WhyPanel* why() const { return find<WhyPanel>("whyPanel"); }
    ItemIndex itemOf(int row) const {
        return list()->recommendations().rows()[static_cast<std::size_t>(row)].item;
    }
    QStringList films() const {
        QStringList result;
        for (const RecommendationRow& row : list()->recommendations().rows())
            result += row.title + u' ' + row.score;
        return result;
    }
    QPoint centreOf(int row) const { return list()->visualRect(list()->model()->index(row, 0)).center(); }
    void like(std::initializer_list<ItemIndex> films) const {
        for (const ItemIndex film : films)
            QVERIFY(live().act(EventType::Like, film).ok());
    }
    QString fullText(const char* label) const { return find<ElidedLabel>(label)->fullText(); }

    ModelSnapshot m_generated;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<StagePage> m_page;
};

} // namespace recital::test
