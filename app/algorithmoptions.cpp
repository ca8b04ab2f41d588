#include "app/algorithmoptions.h"

#include "app/alsoptions.h"
#include "core/recsys/algorithms/catalogue.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct AlgorithmText {
    Q_DECLARE_TR_FUNCTIONS(recital::AlgorithmText)
};

const QString alsKey = u"als"_s;

QString text(std::string_view value) {
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

struct Setting {
    QString algorithm;
    std::string parameter;
    double value = 0.0;
};

std::optional<Setting> readSetting(Arguments& arguments, const QString& written) {
    const qsizetype dot = written.indexOf(u'.');
    const qsizetype equals = written.indexOf(u'=');
    if (dot < 1 || equals < dot + 2) {
        arguments.reject(AlgorithmText::tr("--set needs ALGORITHM.PARAMETER=VALUE, not \"%1\"").arg(written));
        return std::nullopt;
    }
    Setting setting;
    setting.algorithm = written.left(dot).trimmed();
    setting.parameter = written.mid(dot + 1, equals - dot - 1).trimmed().toStdString();
    setting.value = parameterNumber(arguments, u"set"_s, written.mid(equals + 1));
    return setting;
}

std::vector<Setting> readSettings(Arguments& arguments) {
    std::vector<Setting> settings;
    for (const QString& group : arguments.texts(u"set"_s))
        for (const QString& written : group.split(u',', Qt::SkipEmptyParts))
            if (const auto setting = readSetting(arguments, written.trimmed()))
                settings.push_back(*setting);
    return settings;
}

QStringList chosenKeys(Arguments& arguments) {
    QStringList keys;
    for (const QString& key : arguments.list(u"algorithms"_s)) {
        if (key == "all"_L1) {
            for (const AlgorithmInfo& algorithm : algorithmCatalogue())
                keys += text(algorithm.key);
        } else if (algorithmKeys().contains(key)) {
            keys += key;
        } else {
            arguments.reject(
                AlgorithmText::tr("unknown algorithm \"%1\"; known are %2").arg(key, knownAlgorithms()));
        }
    }
    return keys;
}

TrainingSpec specificationOf(Arguments& arguments, const QString& key, const Dataset* dataset) {
    if (key == alsKey)
        return alsParameters(arguments, dataset ? defaultAlsParameters(*dataset) : AlsParameters{});
    const std::string name = key.toStdString();
    return dataset ? defaultSpecification(name, *dataset) : plainSpecification(name);
}

} // namespace

QStringList algorithmKeys() {
    QStringList keys;
    for (const AlgorithmInfo& algorithm : algorithmCatalogue())
        keys += text(algorithm.key);
    return keys + QStringList{alsKey};
}

QString knownAlgorithms() {
    return algorithmKeys().join(u", "_s);
}

double parameterNumber(Arguments& arguments, const QString& option, const QString& written) {
    bool read = false;
    const double value = written.trimmed().toDouble(&read);
    if (read && std::isfinite(value))
        return value;
    arguments.reject(AlgorithmText::tr("--%1: \"%2\" is no number").arg(option, written));
    return 0.0;
}

void addAlgorithmOptions(Arguments& arguments, const QString& fallback) {
    arguments.add(u"algorithms"_s,
                  AlgorithmText::tr("Which to measure, separated by commas: %1, or all. als is the form of "
                                    "ALS that is tested for the data.")
                      .arg(knownAlgorithms()),
                  u"LIST"_s, fallback);
    arguments.add(u"set"_s,
                  AlgorithmText::tr("Change parameters, for example itemknn.neighbours=50; more than one "
                                    "separated by commas."),
                  u"ALGORITHM.PARAMETER=VALUE"_s);
    addAlsOptions(arguments);
}

std::vector<ChosenAlgorithm> chosenAlgorithms(Arguments& arguments, const Dataset* dataset) {
    std::vector<ChosenAlgorithm> chosen;
    for (const QString& key : chosenKeys(arguments))
        chosen.push_back({key, specificationOf(arguments, key, dataset)});
    for (const Setting& setting : readSettings(arguments)) {
        if (std::ranges::find(chosen, setting.algorithm, &ChosenAlgorithm::key) == chosen.end()) {
            arguments.reject(
                AlgorithmText::tr("--set names \"%1\", which is not measured").arg(setting.algorithm));
            continue;
        }
        if (!dataset && setting.algorithm == alsKey)
            continue; // which form it will be, the data decides
        for (ChosenAlgorithm& algorithm : chosen)
            if (algorithm.key == setting.algorithm)
                if (const Status set =
                        setParameter(algorithm.specification, setting.parameter, setting.value);
                    !set)
                    arguments.reject(QString::fromStdString(set.error().detail));
    }
    return chosen;
}

} // namespace recital
