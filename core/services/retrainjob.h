#pragma once

#include "core/services/mailbox.h"
#include "core/services/retrainservice.h"
#include "core/services/trainingjob.h"

#include <QString>

#include <memory>
#include <vector>

namespace recital {

/// Phases in order, and progress over all of them.
class RetrainMailbox : public Mailbox<RetrainService::Phase> {};

/// Somebody on the stage, as the rules see them.
struct RetrainPast {
    RetrainUser user; ///< lists are empty
    std::vector<Interaction> known;
    std::vector<Interaction> events;
    GenreTaste taste;
    std::vector<ItemIndex> excluded; ///< ascending
};

/// Everything the job looks at, taken on the UI thread.
struct RetrainInput {
    std::shared_ptr<const ModelSnapshot> snapshot; ///< with dataset and trained model
    std::shared_ptr<const std::vector<float>> popularity;
    LearnedEvents learned;
    std::vector<RetrainPast> users;
    UpdateRule rule;
    StatisticsOptions statistics{};
    QString workspaceFolder;
};

/// A finished job, before anybody decided.
struct RetrainOutcome {
    std::shared_ptr<const RetrainCandidate> candidate;
    std::shared_ptr<UnclaimedFile> modelFile;
};

/// The job of RetrainService. Errors: those of trainAls() and evaluate(), FileWrite, Cancelled.
Result<RetrainOutcome> runRetrainJob(const RetrainInput& input, RetrainMailbox& mailbox,
                                     const JobControl& control);

} // namespace recital
