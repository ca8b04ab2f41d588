#pragma once

#include <QStringList>
#include <QWidget>

class QStackedWidget;

namespace recital {

class SegmentedSwitch;
class Services;
class StageLive;
class StagePair;
class StageRules;
class Theme;
class UserBar;

/// The stage: one bar with the user and the rule, common to all views, and a switch of views below: the live
/// one, then those that put what it claims to the test. Each view is a widget of its own.
class StagePage : public QWidget {
    Q_OBJECT
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion)
public:
    StagePage(Services& services, Theme& theme, QWidget* parent = nullptr);

    bool reduceMotion() const;
    void setReduceMotion(bool reduce); ///< every animation takes no time

    void
    showView(const QString& name); ///< "live", "pair", "rules", "evidence", "retrain"; others are ignored
    QString currentView() const;
    StageLive& live() const noexcept { return *m_live; }
    QStringList views() const { return m_names; } ///< those that there are

public slots:
    void focusSearch();

signals:
    void trainRequested(); ///< the user wants a model for the map
    void dataRequested();  ///< the user wants a dataset

private:
    void addView(const QString& name, const QString& label, const QString& toolTip, QWidget* view);
    void buildViews(Services& services, Theme& theme);

    UserBar* m_bar = nullptr;
    SegmentedSwitch* m_switch = nullptr;
    QStackedWidget* m_views = nullptr;
    StageLive* m_live = nullptr;
    StagePair* m_pair = nullptr;
    StageRules* m_rules = nullptr;
    QStringList m_names;
};

} // namespace recital
