#pragma once

#include <QObject>
#include <QString>

namespace recital {

class MainWindow;
class Services;

/// Brings the window back to where it was left and remembers where it is: dataset, run, page, clicked films.
class SessionKeeper : public QObject {
    Q_OBJECT
public:
    SessionKeeper(Services& services, MainWindow& window, QObject* parent = nullptr);

    /// Starts loading `location`; where it is empty, what was open last; at the first start the bundled data.
    void restore(const QString& location);

private:
    void takeUp();
    void save();

    Services& m_services;
    MainWindow& m_window;
    bool m_takenUp = false; ///< nothing is saved over the old session before it is back
};

} // namespace recital
