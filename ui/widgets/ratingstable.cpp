#include "ui/widgets/ratingstable.h"

#include "core/services/comparisontext.h"
#include "ui/metrictext.h"
#include "ui/runview.h"
#include "ui/widgets/formrows.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

enum Column {
    NameColumn,
    RmseColumn,
    MaeColumn,
    SpreadColumn,
    RatingsColumn,
    FallbackColumn,
    SecondsColumn,
    Count
};

} // namespace

RatingsTable::RatingsTable(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    m_table = new QTableWidget(0, Count, this);
    m_table->setObjectName(u"ratingsTable"_s);
    m_table->setAccessibleName(tr("Rating predictors"));
    m_table->setHorizontalHeaderLabels({tr("Predictor"), tr("RMSE"), tr("MAE"), tr("Spread"), tr("Ratings"),
                                        tr("Fallbacks"), tr("Seconds")});
    m_table->horizontalHeaderItem(NameColumn)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = RmseColumn; column < Count; ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeaderItem(SpreadColumn)
        ->setToolTip(tr("Standard deviation of the RMSE over the seeds"));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_note =
        makeLabel("caption", u"ratingsNote"_s, this,
                  tr("How far predicted ratings are from the hidden ones, on the same splits. Nothing here "
                     "says how good a list is: predictors with a low error can rank badly."));
    m_note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    followTheme(theme, this, [this, layout] {
        layout->setSpacing(m_theme.px(6));
        m_table->verticalHeader()->setMinimumSectionSize(m_theme.px(28));
        m_table->verticalHeader()->setDefaultSectionSize(m_theme.px(28));
    });
}

void RatingsTable::setComparison(const Comparison* comparison) {
    m_table->setRowCount(0);
    if (comparison == nullptr)
        return;
    for (const ComparedRatings& row : comparison->ratings)
        addRow(*comparison, row);
}

void RatingsTable::addRow(const Comparison& comparison, const ComparedRatings& row) {
    const int place = m_table->rowCount();
    m_table->insertRow(place);
    const QString name = QString::fromStdString(row.name);
    QStringList lines{tr("Measured %1").arg(dateText(comparison.startedAt)),
                      u"%1: %2"_s.arg(comparison.datasetName, protocolText(comparison.options.split))};
    if (!row.parameters.empty())
        lines += u"%1: %2"_s.arg(name, QString::fromStdString(row.parameters));
    const std::optional<std::uint64_t> seed = seedOf(row.specification);
    lines += seed ? tr("%n seed(s) from %1", nullptr, row.seeds()).arg(*seed) : tr("deterministic: no seed");
    const QString origin = lines.join(u'\n');
    const auto set = [&](int column, const QString& text, const QString& formula = {}) {
        auto* item = new QTableWidgetItem(text);
        item->setTextAlignment((column == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        item->setToolTip(formula.isEmpty() ? origin : formula + u'\n' + origin);
        m_table->setItem(place, column, item);
    };
    set(NameColumn, name);
    set(RmseColumn, formatMetric(row.mean.rmse, 5),
        tr("√ of the mean of (rating − prediction)²; mean over folds"));
    set(MaeColumn, formatMetric(row.mean.mae, 5), tr("mean of |rating − prediction|; mean over folds"));
    set(SpreadColumn, row.seeds() > 1 ? u"±"_s + formatMetric(row.rmseSpread(), 5) : notMeasuredText());
    set(RatingsColumn, formatCount(row.mean.ratings));
    set(FallbackColumn, formatCount(row.mean.fallbacks),
        tr("predicted without a training rating of the user or the film"));
    set(SecondsColumn, formatMetric(row.mean.trainSeconds, 2));
}

} // namespace recital
