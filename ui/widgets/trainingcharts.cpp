#include "ui/widgets/trainingcharts.h"

#include "ui/metrictext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/linechart.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLocale>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

/// Half a step to the right is the users' half-step, a whole one the films'.
double iterationOf(const TrainingPoint& point) {
    return point.halfStep / 2.0;
}

QFrame* makeCard(LineChart* chart, const Theme& theme, QWidget* parent) {
    auto* card = new QFrame(parent);
    card->setProperty("role", u"card"_s);
    auto* layout = new QHBoxLayout(card);
    layout->addWidget(chart);
    followTheme(theme, card, [layout, &theme] {
        layout->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(8));
    });
    return card;
}

QString lossText(double loss) {
    return QLocale().toString(loss, 'f', loss < 100.0 ? 2 : 0);
}

} // namespace

TrainingCharts::TrainingCharts(Theme& theme, QWidget* parent)
    : QWidget(parent) {
    m_loss = new LineChart(theme, this);
    m_loss->setObjectName(u"lossChart"_s);
    m_loss->setTitle(tr("Training loss"));
    m_loss->setHorizontalTitle(tr("Iteration"));
    m_loss->setMarkers(false);
    m_loss->setCategory(0);
    m_ndcg = new LineChart(theme, this);
    m_ndcg->setObjectName(u"ndcgChart"_s);
    m_ndcg->setHorizontalTitle(tr("Iteration"));
    m_ndcg->setZeroBased(true);
    m_ndcg->setScale(LineChart::Scale::Linear);
    m_ndcg->setCategory(2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeCard(m_loss, theme, this), 1);
    layout->addWidget(makeCard(m_ndcg, theme, this), 1);
    followTheme(theme, this, [layout, &theme] { layout->setSpacing(theme.px(12)); });
    clear({}, {});
}

void TrainingCharts::show(const QList<TrainingPoint>& points, const QString& where, int k,
                          const std::optional<Baseline>& baseline) {
    const double iterations = points.isEmpty() ? 1.0 : std::max(1.0, points.last().halfSteps / 2.0);
    showLoss(points, iterations);
    showNdcg(points, iterations, k, baseline);
    m_loss->setToolTip(where);
    m_ndcg->setToolTip(where);
}

void TrainingCharts::showLoss(const QList<TrainingPoint>& points, double iterations) {
    QList<QPointF> curve;
    curve.reserve(points.size());
    for (const TrainingPoint& point : points)
        curve += QPointF(iterationOf(point), point.loss);
    m_loss->setPoints(curve, 0.0, iterations);
    m_loss->setSubtitle(points.isEmpty()        ? QString()
                        : m_loss->logarithmic() ? tr("Objective after every half-step, logarithmic")
                                                : tr("Objective after every half-step"));
    m_loss->setValueText(points.isEmpty() ? QString() : lossText(points.last().loss));
    m_loss->setPointText([points](const QPointF& at) {
        for (const TrainingPoint& point : points) {
            if (iterationOf(point) == at.x()) {
                const QString side = point.halfStep % 2 == 1 ? tr("users solved") : tr("films solved");
                return tr("Half-step %1 of %2, %3\nLoss %4 after %5")
                    .arg(QString::number(point.halfStep), QString::number(point.halfSteps), side,
                         QLocale().toString(point.loss, 'f', 2), formatSeconds(point.seconds));
            }
        }
        return QString();
    });
}

void TrainingCharts::showNdcg(const QList<TrainingPoint>& points, double iterations, int k,
                              const std::optional<Baseline>& baseline) {
    QList<QPointF> curve;
    const TrainingPoint* newest = nullptr;
    for (const TrainingPoint& point : points) {
        if (!std::isfinite(point.validationNdcg))
            continue;
        curve += QPointF(iterationOf(point), point.validationNdcg);
        newest = &point;
    }
    const QString name = metricName(Metric::Ndcg, k);
    m_ndcg->setTitle(tr("Held-out %1").arg(name));
    m_ndcg->setPoints(curve, 0.0, iterations);
    m_ndcg->setReference(baseline ? std::optional(baseline->ndcg) : std::nullopt,
                         baseline ? tr("Popular %1").arg(formatMetric(baseline->ndcg, 3)) : QString());
    m_ndcg->setValueText(newest != nullptr ? formatMetric(newest->validationNdcg) : QString());
    if (newest == nullptr) {
        m_ndcg->setSubtitle({});
        return;
    }
    const int users = newest->validationUsers;
    QString subtitle = tr("%n user(s) counted", nullptr, users);
    if (baseline && baseline->users != users)
        subtitle += tr("; Popular over %n", nullptr, baseline->users);
    m_ndcg->setSubtitle(subtitle);
    m_ndcg->setValueToolTip(metricFormula(Metric::Ndcg, k) + u'\n' + subtitle);
    m_ndcg->setPointText([users, name](const QPointF& at) {
        return tr("%1 = %2 after iteration %3\n%n user(s) counted", nullptr, users)
            .arg(name, formatMetric(at.y(), 6), QLocale().toString(at.x(), 'g', 4));
    });
}

void TrainingCharts::clear(const QString& lossText, const QString& ndcgText) {
    show({}, {}, 10, std::nullopt);
    m_loss->setEmptyText(lossText);
    m_ndcg->setEmptyText(ndcgText);
}

} // namespace recital
