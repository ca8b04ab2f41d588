#include "ui/widgets/algorithmlist.h"

#include "core/recsys/dataset.h"
#include "ui/costtext.h"
#include "ui/dialogs/parameterdialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

struct AlgorithmList::Entry {
    const AlgorithmInfo* info = nullptr;
    TrainingSpec specification;
    int tuningTrials = 0;
    bool refused = false;
    QWidget* row = nullptr;
    QCheckBox* tick = nullptr;
    QToolButton* edit = nullptr;
    ElidedLabel* parameters = nullptr;
    QLabel* cost = nullptr;
};

AlgorithmList::AlgorithmList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(u"algorithmList"_s);
    setAccessibleName(tr("Algorithms"));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    followTheme(theme, this, [this] { m_layout->setSpacing(m_theme.px(7)); });
}

AlgorithmList::~AlgorithmList() = default;

void AlgorithmList::setDataset(std::shared_ptr<const Dataset> dataset) {
    for (const std::unique_ptr<Entry>& entry : m_entries)
        delete entry->row;
    m_entries.clear();
    m_cost = {};
    m_dataset = std::move(dataset);
    if (m_dataset) {
        for (const AlgorithmInfo& info : algorithmCatalogue())
            addEntry(info);
    }
    emit changed();
}

void AlgorithmList::addEntry(const AlgorithmInfo& info) {
    m_entries.push_back(std::make_unique<Entry>());
    Entry* entry = m_entries.back().get();
    const QString key = text(info.key);
    entry->info = &info;
    entry->specification = defaultSpecification(info.key, *m_dataset);
    entry->row = new QWidget(this);
    entry->tick = new QCheckBox(text(info.name), entry->row);
    entry->tick->setObjectName(u"algorithm_"_s + key);
    entry->edit = new QToolButton(entry->row);
    entry->edit->setObjectName(u"edit_"_s + key);
    entry->edit->setToolTip(tr("Change the parameters of %1").arg(text(info.name)));
    entry->edit->setAccessibleName(entry->edit->toolTip());
    QSizePolicy keepsRoom = entry->edit->sizePolicy(); // rows are as high with and without it
    keepsRoom.setRetainSizeWhenHidden(true);
    entry->edit->setSizePolicy(keepsRoom);
    entry->parameters = new ElidedLabel(entry->row);
    entry->parameters->setObjectName(u"parameters_"_s + key);
    entry->parameters->setProperty("role", u"caption"_s);
    entry->parameters->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    entry->cost = makeLabel("caption", u"cost_"_s + key, entry->row);
    entry->cost->setWordWrap(true);
    auto* grid = new QGridLayout(entry->row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    grid->addWidget(entry->tick, 0, 0, 1, 2);
    grid->addWidget(entry->edit, 0, 2);
    grid->addWidget(entry->parameters, 1, 1, 1, 2);
    grid->addWidget(entry->cost, 2, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    followTheme(m_theme, entry->row, [this, grid, entry] {
        grid->setColumnMinimumWidth(0, m_theme.px(25)); // texts stand below the name, not below the tick
        grid->setHorizontalSpacing(0);
        entry->tick->setFont(m_theme.font(14, QFont::Medium));
        const int size = m_theme.px(15);
        entry->edit->setIcon(themedIcon(u"edit"_s, m_theme, size));
        entry->edit->setIconSize(QSize(size, size));
    });
    connect(entry->tick, &QCheckBox::toggled, this, &AlgorithmList::changed);
    connect(entry->edit, &QToolButton::clicked, this, [this, entry] { edit(*entry); });
    m_layout->addWidget(entry->row);
    show(*entry);
}

void AlgorithmList::setCost(Cost cost) {
    m_cost = std::move(cost);
    for (const std::unique_ptr<Entry>& entry : m_entries)
        show(*entry);
    emit changed();
}

/// Texts of an entry; one that became refused loses its tick.
void AlgorithmList::show(Entry& entry) {
    QString parameters = QString::fromStdString(describe(entry.specification));
    if (parameters.isEmpty())
        parameters = tr("nothing to set");
    if (entry.tuningTrials > 0)
        parameters += tr(" · tuned, %n trial(s)", nullptr, entry.tuningTrials);
    entry.parameters->setFullText(parameters);
    entry.edit->setVisible(!parameterFields(entry.specification).empty() ||
                           seedOf(entry.specification).has_value());
    QString sentence;
    bool refused = false;
    if (entry.info->needsGenres && m_dataset->genreNames().empty()) {
        refused = true;
        sentence = tr("Not with these data: they name no genres.");
    } else if (m_cost) {
        const TrainingCost cost = m_cost(entry.specification);
        refused = cost.refusal.has_value();
        sentence = costText(entry.specification, cost);
    }
    entry.refused = refused;
    entry.cost->setText(sentence);
    entry.cost->setVisible(!sentence.isEmpty());
    setStyleProperty(entry.cost, "role", refused ? u"error"_s : u"caption"_s);
    entry.tick->setEnabled(!refused);
    entry.tick->setAccessibleDescription(parameters + u". "_s + sentence);
    if (refused)
        entry.tick->setChecked(false);
}

AlgorithmList::Entry* AlgorithmList::entryOf(const TrainingSpec& specification) {
    const std::string_view key = algorithmOf(specification).key;
    const auto found =
        std::ranges::find_if(m_entries, [key](const auto& entry) { return entry->info->key == key; });
    return found == m_entries.end() ? nullptr : found->get();
}

void AlgorithmList::setChosen(const std::vector<TrainingSpec>& algorithms, const std::vector<int>& trials) {
    {
        const QSignalBlocker block(this);
        tickAll(false);
        for (std::size_t i = 0; i < algorithms.size(); ++i)
            apply(algorithms[i], i < trials.size() ? trials[i] : 0);
    }
    emit changed();
}

void AlgorithmList::apply(const TrainingSpec& specification, int tuningTrials) {
    if (Entry* entry = entryOf(specification)) {
        entry->specification = specification;
        entry->tuningTrials = tuningTrials;
        entry->tick->setChecked(true);
        show(*entry);
        emit changed();
    }
}

void AlgorithmList::tickAll(bool ticked) {
    {
        const QSignalBlocker block(this);
        for (const std::unique_ptr<Entry>& entry : m_entries)
            entry->tick->setChecked(ticked && !entry->refused);
    }
    emit changed();
}

std::vector<TrainingSpec> AlgorithmList::chosen() const {
    std::vector<TrainingSpec> chosen;
    for (const std::unique_ptr<Entry>& entry : m_entries) {
        if (entry->tick->isChecked())
            chosen.push_back(entry->specification);
    }
    return chosen;
}

std::vector<int> AlgorithmList::tuningTrials() const {
    std::vector<int> trials;
    for (const std::unique_ptr<Entry>& entry : m_entries) {
        if (entry->tick->isChecked())
            trials.push_back(entry->tuningTrials);
    }
    return trials;
}

void AlgorithmList::edit(Entry& entry) {
    ParameterDialog dialog(entry.specification, defaultSpecification(entry.info->key, *m_dataset), m_theme,
                           window());
    if (dialog.exec() != QDialog::Accepted || dialog.specification() == entry.specification)
        return;
    entry.specification = dialog.specification();
    entry.tuningTrials = 0; // these were not found by a search
    show(entry);
    emit changed();
}

} // namespace recital
