#pragma once

#include <cstddef>

namespace recital::reproduction {

/// Golden values of protocol P0 (evaluation.md section 2 and appendix A): the official folds u1 to u5 of
/// MovieLens 100K, ratings of 4 and more are positives, candidates are all items but those rated in training,
/// k = 10. Measured independently of this program; six digits.
struct GoldenRanking {
    double precision, recall, map, ndcg, mrr, hitRate;
    double aucInListOrder; ///< ties broken as in the lists, by the lower item
};

inline constexpr std::size_t goldenFolds = 5;

inline constexpr GoldenRanking goldenPopular[goldenFolds] = {
    // counts of the training positives
    {.222588, .114763, .149265, .260607, .482333, .791667, .877520},
    {.177329, .122537, .123600, .220704, .421167, .703416, .880744},
    {.134393, .123684, .095997, .181126, .366720, .613663, .882076},
    {.135730, .132165, .096173, .180403, .340912, .623596, .881635},
    {.133827, .133785, .098270, .179924, .338841, .605923, .883544},
};

inline constexpr GoldenRanking goldenItemKnn[goldenFolds] = {
    // cosine, 100 neighbours, shrink 10
    {.360526, .212048, .291907, .424110, .636671, .894737, .925317},
    {.294565, .234862, .244011, .374306, .602512, .868012, .932423},
    {.244170, .256319, .212511, .330789, .510107, .810365, .934992},
    {.238989, .261528, .215919, .337166, .541393, .821348, .933866},
    {.231435, .261135, .222070, .336537, .529302, .790433, .935736},
};

inline constexpr GoldenRanking goldenUserKnn[goldenFolds] = {
    // cosine, 100 neighbours, shrink 0
    {.360526, .219621, .291446, .427312, .647946, .907895, .924864},
    {.293323, .241601, .250849, .381276, .609720, .877329, .930174},
    {.247350, .270278, .215227, .339837, .533694, .837456, .930990},
    {.237528, .263461, .215473, .335966, .537514, .808989, .932783},
    {.230296, .267377, .222911, .338308, .532553, .806378, .933145},
};

inline constexpr GoldenRanking goldenPureSvd[goldenFolds] = {
    // rank 8
    {.370614, .220513, .303737, .438922, .668945, .907895, .918624},
    {.307143, .241694, .258426, .390299, .617435, .863354, .929224},
    {.250412, .253179, .217848, .337399, .531617, .817432, .926798},
    {.245955, .254961, .222454, .341660, .545432, .800000, .930557},
    {.237130, .269568, .221501, .339581, .531469, .809795, .931521},
};

inline constexpr GoldenRanking goldenEase[goldenFolds] = {
    // regularization 300
    {.389474, .236476, .329545, .467493, .708742, .921053, .917175},
    {.320497, .258933, .277697, .413227, .649195, .886646, .927285},
    {.270789, .285023, .247992, .374645, .585566, .856302, .929396},
    {.262360, .288580, .248158, .375444, .592428, .831461, .931635},
    {.250911, .286751, .247793, .368829, .577500, .824601, .931255},
};

} // namespace recital::reproduction
