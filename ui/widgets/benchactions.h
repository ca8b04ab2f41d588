#pragma once

#include "core/recsys/metricid.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QMenu;
class QPushButton;

namespace recital {

class Theme;

/// Right of the page's switch: which metric is judged, which columns the table has, and the way out to files.
class BenchActions : public QWidget {
    Q_OBJECT
public:
    explicit BenchActions(const Theme& theme, QWidget* parent = nullptr);

    void setK(int k); ///< for the names of the metrics
    void setExportMenu(QMenu* menu);
    MetricId judged() const;
    std::vector<MetricId> columns() const; ///< in the order of the catalogue
    bool settingsVisible() const;

signals:
    void metricsChanged();
    void settingsToggled(bool visible);

private:
    void buildColumns();
    void fillMetrics();

    QPushButton* m_settings = nullptr;
    QComboBox* m_metric = nullptr;
    QPushButton* m_columns = nullptr;
    QMenu* m_columnMenu = nullptr;
    QPushButton* m_export = nullptr;
    int m_k = 10;
};

} // namespace recital
