#include "ui/metrictext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct MetricText {
    Q_DECLARE_TR_FUNCTIONS(MetricText)
};

} // namespace

QString metricName(Metric metric, int k) {
    switch (metric) {
    case Metric::Ndcg:
        return MetricText::tr("NDCG@%1").arg(k);
    case Metric::Recall:
        return MetricText::tr("Recall@%1").arg(k);
    case Metric::Map:
        return MetricText::tr("MAP@%1").arg(k);
    case Metric::HitRate:
        return MetricText::tr("Hit@%1").arg(k);
    case Metric::Auc:
        return MetricText::tr("AUC");
    case Metric::Coverage:
        return MetricText::tr("Coverage@%1").arg(k);
    }
    Q_UNREACHABLE();
}

QString metricFormula(Metric metric, int k) {
    switch (metric) {
    case Metric::Ndcg:
        return MetricText::tr("Σ h_r ÷ log2(r + 1) over the ranks r ≤ %1, divided by Σ 1 ÷ log2(r + 1) over "
                              "r ≤ min(n, %1); mean over users")
            .arg(k);
    case Metric::Recall:
        return MetricText::tr("hits among the first %1 ÷ n; mean over users").arg(k);
    case Metric::Map:
        return MetricText::tr(
                   "Σ h_r · (hits up to r) ÷ r over r ≤ %1, divided by min(n, %1); mean over users")
            .arg(k);
    case Metric::HitRate:
        return MetricText::tr("1 if there is a hit among the first %1, else 0; mean over users").arg(k);
    case Metric::Auc:
        return MetricText::tr("P(score of a relevant film > score of another unseen one) + ½ P(equal); mean "
                              "over users");
    case Metric::Coverage:
        return MetricText::tr("different films in anybody's first %1 ÷ films in the catalogue").arg(k);
    }
    Q_UNREACHABLE();
}

QString metricExplanation(Metric metric, int k) {
    switch (metric) {
    case Metric::Ndcg:
        return MetricText::tr(
                   "How well the hidden likes are placed near the top of a list of %1; 1 is ideal.")
            .arg(k);
    case Metric::Recall:
        return MetricText::tr("The share of a user's hidden likes that the list of %1 finds.").arg(k);
    case Metric::Map:
        return MetricText::tr("Precision averaged over the ranks of the hits; rewards early hits.");
    case Metric::HitRate:
        return MetricText::tr("The share of users with at least one hit in the list of %1.").arg(k);
    case Metric::Auc:
        return MetricText::tr(
            "How often a hidden like scores above a film the user has not seen; 0.5 is chance.");
    case Metric::Coverage:
        return MetricText::tr("How much of the catalogue appears in the lists at all. High is not good by "
                              "itself: random lists cover everything.");
    }
    Q_UNREACHABLE();
}

QString notMeasuredText() {
    return u"–"_s;
}

QString formatMetric(double value, int decimals) {
    return std::isfinite(value) ? QLocale().toString(value, 'f', decimals) : notMeasuredText();
}

QString formatSeconds(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0.0)
        return notMeasuredText();
    if (seconds < 59.95) {
        const int decimals = seconds < 0.95 ? 2 : 1;
        return MetricText::tr("%1 s").arg(QLocale().toString(seconds, 'f', decimals));
    }
    const auto whole = static_cast<qint64>(std::llround(seconds));
    return MetricText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString formatTimeLeft(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0.0)
        return {};
    if (seconds < 1.0)
        return MetricText::tr("less than a second left");
    const auto whole = static_cast<int>(std::ceil(seconds));
    if (whole < 60)
        return MetricText::tr("about %n second(s) left", nullptr, whole);
    return MetricText::tr("about %n minute(s) left", nullptr, (whole + 30) / 60);
}

QString formatValue(double value) {
    if (!std::isfinite(value))
        return notMeasuredText();
    if (value == 0.0)
        return QLocale().toString(0);
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    QLocale plain;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = plain.toString(value, 'f', std::max(0, 2 - magnitude));
    if (text.contains(plain.decimalPoint())) {
        while (text.endsWith(plain.zeroDigit()))
            text.chop(1);
        if (text.endsWith(plain.decimalPoint()))
            text.chop(plain.decimalPoint().size());
    }
    return text;
}

QString splitText(const QString& splitName) {
    if (const qsizetype inner = splitName.indexOf(", inner "_L1); inner >= 0)
        return MetricText::tr("%1 % of the training part (%2)", "a validation split")
            .arg(splitName.section(QLatin1Char('/'), -1), splitText(splitName.left(inner)));
    // What follows the first comma, minimum activity and the like, is said in words that need no translation.
    const QString base = splitName.section(", "_L1, 0, 0);
    const QString further = splitName.mid(base.size());
    const QString share = base.section(QLatin1Char('/'), -1);
    if (base.startsWith("user-temporal"_L1))
        return MetricText::tr("newest %1 % of every user held out").arg(share) + further;
    if (base.startsWith("user-random"_L1))
        return MetricText::tr("random %1 % of every user held out").arg(share) + further;
    if (base.startsWith("global-temporal"_L1))
        return MetricText::tr("newest %1 % of all ratings held out").arg(share) + further;
    if (base == "leave-last-out"_L1)
        return MetricText::tr("newest rating of every user held out") + further;
    if (base.startsWith("held-out-users"_L1))
        return MetricText::tr("%1 % of the users held out").arg(share) + further;
    if (base.startsWith("random-fold "_L1))
        return MetricText::tr("random fold %1").arg(base.section(QLatin1Char(' '), 1)) + further;
    if (base.size() == 2 && base.startsWith(QLatin1Char('u')))
        return MetricText::tr("official fold %1").arg(base) + further;
    return splitName;
}

} // namespace recital
