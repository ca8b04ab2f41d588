#include "ui/widgets/comparepanel.h"

#include "ui/widgets/algorithmlist.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/splitfields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace recital {

using namespace Qt::StringLiterals;

ComparePanel::ComparePanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(u"comparePanel"_s);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"comparePanelScroll"_s);
    scroll->setWidget(buildFields());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buildButtons());
    followTheme(theme, this, [this, layout, scroll] {
        // The scroll bar has its own lane right of the fields.
        layout->setContentsMargins(m_theme.px(16), m_theme.px(14), m_theme.px(6), m_theme.px(14));
        layout->setSpacing(m_theme.px(8));
        scroll->verticalScrollBar()->setSingleStep(m_theme.px(24));
    });
    connect(m_split, &SplitFields::changed, this, &ComparePanel::changed);
    connect(m_length, &QSpinBox::valueChanged, this, &ComparePanel::changed);
    connect(m_seeds, &QSpinBox::valueChanged, this, &ComparePanel::changed);
    connect(m_reference, &QComboBox::currentIndexChanged, this, [this] {
        m_wantedReference = m_reference->currentText();
        emit changed();
    });
    connect(m_algorithms, &AlgorithmList::changed, this, &ComparePanel::updateReferences);
    setDataset(nullptr);
    setRunning(false);
}

QWidget* ComparePanel::buildFields() {
    m_fields = new QWidget;
    m_fields->setProperty("role", u"page"_s);
    m_split = new SplitFields(m_theme, SplitFields::Use::WholeProtocol, m_fields);
    m_length = new IntegerField;
    m_length->setRange(1, 1000);
    m_seeds = new IntegerField;
    m_seeds->setRange(1, 100);
    m_reference = new QComboBox;
    m_reference->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reference->setMinimumContentsLength(12);
    for (QWidget* control : std::initializer_list<QWidget*>{m_length, m_seeds})
        keepWidth(m_theme, control, 112);
    keepWidth(m_theme, m_reference, 196);

    auto* layout = new QVBoxLayout(m_fields);
    layout->addWidget(m_split);
    layout->addWidget(makeField({u"compareLength"_s,
                                 tr("&Length of the lists, k"),
                                 {},
                                 tr("How many films a list has. Published figures mostly use 10.")},
                                m_length, m_theme, m_fields));
    layout->addWidget(makeField({u"compareSeeds"_s,
                                 tr("S&eeds"),
                                 {},
                                 tr("How often algorithms that draw random numbers are trained, each time "
                                    "with the next seed. Fewer than 3 tell nothing about the spread.")},
                                m_seeds, m_theme, m_fields));
    layout->addWidget(makeField({u"compareReference"_s,
                                 tr("Test a&gainst"),
                                 {},
                                 tr("The row that every other one is tested against. It can be changed "
                                    "afterwards in the table.")},
                                m_reference, m_theme, m_fields));
    layout->addWidget(buildAdvanced(m_fields));
    layout->addWidget(buildAlgorithms(m_fields));
    layout->addStretch(1);
    followTheme(m_theme, m_fields, [this, layout] {
        layout->setContentsMargins(0, 0, m_theme.px(10), 0);
        layout->setSpacing(m_theme.px(8));
    });
    return m_fields;
}

QWidget* ComparePanel::buildAdvanced(QWidget* parent) {
    auto* box = new QWidget(parent);
    m_advancedButton = new QPushButton(box);
    m_advancedButton->setObjectName(u"compareAdvancedButton"_s);
    m_advancedButton->setProperty("role", u"link"_s);
    m_advancedButton->setCheckable(true);
    m_advancedButton->setAccessibleName(tr("More about the split"));
    m_advanced = new QWidget(box);
    auto* rows = new QVBoxLayout(m_advanced);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_split->thresholdRow());
    rows->addWidget(m_split->seedRow());
    rows->addWidget(m_split->minimumUserRow());
    rows->addWidget(m_split->minimumItemRow());
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_advancedButton, 0, Qt::AlignLeft);
    layout->addWidget(m_advanced);
    const auto toggle = [this](bool visible) {
        m_advancedButton->setText(visible ? tr("▾ More about the split") : tr("▸ More about the split"));
        m_advanced->setVisible(visible);
    };
    connect(m_advancedButton, &QPushButton::toggled, this, toggle);
    toggle(false);
    return box;
}

QWidget* ComparePanel::buildAlgorithms(QWidget* parent) {
    auto* box = new QWidget(parent);
    QLabel* heading = makeLabel("heading", u"algorithmsHeading"_s, box, tr("Algorithms"));
    const auto link = [box](const QString& name, const QString& text) {
        auto* button = new QPushButton(text, box);
        button->setObjectName(name);
        button->setProperty("role", u"link"_s);
        return button;
    };
    QPushButton* all = link(u"tickAll"_s, tr("&All"));
    QPushButton* none = link(u"tickNone"_s, tr("&None"));
    m_algorithms = new AlgorithmList(m_theme, box);
    auto* top = new QHBoxLayout;
    top->addWidget(heading, 1);
    top->addWidget(all);
    top->addWidget(none);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_algorithms);
    m_ratings = new QCheckBox(tr("Predict ratings too (RMSE)"), box);
    m_ratings->setObjectName(u"compareRatings"_s);
    m_ratings->setToolTip(
        tr("Means, bias model, biased MF and explicit ALS on the same splits, in a table of "
           "their own: a predicted rating is no ranking."));
    layout->addWidget(m_ratings);
    connect(m_ratings, &QCheckBox::toggled, this, &ComparePanel::changed);
    connect(all, &QPushButton::clicked, this, [this] { m_algorithms->tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { m_algorithms->tickAll(false); });
    return box;
}

QWidget* ComparePanel::buildButtons() {
    auto* box = new QWidget(this);
    m_problem = makeLabel("error", u"compareProblem"_s, box);
    m_problem->setWordWrap(true);
    m_defaults = new QPushButton(tr("Reset to &defaults"), box);
    m_defaults->setObjectName(u"compareDefaults"_s);
    m_defaults->setToolTip(tr("The protocol and the tested parameters that suit the loaded data."));
    m_start = new QPushButton(box);
    m_start->setObjectName(u"startComparison"_s);
    m_start->setProperty("role", u"primary"_s);
    m_cancel = new QPushButton(tr("&Cancel"), box);
    m_cancel->setObjectName(u"cancelComparison"_s);
    m_cancel->setToolTip(tr("Stops within half a second. Rows that are measured stay and are stored."));
    auto* layout = new QVBoxLayout(box);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_problem, m_defaults, m_start, m_cancel})
        layout->addWidget(widget);
    followTheme(m_theme, box, [this, layout] {
        layout->setContentsMargins(0, 0, m_theme.px(10), 0);
        layout->setSpacing(m_theme.px(8));
        for (QPushButton* button : {m_start, m_cancel}) {
            button->setMinimumHeight(m_theme.px(40));
            button->setFont(m_theme.font(16, QFont::DemiBold));
        }
    });
    connect(m_start, &QPushButton::clicked, this, &ComparePanel::startRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ComparePanel::cancelRequested);
    connect(m_defaults, &QPushButton::clicked, this, &ComparePanel::defaultsRequested);
    return box;
}

void ComparePanel::setDataset(std::shared_ptr<const Dataset> dataset) {
    m_split->setDataset(dataset.get());
    m_algorithms->setDataset(std::move(dataset));
}

void ComparePanel::setRequest(const CompareRequest& request) {
    {
        const QSignalBlocker block(this);
        m_request = request;
        m_split->setOptions(request.options.split, {});
        m_length->setValue(request.options.k);
        m_seeds->setValue(request.options.seeds);
        m_ratings->setChecked(!request.ratingModels.empty());
        m_algorithms->setChosen(request.algorithms, request.tuningTrials);
        m_reference->setCurrentIndex(static_cast<int>(request.reference));
        m_wantedReference = m_reference->currentText();
    }
    emit changed();
}

CompareRequest ComparePanel::request() const {
    CompareRequest request = m_request;
    request.algorithms = m_algorithms->chosen();
    request.tuningTrials = m_algorithms->tuningTrials();
    request.ratingModels.clear();
    if (m_ratings->isChecked())
        request.ratingModels.assign(ratingPredictors().begin(), ratingPredictors().end());
    request.options.split = m_split->options();
    request.options.k = m_length->value();
    request.options.seeds = m_seeds->value();
    request.reference = static_cast<std::size_t>(std::max(0, m_reference->currentIndex()));
    return request;
}

/// Only what is measured can be tested against; the choice stays while it is ticked.
void ComparePanel::updateReferences() {
    const std::vector<TrainingSpec> chosen = m_algorithms->chosen();
    {
        const QSignalBlocker block(m_reference);
        m_reference->clear();
        for (const TrainingSpec& specification : chosen) {
            const std::string_view name = algorithmOf(specification).name;
            m_reference->addItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        }
        const int kept = m_reference->findText(m_wantedReference);
        m_reference->setCurrentIndex(kept >= 0 ? kept : m_reference->count() - 1);
    }
    const auto count = static_cast<int>(chosen.size());
    m_start->setText(count > 0 ? tr("&Start: %n algorithm(s)", nullptr, count) : tr("&Start"));
    emit changed();
}

void ComparePanel::setReady(bool ready, const QString& problem) {
    m_start->setEnabled(ready);
    m_start->setToolTip(problem);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void ComparePanel::setRunning(bool running) {
    m_fields->setEnabled(!running);
    m_start->setVisible(!running);
    m_defaults->setVisible(!running);
    m_cancel->setVisible(running);
    m_cancel->setEnabled(running);
}

} // namespace recital
