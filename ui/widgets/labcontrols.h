#pragma once

#include "ui/alsweights.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace recital {

class SliderRow;
class Theme;

/// The sliders of the live lab: objective, factors, weight, regularization, iterations. Values that a model
/// would refuse are explained and not handed out.
class LabControls : public QFrame {
    Q_OBJECT
public:
    explicit LabControls(Theme& theme, QWidget* parent = nullptr);

    void setAverageUser(const AverageUser& average) { m_average = average; }
    void setParameters(const AlsParameters& parameters);                      ///< without a signal
    const AlsParameters& parameters() const noexcept { return m_parameters; } ///< as shown, valid or not
    bool valid() const noexcept { return m_valid; }

    void setDetails(const QString& text); ///< the line on how fast it goes, or what it waits for

signals:
    void changed(); ///< by the user, to valid parameters
    void resetRequested();
    void useRequested();

private:
    void build();
    SliderRow* addRow(const QString& objectName, const QString& name, const QString& help,
                      const QString& toolTip);
    void connectControls();
    void formChosen();
    void takeValues();
    void showForm();
    void validate();

    Theme& m_theme;
    QComboBox* m_form = nullptr;
    QLabel* m_formula = nullptr;
    SliderRow* m_factors = nullptr;
    SliderRow* m_alpha = nullptr;
    SliderRow* m_unobserved = nullptr;
    SliderRow* m_regularization = nullptr;
    SliderRow* m_iterations = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_details = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_reset = nullptr;
    AlsParameters m_parameters;
    AlsWeights m_weights;
    AverageUser m_average;
    bool m_valid = true;
};

} // namespace recital
