#pragma once

#include "core/services/labservice.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;

namespace recital {

class LineChart;
class Theme;

/// What a retraining of the live lab was worth: NDCG as one big number, how it went over the last
/// retrainings, and the loss of the newest.
class LabCharts : public QWidget {
    Q_OBJECT
public:
    static constexpr int traceLength = 60; ///< retrainings that stay in sight

    explicit LabCharts(Theme& theme, QWidget* parent = nullptr);

    /// `where` names the split, for the line below the number.
    void add(const std::shared_ptr<const LabResult>& result, int k, const QString& where);
    void clear(const QString& text); ///< forgets the trace

    LineChart& trace() const noexcept { return *m_trace; }
    LineChart& loss() const noexcept { return *m_loss; }

private:
    void build(Theme& theme);
    void showTrace();
    void showLoss(const LabResult& result);
    QString changeText() const;

    const Theme& m_theme;
    QLabel* m_number = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_change = nullptr;
    QLabel* m_where = nullptr;
    LineChart* m_trace = nullptr;
    LineChart* m_loss = nullptr;
    std::vector<std::shared_ptr<const LabResult>> m_results; ///< the newest last
    int m_count = 0;                                         ///< retrainings since clear()
    int m_k = 10;
};

} // namespace recital
