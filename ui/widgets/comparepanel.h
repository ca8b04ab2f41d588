#pragma once

#include "core/services/compareservice.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace recital {

class AlgorithmList;
class IntegerField;
class SplitFields;
class Theme;

/// What is to be compared, on which hidden ratings and how often. Buttons at its foot start and stop.
class ComparePanel : public QWidget {
    Q_OBJECT
public:
    explicit ComparePanel(const Theme& theme, QWidget* parent = nullptr);

    void setDataset(std::shared_ptr<const Dataset> dataset);
    void setRequest(const CompareRequest& request);
    CompareRequest request() const;
    AlgorithmList& algorithms() const noexcept { return *m_algorithms; }

    /// Whether Start can be pressed, and if not, why.
    void setReady(bool ready, const QString& problem);
    void setRunning(bool running);

signals:
    void changed();
    void startRequested();
    void cancelRequested();
    void defaultsRequested();

private:
    QWidget* buildFields();
    QWidget* buildAlgorithms(QWidget* parent);
    QWidget* buildAdvanced(QWidget* parent);
    QWidget* buildButtons();
    void updateReferences();

    const Theme& m_theme;
    CompareRequest m_request; ///< keeps what the panel does not show
    SplitFields* m_split = nullptr;
    AlgorithmList* m_algorithms = nullptr;
    QComboBox* m_reference = nullptr;
    QString m_wantedReference; ///< chosen last; comes back when its algorithm is ticked again
    IntegerField* m_length = nullptr;
    IntegerField* m_seeds = nullptr;
    QCheckBox* m_ratings = nullptr;
    QWidget* m_fields = nullptr;
    QPushButton* m_advancedButton = nullptr;
    QWidget* m_advanced = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_defaults = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace recital
