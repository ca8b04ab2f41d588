#pragma once

#include "ui/runview.h"

#include <QWidget>

#include <optional>

namespace recital {

class LineChart;
class Theme;

/// The two curves of one run, growing or finished: the training loss after every half-step, and NDCG on the
/// validation users with popularity as the line to beat.
class TrainingCharts : public QWidget {
    Q_OBJECT
public:
    /// What popularity reaches on the split that is shown, and for how many users.
    struct Baseline {
        double ndcg = 0.0;
        int users = 0;
    };

    explicit TrainingCharts(Theme& theme, QWidget* parent = nullptr);

    /// `where` names data set and split: "ml-100k, official fold u1".
    void show(const QList<TrainingPoint>& points, const QString& where, int k,
              const std::optional<Baseline>& baseline);
    void clear(const QString& lossText, const QString& ndcgText);

    LineChart& loss() const noexcept { return *m_loss; }
    LineChart& ndcg() const noexcept { return *m_ndcg; }

private:
    void showLoss(const QList<TrainingPoint>& points, double iterations);
    void showNdcg(const QList<TrainingPoint>& points, double iterations, int k,
                  const std::optional<Baseline>& baseline);

    LineChart* m_loss = nullptr;
    LineChart* m_ndcg = nullptr;
};

} // namespace recital
