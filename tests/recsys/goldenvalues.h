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
    {"u1", {44140, 11235, 456, 0, 1408}, 0.4662}, {"u2", {44151, 11224, 644, 0, 1414}, 0.4236},
    {"u3", {44363, 11012, 849, 0, 1405}, 0.3820}, {"u4", {44459, 10916, 890, 0, 1411}, 0.3726},
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

inline constexpr Ranking userKnn[] = {
    // neighbours 100, shrink 0
    {.360526, .219621, .291446, .427312, .647946, .907895, .924864},
    {.293323, .241601, .250849, .381276, .609720, .877329, .930174},
    {.247350, .270278, .215227, .339837, .533694, .837456, .930990},
    {.237528, .263461, .215473, .335966, .537514, .808989, .932783},
    {.230296, .267377, .222911, .338308, .532553, .806378, .933145},
};

inline constexpr Ranking pureSvd8[] = {
    // rank 8
    {.370614, .220513, .303737, .438922, .668945, .907895, .918624},
    {.307143, .241694, .258426, .390299, .617435, .863354, .929224},
    {.250412, .253179, .217848, .337399, .531617, .817432, .926798},
    {.245955, .254961, .222454, .341660, .545432, .800000, .930557},
    {.237130, .269568, .221501, .339581, .531469, .809795, .931521},
};

inline constexpr Ranking ease300[] = {
    // regularization 300
    {.389474, .236476, .329545, .467493, .708742, .921053, .917175},
    {.320497, .258933, .277697, .413227, .649195, .886646, .927285},
    {.270789, .285023, .247992, .374645, .585566, .856302, .929396},
    {.262360, .288580, .248158, .375444, .592428, .831461, .931635},
    {.250911, .286751, .247793, .368829, .577500, .824601, .931255},
};

/// Beyond accuracy, means of the five folds, three digits (novelty: two).
struct BeyondAccuracy {
    double coverage, gini, novelty;
};

inline constexpr BeyondAccuracy popularBeyond{.035, .989, 1.52};
inline constexpr BeyondAccuracy itemKnnBeyond{.189, .935, 2.16};
inline constexpr BeyondAccuracy userKnnBeyond{.107, .962, 1.88};
inline constexpr BeyondAccuracy rp3BetaBeyond{.157, .958, 1.97};
inline constexpr BeyondAccuracy pureSvd8Beyond{.142, .946, 2.04};
inline constexpr BeyondAccuracy easeBeyond{.164, .941, 2.04};
inline constexpr BeyondAccuracy alsBeyond{.194, .930, 2.12};

inline constexpr double popularNdcg = .2046; ///< five-fold means, four digits
inline constexpr double itemKnnNdcg = .3606;
inline constexpr double alsNdcg = .4040;
inline constexpr double userKnnNdcg = .3645;
inline constexpr double rp3BetaNdcg = .3653; ///< alpha 1, beta .5, neighbours 100, rows normalized
inline constexpr double pureSvd8Ndcg = .3696;
inline constexpr double pureSvd64Ndcg = .2850;
inline constexpr double easeNdcg = .3999;
inline constexpr double slimNdcg = .4002;      ///< l1 .1, l2 100
inline constexpr double bprNdcg = .3535;       ///< 64 factors, rate .05, regularization .02, 100 epochs
inline constexpr double ialsNdcg = .3968;      ///< alpha0 .1, lambda .03, nu 1, 64 factors, 16 iterations
inline constexpr double alsAlpha1Ndcg = .2849; ///< alpha 1, lambda .01: no weighting of what was observed

} // namespace recital::golden
