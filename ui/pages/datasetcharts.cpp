#include "ui/pages/datasetcharts.h"

#include "core/services/modelstore.h"
#include "ui/format.h"
#include "ui/theme.h"
#include "ui/widgets/areachart.h"
#include "ui/widgets/barchart.h"

#include <QDate>
#include <QFrame>
#include <QGridLayout>
#include <QLocale>

#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

QString monthName(const MonthCount& month) {
    return QLocale().toString(QDate(month.year, month.month, 1), u"MMMM yyyy"_s);
}

/// Ranks from 1 to count, about evenly spaced on a logarithmic axis: a curve of 87,000 points looks the same.
std::vector<std::size_t> shownRanks(std::size_t count) {
    constexpr double step = 1.012;
    std::vector<std::size_t> ranks;
    for (double rank = 1.0; static_cast<std::size_t>(rank) < count; rank = std::max(rank + 1.0, rank * step))
        ranks.push_back(static_cast<std::size_t>(rank));
    if (count > 0)
        ranks.push_back(count);
    return ranks;
}

} // namespace

DatasetCharts::DatasetCharts(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this)) {
    m_ratingValues = new BarChart(theme, Qt::Vertical, this);
    m_ratingValues->setTitle(tr("Rating values"));
    m_ratingValues->setAxisTitles(tr("Rating"), tr("Ratings"));
    m_activity = new AreaChart(theme, AreaChart::Scale::Logarithmic, AreaChart::Scale::Linear, this);
    m_activity->setTitle(tr("Activity of users"));
    m_activity->setAxisTitles(tr("Ratings of a user, logarithmic"), tr("Users"));
    m_longTail = new AreaChart(theme, AreaChart::Scale::Logarithmic, AreaChart::Scale::Logarithmic, this);
    m_longTail->setTitle(tr("Long tail of films"));
    m_longTail->setAxisTitles(tr("Rank of the film, logarithmic"), tr("Ratings, logarithmic"));
    m_overTime = new AreaChart(theme, AreaChart::Scale::Years, AreaChart::Scale::Linear, this);
    m_overTime->setTitle(tr("Ratings over time"));
    m_overTime->setAxisTitles(tr("Year"), tr("Ratings a month"));
    m_overTime->setEmptyText(tr("The data has no times."));
    m_genres = new BarChart(theme, Qt::Horizontal, this);
    m_genres->setTitle(tr("Genres"));
    m_genres->setAxisTitles(QString(), tr("Ratings"));
    m_genres->setEmptyText(tr("The data names no genres."));

    addCard(m_ratingValues, u"ratingValuesChart"_s, 0, 0);
    addCard(m_activity, u"activityChart"_s, 0, 1);
    addCard(m_longTail, u"longTailChart"_s, 1, 0);
    addCard(m_overTime, u"overTimeChart"_s, 1, 1);
    addCard(m_genres, u"genresChart"_s, 0, 2, 2);
    m_grid->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < 2; ++i)
        m_grid->setRowStretch(i, 1);
    for (int i = 0; i < 3; ++i)
        m_grid->setColumnStretch(i, 1);
    connect(&theme, &Theme::changed, this, &DatasetCharts::restyle);
    restyle();
}

void DatasetCharts::addCard(PlotFrame* chart, const QString& objectName, int row, int column, int rowSpan) {
    chart->setObjectName(objectName);
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    auto* layout = new QVBoxLayout(card);
    layout->addWidget(chart);
    m_grid->addWidget(card, row, column, rowSpan, 1);
    m_cards += card;
}

void DatasetCharts::setSnapshot(const ModelSnapshot& snapshot) {
    Q_ASSERT(snapshot.dataset && snapshot.statistics);
    showRatingValues(snapshot);
    showActivity(snapshot);
    showLongTail(snapshot);
    showOverTime(snapshot);
    showGenres(snapshot);
}

void DatasetCharts::showRatingValues(const ModelSnapshot& snapshot) {
    const DatasetStatistics& statistics = *snapshot.statistics;
    const bool few = statistics.ratingValues.size() <= 6;
    std::vector<BarChart::Bar> bars;
    for (const HistogramBin& bin : statistics.ratingValues) {
        const QString value = QLocale().toString(bin.lower, 'g', 4);
        const double share = static_cast<double>(bin.count) / static_cast<double>(statistics.ratings);
        const bool whole = bin.lower == std::floor(bin.lower); // half stars go without a label: room is short
        bars.push_back({whole || few ? value : QString(), static_cast<double>(bin.count),
                        tr("%1: %2 ratings (%3)", "rating value, count, share")
                            .arg(value, formatCount(bin.count), formatPercent(share, 1))});
    }
    m_ratingValues->setBars(bars);
    m_ratingValues->setSubtitle(tr("Mean %1").arg(formatNumber(statistics.meanRating, 2)));
}

void DatasetCharts::showActivity(const ModelSnapshot& snapshot) {
    std::vector<AreaChart::Bin> bins;
    for (const HistogramBin& bin : snapshot.statistics->userActivity) {
        const qint64 first = std::llround(std::ceil(bin.lower));
        const qint64 last = std::max(first, static_cast<qint64>(std::ceil(bin.upper)) - 1);
        bins.push_back({bin.lower, bin.upper, static_cast<double>(bin.count),
                        tr("%1 to %2 ratings: %3 users")
                            .arg(formatCount(first), formatCount(last), formatCount(bin.count))});
    }
    m_activity->setBins(bins);
    m_activity->setSubtitle(
        tr("Median %1 ratings").arg(QLocale().toString(snapshot.statistics->medianRatingsPerUser, 'g', 6)));
}

void DatasetCharts::showLongTail(const ModelSnapshot& snapshot) {
    const std::vector<std::int64_t>& counts = snapshot.statistics->longTail;
    const auto firstUnrated = std::find(counts.begin(), counts.end(), 0);
    std::vector<AreaChart::Point> points;
    for (const std::size_t rank : shownRanks(static_cast<std::size_t>(firstUnrated - counts.begin()))) {
        const std::int64_t count = counts[rank - 1];
        points.push_back({static_cast<double>(rank), static_cast<double>(count),
                          tr("Film of rank %1: %2 ratings")
                              .arg(formatCount(static_cast<qint64>(rank)), formatCount(count))});
    }
    m_longTail->setCurve(points);
    m_longTail->setSubtitle(
        tr("Top 20 % of films: %1 of ratings").arg(formatPercent(snapshot.statistics->topItemShare, 1)));
}

void DatasetCharts::showOverTime(const ModelSnapshot& snapshot) {
    const std::vector<MonthCount>& months = snapshot.statistics->overTime;
    std::vector<AreaChart::Bin> bins;
    for (const MonthCount& month : months) {
        const double start = month.year + (month.month - 1) / 12.0;
        bins.push_back(
            {start, start + 1.0 / 12.0, static_cast<double>(month.ratings),
             tr("%1: %2 ratings", "month, count").arg(monthName(month), formatCount(month.ratings))});
    }
    m_overTime->setBins(bins);
    m_overTime->setSubtitle(
        months.empty()
            ? QString()
            : tr("%1 to %2", "month, month").arg(monthName(months.front()), monthName(months.back())));
}

void DatasetCharts::showGenres(const ModelSnapshot& snapshot) {
    std::vector<BarChart::Bar> bars;
    for (const GenreCount& genre : snapshot.statistics->genres) {
        const QString name = QString::fromStdString(genre.name);
        bars.push_back(
            {name, static_cast<double>(genre.ratings),
             tr("%1: %2 ratings, %3 films").arg(name, formatCount(genre.ratings), formatCount(genre.items))});
    }
    m_genres->setBars(bars);
    m_genres->setSubtitle(bars.empty() ? QString() : tr("A film can have several"));
}

void DatasetCharts::restyle() {
    m_grid->setSpacing(m_theme.px(12));
    const int margin = m_theme.px(14);
    for (QWidget* card : std::as_const(m_cards))
        card->layout()->setContentsMargins(margin, m_theme.px(12), margin, m_theme.px(8));
}

} // namespace recital
