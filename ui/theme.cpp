#include "ui/theme.h"

#include "ui/stylesheet.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr double linesAtScaleOne = 720.0;
constexpr double linesPerStep = 20.0; // a style sheet for every pixel of a resize would be felt
constexpr double baseFontPixels = 14.0;

ThemeColors lightColors() {
    return {
        .window = QColor(0xF4F6F9),
        .surface = QColor(0xFFFFFF),
        .raised = QColor(0xEDF1F6),
        .border = QColor(0xDDE2EA),
        .outline = QColor(0x7E8998),
        .text = QColor(0x18212D),
        .mutedText = QColor(0x566273),
        .disabled = QColor(0x9AA3B0),
        .accent = QColor(0x1F5AB8),
        .accentHover = QColor(0x174892),
        .onAccent = QColor(0xFFFFFF),
        .selection = QColor(0xDCE8FA),
        .gain = QColor(0x5E3C99),
        .loss = QColor(0xA64D04),
        .grid = QColor(0xE6EAF0),
        .categories = {QColor(0x1F4683), QColor(0x8B4400), QColor(0x1A7F59), QColor(0xFD4190),
                       QColor(0x9F8C0D), QColor(0x2996E7)},
        .other = QColor(0x8A929C),
    };
}

ThemeColors darkColors() {
    return {
        .window = QColor(0x0B0E12),
        .surface = QColor(0x101418),
        .raised = QColor(0x1C232B),
        .border = QColor(0x28313B),
        .outline = QColor(0x6B7886),
        .text = QColor(0xE9EDF2),
        .mutedText = QColor(0xA3AFBD),
        .disabled = QColor(0x626D79),
        .accent = QColor(0x7DB0FF),
        .accentHover = QColor(0xA6CAFF),
        .onAccent = QColor(0x0D1B2E),
        .selection = QColor(0x1E3353),
        .gain = QColor(0xB9AEE0),
        .loss = QColor(0xF5A14A),
        .grid = QColor(0x232B34),
        .categories = {QColor(0x8092C9), QColor(0xF76501), QColor(0x2DB36B), QColor(0xF39EB7),
                       QColor(0xFCDB7E), QColor(0x98CDFF)},
        .other = QColor(0x7C8793),
    };
}

QPalette paletteOf(const ThemeColors& c) {
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.mutedText);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::ToolTipBase, c.text);
    palette.setColor(QPalette::ToolTipText, c.surface);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.raised);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.outline);
    palette.setColor(QPalette::Shadow, c.border);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.disabled);
    return palette;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_colors(colorsOf(ThemeKind::Light)) {
    Q_ASSERT_X(qobject_cast<QApplication*>(QCoreApplication::instance()), "Theme", "needs a QApplication");
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    apply();
}

ThemeColors Theme::colorsOf(ThemeKind kind) {
    return kind == ThemeKind::Light ? lightColors() : darkColors();
}

void Theme::setKind(ThemeKind kind) {
    if (kind == m_kind)
        return;
    m_kind = kind;
    m_colors = colorsOf(kind);
    apply();
    emit changed();
}

void Theme::setWindowHeight(int height) {
    m_windowHeight = height;
    rescale();
}

void Theme::setZoom(double zoom) {
    m_zoom = std::clamp(zoom, 0.6, 2.5);
    rescale();
}

int Theme::px(double pixelsAt720) const noexcept {
    return std::max(1, static_cast<int>(std::lround(pixelsAt720 * m_scale)));
}

QFont Theme::font(double pixelsAt720, QFont::Weight weight) const {
    QFont font;
    font.setFamilies({u"Inter"_s, u"DejaVu Sans"_s});
    font.setPixelSize(px(pixelsAt720));
    font.setWeight(weight);
    return font;
}

void Theme::rescale() {
    const double steps = std::round(m_windowHeight / linesPerStep);
    const double scale = std::clamp(steps * linesPerStep / linesAtScaleOne * m_zoom, 0.6, 6.0);
    if (std::abs(scale - m_scale) < 1e-9)
        return;
    m_scale = scale;
    apply();
    emit changed();
}

void Theme::apply() {
    // Replacing one application style sheet by another polishes every widget once for each of its ancestors;
    // taking the old one away first costs a third of that, and palette and font then change without it.
    qApp->setStyleSheet(QString());
    QApplication::setPalette(paletteOf(m_colors));
    QApplication::setFont(font(baseFontPixels));
    qApp->setStyleSheet(styleSheetFor(*this));
}

} // namespace recital
