#include "ui/widgets/maplegend.h"

#include "ui/theme.h"
#include "ui/widgets/mappainter.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace recital {

MapLegend::MapLegend(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(u"mapLegend"_s);
    setAccessibleName(tr("Genres on the map"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (int c = 0; c <= MapScene::otherCategory; ++c) {
        auto* button = new QToolButton;
        button->setObjectName(u"legend_%1"_s.arg(c));
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(button, &QToolButton::toggled, this, [this] { emit highlightedChanged(highlighted()); });
        row->addWidget(button);
        m_buttons.push_back(button);
    }
    row->addStretch();
    themeChanged();
}

quint32 MapLegend::highlighted() const {
    quint32 bits = 0;
    for (std::size_t c = 0; c < m_buttons.size(); ++c)
        bits |= m_buttons[c]->isChecked() && !m_buttons[c]->isHidden() ? 1U << c : 0U;
    return bits;
}

QIcon MapLegend::dot(int category) const {
    const int side = m_theme.px(13);
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(MapPainter(m_theme).categoryColor(category));
    painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1));
    return pixmap;
}

void MapLegend::setScene(std::shared_ptr<const MapScene> scene) {
    m_scene = std::move(scene);
    for (QToolButton* button : m_buttons)
        button->setChecked(false);
    rebuild();
}

void MapLegend::themeChanged() {
    static_cast<QHBoxLayout*>(layout())->setSpacing(m_theme.px(2));
    rebuild();
}

void MapLegend::rebuild() {
    for (std::size_t c = 0; c < m_buttons.size(); ++c) {
        QToolButton* button = m_buttons[c];
        const MapCategory category = m_scene ? m_scene->categories()[c] : MapCategory{};
        button->setVisible(category.films > 0);
        const QString name = category.name.isEmpty() ? tr("Other") : category.name;
        const QString films = tr("%n film(s)", nullptr, category.films);
        button->setText(name);
        button->setIcon(dot(static_cast<int>(c)));
        button->setIconSize(QSize(m_theme.px(13), m_theme.px(13)));
        button->setFont(m_theme.font(14, QFont::Medium));
        button->setAccessibleName(u"%1, %2"_s.arg(name, films));
        const bool other = static_cast<int>(c) == MapScene::otherCategory;
        button->setToolTip(
            other ? tr("%1 with none of these genres. Click to single them out.").arg(films)
                  : tr("%1: %2. A film with several of these genres has the colour of the rarest. "
                       "Click to single them out.")
                        .arg(name, films));
    }
}

MapKey::MapKey(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(u"mapKey"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    m_undrawn = new QLabel;
    m_undrawn->setObjectName(u"undrawnLabel"_s);
    m_undrawn->setProperty("role", u"caption"_s);
    row->addWidget(m_undrawn);
    setScene(nullptr);
}

void MapKey::setScene(const std::shared_ptr<const MapScene>& scene) {
    const int undrawn = scene ? scene->undrawnFilms() : 0;
    m_undrawn->setVisible(undrawn > 0);
    m_undrawn->setText(tr("%n film(s) not drawn", nullptr, undrawn));
    m_undrawn->setToolTip(
        tr("Nobody rated them 4 or higher in the training part: the model knows no position."));
    setToolTip(
        tr("Scores are dot products: the order of the films follows the direction of the user's vector. The "
           "line shows that direction; in PCA it and the user's position are exact."));
    setAccessibleName(
        tr("Signs on the map: star, liked; ring with a number, recommended with its rank; double "
           "ring, selected; diamond, the simulated user, whose position is exact in PCA; line, the "
           "direction of the user's vector"));
}

QSize MapKey::sizeHint() const {
    return {m_theme.px(500), m_theme.px(22)};
}

QSize MapKey::minimumSizeHint() const {
    return {m_theme.px(100), m_theme.px(22)};
}

void MapKey::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(12));
    const ThemeColors& colors = m_theme.colors();
    const double radius = m_theme.px(7);
    const double middle = height() / 2.0;
    double x = 0.0;
    const double roomEnd = m_undrawn != nullptr && !m_undrawn->text().isEmpty()
                               ? m_undrawn->geometry().right() - m_undrawn->sizeHint().width()
                               : width();
    const auto entry = [&](const QString& name, auto&& sign) {
        const double room = 2 * radius + m_theme.px(7) + painter.fontMetrics().horizontalAdvance(name);
        if (x + room > roomEnd)
            return; // what the map cannot show is more important than the last sign
        sign(QPointF(x + radius + 1, middle));
        x += 2 * radius + m_theme.px(7);
        painter.setPen(colors.mutedText);
        painter.drawText(QPointF(x, middle + painter.fontMetrics().ascent() / 2.0 - 1), name);
        x += painter.fontMetrics().horizontalAdvance(name) + m_theme.px(9);
    };
    const auto ring = [&](QPointF at, double r, const QColor& color) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, m_theme.px(2)));
        painter.drawEllipse(at, r, r);
    };
    const auto filled = [&](const QPolygonF& shape) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawPolygon(shape);
    };
    const auto beam = [&](QPointF at, double r) {
        const QPointF end = at + QPointF(r, -r * 0.6);
        QColor color = colors.accent;
        color.setAlphaF(0.25F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF({at - QPointF(r, 0), end, end + QPointF(0, 1.4 * r)}));
        painter.setPen(QPen(colors.accent, m_theme.scale() * 1.6));
        painter.drawLine(at - QPointF(r, 0), at + QPointF(r, 0.1 * r));
    };
    entry(tr("liked"), [&](QPointF at) { filled(starPolygon(at, radius)); });
    entry(tr("disliked"), [&](QPointF at) {
        const double r = radius * 0.6;
        painter.setPen(QPen(colors.loss, m_theme.px(2), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r));
        painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r));
    });
    entry(tr("recommended"), [&](QPointF at) { ring(at, radius * 0.8, colors.text); });
    entry(tr("selected"), [&](QPointF at) {
        ring(at, radius * 0.35, colors.accent);
        ring(at, radius * 0.9, colors.accent);
    });
    entry(tr("user (exact in PCA)"), [&](QPointF at) { filled(diamondPolygon(at, radius)); });
    entry(tr("taste points this way"), [&](QPointF at) { beam(at, radius); });
}

} // namespace recital
