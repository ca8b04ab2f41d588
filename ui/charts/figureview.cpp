#include "ui/charts/figureview.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formrows.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace recital {

using namespace Qt::StringLiterals;

FigureView::FigureView(const Theme& theme, QWidget* parent)
    : QWidget(parent) {
    m_title = makeLabel("heading", u"figureTitle"_s, this);
    m_note = new ElidedLabel(this);
    m_note->setObjectName(u"figureNote"_s);
    m_note->setProperty("role", u"caption"_s);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_empty = makeLabel("muted", u"figureEmpty"_s, this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_canvas = new FigureCanvas(theme, m_figure, this);
    m_canvas->setObjectName(u"figureCanvas"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_empty, 1);
    connect(m_canvas, &FigureCanvas::activated, this, &FigureView::activated);
    setFigure({});
}

void FigureView::setFigure(Figure figure) {
    m_figure = std::move(figure);
    m_title->setText(m_figure.title);
    m_note->setFullText(m_figure.note);
    m_note->setVisible(!m_figure.note.isEmpty() && !m_figure.empty());
    m_empty->setText(m_figure.emptyText);
    m_empty->setVisible(m_figure.empty());
    m_canvas->setVisible(!m_figure.empty());
    const QString name = m_figure.title.isEmpty() ? tr("Chart") : m_figure.title;
    setAccessibleName(name);
    m_canvas->setAccessibleName(name);
    m_canvas->figureChanged();
}

int FigureView::hitCount() const {
    return m_canvas->hitCount();
}

QString FigureView::hitText(int index) const {
    return m_canvas->hitText(index);
}

int FigureView::currentHit() const {
    return m_canvas->currentHit();
}

FigureCanvas::FigureCanvas(const Theme& theme, const Figure& figure, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_figure(figure) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    followTheme(theme, this, [this] {
        setMinimumHeight(m_theme.px(120));
        figureChanged();
    });
}

void FigureCanvas::figureChanged() {
    m_picture = QPixmap();
    m_hits.clear();
    m_plots.clear();
    m_current = -1;
    setAccessibleDescription({});
    if (isVisible())
        QToolTip::hideText();
    render();
    update();
}

void FigureCanvas::render() {
    if (m_figure.empty() || width() < 10 || height() < 10)
        return;
    const qreal ratio = devicePixelRatioF();
    m_picture = QPixmap(size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    const FigureStyle style = FigureStyle::ofTheme(m_theme);
    m_picture.fill(style.background);
    QPainter painter(&m_picture);
    FigurePainter figurePainter(m_figure, style);
    figurePainter.paint(painter, QRectF(rect()).adjusted(0, m_theme.px(6), 0, 0));
    m_hits = figurePainter.hits();
    m_plots = figurePainter.plots();
}

const FigurePoint& FigureCanvas::pointOf(const FigureHit& hit) const {
    return m_figure.panels[hit.panel].series[hit.series].points[hit.point];
}

QString FigureCanvas::hitText(int index) const {
    return pointOf(m_hits[static_cast<std::size_t>(index)]).text;
}

void FigureCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    figureChanged();
}

void FigureCanvas::paintEvent(QPaintEvent*) {
    if (m_picture.isNull())
        return;
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    if (m_current >= 0)
        paintCurrent(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colors().accent, m_theme.px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), m_theme.px(4), m_theme.px(4));
    }
}

void FigureCanvas::paintCurrent(QPainter& painter) const {
    const FigureHit& hit = m_hits[static_cast<std::size_t>(m_current)];
    painter.setRenderHint(QPainter::Antialiasing);
    if (!hit.area.isEmpty()) {
        QColor veil = m_theme.colors().text;
        veil.setAlphaF(0.12F);
        const double least = m_theme.px(3);
        const double grow = std::max(0.0, (least - hit.area.width()) / 2);
        painter.fillRect(hit.area.adjusted(-grow, 0, grow, 0), veil);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.colors().text, m_theme.px(2)));
    const double radius = m_theme.px(hit.area.isEmpty() ? 8 : 4);
    painter.drawEllipse(hit.center, radius, radius);
}

/// The nearest point of the panel under the pointer; areas (bars) win where they contain it.
int FigureCanvas::hitAt(const QPointF& position) const {
    int nearest = -1;
    double nearestDistance = m_theme.px(40);
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        const FigureHit& hit = m_hits[i];
        if (!hit.area.isEmpty()) {
            if (hit.area.contains(position))
                return static_cast<int>(i);
            continue;
        }
        const double distance = QLineF(position, hit.center).length();
        if (distance < nearestDistance) {
            nearestDistance = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

/// Beside the point itself: for the keyboard.
void FigureCanvas::show(int index) {
    show(index, index < 0 ? QPoint() : mapToGlobal(hitPlace(index).toPoint()));
}

void FigureCanvas::show(int index, const QPoint& tipPlace) {
    if (index == m_current)
        return;
    m_current = index;
    update();
    if (index < 0) {
        setAccessibleDescription({});
        QToolTip::hideText();
        return;
    }
    const QString text = hitText(index);
    setAccessibleDescription(text);
    QToolTip::showText(tipPlace, text, this);
}

void FigureCanvas::mouseMoveEvent(QMouseEvent* event) {
    // Beside the pointer: a tip below it would take the pointer away from the chart and flicker.
    show(hitAt(event->position()), event->globalPosition().toPoint());
    const bool clickable = m_current >= 0 && pointOf(m_hits[static_cast<std::size_t>(m_current)]).id >= 0;
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FigureCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        activate(hitAt(event->position()));
}

void FigureCanvas::leaveEvent(QEvent*) {
    show(-1);
}

void FigureCanvas::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    show(-1);
    update();
}

void FigureCanvas::activate(int index) {
    if (index < 0)
        return;
    const int id = pointOf(m_hits[static_cast<std::size_t>(index)]).id;
    if (id >= 0)
        emit activated(id);
}

void FigureCanvas::keyPressEvent(QKeyEvent* event) {
    const int last = hitCount() - 1;
    const auto step = [&](int by) {
        const int from = m_current < 0 ? (by > 0 ? -1 : last + 1) : m_current;
        show(std::clamp(from + by, 0, last));
    };
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_Left:
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_PageDown:
        return step(std::max(1, last / 20));
    case Qt::Key_PageUp:
        return step(-std::max(1, last / 20));
    case Qt::Key_Home:
        return show(0);
    case Qt::Key_End:
        return show(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return activate(m_current);
    default:
        return QWidget::keyPressEvent(event);
    }
}

} // namespace recital
