#include "core/recsys/algorithms/popularity.h"
#include "core/recsys/io/loader.h"
#include "core/services/services.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/stagefixture.h"
#include "ui/dialogs/newuserdialog.h"
#include "ui/pages/stagelive.h"
#include "ui/pages/stagepage.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/userchooser.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

using namespace recital;
using namespace Qt::StringLiterals;
using test::press;
using test::tabTo;
using test::type;

/// A user is made on the spot, by the keys of the dialog that the chooser opens: with three films, with a
/// taste for genres, with nothing, and what happens when something is wrong.
class TestNewUser : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void nothingIsThePopularTier();
    void threeFilmsByTyping();
    void filmsCanBeTakenBack();
    void fewerThanThreeAreNotEnough();
    void aTasteShowsThatGenre();
    void aTasteShowsThatGenreOnMovieLens();
    void otherStartsAreForgotten();
    void aNameIsNeeded();
    void aNameIsNobodyElses_data();
    void aNameIsNobodyElses();
    void escapeLeavesEverything();
    void theProposalIsFree();

private:
    /// Opens the chooser, takes "New user..." and gives the dialog these keys.
    void inDialog(const std::function<void(NewUserDialog&)>& keys);
    static QString problem(const NewUserDialog& dialog) {
        return dialog.findChild<QLabel*>(u"newUserProblem"_s)->text();
    }
    static bool canBeTaken(const NewUserDialog& dialog) {
        return dialog.findChild<QPushButton*>(u"newUserTake"_s)->isEnabled();
    }
    /// From the field of the name to the search of the films.
    static void toFilms(const NewUserDialog& dialog) {
        press(Qt::Key_F, Qt::AltModifier);
        QTRY_COMPARE(dialog.start(), NewUserDialog::Start::Films);
        QVERIFY(tabTo("newUserSearch"));
    }
    static void toGenres(const NewUserDialog& dialog) {
        press(Qt::Key_G, Qt::AltModifier);
        QTRY_COMPARE(dialog.start(), NewUserDialog::Start::Taste);
    }
    static void findFilm(const char* words) {
        type(words);
        press(Qt::Key_Return);
    }
    LiveSession& live() const { return m_services->live; }
    const Dataset& data() const { return *live().snapshot()->dataset; }
    const std::vector<RecommendationRow>& rows() const {
        return m_page->findChild<RecommendationView*>(u"recommendationList"_s)->recommendations().rows();
    }
    QString text(const QString& label) const { return m_page->findChild<QLabel*>(label)->text(); }
    std::vector<std::string> titlesOfEvents() const {
        std::vector<std::string> titles;
        for (const LiveEvent& event : live().user().events)
            titles.push_back(data().item(event.event.item).title);
        return titles;
    }

    ModelSnapshot m_generated;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<StagePage> m_page;
};

void TestNewUser::initTestCase() {
    m_generated = test::generatedSnapshot();
}

void TestNewUser::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_services = Services::create(m_folder->path()).value();
    m_theme = std::make_unique<Theme>();
    m_page = std::make_unique<StagePage>(*m_services, *m_theme);
    m_page->setReduceMotion(true);
    m_page->resize(1200, 664);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_services->store.publish(m_generated);
}

void TestNewUser::cleanup() {
    m_page.reset();
    m_theme.reset();
    m_services.reset();
    m_folder.reset();
}

void TestNewUser::inDialog(const std::function<void(NewUserDialog&)>& keys) {
    QVERIFY(test::newUser([&keys](QWidget& shown) {
        auto* asked = qobject_cast<NewUserDialog*>(&shown);
        QVERIFY(asked != nullptr);
        keys(*asked);
    }));
}

void TestNewUser::nothingIsThePopularTier() {
    inDialog([](NewUserDialog& dialog) {
        QCOMPARE(test::focusName(), u"newUserName"_s); // typing replaces the proposal
        type("Zoe");
        QCOMPARE(dialog.start(), NewUserDialog::Start::Nothing);
        QVERIFY(problem(dialog).isEmpty());
        press(Qt::Key_Return);
    });
    QCOMPARE(live().user().name, u"Zoe"_s);
    QVERIFY(live().user().events.empty() && live().user().taste.empty());
    QCOMPARE(live().ranking().tier, Tier::Popular);
    QVERIFY2(text(u"tierLabel"_s).startsWith(u"Popular"_s), qPrintable(text(u"tierLabel"_s)));
    QCOMPARE(text(u"scoreMeaningLabel"_s), u"score: popularity"_s);
    // Everybody's list: the films that most users liked.
    QCOMPARE(rows().size(), 10U);
    std::vector<float> most = *live().popularity();
    std::ranges::sort(most, std::ranges::greater{});
    for (std::size_t row = 0; row < rows().size(); ++row)
        QCOMPARE(live().popularity()->at(static_cast<std::size_t>(rows()[row].item)), most[row]);
}

void TestNewUser::threeFilmsByTyping() {
    inDialog([](NewUserDialog& dialog) {
        type("Carol");
        toFilms(dialog);
        findFilm("schindler");
        QCOMPARE(problem(dialog), u"2 film(s) still to choose."_s);
        findFilm("amelie"); // without the accent
        QVERIFY(!canBeTaken(dialog));
        findFilm("matrix reloaded");
        QCOMPARE(test::focusName(), u"newUserTake"_s); // nothing is left to do
        QVERIFY(problem(dialog).isEmpty());
        press(Qt::Key_Return);
    });
    QCOMPARE(live().user().name, u"Carol"_s);
    QCOMPARE(titlesOfEvents(), (std::vector<std::string>{"Schindler's List", "Amélie", "Matrix Reloaded"}));
    for (const LiveEvent& event : live().user().events)
        QCOMPARE(event.event.type, EventType::Like);
    QCOMPARE(live().ranking().tier, Tier::Personal);
    QVERIFY2(text(u"tierLabel"_s).startsWith(u"Personal"_s), qPrintable(text(u"tierLabel"_s)));
    QVERIFY(m_page->findChild<ElidedLabel*>(u"timesLabel"_s)->fullText().contains(u"3 event(s)"_s));
}

void TestNewUser::filmsCanBeTakenBack() {
    inDialog([](NewUserDialog& dialog) {
        type("Dan");
        toFilms(dialog);
        findFilm("schindler");
        findFilm("amelie");
        findFilm("matrix reloaded");
        QVERIFY(canBeTaken(dialog));
        QVERIFY(tabTo("newUserFilms", Qt::Key_Backtab));
        press(Qt::Key_Home);
        press(Qt::Key_Delete);
        QVERIFY(!canBeTaken(dialog));
        QCOMPARE(problem(dialog), u"1 film(s) still to choose."_s);
        QVERIFY(tabTo("newUserSearch", Qt::Key_Backtab));
        findFilm("spider");
        press(Qt::Key_Return);
    });
    QCOMPARE(titlesOfEvents(), (std::vector<std::string>{"Amélie", "Matrix Reloaded", "Spider-Man"}));
}

void TestNewUser::fewerThanThreeAreNotEnough() {
    const std::size_t users = live().state().users.size();
    inDialog([](NewUserDialog& dialog) {
        type("Erin");
        toFilms(dialog);
        QCOMPARE(problem(dialog), u"3 film(s) still to choose."_s);
        findFilm("schindler");
        findFilm("schindler"); // the same again is no second one
        QCOMPARE(problem(dialog), u"2 film(s) still to choose."_s);
        findFilm("no film is called that");
        QCOMPARE(dialog.films().size(), 1U);
        QVERIFY(!canBeTaken(dialog));
        QVERIFY(tabTo("newUserName", Qt::Key_Backtab));
        press(Qt::Key_Return);
        QVERIFY(dialog.isVisible()); // it waits
    });
    QCOMPARE(live().state().users.size(), users);
}

void TestNewUser::aTasteShowsThatGenre() {
    inDialog([](NewUserDialog& dialog) {
        type("Frank");
        toGenres(dialog);
        QCOMPARE(problem(dialog), u"Raise at least one genre."_s);
        QVERIFY(tabTo("taste_Horror"));
        press(Qt::Key_End);
        QVERIFY(problem(dialog).isEmpty());
        QVERIFY(tabTo("newUserTake"));
        press(Qt::Key_Space);
    });
    QCOMPARE(live().user().name, u"Frank"_s);
    QVERIFY(live().user().events.empty());
    QCOMPARE(text(u"scoreMeaningLabel"_s), u"score: taste"_s);
    QCOMPARE(rows().size(), 10U);
    for (const RecommendationRow& row : rows()) {
        QVERIFY(data().item(row.item).genres & (1U << 5)); // Horror in the generated data
        QVERIFY2(row.genres.contains(u"Horror"_s), qPrintable(row.genres));
    }
}

/// The films of the data that everybody knows: no horror film that is none.
void TestNewUser::aTasteShowsThatGenreOnMovieLens() {
    const auto source = openFolder(RECITAL_SOURCE_DIR "/data/ml-latest-small").value();
    ModelSnapshot real;
    real.dataset = loadDataset(*source, JobControl{}).value();
    real.statistics = std::make_shared<DatasetStatistics>(computeStatistics(*real.dataset));
    real.popularity = trainPopularity(RatingMatrix::positives(*real.dataset, 4.0F));
    m_services->store.publish(real);
    inDialog([](NewUserDialog& dialog) {
        type("Frank");
        toGenres(dialog);
        QVERIFY(tabTo("taste_Horror"));
        press(Qt::Key_End);
        QVERIFY(tabTo("newUserTake"));
        press(Qt::Key_Space);
    });
    const auto& names = data().genreNames();
    const auto horror = std::ranges::find(names, "Horror") - names.begin();
    QVERIFY(horror < static_cast<std::ptrdiff_t>(names.size()));
    QCOMPARE(rows().size(), 10U);
    for (const RecommendationRow& row : rows())
        QVERIFY2(data().item(row.item).genres >> horror & 1U, qPrintable(row.title));
}

/// What was chosen for one start is not taken along into another.
void TestNewUser::otherStartsAreForgotten() {
    inDialog([](NewUserDialog& dialog) {
        type("Gina");
        toFilms(dialog);
        findFilm("schindler");
        findFilm("amelie");
        findFilm("matrix reloaded");
        toGenres(dialog);
        QVERIFY(!canBeTaken(dialog));
        QVERIFY(tabTo("taste_Horror"));
        press(Qt::Key_Right);
        QVERIFY(canBeTaken(dialog));
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(dialog.start(), NewUserDialog::Start::Nothing);
        QVERIFY(tabTo("newUserName", Qt::Key_Backtab));
        press(Qt::Key_Return);
    });
    QCOMPARE(live().user().name, u"Gina"_s);
    QVERIFY(live().user().events.empty() && live().user().taste.empty());
}

void TestNewUser::aNameIsNeeded() {
    const std::size_t users = live().state().users.size();
    inDialog([](NewUserDialog& dialog) {
        press(Qt::Key_Backspace);
        QCOMPARE(problem(dialog), u"A name is needed."_s);
        type("   ");
        QVERIFY(!canBeTaken(dialog));
        press(Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        type("H");
        QVERIFY(canBeTaken(dialog));
    });
    QCOMPARE(live().state().users.size(), users); // closed, not taken
}

void TestNewUser::aNameIsNobodyElses_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("the same") << QByteArray("Alice");
    QTest::newRow("small letters") << QByteArray("alice ");
    QTest::newRow("user of the data") << QByteArray("User 4");
    QTest::newRow("who was there first") << QByteArray("Newcomer");
}

void TestNewUser::aNameIsNobodyElses() {
    QFETCH(QByteArray, name);
    QVERIFY(live().addUser(u"Alice"_s).ok());
    QVERIFY(live().addDatasetUser(3).ok()); // number 4 of the data
    const std::size_t users = live().state().users.size();
    inDialog([&](NewUserDialog& dialog) {
        type(name.constData());
        QCOMPARE(problem(dialog), u"%1 is on the stage already."_s.arg(QString::fromUtf8(name.trimmed())));
        press(Qt::Key_Return);
        QVERIFY(dialog.isVisible());
    });
    QCOMPARE(live().state().users.size(), users);
}

void TestNewUser::escapeLeavesEverything() {
    const LiveState before = live().state();
    const std::size_t entries = live().history().size();
    inDialog([](NewUserDialog& dialog) {
        type("Ivy");
        toFilms(dialog);
        findFilm("schindler");
        findFilm("amelie");
        type("mat");
        press(Qt::Key_Escape); // first what was being typed
        QVERIFY(dialog.isVisible());
        QVERIFY(dialog.findChild<QLineEdit*>(u"newUserSearch"_s)->text().isEmpty());
        press(Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    });
    QVERIFY(live().state() == before);
    QCOMPARE(live().history().size(), entries);
    QVERIFY(m_services->eventLog.lines()->empty());
}

void TestNewUser::theProposalIsFree() {
    QStringList made;
    for (int i = 0; i < 7; ++i)
        inDialog([&](NewUserDialog& dialog) {
            if (dialog.name().isEmpty())
                return; // more names than it knows: the person thinks of one
            made += dialog.name();
            press(Qt::Key_Return);
        });
    QCOMPARE(made, (QStringList{u"Alice"_s, u"Bob"_s, u"Carol"_s, u"Dan"_s, u"Erin"_s, u"Frank"_s}));
    QCOMPARE(live().state().users.size(), 7U); // and the newcomer
}

QTEST_MAIN(TestNewUser)
#include "tst_newuser.moc"
