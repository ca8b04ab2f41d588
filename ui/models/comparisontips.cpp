#include "core/services/comparisontext.h"
#include "ui/comparetext.h"
#include "ui/metrictext.h"
#include "ui/models/comparisonmodel.h"

#include <cmath>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

/// What the interval lies around: every user counts once, while the table's mean counts every fold once.
double meanOfUsers(const ComparedModel& model, MetricId metric) {
    double sum = 0.0;
    int count = 0;
    for (const UserMetrics& user : model.mean.users) {
        if (const double value = metricValue(user, metric); std::isfinite(value)) {
            sum += value;
            ++count;
        }
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

QString ComparisonModel::valueToolTip(std::size_t compared, MetricId metric) const {
    const ComparedModel& model = m_comparison->rows[compared];
    QStringList lines;
    lines += tr("%1 of %2 = %3")
                 .arg(metricLabel(metric, m_k), QString::fromStdString(model.name),
                      formatMetric(metric, metricValue(model.mean, metric), 2));
    if (const Interval* interval = intervalOf(*m_comparison, compared, metric))
        lines += tr("95 % interval over users: %1; each is averaged over the folds first, which gives a mean "
                    "of %2")
                     .arg(intervalText(metric, *interval, false),
                          formatMetric(metric, meanOfUsers(model, metric)));
    if (model.seeds() > 1)
        lines += tr("spread over %n seed(s): ±%1", nullptr, model.seeds())
                     .arg(formatMetric(metric, model.seedSpread(metric), 1));
    if (isBest(*m_comparison, compared, metric))
        lines += tr("★ the highest mean, or not told apart from it by the test");
    lines += metricFormula(metric, m_k);
    return lines.join(u'\n');
}

QString ComparisonModel::nameToolTip(const Row& row) const {
    return row.compared ? originText(*m_comparison, *row.compared)
                        : u"%1: %2"_s.arg(row.name, row.parameters);
}

QString ComparisonModel::toolTip(const Row& row, int column) const {
    if (column == NameColumn)
        return nameToolTip(row);
    if (column == StateColumn || !row.compared)
        return stateText(row);
    const std::size_t compared = *row.compared;
    const QString origin = u"\n"_s + originText(*m_comparison, compared);
    if (column == secondsColumn()) {
        const EvaluationReport& mean = m_comparison->rows[compared].mean;
        return tr("Training %1, measuring %2")
                   .arg(formatSeconds(mean.trainSeconds), formatSeconds(mean.evaluateSeconds)) +
               origin;
    }
    if (column == ValueColumn || column == IntervalColumn || column >= FirstMetric)
        return valueToolTip(compared, metricOf(column)) + origin;
    const PairedComparison* pair = verdictOf(*m_comparison, compared, m_judged);
    if (pair == nullptr || pair->verdict == Verdict::NotComparable)
        return compared == m_comparison->reference ? tr("The others are tested against this row.") + origin
                                                   : tr("Not compared") + origin;
    return tr("%1 − %2, paired over %n user(s)", nullptr, pair->users)
               .arg(row.name, QString::fromStdString(m_comparison->rows[m_comparison->reference].name)) +
           u'\n' +
           tr("p %1 by sign flips, %2 after Holm over %n row(s)", nullptr, pair->familySize)
               .arg(pValueText(pair->pValue), pValueText(pair->adjustedP)) +
           u'\n' +
           tr("A true difference of %1 would be found four times out of five.")
               .arg(formatMetric(m_judged, pair->detectable)) +
           origin;
}

QString ComparisonModel::headerToolTip(int section) const {
    switch (section) {
    case NameColumn:
        return tr("Parameters, seeds and times are in the tool tip of each name.");
    case StateColumn:
        return tr("A row can be cancelled while it waits or runs; the others go on.");
    case IntervalColumn:
        return tr("95 % interval of the mean over users (bootstrap), each averaged over the folds first; the "
                  "figure beside it is the mean of the folds. Two overlapping intervals do not mean that "
                  "there is no difference: the test of the differences says that.");
    case DifferenceColumn:
        return tr("Mean over users of the row minus the reference, with its 95 % interval (paired "
                  "bootstrap).");
    case PColumn:
        return tr("Sign-flip test of the differences, corrected for the number of rows (Holm).");
    case VerdictColumn:
        return tr("Better or worse only if the adjusted p is below 0.05 and the interval leaves out 0.");
    default:
        break;
    }
    if (section == secondsColumn())
        return tr("Training and measuring on this machine, all folds of one seed.");
    return metricExplanation(metricOf(section), m_k) + u'\n' + metricFormula(metricOf(section), m_k);
}

} // namespace recital
