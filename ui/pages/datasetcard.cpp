#include "ui/pages/datasetcard.h"

#include "core/services/modelstore.h"
#include "ui/format.h"
#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QDateTime>
#include <QDir>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

QString monthOf(Timestamp time) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(time, Qt::UTC).date(), u"MMM yyyy"_s);
}

/// A median is a whole number or a half.
QString formatMedian(double median) {
    return formatNumber(median, median == static_cast<double>(static_cast<qint64>(median)) ? 0 : 1);
}

QString tidyLocation(const QString& location) {
    const QString home = QDir::homePath();
    const QString native = QDir::toNativeSeparators(location);
    return location.startsWith(home + u'/') ? u"~"_s + native.mid(home.size()) : native;
}

} // namespace

DatasetCard::DatasetCard(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(u"datasetCard"_s);
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Data set"));
    build();
    connect(&theme, &Theme::changed, this, &DatasetCard::restyle);
    restyle();
}

void DatasetCard::build() {
    m_layout = new QVBoxLayout(this);
    m_name = new ElidedLabel(this);
    m_name->setObjectName(u"datasetName"_s);
    m_location = new ElidedLabel(this);
    m_location->setObjectName(u"datasetLocation"_s);
    m_location->setProperty("role", u"caption"_s);
    m_location->setElideMode(Qt::ElideMiddle);
    for (ElidedLabel* label : {m_name, m_location})
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_layout->addWidget(m_name);
    m_layout->addWidget(m_location);

    auto* headlines = new QGridLayout;
    m_ratings = addHeadline(headlines, u"factRatings"_s, tr("Ratings"), 0);
    m_users = addHeadline(headlines, u"factUsers"_s, tr("Users"), 1);
    m_rated = addHeadline(headlines, u"factRatedFilms"_s, tr("Films rated"), 2);
    headlines->setColumnStretch(2, 1);
    headlines->setHorizontalSpacing(m_theme.px(22));
    m_layout->addLayout(headlines);
    auto* line = new QFrame(this);
    line->setProperty("role", u"separator"_s);
    m_layout->addWidget(line);

    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"datasetFacts"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    content->setProperty("role", u"transparent"_s);
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_facts = new QGridLayout;
    m_facts->setColumnStretch(0, 1);
    m_body->addLayout(m_facts);
    buildFacts();
    m_notesTitle = new QLabel(tr("Notes of the reader"), content);
    m_notesTitle->setProperty("role", u"caption"_s);
    m_notes = new QLabel(content);
    m_notes->setObjectName(u"datasetNotes"_s);
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_body->addWidget(m_notesTitle);
    m_body->addWidget(m_notes);
    m_body->addStretch(1);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false); // setWidget() turned it on
    m_layout->addWidget(scroll, 1);
}

void DatasetCard::buildFacts() {
    m_films = addFact(u"factFilms"_s, tr("Films in the list"), tr("All films the data names, rated or not"));
    m_density = addFact(u"factDensity"_s, tr("Density"), tr("Ratings / (users \u00d7 films)"));
    m_time = addFact(u"factTime"_s, tr("Time span"), tr("Month of the first and of the last rating (UTC)"));
    m_scale = addFact(u"factScale"_s, tr("Scale"), tr("Lowest and highest rating that the layout allows"));
    m_mean = addFact(u"factMean"_s, tr("Mean rating"), tr("Over all ratings"));
    m_perUser = addFact(u"factPerUser"_s, tr("Median per user"), tr("Half of the users rated no more films"));
    m_perFilm = addFact(u"factPerFilm"_s, tr("Median per film"), tr("Over films with at least one rating"));
    m_positives = addFact(u"factPositives"_s, QString(), tr("What models learn from and are tested on"));
    m_top = addFact(u"factTop"_s, tr("Top 20 % of films"),
                    tr("Share of ratings on the most rated 20 % of "
                       "rated films"));
    m_gini = addFact(u"factGini"_s, tr("Gini of films"),
                     tr("0: every rated film has equally many ratings; 1: one film has all"));
    m_fingerprint = addFact(u"factFingerprint"_s, tr("Fingerprint"),
                            tr("Over all ratings and film ids: equal data, equal fingerprint"));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

QLabel* DatasetCard::addHeadline(QGridLayout* grid, const QString& objectName, const QString& caption,
                                 int column) {
    auto* value = new QLabel(this);
    value->setObjectName(objectName);
    value->setProperty("role", u"number"_s);
    auto* name = new QLabel(caption, this);
    name->setProperty("role", u"caption"_s);
    grid->addWidget(value, 0, column);
    grid->addWidget(name, 1, column);
    grid->setVerticalSpacing(0);
    return value;
}

QLabel* DatasetCard::addFact(const QString& objectName, const QString& caption, const QString& explanation) {
    const int row = m_facts->rowCount();
    auto* name = new QLabel(caption, this);
    name->setObjectName(objectName + u"Caption"_s);
    name->setProperty("role", u"muted"_s);
    name->setToolTip(explanation);
    auto* value = new QLabel(this);
    value->setObjectName(objectName);
    value->setToolTip(explanation);
    m_facts->addWidget(name, row, 0);
    m_facts->addWidget(value, row, 1, Qt::AlignRight);
    return value;
}

void DatasetCard::setSnapshot(const ModelSnapshot& snapshot) {
    Q_ASSERT(snapshot.dataset && snapshot.statistics);
    const DatasetInfo& info = snapshot.dataset->info();
    const DatasetStatistics& s = *snapshot.statistics;
    m_name->setFullText(QString::fromStdString(info.name));
    m_location->setFullText(tidyLocation(QString::fromStdString(info.location)));
    m_ratings->setText(formatCount(s.ratings));
    m_users->setText(formatCount(s.users));
    m_rated->setText(formatCount(s.ratedItems));
    m_films->setText(formatCount(s.items));
    m_density->setText(formatPercent(s.density, s.density < 0.01 ? 3 : 2));
    m_time->setText(info.hasTimestamps
                        ? tr("%1 \u2013 %2", "month, month").arg(monthOf(s.firstTime), monthOf(s.lastTime))
                        : tr("No times"));
    m_scale->setText(tr("%1 to %2", "rating, rating")
                         .arg(QLocale().toString(static_cast<double>(info.minRating), 'g', 3),
                              QLocale().toString(static_cast<double>(info.maxRating), 'g', 3)));
    m_mean->setText(formatNumber(s.meanRating, 2));
    m_perUser->setText(tr("%1 ratings").arg(formatMedian(s.medianRatingsPerUser)));
    m_perFilm->setText(tr("%1 ratings").arg(formatMedian(s.medianRatingsPerItem)));
    findChild<QLabel*>(u"factPositivesCaption"_s)
        ->setText(tr("Positives, %1 or more")
                      .arg(QLocale().toString(static_cast<double>(s.positiveThreshold), 'g', 3)));
    const double share =
        s.ratings == 0 ? 0.0 : static_cast<double>(s.positives) / static_cast<double>(s.ratings);
    m_positives->setText(
        tr("%1 (%2)", "count, share").arg(formatCount(s.positives), formatPercent(share, 1)));
    m_top->setText(tr("%1 of ratings", "share").arg(formatPercent(s.topItemShare, 1)));
    m_gini->setText(formatNumber(s.giniOfItems, 3));
    m_fingerprint->setText(QString::fromStdString(info.fingerprint));

    QStringList notes;
    for (const std::string& note : info.notes)
        notes += QString::fromStdString(note);
    m_notes->setText(notes.isEmpty() ? tr("Nothing had to be mended.") : notes.join(u'\n'));
    followContent();
}

void DatasetCard::restyle() {
    const int margin = m_theme.px(18);
    m_layout->setContentsMargins(margin, m_theme.px(16), margin, m_theme.px(14));
    m_layout->setSpacing(m_theme.px(10));
    m_body->setSpacing(m_theme.px(4));
    m_facts->setVerticalSpacing(m_theme.px(8));
    m_facts->setHorizontalSpacing(m_theme.px(10));
    m_name->setFont(m_theme.font(22, QFont::DemiBold));
    m_location->setFont(m_theme.font(12));
    m_notesTitle->setContentsMargins(0, m_theme.px(10), 0, 0);
    for (QLabel* label : findChildren<QLabel*>()) {
        if (label->objectName().startsWith(u"fact"_s) && label->property("role").toString() != u"number"_s)
            label->setFont(m_theme.font(13));
    }
    m_notes->setFont(m_theme.font(12));
    m_fingerprint->setFont([this] {
        QFont font = m_theme.font(12);
        font.setFamilies({u"DejaVu Sans Mono"_s, u"monospace"_s});
        return font;
    }());
    followContent();
}

/// As wide as the facts need, in whatever language, within limits that leave room for the charts.
void DatasetCard::followContent() {
    const QMargins margins = m_layout->contentsMargins();
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    m_facts->activate();
    const int needed = m_facts->minimumSize().width() + margins.left() + margins.right() + scrollBar;
    setFixedWidth(std::clamp(needed, m_theme.px(304), m_theme.px(400)));
}

} // namespace recital
