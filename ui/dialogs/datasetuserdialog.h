#pragma once

#include "core/recsys/usersummary.h"

#include <QDialog>

#include <memory>

class QLineEdit;
class QPushButton;
class QTableView;

namespace recital {

class DatasetUserFilter;
class DatasetUserModel;
class Theme;

/// Chooses a user of the data: by number, by activity (sorted by likes), by taste (one genre).
class DatasetUserDialog : public QDialog {
    Q_OBJECT
public:
    DatasetUserDialog(const std::shared_ptr<const Dataset>& dataset, std::vector<UserSummary> users,
                      const Theme& theme, QWidget* parent = nullptr);

    UserIndex user() const; ///< -1: none is selected

private:
    QWidget* buildFilters(const Dataset& dataset);
    void buildTable(const Theme& theme);
    void selectFirst();

    DatasetUserModel* m_model = nullptr;
    DatasetUserFilter* m_filter = nullptr;
    QLineEdit* m_number = nullptr;
    QTableView* m_table = nullptr;
    QPushButton* m_take = nullptr;
};

} // namespace recital
