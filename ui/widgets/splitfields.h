#pragma once

#include "core/recsys/split.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace recital {

class IntegerField;
class NumberField;
class Theme;

/// Which part of the data the model may not see: protocol and its options. The threshold and the seed are
/// for the folded-away part of the panel, so this widget hands them out as rows.
class SplitFields : public QWidget {
    Q_OBJECT
public:
    enum class Use {
        OneSplit,     ///< of official folds one is chosen: a model is trained on it
        WholeProtocol ///< all folds are measured, none is chosen
    };
    explicit SplitFields(const Theme& theme, QWidget* parent = nullptr);
    SplitFields(const Theme& theme, Use use, QWidget* parent = nullptr);

    /// Offers only what the dataset allows: folds it ships, time only where it has times.
    void setDataset(const Dataset* dataset);
    void setOptions(const SplitOptions& options, const QString& fold);
    SplitOptions options() const;
    QString fold() const;

    QWidget* thresholdRow() const noexcept { return m_thresholdRow; }
    QWidget* seedRow() const noexcept { return m_seedRow; }
    QWidget* minimumUserRow() const noexcept { return m_minimumUserRow; } ///< whole protocols only
    QWidget* minimumItemRow() const noexcept { return m_minimumItemRow; }

signals:
    void changed();

private:
    void build(const Theme& theme);
    void buildProtocols();
    void buildActivity(const Theme& theme);
    QString explanation() const;
    void showRows();
    void setProtocolEnabled(Protocol protocol, bool enabled, const QString& reason);

    Use m_use = Use::OneSplit;
    QComboBox* m_protocol = nullptr;
    QComboBox* m_fold = nullptr;
    IntegerField* m_share = nullptr;
    NumberField* m_threshold = nullptr;
    IntegerField* m_seed = nullptr;
    IntegerField* m_folds = nullptr;
    IntegerField* m_minimumUser = nullptr;
    IntegerField* m_minimumItem = nullptr;
    QLabel* m_explanation = nullptr; ///< whole protocols only
    QWidget* m_foldRow = nullptr;
    QWidget* m_shareRow = nullptr;
    QWidget* m_thresholdRow = nullptr;
    QWidget* m_seedRow = nullptr;
    QWidget* m_foldsRow = nullptr;
    QWidget* m_minimumUserRow = nullptr;
    QWidget* m_minimumItemRow = nullptr;
};

} // namespace recital
