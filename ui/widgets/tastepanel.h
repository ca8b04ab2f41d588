#pragma once

#include "core/recsys/live/liveranking.h"

#include <QScrollArea>

#include <string>
#include <vector>

class QGridLayout;
class QLabel;
class QSlider;

namespace recital {

class Theme;

/// One slider a genre: what a newcomer says before any event.
class TastePanel : public QScrollArea {
    Q_OBJECT
public:
    explicit TastePanel(const Theme& theme, QWidget* parent = nullptr);

    void
    setGenres(const std::vector<std::string>& names); ///< in the data's order; "(no genres listed)" is none
    void setTaste(const GenreTaste& taste);           ///< without a signal
    GenreTaste taste() const;                         ///< no weights where all stand at 0
    void setColumns(int columns);

signals:
    void tasteChanged(const recital::GenreTaste& taste); ///< continuously while a slider is dragged

private:
    struct Row {
        std::size_t genre;
        QLabel* name;
        QSlider* slider;
        QLabel* value;
    };
    void place();
    void showValue(const Row& row) const;

    const Theme& m_theme;
    QGridLayout* m_grid = nullptr;
    std::vector<std::string> m_names;
    std::vector<Row> m_rows;
    int m_columns = 3;
};

} // namespace recital
