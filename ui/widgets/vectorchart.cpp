#include "ui/widgets/vectorchart.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

VectorChart::VectorChart(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(u"vectorChart"_s);
    setAccessibleName(tr("Factors of the vector"));
    setToolTip(tr("One bar a factor: filled now, hollow before the last change"));
}

QSize VectorChart::sizeHint() const {
    return {m_theme.px(300), m_theme.px(110)};
}

QSize VectorChart::minimumSizeHint() const {
    return {m_theme.px(120), m_theme.px(48)};
}

void VectorChart::setVectors(std::optional<Eigen::VectorXf> now, std::optional<Eigen::VectorXf> before) {
    m_now = std::move(now);
    m_before = std::move(before);
    update();
}

void VectorChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = m_theme.colors();
    if (!m_now && !m_before) {
        painter.setPen(colors.mutedText);
        painter.setFont(m_theme.font(13));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("No vector yet: the list is everybody's"));
        return;
    }
    const Eigen::Index factors = m_now ? m_now->size() : m_before->size();
    const bool comparable = m_before && m_before->size() == factors;
    double most = 1e-9;
    if (m_now)
        most = std::max(most, static_cast<double>(m_now->cwiseAbs().maxCoeff()));
    if (comparable)
        most = std::max(most, static_cast<double>(m_before->cwiseAbs().maxCoeff()));
    const double step = width() / static_cast<double>(factors);
    const double zero = height() / 2.0;
    const auto bar = [&](double value, Eigen::Index f, double share) {
        const double length = value / most * (zero - 2);
        const double wide = std::max(1.0, step * share);
        return QRectF((static_cast<double>(f) + 0.5) * step - wide / 2, std::min(zero, zero - length), wide,
                      std::abs(length));
    };
    for (Eigen::Index f = 0; f < factors; ++f) {
        if (m_now) {
            const double value = static_cast<double>((*m_now)(f));
            painter.fillRect(bar(value, f, 0.62), value < 0 ? colors.loss : colors.gain);
        }
        if (comparable) {
            painter.setPen(QPen(colors.text, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar(static_cast<double>((*m_before)(f)), f, 0.86));
        }
    }
    painter.setPen(QPen(colors.outline, 1));
    painter.drawLine(QPointF(0, zero), QPointF(width(), zero));
}

} // namespace recital
