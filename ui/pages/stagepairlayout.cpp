// The part of StagePair that builds its widgets.
#include "core/services/services.h"
#include "ui/pages/stagepair.h"
#include "ui/widgets/emptycard.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/listcard.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/pairmap.h"
#include "ui/widgets/recommendationview.h"
#include "ui/widgets/segmentedswitch.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int sliderSteps = 200; ///< a step is half a percent: finer than a pixel of the slider

} // namespace

StagePair::StagePair(Services& services, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme)
    , m_pair(services.live) {
    setObjectName(u"stagePair"_s);
    m_empty = new EmptyCard(theme, u"pairEmpty"_s, this);
    m_notice = new Notice(theme, this);
    m_notice->setObjectName(u"pairNotice"_s);
    m_notice->hide();
    auto* page = new QWidget(this);
    m_a = buildColumn(u"pairA"_s, tr("User A"));
    m_b = buildColumn(u"pairB"_s, tr("User B"));
    auto* columns = new QHBoxLayout;
    columns->addWidget(m_a.card, 1);
    columns->addWidget(buildBlend(), 1);
    columns->addWidget(m_b.card, 1);
    auto* inPage = new QVBoxLayout(page);
    inPage->setContentsMargins(0, 0, 0, 0);
    inPage->addWidget(buildHead());
    inPage->addLayout(columns, 1);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    followTheme(theme, this, [this, columns, inPage] {
        columns->setSpacing(m_theme.px(10));
        inPage->setSpacing(m_theme.px(4));
        m_overlap->setFont(m_theme.font(20, QFont::DemiBold));
    });
    connectEverything();
    refresh();
}

QWidget* StagePair::buildHead() {
    auto* head = new QWidget(this);
    m_overlap = makeLabel("", u"pairOverlap"_s, head);
    m_overlapText = makeLabel("muted", u"pairOverlapText"_s, head);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_overlap);
    row->addWidget(m_overlapText, 1);
    followTheme(m_theme, head, [this, row] { row->setSpacing(m_theme.px(14)); });
    return head;
}

StagePair::Column StagePair::buildColumn(const QString& objectName, const QString& letter) {
    Column column;
    column.card = new ListCard(m_theme, objectName, this);
    column.card->setHeading(letter);
    column.chooser = new QComboBox(column.card);
    column.chooser->setObjectName(objectName + u"Chooser"_s);
    column.chooser->setAccessibleName(letter);
    column.chooser->setToolTip(tr("Who is shown here: the users on the stage."));
    column.chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column.chooser->setMinimumContentsLength(8);
    column.add = new QPushButton(tr("New..."), column.card);
    column.add->setObjectName(objectName + u"New"_s);
    column.add->setProperty("role", u"quiet"_s);
    column.add->setAccessibleName(tr("%1: new user").arg(letter));
    column.add->setToolTip(tr("Make a new user and show them here."));
    column.card->head()->addWidget(column.chooser, 1);
    column.card->head()->addWidget(column.add);
    column.card->list().setToolTip(tr("Click a film: this user likes it."));
    return column;
}

QWidget* StagePair::buildBlend() {
    m_between = new ListCard(m_theme, u"pairBlend"_s, this);
    m_between->setHeading(tr("Between"));
    m_between->list().setReadOnly(true);
    m_between->list().setShowsChange(false);
    m_slider = new QSlider(Qt::Horizontal, m_between);
    m_slider->setObjectName(u"pairSlider"_s);
    m_slider->setRange(0, sliderSteps);
    m_slider->setValue(sliderSteps / 2);
    m_slider->setPageStep(sliderSteps / 10);
    m_slider->setAccessibleName(tr("Blend from A to B"));
    m_slider->setToolTip(tr("From A on the left to B on the right; the list below follows."));
    m_share = makeLabel("muted", u"pairShare"_s, m_between);
    m_view = new SegmentedSwitch(m_theme, m_between);
    m_view->setObjectName(u"pairView"_s);
    m_view->setAccessibleName(tr("List or map"));
    m_view->addSegment(u"list"_s, tr("List"), tr("The films between the two users"));
    m_view->addSegment(u"map"_s, tr("Map"), tr("Both users and the way between them among the films"));
    m_between->head()->addWidget(m_share, 1, Qt::AlignRight);
    m_between->head()->addWidget(m_view);
    auto* strip = new QWidget(m_between);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeLabel("heading", u"pairLeft"_s, strip, tr("A")));
    row->addWidget(m_slider, 1);
    row->addWidget(makeLabel("heading", u"pairRight"_s, strip, tr("B")));
    m_between->replaceAbout(strip);
    m_map = new PairMap(m_theme, m_between);
    m_map->hide();
    m_between->insertAboveList(m_map);
    connect(m_view, &SegmentedSwitch::chosen, this, [this](const QString& name) {
        m_map->setVisible(name == u"map"_s);
        m_between->list().setVisible(name == u"list"_s);
    });
    return m_between;
}

} // namespace recital
