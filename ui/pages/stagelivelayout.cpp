// The part of StageLive that builds and arranges its widgets.
#include "core/services/services.h"
#include "ui/pages/stagelive.h"
#include "ui/theme.h"
#include "ui/widgets/clickstrip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptycard.h"
#include "ui/widgets/filmmap.h"
#include "ui/widgets/filmsearch.h"
#include "ui/widgets/maplegend.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/stagedrawer.h"
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
    m_dwell.setSingleShot(true);
    m_dwell.setInterval(dwellMilliseconds);
    m_columns = new QGridLayout(this);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_mapSide = buildMapSide();
    m_listSide = buildListSide();
    connectSession();
    connectViews();
    applyTheme();
    arrange();
    refresh();
}

QWidget* StageLive::buildControls() {
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    m_search = new FilmSearch(m_theme);
    m_reset = makeButton(u"resetButton"_s, tr("Reset"),
                         tr("Take all events of this user back (Ctrl+R); can be undone"));
    m_drawerButton = makeButton(u"drawerButton"_s, tr("Details"),
                                tr("History, state, similar films, taste and the log (Ctrl+D)"));
    m_drawerButton->setCheckable(true);
    row->addWidget(m_search, 1);
    row->addWidget(m_reset);
    row->addWidget(m_drawerButton);
    return controls;
}

QWidget* StageLive::buildMapArea() {
    m_mapStack = new QStackedWidget;
    m_map = new FilmMap(m_theme);
    m_placeholder = new EmptyCard(m_theme, u"mapPlaceholder"_s);
    auto* frame = new QFrame;
    frame->setProperty("role", u"card"_s);
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(2, 2, 2, 2);
    inside->addWidget(m_map);
    m_mapStack->addWidget(m_placeholder);
    m_mapStack->addWidget(frame);
    return m_mapStack;
}

QWidget* StageLive::buildMapSide() {
    auto* side = new QWidget(this);
    side->setObjectName(u"mapSide"_s);
    side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_mapColumn = new QVBoxLayout(side);
    m_mapColumn->setContentsMargins(0, 0, 0, 0);
    m_clicks = new ClickStrip(m_theme);
    m_legend = new MapLegend(m_theme);
    m_key = new MapKey(m_theme);
    for (QWidget* strip : std::initializer_list<QWidget*>{m_clicks, m_legend, m_key})
        strip->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_why = new WhyPanel(m_theme);
    m_why->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_drawer = new StageDrawer(m_services.live, m_services.eventLog, m_theme);
    m_drawer->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_drawer->hide();
    m_mapColumn->addWidget(buildControls());
    m_mapColumn->addWidget(m_clicks);
    m_mapColumn->addWidget(buildMapArea(), 1);
    m_mapColumn->addWidget(m_legend);
    m_mapColumn->addWidget(m_key);
    m_mapColumn->addWidget(m_why);
    m_mapColumn->addWidget(m_drawer);
    return side;
}

void StageLive::buildListLabels() {
    m_tier = new QLabel;
    m_tier->setObjectName(u"tierLabel"_s);
    m_tier->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_scoreMeaning = new QLabel;
    m_scoreMeaning->setObjectName(u"scoreMeaningLabel"_s);
    m_scoreMeaning->setProperty("role", u"caption"_s);
    const auto line = [](const QString& name, const QString& accessibleName, bool caption) {
        auto* label = new ElidedLabel;
        label->setObjectName(name);
        label->setAccessibleName(accessibleName);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        if (caption)
            label->setProperty("role", u"caption"_s);
        return label;
    };
    m_change = line(u"changeLabel"_s, tr("What happened"), false);
    m_departed = line(u"departedLabel"_s, tr("What left the list"), false);
    m_provenance = line(u"provenanceLabel"_s, tr("Where this list comes from"), true);
    m_times = line(u"timesLabel"_s, tr("How long it took"), true);
    m_departed->setProperty("role", u"muted"_s);
}

QWidget* StageLive::buildListSide() {
    auto* side = new QWidget(this);
    side->setObjectName(u"listSide"_s);
    side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_listGrid = new QGridLayout(side);
    m_listGrid->setContentsMargins(0, 0, 0, 0);
    buildListLabels();
    m_askAgain =
        makeButton(u"askAgainButton"_s, tr("Ask again"),
                   tr("Compute the list again without an event: the same state gives the same list"));
    m_askAgain->setProperty("role", u"quiet"_s);
    m_list = new RecommendationView(m_theme);
    m_list->setOffersEvents(true);
    return side;
}

void StageLive::connectSession() {
    LiveSession& live = m_services.live;
    connect(&live, &LiveSession::changed, this, &StageLive::refresh);
    connect(&m_theme, &Theme::changed, this, &StageLive::applyTheme);
    connect(m_search, &FilmSearch::filmChosen, this, &StageLive::choose);
    const auto clear = [&live] { (void)live.clear(); };
    connect(m_reset, &QPushButton::clicked, &live, clear);
    // Of the window, as long as this view is the one that is seen: the bar above it has the focus too.
    auto* resetKey = new QShortcut(QKeySequence(u"Ctrl+R"_s), this);
    connect(resetKey, &QShortcut::activated, &live, clear);
    connect(m_askAgain, &QPushButton::clicked, this, &StageLive::askAgain);
    connect(m_why, &WhyPanel::countRequested, &live,
            [&live](qint64 logId, bool counted) { live.setMuted(logId, !counted); });
    const auto toggleDrawer = [this] {
        if (m_drawer->isHidden()) {
            openDrawer({});
            m_drawer->focusPanel();
        } else {
            closeDrawer();
        }
    };
    auto* drawerKey = new QShortcut(QKeySequence(u"Ctrl+D"_s), this);
    connect(drawerKey, &QShortcut::activated, this, toggleDrawer);
    connect(m_drawerButton, &QPushButton::clicked, this, toggleDrawer);
    connect(m_drawer, &StageDrawer::closeRequested, this, &StageLive::closeDrawer);
    connect(m_drawer, &StageDrawer::filmSelected, this, &StageLive::point);
    connect(m_drawer, &StageDrawer::filmActivated, this, &StageLive::select);
}

void StageLive::connectViews() {
    connect(m_clicks, &ClickStrip::removeRequested, this, &StageLive::toggle);
    connect(m_map, &FilmMap::filmActivated, this, &StageLive::toggle);
    connect(m_map, &FilmMap::filmSelected, this, &StageLive::select);
    connect(m_map, &FilmMap::filmHovered, this, &StageLive::hover);
    connect(m_map, &FilmMap::menuRequested, this, &StageLive::showMenu);
    connect(m_map, &FilmMap::eventRequested, this, &StageLive::act);
    connect(m_list, &RecommendationView::filmActivated, this, &StageLive::toggle);
    connect(m_list, &RecommendationView::filmSelected, this, &StageLive::select);
    connect(m_list, &RecommendationView::filmHovered, this, &StageLive::hover);
    connect(m_list, &RecommendationView::actionHovered, this, [this] { hover(m_hovered); });
    connect(m_list, &RecommendationView::menuRequested, this, &StageLive::showMenu);
    connect(m_list, &RecommendationView::eventRequested, this, &StageLive::act);
    connect(m_legend, &MapLegend::highlightedChanged, m_map, &FilmMap::setHighlighted);
    connect(&m_dwell, &QTimer::timeout, this, [this] { showGhost(m_hovered); });
    connect(m_placeholder, &EmptyCard::requested, this, [this](const QString& purpose) {
        purpose == u"train"_s ? emit trainRequested() : emit dataRequested();
    });
}

/// What the drawer needs in height is taken from what can be missed while it is open.
void StageLive::showDrawerParts() {
    const bool open = !m_drawer->isHidden();
    m_clicks->setVisible(!open);
    m_legend->setVisible(!open && m_scene != nullptr);
    m_key->setVisible(!open && m_scene != nullptr);
    m_drawerButton->setChecked(open);
}

/// Side by side on wide pages, the map above the list on those of old projectors.
void StageLive::arrange() {
    m_columns->setSpacing(m_theme.px(14));
    for (QWidget* side : {m_mapSide, m_listSide})
        m_columns->removeWidget(side);
    m_columns->addWidget(m_mapSide, 0, 0);
    m_columns->addWidget(m_listSide, m_stacked ? 1 : 0, m_stacked ? 0 : 1);
    const int mapShare = m_theme.scale() >= 1.4 ? 64 : 62;
    m_columns->setColumnStretch(0, m_stacked ? 1 : mapShare);
    m_columns->setColumnStretch(1, m_stacked ? 0 : 100 - mapShare);
    m_columns->setRowStretch(0, m_stacked ? 56 : 1);
    m_columns->setRowStretch(1, m_stacked ? 44 : 0);
    arrangeListSide();
}

/// Stacked, what explains the list stands beside it, and so does the reason; else the reason is below the
/// map, whose ribbons show the same.
void StageLive::arrangeListSide() {
    m_listGrid->setVerticalSpacing(m_theme.px(3));
    m_listGrid->setHorizontalSpacing(m_theme.px(10));
    const std::initializer_list<QWidget*> texts{m_change, m_departed, m_provenance, m_times};
    for (QWidget* widget : std::initializer_list<QWidget*>{m_tier, m_scoreMeaning, m_askAgain, m_list})
        m_listGrid->removeWidget(widget);
    for (QWidget* widget : texts)
        m_listGrid->removeWidget(widget);
    m_listGrid->removeWidget(m_why);
    m_mapColumn->removeWidget(m_why);
    const int rows = m_stacked ? 5 : RecommendationView::visibleRows;
    m_listGrid->addWidget(m_tier, 0, 0);
    m_listGrid->addWidget(m_scoreMeaning, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    m_listGrid->addWidget(m_askAgain, 0, 2);
    m_listGrid->addWidget(m_list, 1, 0, m_stacked ? 6 : 1, 3);
    int row = m_stacked ? 0 : 2;
    for (QWidget* widget : texts)
        m_listGrid->addWidget(widget, row++, m_stacked ? 3 : 0, 1, m_stacked ? 1 : 3);
    if (m_stacked)
        m_listGrid->addWidget(m_why, row, 3, 3, 1);
    else
        m_mapColumn->insertWidget(m_mapColumn->indexOf(m_drawer), m_why);
    m_listGrid->setColumnStretch(0, m_stacked ? 3 : 1);
    m_listGrid->setColumnStretch(3, m_stacked ? 4 : 0);
    for (int r = 1; r < 8; ++r)
        m_listGrid->setRowStretch(r, 0);
    m_listGrid->setRowStretch(m_stacked ? 6 : 1, 100);
    m_why->setSizePolicy(QSizePolicy::Ignored, m_stacked ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    m_list->setMaximumHeight(rows * m_list->rowHeight());
}

void StageLive::applyTheme() {
    m_tier->setFont(m_theme.font(18, QFont::DemiBold));
    m_change->setFont(m_theme.font(14, QFont::DemiBold));
    m_departed->setFont(m_theme.font(14));
    m_search->themeChanged();
    m_clicks->themeChanged();
    m_map->themeChanged();
    m_legend->themeChanged();
    m_key->updateGeometry();
    m_list->themeChanged();
    m_mapColumn->setSpacing(m_theme.px(6));
    arrange();
    if (m_snapshot)
        showSession(); // chips and rows carry sizes and colours
}

void StageLive::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    constexpr double narrowest = 1.6; // width by height of the view; 4:3 and 5:4 screens are below
    const bool stacked = width() < narrowest * height();
    if (stacked != m_stacked) {
        m_stacked = stacked;
        arrange();
    }
}

} // namespace recital
