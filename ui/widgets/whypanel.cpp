#include "ui/widgets/whypanel.h"

#include "ui/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

WhyPanel::WhyPanel(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(u"whyPanel"_s);
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Why this recommendation"));
}

QString WhyPanel::signedNumber(double value) {
    const QString digits = QLocale().toString(std::abs(value), 'f', 3);
    return (value < 0 ? u"\u2212"_s : u"+"_s) + digits;
}

double WhyPanel::sum() const {
    double total = 0.0;
    for (const WhyRow& row : m_rows)
        total += row.value;
    return total;
}

void WhyPanel::setMessage(const QString& message) {
    m_message = message;
    m_rows.clear();
    m_film.clear();
    setToolTip({});
    setAccessibleDescription(message);
    update();
}

void WhyPanel::setExplanation(const QString& film, std::vector<WhyRow> rows, const QString& printedScore) {
    m_message.clear();
    m_film = film;
    m_score = printedScore;
    m_rows = std::move(rows);
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const WhyRow& a, const WhyRow& b) { return std::abs(a.value) > std::abs(b.value); });
    QStringList lines;
    for (const WhyRow& row : m_rows)
        lines += u"%1  %2"_s.arg(signedNumber(row.value), row.title);
    lines += tr("Sum %1 = score %2").arg(QLocale().toString(sum(), 'f', 3), m_score);
    setAccessibleDescription(film + u": "_s + lines.join(u"; "_s));
    setToolTip(film + u"\n"_s + lines.join(u"\n"_s));
    update();
}

QSize WhyPanel::minimumSizeHint() const {
    return {m_theme.px(200), m_theme.px(86)};
}

QSize WhyPanel::sizeHint() const {
    return {m_theme.px(420), m_theme.px(130)};
}

std::vector<WhyRow> WhyPanel::rowsThatFit(int lines) const {
    if (static_cast<int>(m_rows.size()) <= lines)
        return m_rows;
    const auto shown = static_cast<std::size_t>(std::max(0, lines - 1));
    std::vector<WhyRow> rows(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(shown));
    WhyRow rest;
    for (std::size_t i = shown; i < m_rows.size(); ++i)
        rest.value += m_rows[i].value;
    rest.title = tr("%n more film(s)", nullptr, static_cast<int>(m_rows.size() - shown));
    rows.push_back(rest);
    return rows;
}

void WhyPanel::paintRow(QPainter& painter, const QRectF& area, const WhyRow& row, double most) const {
    const ThemeColors& colors = m_theme.colors();
    const double numberWidth = m_theme.px(62);
    const double titleWidth = area.width() * 0.46;
    painter.setFont(m_theme.font(14));
    painter.setPen(colors.text);
    const QString title =
        painter.fontMetrics().elidedText(row.title, Qt::ElideRight, static_cast<int>(titleWidth));
    painter.drawText(QRectF(area.left(), area.top(), titleWidth, area.height()), Qt::AlignVCenter, title);
    // Negative shares grow to the left of the zero line, positive ones to the right.
    const QRectF track(area.left() + titleWidth + m_theme.px(10), area.top(),
                       area.width() - titleWidth - m_theme.px(10) - numberWidth, area.height());
    const bool negatives =
        std::any_of(m_rows.begin(), m_rows.end(), [](const WhyRow& r) { return r.value < 0; });
    const double zero = negatives ? track.left() + track.width() * 0.3 : track.left();
    const double unit = (track.right() - zero) / most;
    const double length =
        std::min(std::abs(row.value) * unit, row.value < 0 ? zero - track.left() : track.right() - zero);
    const double height = m_theme.px(8);
    const QRectF bar(row.value < 0 ? zero - length : zero, area.center().y() - height / 2, length, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.value < 0 ? colors.loss : colors.gain);
    painter.drawRect(bar);
    painter.setPen(QPen(colors.outline, 1));
    painter.drawLine(QPointF(zero, area.top() + 2), QPointF(zero, area.bottom() - 2));
    painter.setPen(colors.text);
    painter.setFont(m_theme.font(14, QFont::Medium));
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, signedNumber(row.value));
}

void WhyPanel::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors& colors = m_theme.colors();
    const double pad = m_theme.px(10);
    const QRectF area = QRectF(rect()).adjusted(pad, pad * 0.4, -pad, -pad * 0.4);
    if (!m_message.isEmpty()) {
        painter.setFont(m_theme.font(14));
        painter.setPen(colors.mutedText);
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const double line = m_theme.px(19);
    const QString sumText = tr("sum %1").arg(QLocale().toString(sum(), 'f', 3));
    painter.setFont(m_theme.font(14, QFont::DemiBold));
    painter.setPen(colors.text);
    const double sumWidth = painter.fontMetrics().horizontalAdvance(sumText) + m_theme.px(8);
    const QString heading = painter.fontMetrics().elidedText(tr("Why %1").arg(m_film), Qt::ElideRight,
                                                             static_cast<int>(area.width() - sumWidth));
    painter.drawText(QRectF(area.left(), area.top(), area.width(), line), Qt::AlignVCenter, heading);
    painter.drawText(QRectF(area.left(), area.top(), area.width(), line), Qt::AlignRight | Qt::AlignVCenter,
                     sumText);

    const std::vector<WhyRow> rows = rowsThatFit(static_cast<int>((area.height() - line) / line));
    double most = 1e-12;
    for (const WhyRow& row : rows)
        most = std::max(most, std::abs(row.value));
    double top = area.top() + line;
    for (const WhyRow& row : rows) {
        paintRow(painter, QRectF(area.left(), top, area.width(), line), row, most);
        top += line;
    }
}

} // namespace recital
