#pragma once

#include "core/recsys/ratingprediction.h"
#include "core/recsys/split.h"

#include <QString>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One rating predictor of a comparison, measured on the same splits as the ranking models; in a table of its
/// own, because a predicted rating is no ranking (evaluation.md 4.4).
struct ComparedRatings {
    RatingSpec specification;
    std::string name;                              ///< ratingPredictorName()
    std::string parameters;                        ///< describe(specification)
    std::vector<std::vector<RatingReport>> bySeed; ///< [seed][fold]; one seed for a deterministic one
    /// Over folds, then seeds; counts and times are those of one seed, all folds. users: empty.
    RatingReport mean;

    int seeds() const noexcept { return static_cast<int>(bySeed.size()); }
    double rmseSpread() const; ///< standard deviation over the seeds (n - 1); NaN with one
};

/// Trains and measures one predictor on every split and with every seed. Errors: those of trainRatings() and
/// evaluateRatings().
Result<ComparedRatings> measureRatings(const Dataset& dataset, const std::vector<Split>& splits,
                                       const RatingSpec& specification, int seeds, const JobControl& control);

/// "global-mean", "user-mean", "item-mean", "bias", "biased-mf", "explicit-als": command line, JSON.
std::string_view ratingPredictorKey(const RatingSpec& specification) noexcept;
/// The predictors with their defaults, in the order in which tables show them.
std::span<const RatingSpec> ratingPredictors() noexcept;
const RatingSpec* findRatingPredictor(std::string_view key) noexcept; ///< nullptr: unknown

std::optional<std::uint64_t> seedOf(const RatingSpec& specification); ///< nullopt: deterministic

/// JSON array, without the users.
QString ratingRowsToJson(const std::vector<ComparedRatings>& rows);
/// nullopt for what is no such text; a predictor that this version does not know is left out.
std::optional<std::vector<ComparedRatings>> ratingRowsFromJson(const QString& json);

} // namespace recital
