#pragma once

#include <QTableView>

namespace recital {

/// A table whose first column stays in sight while the others scroll sideways: what a number belongs to is
/// always readable.
class FrozenTable : public QTableView {
    Q_OBJECT
public:
    explicit FrozenTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void setFrozenWidth(int width); ///< of the first column
    void setRowHeight(int height);
    QTableView* frozen() const noexcept { return m_frozen; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

private:
    void placeFrozen();

    QTableView* m_frozen = nullptr;
};

} // namespace recital
