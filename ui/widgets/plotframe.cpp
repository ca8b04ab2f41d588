#include "ui/widgets/plotframe.h"

#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsEllipseItem>
#include <QGraphicsLayout>
#include <QGraphicsRectItem>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QStackedLayout>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

PlotFrame::PlotFrame(Theme& theme, Qt::Orientation along, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_along(along) {
    build();
    connect(&theme, &Theme::changed, this, &PlotFrame::applyTheme);
}

void PlotFrame::build() {
    m_title = new QLabel(this);
    m_title->setObjectName(u"chartTitle"_s);
    m_subtitle = new ElidedLabel(this);
    m_subtitle->setObjectName(u"chartSubtitle"_s);
    m_subtitle->setProperty("role", u"caption"_s);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_subtitle->hide();
    m_empty = new QLabel(this);
    m_empty->setObjectName(u"chartEmpty"_s);
    m_empty->setProperty("role", u"muted"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);

    m_chart = new QChart;
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->legend()->hide();
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundVisible(false);
    m_view = new QChartView(m_chart, this);
    m_view->setObjectName(u"chartView"_s);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::TabFocus);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    m_veil = new QGraphicsRectItem(m_chart);
    m_veil->setZValue(20);
    m_veil->hide();
    m_dot = new QGraphicsEllipseItem(m_chart);
    m_dot->setZValue(21);
    m_dot->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
}

QColor PlotFrame::color() const {
    return m_theme.colors().categories[static_cast<std::size_t>(m_category)];
}

QCategoryAxis* PlotFrame::makeAxis(Qt::Alignment side, bool grid) {
    auto* axis = new QCategoryAxis(m_chart);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setTruncateLabels(false);
    m_chart->addAxis(axis, side);
    m_axes += {axis, grid};
    return axis;
}

void PlotFrame::setTicks(QCategoryAxis* axis, const AxisTicks& ticks) {
    for (const QString& label : axis->categoriesLabels())
        axis->remove(label);
    axis->setRange(ticks.minimum, ticks.maximum);
    axis->setStartValue(ticks.minimum);
    for (const Tick& tick : ticks.ticks)
        axis->append(tick.label, tick.position);
}

void PlotFrame::applyTheme() {
    const ThemeColors& colors = m_theme.colors();
    m_title->setFont(m_theme.font(14, QFont::DemiBold));
    m_subtitle->setFont(m_theme.font(12));
    for (const auto& [axis, grid] : std::as_const(m_axes)) {
        axis->setLabelsFont(m_theme.font(11));
        axis->setLabelsColor(colors.mutedText);
        axis->setTitleFont(m_theme.font(11));
        axis->setTitleBrush(colors.mutedText);
        axis->setLinePen(QPen(colors.outline, 1));
        axis->setLineVisible(!grid);
        axis->setGridLinePen(QPen(colors.grid, 1));
        axis->setGridLineVisible(grid);
    }
    // The last labels reach half their size beyond the axes.
    m_chart->setMargins(QMargins(m_theme.px(4), m_theme.px(8), m_theme.px(12), 0));
    m_view->setBackgroundBrush(colors.surface);
    QColor veil = colors.text;
    veil.setAlphaF(0.12F);
    m_veil->setBrush(veil);
    m_veil->setPen(QPen(colors.text, m_theme.px(1)));
    const int radius = m_theme.px(4);
    m_dot->setRect(-radius, -radius, 2 * radius, 2 * radius);
    m_dot->setBrush(color());
    m_dot->setPen(QPen(colors.surface, m_theme.px(1.5)));
    colorSeries();
}

void PlotFrame::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
    m_view->setAccessibleName(title);
}

QString PlotFrame::title() const {
    return m_title->text();
}

void PlotFrame::setSubtitle(const QString& text) {
    m_subtitle->setFullText(text);
    m_subtitle->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

void PlotFrame::setEmptyText(const QString& text) {
    m_empty->setText(text);
}

void PlotFrame::setCategory(int category) {
    m_category = category;
    applyTheme();
}

void PlotFrame::setHits(std::vector<Hit> hits) {
    m_hits = std::move(hits);
    m_current = -1;
    m_veil->hide();
    m_dot->hide();
    m_view->setVisible(!m_hits.empty());
    m_empty->setVisible(m_hits.empty());
}

void PlotFrame::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showHit(-1);
}

bool PlotFrame::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseMove:
        if (watched == m_view->viewport())
            showHit(hitAt(m_view->mapToScene(static_cast<QMouseEvent*>(event)->position().toPoint())));
        break;
    case QEvent::Leave:
    case QEvent::FocusOut:
        showHit(-1);
        break;
    case QEvent::KeyPress:
        if (watched == m_view && stepWithKey(static_cast<QKeyEvent*>(event)->key()))
            return true;
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

int PlotFrame::hitAt(const QPointF& scenePosition) const {
    const QPointF inChart = m_chart->mapFromScene(scenePosition);
    if (m_hits.empty() || !m_chart->plotArea().contains(inChart))
        return -1;
    const QPointF value = m_chart->mapToValue(inChart, m_series);
    const bool horizontal = m_along == Qt::Horizontal;
    const double at = horizontal ? value.x() : value.y();
    int nearest = -1;
    double nearestDistance = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        const QRectF& area = m_hits[i].area;
        const double from = horizontal ? area.left() : area.top();
        const double to = horizontal ? area.right() : area.bottom();
        const double distance = at < from ? from - at : at > to ? at - to : 0.0;
        if (distance < nearestDistance) {
            nearestDistance = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

void PlotFrame::showHit(int index) {
    if (index == m_current)
        return;
    m_current = index;
    m_veil->hide();
    m_dot->hide();
    if (index < 0) {
        QToolTip::hideText();
        return;
    }
    const Hit& hit = m_hits[static_cast<std::size_t>(index)];
    const QPointF first = m_chart->mapToPosition(hit.area.topLeft(), m_series);
    const QPointF second = m_chart->mapToPosition(hit.area.bottomRight(), m_series);
    const QRectF box = QRectF(first, second).normalized();
    const bool point = hit.area.width() == 0.0 && hit.area.height() == 0.0;
    m_veil->setVisible(!point);
    m_dot->setVisible(point);
    if (point)
        m_dot->setPos(first);
    else
        m_veil->setRect(box);
    m_view->setAccessibleDescription(hit.text);
    const QPointF anchor =
        m_along == Qt::Horizontal ? QPointF(box.center().x(), box.top()) : QPointF(box.right(), box.top());
    const QPoint global = m_view->viewport()->mapToGlobal(m_view->mapFromScene(m_chart->mapToScene(anchor)));
    QToolTip::showText(global + QPoint(m_theme.px(6), -m_theme.px(46)), hit.text, m_view->viewport());
}

bool PlotFrame::stepWithKey(int key) {
    const bool forward = key == Qt::Key_Right || key == Qt::Key_Down;
    const bool back = key == Qt::Key_Left || key == Qt::Key_Up;
    if (m_hits.empty() || (!forward && !back))
        return false;
    const int last = hitCount() - 1;
    const int next = m_current < 0 ? (forward ? 0 : last) : m_current + (forward ? 1 : -1);
    showHit(std::clamp(next, 0, last));
    return true;
}

} // namespace recital
