#include "ui/pages/emptystate.h"

#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QDir>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownRecent = 5;

} // namespace

EmptyState::EmptyState(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(u"emptyState"_s);
    build();
    connect(&theme, &Theme::changed, this, &EmptyState::restyle);
    restyle();
    setRecentLocations({});
}

void EmptyState::build() {
    m_card = new QFrame(this);
    m_card->setProperty("role", u"card"_s);
    auto* outer = new QGridLayout(this);
    outer->addWidget(m_card, 0, 0, Qt::AlignCenter);

    m_layout = new QVBoxLayout(m_card);
    m_icon = new QLabel(m_card);
    m_icon->setAlignment(Qt::AlignHCenter);
    auto* title = new QLabel(tr("Open a data set to begin"), m_card);
    title->setProperty("role", u"title"_s);
    title->setAlignment(Qt::AlignHCenter);
    auto* text =
        new QLabel(tr("Recital reads every MovieLens set, as a folder or as the zip you downloaded, "
                      "and any CSV or TSV of ratings. You can also drop it anywhere on this window."),
                   m_card);
    text->setProperty("role", u"muted"_s);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(title);
    m_layout->addWidget(text);

    auto* row = new QHBoxLayout;
    row->addStretch(1);
    m_download = addButton(u"emptyDownload"_s, tr("Get MovieLens..."));
    m_folder = addButton(u"emptyOpenFolder"_s, tr("Open folder..."));
    m_file = addButton(u"emptyOpenFile"_s, tr("Open zip or file..."));
    m_download->setProperty("role", u"primary"_s);
    for (QPushButton* button : {m_download, m_folder, m_file})
        row->addWidget(button);
    row->addStretch(1);
    m_layout->addLayout(row);
    m_recentTitle = new QLabel(tr("Opened lately"), m_card);
    m_recentTitle->setProperty("role", u"caption"_s);
    m_layout->addWidget(m_recentTitle);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    m_layout->addLayout(m_recent);
    connect(m_download, &QPushButton::clicked, this, &EmptyState::downloadRequested);
    connect(m_folder, &QPushButton::clicked, this, &EmptyState::openFolderRequested);
    connect(m_file, &QPushButton::clicked, this, &EmptyState::openFileRequested);
}

QPushButton* EmptyState::addButton(const QString& objectName, const QString& text) {
    auto* button = new QPushButton(text, m_card);
    button->setObjectName(objectName);
    return button;
}

void EmptyState::setRecentLocations(const QStringList& locations) {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentTitle->setVisible(!locations.isEmpty());
    for (const QString& location : locations.mid(0, shownRecent)) {
        auto* button = addButton(u"recentLink"_s, QDir::toNativeSeparators(location));
        button->setProperty("role", u"link"_s);
        setButtonIcon(button, u"clock"_s, m_theme.colors().mutedText, m_theme.px(14));
        button->setToolTip(tr("Open %1").arg(location));
        m_recent->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, location] { emit loadRequested(location); });
    }
}

void EmptyState::restyle() {
    m_layout->setContentsMargins(m_theme.px(40), m_theme.px(36), m_theme.px(40), m_theme.px(32));
    m_layout->setSpacing(m_theme.px(16));
    m_icon->setPixmap(iconPixmap(u"data"_s, m_theme.colors().accent, m_theme.px(56), devicePixelRatioF()));
    setButtonIcon(m_download, u"download"_s, m_theme.colors().onAccent, m_theme.px(16));
    setButtonIcon(m_folder, u"folder"_s, m_theme.colors().mutedText, m_theme.px(16));
    m_card->setFixedWidth(m_theme.px(620));
}

} // namespace recital
