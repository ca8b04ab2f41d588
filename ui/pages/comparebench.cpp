#include "ui/pages/comparebench.h"

#include "core/services/services.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/splitfields.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

CompareBench::CompareBench(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"compareBench"_s);
    m_actions = new QWidget(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildLeft());
    layout->addWidget(buildRight(), 1);
    followTheme(theme, this, [layout, &theme] { layout->setSpacing(theme.px(12)); });
    connect(&services.store, &ModelStore::snapshotChanged, this, &CompareBench::snapshotChanged);
    snapshotChanged();
}

QWidget* CompareBench::buildLeft() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    keepWidth(m_theme, card, 332);
    m_split = new SplitFields(m_theme, SplitFields::Use::WholeProtocol, card);
    auto* layout = new QVBoxLayout(card);
    layout->addWidget(m_split);
    layout->addWidget(m_split->thresholdRow());
    layout->addWidget(m_split->seedRow());
    layout->addStretch(1);
    followTheme(m_theme, card, [layout, this] {
        layout->setContentsMargins(m_theme.px(16), m_theme.px(14), m_theme.px(16), m_theme.px(14));
        layout->setSpacing(m_theme.px(8));
    });
    return card;
}

QWidget* CompareBench::buildRight() {
    auto* card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    m_emptyTitle = makeLabel("title", u"benchEmptyTitle"_s, card);
    m_emptyText = makeLabel("muted", u"benchEmptyText"_s, card);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignHCenter);
    m_emptyButton = new QPushButton(tr("Go to Data"), card);
    m_emptyButton->setObjectName(u"benchGoToData"_s);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] { emit pageRequested(u"data"_s); });
    auto* layout = new QVBoxLayout(card);
    layout->addStretch(1);
    layout->addWidget(m_emptyTitle, 0, Qt::AlignHCenter);
    layout->addWidget(m_emptyText);
    layout->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return card;
}

void CompareBench::snapshotChanged() {
    const auto snapshot = m_services.store.snapshot();
    const std::string fingerprint = snapshot->dataset ? snapshot->dataset->info().fingerprint : std::string();
    if (fingerprint != m_fingerprint || !snapshot->dataset) {
        m_fingerprint = fingerprint;
        m_split->setDataset(snapshot->dataset.get());
        if (snapshot->dataset)
            m_split->setOptions(m_services.training.defaultRequest().split, {});
    }
    const bool loaded = snapshot->dataset != nullptr;
    m_emptyTitle->setText(loaded ? tr("Nothing compared yet") : tr("No data set yet"));
    m_emptyText->setText(
        loaded ? tr("Choose what is hidden for the test on the left.")
               : tr("Open MovieLens on the Data page, or drop its folder or zip onto the window."));
    m_emptyButton->setVisible(!loaded);
}

} // namespace recital
