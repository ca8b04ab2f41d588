#pragma once

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

/// The colour arithmetic that holds the palettes: contrast, simulated colour blindness, CIEDE2000.
namespace recital::test {

using Vector3 = std::array<double, 3>;

inline double linearChannel(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

inline Vector3 linearRgb(const QColor& color) {
    return {linearChannel(color.redF()), linearChannel(color.greenF()), linearChannel(color.blueF())};
}

/// WCAG 2.1, "contrast ratio".
inline double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& color) {
        const Vector3 rgb = linearRgb(color);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

enum class Vision { Normal, Protanopia, Deuteranopia, Tritanopia };

/// Machado, Oliveira and Fernandes 2009, severity 1; acts on linear RGB.
inline Vector3 simulate(const Vector3& rgb, Vision vision) {
    using Matrix = std::array<Vector3, 3>;
    static constexpr Matrix protan{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    static constexpr Matrix deutan{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    static constexpr Matrix tritan{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    if (vision == Vision::Normal)
        return rgb;
    const Matrix& matrix = vision == Vision::Protanopia     ? protan
                           : vision == Vision::Deuteranopia ? deutan
                                                            : tritan;
    Vector3 seen{};
    for (std::size_t row = 0; row < 3; ++row) {
        const double sum = matrix[row][0] * rgb[0] + matrix[row][1] * rgb[1] + matrix[row][2] * rgb[2];
        seen[row] = std::clamp(sum, 0.0, 1.0);
    }
    return seen;
}

/// CIE L*a*b* of linear sRGB, white D65.
inline Vector3 lab(const Vector3& rgb) {
    const auto f = [](double t) {
        return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
    };
    const double x = 0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2];
    const double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
    const double z = 0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2];
    const double fx = f(x / 0.95047);
    const double fy = f(y);
    const double fz = f(z / 1.08883);
    return {116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)};
}

/// Sharma, Wu and Dalal 2005.
inline double ciede2000(const Vector3& first, const Vector3& second) {
    constexpr double degree = std::numbers::pi / 180.0;
    const double pow25 = std::pow(25.0, 7.0);
    const double meanC = (std::hypot(first[1], first[2]) + std::hypot(second[1], second[2])) / 2.0;
    const double g = 0.5 * (1.0 - std::sqrt(std::pow(meanC, 7.0) / (std::pow(meanC, 7.0) + pow25)));
    const double a1 = (1.0 + g) * first[1];
    const double a2 = (1.0 + g) * second[1];
    const double c1 = std::hypot(a1, first[2]);
    const double c2 = std::hypot(a2, second[2]);
    const auto hue = [](double a, double b) {
        const double angle = a == 0.0 && b == 0.0 ? 0.0 : std::atan2(b, a) / degree;
        return angle < 0.0 ? angle + 360.0 : angle;
    };
    const double h1 = hue(a1, first[2]);
    const double h2 = hue(a2, second[2]);
    const bool grey = c1 * c2 == 0.0;
    double dh = grey ? 0.0 : h2 - h1;
    dh += dh > 180.0 ? -360.0 : dh < -180.0 ? 360.0 : 0.0;
    const double dL = second[0] - first[0];
    const double dC = c2 - c1;
    const double dH = 2.0 * std::sqrt(c1 * c2) * std::sin(dh / 2.0 * degree);
    const double meanL = (first[0] + second[0]) / 2.0;
    const double meanCp = (c1 + c2) / 2.0;
    double meanH = h1 + h2;
    if (!grey)
        meanH = std::abs(h1 - h2) <= 180.0 ? meanH / 2.0 : (meanH + (meanH < 360.0 ? 360.0 : -360.0)) / 2.0;
    const double t = 1.0 - 0.17 * std::cos((meanH - 30.0) * degree) + 0.24 * std::cos(2.0 * meanH * degree) +
                     0.32 * std::cos((3.0 * meanH + 6.0) * degree) -
                     0.20 * std::cos((4.0 * meanH - 63.0) * degree);
    const double turn = 30.0 * std::exp(-std::pow((meanH - 275.0) / 25.0, 2.0));
    const double rc = 2.0 * std::sqrt(std::pow(meanCp, 7.0) / (std::pow(meanCp, 7.0) + pow25));
    const double square = std::pow(meanL - 50.0, 2.0);
    const double sl = 1.0 + 0.015 * square / std::sqrt(20.0 + square);
    const double sc = 1.0 + 0.045 * meanCp;
    const double sh = 1.0 + 0.015 * meanCp * t;
    const double rt = -std::sin(2.0 * turn * degree) * rc;
    return std::sqrt(std::pow(dL / sl, 2.0) + std::pow(dC / sc, 2.0) + std::pow(dH / sh, 2.0) +
                     rt * dC / sc * dH / sh);
}

} // namespace recital::test
