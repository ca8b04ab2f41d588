#pragma once

#include "core/services/tuneservice.h"

#include <QFrame>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace recital {

class IntegerField;
class Theme;

/// What a search is asked for: the algorithm, the values of each of its parameters (one value is fixed,
/// several are searched), grid or random draws, and the metric that decides.
class TuneControls : public QFrame {
    Q_OBJECT
public:
    using Defaults = std::function<TuneRequest(const TrainingSpec& base)>;
    using Check = std::function<Status(const TuneRequest&)>;

    /// `defaults` and `check` are those of the tune service.
    TuneControls(Theme& theme, Defaults defaults, Check check, QWidget* parent = nullptr);

    void setDataset(std::shared_ptr<const Dataset> dataset); ///< nullptr: nothing can be started
    TuneRequest request() const;
    int trialCount() const; ///< of the search as it stands, 0 while it is refused
    void setRunning(bool running);

signals:
    void startRequested();

private:
    struct Field {
        std::string name;
        QLineEdit* edit = nullptr;
    };

    QWidget* buildFields();
    QWidget* buildSearch();
    void connectControls();
    void algorithmChosen();
    void addField(const struct ParameterField& field, const std::vector<double>& values);
    void takeDefaults();
    void update();
    void showMetrics();
    bool readFields(TuneRequest& request, QString* problem) const;
    double combinations(const TuneRequest& request) const;
    QString problem(const TuneRequest& request) const; ///< empty: can start

    Theme& m_theme;
    Defaults m_defaults;
    Check m_check;
    std::shared_ptr<const Dataset> m_dataset;
    TuneRequest m_request; ///< keeps what is not shown
    std::vector<Field> m_fields;
    QComboBox* m_algorithm = nullptr;
    QWidget* m_rows = nullptr;
    QVBoxLayout* m_rowsLayout = nullptr;
    QComboBox* m_mode = nullptr;
    IntegerField* m_trials = nullptr;
    QWidget* m_trialsRow = nullptr;
    QComboBox* m_metric = nullptr;
    IntegerField* m_seed = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_start = nullptr;
    bool m_running = false;
    bool m_filling = false;
};

} // namespace recital
