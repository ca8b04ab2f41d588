#include "ui/widgets/frozentable.h"

#include <QHeaderView>
#include <QScrollBar>

namespace recital {

using namespace Qt::StringLiterals;

FrozenTable::FrozenTable(QWidget* parent)
    : QTableView(parent)
    , m_frozen(new QTableView(this)) {
    for (QTableView* view : {static_cast<QTableView*>(this), m_frozen}) {
        view->setShowGrid(false);
        view->setSelectionBehavior(QAbstractItemView::SelectRows);
        view->setSelectionMode(QAbstractItemView::SingleSelection);
        view->setEditTriggers(QAbstractItemView::NoEditTriggers);
        view->setTabKeyNavigation(false);
        view->setWordWrap(false);
        view->setVerticalScrollMode(ScrollPerPixel);
        view->verticalHeader()->hide();
        view->horizontalHeader()->setHighlightSections(false);
        view->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    }
    setHorizontalScrollMode(ScrollPerPixel);
    m_frozen->setObjectName(u"frozenColumn"_s);
    m_frozen->setFocusPolicy(Qt::NoFocus);
    m_frozen->setFrameShape(NoFrame);
    m_frozen->setStyleSheet(u"QTableView { border: none; }"_s);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->stackUnder(m_frozen);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
            &QScrollBar::setValue);
    // One order for both: the frozen header asks, the other one has it.
    m_frozen->horizontalHeader()->setSectionsClickable(true);
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        const QHeaderView* header = horizontalHeader();
        const bool same = header->sortIndicatorSection() == section;
        sortByColumn(section, same && header->sortIndicatorOrder() == Qt::AscendingOrder
                                  ? Qt::DescendingOrder
                                  : Qt::AscendingOrder);
    });
}

void FrozenTable::setModel(QAbstractItemModel* model) {
    QTableView::setModel(model);
    m_frozen->setModel(model);
    m_frozen->setSelectionModel(selectionModel());
    const auto hideOthers = [this] {
        for (int column = 1; column < this->model()->columnCount(); ++column)
            m_frozen->setColumnHidden(column, true);
        placeFrozen();
    };
    connect(model, &QAbstractItemModel::modelReset, this, hideOthers);
    hideOthers();
}

void FrozenTable::setFrozenWidth(int width) {
    setColumnWidth(0, width);
    m_frozen->setColumnWidth(0, width);
    placeFrozen();
}

void FrozenTable::setRowHeight(int height) {
    for (QTableView* view : {static_cast<QTableView*>(this), m_frozen}) {
        view->verticalHeader()->setMinimumSectionSize(height);
        view->verticalHeader()->setDefaultSectionSize(height);
    }
    placeFrozen();
}

void FrozenTable::placeFrozen() {
    const int header = horizontalHeader()->height();
    m_frozen->horizontalHeader()->setFixedHeight(header);
    m_frozen->setGeometry(frameWidth(), frameWidth(), columnWidth(0), viewport()->height() + header);
}

void FrozenTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    placeFrozen();
}

/// The frozen column lies over the first cells: whoever moves left brings them out from under it.
QModelIndex FrozenTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    const QModelIndex next = QTableView::moveCursor(action, modifiers);
    if (action == MoveLeft && next.column() > 0 && visualRect(next).left() < m_frozen->columnWidth(0))
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + visualRect(next).left() -
                                        m_frozen->columnWidth(0));
    return next;
}

void FrozenTable::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (index.column() > 0)
        QTableView::scrollTo(index, hint);
}

} // namespace recital
