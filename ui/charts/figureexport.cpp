#include "ui/charts/figureexport.h"

#include "ui/charts/figurepainter.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int pngScale = 3;        ///< device pixels a unit: sharp on paper at 10 cm
constexpr int unitsPerInch = 96;   ///< a unit is a CSS pixel
constexpr int pdfResolution = 288; ///< three dots a unit: hairlines stay hairlines

/// Title on top, caption at the foot, the panels between them.
void paintPage(QPainter& painter, const Figure& figure, const QSizeF& size) {
    const FigureStyle style = FigureStyle::paper();
    constexpr double margin = 24.0;
    const QRectF page = QRectF(QPointF(), size).adjusted(margin, margin, -margin, -margin);
    painter.fillRect(QRectF(QPointF(), size), style.background);
    const QFont titleFont = style.font(17, QFont::DemiBold);
    const QFont smallFont = style.font(12);
    const auto height = [&painter](const QFont& font, const QRectF& area, const QString& text) {
        return QFontMetricsF(font, painter.device())
            .boundingRect(area, Qt::AlignLeft | Qt::TextWordWrap, text)
            .height();
    };
    const auto write = [&painter](const QFont& font, const QColor& color, const QRectF& area,
                                  const QString& text) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(area, Qt::AlignLeft | Qt::TextWordWrap, text);
    };
    QRectF rest = page;
    const double titleHeight = height(titleFont, page, figure.title);
    write(titleFont, style.text, rest, figure.title);
    rest.setTop(rest.top() + titleHeight + 4);
    if (!figure.note.isEmpty()) {
        const double noteHeight = height(smallFont, rest, figure.note);
        write(smallFont, style.mutedText, rest, figure.note);
        rest.setTop(rest.top() + noteHeight + 10);
    }
    const double captionHeight = height(smallFont, page, figure.caption);
    write(smallFont, style.mutedText,
          QRectF(page.left(), page.bottom() - captionHeight, page.width(), captionHeight + 2),
          figure.caption);
    rest.setBottom(page.bottom() - captionHeight - 14);
    FigurePainter(figure, style).paint(painter, rest);
}

QByteArray svgOf(const Figure& figure, QSize size) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(unitsPerInch);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(figure.title);
    generator.setDescription(figure.caption);
    QPainter painter(&generator);
    paintPage(painter, figure, size);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const Figure& figure, QSize size) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(figure.title);
    writer.setResolution(pdfResolution);
    writer.setPageSize(
        QPageSize(QSizeF(size) * 72.0 / unitsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.scale(static_cast<double>(pdfResolution) / unitsPerInch,
                  static_cast<double>(pdfResolution) / unitsPerInch);
    paintPage(painter, figure, size);
    painter.end();
    return bytes;
}

QByteArray pngOf(const Figure& figure, QSize size) {
    QImage image(size * pngScale, QImage::Format_ARGB32_Premultiplied);
    image.setText(u"Title"_s, figure.title);
    image.setText(u"Description"_s, figure.caption);
    QPainter painter(&image);
    painter.scale(pngScale, pngScale);
    paintPage(painter, figure, size);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray bytesOf(const Figure& figure, FigureFormat format, QSize size) {
    switch (format) {
    case FigureFormat::Svg:
        return svgOf(figure, size);
    case FigureFormat::Pdf:
        return pdfOf(figure, size);
    case FigureFormat::Png:
        return pngOf(figure, size);
    }
    Q_UNREACHABLE();
}

} // namespace

QString figureSuffix(FigureFormat format) {
    switch (format) {
    case FigureFormat::Svg:
        return u"svg"_s;
    case FigureFormat::Pdf:
        return u"pdf"_s;
    case FigureFormat::Png:
        return u"png"_s;
    }
    Q_UNREACHABLE();
}

Status saveFigure(const Figure& figure, FigureFormat format, const QString& path, QSize size) {
    const QByteArray bytes = bytesOf(figure, format, size);
    QSaveFile file(path);
    if (!bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
        file.commit())
        return success();
    const QString reason = bytes.isEmpty() ? u"the picture is empty"_s : file.errorString();
    return Error{ErrorCode::FileWrite, path.toStdString() + ": " + reason.toStdString()};
}

} // namespace recital
