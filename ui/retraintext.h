#pragma once

#include "core/services/livestate.h"
#include "core/services/retrainservice.h"

#include <QString>

#include <vector>

namespace recital {

class Dataset;

// What retraining would learn and what came out, in words.

/// One line of the table of what happened on the stage.
struct RetrainEventRow {
    QString user;
    QString event; ///< "Like", "4 stars"
    int count = 0;
    double strength = 0.0; ///< of one
};
/// By user in the order of the stage, then by kind of event. Muted ones count: they happened.
std::vector<RetrainEventRow> retrainEventRows(const LiveState& state, const Dataset& dataset);

/// "4 events of 2 users will be learned; 1 is hidden in the test part and left out."
QString learnedText(const LearnedEvents& learned);

/// The one sentence about the candidate: by NDCG, with interval, p and verdict.
QString candidateVerdict(const RetrainCandidate& candidate);
/// What changes for who is on the stage, a line each: "Alice: 3 of 10 films are new".
QString candidateLists(const RetrainCandidate& candidate, const Dataset& dataset);

} // namespace recital
