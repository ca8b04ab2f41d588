#include "ui/widgets/userlistspanel.h"

#include "core/services/comparisontext.h"
#include "ui/comparetext.h"
#include "ui/filmtext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formrows.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

UserListsPanel::UserListsPanel(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(u"userLists"_s);
    build();
    connect(m_fold, &QComboBox::currentIndexChanged, this, &UserListsPanel::showFold);
    connect(m_close, &QPushButton::clicked, this, &UserListsPanel::closed);
    connect(m_stage, &QPushButton::clicked, this, [this] { emit stageRequested(m_user); });
}

UserListsPanel::Side UserListsPanel::makeSide(const QString& objectName) {
    Side side;
    side.title = new ElidedLabel(this);
    side.title->setObjectName(objectName + u"Title"_s);
    side.title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    side.list = new QListWidget(this);
    side.list->setObjectName(objectName);
    side.list->setAccessibleName(tr("Recommended films"));
    side.list->setUniformItemSizes(true);
    side.list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return side;
}

void UserListsPanel::build() {
    m_title = makeLabel("heading", u"userListsTitle"_s, this);
    m_about = makeLabel("caption", u"userListsAbout"_s, this);
    m_about->setWordWrap(true);
    m_fold = new QComboBox(this);
    m_fold->setObjectName(u"userListsFold"_s);
    m_fold->setAccessibleName(tr("Fold of the lists"));
    m_left = makeSide(u"userListFirst"_s);
    m_right = makeSide(u"userListSecond"_s);
    m_stage = new QPushButton(tr("Open this user on the &stage"), this);
    m_stage->setObjectName(u"openOnStage"_s);
    m_close = new QPushButton(tr("Close"), this);
    m_close->setObjectName(u"closeUserLists"_s);
    m_close->setProperty("role", u"quiet"_s);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_stage);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_fold);
    auto* grid = new QGridLayout(this);
    grid->addLayout(top, 0, 0, 1, 2);
    grid->addWidget(m_about, 1, 0, 1, 2);
    grid->addWidget(m_left.title, 2, 0);
    grid->addWidget(m_right.title, 2, 1);
    grid->addWidget(m_left.list, 3, 0);
    grid->addWidget(m_right.list, 3, 1);
    grid->addLayout(buttons, 4, 0, 1, 2);
    grid->setRowStretch(3, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    followTheme(m_theme, this, [this, grid] {
        grid->setContentsMargins(m_theme.px(10), 0, 0, 0);
        grid->setHorizontalSpacing(m_theme.px(12));
        grid->setVerticalSpacing(m_theme.px(4));
        for (const Side& side : {m_left, m_right})
            side.title->setFont(m_theme.font(13, QFont::DemiBold));
    });
}

/// The row's measurement of the user in a fold, with the list of the last seed; nullptr without.
const UserMetrics* UserListsPanel::measured(std::size_t row, std::size_t fold) const {
    const ComparedModel& model = m_comparison->rows[row];
    if (model.bySeed.empty() || fold >= model.bySeed.back().size())
        return nullptr;
    const std::vector<UserMetrics>& users = model.bySeed.back()[fold].users;
    const auto found = std::ranges::lower_bound(users, m_user, {}, &UserMetrics::user);
    return found != users.end() && found->user == m_user ? &*found : nullptr;
}

std::vector<std::size_t> UserListsPanel::foldsOfUser() const {
    std::vector<std::size_t> folds;
    for (std::size_t fold = 0; fold < m_comparison->splitNames.size(); ++fold) {
        const UserMetrics* first = measured(m_first, fold);
        const UserMetrics* second = measured(m_second, fold);
        if (first != nullptr && second != nullptr && !first->list.empty())
            folds.push_back(fold);
    }
    return folds;
}

void UserListsPanel::showUser(std::shared_ptr<const Comparison> comparison, std::size_t first,
                              std::size_t second, UserIndex user) {
    m_comparison = std::move(comparison);
    m_first = first;
    m_second = second;
    m_user = user;
    const bool named = m_comparison->dataset && user < m_comparison->dataset->userCount();
    m_title->setText(named ? tr("User %1").arg(m_comparison->dataset->userId(user))
                           : tr("User number %1").arg(user + 1));
    {
        const QSignalBlocker block(m_fold);
        m_fold->clear();
        for (const std::size_t fold : foldsOfUser())
            m_fold->addItem(QString::fromStdString(m_comparison->splitNames[fold]), static_cast<int>(fold));
        m_fold->setVisible(m_fold->count() > 1);
    }
    showFold();
}

void UserListsPanel::showFold() {
    const bool any = m_fold->count() > 0;
    for (const Side& side : {m_left, m_right}) {
        side.title->setVisible(any);
        side.list->setVisible(any);
    }
    if (!any) {
        m_about->setText(tr("The lists of this comparison were not kept. Run it again to see them."));
        return;
    }
    const auto fold = static_cast<std::size_t>(m_fold->currentData().toInt());
    fill(m_left, m_first, fold);
    fill(m_right, m_second, fold);
    // Of a comparison that was read back only the lists are there.
    QString about = tr("Only the lists were kept: run the comparison again to see which films are hits.");
    if (fold < m_comparison->splits.size()) {
        const auto hidden = static_cast<int>(m_comparison->splits[fold]->relevant.row(m_user).size());
        about = tr("%n training like(s)", nullptr, measured(m_first, fold)->trainPositives) + u", "_s +
                tr("%n hidden like(s)", nullptr, hidden) + u". "_s +
                tr("✓ a hidden like that the list finds.");
    }
    m_about->setText(about);
}

bool UserListsPanel::hit(std::size_t fold, ItemIndex item) const {
    if (fold >= m_comparison->splits.size())
        return false;
    const auto relevant = m_comparison->splits[fold]->relevant.row(m_user);
    return std::ranges::binary_search(relevant, item);
}

void UserListsPanel::fill(const Side& side, std::size_t row, std::size_t fold) {
    const UserMetrics* user = measured(row, fold);
    const QString name = QString::fromStdString(m_comparison->rows[row].name);
    const double ndcg = metricValue(*user, MetricId::Ndcg);
    side.title->setFullText(
        std::isnan(ndcg) ? name
                         : u"%1 · %2 %3"_s.arg(name, metricLabel(MetricId::Ndcg, m_comparison->options.k),
                                               formatMetric(MetricId::Ndcg, ndcg)));
    side.list->setAccessibleName(tr("List of %1").arg(name));
    side.list->clear();
    int rank = 0;
    for (const ItemIndex item : user->list) {
        const QString title = m_comparison->dataset ? filmTitle(*m_comparison->dataset, item)
                                                    : tr("Film number %1").arg(item + 1);
        const bool found = hit(fold, item);
        auto* entry = new QListWidgetItem(
            u"%1%2. %3"_s.arg(found ? u"✓ "_s : u"    "_s).arg(++rank).arg(title), side.list);
        const QString whole = m_comparison->dataset ? filmTitleWithYear(*m_comparison->dataset, item) : title;
        entry->setToolTip(found ? tr("%1: a hidden like of this user").arg(whole) : whole);
        if (found) {
            QFont font = side.list->font();
            font.setBold(true);
            entry->setFont(font);
        }
    }
}

void UserListsPanel::setStageProblem(const QString& problem) {
    m_stage->setEnabled(problem.isEmpty());
    m_stage->setToolTip(problem.isEmpty()
                            ? tr("The stage then shows this user: all training likes, the map and the list.")
                            : problem);
}

} // namespace recital
