#pragma once

#include "core/recsys/algorithms/parameters.h"

#include <QDialog>

#include <functional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace recital {

class Theme;

/// The parameters of any algorithm, one field each, from the list that the algorithm gives of itself. What is
/// refused says why, and cannot be taken.
class ParameterDialog : public QDialog {
    Q_OBJECT
public:
    /// `defaults` is what the button for them restores.
    ParameterDialog(const TrainingSpec& specification, const TrainingSpec& defaults, const Theme& theme,
                    QWidget* parent = nullptr);

    const TrainingSpec& specification() const noexcept { return m_specification; }

private:
    struct Field {
        std::string name;
        std::function<double()> read;
        std::function<void(double)> write;
    };

    void buildFields(QVBoxLayout* layout, const Theme& theme);
    QWidget* makeNumber(const std::string& name, double minimum, double maximum, bool whole);
    QWidget* makeChoice(const std::string& name, const QStringList& choices);
    void buildSeed(QVBoxLayout* layout, const Theme& theme);
    void show(const TrainingSpec& specification);
    void readFields();

    TrainingSpec m_specification;
    TrainingSpec m_defaults;
    std::vector<Field> m_fields;
    std::function<void()> m_readSeed;
    std::function<void()> m_writeSeed;
    QLabel* m_problem = nullptr;
    QPushButton* m_take = nullptr;
    bool m_filling = false;
};

/// What a parameter is called on the screen; its name in the core when there is no word for it.
QString parameterLabel(const std::string& name);

} // namespace recital
