#include "ui/widgets/linechart.h"

#include "ui/theme.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsEllipseItem>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QGridLayout>
#include <QLabel>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QMouseEvent>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

double niceStep(double range, int parts) {
    if (!(range > 0.0) || parts < 1)
        return 1.0;
    const double least = range / parts;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= least * (1.0 - 1e-9))
            return factor * power;
    }
    return 10.0 * power;
}

LineChart::LineChart(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    build();
    applyTheme();
    connect(&theme, &Theme::changed, this, &LineChart::applyTheme);
    setPoints({}, 0.0, 1.0);
}

void LineChart::build() {
    m_title = new QLabel(this);
    m_title->setObjectName(u"chartTitle"_s);
    m_value = new QLabel(this);
    m_value->setObjectName(u"chartValue"_s);
    m_subtitle = new QLabel(this);
    m_subtitle->setObjectName(u"chartSubtitle"_s);
    m_subtitle->setMinimumWidth(1);
    m_empty = new QLabel(this);
    m_empty->setObjectName(u"chartEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);

    m_chart = new QChart;
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->legend()->hide();
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundRoundness(0);
    m_chart->setLocalizeNumbers(true);
    m_curve = new QLineSeries(m_chart);
    m_line = new QLineSeries(m_chart);
    m_chart->addSeries(m_line);
    m_chart->addSeries(m_curve);
    m_horizontal = new QValueAxis(m_chart);
    m_horizontal->setTickType(QValueAxis::TicksDynamic);
    m_horizontal->setLabelFormat(u"%.0f"_s);
    m_linear = new QValueAxis(m_chart);
    m_log = new QLogValueAxis(m_chart);
    m_log->setLabelFormat(u"%g"_s);
    m_chart->addAxis(m_horizontal, Qt::AlignBottom);
    for (auto* series : {m_curve, m_line})
        series->attachAxis(m_horizontal);
    attachVertical(m_linear);

    m_view = new QChartView(m_chart, this);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    m_lineLabel = new QGraphicsSimpleTextItem(m_chart);
    m_lineLabel->setZValue(20);
    m_marker = new QGraphicsEllipseItem(m_chart);
    m_marker->setZValue(21);
    m_marker->hide();
    connect(m_chart, &QChart::plotAreaChanged, this, &LineChart::placeReferenceLabel);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(0);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_value, 0, 1, Qt::AlignRight | Qt::AlignBaseline);
    layout->addWidget(m_subtitle, 1, 0, 1, 2);
    layout->addWidget(m_view, 2, 0, 1, 2);
    layout->addWidget(m_empty, 2, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    layout->setRowStretch(2, 1);
}

void LineChart::applyTheme() {
    const ThemeColors& colors = m_theme.colors();
    const QColor curve = colors.categories[static_cast<std::size_t>(m_category)];
    const auto paint = [](QWidget* widget, const QColor& color) {
        QPalette palette = widget->palette();
        palette.setColor(QPalette::WindowText, color);
        widget->setPalette(palette);
    };
    m_title->setFont(m_theme.font(14, QFont::DemiBold));
    m_value->setFont(m_theme.font(16, QFont::DemiBold));
    m_subtitle->setFont(m_theme.font(12));
    m_empty->setFont(m_theme.font(13));
    paint(m_title, colors.text);
    paint(m_value, curve);
    paint(m_subtitle, colors.mutedText);
    paint(m_empty, colors.mutedText);

    m_chart->setBackgroundBrush(colors.surface);
    m_chart->setBackgroundPen(Qt::NoPen);
    m_view->setBackgroundBrush(colors.surface);
    m_curve->setPen(QPen(curve, m_theme.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_curve->setMarkerSize(m_theme.px(5));
    m_line->setPen(QPen(colors.mutedText, m_theme.px(1.5), Qt::DashLine, Qt::FlatCap));
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_horizontal),
                                static_cast<QAbstractAxis*>(m_linear), static_cast<QAbstractAxis*>(m_log)}) {
        axis->setLabelsFont(m_theme.font(11));
        axis->setLabelsColor(colors.mutedText);
        axis->setTitleFont(m_theme.font(11));
        axis->setTitleBrush(colors.mutedText);
        axis->setLinePen(QPen(colors.border, 1));
        axis->setGridLinePen(QPen(colors.grid, 1));
    }
    m_horizontal->setGridLineVisible(false);
    m_lineLabel->setFont(m_theme.font(11, QFont::Medium));
    m_lineLabel->setBrush(colors.mutedText);
    const int radius = m_theme.px(4);
    m_marker->setRect(-radius, -radius, 2 * radius, 2 * radius);
    m_marker->setBrush(curve);
    m_marker->setPen(QPen(colors.surface, m_theme.px(1.5)));
    m_chart->setMargins(QMargins(0, m_theme.px(6), 0, 0));
    setMinimumHeight(m_theme.px(150));
    placeReferenceLabel();
}

void LineChart::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void LineChart::setSubtitle(const QString& text) {
    m_subtitle->setText(text);
    m_subtitle->setToolTip(text);
}

void LineChart::setValueText(const QString& text) {
    m_value->setText(text);
    setAccessibleDescription(text);
}

void LineChart::setValueToolTip(const QString& text) {
    m_value->setToolTip(text);
}

void LineChart::setHorizontalTitle(const QString& title) {
    m_horizontal->setTitleText(title);
}

void LineChart::setEmptyText(const QString& text) {
    m_empty->setText(text);
}

void LineChart::setScale(Scale scale) {
    m_scale = scale;
    updateAxes();
}

void LineChart::setZeroBased(bool zeroBased) {
    m_zeroBased = zeroBased;
    updateAxes();
}

void LineChart::setLeastRange(double range) {
    m_leastRange = range;
    updateAxes();
}

void LineChart::setCategory(int category) {
    m_category = category;
    applyTheme();
}

void LineChart::setMarkers(bool visible) {
    m_markers = visible;
    m_curve->setPointsVisible(visible);
}

void LineChart::setPoints(const QList<QPointF>& points, double minimum, double maximum) {
    m_points = points;
    m_minimum = minimum;
    m_maximum = std::max(maximum, minimum + 1e-9);
    clearHover();
    updateAxes();
    m_curve->replace(points);
    m_curve->setPointsVisible(m_markers || points.size() == 1);
    m_empty->setVisible(points.isEmpty());
    m_view->setVisible(!points.isEmpty());
    // Range and points changed at once: the smaller updates of the items leave parts of the old curve behind.
    m_view->viewport()->update();
}

void LineChart::setReference(std::optional<double> value, const QString& label) {
    m_reference = value;
    m_lineLabel->setText(label);
    updateAxes();
}

bool LineChart::logarithmic() const noexcept {
    return m_curve->attachedAxes().contains(m_log);
}

void LineChart::setPointText(std::function<QString(const QPointF&)> text) {
    m_pointText = std::move(text);
}

void LineChart::attachVertical(QAbstractAxis* axis) {
    for (QAbstractAxis* present : m_chart->axes(Qt::Vertical)) {
        m_chart->removeAxis(present);
        present->setParent(m_chart); // the chart gave it up; it may be wanted again
    }
    m_chart->addAxis(axis, Qt::AlignLeft);
    for (auto* series : {m_curve, m_line})
        series->attachAxis(axis);
    axis->setParent(m_chart);
}

void LineChart::updateAxes() {
    double low = m_reference.value_or(m_points.isEmpty() ? 0.0 : m_points.first().y());
    double high = low;
    for (const QPointF& point : m_points) {
        low = std::min(low, point.y());
        high = std::max(high, point.y());
    }
    const bool positive = low > 0.0;
    const bool logWanted =
        positive && (m_scale == Scale::Logarithmic || (m_scale == Scale::Automatic && high > 30.0 * low));
    if (logWanted != logarithmic())
        attachVertical(logWanted ? static_cast<QAbstractAxis*>(m_log) : m_linear);
    if (logWanted)
        m_log->setRange(std::pow(10.0, std::floor(std::log10(low))),
                        std::pow(10.0, std::ceil(std::log10(high) + 1e-9)));
    else
        updateLinearAxis(low, high);

    // The interval first, and never too small for either range: the axis makes all its ticks at every change.
    const double step = std::ceil(niceStep(m_maximum - m_minimum, 8));
    m_horizontal->setTickInterval(std::max(step, m_horizontal->tickInterval()));
    m_horizontal->setTickAnchor(m_minimum);
    m_horizontal->setRange(m_minimum, m_maximum);
    m_horizontal->setTickInterval(step);
    m_line->replace(m_reference ? QList<QPointF>{{m_minimum, *m_reference}, {m_maximum, *m_reference}}
                                : QList<QPointF>());
    placeReferenceLabel();
}

void LineChart::updateLinearAxis(double low, double high) {
    if (m_zeroBased)
        low = std::min(low, 0.0);
    if (high - low < 1e-12 * std::max(1.0, std::abs(high)))
        high = low + (low == 0.0 ? 1.0 : 0.1 * std::abs(low));
    if (const double missing = m_leastRange - (high - low); missing > 0.0) {
        low -= missing / 2.0;
        high += missing / 2.0;
    }
    const double step = niceStep(high - low, 4);
    const double bottom = step * std::floor(low / step + 1e-9);
    const double top = step * std::ceil(high / step - 1e-9);
    m_linear->setRange(bottom, top);
    m_linear->setTickCount(static_cast<int>(std::lround((top - bottom) / step)) + 1);
    // 2.5 times a power of ten needs one digit more than the power itself.
    const double digits = std::ceil(-std::log10(step) - 1e-9);
    const bool quarter = std::abs(step / std::pow(10.0, std::floor(std::log10(step))) - 2.5) < 1e-6;
    const int decimals = std::max(0, static_cast<int>(digits) + (quarter ? 1 : 0));
    m_linear->setLabelFormat(QString(u"%.%1f"_s).arg(decimals));
}

void LineChart::placeReferenceLabel() {
    const bool visible = m_reference.has_value() && !m_points.isEmpty();
    m_lineLabel->setVisible(visible);
    if (!visible)
        return;
    const QRectF area = m_chart->plotArea();
    const QPointF end = m_chart->mapToPosition(QPointF(m_maximum, *m_reference), m_line);
    const QRectF box = m_lineLabel->boundingRect();
    // Above the line unless that would leave the plot.
    const bool above = end.y() - box.height() > area.top();
    m_lineLabel->setPos(area.right() - box.width(), above ? end.y() - box.height() : end.y());
}

void LineChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    clearHover();
}

bool LineChart::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove)
        hoverAt(m_view->mapToScene(static_cast<QMouseEvent*>(event)->position().toPoint()));
    else if (event->type() == QEvent::Leave)
        clearHover();
    return QWidget::eventFilter(watched, event);
}

void LineChart::hoverAt(const QPointF& position) {
    const QPointF inChart = m_chart->mapFromScene(position);
    if (m_points.isEmpty() || !m_pointText || !m_chart->plotArea().contains(inChart)) {
        clearHover();
        return;
    }
    const double x = m_chart->mapToValue(inChart, m_curve).x();
    const auto nearer = [x](const QPointF& a, const QPointF& b) {
        return std::abs(a.x() - x) < std::abs(b.x() - x);
    };
    const QPointF point = *std::min_element(m_points.begin(), m_points.end(), nearer);
    const QPointF place = m_chart->mapToPosition(point, m_curve);
    m_marker->setPos(place);
    m_marker->show();
    const QPoint corner = m_view->viewport()->mapToGlobal(m_view->mapFromScene(m_chart->mapToScene(place)));
    QToolTip::showText(corner + QPoint(m_theme.px(6), -m_theme.px(34)), m_pointText(point),
                       m_view->viewport());
}

void LineChart::clearHover() {
    if (m_marker != nullptr && m_marker->isVisible()) {
        m_marker->hide();
        QToolTip::hideText();
    }
}

} // namespace recital
