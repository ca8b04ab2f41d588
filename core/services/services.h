#pragma once

#include "core/services/datasetservice.h"
#include "core/services/downloadservice.h"
#include "core/services/joblane.h"
#include "core/services/livesession.h"
#include "core/services/modelstore.h"
#include "core/services/trainingservice.h"
#include "core/store/workspace.h"

#include <memory>

namespace recital {

/// Every service of one running program, made in this order and destroyed in reverse. Pages and commands get
/// a reference.
class Services {
public:
    /// Errors: those of Workspace::open.
    static Result<std::unique_ptr<Services>> create(const QString& workspaceFolder);

private:
    std::unique_ptr<Workspace> m_workspace; // first: the services below keep references to it

public:
    Workspace& workspace() { return *m_workspace; }
    ModelStore store;
    JobLane computeLane;
    DatasetService datasets;
    TrainingService training;
    LiveSession live;
    DownloadService downloads;

private:
    explicit Services(std::unique_ptr<Workspace> workspace);
};

} // namespace recital
