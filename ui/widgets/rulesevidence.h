#pragma once

#include "core/recsys/live/rulesproof.h"

#include <QFrame>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;

namespace recital {

class Theme;

/// What hand-written rules and the learned model can and cannot do: one statement a row, each with what was
/// measured for both over all users.
class RulesEvidence : public QFrame {
    Q_OBJECT
public:
    explicit RulesEvidence(const Theme& theme, QWidget* parent = nullptr);

    void setProof(std::shared_ptr<const RulesProof> proof); ///< nullptr: not measured

private:
    struct Row {
        QLabel* statement = nullptr;
        QLabel* evidence = nullptr;
        QLabel* rules = nullptr;
        QLabel* model = nullptr;
    };

    void addRow(QGridLayout* grid, const QString& name, const QString& statement);
    void set(std::size_t row, const QString& rules, const QString& model, const QString& evidence);
    void showNothing();

    const Theme& m_theme;
    std::vector<Row> m_rows;
};

} // namespace recital
