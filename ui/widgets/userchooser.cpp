#include "ui/widgets/userchooser.h"

#include "core/services/livesession.h"
#include "ui/dialogs/datasetuserdialog.h"
#include "ui/dialogs/newuserdialog.h"
#include "ui/livetext.h"
#include "ui/widgets/formrows.h"

#include <QActionGroup>
#include <QMenu>

namespace recital {

using namespace Qt::StringLiterals;

UserChooser::UserChooser(LiveSession& session, const Theme& theme, QWidget* parent)
    : QPushButton(parent)
    , m_session(session)
    , m_theme(theme) {
    setObjectName(u"userChooser"_s);
    setToolTip(tr("Who is on the stage (Alt+U)"));
    setShortcut(QKeySequence(u"Alt+U"_s));
    m_menu = new QMenu(this);
    m_menu->setObjectName(u"userMenu"_s);
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &UserChooser::fillMenu);
    connect(&session, &LiveSession::changed, this, &UserChooser::refresh);
    connect(&session, &LiveSession::presetsChanged, this, [this] {
        if (!m_menu->isVisible())
            return;
        // Whoever walks through the open menu keeps their place in it.
        const QString place = m_menu->activeAction() ? m_menu->activeAction()->objectName() : QString();
        fillMenu();
        if (auto* action = m_menu->findChild<QAction*>(place); action != nullptr && !place.isEmpty())
            m_menu->setActiveAction(action);
    });
    followTheme(theme, this, [this] {
        setFont(m_theme.font(15, QFont::DemiBold));
        refresh();
        updateGeometry();
    });
}

/// As wide for every name: what stands beside it must not move when the user changes.
QSize UserChooser::sizeHint() const {
    return {m_theme.px(138), QPushButton::sizeHint().height()};
}

void UserChooser::refresh() {
    const Dataset* dataset = m_session.snapshot()->dataset.get();
    const QString name = userTitle(m_session.user(), dataset);
    const int room = sizeHint().width() - m_theme.px(50);
    setText(fontMetrics().elidedText(name, Qt::ElideRight, room).replace(u'&', u"&&"_s));
    setAccessibleName(tr("User on the stage: %1").arg(name));
    setToolTip(describe(m_session.user()) + u'\n' + tr("Who is on the stage (Alt+U)"));
    setShortcut(QKeySequence(u"Alt+U"_s)); // a new text would take it away
    setEnabled(dataset != nullptr);
}

QString UserChooser::describe(const LiveUser& user) const {
    const Dataset* dataset = m_session.snapshot()->dataset.get();
    const QString events = tr("%n event(s)", nullptr, static_cast<int>(user.events.size()));
    const QString name = userTitle(user, dataset);
    if (user.datasetUser < 0)
        return u"%1 \u2013 %2"_s.arg(name, events);
    const int known = static_cast<int>(m_session.pastOf(user).known.size());
    return u"%1 \u2013 %2, %3"_s.arg(name, tr("%n known like(s)", nullptr, known), events);
}

void UserChooser::addUsers() {
    auto* group = new QActionGroup(m_menu);
    for (const auto& user : m_session.state().users) {
        QAction* action = m_menu->addAction(describe(*user).replace(u'&', u"&&"_s));
        action->setObjectName(u"user_%1"_s.arg(user->id));
        action->setCheckable(true);
        action->setChecked(user->id == m_session.user().id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = user->id] { m_session.chooseUser(id); });
    }
}

void UserChooser::addPresets() {
    const Dataset& dataset = *m_session.snapshot()->dataset;
    if (m_session.presets().empty())
        return;
    m_menu->addSection(tr("Found in the data"));
    for (const UserPreset& preset : m_session.presets()) {
        const QString title = userTitle({}, preset.user, &dataset);
        QAction* action = m_menu->addAction(u"%1 \u2013 %2"_s.arg(title, presetText(preset, dataset)));
        action->setObjectName(u"preset_%1"_s.arg(dataset.userId(preset.user)));
        connect(action, &QAction::triggered, this,
                [this, user = preset.user] { (void)m_session.addDatasetUser(user); });
    }
}

void UserChooser::fillMenu() {
    m_menu->clear();
    if (!m_session.snapshot()->dataset)
        return;
    addUsers();
    m_menu->addSeparator();
    QAction* create = m_menu->addAction(tr("&New user..."), this, &UserChooser::createUser);
    create->setObjectName(u"newUserAction"_s);
    QAction* choose = m_menu->addAction(tr("&User of the dataset..."), this, &UserChooser::chooseDatasetUser);
    choose->setObjectName(u"datasetUserAction"_s);
    addPresets();
    m_menu->addSeparator();
    const QString name = userTitle(m_session.user(), m_session.snapshot()->dataset.get());
    QAction* remove =
        m_menu->addAction(tr("&Take %1 off the stage").arg(QString(name).replace(u"&"_s, u"&&"_s)), this,
                          [this] { (void)m_session.removeUser(m_session.user().id); });
    remove->setObjectName(u"removeUserAction"_s);
    remove->setToolTip(tr("Can be undone; what they did stays in the log"));
}

void UserChooser::createUser() {
    (void)createNewUser(m_session, m_theme, window());
}

void UserChooser::chooseDatasetUser() {
    const auto& snapshot = m_session.snapshot();
    if (!snapshot->dataset)
        return;
    DatasetUserDialog dialog(snapshot->dataset,
                             summarizeUsers(*snapshot->dataset, snapshot->statistics->positiveThreshold),
                             m_theme, window());
    if (dialog.exec() == QDialog::Accepted && dialog.user() >= 0)
        (void)m_session.addDatasetUser(dialog.user());
}

} // namespace recital
