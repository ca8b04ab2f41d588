#pragma once

#include "ui/widgets/whymodel.h"

#include <QFrame>
#include <QString>

#include <vector>

class QLabel;
class QListView;
class QStackedLayout;

namespace recital {

class ElidedLabel;
class Theme;
class WhyDelegate;

/// "Why this": the signed shares of past events (and of a dataset user's history) in the printed score of one
/// film, with their exact sum. An event can be unticked; then everything is computed without it.
class WhyPanel : public QFrame {
    Q_OBJECT
public:
    explicit WhyPanel(const Theme& theme, QWidget* parent = nullptr);

    void setMessage(const QString& message); ///< instead of an explanation
    void setExplanation(const QString& film, std::vector<WhyRow> rows, const QString& printedScore);
    const std::vector<WhyRow>& rows() const noexcept { return m_model.rows(); }
    double sum() const { return m_model.sum(); }
    QListView* list() const noexcept { return m_list; }

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

signals:
    void countRequested(qint64 logId, bool counted); ///< an event was ticked or unticked

private:
    void applyTheme();
    void setRows(std::vector<WhyRow> rows);

    const Theme& m_theme;
    WhyModel m_model;
    WhyDelegate* m_delegate = nullptr;
    QStackedLayout* m_stack = nullptr;
    QLabel* m_message = nullptr;
    ElidedLabel* m_heading = nullptr;
    QLabel* m_sum = nullptr;
    QListView* m_list = nullptr;
};

} // namespace recital
