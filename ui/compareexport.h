#pragma once

#include "core/recsys/result.h"
#include "core/services/comparisontext.h"
#include "ui/charts/figureexport.h"

#include <QObject>

#include <functional>
#include <memory>

class QMenu;

namespace recital {

/// The Export menu of a comparison: tables for a thesis and the charts. Asks for the place, writes, and says
/// where it went or why it did not.
class CompareExport : public QObject {
    Q_OBJECT
public:
    /// What is shown when something is exported.
    struct Source {
        std::function<std::shared_ptr<const Comparison>()> comparison;
        std::function<ComparisonTextOptions()> options;
        std::function<Figure()> chart;            ///< the one in front; empty: none
        std::function<std::vector<Figure>()> all; ///< every chart
    };

    CompareExport(Source source, QWidget* parent);

    void refresh(); ///< what can be exported has changed
    QMenu* menu() const noexcept { return m_menu; }

signals:
    void written(const QString& sentence);
    void failed(recital::ErrorCode code, const QString& detail);

private:
    using Writer = QString (*)(const Comparison&, const ComparisonTextOptions&);

    void addTable(const QString& objectName, const QString& label, const QString& suffix, Writer writer);
    void addChart(const QString& objectName, const QString& label, FigureFormat format);
    void writeTable(const QString& suffix, Writer writer);
    void writeChart(FigureFormat format);
    void writeAllCharts();
    void copy();
    QString proposedPath(const QString& name, const QString& suffix) const;
    void report(const Status& status, const QString& path);

    Source m_source;
    QWidget* m_window;
    QMenu* m_menu = nullptr;
};

} // namespace recital
