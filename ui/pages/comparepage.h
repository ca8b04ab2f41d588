#pragma once

#include "core/recsys/algorithms/parameters.h"

#include <QStringList>
#include <QWidget>

class QStackedWidget;

namespace recital {

class SegmentedSwitch;
class Services;
class Theme;

/// One question, four ways to look at it: is this model better, and how do we know? A switch at the top
/// chooses the view; each view is a widget of its own that talks to its own service.
class ComparePage : public QWidget {
    Q_OBJECT
public:
    ComparePage(Services& services, Theme& theme, QWidget* parent = nullptr);

    void showView(const QString& name); ///< "bench", "lab", "tune", "reproduce"; unknown ones are ignored
    QString currentView() const;
    QStringList views() const { return m_names; }

signals:
    void pageRequested(const QString& name); ///< "data", "stage"
    void openFolderRequested();
    void downloadRequested();
    void trainParametersRequested(const recital::AlsParameters& parameters);

private:
    /// `actions` stands right of the switch while the view is shown; may be null.
    void addView(const QString& name, const QString& label, const QString& toolTip, QWidget* view,
                 QWidget* actions = nullptr);
    void buildViews(Services& services, Theme& theme);

    SegmentedSwitch* m_switch = nullptr;
    QStackedWidget* m_views = nullptr;
    QStackedWidget* m_actions = nullptr;
    QStringList m_names;
};

} // namespace recital
