#include "ui/widgets/splitfields.h"

#include "ui/widgets/formrows.h"
#include "ui/widgets/numberfield.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

/// Every protocol, in the order in which they are offered.
constexpr Protocol offered[] = {Protocol::OfficialFolds,  Protocol::UserTemporal, Protocol::UserRandom,
                                Protocol::GlobalTemporal, Protocol::LeaveLastOut, Protocol::HeldOutUsers,
                                Protocol::RandomFolds};

/// One model on one split: the Train page offers what a presenter needs, the comparison everything.
bool forOneSplit(Protocol protocol) {
    return protocol == Protocol::OfficialFolds || protocol == Protocol::UserTemporal ||
           protocol == Protocol::UserRandom;
}

bool needsTimes(Protocol protocol) {
    return protocol == Protocol::UserTemporal || protocol == Protocol::GlobalTemporal ||
           protocol == Protocol::LeaveLastOut;
}

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
    buildProtocols();
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

    const bool one = m_use == Use::OneSplit;
    QWidget* protocolRow = makeField(
        {u"splitProtocol"_s, tr("&Hidden for the test"),
         one ? tr("Measured only on ratings the model never saw.") : QString(),
         tr("Official fold: a division that the data set ships, for numbers others can compare.\n"
            "Newest per user: predicts what each user liked last; the most realistic.\n"
            "Random per user: a random part of each user's ratings; easier, because it may look ahead.")},
        m_protocol, theme, this);
    m_foldRow = makeField({u"splitFold"_s,
                           tr("F&old"),
                           {},
                           tr("u1 to u5 divide MovieLens 100K into five parts; one is the test.")},
                          m_fold, theme, this);
    m_shareRow =
        makeField({u"splitShare"_s,
                   tr("&Share held out"),
                   {},
                   one ? tr("Part of every user's ratings that is kept for the test, 5 % to 50 %.")
                       : tr("Part of the ratings, or of the users, that is kept for the test, 5 % to "
                            "50 %.")},
                  m_share, theme, this);
    buildActivity(theme);
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
    layout->addWidget(protocolRow);
    if (!one) {
        m_explanation = makeLabel("caption", u"splitExplanation"_s, this);
        m_explanation->setWordWrap(true);
        layout->addWidget(m_explanation);
    }
    for (QWidget* row : {m_foldRow, m_shareRow, m_foldsRow})
        layout->addWidget(row);
    keepWidth(theme, m_protocol, 158);
    for (QWidget* control : std::initializer_list<QWidget*>{m_fold, m_share, m_threshold, m_seed})
        keepWidth(theme, control, 112);
}

void SplitFields::buildProtocols() {
    for (const Protocol protocol : offered) {
        if (m_use == Use::OneSplit && !forOneSplit(protocol))
            continue;
        QString name;
        switch (protocol) {
        case Protocol::OfficialFolds:
            name = m_use == Use::OneSplit ? tr("Official fold") : tr("Official folds");
            break;
        case Protocol::UserTemporal:
            name = tr("Newest per user");
            break;
        case Protocol::UserRandom:
            name = tr("Random per user");
            break;
        case Protocol::GlobalTemporal:
            name = tr("From a date on");
            break;
        case Protocol::LeaveLastOut:
            name = tr("Last one of each user");
            break;
        case Protocol::HeldOutUsers:
            name = tr("Unknown users");
            break;
        case Protocol::RandomFolds:
            name = tr("Random folds");
            break;
        }
        m_protocol->addItem(name, static_cast<int>(protocol));
    }
}

void SplitFields::buildActivity(const Theme& theme) {
    m_folds = new IntegerField;
    m_folds->setRange(2, 100);
    m_folds->setValue(5);
    m_minimumUser = new IntegerField;
    m_minimumItem = new IntegerField;
    for (IntegerField* field : {m_minimumUser, m_minimumItem})
        field->setRange(0, 10'000);
    m_foldsRow =
        makeField({u"splitFolds"_s,
                   tr("Number of f&olds"),
                   {},
                   tr("The ratings in so many equal random parts; each is the test once, 2 to 100.")},
                  m_folds, theme, this);
    m_minimumUserRow =
        makeField({u"splitMinimumUser"_s, tr("Ratings of a user, at least"),
                   tr("Users and films below are left out on both sides."),
                   tr("Counted over all ratings of any value, again and again until everybody left has "
                      "enough. 0 leaves nobody out.")},
                  m_minimumUser, theme, this);
    m_minimumItemRow = makeField({u"splitMinimumItem"_s,
                                  tr("Ratings of a film, at least"),
                                  {},
                                  tr("Films below are no candidates either. 0 leaves none out.")},
                                 m_minimumItem, theme, this);
    for (QWidget* control : {m_folds, m_minimumUser, m_minimumItem})
        keepWidth(theme, control, 112);
    for (IntegerField* field : {m_folds, m_minimumUser, m_minimumItem})
        connect(field, &QSpinBox::valueChanged, this, &SplitFields::changed);
    if (m_use == Use::OneSplit) {
        m_minimumUserRow->hide();
        m_minimumItemRow->hide();
    }
}

QString SplitFields::explanation() const {
    switch (options().protocol) {
    case Protocol::OfficialFolds:
        return tr("The five divisions u1 to u5 that the data set ships: figures that others can compare.");
    case Protocol::UserTemporal:
        return tr("The newest ratings of each user are hidden: predicts what each liked last.");
    case Protocol::UserRandom:
        return tr("A random part of each user's ratings is hidden: easier, because it may look ahead.");
    case Protocol::GlobalTemporal:
        return tr("Everything from one day on is hidden, whoever rated it: closest to running a service. "
                  "Users who come later are cold and told apart.");
    case Protocol::LeaveLastOut:
        return tr("Only the newest rating of each user is hidden, as many papers do.");
    case Protocol::HeldOutUsers:
        return tr("A part of the users is unknown to the model and folded in by four fifths of their "
                  "ratings.");
    case Protocol::RandomFolds:
        return tr("All ratings in equal random parts, each hidden once: every user is measured.");
    }
    Q_UNREACHABLE();
}

void SplitFields::setProtocolEnabled(Protocol protocol, bool enabled, const QString& reason) {
    const int row = m_protocol->findData(static_cast<int>(protocol));
    if (row < 0)
        return;
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
    setProtocolEnabled(Protocol::OfficialFolds, m_fold->count() > 0, tr("This data set ships no folds."));
    const bool times = dataset == nullptr || dataset->info().hasTimestamps;
    for (const Protocol protocol : offered) {
        if (needsTimes(protocol))
            setProtocolEnabled(protocol, times, tr("This data set has no times."));
    }
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
    m_folds->setValue(options.folds);
    m_minimumUser->setValue(options.minimumUserRatings);
    m_minimumItem->setValue(options.minimumItemRatings);
    showRows();
}

SplitOptions SplitFields::options() const {
    SplitOptions options;
    options.protocol = static_cast<Protocol>(m_protocol->currentData().toInt());
    options.testShare = m_share->value() / 100.0;
    options.positiveThreshold = static_cast<float>(m_threshold->value());
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    options.folds = m_folds->value();
    options.minimumUserRatings = m_minimumUser->value();
    options.minimumItemRatings = m_minimumItem->value();
    return options;
}

QString SplitFields::fold() const {
    return m_fold->currentText();
}

void SplitFields::showRows() {
    const Protocol protocol = options().protocol;
    m_foldRow->setVisible(protocol == Protocol::OfficialFolds && m_use == Use::OneSplit);
    m_shareRow->setVisible(usesTestShare(protocol));
    m_seedRow->setVisible(usesSeed(protocol));
    m_foldsRow->setVisible(protocol == Protocol::RandomFolds);
    if (m_explanation != nullptr)
        m_explanation->setText(explanation());
}

} // namespace recital
