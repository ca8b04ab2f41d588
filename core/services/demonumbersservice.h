#pragma once

#include "core/recsys/live/demonumbers.h"
#include "core/services/jobservice.h"

#include <memory>

namespace recital {

/// Computes the numbers of this demo on the compute lane. They belong to the present trained model and go
/// with it.
class DemoNumbersService : public JobService {
    Q_OBJECT
public:
    DemoNumbersService(JobLane& computeLane, ModelStore& store, QObject* parent = nullptr);

    /// Why start() would refuse: InvalidData (no dataset, no trained model), InvalidParameters.
    Status check(const UpdateRule& rule, int k = 10) const;
    bool start(const UpdateRule& rule, int k = 10); ///< failed() is emitted at once when refused
    void cancel() { cancelJob(); }                  ///< the numbers shown before stay
    bool running() const noexcept { return jobRuns(); }
    std::shared_ptr<const DemoNumbers> numbers() const noexcept { return m_numbers; } ///< may be null

    static constexpr int longestList = 1000;

signals:
    void numbersChanged(); ///< they are there, or gone
    void progressChanged(double fraction);
    void finished(bool cancelled);

private:
    void end(const Result<DemoNumbers>& outcome);
    void forgetOtherModel();

    std::shared_ptr<const TrainedModel> m_trained; ///< that the numbers belong to
    std::shared_ptr<const DemoNumbers> m_numbers;
};

} // namespace recital
