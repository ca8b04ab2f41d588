#include "ui/dialogs/columndialog.h"

#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int absent = -1;

std::vector<std::string> splitLine(const std::string& line, char delimiter) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == delimiter)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

std::string joinCells(const std::vector<std::string>& cells, char delimiter) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i == 0 ? std::string() : std::string(1, delimiter)) + cells[i];
    return line;
}

} // namespace

ColumnDialog::ColumnDialog(const QString& fileName, ColumnPreview preview, Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_preview(std::move(preview)) {
    setObjectName(u"columnDialog"_s);
    setWindowTitle(tr("Name the columns"));
    build(fileName);
    applyGuess();
}

void ColumnDialog::build(const QString& fileName) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(m_theme.px(28), m_theme.px(24), m_theme.px(28), m_theme.px(20));
    layout->setSpacing(m_theme.px(14));
    auto* title = new QLabel(tr("Which column of %1 is what?").arg(fileName), this);
    title->setProperty("role", u"title"_s);
    title->setTextFormat(Qt::PlainText);
    auto* text = new QLabel(tr("These are its first lines. Recital needs the column of the user and of the "
                               "film; without ratings every line counts as a positive."),
                            this);
    text->setProperty("role", u"muted"_s);
    text->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(buildChoices());

    m_table = new QTableWidget(this);
    m_table->setObjectName(u"columnPreview"_s);
    m_table->setAccessibleName(tr("First lines of the file"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setMinimumSectionSize(m_theme.px(110));
    m_table->verticalHeader()->setVisible(false);
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.px(28));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setMinimumSize(m_theme.px(640), m_theme.px(230));
    layout->addWidget(m_table, 1);

    m_problem = new QLabel(this);
    m_problem->setObjectName(u"columnProblem"_s);
    m_problem->setProperty("role", u"error"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setMinimumHeight(m_theme.px(38));
    layout->addWidget(m_problem);
    auto* buttons = new QDialogButtonBox(this);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(u"columnOpen"_s);
    m_open->setProperty("role", u"primary"_s);
    m_open->style()->polish(m_open); // the box has polished it already
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"columnCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

QWidget* ColumnDialog::buildChoices() {
    auto* choices = new QWidget(this);
    auto* grid = new QGridLayout(choices);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(12));
    grid->setVerticalSpacing(m_theme.px(4));
    m_delimiter = addChoice(u"columnDelimiter"_s, tr("Separated by"), choices);
    m_user = addChoice(u"columnUser"_s, tr("User"), choices);
    m_item = addChoice(u"columnItem"_s, tr("Film"), choices);
    m_value = addChoice(u"columnValue"_s, tr("Rating"), choices);
    m_time = addChoice(u"columnTime"_s, tr("Time"), choices);
    const std::pair<QString, char> delimiters[] = {{tr("Comma ,"), ','},
                                                   {tr("Tab"), '\t'},
                                                   {tr("Semicolon ;"), ';'},
                                                   {tr("Bar |"), '|'},
                                                   {tr("Space"), ' '}};
    for (const auto& [name, delimiter] : delimiters)
        m_delimiter->addItem(name, static_cast<int>(delimiter));
    m_header = new QCheckBox(tr("The first line names the columns"), choices);
    m_header->setObjectName(u"columnHeader"_s);
    grid->addWidget(m_header, 2, 0, 1, 5);

    connect(m_delimiter, &QComboBox::activated, this, [this] {
        split();
        update();
    });
    connect(m_header, &QCheckBox::clicked, this, [this] {
        fillColumnChoices();
        update();
    });
    for (QComboBox* box : {m_user, m_item, m_value, m_time})
        connect(box, &QComboBox::currentIndexChanged, this, &ColumnDialog::update);
    return choices;
}

QComboBox* ColumnDialog::addChoice(const QString& objectName, const QString& label, QWidget* parent) {
    auto* grid = static_cast<QGridLayout*>(parent->layout());
    const int column = grid->count() / 2;
    auto* name = new QLabel(label, parent);
    name->setProperty("role", u"caption"_s);
    auto* box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(label);
    name->setBuddy(box);
    grid->addWidget(name, 0, column);
    grid->addWidget(box, 1, column);
    grid->setColumnStretch(column, 1);
    return box;
}

void ColumnDialog::applyGuess() {
    const ColumnMapping& guess = m_preview.guess;
    m_delimiter->setCurrentIndex(std::max(0, m_delimiter->findData(static_cast<int>(guess.delimiter))));
    m_header->setChecked(guess.hasHeader);
    split();
    const std::pair<QComboBox*, int> choices[] = {
        {m_user, guess.user}, {m_item, guess.item}, {m_value, guess.value}, {m_time, guess.time}};
    for (const auto& [box, column] : choices)
        box->setCurrentIndex(box->findData(column));
    update();
}

void ColumnDialog::split() {
    const char delimiter = static_cast<char>(m_delimiter->currentData().toInt());
    m_rows = m_preview.rows;
    if (delimiter != m_preview.guess.delimiter) {
        for (std::vector<std::string>& row : m_rows)
            row = splitLine(joinCells(row, m_preview.guess.delimiter), delimiter);
    }
    fillColumnChoices();
}

int ColumnDialog::columnCount() const {
    std::size_t columns = 0;
    for (const std::vector<std::string>& row : m_rows)
        columns = std::max(columns, row.size());
    return static_cast<int>(columns);
}

QString ColumnDialog::columnName(int column) const {
    const auto place = static_cast<std::size_t>(column);
    if (m_header->isChecked() && !m_rows.empty() && place < m_rows.front().size())
        return tr("%1: %2", "number, name of a column")
            .arg(column + 1)
            .arg(QString::fromStdString(m_rows.front()[place]));
    return tr("Column %1").arg(column + 1);
}

void ColumnDialog::fillColumnChoices() {
    for (QComboBox* box : {m_user, m_item, m_value, m_time}) {
        const QSignalBlocker blocker(box);
        const QVariant before = box->currentData();
        box->clear();
        if (box == m_value)
            box->addItem(tr("None: all positive"), absent);
        if (box == m_time)
            box->addItem(tr("None"), absent);
        for (int column = 0; column < columnCount(); ++column)
            box->addItem(columnName(column), column);
        box->setCurrentIndex(before.isValid() ? box->findData(before) : -1);
    }
}

void ColumnDialog::update() {
    const QString trouble = problem();
    m_problem->setText(trouble);
    m_open->setEnabled(trouble.isEmpty());
    fillTable();
}

void ColumnDialog::fillTable() {
    const ColumnMapping chosen = mapping();
    const std::size_t first = m_header->isChecked() ? 1 : 0;
    const std::size_t lines = m_rows.size() > first ? m_rows.size() - first : 0;
    m_table->clear();
    m_table->setRowCount(static_cast<int>(lines));
    m_table->setColumnCount(columnCount());
    for (int column = 0; column < columnCount(); ++column) {
        const QString role = column == chosen.user    ? tr("User")
                             : column == chosen.item  ? tr("Film")
                             : column == chosen.value ? tr("Rating")
                             : column == chosen.time  ? tr("Time")
                                                      : tr("not used");
        m_table->setHorizontalHeaderItem(column, new QTableWidgetItem(columnName(column) + u'\n' + role));
        const bool used =
            column == chosen.user || column == chosen.item || column == chosen.value || column == chosen.time;
        for (std::size_t line = 0; line < lines; ++line) {
            const std::vector<std::string>& cells = m_rows[line + first];
            const auto place = static_cast<std::size_t>(column);
            auto* cell =
                new QTableWidgetItem(place < cells.size() ? QString::fromStdString(cells[place]) : QString());
            cell->setForeground(used ? m_theme.colors().text : m_theme.colors().mutedText);
            m_table->setItem(static_cast<int>(line), column, cell);
        }
    }
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
}

ColumnMapping ColumnDialog::mapping() const {
    const auto column = [](const QComboBox* box) {
        return box->currentIndex() < 0 ? absent : box->currentData().toInt();
    };
    ColumnMapping mapping = m_preview.guess;
    mapping.delimiter = static_cast<char>(m_delimiter->currentData().toInt());
    mapping.hasHeader = m_header->isChecked();
    mapping.user = column(m_user);
    mapping.item = column(m_item);
    mapping.value = column(m_value);
    mapping.time = column(m_time);
    return mapping;
}

QString ColumnDialog::problem() const {
    const ColumnMapping chosen = mapping();
    if (chosen.user == absent)
        return tr("Choose the column of the user.");
    if (chosen.item == absent)
        return tr("Choose the column of the film.");
    std::set<int> used;
    for (const int column : {chosen.user, chosen.item, chosen.value, chosen.time}) {
        if (column != absent && !used.insert(column).second)
            return tr("%1 cannot be two things at once.").arg(columnName(column));
    }
    return contentProblem(chosen);
}

QString ColumnDialog::contentProblem(const ColumnMapping& chosen) const {
    const std::size_t first = chosen.hasHeader ? 1 : 0;
    if (m_rows.size() <= first)
        return tr("The file has no line of data.");
    struct Need {
        int column;
        bool whole;
    };
    const Need needs[] = {
        {chosen.user, true}, {chosen.item, true}, {chosen.value, false}, {chosen.time, true}};
    for (std::size_t line = first; line < m_rows.size(); ++line) {
        for (const Need& need : needs) {
            if (need.column == absent)
                continue;
            const auto place = static_cast<std::size_t>(need.column);
            if (place >= m_rows[line].size())
                return tr("Line %1 has no column %2.").arg(line + 1).arg(need.column + 1);
            const QString cell = QString::fromStdString(m_rows[line][place]).trimmed();
            bool ok = false;
            if (need.whole)
                cell.toLongLong(&ok);
            else
                cell.toDouble(&ok);
            if (!ok)
                return need.whole ? tr("%1, line %2: \"%3\" is no whole number.")
                                        .arg(columnName(need.column))
                                        .arg(line + 1)
                                        .arg(cell)
                                  : tr("%1, line %2: \"%3\" is no number.")
                                        .arg(columnName(need.column))
                                        .arg(line + 1)
                                        .arg(cell);
        }
    }
    return {};
}

} // namespace recital
