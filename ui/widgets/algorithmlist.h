#pragma once

#include "core/recsys/algorithms/catalogue.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QCheckBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace recital {

class ElidedLabel;
class Theme;

/// The menu of algorithms with a tick each: its parameters in one line, what training it will cost, and why
/// it is refused where it is.
class AlgorithmList : public QWidget {
    Q_OBJECT
public:
    using Cost = std::function<TrainingCost(const TrainingSpec&)>;

    explicit AlgorithmList(const Theme& theme, QWidget* parent = nullptr);
    ~AlgorithmList() override;

    /// Fills the list with the menu; nullptr empties it. Every algorithm has its default parameters.
    void setDataset(std::shared_ptr<const Dataset> dataset);
    void setCost(Cost cost); ///< empty: costs are not known (yet)
    /// Ticks exactly these and gives them these parameters; trials: one each, or empty.
    void setChosen(const std::vector<TrainingSpec>& algorithms, const std::vector<int>& tuningTrials = {});
    /// One algorithm's parameters, as found by a search with so many trials; ticks it.
    void apply(const TrainingSpec& specification, int tuningTrials);
    void tickAll(bool ticked); ///< all that are not refused

    std::vector<TrainingSpec> chosen() const;
    std::vector<int> tuningTrials() const; ///< one a chosen algorithm

signals:
    void changed();

private:
    struct Entry;

    void addEntry(const AlgorithmInfo& info);
    void edit(Entry& entry);
    void show(Entry& entry);
    Entry* entryOf(const TrainingSpec& specification);

    const Theme& m_theme;
    std::shared_ptr<const Dataset> m_dataset;
    Cost m_cost;
    QVBoxLayout* m_layout = nullptr;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace recital
