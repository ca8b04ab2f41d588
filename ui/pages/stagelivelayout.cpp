// The part of StageLive that builds and arranges its widgets.
#include "core/services/services.h"
#include "ui/pages/stagelive.h"
#include "ui/theme.h"
#include "ui/widgets/clickstrip.h"
#include "ui/widgets/filmmap.h"
#include "ui/widgets/filmsearch.h"
#include "ui/widgets/maplegend.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/whypanel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

QPushButton* makeButton(const QString& name, const QString& text, const QString& toolTip) {
    auto* button = new QPushButton;
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(toolTip);
    return button;
}

} // namespace

StageLive::StageLive(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme) {
    setObjectName(u"stageLive"_s);
    setProperty("role", u"page"_s);
    m_columns = new QGridLayout(this);
    m_mapSide = buildMapSide();
    m_listSide = buildListSide();
    connectEverything();
    applyTheme();
    arrange();
    refresh();
    setTabOrder(m_search, m_undo);
    setTabOrder(m_undo, m_redo);
    setTabOrder(m_redo, m_reset);
}

QWidget* StageLive::buildControls() {
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    m_search = new FilmSearch(m_theme);
    m_undo = makeButton(u"undoButton"_s, tr("Undo"), tr("Take the last change back (Ctrl+Z)"));
    m_redo = makeButton(u"redoButton"_s, tr("Redo"), tr("Do it again (Ctrl+Shift+Z)"));
    m_reset = makeButton(u"resetButton"_s, tr("Reset"), tr("Forget all clicks (Ctrl+R); can be undone"));
    row->addWidget(m_search, 1);
    for (QPushButton* button : {m_undo, m_redo, m_reset})
        row->addWidget(button);
    return controls;
}

QWidget* StageLive::buildPlaceholder() {
    auto* placeholder = new QFrame;
    placeholder->setObjectName(u"mapPlaceholder"_s);
    placeholder->setProperty("role", u"card"_s);
    auto* column = new QVBoxLayout(placeholder);
    m_placeholderTitle = new QLabel;
    m_placeholderTitle->setObjectName(u"mapPlaceholderTitle"_s);
    m_placeholderTitle->setProperty("role", u"title"_s);
    m_placeholderTitle->setAlignment(Qt::AlignCenter);
    m_placeholderText = new QLabel;
    m_placeholderText->setObjectName(u"mapPlaceholderText"_s);
    m_placeholderText->setProperty("role", u"muted"_s);
    m_placeholderText->setAlignment(Qt::AlignCenter);
    m_placeholderText->setWordWrap(true);
    m_placeholderButton = new QPushButton;
    m_placeholderButton->setObjectName(u"trainButton"_s);
    m_placeholderButton->setProperty("role", u"primary"_s);
    column->addStretch(2);
    column->addWidget(m_placeholderTitle);
    column->addWidget(m_placeholderText);
    column->addWidget(m_placeholderButton, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return placeholder;
}

QWidget* StageLive::buildMapArea() {
    m_mapStack = new QStackedWidget;
    m_map = new FilmMap(m_theme);
    auto* frame = new QFrame;
    frame->setProperty("role", u"card"_s);
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(2, 2, 2, 2);
    inside->addWidget(m_map);
    m_mapStack->addWidget(buildPlaceholder());
    m_mapStack->addWidget(frame);
    return m_mapStack;
}

QWidget* StageLive::buildMapSide() {
    auto* side = new QWidget(this);
    side->setObjectName(u"mapSide"_s);
    side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_clicks = new ClickStrip(m_theme);
    m_clicks->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_legend = new MapLegend(m_theme);
    m_legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_key = new MapKey(m_theme);
    m_key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    column->addWidget(buildControls());
    column->addWidget(m_clicks);
    column->addWidget(buildMapArea(), 1);
    column->addWidget(m_legend);
    column->addWidget(m_key);
    return side;
}

QWidget* StageLive::buildListSide() {
    auto* side = new QWidget(this);
    side->setObjectName(u"listSide"_s);
    side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_listGrid = new QGridLayout(side);
    m_listGrid->setContentsMargins(0, 0, 0, 0);
    m_tier = new QLabel;
    m_tier->setObjectName(u"tierLabel"_s);
    m_tier->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_scoreMeaning = new QLabel;
    m_scoreMeaning->setObjectName(u"scoreMeaningLabel"_s);
    m_scoreMeaning->setProperty("role", u"caption"_s);
    m_askAgain =
        makeButton(u"askAgainButton"_s, tr("Ask again"),
                   tr("Compute the list again without an event: the same state gives the same list"));
    m_askAgain->setProperty("role", u"quiet"_s);
    m_list = new RecommendationView(m_theme);
    m_provenance = new QLabel;
    m_provenance->setObjectName(u"provenanceLabel"_s);
    m_provenance->setProperty("role", u"caption"_s);
    m_provenance->setAccessibleName(tr("Where this list comes from"));
    m_provenance->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_why = new WhyPanel(m_theme);
    return side;
}

void StageLive::connectEverything() {
    LiveSession& live = m_services.live;
    connect(&live, &LiveSession::changed, this, &StageLive::refresh);
    connect(&m_theme, &Theme::changed, this, &StageLive::applyTheme);
    connect(m_search, &FilmSearch::filmChosen, this, &StageLive::choose);
    connect(m_undo, &QPushButton::clicked, &live, &LiveSession::undo);
    connect(m_redo, &QPushButton::clicked, &live, &LiveSession::redo);
    connect(m_reset, &QPushButton::clicked, &live, &LiveSession::clear);
    auto* resetKey = new QShortcut(QKeySequence(u"Ctrl+R"_s), this);
    resetKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(resetKey, &QShortcut::activated, &live, &LiveSession::clear);
    connect(m_askAgain, &QPushButton::clicked, this, &StageLive::askAgain);
    connect(m_clicks, &ClickStrip::removeRequested, this, &StageLive::toggle);
    connect(m_map, &FilmMap::filmActivated, this, &StageLive::toggle);
    connect(m_map, &FilmMap::filmSelected, this, &StageLive::select);
    connect(m_list, &RecommendationView::filmActivated, this, &StageLive::toggle);
    connect(m_list, &RecommendationView::filmSelected, this, &StageLive::select);
    const auto hover = [this](ItemIndex item) {
        m_hovered = item;
        showWhy();
    };
    connect(m_map, &FilmMap::filmHovered, this, hover);
    connect(m_list, &RecommendationView::filmHovered, this, hover);
    connect(m_legend, &MapLegend::highlightedChanged, m_map, &FilmMap::setHighlighted);
    connect(m_placeholderButton, &QPushButton::clicked, this,
            [this] { m_snapshot->dataset ? emit trainRequested() : emit dataRequested(); });
}

/// Side by side on wide pages, the map above the list on those of old projectors.
void StageLive::arrange() {
    const int gap = m_theme.px(10);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(m_theme.px(14));
    m_listGrid->setSpacing(m_theme.px(3));
    m_listGrid->setHorizontalSpacing(gap);
    for (QWidget* side : {m_mapSide, m_listSide})
        m_columns->removeWidget(side);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_tier, m_scoreMeaning, m_askAgain, m_list, m_provenance, m_why})
        m_listGrid->removeWidget(widget);

    m_columns->addWidget(m_mapSide, 0, 0);
    m_columns->addWidget(m_listSide, m_stacked ? 1 : 0, m_stacked ? 0 : 1);
    const int mapShare = m_theme.scale() >= 1.4 ? 64 : 62;
    m_columns->setColumnStretch(0, m_stacked ? 1 : mapShare);
    m_columns->setColumnStretch(1, m_stacked ? 0 : 100 - mapShare);
    m_columns->setRowStretch(0, m_stacked ? 56 : 1);
    m_columns->setRowStretch(1, m_stacked ? 44 : 0);

    m_listGrid->addWidget(m_tier, 0, 0);
    m_listGrid->addWidget(m_scoreMeaning, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    m_listGrid->addWidget(m_askAgain, 0, 2);
    m_listGrid->addWidget(m_list, 1, 0, 1, 3);
    m_listGrid->addWidget(m_provenance, m_stacked ? 0 : 2, m_stacked ? 3 : 0, 1, m_stacked ? 1 : 3);
    m_listGrid->addWidget(m_why, m_stacked ? 1 : 3, m_stacked ? 3 : 0, 1, m_stacked ? 1 : 3);
    m_listGrid->setColumnStretch(0, m_stacked ? 3 : 1);
    m_listGrid->setColumnStretch(3, m_stacked ? 4 : 0);
    m_listGrid->setRowStretch(1, m_stacked ? 1 : 100);
    m_listGrid->setRowStretch(3, m_stacked ? 0 : 1);
    const int rows = m_stacked ? 5 : RecommendationView::visibleRows;
    m_list->setMaximumHeight(rows * m_list->rowHeight());
}

void StageLive::applyTheme() {
    m_tier->setFont(m_theme.font(18, QFont::DemiBold));
    m_search->themeChanged();
    m_clicks->themeChanged();
    m_map->themeChanged();
    m_legend->themeChanged();
    m_key->updateGeometry();
    m_list->themeChanged();
    m_mapSide->layout()->setSpacing(m_theme.px(6));
    arrange();
    if (m_snapshot)
        showSession(); // chips and rows carry sizes and colours
}

void StageLive::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    constexpr double narrowest = 1.45; // width by height of the page; 4:3 and 5:4 screens are below
    const bool stacked = width() < narrowest * height();
    if (stacked != m_stacked) {
        m_stacked = stacked;
        arrange();
    }
}

} // namespace recital
