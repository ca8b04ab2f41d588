#include "ui/widgets/labcontrols.h"

#include "ui/widgets/formrows.h"
#include "ui/widgets/sliderrow.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

const SliderRange factorRange{.minimum = 2.0, .maximum = 256.0, .logarithmic = true, .integer = true};
const SliderRange iterationRange{.minimum = 1.0, .maximum = 40.0, .integer = true};
const SliderRange unobservedRange{.minimum = 0.001, .maximum = 10.0, .logarithmic = true};

SliderRange alphaRange(AlsForm form) {
    return {.minimum = form == AlsForm::Implicit ? 1.0 : 0.1, .maximum = 200.0, .logarithmic = true};
}

SliderRange lambdaRange(AlsForm form) {
    if (form == AlsForm::FrequencyScaled)
        return {.minimum = 0.0001, .maximum = 10.0, .logarithmic = true};
    return {.minimum = 0.01, .maximum = 1000.0, .logarithmic = true};
}

} // namespace

LabControls::LabControls(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setProperty("role", u"card"_s);
    build();
    connectControls();
    setParameters(AlsParameters());
}

SliderRow* LabControls::addRow(const QString& objectName, const QString& name, const QString& help,
                               const QString& toolTip) {
    auto* row = new SliderRow({objectName, name, help, toolTip}, factorRange, m_theme, this);
    layout()->addWidget(row);
    return row;
}

void LabControls::build() {
    keepWidth(m_theme, this, 320);
    auto* layout = new QVBoxLayout(this);
    m_form = new QComboBox(this);
    m_form->setObjectName(u"labForm"_s);
    m_form->setAccessibleName(tr("Objective"));
    m_form->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->setMinimumContentsLength(12);
    for (const AlsForm form : {AlsForm::FrequencyScaled, AlsForm::HuKorenVolinsky, AlsForm::Implicit}) {
        const AlsFormText text = alsFormText(form);
        m_form->addItem(text.name, static_cast<int>(form));
        m_form->setItemData(m_form->count() - 1, text.explanation, Qt::ToolTipRole);
    }
    m_formula = makeLabel("formula", u"labFormula"_s, this);
    m_formula->setWordWrap(true);
    layout->addWidget(m_form);
    layout->addWidget(m_formula);
    m_factors = addRow(u"labFactors"_s, tr("&Factors"), {},
                       tr("The length of every taste vector, 1 to 1024. The slider reaches 256."));
    m_unobserved = addRow(u"labUnobserved"_s, tr("&Weight of the rest, α₀"), {},
                          tr("How strongly every pair, rated or not, is pulled towards 0; above 0."));
    m_alpha = addRow(u"labAlpha"_s, tr("&Weight of a like, α"), {},
                     tr("How much more a liked film counts than one that was not rated. With the library's "
                        "form at least 1."));
    m_regularization = addRow(u"labRegularization"_s, tr("Regularization, &λ"), {},
                              tr("Keeps vectors short; above 0. Too small memorises, too large forgets."));
    m_iterations = addRow(u"labIterations"_s, tr("&Iterations"), {},
                          tr("How often users, then films, are solved, 1 to 1000. The slider reaches 40."));
    m_message = makeLabel("error", u"labMessage"_s, this);
    m_message->setWordWrap(true);
    m_message->hide();
    m_details = makeLabel("muted", u"labSpeed"_s, this);
    m_details->setWordWrap(true);
    m_reset = new QPushButton(tr("Reset to the &defaults"), this);
    m_reset->setObjectName(u"labReset"_s);
    m_reset->setToolTip(tr("The parameters that were tested on this data set."));
    m_use = new QPushButton(tr("&Use these on the Train page"), this);
    m_use->setObjectName(u"labUse"_s);
    m_use->setToolTip(tr("Fills in these parameters there; training starts when you say so."));
    layout->addWidget(m_message);
    layout->addStretch(1);
    layout->addWidget(m_details);
    layout->addWidget(m_reset);
    layout->addWidget(m_use);
    followTheme(m_theme, this, [this, layout] {
        layout->setContentsMargins(m_theme.px(16), m_theme.px(14), m_theme.px(16), m_theme.px(14));
        layout->setSpacing(m_theme.px(8));
    });
}

void LabControls::connectControls() {
    connect(m_form, &QComboBox::currentIndexChanged, this, &LabControls::formChosen);
    for (SliderRow* row : {m_factors, m_alpha, m_unobserved, m_regularization, m_iterations})
        connect(row, &SliderRow::valueChanged, this, &LabControls::takeValues);
    connect(m_reset, &QPushButton::clicked, this, &LabControls::resetRequested);
    connect(m_use, &QPushButton::clicked, this, &LabControls::useRequested);
}

void LabControls::setParameters(const AlsParameters& parameters) {
    m_parameters = parameters;
    m_weights.reset(parameters, m_average);
    const QSignalBlocker block(m_form);
    m_form->setCurrentIndex(m_form->findData(static_cast<int>(parameters.form)));
    showForm();
    validate();
}

/// Another objective: its own weights, everything else stays.
void LabControls::formChosen() {
    m_weights.remember(m_parameters, m_average);
    m_parameters.form = static_cast<AlsForm>(m_form->currentData().toInt());
    const AlsParameters& weights = m_weights.of(m_parameters.form);
    m_parameters.alpha = weights.alpha;
    m_parameters.unobservedWeight = weights.unobservedWeight;
    m_parameters.regularization = weights.regularization;
    m_parameters.regularizationExponent = weights.regularizationExponent;
    showForm();
    validate();
    if (m_valid)
        emit changed();
}

void LabControls::showForm() {
    const AlsParameters& p = m_parameters;
    const bool scaled = p.form == AlsForm::FrequencyScaled;
    m_formula->setText(alsFormText(p.form).formula);
    m_form->setToolTip(alsFormText(p.form).explanation);
    m_alpha->setVisible(!scaled);
    m_unobserved->setVisible(scaled);
    const auto show = [](SliderRow* row, const SliderRange& range, double value) {
        row->setRange(range);
        row->setValue(value);
    };
    show(m_factors, factorRange, p.factors);
    show(m_iterations, iterationRange, p.iterations);
    show(m_alpha, alphaRange(p.form), p.alpha);
    show(m_unobserved, unobservedRange, p.unobservedWeight);
    show(m_regularization, lambdaRange(p.form), p.regularization);
}

void LabControls::takeValues() {
    m_parameters.factors = static_cast<int>(std::lround(m_factors->value()));
    m_parameters.iterations = static_cast<int>(std::lround(m_iterations->value()));
    m_parameters.alpha = m_alpha->value();
    m_parameters.unobservedWeight = m_unobserved->value();
    m_parameters.regularization = m_regularization->value();
    validate();
    if (m_valid)
        emit changed();
}

void LabControls::validate() {
    const Status status = m_parameters.validate();
    m_valid = status.ok();
    m_message->setVisible(!m_valid);
    m_use->setEnabled(m_valid);
    if (!m_valid)
        m_message->setText(tr("Not trained: %1").arg(QString::fromStdString(status.error().detail)));
    // A field is marked when its value alone is refused among values that are fine.
    const auto mark = [this](SliderRow* row, auto member) {
        AlsParameters probe;
        probe.form = m_parameters.form;
        probe.*member = m_parameters.*member;
        row->setInvalid(!row->isHidden() && !probe.validate());
    };
    mark(m_factors, &AlsParameters::factors);
    mark(m_iterations, &AlsParameters::iterations);
    mark(m_alpha, &AlsParameters::alpha);
    mark(m_unobserved, &AlsParameters::unobservedWeight);
    mark(m_regularization, &AlsParameters::regularization);
}

void LabControls::setDetails(const QString& text) {
    m_details->setText(text);
}

} // namespace recital
