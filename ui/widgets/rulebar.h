#pragma once

#include "core/recsys/live/updaterule.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace recital {

class SegmentedSwitch;
class Theme;

/// How the vector moves: one of three rules, and the one number that the rule has. Every rule keeps its own
/// setting while another one is chosen.
class RuleBar : public QWidget {
    Q_OBJECT
public:
    explicit RuleBar(const Theme& theme, QWidget* parent = nullptr);

    void setRule(const UpdateRule& rule); ///< without a signal
    UpdateRule rule() const { return m_rule; }

    void setCompact(bool compact); ///< with a shorter slider
    int compactSaves() const;      ///< pixels

signals:
    void ruleChanged(const recital::UpdateRule& rule); ///< continuously while the slider is dragged

private:
    void choose(const QString& name);
    void slide(int position);
    void show();

    const Theme& m_theme;
    bool m_compact = false;
    UpdateRule m_rule;
    MovingAverageRule m_average;
    RecencyRule m_recency;
    SegmentedSwitch* m_switch = nullptr;
    QSlider* m_slider = nullptr;
    QLabel* m_value = nullptr;
};

} // namespace recital
