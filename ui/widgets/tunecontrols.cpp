#include "ui/widgets/tunecontrols.h"

#include "core/recsys/algorithms/catalogue.h"
#include "core/services/comparisontext.h"
#include "ui/format.h"
#include "ui/parametertext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/numberfield.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int gridMode = 0;
constexpr int randomMode = 1;
constexpr int defaultRandomTrials = 24;
constexpr int mostTrials = 1000;

QString keyText(std::string_view key) {
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

} // namespace

TuneControls::TuneControls(Theme& theme, Defaults defaults, Check check, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_defaults(std::move(defaults))
    , m_check(std::move(check)) {
    setProperty("role", u"card"_s);
    keepWidth(m_theme, this, 332);
    auto* page = new QWidget(this);
    page->setProperty("role", u"page"_s);
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(buildFields());
    rows->addWidget(buildSearch());
    rows->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"tuneScroll"_s);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_summary = makeLabel("muted", u"tuneSummary"_s, this);
    m_summary->setWordWrap(true);
    m_reset = new QPushButton(tr("De&fault search"), this);
    m_reset->setObjectName(u"tuneDefaults"_s);
    m_reset->setToolTip(tr("The values that are worth trying first for this algorithm."));
    m_start = new QPushButton(tr("Start sear&ch"), this);
    m_start->setObjectName(u"tuneStart"_s);
    m_start->setProperty("role", u"primary"_s);
    auto* bottom = new QVBoxLayout;
    bottom->addWidget(m_summary);
    bottom->addWidget(m_reset);
    bottom->addWidget(m_start);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addLayout(bottom);
    followTheme(m_theme, this, [this, layout, bottom, rows, page, scroll] {
        // The scroll bar has its own lane right of the fields.
        layout->setContentsMargins(m_theme.px(16), m_theme.px(14), m_theme.px(6), m_theme.px(14));
        bottom->setContentsMargins(0, 0, m_theme.px(10), 0);
        page->setContentsMargins(0, 0, m_theme.px(10), 0);
        layout->setSpacing(m_theme.px(8));
        bottom->setSpacing(m_theme.px(8));
        rows->setSpacing(m_theme.px(10));
        m_start->setMinimumHeight(m_theme.px(44));
        m_start->setFont(m_theme.font(16, QFont::DemiBold));
        scroll->verticalScrollBar()->setSingleStep(m_theme.px(24));
    });
    connectControls();
    setDataset(nullptr);
}

QWidget* TuneControls::buildFields() {
    auto* box = new QWidget(this);
    m_algorithm = new QComboBox;
    for (const AlgorithmInfo& info : algorithmCatalogue()) {
        if (!parameterFields(plainSpecification(info.key)).empty()) // nothing to search otherwise
            m_algorithm->addItem(keyText(info.name), keyText(info.key));
    }
    m_rows = new QWidget(box);
    m_rowsLayout = new QVBoxLayout(m_rows);
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeField({u"tuneAlgorithm"_s, tr("&Algorithm"), {}, tr("What is trained.")},
                                m_algorithm, m_theme, box));
    QLabel* help = makeLabel("caption", u"tuneValuesHelp"_s, box,
                             tr("One value is fixed, several values are searched: “0.03 0.1 0.3”."));
    help->setWordWrap(true);
    layout->addWidget(help);
    layout->addWidget(m_rows);
    keepWidth(m_theme, m_algorithm, 208);
    followTheme(m_theme, box, [this, layout] {
        layout->setSpacing(m_theme.px(8));
        m_rowsLayout->setSpacing(m_theme.px(6));
    });
    return box;
}

QWidget* TuneControls::buildSearch() {
    auto* box = new QWidget(this);
    m_mode = new QComboBox;
    m_mode->addItem(tr("All combinations"));
    m_mode->addItem(tr("Random draws"));
    m_trials = new IntegerField;
    m_trials->setRange(1, mostTrials);
    m_trials->setValue(defaultRandomTrials);
    m_metric = new QComboBox;
    m_seed = new IntegerField;
    m_seed->setRange(0, std::numeric_limits<int>::max());
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(
        makeField({u"tuneMode"_s,
                   tr("&How"),
                   {},
                   tr("All combinations: a grid, every value with every other.\n"
                      "Random draws: between the smallest and the largest value of each; better "
                      "with more than two parameters.")},
                  m_mode, m_theme, box));
    m_trialsRow = makeField(
        {u"tuneTrials"_s, tr("Trial&s"), {}, tr("How many settings are drawn and measured: the budget.")},
        m_trials, m_theme, box);
    layout->addWidget(m_trialsRow);
    layout->addWidget(makeField({u"tuneMetric"_s,
                                 tr("&Decided by"),
                                 {},
                                 tr("The best value of this metric on the validation split wins.")},
                                m_metric, m_theme, box));
    layout->addWidget(makeField({u"tuneSeed"_s,
                                 tr("Seed"),
                                 {},
                                 tr("Of the random draws and of the validation split: the same seed gives "
                                    "the same search.")},
                                m_seed, m_theme, box));
    for (QComboBox* box_ : {m_mode, m_metric}) {
        box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box_->setMinimumContentsLength(12);
        keepWidth(m_theme, box_, 186);
    }
    for (QWidget* control : {m_trials, m_seed})
        keepWidth(m_theme, control, 112);
    followTheme(m_theme, box, [this, layout] { layout->setSpacing(m_theme.px(8)); });
    return box;
}

void TuneControls::connectControls() {
    connect(m_algorithm, &QComboBox::currentIndexChanged, this, &TuneControls::algorithmChosen);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &TuneControls::update);
    connect(m_metric, &QComboBox::currentIndexChanged, this, &TuneControls::update);
    connect(m_trials, &QSpinBox::valueChanged, this, &TuneControls::update);
    connect(m_seed, &QSpinBox::valueChanged, this, &TuneControls::update);
    connect(m_reset, &QPushButton::clicked, this, &TuneControls::algorithmChosen);
    connect(m_start, &QPushButton::clicked, this, &TuneControls::startRequested);
}

void TuneControls::setDataset(std::shared_ptr<const Dataset> dataset) {
    m_dataset = std::move(dataset);
    if (m_algorithm->currentIndex() >= 0 && m_fields.empty()) {
        // The algorithm that the program is about comes first into view.
        const int als = m_algorithm->findData(keyText(algorithmOf(TrainingSpec(AlsParameters())).key));
        const QSignalBlocker block(m_algorithm);
        m_algorithm->setCurrentIndex(std::max(als, 0));
    }
    algorithmChosen();
}

/// Another algorithm, or the defaults of this one again.
void TuneControls::algorithmChosen() {
    const std::string key = m_algorithm->currentData().toString().toStdString();
    const TrainingSpec base = m_dataset ? defaultSpecification(key, *m_dataset) : plainSpecification(key);
    m_request = m_defaults(base);
    takeDefaults();
}

void TuneControls::takeDefaults() {
    m_filling = true;
    qDeleteAll(m_rows->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_fields.clear();
    for (const ParameterField& field : parameterFields(m_request.base)) {
        const auto axis = std::find_if(m_request.axes.begin(), m_request.axes.end(),
                                       [&field](const TuneAxis& a) { return a.parameter == field.name; });
        addField(field, axis != m_request.axes.end()
                            ? axis->values
                            : std::vector<double>{parameterValue(m_request.base, field.name).value_or(0.0)});
    }
    m_mode->setCurrentIndex(m_request.randomTrials > 0 ? randomMode : gridMode);
    if (m_request.randomTrials > 0)
        m_trials->setValue(m_request.randomTrials);
    m_seed->setValue(
        static_cast<int>(std::min<std::uint64_t>(m_request.seed, std::numeric_limits<int>::max())));
    showMetrics();
    m_filling = false;
    update();
}

void TuneControls::addField(const ParameterField& field, const std::vector<double>& values) {
    auto* edit = new QLineEdit(valuesText(values));
    const QString name = keyText(field.name);
    QString limits = tr("%1 to %2").arg(valueText(field.minimum), valueText(field.maximum));
    if (field.integer)
        limits = tr("Whole numbers, %1").arg(limits);
    QWidget* row =
        makeField({u"tuneValues_"_s + name, parameterName(field.name), {}, limits}, edit, m_theme, m_rows);
    for (QLabel* label : row->findChildren<QLabel*>())
        label->setWordWrap(true); // long names of other languages must not widen the panel
    edit->setCursorPosition(0);
    keepWidth(m_theme, edit, 156);
    m_rowsLayout->addWidget(row);
    m_fields.push_back({std::string(field.name), edit});
    connect(edit, &QLineEdit::textChanged, this, &TuneControls::update);
}

void TuneControls::showMetrics() {
    m_metric->clear();
    for (const MetricInfo& info : metricCatalogue()) {
        if (info.direction != MetricDirection::Neutral)
            m_metric->addItem(metricLabel(info.id, m_request.k), static_cast<int>(info.id));
    }
    m_metric->setCurrentIndex(std::max(0, m_metric->findData(static_cast<int>(m_request.metric))));
}

bool TuneControls::readFields(TuneRequest& request, QString* problem) const {
    request.axes.clear();
    for (const Field& field : m_fields) {
        QString reason;
        std::optional<std::vector<double>> values = parseValues(field.edit->text(), &reason);
        if (values && values->empty())
            reason = tr("a value is missing");
        if (reason.isEmpty()) {
            // A value outside its limits is refused here already, so that its field can be marked.
            for (const double value : *values) {
                TrainingSpec probe = request.base;
                if (const Status set = setParameter(probe, field.name, value); !set)
                    reason = QString::fromStdString(set.error().detail);
            }
        }
        setStyleProperty(field.edit, "invalid", !reason.isEmpty());
        if (!reason.isEmpty()) {
            if (problem->isEmpty())
                *problem = tr("%1: %2").arg(parameterName(field.name), reason);
            continue;
        }
        std::sort(values->begin(), values->end());
        values->erase(std::unique(values->begin(), values->end()), values->end());
        if (values->size() == 1)
            (void)setParameter(request.base, field.name, values->front());
        else
            request.axes.push_back({field.name, std::move(*values)});
    }
    return problem->isEmpty();
}

TuneRequest TuneControls::request() const {
    TuneRequest request = m_request;
    QString ignored;
    readFields(request, &ignored);
    request.randomTrials = m_mode->currentIndex() == randomMode ? m_trials->value() : 0;
    if (m_metric->currentIndex() >= 0)
        request.metric = static_cast<MetricId>(m_metric->currentData().toInt());
    request.seed = static_cast<std::uint64_t>(m_seed->value());
    return request;
}

double TuneControls::combinations(const TuneRequest& request) const {
    double count = 1.0;
    for (const TuneAxis& axis : request.axes)
        count *= static_cast<double>(axis.values.size());
    return count;
}

QString TuneControls::problem(const TuneRequest& request) const {
    if (!m_dataset)
        return tr("No data set is open.");
    QString reason;
    TuneRequest read = m_request;
    if (!readFields(read, &reason))
        return reason;
    if (request.axes.empty())
        return tr("Give at least one parameter several values to choose from.");
    const Status status = m_check(request);
    return status ? QString() : QString::fromStdString(status.error().detail);
}

int TuneControls::trialCount() const {
    const TuneRequest asked = request();
    if (!problem(asked).isEmpty())
        return 0;
    return asked.randomTrials > 0 ? asked.randomTrials : static_cast<int>(combinations(asked));
}

void TuneControls::update() {
    if (m_filling)
        return;
    m_trialsRow->setVisible(m_mode->currentIndex() == randomMode);
    const TuneRequest asked = request();
    const QString reason = problem(asked);
    const bool possible = reason.isEmpty();
    setStyleProperty(m_summary, "role", possible || !m_dataset ? u"muted"_s : u"error"_s);
    if (!possible) {
        m_summary->setText(reason);
    } else if (asked.randomTrials > 0) {
        m_summary->setText(tr("%n trial(s) drawn at random", nullptr, asked.randomTrials));
    } else if (asked.axes.size() == 1) {
        m_summary->setText(tr("%n trial(s)", nullptr, static_cast<int>(combinations(asked))));
    } else {
        QStringList sizes;
        for (const TuneAxis& axis : asked.axes)
            sizes += QString::number(axis.values.size());
        m_summary->setText(tr("%1 = %n trial(s)", "4 × 4 = 16 trials", static_cast<int>(combinations(asked)))
                               .arg(sizes.join(u" × "_s)));
    }
    m_start->setEnabled(possible && !m_running);
    m_start->setToolTip(possible ? QString() : reason);
}

void TuneControls::setRunning(bool running) {
    m_running = running;
    update();
}

} // namespace recital
