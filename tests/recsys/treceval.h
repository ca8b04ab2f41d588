#pragma once

/// Relevance judgements, a run and what the definitions of trec_eval give for them, worked out by hand in the
/// layouts that trec_eval reads and prints: four digits, `-m P.5 -m recall.5 -m map_cut.5 -m ndcg_cut.5 -m
/// recip_rank -m success.5`. Scores have no ties, because trec_eval breaks those by document name descending.
namespace recital::trec {

/// topic, 0, document, relevance
inline constexpr const char* judgements = R"(1 0 d02 1
1 0 d05 1
1 0 d09 1
2 0 d04 1
3 0 d01 1
3 0 d02 1
3 0 d03 1
3 0 d04 1
3 0 d05 1
3 0 d06 1
3 0 d07 1
4 0 d08 1
4 0 d09 1
)";

/// topic, Q0, document, rank, score, name of the run. Topic 1 finds its documents at 2 and 4, topic 2 at 1,
/// topic 3 at 3 and 5 of seven, topic 4 none and shows three documents only.
inline constexpr const char* run = R"(1 Q0 d01 1 9.0 r
1 Q0 d02 2 8.0 r
1 Q0 d03 3 7.0 r
1 Q0 d05 4 6.0 r
1 Q0 d07 5 5.0 r
2 Q0 d04 1 9.5 r
2 Q0 d01 2 9.0 r
2 Q0 d02 3 8.5 r
2 Q0 d03 4 8.0 r
2 Q0 d05 5 7.5 r
3 Q0 d08 1 3.5 r
3 Q0 d09 2 3.0 r
3 Q0 d06 3 2.5 r
3 Q0 d10 4 2.0 r
3 Q0 d01 5 1.5 r
4 Q0 d01 1 0.3 r
4 Q0 d02 2 0.2 r
4 Q0 d03 3 0.1 r
)";

// Topic 1: n 3; precision at the hits 1/2 and 2/4, so AP is 1/3; gain .6309 + .4307 of 2.1309.
// Topic 3: n 7; AP is (1/3 + 2/5) / 7; gain .5 + .3869 of 2.9485, the ideal of five places.
inline constexpr const char* results = R"(P_5         1     0.4000
recall_5    1     0.6667
map_cut_5   1     0.3333
ndcg_cut_5  1     0.4982
recip_rank  1     0.5000
success_5   1     1.0000
P_5         2     0.2000
recall_5    2     1.0000
map_cut_5   2     1.0000
ndcg_cut_5  2     1.0000
recip_rank  2     1.0000
success_5   2     1.0000
P_5         3     0.4000
recall_5    3     0.2857
map_cut_5   3     0.1048
ndcg_cut_5  3     0.3008
recip_rank  3     0.3333
success_5   3     1.0000
P_5         4     0.0000
recall_5    4     0.0000
map_cut_5   4     0.0000
ndcg_cut_5  4     0.0000
recip_rank  4     0.0000
success_5   4     0.0000
P_5         all   0.2500
recall_5    all   0.4881
map_cut_5   all   0.3595
ndcg_cut_5  all   0.4497
recip_rank  all   0.4583
success_5   all   0.7500
)";

} // namespace recital::trec
