#include "ui/widgets/parameterpanel.h"

#include "ui/widgets/formrows.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/splitfields.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

ParameterPanel::ParameterPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    followTheme(theme, this, [layout, &theme] { layout->setSpacing(theme.px(7)); });
    buildObjective(layout);
    buildSize(layout);
    m_split = new SplitFields(theme, this);
    layout->addWidget(m_split);
    buildAdvanced(layout);
    m_message = makeLabel("error", u"parameterMessage"_s, this);
    m_message->setWordWrap(true);
    m_message->hide();
    layout->addStretch(1);
    connectControls();
    setRequest(TrainingRequest());
}

void ParameterPanel::buildObjective(QVBoxLayout* layout) {
    m_form = new QComboBox;
    m_form->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->setMinimumContentsLength(12);
    for (const AlsForm form : {AlsForm::FrequencyScaled, AlsForm::HuKorenVolinsky, AlsForm::Implicit})
        m_form->addItem(alsFormText(form).name, static_cast<int>(form));
    m_form->setObjectName(u"alsForm"_s);
    m_form->setAccessibleName(tr("Objective"));
    m_form->setToolTip(
        tr("Three objective functions are all called “ALS”. They weigh missing ratings and long "
           "vectors differently, so their α and λ are different numbers."));
    QLabel* heading = makeLabel("heading", u"objectiveHeading"_s, this, tr("&Objective"));
    heading->setBuddy(m_form);
    m_formula = makeLabel("formula", u"alsFormula"_s, this);
    m_formula->setWordWrap(true);
    m_explanation = makeLabel("caption", u"alsExplanation"_s, this);
    m_explanation->setWordWrap(true);

    m_alpha = new NumberField;
    m_unobserved = new NumberField;
    m_regularization = new NumberField;
    m_alphaRow =
        makeField({u"alpha"_s,
                   tr("Weight of a like, &α"),
                   {},
                   tr("How much more a liked film counts than one that was not rated. Usual values: 1 to "
                      "40. With the library's form at least 1, else a like would count less than no "
                      "rating.")},
                  m_alpha, m_theme, this);
    m_unobservedRow =
        makeField({u"unobservedWeight"_s,
                   tr("Weight of the rest, α₀"),
                   {},
                   tr("How strongly every pair, rated or not, is pulled towards 0. Usual values: 0.03 "
                      "to 1; above 0.")},
                  m_unobserved, m_theme, this);
    QWidget* lambdaRow =
        makeField({u"regularization"_s,
                   tr("Regularization, &λ"),
                   {},
                   tr("Keeps vectors short so that few ratings cannot say too much; above 0. Too "
                      "small memorises, too large forgets. More factors need more of it.")},
                  m_regularization, m_theme, this);
    m_equivalents = makeLabel("caption", u"alsEquivalents"_s, this);
    m_equivalents->setWordWrap(true);

    layout->addWidget(heading);
    layout->addWidget(m_form);
    layout->addWidget(m_formula);
    layout->addWidget(m_explanation);
    layout->addWidget(m_alphaRow);
    layout->addWidget(m_unobservedRow);
    layout->addWidget(lambdaRow);
    layout->addWidget(m_equivalents);
    for (QWidget* control : {m_alpha, m_unobserved, m_regularization})
        keepWidth(m_theme, control, 112);
}

void ParameterPanel::buildSize(QVBoxLayout* layout) {
    m_factors = new IntegerField;
    m_factors->setRange(0, 4096);
    m_factors->setSingleStep(8);
    m_iterations = new IntegerField;
    m_iterations->setRange(0, 9999);
    layout->addWidget(makeField({u"factors"_s, tr("&Factors"), tr("The length of every taste vector."),
                                 tr("1 to 1024. More can tell finer tastes apart, but take longer "
                                    "(about the square) and need a stronger λ.")},
                                m_factors, m_theme, this));
    layout->addWidget(
        makeField({u"iterations"_s, tr("&Iterations"), tr("How often users, then films, are solved."),
                   tr("1 to 1000. The loss falls every time; "
                      "10 to 20 are usually enough.")},
                  m_iterations, m_theme, this));
    for (QWidget* control : {m_factors, m_iterations})
        keepWidth(m_theme, control, 112);
}

void ParameterPanel::buildAdvanced(QVBoxLayout* layout) {
    m_advancedButton = new QPushButton(this);
    m_advancedButton->setObjectName(u"advancedButton"_s);
    m_advancedButton->setProperty("role", u"link"_s);
    m_advancedButton->setCheckable(true);
    m_advanced = new QWidget(this);
    m_advanced->setObjectName(u"advancedFields"_s);

    m_exponent = new NumberField;
    m_exponent->setRange(0.0, 10.0);
    m_exponent->setSingleStep(0.1);
    m_solver = new QComboBox;
    m_solver->addItem(tr("Cholesky"), static_cast<int>(AlsSolver::Cholesky));
    m_solver->addItem(tr("Conjugate gradient"), static_cast<int>(AlsSolver::ConjugateGradient));
    m_cgSteps = new IntegerField;
    m_cgSteps->setRange(0, 1000);
    m_seed = new IntegerField;
    m_seed->setRange(0, std::numeric_limits<int>::max());

    m_exponentRow = makeField({u"regularizationExponent"_s, tr("Exponent of the scaling, ν"),
                               tr("0: the same λ for all. 1: in proportion to activity."),
                               tr("λ of a user is λ (likes + α₀ · films)^ν, of a film accordingly; 0 to 2.")},
                              m_exponent, m_theme, this);
    QWidget* solverRow = makeField(
        {u"solver"_s, tr("Solver"), tr("Exact, or a few steps that pay off from 128 factors."),
         tr("Cholesky solves every half-step exactly, so the loss can never rise. Conjugate gradient "
            "takes a fixed number of steps from the previous vector.")},
        m_solver, m_theme, this);
    m_cgStepsRow =
        makeField({u"cgSteps"_s, tr("Steps"), {}, tr("Steps a row and half-step, 1 to 100; 3 is usual.")},
                  m_cgSteps, m_theme, this);
    QWidget* seedRow =
        makeField({u"seed"_s, tr("Seed of the start"), tr("The same seed gives the same model."),
                   tr("Start values of the film vectors. Same data, parameters and seed: the same bytes.")},
                  m_seed, m_theme, this);
    for (QWidget* control : std::initializer_list<QWidget*>{m_exponent, m_cgSteps, m_seed})
        keepWidth(m_theme, control, 112);
    keepWidth(m_theme, m_solver, 178);

    auto* rows = new QVBoxLayout(m_advanced);
    rows->setContentsMargins(0, 0, 0, 0);
    followTheme(m_theme, m_advanced, [this, rows] { rows->setSpacing(m_theme.px(10)); });
    for (QWidget* row :
         {m_exponentRow, solverRow, m_cgStepsRow, seedRow, m_split->thresholdRow(), m_split->seedRow()})
        rows->addWidget(row);
    layout->addWidget(m_advancedButton, 0, Qt::AlignLeft);
    layout->addWidget(m_advanced);
    setAdvancedVisible(false);
}

void ParameterPanel::connectControls() {
    connect(m_form, &QComboBox::currentIndexChanged, this, &ParameterPanel::formChosen);
    connect(m_solver, &QComboBox::currentIndexChanged, this, &ParameterPanel::update);
    for (NumberField* field : {m_alpha, m_unobserved, m_regularization, m_exponent})
        connect(field, &QDoubleSpinBox::valueChanged, this, &ParameterPanel::update);
    for (IntegerField* field : {m_factors, m_iterations, m_cgSteps, m_seed})
        connect(field, &QSpinBox::valueChanged, this, &ParameterPanel::update);
    connect(m_split, &SplitFields::changed, this, &ParameterPanel::update);
    connect(m_advancedButton, &QPushButton::toggled, this, &ParameterPanel::setAdvancedVisible);
}

bool ParameterPanel::advancedVisible() const {
    return m_advancedButton->isChecked();
}

void ParameterPanel::setAdvancedVisible(bool visible) {
    m_advancedButton->setChecked(visible);
    m_advancedButton->setText(visible ? tr("▾ Advanced") : tr("▸ Advanced"));
    m_advancedButton->setAccessibleName(tr("Advanced parameters"));
    m_advanced->setVisible(visible);
}

void ParameterPanel::setDataset(const Dataset* dataset, const AverageUser& average) {
    m_split->setDataset(dataset);
    m_average = average;
    update();
}

void ParameterPanel::setRequest(const TrainingRequest& request) {
    {
        const QSignalBlocker block(this);
        m_request = request;
        const AlsParameters& p = request.parameters;
        m_form->setCurrentIndex(m_form->findData(static_cast<int>(p.form)));
        m_shownForm = p.form;
        showWeights(p);
        m_factors->setValue(p.factors);
        m_iterations->setValue(p.iterations);
        m_solver->setCurrentIndex(m_solver->findData(static_cast<int>(p.solver)));
        m_cgSteps->setValue(p.cgSteps);
        m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(p.seed, std::numeric_limits<int>::max())));
        m_split->setOptions(request.split, request.fold);
        m_weights.reset(parameters(), m_average);
    }
    update();
}

AlsParameters ParameterPanel::parameters() const {
    AlsParameters p = m_request.parameters;
    p.form = static_cast<AlsForm>(m_form->currentData().toInt());
    p.alpha = m_alpha->value();
    p.unobservedWeight = m_unobserved->value();
    p.regularization = m_regularization->value();
    p.regularizationExponent = m_exponent->value();
    p.factors = m_factors->value();
    p.iterations = m_iterations->value();
    p.solver = static_cast<AlsSolver>(m_solver->currentData().toInt());
    p.cgSteps = m_cgSteps->value();
    p.seed = static_cast<std::uint64_t>(m_seed->value());
    return p;
}

TrainingRequest ParameterPanel::request() const {
    TrainingRequest request = m_request;
    request.parameters = parameters();
    request.split = m_split->options();
    request.fold = m_split->fold().isEmpty() ? m_request.fold : m_split->fold();
    return request;
}

void ParameterPanel::rememberWeights() {
    AlsParameters shown = parameters();
    shown.form = m_shownForm;
    m_weights.remember(shown, m_average);
}

void ParameterPanel::showWeights(const AlsParameters& parameters) {
    m_alpha->setValue(parameters.alpha);
    m_unobserved->setValue(parameters.unobservedWeight);
    m_regularization->setValue(parameters.regularization);
    m_exponent->setValue(parameters.regularizationExponent);
}

void ParameterPanel::formChosen() {
    rememberWeights();
    m_shownForm = static_cast<AlsForm>(m_form->currentData().toInt());
    {
        const QSignalBlocker block(this);
        showWeights(m_weights.of(m_shownForm));
    }
    update();
}

void ParameterPanel::update() {
    const AlsParameters p = parameters();
    const AlsFormText text = alsFormText(p.form);
    m_formula->setText(text.formula);
    m_explanation->setText(text.explanation);
    const bool scaled = p.form == AlsForm::FrequencyScaled;
    m_alphaRow->setVisible(!scaled);
    m_unobservedRow->setVisible(scaled);
    m_exponentRow->setVisible(scaled);
    m_cgStepsRow->setVisible(p.solver == AlsSolver::ConjugateGradient);
    QString details;
    m_equivalents->setText(alsEquivalentsText(p, m_average, &details));
    m_equivalents->setToolTip(details);
    m_equivalents->setVisible(!m_equivalents->text().isEmpty());
    validate();
    emit changed();
}

void ParameterPanel::validate() {
    const AlsParameters p = parameters();
    const Status status = p.validate();
    m_valid = status.ok();
    m_message->setVisible(!m_valid);
    if (!m_valid)
        m_message->setText(
            tr("Training cannot start: %1").arg(QString::fromStdString(status.error().detail)));

    // A field is marked when its value alone is refused among values that are fine.
    const auto mark = [&p](QWidget* field, auto member) {
        AlsParameters probe;
        probe.form = p.form;
        probe.solver = p.solver;
        probe.*member = p.*member;
        setStyleProperty(field, "invalid", field->isVisibleTo(field->window()) && !probe.validate());
    };
    mark(m_alpha, &AlsParameters::alpha);
    mark(m_unobserved, &AlsParameters::unobservedWeight);
    mark(m_regularization, &AlsParameters::regularization);
    mark(m_exponent, &AlsParameters::regularizationExponent);
    mark(m_factors, &AlsParameters::factors);
    mark(m_iterations, &AlsParameters::iterations);
    mark(m_cgSteps, &AlsParameters::cgSteps);
}

} // namespace recital
