#include "ui/widgets/storedcomparisons.h"

#include "core/services/comparisontext.h"
#include "ui/comparetext.h"
#include "ui/runview.h"
#include "ui/widgets/formrows.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

enum Column { NameColumn, DataColumn, ProtocolColumn, ValueColumn, ColumnCount };
constexpr int rowRole = Qt::UserRole;       ///< of a child: its row; -1 of a comparison
constexpr int placeRole = Qt::UserRole + 1; ///< of the comparison in the list

} // namespace

StoredComparisons::StoredComparisons(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    build();
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &StoredComparisons::updateButtons);
    connect(m_tree, &QTreeWidget::itemActivated, this, &StoredComparisons::open);
    connect(m_open, &QPushButton::clicked, this, &StoredComparisons::open);
    connect(m_add, &QPushButton::clicked, this, &StoredComparisons::add);
    connect(m_remove, &QPushButton::clicked, this, &StoredComparisons::askToRemove);
    fill();
}

void StoredComparisons::build() {
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(u"storedComparisons"_s);
    m_tree->setAccessibleName(tr("Earlier comparisons"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Measured"), tr("Data"), tr("Protocol"), tr("NDCG")});
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProtocolColumn, QHeaderView::Stretch);
    m_empty = makeLabel("muted", u"storedEmpty"_s, this, tr("No comparison has been stored yet."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_note = makeLabel("caption", u"storedNote"_s, this);
    m_note->setWordWrap(true);
    m_open = new QPushButton(tr("&Open"), this);
    m_open->setObjectName(u"openStored"_s);
    m_add = new QPushButton(tr("&Add row to the table"), this);
    m_add->setObjectName(u"addStoredRow"_s);
    m_remove = new QPushButton(tr("Delete..."), this);
    m_remove->setObjectName(u"removeStored"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_add);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(buttons);
    followTheme(m_theme, this, [this, layout, buttons] {
        layout->setSpacing(m_theme.px(8));
        m_tree->header()->setMinimumSectionSize(m_theme.px(90));
        buttons->setSpacing(m_theme.px(8));
    });
}

void StoredComparisons::setStored(std::vector<Comparison> stored) {
    m_stored = std::move(stored);
    fill();
}

void StoredComparisons::setShown(std::shared_ptr<const Comparison> shown) {
    m_shown = std::move(shown);
    updateButtons();
}

void StoredComparisons::fill() {
    m_tree->clear();
    for (std::size_t i = 0; i < m_stored.size(); ++i) {
        const Comparison& stored = m_stored[i];
        auto* top = new QTreeWidgetItem(m_tree);
        top->setText(NameColumn, dateText(stored.startedAt));
        top->setText(DataColumn, stored.datasetName);
        top->setText(ProtocolColumn, tr("%1, %n row(s)", nullptr, static_cast<int>(stored.rows.size()))
                                         .arg(protocolText(stored.options.split)));
        top->setData(0, placeRole, static_cast<int>(i));
        top->setData(0, rowRole, -1);
        for (std::size_t r = 0; r < stored.rows.size(); ++r) {
            const ComparedModel& row = stored.rows[r];
            auto* child = new QTreeWidgetItem(top);
            child->setText(NameColumn, QString::fromStdString(row.name));
            child->setText(ProtocolColumn, QString::fromStdString(row.parameters));
            child->setToolTip(ProtocolColumn, originText(stored, r));
            child->setText(ValueColumn, formatMetric(MetricId::Ndcg, metricValue(row.mean, MetricId::Ndcg)));
            child->setTextAlignment(ValueColumn, Qt::AlignRight | Qt::AlignVCenter);
            child->setToolTip(ValueColumn, metricLabel(MetricId::Ndcg, stored.options.k));
            child->setData(0, placeRole, static_cast<int>(i));
            child->setData(0, rowRole, static_cast<int>(r));
        }
    }
    m_tree->setVisible(!m_stored.empty());
    m_empty->setVisible(m_stored.empty());
    updateButtons();
}

const Comparison* StoredComparisons::comparisonOf(const QTreeWidgetItem* item) const {
    return item != nullptr ? &m_stored[item->data(0, placeRole).toUInt()] : nullptr;
}

QString StoredComparisons::whyNotAdded(const Comparison& stored) const {
    if (!m_shown)
        return tr("Measure or open a comparison first.");
    if (m_shown->id == stored.id)
        return tr("This row stands in the table already.");
    if (m_shown->datasetFingerprint != stored.datasetFingerprint)
        return tr("Measured on other data.");
    if (m_shown->options.k != stored.options.k)
        return tr("Measured on lists of another length.");
    if (protocolText(m_shown->options.split) != protocolText(stored.options.split) ||
        m_shown->options.split.positiveThreshold != stored.options.split.positiveThreshold)
        return tr("Measured on another split.");
    return {};
}

void StoredComparisons::updateButtons() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    const Comparison* stored = comparisonOf(item);
    const bool row = item != nullptr && item->data(0, rowRole).toInt() >= 0;
    const QString problem = row ? whyNotAdded(*stored) : QString();
    m_open->setEnabled(stored != nullptr);
    m_remove->setEnabled(stored != nullptr);
    m_add->setEnabled(row && problem.isEmpty());
    m_note->setText(row ? problem
                        : tr("Unfold a comparison to add one of its rows to the table, with its date."));
    m_note->setVisible(!m_stored.empty());
    for (QPushButton* button : {m_open, m_add, m_remove})
        button->setVisible(!m_stored.empty());
}

void StoredComparisons::open() {
    if (const Comparison* stored = comparisonOf(m_tree->currentItem()))
        emit openRequested(stored->id);
}

void StoredComparisons::add() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    emit addRequested(comparisonOf(item)->id, item->data(0, rowRole).toUInt());
}

void StoredComparisons::askToRemove() {
    const Comparison* stored = comparisonOf(m_tree->currentItem());
    if (stored == nullptr)
        return;
    QMessageBox box(QMessageBox::Question, tr("Delete a comparison"),
                    tr("Delete the comparison of %1 on %2 with %n row(s)?", nullptr,
                       static_cast<int>(stored->rows.size()))
                        .arg(dateText(stored->startedAt), stored->datasetName),
                    QMessageBox::NoButton, window());
    box.setInformativeText(tr("This cannot be undone."));
    box.setObjectName(u"confirmRemove"_s);
    QPushButton* remove = box.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    remove->setObjectName(u"confirmRemoveYes"_s);
    box.setDefaultButton(box.addButton(tr("Keep"), QMessageBox::RejectRole));
    const qint64 id = stored->id;
    box.exec();
    if (box.clickedButton() == remove)
        emit removeRequested(id);
}

} // namespace recital
