#pragma once

#include "core/recsys/result.h"
#include "ui/charts/figure.h"

#include <QSize>

namespace recital {

enum class FigureFormat { Svg, Pdf, Png };

QString figureSuffix(FigureFormat format); ///< "svg", "pdf", "png"

/// Writes a figure with its title and caption on white, in colours that do not depend on the theme. The
/// present file stays whole when this fails. Errors: FileWrite with the path and the system's reason.
Status saveFigure(const Figure& figure, FigureFormat format, const QString& path, QSize size = {960, 600});

} // namespace recital
