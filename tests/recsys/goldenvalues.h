#pragma once

#include "core/recsys/metrics.h"
#include "core/recsys/split.h"

/// Protocol P0 on MovieLens 100K: the official folds u1 to u5, ratings of 4 and more are positives,
/// candidates are all items but those rated in training, k = 10. Measured independently of this program; six
/// digits.
namespace recital::golden {

struct Fold {
    const char* name;
    SplitCounts counts; ///< skippedUsers is not part of the published counts
    double alsNdcg; ///< alpha 10, regularization 50, implicit form, 64 factors, 15 iterations; four digits
};

inline constexpr Fold folds[] = {
    {"u1", {44140, 11235, 456, 0, 1408}, 0.4662},
    {"u2", {44151, 11224, 644, 0, 1414}, 0.4236},
    {"u3", {44363, 11012, 849, 0, 1405}, 0.3820},
    {"u4", {44459, 10916, 890, 0, 1411}, 0.3726},
    {"u5", {44387, 10988, 878, 0, 1404}, 0.3756},
};

/// The AUC here breaks ties as the lists do, by the lower item.
struct Ranking {
    double precision, recall, map, ndcg, mrr, hitRate, aucInListOrder;
};

inline constexpr Ranking popular[] = {
    {.222588, .114763, .149265, .260607, .482333, .791667, .877520},
    {.177329, .122537, .123600, .220704, .421167, .703416, .880744},
    {.134393, .123684, .095997, .181126, .366720, .613663, .882076},
    {.135730, .132165, .096173, .180403, .340912, .623596, .881635},
    {.133827, .133785, .098270, .179924, .338841, .605923, .883544},
};

inline constexpr Ranking itemKnn[] = {
    // neighbours 100, shrink 10
    {.360526, .212048, .291907, .424110, .636671, .894737, .925317},
    {.294565, .234862, .244011, .374306, .602512, .868012, .932423},
    {.244170, .256319, .212511, .330789, .510107, .810365, .934992},
    {.238989, .261528, .215919, .337166, .541393, .821348, .933866},
    {.231435, .261135, .222070, .336537, .529302, .790433, .935736},
};

/// Beyond accuracy, means of the five folds, three digits (novelty: two).
struct BeyondAccuracy {
    double coverage, gini, novelty;
};

inline constexpr BeyondAccuracy popularBeyond{.035, .989, 1.52};
inline constexpr BeyondAccuracy itemKnnBeyond{.189, .935, 2.16};
inline constexpr BeyondAccuracy alsBeyond{.194, .930, 2.12};

inline constexpr double popularNdcg = .2046; ///< five-fold means, four digits
inline constexpr double itemKnnNdcg = .3606;
inline constexpr double alsNdcg = .4040;

} // namespace recital::golden
