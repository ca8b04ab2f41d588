#include "ui/pages/filmtable.h"

#include "core/services/modelstore.h"
#include "ui/format.h"
#include "ui/theme.h"
#include "ui/widgets/filmtablemodel.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

FilmTable::FilmTable(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new FilmTableModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"filmFilter"_s);
    m_search->setPlaceholderText(tr("Title, year or genre"));
    m_search->setAccessibleName(tr("Filter films by title, year or genre"));
    m_search->setClearButtonEnabled(true);
    m_count = new QLabel(this);
    m_count->setObjectName(u"filmCount"_s);
    m_count->setProperty("role", u"muted"_s);
    row->addWidget(m_search);
    row->addWidget(m_count);
    row->addStretch(1);
    layout->addLayout(row);

    m_view = new QTableView(this);
    m_view->setObjectName(u"filmTable"_s);
    m_view->setAccessibleName(tr("Films"));
    m_view->setModel(m_model);
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionsMovable(false);
    m_view->sortByColumn(FilmTableModel::Ratings, Qt::DescendingOrder);
    m_view->setSortingEnabled(true);
    layout->addWidget(m_view, 1);
    m_nothing = new QLabel(tr("No film matches."), this);
    m_nothing->setObjectName(u"filmNothing"_s);
    m_nothing->setProperty("role", u"muted"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_nothing, 1);

    connect(m_search, &QLineEdit::textChanged, this, &FilmTable::applyFilter);
    connect(&theme, &Theme::changed, this, &FilmTable::restyle);
    restyle();
    updateCount();
}

void FilmTable::setSnapshot(const ModelSnapshot& snapshot) {
    m_model->setDataset(snapshot.dataset, snapshot.statistics);
    updateCount();
}

void FilmTable::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilmTable::applyFilter() {
    const QModelIndex current = m_view->currentIndex();
    const ItemIndex selected = current.isValid() ? m_model->itemAt(current.row()) : -1;
    m_model->setFilter(m_search->text());
    const int row = selected < 0 ? -1 : m_model->rowOf(selected);
    if (row >= 0)
        m_view->selectRow(row);
    else
        m_view->scrollToTop();
    updateCount();
}

void FilmTable::updateCount() {
    const int shown = m_model->rowCount();
    const int all = m_model->filmCount();
    m_count->setText(shown == all ? tr("%1 films").arg(formatCount(all))
                                  : tr("%1 of %2 films").arg(formatCount(shown), formatCount(all)));
    m_nothing->setVisible(shown == 0);
    m_view->setVisible(shown > 0);
}

void FilmTable::restyle() {
    layout()->setSpacing(m_theme.px(10));
    m_search->setFixedWidth(m_theme.px(320));
    m_view->verticalHeader()->setDefaultSectionSize(m_theme.px(32));
    QHeaderView* header = m_view->horizontalHeader();
    header->setMinimumSectionSize(m_theme.px(60));
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(FilmTableModel::Title, QHeaderView::Stretch);
    m_view->setColumnWidth(FilmTableModel::Year, m_theme.px(66));
    m_view->setColumnWidth(FilmTableModel::Genres, m_theme.px(200));
    for (const int column : {FilmTableModel::Ratings, FilmTableModel::Mean, FilmTableModel::Positives})
        m_view->setColumnWidth(column, m_theme.px(104));
    header->setFixedHeight(m_theme.px(36));
}

} // namespace recital
