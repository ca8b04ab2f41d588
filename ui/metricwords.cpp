#include "ui/comparetext.h"

#include <QCoreApplication>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct MetricWords {
    Q_DECLARE_TR_FUNCTIONS(MetricWords)
};

} // namespace

QString metricFormula(MetricId metric, int k) {
    const auto at = [k](const QString& formula) { return formula.arg(k); };
    switch (metric) {
    case MetricId::Ndcg:
        return at(MetricWords::tr("Σ h_r ÷ log2(r + 1) over r ≤ %1, divided by Σ 1 ÷ log2(r + 1) over r ≤ "
                                  "min(n, %1); mean over users"));
    case MetricId::NdcgFullIdeal:
        return at(MetricWords::tr("Σ h_r ÷ log2(r + 1) over r ≤ %1, divided by Σ 1 ÷ log2(r + 1) over r ≤ n; "
                                  "mean over users"));
    case MetricId::NdcgFixedIdeal:
        return at(
            MetricWords::tr("Σ h_r ÷ log2(r + 1) over r ≤ %1, divided by Σ 1 ÷ log2(r + 1) over r ≤ %1; "
                            "mean over users"));
    case MetricId::Map:
        return at(MetricWords::tr(
            "Σ h_r · (hits up to r) ÷ r over r ≤ %1, divided by min(n, %1); mean over users"));
    case MetricId::MapByRelevant:
        return at(MetricWords::tr("Σ h_r · (hits up to r) ÷ r over r ≤ %1, divided by n; mean over users"));
    case MetricId::Precision:
        return at(MetricWords::tr("hits among the first %1 ÷ %1; mean over users"));
    case MetricId::Recall:
        return at(MetricWords::tr("hits among the first %1 ÷ n; mean over users"));
    case MetricId::RecallCapped:
        return at(MetricWords::tr("hits among the first %1 ÷ min(n, %1); mean over users"));
    case MetricId::Mrr:
        return at(MetricWords::tr("1 ÷ rank of the first hit, 0 without one in %1; mean over users"));
    case MetricId::HitRate:
        return at(MetricWords::tr("1 if there is a hit among the first %1, else 0; mean over users"));
    case MetricId::Auc:
        return MetricWords::tr("P(score of a relevant film > score of another unseen one) + ½ P(equal); mean "
                               "over users");
    case MetricId::AucInListOrder:
        return MetricWords::tr(
            "P(a relevant film is listed before another unseen one), equal scores in order "
            "of id; mean over users");
    case MetricId::PercentileRank:
        return MetricWords::tr("mean over all hidden likes of rank ÷ number of candidates; 0 is the top");
    case MetricId::Popularity:
        return MetricWords::tr("mean number of training likes of the films in a list; mean over users");
    case MetricId::ProfilePopularity:
        return MetricWords::tr(
            "mean number of training likes of the films that a user liked; mean over users");
    case MetricId::PopularityLift:
        return MetricWords::tr("(popularity of the list − popularity of the profile) ÷ popularity of the "
                               "profile; mean over users");
    case MetricId::GenreDiversity:
        return MetricWords::tr("1 − |genres in common| ÷ |genres of either|, mean over the pairs of a list; "
                               "mean over users");
    case MetricId::Coverage:
        return at(MetricWords::tr("different films in anybody's first %1 ÷ films in the catalogue"));
    case MetricId::TrainCoverage:
        return at(MetricWords::tr("different films in anybody's first %1 ÷ films with a training like"));
    case MetricId::Gini:
        return MetricWords::tr("Σ (2r − I − 1) c_r ÷ (I Σ c), films in ascending order of how often they are "
                               "shown; 0 equal, 1 concentrated");
    case MetricId::Entropy:
        return MetricWords::tr("−Σ p log2 p over the shares of exposure, in bits");
    case MetricId::Novelty:
        return MetricWords::tr("mean over everything shown of −log2(users who liked it ÷ users), in bits");
    case MetricId::Personalization:
        return at(MetricWords::tr("1 − mean over pairs of users of films in common ÷ %1"));
    }
    Q_UNREACHABLE();
}

QString metricExplanation(MetricId metric, int k) {
    const auto at = [k](const QString& sentence) { return sentence.arg(k); };
    switch (metric) {
    case MetricId::Ndcg:
        return at(MetricWords::tr(
            "How well the hidden likes are placed near the top of a list of %1; 1 is ideal."));
    case MetricId::NdcgFullIdeal:
    case MetricId::NdcgFixedIdeal:
        return MetricWords::tr("NDCG as another library defines it: the same lists, another ideal.");
    case MetricId::Map:
        return MetricWords::tr("Precision averaged over the ranks of the hits; rewards early hits.");
    case MetricId::MapByRelevant:
        return MetricWords::tr("MAP as trec_eval and RecTools define it: the same lists, divided by n.");
    case MetricId::Precision:
        return at(MetricWords::tr("The share of the list of %1 that the user liked."));
    case MetricId::Recall:
        return at(MetricWords::tr("The share of a user's hidden likes that the list of %1 finds."));
    case MetricId::RecallCapped:
        return at(MetricWords::tr("Recall that can reach 1 for users with more than %1 hidden likes."));
    case MetricId::Mrr:
        return MetricWords::tr("How early the first hit comes.");
    case MetricId::HitRate:
        return at(MetricWords::tr("The share of users with at least one hit in the list of %1."));
    case MetricId::Auc:
        return MetricWords::tr(
            "How often a hidden like scores above a film the user has not seen; 0.5 is chance.");
    case MetricId::AucInListOrder:
        return MetricWords::tr("AUC with equal scores decided as the list decides them.");
    case MetricId::PercentileRank:
        return MetricWords::tr("Where the hidden likes stand in the whole ranking; lower is better.");
    case MetricId::Popularity:
    case MetricId::ProfilePopularity:
        return MetricWords::tr("How well known the films are; neither high nor low is good by itself.");
    case MetricId::PopularityLift:
        return MetricWords::tr(
            "How much more popular the lists are than what the users liked themselves; 0 is as they are.");
    case MetricId::GenreDiversity:
        return MetricWords::tr("How different the genres within one list are. Similarity is that of genres, "
                               "not of the model's own factors.");
    case MetricId::Coverage:
    case MetricId::TrainCoverage:
        return MetricWords::tr("How much of the catalogue appears in the lists at all. High is not good by "
                               "itself: random lists cover everything.");
    case MetricId::Gini:
    case MetricId::Entropy:
        return MetricWords::tr("How unevenly films are shown. Random lists are the most even.");
    case MetricId::Novelty:
        return MetricWords::tr("How little known the shown films are. Random lists are the most novel.");
    case MetricId::Personalization:
        return MetricWords::tr("How different two users' lists are. Random lists are the most personal.");
    }
    Q_UNREACHABLE();
}

} // namespace recital
