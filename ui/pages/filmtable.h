#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace recital {

class FilmTableModel;
struct ModelSnapshot;
class Theme;

/// All films in a table with a search field that filters as you type.
class FilmTable : public QWidget {
    Q_OBJECT
public:
    explicit FilmTable(Theme& theme, QWidget* parent = nullptr);

    void setSnapshot(const ModelSnapshot& snapshot);
    FilmTableModel& model() const noexcept { return *m_model; }
    void focusSearch();

private:
    void applyFilter();
    void updateCount();
    void restyle();

    Theme& m_theme;
    FilmTableModel* m_model = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_count = nullptr;
    QTableView* m_view = nullptr;
    QLabel* m_nothing = nullptr;
};

} // namespace recital
