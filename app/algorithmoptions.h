#pragma once

#include "app/arguments.h"
#include "core/recsys/algorithms/parameters.h"

#include <QStringList>

#include <vector>

namespace recital {

class Dataset;

// Algorithms on the command line have the keys of the catalogue; "als" stands for the form of ALS that is
// tested for the data, or that its own options ask for.

QStringList algorithmKeys(); ///< with "als"

/// One algorithm as it was asked for, its parameters changed by --set.
struct ChosenAlgorithm {
    QString key; ///< as it was written
    TrainingSpec specification;
};

/// --algorithms LIST, --set ALGORITHM.PARAMETER=VALUE and the options of ALS. `fallback`: the default list.
void addAlgorithmOptions(Arguments& arguments, const QString& fallback);

/// In the order asked for; "all" is the whole catalogue. What is wrong is recorded in `arguments`. Without a
/// dataset the values are plain ones, and only as much is checked as can be known before anything is read.
std::vector<ChosenAlgorithm> chosenAlgorithms(Arguments& arguments, const Dataset* dataset);

/// "0.05" of "--what NAME=0.05"; records what is wrong.
double parameterNumber(Arguments& arguments, const QString& option, const QString& text);

/// The keys of the catalogue, for sentences: "random, popular, ..., als".
QString knownAlgorithms();

} // namespace recital
