#pragma once

#include "core/services/comparisonresult.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace recital {

class Theme;

/// Earlier comparisons by date, each with its rows: to be opened, taken over row by row, or deleted.
class StoredComparisons : public QWidget {
    Q_OBJECT
public:
    explicit StoredComparisons(const Theme& theme, QWidget* parent = nullptr);

    void setStored(std::vector<Comparison> stored);
    /// What is shown now: rows can be added to it where data, split and k are the same.
    void setShown(std::shared_ptr<const Comparison> shown);
    int count() const noexcept { return static_cast<int>(m_stored.size()); }

signals:
    void openRequested(qint64 id);
    void removeRequested(qint64 id);
    void addRequested(qint64 id, std::size_t row);

private:
    void build();
    void fill();
    void updateButtons();
    const Comparison* comparisonOf(const QTreeWidgetItem* item) const;
    QString whyNotAdded(const Comparison& stored) const;
    void open();
    void add();
    void askToRemove();

    const Theme& m_theme;
    std::vector<Comparison> m_stored;
    std::shared_ptr<const Comparison> m_shown;
    QTreeWidget* m_tree = nullptr;
    QLabel* m_empty = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace recital
