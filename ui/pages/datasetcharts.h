#pragma once

#include <QWidget>

class QGridLayout;

namespace recital {

class AreaChart;
class BarChart;
class PlotFrame;
struct ModelSnapshot;
class Theme;

/// Five charts of one dataset: rating values, activity of users, long tail, ratings over time, genres.
class DatasetCharts : public QWidget {
    Q_OBJECT
public:
    explicit DatasetCharts(Theme& theme, QWidget* parent = nullptr);

    void setSnapshot(const ModelSnapshot& snapshot); ///< with a dataset

private:
    void addCard(PlotFrame* chart, const QString& objectName, int row, int column, int rowSpan = 1);
    void showRatingValues(const ModelSnapshot& snapshot);
    void showActivity(const ModelSnapshot& snapshot);
    void showLongTail(const ModelSnapshot& snapshot);
    void showOverTime(const ModelSnapshot& snapshot);
    void showGenres(const ModelSnapshot& snapshot);
    void restyle();

    Theme& m_theme;
    QGridLayout* m_grid = nullptr;
    QList<QWidget*> m_cards;
    BarChart* m_ratingValues = nullptr;
    AreaChart* m_activity = nullptr;
    AreaChart* m_longTail = nullptr;
    AreaChart* m_overTime = nullptr;
    BarChart* m_genres = nullptr;
};

} // namespace recital
