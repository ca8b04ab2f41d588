#pragma once

#include "core/recsys/live/demonumbers.h"
#include "core/services/joblane.h"
#include "core/services/modelstore.h"

#include <QObject>

#include <memory>

namespace recital {

/// Computes the numbers of this demo on the compute lane. They belong to the present trained model and go
/// with it.
class DemoNumbersService : public QObject {
    Q_OBJECT
public:
    DemoNumbersService(JobLane& computeLane, ModelStore& store, QObject* parent = nullptr);
    ~DemoNumbersService() override;

    /// Why start() would refuse: InvalidData (no dataset, no trained model), InvalidParameters.
    Status check(const UpdateRule& rule, int k = 10) const;
    bool start(const UpdateRule& rule, int k = 10); ///< failed() is emitted at once when refused
    void cancel();                                  ///< the numbers shown before stay
    bool running() const noexcept { return m_running; }
    std::shared_ptr<const DemoNumbers> numbers() const noexcept { return m_numbers; } ///< may be null

    static constexpr int longestList = 1000;

signals:
    void started();
    void numbersChanged(); ///< they are there, or gone
    void progressChanged(double fraction);
    void finished(bool cancelled);
    void failed(recital::ErrorCode code, const QString& detail);

private:
    void end(const Result<DemoNumbers>& outcome);
    void forgetOtherModel();
    bool refuse(const Error& error); ///< emits failed(); false

    JobLane& m_lane;
    ModelStore& m_store;
    std::shared_ptr<const TrainedModel> m_trained; ///< that the numbers belong to
    std::shared_ptr<const DemoNumbers> m_numbers;
    bool m_running = false;
};

} // namespace recital
