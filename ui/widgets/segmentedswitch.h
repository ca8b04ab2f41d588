#pragma once

#include <QFrame>
#include <QHash>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace recital {

class Theme;

/// A few views of one page side by side, one of them chosen: a row of joined buttons. The arrow keys move
/// between them, Alt and the underlined letter jumps.
class SegmentedSwitch : public QFrame {
    Q_OBJECT
public:
    explicit SegmentedSwitch(const Theme& theme, QWidget* parent = nullptr);

    void addSegment(const QString& name, const QString& label, const QString& toolTip);
    void setCurrent(const QString& name); ///< without a signal
    QString current() const;

signals:
    void chosen(const QString& name);

private:
    void leadTabToChecked();

    QButtonGroup* m_group = nullptr;
    QHBoxLayout* m_layout = nullptr;
    QHash<QString, QAbstractButton*> m_buttons;
};

} // namespace recital
