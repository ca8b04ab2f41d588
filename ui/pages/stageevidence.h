#pragma once

#include <QStringList>
#include <QWidget>

class QStackedWidget;

namespace recital {

class DemoNumbersPanel;
class EmptyCard;
class SegmentedSwitch;
class Services;
class SimulatorPanel;
class Theme;

/// Every claim that the stage makes, put to the test in front of the room: which rule is better, the numbers
/// of this demo, and simulated users.
class StageEvidence : public QWidget {
    Q_OBJECT
public:
    StageEvidence(Services& services, Theme& theme, QWidget* parent = nullptr);

    void showPanel(const QString& name); ///< "rules", "numbers", "simulator"; unknown ones are ignored
    QString currentPanel() const;
    QStringList panels() const { return m_names; } ///< those that there are

signals:
    void dataRequested();
    void trainRequested();

private:
    void build(Services& services, Theme& theme);
    void addPanel(const QString& name, const QString& label, const QString& toolTip, QWidget* panel);
    void snapshotChanged();
    void ruleChanged();

    Services& m_services;
    SegmentedSwitch* m_switch = nullptr;
    QStackedWidget* m_panels = nullptr;
    EmptyCard* m_empty = nullptr;
    QStackedWidget* m_stack = nullptr; ///< what is missing, or the panels
    DemoNumbersPanel* m_numbers = nullptr;
    SimulatorPanel* m_simulator = nullptr;
    QStringList m_names;
};

} // namespace recital
