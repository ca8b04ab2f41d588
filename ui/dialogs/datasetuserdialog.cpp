#include "ui/dialogs/datasetuserdialog.h"

#include "ui/models/datasetusermodel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/tableheader.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

DatasetUserDialog::DatasetUserDialog(const std::shared_ptr<const Dataset>& dataset,
                                     std::vector<UserSummary> users, const Theme& theme, QWidget* parent)
    : QDialog(parent) {
    setObjectName(u"datasetUserDialog"_s);
    setWindowTitle(tr("User of the dataset"));
    m_model = new DatasetUserModel(dataset, std::move(users), this);
    m_filter = new DatasetUserFilter(this);
    m_filter->setSourceModel(m_model);
    m_filter->setSortRole(DatasetUserModel::SortRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(18));
    layout->setSpacing(theme.px(10));
    layout->addWidget(makeLabel("title", u"datasetUserTitle"_s, this, windowTitle()));
    layout->addWidget(buildFilters(*dataset));
    buildTable(theme);
    layout->addWidget(m_table, 1);

    auto* buttons = new QDialogButtonBox(this);
    m_take = buttons->addButton(tr("&On stage"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"datasetUserTake"_s);
    m_take->setProperty("role", u"primary"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableView::doubleClicked, this, &QDialog::accept);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_take->setEnabled(user() >= 0); });
    resize(theme.px(560), theme.px(540));
    m_number->setFocus();
    selectFirst();
}

QWidget* DatasetUserDialog::buildFilters(const Dataset& dataset) {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_number = new QLineEdit(box);
    m_number->setObjectName(u"datasetUserNumber"_s);
    m_number->setPlaceholderText(tr("Number"));
    m_number->setAccessibleName(tr("Number of the user"));
    m_number->setClearButtonEnabled(true);
    auto* genre = new QComboBox(box);
    genre->setObjectName(u"datasetUserGenre"_s);
    genre->setAccessibleName(tr("Most frequent genre"));
    genre->addItem(tr("Any taste"), -1);
    for (std::size_t g = 0; g < dataset.genreNames().size(); ++g)
        genre->addItem(QString::fromStdString(dataset.genreNames()[g]), static_cast<int>(g));
    row->addWidget(m_number, 1);
    row->addWidget(genre, 1);
    connect(m_number, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setNumber(text.trimmed());
        selectFirst();
    });
    connect(genre, &QComboBox::currentIndexChanged, this, [this, genre] {
        m_filter->setGenre(genre->currentData().toInt());
        selectFirst();
    });
    return box;
}

void DatasetUserDialog::buildTable(const Theme& theme) {
    m_table = new QTableView(this);
    m_table->setObjectName(u"datasetUserTable"_s);
    m_table->setAccessibleName(tr("Users of the dataset"));
    m_table->setHorizontalHeader(new TableHeader(theme, m_table));
    m_table->setModel(m_filter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(DatasetUserModel::Likes, Qt::DescendingOrder);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(30));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(DatasetUserModel::Genre, QHeaderView::Stretch);
}

void DatasetUserDialog::selectFirst() {
    if (m_filter->rowCount() > 0)
        m_table->selectRow(0);
    m_take->setEnabled(user() >= 0);
}

UserIndex DatasetUserDialog::user() const {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : m_model->user(m_filter->mapToSource(rows.front()).row()).user;
}

} // namespace recital
