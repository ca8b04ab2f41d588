#include "ui/widgets/statepanel.h"

#include "core/recsys/live/eventweights.h"
#include "core/services/livesession.h"
#include "ui/filmtext.h"
#include "ui/format.h"
#include "ui/livetext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/tableheader.h"
#include "ui/widgets/vectorchart.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int recentEvents = 10; ///< events that are listed

} // namespace

StatePanel::StatePanel(LiveSession& session, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_session(session) {
    setObjectName(u"statePanel"_s);
    m_counts = makeLabel("muted", u"stateCounts"_s, this);
    m_counts->setWordWrap(true);
    m_recent = new QTableWidget(0, 3, this);
    m_recent->setObjectName(u"stateRecent"_s);
    m_recent->setAccessibleName(tr("Recent events with what they weigh now"));
    m_recent->setHorizontalHeader(new TableHeader(theme, m_recent));
    m_recent->setHorizontalHeaderLabels({tr("Event"), tr("Film"), tr("Weight now")});
    m_recent->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_recent->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_recent->setTabKeyNavigation(false);
    m_recent->setShowGrid(false);
    m_recent->verticalHeader()->hide();
    m_recent->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_recent->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_recent->horizontalHeaderItem(2)->setToolTip(
        tr("Re-solve: strength; with recency times the decay for every later event. Moving average: the "
           "share of the vector that is this film"));
    m_chart = new VectorChart(theme, this);
    m_norms = makeLabel("muted", u"stateNorms"_s, this);
    m_norms->setWordWrap(true);
    auto* left = new QVBoxLayout;
    left->addWidget(m_counts);
    left->addWidget(m_recent, 1);
    auto* right = new QVBoxLayout;
    right->addWidget(m_chart, 1);
    right->addWidget(m_norms);
    auto* row = new QHBoxLayout(this);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    followTheme(theme, this, [this, row, left, right, &theme] {
        row->setContentsMargins(theme.px(8), theme.px(2), theme.px(8), theme.px(6));
        row->setSpacing(theme.px(16));
        left->setSpacing(theme.px(3));
        right->setSpacing(theme.px(3));
        m_recent->verticalHeader()->setDefaultSectionSize(theme.px(26));
        m_counts->setFont(theme.font(13));
        m_norms->setFont(theme.font(13));
    });
}

void StatePanel::refresh() {
    showCounts();
    showRecent();
    showVector();
}

void StatePanel::showCounts() {
    QStringList counts;
    const auto& events = m_session.user().events;
    for (const EventType type : allEventTypes()) {
        const auto count = std::ranges::count(events, type, [](const LiveEvent& e) { return e.event.type; });
        if (count > 0)
            counts += u"%1 %2"_s.arg(eventWord(type), formatCount(count));
    }
    QString text = counts.isEmpty() ? tr("No events yet") : counts.join(u" \u00B7 "_s);
    if (const std::size_t known = m_session.known().size(); known > 0)
        text += u" \u00B7 "_s + tr("%n known like(s) of the data", nullptr, static_cast<int>(known));
    m_counts->setText(text);
}

void StatePanel::showRecent() {
    const Dataset* dataset = m_session.snapshot()->dataset.get();
    const auto& events = m_session.user().events;
    const LiveSession::OwnedPast past = m_session.pastOf(m_session.user());
    const std::vector<double> weights = eventWeights(m_session.state().rule, past.view());
    const int rows = dataset == nullptr ? 0 : std::min(recentEvents, static_cast<int>(events.size()));
    m_recent->setRowCount(rows);
    std::size_t counted = weights.size();
    for (int row = 0; row < rows; ++row) {
        const LiveEvent& event = events[events.size() - 1 - static_cast<std::size_t>(row)];
        QString weight = tr("left out");
        if (!event.muted && counted > 0)
            weight = signedNumber(weights[--counted]);
        const QStringList cells{eventWord(event.event.type, event.event.stars),
                                filmTitle(*dataset, event.event.item), weight};
        for (int column = 0; column < 3; ++column) {
            auto* cell = new QTableWidgetItem(cells[column]);
            if (column == 2)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_recent->setItem(row, column, cell);
        }
    }
}

void StatePanel::showVector() {
    const auto now = m_session.userVector();
    const auto& before = m_session.vectorBefore();
    m_chart->setVectors(now, before);
    if (!now)
        return m_norms->clear();
    const auto number = [](float value) { return formatNumber(static_cast<double>(value), 3); };
    QString text = tr("length %1").arg(number(now->norm()));
    if (before && before->size() == now->size())
        text = tr("length %1 \u2192 %2, moved by %3")
                   .arg(number(before->norm()), number(now->norm()), number((*now - *before).norm()));
    m_norms->setText(text + u" \u00B7 "_s + tr("%n factor(s)", nullptr, static_cast<int>(now->size())));
}

} // namespace recital
