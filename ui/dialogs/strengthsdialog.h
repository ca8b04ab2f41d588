#pragma once

#include "core/recsys/live/event.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;

namespace recital {

class NumberField;
class Theme;

/// The one table of event strengths, editable. What the core refuses says why and cannot be taken.
class StrengthsDialog : public QDialog {
    Q_OBJECT
public:
    StrengthsDialog(const EventStrengths& strengths, const Theme& theme, QWidget* parent = nullptr);

    const EventStrengths& strengths() const noexcept { return m_strengths; }

private:
    struct Field {
        EventType type;
        int stars;
        NumberField* field;
    };

    QWidget* buildTable(const Theme& theme);
    void show(const EventStrengths& strengths);
    void readFields();

    EventStrengths m_strengths;
    std::vector<Field> m_fields;
    QLabel* m_problem = nullptr;
    QPushButton* m_take = nullptr;
    bool m_filling = false;
};

} // namespace recital
