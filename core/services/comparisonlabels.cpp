#include "core/services/comparisontext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

struct ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(recital::ComparisonText)
};

QString at(const QString& name, int k) {
    return name + u'@' + QString::number(k);
}

QString percent(double share) {
    return QLocale().toString(share * 100.0, 'g', 3);
}

/// Enough digits that the difference can be told from 0.
QString shortDifference(double value) {
    if (!std::isfinite(value))
        return u"–"_s;
    const double magnitude = std::abs(value) > 0.0 ? std::floor(std::log10(std::abs(value))) : 0.0;
    return QLocale().toString(value, 'f', std::clamp(1 - static_cast<int>(magnitude), 0, 12));
}

} // namespace

QString metricLabel(MetricId metric, int k) {
    switch (metric) {
    case MetricId::Ndcg:
        return at(u"NDCG"_s, k);
    case MetricId::NdcgFullIdeal:
        return ComparisonText::tr("%1 (full ideal)").arg(at(u"NDCG"_s, k));
    case MetricId::NdcgFixedIdeal:
        return ComparisonText::tr("%1 (ideal of %2)").arg(at(u"NDCG"_s, k)).arg(k);
    case MetricId::Map:
        return at(u"MAP"_s, k) + u" (÷ min)"_s;
    case MetricId::MapByRelevant:
        return at(u"MAP"_s, k) + u" (÷ n)"_s;
    case MetricId::Precision:
        return at(ComparisonText::tr("Precision"), k);
    case MetricId::Recall:
        return at(ComparisonText::tr("Recall"), k);
    case MetricId::RecallCapped:
        return at(ComparisonText::tr("Recall"), k) + u" (÷ min)"_s;
    case MetricId::Mrr:
        return at(u"MRR"_s, k);
    case MetricId::HitRate:
        return at(ComparisonText::tr("Hit"), k);
    case MetricId::Auc:
        return u"AUC"_s;
    case MetricId::AucInListOrder:
        return ComparisonText::tr("AUC (list order)");
    case MetricId::PercentileRank:
        return ComparisonText::tr("Percentile rank");
    case MetricId::Popularity:
        return at(ComparisonText::tr("Popularity"), k);
    case MetricId::ProfilePopularity:
        return ComparisonText::tr("Profile popularity");
    case MetricId::PopularityLift:
        return at(ComparisonText::tr("Popularity lift"), k);
    case MetricId::GenreDiversity:
        return at(ComparisonText::tr("Genre diversity"), k);
    case MetricId::Coverage:
        return at(ComparisonText::tr("Coverage"), k);
    case MetricId::TrainCoverage:
        return ComparisonText::tr("%1 (÷ trained)").arg(at(ComparisonText::tr("Coverage"), k));
    case MetricId::Gini:
        return at(ComparisonText::tr("Gini"), k);
    case MetricId::Entropy:
        return ComparisonText::tr("%1 (bits)").arg(at(ComparisonText::tr("Entropy"), k));
    case MetricId::Novelty:
        return ComparisonText::tr("%1 (bits)").arg(at(ComparisonText::tr("Novelty"), k));
    case MetricId::Personalization:
        return at(ComparisonText::tr("Personalisation"), k);
    }
    Q_UNREACHABLE();
}

QString protocolText(const SplitOptions& options) {
    const QString share = percent(options.testShare);
    switch (options.protocol) {
    case Protocol::OfficialFolds:
        return ComparisonText::tr("official folds");
    case Protocol::UserTemporal:
        return ComparisonText::tr("newest %1 % of every user held out").arg(share);
    case Protocol::UserRandom:
        return ComparisonText::tr("random %1 % of every user held out").arg(share);
    case Protocol::GlobalTemporal:
        return ComparisonText::tr("newest %1 % of all ratings held out").arg(share);
    case Protocol::LeaveLastOut:
        return ComparisonText::tr("newest rating of every user held out");
    case Protocol::HeldOutUsers:
        return ComparisonText::tr("%1 % of the users held out, folded in with 80 % of their ratings")
            .arg(share);
    case Protocol::RandomFolds:
        return ComparisonText::tr("%n random fold(s)", nullptr, options.folds);
    }
    Q_UNREACHABLE();
}

QString verdictText(const PairedComparison& pair) {
    switch (pair.verdict) {
    case Verdict::Better:
        return ComparisonText::tr("better");
    case Verdict::Worse:
        return ComparisonText::tr("worse");
    case Verdict::NoDetectableDifference:
        if (pair.difference == 0.0 && pair.detectable == 0.0) // two names of one model
            return ComparisonText::tr("no difference for any user");
        return ComparisonText::tr("no detectable difference (would need ≥ %1)")
            .arg(shortDifference(pair.detectable));
    case Verdict::NotComparable:
        return u"–"_s;
    }
    Q_UNREACHABLE();
}

} // namespace recital
