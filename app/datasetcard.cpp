#include "app/datasetcard.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct CardText {
    Q_DECLARE_TR_FUNCTIONS(recital::CardText)
};

QDate dateOf(Timestamp time) {
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(time), Qt::UTC).date();
}

QString count(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString decimal(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

QString percent(double share, int decimals) {
    return CardText::tr("%1 %").arg(decimal(share * 100.0, decimals));
}

QString layoutName(DatasetLayout layout) {
    switch (layout) {
    case DatasetLayout::MovieLens100K:
        return u"ml-100k"_s;
    case DatasetLayout::MovieLensDoubleColon:
        return u"ml-1m/ml-10m (::)"_s;
    case DatasetLayout::MovieLensCsv:
        return u"MovieLens CSV"_s;
    case DatasetLayout::DelimitedText:
        return u"CSV/TSV"_s;
    }
    Q_UNREACHABLE();
}

QString foldNames(const Dataset& dataset) {
    QStringList names;
    for (const OfficialFold& fold : dataset.folds())
        names += QString::fromStdString(fold.name);
    return names.join(u", "_s);
}

QString genreLine(const DatasetStatistics& statistics) {
    QStringList parts;
    for (const GenreCount& genre : statistics.genres)
        parts += u"%1 %2"_s.arg(QString::fromStdString(genre.name), count(genre.ratings));
    return parts.join(u", "_s);
}

QString ratingLine(const DatasetStatistics& statistics) {
    QStringList parts;
    for (const HistogramBin& bin : statistics.ratingValues)
        parts += u"%1: %2"_s.arg(QLocale().toString(bin.lower), count(bin.count));
    return parts.join(u", "_s);
}

QJsonArray histogramJson(const std::vector<HistogramBin>& bins) {
    QJsonArray array;
    for (const HistogramBin& bin : bins)
        array += QJsonObject{
            {u"lower"_s, bin.lower}, {u"upper"_s, bin.upper}, {u"count"_s, static_cast<qint64>(bin.count)}};
    return array;
}

QJsonArray textsJson(const std::vector<std::string>& texts) {
    QJsonArray array;
    for (const std::string& text : texts)
        array += QString::fromStdString(text);
    return array;
}

QJsonArray genresJson(const DatasetStatistics& statistics) {
    QJsonArray array;
    for (const GenreCount& genre : statistics.genres)
        array += QJsonObject{{u"name"_s, QString::fromStdString(genre.name)},
                             {u"items"_s, genre.items},
                             {u"ratings"_s, static_cast<qint64>(genre.ratings)}};
    return array;
}

} // namespace

QString datasetCardText(const Dataset& dataset, const DatasetStatistics& statistics) {
    const DatasetInfo& info = dataset.info();
    QList<std::pair<QString, QString>> rows{
        {CardText::tr("Dataset"),
         u"%1 (%2)"_s.arg(QString::fromStdString(info.name), layoutName(info.layout))},
        {CardText::tr("Location"), QString::fromStdString(info.location)},
        {CardText::tr("Fingerprint"), QString::fromStdString(info.fingerprint)},
        {CardText::tr("Ratings"), count(statistics.ratings)},
        {CardText::tr("Users"), count(statistics.users)},
        {CardText::tr("Films"),
         CardText::tr("%1, of which %2 rated").arg(count(statistics.items), count(statistics.ratedItems))},
        {CardText::tr("Density"), percent(statistics.density, 2)},
        {CardText::tr("Mean rating"), decimal(statistics.meanRating, 3)},
        {CardText::tr("Ratings by value"), ratingLine(statistics)},
        {CardText::tr("Ratings a user"),
         CardText::tr("median %1").arg(decimal(statistics.medianRatingsPerUser, 1))},
        {CardText::tr("Ratings a film"),
         CardText::tr("median %1").arg(decimal(statistics.medianRatingsPerItem, 1))},
        {CardText::tr("Likes"),
         CardText::tr("%1 ratings of at least %2")
             .arg(count(statistics.positives), QLocale().toString(statistics.positiveThreshold))},
        {CardText::tr("Long tail"),
         CardText::tr("the most rated 20 % of films have %1 of the ratings; Gini %2")
             .arg(percent(statistics.topItemShare, 1), decimal(statistics.giniOfItems, 3))},
    };
    if (info.hasTimestamps)
        rows.emplaceBack(CardText::tr("Time"), CardText::tr("%1 to %2")
                                                   .arg(dateOf(statistics.firstTime).toString(Qt::ISODate),
                                                        dateOf(statistics.lastTime).toString(Qt::ISODate)));
    if (!statistics.genres.empty())
        rows.emplaceBack(CardText::tr("Ratings by genre"), genreLine(statistics));
    if (!dataset.folds().empty())
        rows.emplaceBack(CardText::tr("Official folds"), foldNames(dataset));
    for (const std::string& note : info.notes)
        rows.emplaceBack(CardText::tr("Mended"), QString::fromStdString(note));

    qsizetype width = 0;
    for (const auto& [label, value] : rows)
        width = std::max(width, label.size());
    QStringList lines;
    for (const auto& [label, value] : rows)
        lines += label.leftJustified(width + 2) + value;
    return lines.join(u'\n');
}

QJsonObject datasetCardJson(const Dataset& dataset, const DatasetStatistics& statistics) {
    const DatasetInfo& info = dataset.info();
    QJsonObject json{
        {u"name"_s, QString::fromStdString(info.name)},
        {u"location"_s, QString::fromStdString(info.location)},
        {u"layout"_s, layoutName(info.layout)},
        {u"fingerprint"_s, QString::fromStdString(info.fingerprint)},
        {u"minRating"_s, info.minRating},
        {u"maxRating"_s, info.maxRating},
        {u"ratings"_s, static_cast<qint64>(statistics.ratings)},
        {u"users"_s, statistics.users},
        {u"items"_s, statistics.items},
        {u"ratedItems"_s, statistics.ratedItems},
        {u"density"_s, statistics.density},
        {u"meanRating"_s, statistics.meanRating},
        {u"medianRatingsPerUser"_s, statistics.medianRatingsPerUser},
        {u"medianRatingsPerItem"_s, statistics.medianRatingsPerItem},
        {u"positives"_s, static_cast<qint64>(statistics.positives)},
        {u"positiveThreshold"_s, statistics.positiveThreshold},
        {u"topItemShare"_s, statistics.topItemShare},
        {u"giniOfItems"_s, statistics.giniOfItems},
        {u"ratingValues"_s, histogramJson(statistics.ratingValues)},
        {u"userActivity"_s, histogramJson(statistics.userActivity)},
        {u"genres"_s, genresJson(statistics)},
        {u"notes"_s, textsJson(info.notes)},
    };
    if (info.hasTimestamps) {
        json.insert(u"firstTime"_s, static_cast<qint64>(statistics.firstTime));
        json.insert(u"lastTime"_s, static_cast<qint64>(statistics.lastTime));
    }
    QJsonArray folds;
    for (const OfficialFold& fold : dataset.folds())
        folds += QString::fromStdString(fold.name);
    json.insert(u"folds"_s, folds);
    return json;
}

} // namespace recital
