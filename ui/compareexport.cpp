#include "ui/compareexport.h"

#include "ui/dialogs/filedialogs.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QWidget>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

Status saveText(const QString& path, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return success();
    return Error{ErrorCode::FileWrite, path.toStdString() + ": " + file.errorString().toStdString()};
}

QString jsonOf(const Comparison& comparison, const ComparisonTextOptions&) {
    return toJson(comparison); // the expert export: always everything
}

} // namespace

CompareExport::CompareExport(Source source, QWidget* parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_window(parent)
    , m_menu(new QMenu(parent)) {
    m_menu->setObjectName(u"exportMenu"_s);
    addTable(u"exportLatex"_s, tr("&LaTeX table (booktabs)..."), u"tex"_s, &toLatex);
    addTable(u"exportCsv"_s, tr("&CSV..."), u"csv"_s, &toCsv);
    addTable(u"exportMarkdown"_s, tr("&Markdown..."), u"md"_s, &toMarkdown);
    addTable(u"exportJson"_s, tr("&JSON, every metric and variant..."), u"json"_s, &jsonOf);
    QAction* copied = m_menu->addAction(tr("Copy as &text"), this, &CompareExport::copy);
    copied->setObjectName(u"copyAsText"_s);
    m_menu->addSeparator();
    addChart(u"exportSvg"_s, tr("This chart as &SVG..."), FigureFormat::Svg);
    addChart(u"exportPdf"_s, tr("This chart as &PDF..."), FigureFormat::Pdf);
    addChart(u"exportPng"_s, tr("This chart as P&NG..."), FigureFormat::Png);
    QAction* all =
        m_menu->addAction(tr("&All charts in all three formats..."), this, &CompareExport::writeAllCharts);
    all->setObjectName(u"exportAllCharts"_s);
    refresh();
}

void CompareExport::addTable(const QString& objectName, const QString& label, const QString& suffix,
                             Writer writer) {
    QAction* action = m_menu->addAction(label, this, [this, suffix, writer] { writeTable(suffix, writer); });
    action->setObjectName(objectName);
}

void CompareExport::addChart(const QString& objectName, const QString& label, FigureFormat format) {
    QAction* action = m_menu->addAction(label, this, [this, format] { writeChart(format); });
    action->setObjectName(objectName);
    action->setData(true);
}

void CompareExport::refresh() {
    const bool measured = m_source.comparison() != nullptr;
    const bool chart = measured && !m_source.chart().empty();
    for (QAction* action : m_menu->actions())
        action->setEnabled(action->data().toBool() ? chart : measured);
}

QString CompareExport::proposedPath(const QString& name, const QString& suffix) const {
    const QString home = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir folder(QSettings().value(u"compare/exportFolder"_s, home).toString());
    const auto comparison = m_source.comparison();
    QString data = comparison ? comparison->datasetName : QString();
    data.replace(u'/', u'-');
    return folder.filePath(u"%1-%2.%3"_s.arg(data, name, suffix));
}

void CompareExport::report(const Status& status, const QString& path) {
    if (!status.ok()) {
        emit failed(status.error().code, QString::fromStdString(status.error().detail));
        return;
    }
    QSettings().setValue(u"compare/exportFolder"_s, QFileInfo(path).absolutePath());
    emit written(tr("Written to %1").arg(QDir::toNativeSeparators(path)));
}

void CompareExport::writeTable(const QString& suffix, Writer writer) {
    const auto comparison = m_source.comparison();
    if (!comparison)
        return;
    const QString path =
        filedialogs::chooseSaveFile(m_window, tr("Export the table"), proposedPath(u"comparison"_s, suffix),
                                    tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    if (!path.isEmpty())
        report(saveText(path, writer(*comparison, m_source.options())), path);
}

void CompareExport::writeChart(FigureFormat format) {
    const Figure chart = m_source.chart();
    if (chart.empty())
        return;
    const QString suffix = figureSuffix(format);
    const QString path =
        filedialogs::chooseSaveFile(m_window, tr("Export the chart"), proposedPath(chart.name, suffix),
                                    tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    if (!path.isEmpty())
        report(saveFigure(chart, format, path), path);
}

void CompareExport::writeAllCharts() {
    const QString folder = filedialogs::chooseFolder(m_window, tr("Export all charts"),
                                                     QFileInfo(proposedPath(u"x"_s, u"x"_s)).absolutePath());
    if (folder.isEmpty())
        return;
    int written = 0;
    for (const Figure& chart : m_source.all()) {
        if (chart.empty())
            continue;
        for (const FigureFormat format : {FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Png}) {
            const QString name = QFileInfo(proposedPath(chart.name, figureSuffix(format))).fileName();
            const Status status = saveFigure(chart, format, QDir(folder).filePath(name));
            if (!status.ok())
                return report(status, folder);
            ++written;
        }
    }
    emit this->written(
        tr("%n picture(s) written to %1", nullptr, written).arg(QDir::toNativeSeparators(folder)));
}

void CompareExport::copy() {
    if (const auto comparison = m_source.comparison()) {
        QGuiApplication::clipboard()->setText(toPlainText(*comparison, m_source.options()));
        emit written(tr("The table is in the clipboard."));
    }
}

} // namespace recital
