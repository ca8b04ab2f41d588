#include "app/alsoptions.h"

#include <array>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array forms{AlsForm::HuKorenVolinsky, AlsForm::Implicit, AlsForm::FrequencyScaled};
constexpr std::array solvers{AlsSolver::Cholesky, AlsSolver::ConjugateGradient};
constexpr double huge = 1e9;

QStringList formNames() {
    return {u"hkv"_s, u"implicit"_s, u"ials"_s};
}

QStringList solverNames() {
    return {u"cholesky"_s, u"cg"_s};
}

template<typename T, std::size_t size>
QString nameOf(T value, const std::array<T, size>& values, const QStringList& names) {
    for (std::size_t i = 0; i < size; ++i)
        if (values[i] == value)
            return names[static_cast<qsizetype>(i)];
    Q_UNREACHABLE();
}

struct AlsOptionText {
    Q_DECLARE_TR_FUNCTIONS(recital::AlsOptionText)
};

AlsForm chosenForm(Arguments& arguments, AlsForm fallback) {
    if (arguments.isSet(u"form"_s))
        return forms[arguments.choice(u"form"_s, formNames())];
    if (arguments.isSet(u"alpha"_s))
        return AlsForm::Implicit;
    if (arguments.isSet(u"unobserved-weight"_s) || arguments.isSet(u"exponent"_s))
        return AlsForm::FrequencyScaled;
    return fallback;
}

/// Where another form than the dataset's default is asked for, its own tested values (MovieLens 100K) are the
/// start: a lambda of one form means nothing in another.
AlsParameters startOfForm(AlsForm form, const AlsParameters& defaults) {
    if (form == defaults.form)
        return defaults;
    AlsParameters start;
    start.form = form;
    if (form != AlsForm::FrequencyScaled) {
        start.iterations = 15;
        start.alpha = 10.0;
        start.regularization = 50.0;
    }
    return start;
}

void refuseOptionsOfOtherForms(Arguments& arguments, AlsForm form) {
    const QStringList foreign = form == AlsForm::FrequencyScaled
                                    ? QStringList{u"alpha"_s}
                                    : QStringList{u"unobserved-weight"_s, u"exponent"_s};
    for (const QString& name : foreign)
        if (arguments.isSet(name))
            arguments.reject(AlsOptionText::tr("--%1 is no parameter of the form %2")
                                 .arg(name, nameOf(form, forms, formNames())));
}

} // namespace

void addAlsOptions(Arguments& arguments) {
    const auto add = [&](const QString& name, const QString& description, const QString& value) {
        arguments.add(name, description, value);
    };
    add(u"form"_s,
        AlsOptionText::tr(
            "Objective: hkv (Hu, Koren, Volinsky 2008; confidence 1 + alpha), implicit (confidence "
            "alpha) or ials (frequency-scaled, Rendle et al. 2022). Default: implicit when --alpha "
            "is given, ials when --unobserved-weight is, else what is tested for the data."),
        u"FORM"_s);
    add(u"factors"_s, AlsOptionText::tr("Length of the vectors, 1 to 1024."), u"N"_s);
    add(u"iterations"_s, AlsOptionText::tr("Sweeps over users and films, 1 to 1000."), u"N"_s);
    add(u"regularization"_s, AlsOptionText::tr("Lambda, above 0."), u"X"_s);
    add(u"alpha"_s, AlsOptionText::tr("Weight of a like; forms hkv (from 0) and implicit (from 1)."), u"X"_s);
    add(u"unobserved-weight"_s, AlsOptionText::tr("Weight of everything else, alpha0; form ials."), u"X"_s);
    add(u"exponent"_s, AlsOptionText::tr("Nu, how lambda grows with the number of ratings; form ials."),
        u"X"_s);
    add(u"solver"_s, AlsOptionText::tr("cholesky (exact) or cg (conjugate gradient)."), u"SOLVER"_s);
    add(u"cg-steps"_s, AlsOptionText::tr("Steps of the conjugate gradient, 1 to 100."), u"N"_s);
    add(u"seed"_s,
        AlsOptionText::tr("Start of the random numbers. The same seed gives the same model. Default: 42."),
        u"N"_s);
}

AlsParameters alsParameters(Arguments& arguments, const AlsParameters& defaults) {
    const AlsForm form = chosenForm(arguments, defaults.form);
    AlsParameters parameters = startOfForm(form, defaults);
    refuseOptionsOfOtherForms(arguments, form);
    const auto integer = [&](const QString& name, int greatest, int& target) {
        if (arguments.isSet(name))
            target = arguments.integer(name, 1, greatest);
    };
    const auto number = [&](const QString& name, double least, double greatest, double& target) {
        if (arguments.isSet(name))
            target = arguments.number(name, least, greatest);
    };
    constexpr double tiny = std::numeric_limits<float>::min();
    integer(u"factors"_s, 1024, parameters.factors);
    integer(u"iterations"_s, 1000, parameters.iterations);
    integer(u"cg-steps"_s, 100, parameters.cgSteps);
    number(u"regularization"_s, tiny, huge, parameters.regularization);
    number(u"alpha"_s, form == AlsForm::Implicit ? 1.0 : 0.0, 1e6, parameters.alpha);
    number(u"unobserved-weight"_s, tiny, 1e6, parameters.unobservedWeight);
    number(u"exponent"_s, 0.0, 2.0, parameters.regularizationExponent);
    if (arguments.isSet(u"solver"_s))
        parameters.solver = solvers[arguments.choice(u"solver"_s, solverNames())];
    if (arguments.isSet(u"seed"_s))
        parameters.seed = arguments.seed(u"seed"_s);
    if (const Status status = parameters.validate(); !status.ok())
        arguments.reject(QString::fromStdString(status.error().detail));
    return parameters;
}

QJsonObject alsParametersJson(const AlsParameters& parameters) {
    QJsonObject json{
        {u"form"_s, nameOf(parameters.form, forms, formNames())},
        {u"solver"_s, nameOf(parameters.solver, solvers, solverNames())},
        {u"factors"_s, parameters.factors},
        {u"iterations"_s, parameters.iterations},
        {u"regularization"_s, parameters.regularization},
        {u"seed"_s, QString::number(parameters.seed)}, // a JSON number keeps 53 bits
    };
    if (parameters.form == AlsForm::FrequencyScaled) {
        json.insert(u"unobservedWeight"_s, parameters.unobservedWeight);
        json.insert(u"regularizationExponent"_s, parameters.regularizationExponent);
    } else {
        json.insert(u"alpha"_s, parameters.alpha);
    }
    if (parameters.solver == AlsSolver::ConjugateGradient)
        json.insert(u"cgSteps"_s, parameters.cgSteps);
    return json;
}

} // namespace recital
