#pragma once

#include "core/services/livestate.h"

#include <QPushButton>

class QMenu;

namespace recital {

class LiveSession;
class Theme;

/// Who is on the stage: a button with the current user's name, and a menu of everybody else: those on the
/// stage, a new one, users that stand out in the data, any user of the data.
class UserChooser : public QPushButton {
    Q_OBJECT
public:
    UserChooser(LiveSession& session, const Theme& theme, QWidget* parent = nullptr);

    void createUser();        ///< asks for name and start
    void chooseDatasetUser(); ///< asks which one

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void refresh();
    void fillMenu();
    void addUsers();
    void addPresets();
    QString describe(const LiveUser& user) const;

    LiveSession& m_session;
    const Theme& m_theme;
    QMenu* m_menu = nullptr;
};

} // namespace recital
