#include "ui/widgets/splitfields.h"

#include "ui/widgets/formrows.h"
#include "ui/widgets/numberfield.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int officialRow = 0;
constexpr int temporalRow = 1;

} // namespace

SplitFields::SplitFields(const Theme& theme, QWidget* parent)
    : SplitFields(theme, Use::OneSplit, parent) {}

SplitFields::SplitFields(const Theme& theme, Use use, QWidget* parent)
    : QWidget(parent)
    , m_use(use) {
    build(theme);
    setDataset(nullptr);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, [this] {
        showRows();
        emit changed();
    });
    connect(m_fold, &QComboBox::currentIndexChanged, this, &SplitFields::changed);
    connect(m_share, &QSpinBox::valueChanged, this, &SplitFields::changed);
    connect(m_seed, &QSpinBox::valueChanged, this, &SplitFields::changed);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &SplitFields::changed);
}

void SplitFields::build(const Theme& theme) {
    m_protocol = new QComboBox;
    m_protocol->addItem(m_use == Use::OneSplit ? tr("Official fold") : tr("Official folds"),
                        QVariant::fromValue(static_cast<int>(Protocol::OfficialFolds)));
    m_protocol->addItem(tr("Newest per user"), QVariant::fromValue(static_cast<int>(Protocol::UserTemporal)));
    m_protocol->addItem(tr("Random per user"), QVariant::fromValue(static_cast<int>(Protocol::UserRandom)));
    m_protocol->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_protocol->setMinimumContentsLength(12); // longer names of other languages must not widen the panel
    m_fold = new QComboBox;
    m_share = new IntegerField;
    m_share->setRange(5, 50);
    m_share->setSuffix(tr(" %"));
    m_threshold = new NumberField;
    m_threshold->setRange(0.0, 100.0);
    m_threshold->setDecimals(1);
    m_threshold->setStepType(QAbstractSpinBox::DefaultStepType);
    m_threshold->setSingleStep(0.5);
    m_seed = new IntegerField;
    m_seed->setRange(0, std::numeric_limits<int>::max());

    QWidget* protocolRow = makeField(
        {u"splitProtocol"_s, tr("&Hidden for the test"), tr("Measured only on ratings the model never saw."),
         tr("Official fold: a division that the data set ships, for numbers others can compare.\n"
            "Newest per user: predicts what each user liked last; the most realistic.\n"
            "Random per user: a random part of each user's ratings; easier, because it may look ahead.")},
        m_protocol, theme, this);
    m_foldRow = makeField({u"splitFold"_s,
                           tr("F&old"),
                           {},
                           tr("u1 to u5 divide MovieLens 100K into five parts; one is the test.")},
                          m_fold, theme, this);
    m_shareRow = makeField({u"splitShare"_s,
                            tr("&Share held out"),
                            {},
                            tr("Part of every user's ratings that is kept for the test, 5 % to 50 %.")},
                           m_share, theme, this);
    m_thresholdRow = makeField(
        {u"splitThreshold"_s, tr("Liked from &rating"), tr("Lower ratings count as seen, not liked."),
         tr("A rating at or above it is a like to learn from and to predict. Films rated lower are "
            "never recommended either, because the user has seen them.")},
        m_threshold, theme, this);
    m_seedRow =
        makeField({u"splitSeed"_s, tr("Seed of the split"), tr("Which ratings the random division picks."),
                   tr("The same seed holds out the same ratings. Used by the random division only.")},
                  m_seed, theme, this);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    followTheme(theme, this, [layout, &theme] { layout->setSpacing(theme.px(8)); });
    for (QWidget* row : {protocolRow, m_foldRow, m_shareRow})
        layout->addWidget(row);
    keepWidth(theme, m_protocol, 158);
    for (QWidget* control : std::initializer_list<QWidget*>{m_fold, m_share, m_threshold, m_seed})
        keepWidth(theme, control, 112);
}

void SplitFields::setProtocolEnabled(int row, bool enabled, const QString& reason) {
    QStandardItem* item = qobject_cast<QStandardItemModel*>(m_protocol->model())->item(row);
    item->setEnabled(enabled);
    item->setToolTip(enabled ? QString() : reason);
}

void SplitFields::setDataset(const Dataset* dataset) {
    const QSignalBlocker block(m_fold);
    m_fold->clear();
    for (int fold = 1; dataset != nullptr && fold <= 5; ++fold) {
        const QString name = u"u%1"_s.arg(fold);
        for (const OfficialFold& official : dataset->folds()) {
            if (official.name == name.toStdString())
                m_fold->addItem(name);
        }
    }
    setProtocolEnabled(officialRow, m_fold->count() > 0, tr("This data set ships no folds."));
    setProtocolEnabled(temporalRow, dataset == nullptr || dataset->info().hasTimestamps,
                       tr("This data set has no times."));
    showRows();
}

void SplitFields::setOptions(const SplitOptions& options, const QString& fold) {
    const QSignalBlocker block(this);
    m_protocol->setCurrentIndex(m_protocol->findData(static_cast<int>(options.protocol)));
    m_fold->setCurrentIndex(std::max(0, m_fold->findText(fold)));
    m_share->setValue(static_cast<int>(std::lround(100.0 * options.testShare)));
    m_threshold->setValue(static_cast<double>(options.positiveThreshold));
    m_seed->setValue(
        static_cast<int>(std::min<std::uint64_t>(options.seed, std::numeric_limits<int>::max())));
    showRows();
}

SplitOptions SplitFields::options() const {
    SplitOptions options;
    options.protocol = static_cast<Protocol>(m_protocol->currentData().toInt());
    options.testShare = m_share->value() / 100.0;
    options.positiveThreshold = static_cast<float>(m_threshold->value());
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    return options;
}

QString SplitFields::fold() const {
    return m_fold->currentText();
}

void SplitFields::showRows() {
    const Protocol protocol = options().protocol;
    m_foldRow->setVisible(protocol == Protocol::OfficialFolds && m_use == Use::OneSplit);
    m_shareRow->setVisible(protocol != Protocol::OfficialFolds);
    m_seedRow->setVisible(protocol == Protocol::UserRandom);
}

} // namespace recital
