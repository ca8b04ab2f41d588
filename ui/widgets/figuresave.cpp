#include "ui/widgets/figuresave.h"

#include "ui/dialogs/filedialogs.h"

#include <QDir>
#include <QMenu>
#include <QStandardPaths>

namespace recital {

using namespace Qt::StringLiterals;

FigureSaveButton::FigureSaveButton(std::function<Figure()> figure, QWidget* parent)
    : QPushButton(tr("Sa&ve chart"), parent)
    , m_figure(std::move(figure)) {
    setToolTip(tr("Write this chart to a file, on white and in colours for print."));
    auto* menu = new QMenu(this);
    for (const FigureFormat format : {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png}) {
        QAction* action = menu->addAction(figureSuffix(format).toUpper());
        action->setObjectName(u"save_"_s + figureSuffix(format));
        connect(action, &QAction::triggered, this, [this, format] { save(format); });
    }
    setMenu(menu);
    refresh();
}

void FigureSaveButton::refresh() {
    setEnabled(!m_figure().empty());
}

void FigureSaveButton::save(FigureFormat format) {
    const Figure figure = m_figure();
    const QString suffix = figureSuffix(format);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = filedialogs::chooseSaveFile(this, tr("Save chart"),
                                                     QDir(folder).filePath(figure.name + u'.' + suffix),
                                                     u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    if (path.isEmpty())
        return;
    if (const Status saved = saveFigure(figure, format, path); !saved)
        emit failed(saved.error().code, QString::fromStdString(saved.error().detail));
    else
        emit written(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
}

} // namespace recital
