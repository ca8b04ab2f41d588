#include "ui/widgets/benchtable.h"

#include "ui/metrictext.h"
#include "ui/models/comparisonmodel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/frozentable.h"
#include "ui/widgets/rowprogress.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

using State = CompareService::RowState;

BenchTable::BenchTable(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    m_model = new ComparisonModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(static_cast<int>(ComparisonModel::Role::Sort));
    build();
    followTheme(theme, this, [this] {
        m_view->setRowHeight(m_theme.px(28));
        // Header and cells end at the same place.
        const QString padding =
            u"QHeaderView::section { font-size: %1px; padding: %2px 1px %2px %3px; }"_s.arg(m_theme.px(12))
                .arg(m_theme.px(6))
                .arg(m_theme.px(11));
        m_view->horizontalHeader()->setStyleSheet(padding);
        m_view->frozen()->horizontalHeader()->setStyleSheet(padding);
        fitColumns();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BenchTable::showDetail);
    connect(m_reference, &QPushButton::clicked, this, &BenchTable::askForReference);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &BenchTable::showProgress);
    showDetail();
}

void BenchTable::build() {
    m_view = new FrozenTable(this);
    m_view->setObjectName(u"comparisonTable"_s);
    m_view->setAccessibleName(tr("Compared algorithms"));
    m_view->setModel(m_sorted);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder); // the order of the menu until somebody asks for another
    m_detail = makeLabel("caption", u"comparisonDetail"_s, this);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_key = makeLabel("caption", u"comparisonKey"_s, this,
                      tr("★ highest mean of the column, and what the test cannot tell from it"));
    m_reference = new QPushButton(tr("&Test against this row"), this);
    m_reference->setObjectName(u"makeReference"_s);
    m_reference->setToolTip(tr("Makes the selected row the reference and tests the others anew."));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_detail, 1);
    foot->addWidget(m_reference, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_key);
    layout->addLayout(foot);
    followTheme(m_theme, this, [this, layout, foot] {
        layout->setSpacing(m_theme.px(4));
        foot->setSpacing(m_theme.px(12));
    });
}

void BenchTable::refresh() {
    showProgress();
    m_view->setColumnHidden(ComparisonModel::StateColumn, m_model->allMeasured());
    fitColumns();
    showDetail();
    const auto& comparison = m_model->comparison();
    m_key->setVisible(comparison && !comparison->best.empty());
}

void BenchTable::showProgress() {
    m_progress = false;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const State state = m_model->state(row);
        const QModelIndex cell = m_sorted->mapFromSource(m_model->index(row, ComparisonModel::StateColumn));
        auto* present = qobject_cast<RowProgress*>(m_view->indexWidget(cell));
        const bool open = state == State::Waiting || state == State::Running;
        m_progress = m_progress || open;
        if (!open) {
            if (present != nullptr)
                m_view->setIndexWidget(cell, nullptr);
            continue;
        }
        if (present == nullptr) {
            const QString name = m_model->index(row, ComparisonModel::NameColumn).data().toString();
            present = new RowProgress(name, m_theme, m_view->viewport());
            connect(present, &RowProgress::cancelRequested, this,
                    [this, row] { emit cancelRequested(static_cast<std::size_t>(row)); });
            m_view->setIndexWidget(cell, present);
        }
        if (state == State::Running)
            present->showRunning(m_model->fraction(row), formatTimeLeft(m_model->secondsLeft(row)));
        else
            present->showWaiting();
    }
}

/// Columns as wide as their texts; Qt's own measure does not know the bold of header and best values.
void BenchTable::fitColumns() {
    const QFontMetrics header(m_theme.font(12, QFont::DemiBold));
    const QFontMetrics bold(m_theme.font(14, QFont::Bold));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int width = header.horizontalAdvance(
                        m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) +
                    m_theme.px(14); // the arrow of the order
        for (int row = 0; row < m_model->rowCount(); ++row)
            width = std::max(width, bold.horizontalAdvance(m_model->index(row, column).data().toString()));
        if (column == ComparisonModel::StateColumn)
            width = std::max(std::min(width, m_theme.px(200)), m_theme.px(m_progress ? 256 : 90));
        width += m_theme.px(20);
        if (column == ComparisonModel::NameColumn)
            m_view->setFrozenWidth(width);
        else
            m_view->setColumnWidth(column, width);
    }
}

std::optional<std::size_t> BenchTable::selectedRow() const {
    return m_model->comparedRow(m_sorted->mapToSource(m_view->currentIndex()).row());
}

void BenchTable::showDetail() {
    const QModelIndex current = m_sorted->mapToSource(m_view->currentIndex());
    const std::optional<std::size_t> selected = selectedRow();
    const auto& comparison = m_model->comparison();
    QString text = tr("Select a row to see what it is made of.");
    if (current.isValid())
        text = m_model->index(current.row(), ComparisonModel::NameColumn)
                   .data(Qt::ToolTipRole)
                   .toString()
                   .replace(u'\n', u" · "_s);
    if (current.isValid() && m_model->state(current.row()) == State::Failed)
        text += u" · "_s + m_model->index(current.row(), ComparisonModel::StateColumn).data().toString();
    m_detail->setText(text);
    m_reference->setVisible(m_model->rowCount() > 1);
    m_reference->setEnabled(selected && comparison && *selected != comparison->reference);
}

void BenchTable::askForReference() {
    if (const std::optional<std::size_t> row = selectedRow())
        emit referenceRequested(*row);
}

} // namespace recital
