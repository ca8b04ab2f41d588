#pragma once

#include "core/recsys/io/loader.h"

#include <QDialog>

#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace recital {

class Theme;

/// "Name the columns": which column of a delimited file is user, film, rating and time. Starts from the
/// reader's guess; what is wrong with a choice is said at once, and the file opens only when nothing is.
class ColumnDialog : public QDialog {
    Q_OBJECT
public:
    ColumnDialog(const QString& fileName, ColumnPreview preview, Theme& theme, QWidget* parent = nullptr);

    ColumnMapping mapping() const;
    QString problem() const; ///< empty when the mapping can be used

private:
    void build(const QString& fileName);
    QWidget* buildChoices();
    QComboBox* addChoice(const QString& objectName, const QString& label, QWidget* parent);
    void applyGuess();
    void split();
    void fillColumnChoices();
    void fillTable();
    void update();
    int columnCount() const;
    QString columnName(int column) const;
    QString contentProblem(const ColumnMapping& mapping) const;

    Theme& m_theme;
    ColumnPreview m_preview;
    std::vector<std::vector<std::string>> m_rows; ///< of the preview, split by the chosen delimiter
    QComboBox* m_delimiter = nullptr;
    QCheckBox* m_header = nullptr;
    QComboBox* m_user = nullptr;
    QComboBox* m_item = nullptr;
    QComboBox* m_value = nullptr;
    QComboBox* m_time = nullptr;
    QTableWidget* m_table = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace recital
