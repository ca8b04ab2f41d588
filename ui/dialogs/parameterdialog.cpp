#include "ui/dialogs/parameterdialog.h"

#include "core/recsys/algorithms/catalogue.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/numberfield.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHash>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

/// Enumerations and switches are numbers to the core and words to people.
QStringList choicesOf(const std::string& name) {
    if (name == "solver")
        return {ParameterDialog::tr("Cholesky"), ParameterDialog::tr("Conjugate gradient")};
    if (name == "sampler")
        return {ParameterDialog::tr("Uniform"), ParameterDialog::tr("By popularity")};
    if (name == "normalize")
        return {ParameterDialog::tr("No"), ParameterDialog::tr("Yes")};
    return {};
}

} // namespace

QString parameterLabel(const std::string& name) {
    static const QHash<QString, const char*> labels = {
        {u"factors"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Factors")},
        {u"iterations"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Iterations")},
        {u"regularization"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Regularization, λ")},
        {u"alpha"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "α")},
        {u"beta"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Popularity penalty, β")},
        {u"unobservedWeight"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Weight of the rest, α₀")},
        {u"regularizationExponent"_s,
         QT_TRANSLATE_NOOP("recital::ParameterDialog", "Exponent of the scaling, ν")},
        {u"solver"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Solver")},
        {u"cgSteps"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Steps of the solver")},
        {u"neighbours"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Neighbours")},
        {u"shrink"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Shrinkage")},
        {u"normalize"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Normalise the rows")},
        {u"rank"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Rank")},
        {u"l1"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "L1 penalty")},
        {u"l2"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "L2 penalty")},
        {u"sweeps"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Sweeps at most")},
        {u"epochs"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Epochs")},
        {u"learningRate"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Learning rate")},
        {u"sampler"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Negative samples")},
        {u"genres"_s, QT_TRANSLATE_NOOP("recital::ParameterDialog", "Genres that count")},
    };
    const QString key = QString::fromStdString(name);
    const char* label = labels.value(key, nullptr);
    return label != nullptr ? ParameterDialog::tr(label) : key;
}

ParameterDialog::ParameterDialog(const TrainingSpec& specification, const TrainingSpec& defaults,
                                 const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_specification(specification)
    , m_defaults(defaults) {
    setObjectName(u"parameterDialog"_s);
    const std::string_view name = algorithmOf(specification).name;
    const QString title = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    setWindowTitle(tr("Parameters of %1").arg(title));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(18));
    layout->setSpacing(theme.px(10));
    layout->addWidget(makeLabel("title", u"parameterTitle"_s, this, title));
    buildFields(layout, theme);
    buildSeed(layout, theme);
    if (m_fields.empty() && !m_readSeed)
        layout->addWidget(makeLabel("muted", u"parameterNone"_s, this, tr("Nothing can be set here.")));
    m_problem = makeLabel("error", u"parameterProblem"_s, this);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    layout->addStretch(1);

    auto* buttons = new QDialogButtonBox(this);
    m_take = buttons->addButton(tr("&Take"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"parameterTake"_s);
    m_take->setProperty("role", u"primary"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    QPushButton* reset = buttons->addButton(tr("&Defaults"), QDialogButtonBox::ResetRole);
    reset->setObjectName(u"parameterDefaults"_s);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, [this] { show(m_defaults); });
    setMinimumWidth(theme.px(380));
    show(specification);
}

void ParameterDialog::buildFields(QVBoxLayout* layout, const Theme& theme) {
    for (const ParameterField& field : parameterFields(m_specification)) {
        const std::string name(field.name);
        const QStringList choices = choicesOf(name);
        QWidget* control = choices.isEmpty() ? makeNumber(name, field.minimum, field.maximum, field.integer)
                                             : makeChoice(name, choices);
        keepWidth(theme, control, choices.isEmpty() ? 112 : 178);
        layout->addWidget(
            makeField({u"parameter_"_s + QString::fromStdString(name),
                       parameterLabel(name),
                       {},
                       choices.isEmpty() ? tr("%1 to %2").arg(field.minimum).arg(field.maximum) : QString()},
                      control, theme, this));
    }
}

QWidget* ParameterDialog::makeNumber(const std::string& name, double minimum, double maximum, bool whole) {
    if (whole) {
        auto* field = new IntegerField;
        field->setRange(static_cast<int>(minimum), static_cast<int>(std::min(maximum, 1e9)));
        m_fields.push_back(
            {name, [field] { return static_cast<double>(field->value()); },
             [field](double value) { field->setValue(static_cast<int>(std::lround(value))); }});
        connect(field, &QSpinBox::valueChanged, this, &ParameterDialog::readFields);
        return field;
    }
    auto* field = new NumberField;
    // What is refused can be typed, so that the dialog can say why.
    field->setRange(std::min(0.0, minimum), std::max(maximum, 1e6));
    m_fields.push_back(
        {name, [field] { return field->value(); }, [field](double value) { field->setValue(value); }});
    connect(field, &QDoubleSpinBox::valueChanged, this, &ParameterDialog::readFields);
    return field;
}

QWidget* ParameterDialog::makeChoice(const std::string& name, const QStringList& choices) {
    auto* box = new QComboBox;
    box->addItems(choices);
    m_fields.push_back({name, [box] { return static_cast<double>(box->currentIndex()); },
                        [box](double value) { box->setCurrentIndex(static_cast<int>(std::lround(value))); }});
    connect(box, &QComboBox::currentIndexChanged, this, &ParameterDialog::readFields);
    return box;
}

void ParameterDialog::buildSeed(QVBoxLayout* layout, const Theme& theme) {
    if (!seedOf(m_specification))
        return;
    auto* field = new IntegerField;
    field->setRange(0, std::numeric_limits<int>::max());
    keepWidth(theme, field, 112);
    layout->addWidget(makeField({u"parameter_seed"_s,
                                 tr("First seed"),
                                 {},
                                 tr("With several seeds the next ones are this one plus 1, plus 2...")},
                                field, theme, this));
    m_readSeed = [this, field] { setSeed(m_specification, static_cast<std::uint64_t>(field->value())); };
    m_writeSeed = [this, field] {
        field->setValue(static_cast<int>(
            std::min<std::uint64_t>(seedOf(m_specification).value_or(0), std::numeric_limits<int>::max())));
    };
    connect(field, &QSpinBox::valueChanged, this, &ParameterDialog::readFields);
}

void ParameterDialog::show(const TrainingSpec& specification) {
    m_filling = true;
    m_specification = specification;
    for (const Field& field : m_fields)
        field.write(parameterValue(specification, field.name).value_or(0.0));
    if (m_writeSeed)
        m_writeSeed();
    m_filling = false;
    readFields();
}

void ParameterDialog::readFields() {
    if (m_filling || m_problem == nullptr)
        return;
    QString problem;
    for (const Field& field : m_fields) {
        const Status status = setParameter(m_specification, field.name, field.read());
        if (!status.ok() && problem.isEmpty())
            problem = QString::fromStdString(status.error().detail);
    }
    if (m_readSeed)
        m_readSeed();
    if (const Status status = validate(m_specification); !status.ok() && problem.isEmpty())
        problem = QString::fromStdString(status.error().detail);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_take->setEnabled(problem.isEmpty());
}

} // namespace recital
