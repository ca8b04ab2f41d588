#include "ui/widgets/barchart.h"

#include "ui/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QHorizontalBarSeries>

#include <algorithm>

namespace recital {

BarChart::BarChart(Theme& theme, Qt::Orientation bars, QWidget* parent)
    : PlotFrame(theme, bars == Qt::Vertical ? Qt::Horizontal : Qt::Vertical, parent)
    , m_bars(bars) {
    const bool upright = bars == Qt::Vertical;
    m_set = new QBarSet(QString());
    QAbstractBarSeries* series = upright ? static_cast<QAbstractBarSeries*>(new QBarSeries(chart()))
                                         : new QHorizontalBarSeries(chart());
    series->setBarWidth(0.72);
    series->append(m_set);
    chart()->addSeries(series);
    m_categories = new QBarCategoryAxis(chart());
    m_categories->setGridLineVisible(false);
    m_categories->setTruncateLabels(false);
    chart()->addAxis(m_categories, upright ? Qt::AlignBottom : Qt::AlignLeft);
    m_values = makeAxis(upright ? Qt::AlignLeft : Qt::AlignBottom, true);
    series->attachAxis(m_categories);
    series->attachAxis(m_values);
    setMainSeries(series);
    applyTheme();
    setBars({});
}

void BarChart::setAxisTitles(const QString& categories, const QString& values) {
    m_categories->setTitleText(categories);
    m_values->setTitleText(values);
}

void BarChart::setBars(const std::vector<Bar>& bars) {
    const bool upright = m_bars == Qt::Vertical;
    const int count = static_cast<int>(bars.size());
    QStringList labels;
    QList<qreal> values;
    std::vector<Hit> hits;
    double highest = 0.0;
    for (int i = 0; i < count; ++i) {
        // A category axis counts upwards: the first lying bar gets the last place.
        const Bar& shown = bars[static_cast<std::size_t>(upright ? i : count - 1 - i)];
        // The axis wants different names: an empty label is a number of spaces of its own.
        labels += shown.label.isEmpty() ? QString(i + 1, u' ') : shown.label;
        values += shown.value;
        highest = std::max(highest, shown.value);
        const int place = upright ? i : count - 1 - i;
        const Bar& bar = bars[static_cast<std::size_t>(i)];
        const QRectF area =
            upright ? QRectF(place - 0.5, 0.0, 1.0, bar.value) : QRectF(0.0, place - 0.5, bar.value, 1.0);
        hits.push_back({area, bar.text});
    }
    m_set->remove(0, m_set->count());
    m_set->append(values);
    m_categories->clear();
    m_categories->append(labels);
    setTicks(m_values, linearTicks(highest, upright ? 5 : 4, true));
    setHits(std::move(hits));
}

void BarChart::colorSeries() {
    m_set->setColor(color());
    m_set->setBorderColor(Qt::transparent);
    m_categories->setLabelsFont(theme().font(11));
    m_categories->setLabelsColor(theme().colors().mutedText);
    m_categories->setTitleFont(theme().font(11));
    m_categories->setTitleBrush(theme().colors().mutedText);
    m_categories->setLinePen(QPen(theme().colors().outline, 1));
}

} // namespace recital
