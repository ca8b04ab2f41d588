#pragma once

#include "core/recsys/split.h"

#include <QWidget>

class QComboBox;

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

signals:
    void changed();

private:
    void build(const Theme& theme);
    void showRows();
    void setProtocolEnabled(int row, bool enabled, const QString& reason);

    Use m_use = Use::OneSplit;
    QComboBox* m_protocol = nullptr;
    QComboBox* m_fold = nullptr;
    IntegerField* m_share = nullptr;
    NumberField* m_threshold = nullptr;
    IntegerField* m_seed = nullptr;
    QWidget* m_foldRow = nullptr;
    QWidget* m_shareRow = nullptr;
    QWidget* m_thresholdRow = nullptr;
    QWidget* m_seedRow = nullptr;
};

} // namespace recital
