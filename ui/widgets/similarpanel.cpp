#include "ui/widgets/similarpanel.h"

#include "core/services/livesession.h"
#include "ui/filmtext.h"
#include "ui/format.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/segmentedswitch.h"
#include "ui/widgets/tableheader.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

SimilarPanel::SimilarPanel(LiveSession& session, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_session(session) {
    setObjectName(u"similarPanel"_s);
    m_title = new ElidedLabel(this);
    m_title->setObjectName(u"similarTitle"_s);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_switch = new SegmentedSwitch(theme, this);
    m_switch->setObjectName(u"similaritySwitch"_s);
    m_switch->setAccessibleName(tr("Similarity"));
    m_switch->addSegment(u"cosine"_s, tr("Cosine"), tr("The angle between the two vectors"));
    m_switch->addSegment(u"dot"_s, tr("Dot product"),
                         tr("The angle times the lengths: favours popular films"));
    m_switch->addSegment(u"user"_s, tr("For this user"),
                         tr("What a like of the film would add to the score of the other, for this user"));
    m_table = new QTableWidget(0, 5, this);
    m_table->setObjectName(u"similarTable"_s);
    m_table->setAccessibleName(tr("Similar films with their rank under each similarity"));
    m_table->setHorizontalHeader(new TableHeader(theme, m_table));
    m_table->setHorizontalHeaderLabels(
        {tr("Film"), tr("Value"), tr("Cosine"), tr("Dot product"), tr("For this user")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_switch);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    connect(m_switch, &SegmentedSwitch::chosen, this, &SimilarPanel::refresh);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        if (const ItemIndex film = currentFilm(); film >= 0 && !m_table->selectedItems().isEmpty())
            emit filmSelected(film);
    });
    connect(m_table, &QTableWidget::activated, this, [this] {
        if (const ItemIndex film = currentFilm(); film >= 0)
            emit filmActivated(film);
    });
    followTheme(theme, this, [this, column, &theme] {
        column->setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(4));
        column->setSpacing(theme.px(2));
        m_title->setFont(theme.font(15, QFont::DemiBold));
        m_table->verticalHeader()->setDefaultSectionSize(theme.px(26));
    });
}

ItemSimilarity SimilarPanel::similarity() const {
    return m_switch->current() == u"dot"    ? ItemSimilarity::DotProduct
           : m_switch->current() == u"user" ? ItemSimilarity::ForUser
                                            : ItemSimilarity::Cosine;
}

ItemIndex SimilarPanel::currentFilm() const {
    const int row = m_table->currentRow();
    return row >= 0 && row < static_cast<int>(m_items.size()) ? m_items[static_cast<std::size_t>(row)].item
                                                              : -1;
}

void SimilarPanel::refresh() {
    const LiveModels models = m_session.models();
    m_items.clear();
    if (models.als == nullptr || m_film < 0 || m_film >= models.dataset->itemCount()) {
        m_title->setFullText(models.als == nullptr ? tr("Needs a trained model") : tr("Select a film"));
        return fill({});
    }
    const LiveSession::OwnedPast past = m_session.pastOf(m_session.user());
    m_items = similarItems(*models.als, m_film, similarity(), past.view(), m_session.state().rule, shown);
    const QString film = filmTitleWithYear(*models.dataset, m_film);
    m_title->setFullText(m_items.empty() ? tr("%1: nobody rated it in training").arg(film)
                                         : tr("More like %1").arg(film));
    fill(m_items);
}

void SimilarPanel::fill(const std::vector<SimilarItem>& items) {
    const QSignalBlocker block(m_table);
    const Dataset* dataset = m_session.snapshot()->dataset.get();
    const auto active = static_cast<std::size_t>(similarity());
    m_table->clearSelection();
    m_table->setRowCount(static_cast<int>(items.size()));
    for (int row = 0; row < static_cast<int>(items.size()); ++row) {
        const SimilarItem& item = items[static_cast<std::size_t>(row)];
        QStringList cells{filmTitleWithYear(*dataset, item.item), formatNumber(item.value, 3)};
        for (const int rank : item.rank)
            cells += rank > 0 ? tr("%1.", "rank").arg(formatCount(rank)) : u"\u2013"_s;
        for (int column = 0; column < cells.size(); ++column) {
            auto* cell = new QTableWidgetItem(cells[column]);
            if (column > 0)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (column == static_cast<int>(active) + 2) {
                QFont font = cell->font();
                font.setBold(true);
                cell->setFont(font);
            }
            m_table->setItem(row, column, cell);
        }
    }
}

} // namespace recital
