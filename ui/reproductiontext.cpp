#include "ui/reproductiontext.h"

#include "ui/metrictext.h"

#include <QCoreApplication>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct ReproductionText {
    Q_DECLARE_TR_FUNCTIONS(ReproductionText)
};

struct Entry {
    std::string_view id;
    const char* title;
    const char* meaning; ///< what has to be right for the figures to come out
};

constexpr Entry entries[] = {
    {"T1", QT_TRANSLATE_NOOP("ReproductionText", "SAR, quick start of Recommenders"),
     QT_TRANSLATE_NOOP(
         "ReproductionText",
         "SAR on a split by user. It agrees only if NumPy's random numbers, the fading of old ratings, the "
         "exclusion of rated films and all four metrics are the same. MAP is divided by the number of "
         "relevant films, as in that library.")},
    {"T2", QT_TRANSLATE_NOOP("ReproductionText", "SAR, benchmark of Recommenders"),
     QT_TRANSLATE_NOOP(
         "ReproductionText",
         "The same on a split by film: a quarter of the ratings of every film is held out, instead of a "
         "quarter of every user's.")},
    {"T3", QT_TRANSLATE_NOOP("ReproductionText", "User mean, baselines of Recommenders"),
     QT_TRANSLATE_NOOP(
         "ReproductionText",
         "Every rating is predicted by the mean of its user. The shuffle of scikit-learn has to be the same, "
         "and the arithmetic.")},
    {"T4", QT_TRANSLATE_NOOP("ReproductionText", "Most popular, baselines of Recommenders"),
     QT_TRANSLATE_NOOP(
         "ReproductionText",
         "The films with the most ratings. Many have equally many, and the order among them is not "
         "published. It moves the fourth digit, so no more than three can be asked to agree.")},
    {"T5", QT_TRANSLATE_NOOP("ReproductionText", "User average of MyMediaLite"),
     QT_TRANSLATE_NOOP(
         "ReproductionText",
         "The mean of every user in u1.base against the ratings of u1.test: reading files and arithmetic, "
         "nothing else.")},
    {"T6", QT_TRANSLATE_NOOP("ReproductionText", "Bias model of Surprise"),
     QT_TRANSLATE_NOOP(
         "ReproductionText",
         "Biases of users and films, alternated ten times, on the five folds that Surprise shuffles with "
         "seed 0.")},
    {"T7", QT_TRANSLATE_NOOP("ReproductionText", "SVD of Surprise"),
     QT_TRANSLATE_NOOP(
         "ReproductionText",
         "Matrix factorisation by gradient descent on the same five folds, with the ratings visited in the "
         "order of Surprise and start values out of NumPy's generator. The published figures belong to "
         "start seed 0.")},
    {"P0", QT_TRANSLATE_NOOP("ReproductionText", "Ranking models on the official folds"),
     QT_TRANSLATE_NOOP(
         "ReproductionText",
         "Five models without chance on the five official folds, against values that were computed without "
         "this program. Six metrics have to agree to six digits; the AUC to four, because scores are kept "
         "in single precision.")},
};

const Entry* find(std::string_view id) {
    const auto* const found = std::ranges::find(entries, id, &Entry::id);
    return found == std::end(entries) ? nullptr : found;
}

/// Why a published figure of a model with a random start cannot be demanded from everyone; empty without
/// chance.
QString seedSensitivity(const std::vector<SeedErrors>& seeds) {
    if (seeds.size() < 2)
        return {};
    const auto [low, high] = std::ranges::minmax_element(seeds, {}, &SeedErrors::rmse);
    const QString text =
        ReproductionText::tr("Seed sensitivity: over %n start seed(s) the RMSE runs from %1 (seed %2) to %3 "
                             "(seed %4). A program that draws its start values differently lands in that "
                             "range, and is not wrong.",
                             nullptr, static_cast<int>(seeds.size()))
            .arg(formatMetric(low->rmse, 5), QString::number(low->seed), formatMetric(high->rmse, 5),
                 QString::number(high->seed));
    const bool favourable = low == seeds.begin(); // the published seed comes first
    return favourable
               ? text + u' ' + ReproductionText::tr("The published seed is the most favourable of them.")
               : text;
}

} // namespace

QString reproductionTitle(std::string_view id) {
    if (const Entry* entry = find(id))
        return ReproductionText::tr(entry->title);
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

QStringList reproductionText(std::string_view id, const ReproductionResult* result) {
    QStringList paragraphs;
    if (const Entry* entry = find(id))
        paragraphs += ReproductionText::tr(entry->meaning);
    if (result)
        paragraphs += {seedSensitivity(result->seeds), QString::fromStdString(result->explanation)};
    paragraphs.removeAll(QString());
    return paragraphs;
}

} // namespace recital
