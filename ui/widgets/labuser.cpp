#include "ui/widgets/labuser.h"

#include "core/recsys/live/rankdifference.h"
#include "ui/filmtext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/recommendationview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

LabUser::LabUser(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setProperty("role", u"card"_s);
    build();
    setSplit(nullptr, nullptr);
}

void LabUser::build() {
    QLabel* name = makeLabel("heading", u"labUserHeading"_s, this, tr("List &of user"));
    m_id = new QLineEdit(this);
    m_id->setObjectName(u"labUserId"_s);
    m_id->setAccessibleName(tr("User, as the data set numbers them"));
    m_id->setAlignment(Qt::AlignRight);
    m_id->setToolTip(tr("Type a user's number and press Enter."));
    name->setBuddy(m_id);
    m_busiest = new QPushButton(tr("Busie&st"), this);
    m_busiest->setObjectName(u"labBusiest"_s);
    m_busiest->setToolTip(tr("The user with the most likes to learn from."));
    m_random = new QPushButton(tr("Ra&ndom"), this);
    m_random->setObjectName(u"labRandom"_s);
    m_random->setToolTip(tr("Any user who has likes on both sides of the split."));
    m_text = makeLabel("caption", u"labUserText"_s, this);
    m_text->setWordWrap(true);
    m_list = new RecommendationView(m_theme, this);
    m_list->setObjectName(u"labList"_s);
    m_list->setReadOnly(true);
    connect(m_id, &QLineEdit::editingFinished, this, &LabUser::chooseTyped);
    connect(m_busiest, &QPushButton::clicked, this, [this] { choose(busiest()); });
    connect(m_random, &QPushButton::clicked, this, &LabUser::chooseRandom);

    auto* top = new QHBoxLayout;
    top->addWidget(name);
    top->addWidget(m_id);
    top->addStretch(1);
    top->addWidget(m_busiest);
    top->addWidget(m_random);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    keepWidth(m_theme, m_id, 76);
    followTheme(m_theme, this, [this, layout, top] {
        layout->setContentsMargins(m_theme.px(14), m_theme.px(10), m_theme.px(6), m_theme.px(6));
        layout->setSpacing(m_theme.px(4));
        top->setSpacing(m_theme.px(6));
        m_list->themeChanged();
    });
}

void LabUser::setReduceMotion(bool reduce) {
    m_list->setReduceMotion(reduce);
}

bool LabUser::hasLikes(UserIndex user) const {
    return user >= 0 && user < m_split->train.userCount() && !m_split->train.byUser().row(user).empty();
}

UserIndex LabUser::busiest() const {
    const SparseRows& likes = m_split->train.byUser();
    UserIndex best = 0;
    for (UserIndex user = 1; user < likes.rowCount(); ++user) {
        if (likes.row(user).size() > likes.row(best).size())
            best = user;
    }
    return best;
}

void LabUser::setSplit(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const Split> split) {
    const bool usable = dataset && split;
    if (m_dataset && dataset != m_dataset)
        m_user = -1;
    m_dataset = std::move(dataset);
    m_split = std::move(split);
    clearList();
    for (QWidget* control : std::initializer_list<QWidget*>{m_id, m_busiest, m_random})
        control->setEnabled(usable);
    if (!usable) {
        m_id->clear();
        m_text->clear();
        return;
    }
    if (!hasLikes(m_user))
        m_user = busiest();
    m_id->setText(QString::number(m_dataset->userId(m_user)));
    describe(0, 0);
}

void LabUser::choose(UserIndex user) {
    m_id->setText(QString::number(m_dataset->userId(user)));
    if (user == m_user)
        return describe(0, static_cast<int>(m_shown.size()));
    m_user = user;
    clearList();
    describe(0, 0);
    emit userChanged(user);
}

void LabUser::chooseTyped() {
    if (!m_split)
        return;
    bool isNumber = false;
    const qlonglong id = m_id->text().trimmed().toLongLong(&isNumber);
    if (!isNumber)
        return complain(tr("A user is a whole number, as in the file of ratings."));
    const std::optional<UserIndex> found = m_dataset->findUser(id);
    if (!found)
        return complain(tr("This data set has no user %1.").arg(id));
    setStyleProperty(m_id, "invalid", false);
    if (*found != m_user)
        choose(*found);
}

void LabUser::complain(const QString& text) {
    setStyleProperty(m_id, "invalid", true);
    setStyleProperty(m_text, "role", u"error"_s);
    m_text->setText(text);
}

void LabUser::chooseRandom() {
    std::vector<UserIndex> users;
    for (UserIndex user = 0; user < m_split->train.userCount(); ++user) {
        if (user != m_user && hasLikes(user) && !m_split->relevant.row(user).empty())
            users.push_back(user);
    }
    if (users.empty())
        return;
    choose(users[QRandomGenerator::global()->bounded(static_cast<quint32>(users.size()))]);
}

void LabUser::describe(int hits, int shown) {
    setStyleProperty(m_id, "invalid", false);
    setStyleProperty(m_text, "role", u"caption"_s);
    const auto likes = static_cast<int>(m_split->train.byUser().row(m_user).size());
    const auto hidden = static_cast<int>(m_split->relevant.row(m_user).size());
    QString text = tr("%n like(s) to learn from", nullptr, likes) + u", "_s +
                   tr("%n hidden", "likes that the model must find", hidden);
    if (shown > 0 && hidden > 0)
        text += u" · "_s + tr("✓ %1 of the first %2 found").arg(hits).arg(shown);
    m_text->setText(text);
}

void LabUser::clearList() {
    m_shown.clear();
    m_shownUser = -1;
    m_list->setRows({});
}

void LabUser::showList(const std::vector<ScoredItem>& list) {
    if (m_user < 0)
        return;
    const std::vector<ScoredItem> first(
        list.begin(), list.begin() + std::min<std::ptrdiff_t>(shownFilms, std::ssize(list)));
    const bool comparable = m_shownUser == m_user;
    const double top = first.empty() ? 0.0 : static_cast<double>(first.front().score);
    const auto hidden = m_split->relevant.row(m_user);
    std::vector<RecommendationRow> rows;
    int hits = 0;
    for (const RankChange& change : rankDifference(m_shown, first)) {
        RecommendationRow row;
        row.item = change.item;
        row.title = filmTitle(*m_dataset, change.item);
        row.year = m_dataset->item(change.item).year;
        row.genres = filmGenres(*m_dataset, change.item);
        const double score = static_cast<double>(change.score);
        row.score = QLocale().toString(score, 'f', 3);
        row.share = top > 0.0 ? std::clamp(score / top, 0.0, 1.0) : 0.0;
        row.rank = change.rank;
        row.previousRank = change.previousRank;
        row.hasChange = comparable;
        row.isHit = std::binary_search(hidden.begin(), hidden.end(), change.item);
        hits += row.isHit ? 1 : 0;
        rows.push_back(std::move(row));
    }
    m_shown = first;
    m_shownUser = m_user;
    describe(hits, static_cast<int>(rows.size()));
    m_list->setRows(std::move(rows));
}

} // namespace recital
