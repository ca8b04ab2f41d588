#include "ui/widgets/labcharts.h"

#include "ui/alstext.h"
#include "ui/metrictext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/linechart.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

/// Differences far below what a test could detect must not fill the chart.
constexpr double leastShownRange = 0.02;

QFrame* makeCard(QWidget* parent) {
    auto* card = new QFrame(parent);
    card->setProperty("role", u"card"_s);
    return card;
}

} // namespace

LabCharts::LabCharts(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    build(theme);
    clear({});
}

void LabCharts::build(Theme& theme) {
    QFrame* measured = makeCard(this);
    m_number = makeLabel("", u"labNdcg"_s, measured);
    m_name = makeLabel("heading", u"labNdcgName"_s, measured);
    m_change = makeLabel("heading", u"labNdcgChange"_s, measured);
    m_where = makeLabel("caption", u"labNdcgWhere"_s, measured);
    m_where->setWordWrap(true);
    m_trace = new LineChart(theme, measured);
    m_trace->setObjectName(u"labTrace"_s);
    m_trace->setTitle(tr("The last retrainings"));
    m_trace->setScale(LineChart::Scale::Linear);
    m_trace->setLeastRange(leastShownRange);
    m_trace->setMarkers(true);
    m_trace->setCategory(2);
    auto* text = new QVBoxLayout;
    text->addWidget(m_name);
    text->addWidget(m_change);
    auto* grid = new QGridLayout(measured);
    grid->addWidget(m_number, 0, 0);
    grid->addLayout(text, 0, 1, Qt::AlignVCenter);
    grid->addWidget(m_where, 1, 0, 1, 2);
    grid->addWidget(m_trace, 2, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);

    QFrame* fitted = makeCard(this);
    m_loss = new LineChart(theme, fitted);
    m_loss->setObjectName(u"labLoss"_s);
    m_loss->setTitle(tr("Training loss of the newest"));
    m_loss->setHorizontalTitle(tr("Iteration"));
    m_loss->setCategory(0);
    auto* inFitted = new QVBoxLayout(fitted);
    inFitted->addWidget(m_loss);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(measured, 3);
    layout->addWidget(fitted, 2);
    followTheme(theme, this, [this, layout, grid, inFitted, text] {
        const QMargins margins(m_theme.px(14), m_theme.px(8), m_theme.px(14), m_theme.px(8));
        grid->setContentsMargins(margins);
        inFitted->setContentsMargins(margins);
        grid->setHorizontalSpacing(m_theme.px(14));
        grid->setVerticalSpacing(m_theme.px(4));
        text->setSpacing(0);
        layout->setSpacing(m_theme.px(12));
        m_number->setFont(m_theme.font(48, QFont::DemiBold));
    });
}

void LabCharts::clear(const QString& text) {
    m_results.clear();
    m_count = 0;
    m_number->setText(notMeasuredText());
    m_name->setText(metricName(Metric::Ndcg, m_k));
    m_change->clear();
    m_where->clear();
    m_trace->setPoints({}, 0.0, 1.0);
    m_trace->setValueText({});
    m_trace->setSubtitle({});
    m_trace->setEmptyText(text);
    m_loss->setPoints({}, 0.0, 1.0);
    m_loss->setValueText({});
    m_loss->setEmptyText(text);
}

void LabCharts::add(const std::shared_ptr<const LabResult>& result, int k, const QString& where) {
    m_k = k;
    m_results.push_back(result);
    if (m_results.size() > static_cast<std::size_t>(traceLength))
        m_results.erase(m_results.begin());
    ++m_count;
    const QString name = metricName(Metric::Ndcg, k);
    m_number->setText(formatMetric(result->ndcg));
    m_number->setAccessibleName(tr("%1: %2").arg(name, formatMetric(result->ndcg)));
    m_number->setToolTip(tr("%1 = %2\n%3\n%4\n%5")
                             .arg(name, formatMetric(result->ndcg, 6), metricFormula(Metric::Ndcg, k),
                                  alsParametersText(result->parameters), where));
    m_name->setText(name);
    m_change->setText(changeText());
    m_where->setText(tr("%n user(s) counted", nullptr, result->users) + u" · "_s + where);
    showTrace();
    showLoss(*result);
}

/// What the last move of a slider did.
QString LabCharts::changeText() const {
    if (m_results.size() < 2)
        return {};
    const double change = m_results.back()->ndcg - m_results[m_results.size() - 2]->ndcg;
    const QString amount = QLocale().toString(std::abs(change), 'f', 4);
    if (std::abs(change) < 0.00005)
        return tr("unchanged");
    return change > 0.0 ? tr("▲ +%1").arg(amount) : tr("▼ −%1").arg(amount);
}

void LabCharts::showTrace() {
    QList<QPointF> points;
    const auto first = m_count - static_cast<int>(m_results.size()) + 1;
    double best = 0.0;
    for (std::size_t i = 0; i < m_results.size(); ++i) {
        points += QPointF(first + static_cast<double>(i), m_results[i]->ndcg);
        best = std::max(best, m_results[i]->ndcg);
    }
    m_trace->setPoints(points, first - 1, std::max(first + 1, first + traceLength - 1)); // room for the mark
    m_trace->setReference(best, tr("highest here %1").arg(formatMetric(best)));
    m_trace->setSubtitle(
        tr("%1 after each retraining; hover for parameters").arg(metricName(Metric::Ndcg, m_k)));
    m_trace->setPointText([results = m_results, first, k = m_k](const QPointF& at) {
        const auto index = static_cast<std::size_t>(std::lround(at.x()) - first);
        if (index >= results.size())
            return QString();
        return tr("Retraining %1: %2 %3\n%4")
            .arg(QString::number(std::lround(at.x())), metricName(Metric::Ndcg, k),
                 formatMetric(results[index]->ndcg, 6), alsParametersText(results[index]->parameters));
    });
}

void LabCharts::showLoss(const LabResult& result) {
    QList<QPointF> points;
    for (std::size_t i = 0; i < result.losses.size(); ++i)
        points += QPointF(static_cast<double>(i + 1) / 2.0, result.losses[i]);
    m_loss->setPoints(points, 0.0, std::max(1.0, static_cast<double>(result.losses.size()) / 2.0));
    const auto lossText = [](double loss) { return QLocale().toString(loss, 'f', loss < 100.0 ? 2 : 0); };
    m_loss->setValueText(points.isEmpty() ? QString() : lossText(points.last().y()));
    m_loss->setSubtitle(m_loss->logarithmic() ? tr("Objective after every half-step, logarithmic")
                                              : tr("Objective after every half-step"));
    m_loss->setPointText([](const QPointF& at) {
        return tr("Loss %1 after iteration %2")
            .arg(QLocale().toString(at.y(), 'f', 2), QLocale().toString(at.x(), 'g', 4));
    });
}

} // namespace recital
