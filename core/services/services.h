#pragma once

#include "core/services/compareservice.h"
#include "core/services/datasetservice.h"
#include "core/services/demonumbersservice.h"
#include "core/services/downloadservice.h"
#include "core/services/eventlog.h"
#include "core/services/joblane.h"
#include "core/services/labservice.h"
#include "core/services/livesession.h"
#include "core/services/modelstore.h"
#include "core/services/replayservice.h"
#include "core/services/reproductionservice.h"
#include "core/services/retrainservice.h"
#include "core/services/rulesservice.h"
#include "core/services/sessionservice.h"
#include "core/services/simulatorservice.h"
#include "core/services/trainingservice.h"
#include "core/services/tuneservice.h"
#include "core/store/workspace.h"

#include <memory>

namespace recital {

/// Every service of one running program, made in the order of the members and destroyed in reverse. Pages and
/// commands get a reference.
class Services {
    std::unique_ptr<Workspace> m_workspace; // first: the services below keep references to it

public:
    /// Errors: those of Workspace::open.
    static Result<std::unique_ptr<Services>> create(const QString& workspaceFolder);
    ~Services();

    Workspace& workspace() { return *m_workspace; }
    ModelStore store;
    JobLane computeLane;
    DatasetService datasets;
    TrainingService training;
    CompareService compare;
    TuneService tune;
    LabService lab;
    LiveSession live;
    EventLog eventLog;
    DownloadService downloads;
    ReproductionService reproduction;
    ReplayService replay;
    DemoNumbersService numbers;
    SimulatorService simulator;
    RetrainService retrain;
    RulesService rules;
    SessionService session; // last: saves what the others hold when the program ends

private:
    explicit Services(std::unique_ptr<Workspace> workspace);
};

} // namespace recital
