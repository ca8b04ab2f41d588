#include "ui/dialogs/newuserdialog.h"

#include "core/services/livesession.h"
#include "ui/filmtext.h"
#include "ui/livetext.h"
#include "ui/widgets/filmsearch.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/tastepanel.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 40;

QString freeName(const QStringList& taken) {
    const QStringList names{u"Alice"_s, u"Bob"_s, u"Carol"_s, u"Dan"_s, u"Erin"_s, u"Frank"_s};
    for (const QString& name : names)
        if (!taken.contains(name, Qt::CaseInsensitive))
            return name;
    return {};
}

} // namespace

NewUserDialog::NewUserDialog(const ModelSnapshot& snapshot, const QStringList& names, const Theme& theme,
                             QWidget* parent)
    : QDialog(parent)
    , m_dataset(snapshot.dataset)
    , m_statistics(snapshot.statistics)
    , m_names(names) {
    setObjectName(u"newUserDialog"_s);
    setWindowTitle(tr("New user"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(18));
    layout->setSpacing(theme.px(10));
    layout->addWidget(makeLabel("title", u"newUserTitle"_s, this, windowTitle()));
    m_name = new QLineEdit(freeName(names));
    m_name->setMaxLength(longestName);
    m_name->selectAll();
    keepWidth(theme, m_name, 260);
    layout->addWidget(makeField({u"newUserName"_s, tr("Name"), {}, {}}, m_name, theme, this));
    layout->addWidget(buildStarts(theme));
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(buildNothing());
    m_pages->addWidget(buildFilms(theme));
    m_taste = new TastePanel(theme);
    m_taste->setColumns(2);
    m_taste->setGenres(m_dataset->genreNames());
    m_pages->addWidget(m_taste);
    layout->addWidget(m_pages, 1);
    m_problem = makeLabel("muted", u"newUserProblem"_s, this);
    layout->addWidget(m_problem);

    auto* buttons = new QDialogButtonBox(this);
    m_take = buttons->addButton(tr("&On stage"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"newUserTake"_s);
    m_take->setProperty("role", u"primary"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &NewUserDialog::check);
    connect(m_taste, &TastePanel::tasteChanged, this, &NewUserDialog::check);
    resize(theme.px(560), theme.px(560));
    m_name->setFocus();
    check();
}

QWidget* NewUserDialog::buildStarts(const Theme& theme) {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(18)); // a button must not seem to belong to the word before it
    row->addWidget(new QLabel(tr("Starts with"), box));
    m_starts = new QButtonGroup(box);
    const std::pair<QString, QString> starts[] = {{u"startNothing"_s, tr("&nothing")},
                                                  {u"startFilms"_s, tr("three &films")},
                                                  {u"startTaste"_s, tr("&genres")}};
    int id = 0;
    for (const auto& [name, text] : starts) {
        auto* button = new QRadioButton(text, box);
        button->setObjectName(name);
        m_starts->addButton(button, id++);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_starts->button(0)->setChecked(true);
    connect(m_starts, &QButtonGroup::idToggled, this, [this](int chosen, bool on) {
        if (!on)
            return;
        m_pages->setCurrentIndex(chosen);
        check();
    });
    return box;
}

QWidget* NewUserDialog::buildNothing() {
    QLabel* about = makeLabel("muted", u"newUserNothing"_s, this,
                              tr("The first list is the one that everybody gets: the films that most users "
                                 "like. With every event more of it comes from the model, and the stage says "
                                 "how much."));
    about->setWordWrap(true);
    about->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return about;
}

QWidget* NewUserDialog::buildFilms(const Theme& theme) {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_search = new FilmSearch(theme, page);
    m_search->setObjectName(u"newUserSearch"_s);
    m_search->setPlaceholderText(tr("Find a film and press Enter"));
    m_search->setDataset(m_dataset, m_statistics);
    m_films = new QListWidget(page);
    m_films->setObjectName(u"newUserFilms"_s);
    m_films->setAccessibleName(tr("Chosen films; Delete takes one back"));
    column->addWidget(m_search);
    column->addWidget(m_films, 1);
    connect(m_search, &FilmSearch::filmChosen, this, &NewUserDialog::addFilm);
    auto* remove = new QShortcut(QKeySequence::Delete, m_films);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] {
        delete m_films->currentItem();
        check();
    });
    return page;
}

void NewUserDialog::addFilm(ItemIndex item) {
    const std::vector<ItemIndex> chosen = films();
    if (chosen.size() >= filmsToChoose || std::ranges::find(chosen, item) != chosen.end())
        return;
    auto* row = new QListWidgetItem(filmTitleWithYear(*m_dataset, item), m_films);
    row->setData(Qt::UserRole, item);
    check();
    if (films().size() == filmsToChoose)
        m_take->setFocus();
}

/// Says what is still missing, if anything is.
void NewUserDialog::check() {
    if (m_take == nullptr)
        return;
    QString problem;
    if (name().isEmpty())
        problem = tr("A name is needed.");
    else if (m_names.contains(name(), Qt::CaseInsensitive))
        problem = tr("%1 is on the stage already.").arg(name());
    else if (start() == Start::Films && films().size() < filmsToChoose)
        problem =
            tr("%n film(s) still to choose.", nullptr, static_cast<int>(filmsToChoose - films().size()));
    else if (start() == Start::Taste && taste().empty())
        problem = tr("Raise at least one genre.");
    m_problem->setText(problem);
    m_take->setEnabled(problem.isEmpty());
    m_search->setEnabled(films().size() < filmsToChoose);
}

QString NewUserDialog::name() const {
    return m_name->text().trimmed();
}

NewUserDialog::Start NewUserDialog::start() const {
    return static_cast<Start>(m_starts->checkedId());
}

std::vector<ItemIndex> NewUserDialog::films() const {
    std::vector<ItemIndex> chosen;
    for (int row = 0; row < m_films->count(); ++row)
        chosen.push_back(m_films->item(row)->data(Qt::UserRole).value<ItemIndex>());
    return chosen;
}

GenreTaste NewUserDialog::taste() const {
    return m_taste->taste();
}

std::optional<qint64> createNewUser(LiveSession& session, const Theme& theme, QWidget* parent) {
    const Dataset* dataset = session.snapshot()->dataset.get();
    if (dataset == nullptr)
        return std::nullopt;
    QStringList names; // as the stage calls them: a second "User 42" would be as confusing as a second Alice
    for (const auto& user : session.state().users)
        names += userTitle(*user, dataset);
    NewUserDialog dialog(*session.snapshot(), names, theme, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    const bool taste = dialog.start() == NewUserDialog::Start::Taste;
    const Result<qint64> id = session.addUser(dialog.name(), taste ? dialog.taste() : GenreTaste{});
    if (!id)
        return std::nullopt;
    if (dialog.start() == NewUserDialog::Start::Films)
        for (const ItemIndex film : dialog.films())
            if (!session.act(EventType::Like, film).ok())
                break;
    return *id;
}

} // namespace recital
