#pragma once

#include "core/services/trainingservice.h"
#include "ui/alsweights.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace recital {

class IntegerField;
class NumberField;
class SplitFields;
class Theme;

/// Everything a training run is asked for, with an explanation for each and the sentence of
/// AlsParameters::validate() where a value is refused. What few people change is folded away.
class ParameterPanel : public QWidget {
    Q_OBJECT
public:
    explicit ParameterPanel(const Theme& theme, QWidget* parent = nullptr);

    void setDataset(const Dataset* dataset, const AverageUser& average);
    void setRequest(const TrainingRequest& request);
    TrainingRequest request() const;
    bool valid() const noexcept { return m_valid; }
    /// The sentence that says why not, hidden while all is well; to be placed where it is always in sight.
    QLabel* message() const noexcept { return m_message; }
    bool advancedVisible() const;
    void setAdvancedVisible(bool visible);

signals:
    void changed();

private:
    void buildObjective(QVBoxLayout* layout);
    void buildSize(QVBoxLayout* layout);
    void buildAdvanced(QVBoxLayout* layout);
    void connectControls();
    void formChosen();
    void rememberWeights();
    void showWeights(const AlsParameters& parameters);
    void update();
    void validate();
    AlsParameters parameters() const;

    const Theme& m_theme;
    QComboBox* m_form = nullptr;
    QLabel* m_formula = nullptr;
    QLabel* m_explanation = nullptr;
    QLabel* m_equivalents = nullptr;
    QLabel* m_message = nullptr;
    NumberField* m_alpha = nullptr;
    NumberField* m_unobserved = nullptr;
    NumberField* m_regularization = nullptr;
    NumberField* m_exponent = nullptr;
    IntegerField* m_factors = nullptr;
    IntegerField* m_iterations = nullptr;
    QComboBox* m_solver = nullptr;
    IntegerField* m_cgSteps = nullptr;
    IntegerField* m_seed = nullptr;
    SplitFields* m_split = nullptr;
    QPushButton* m_advancedButton = nullptr;
    QWidget* m_advanced = nullptr;
    QWidget* m_alphaRow = nullptr;
    QWidget* m_unobservedRow = nullptr;
    QWidget* m_exponentRow = nullptr;
    QWidget* m_cgStepsRow = nullptr;

    TrainingRequest m_request; ///< keeps what the panel does not show
    AverageUser m_average;
    AlsForm m_shownForm = AlsForm::FrequencyScaled;
    AlsWeights m_weights;
    bool m_valid = true;
};

} // namespace recital
