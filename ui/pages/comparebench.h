#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace recital {

class Services;
class SplitFields;
class Theme;

/// All algorithms on the same hidden ratings: what is compared on the left, what came out on the right.
class CompareBench : public QWidget {
    Q_OBJECT
public:
    CompareBench(Services& services, Theme& theme, QWidget* parent = nullptr);

    QWidget* actions() const noexcept { return m_actions; } ///< for the page's top line

signals:
    void pageRequested(const QString& name); ///< "data", "stage"

private:
    QWidget* buildLeft();
    QWidget* buildRight();
    void snapshotChanged();

    Services& m_services;
    Theme& m_theme;
    QWidget* m_actions = nullptr;
    SplitFields* m_split = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    QPushButton* m_emptyButton = nullptr;
    std::string m_fingerprint;
};

} // namespace recital
