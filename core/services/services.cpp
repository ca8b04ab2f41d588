#include "core/services/services.h"

namespace recital {

namespace {

/// The services use the workspace on the UI thread: a click that cannot be written is to say so while the
/// presenter still looks, not to hold the window. A change of this program takes a few milliseconds.
constexpr std::chrono::milliseconds clickPatience{150};

} // namespace

Result<std::unique_ptr<Services>> Services::create(const QString& workspaceFolder) {
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(workspaceFolder);
    if (!workspace)
        return workspace.error();
    (*workspace)->setBusyTimeout(clickPatience); // only now: the migration may take its time
    return std::unique_ptr<Services>(new Services(std::move(workspace).value()));
}

Services::Services(std::unique_ptr<Workspace> workspace)
    : m_workspace(std::move(workspace))
    , datasets(computeLane, store, *m_workspace)
    , training(computeLane, store, *m_workspace)
    , compare(computeLane, store, *m_workspace)
    , tune(computeLane, store)
    , lab(computeLane, store)
    , live(store, *m_workspace)
    , eventLog(live, *m_workspace)
    , reproduction(computeLane, store)
    , replay(computeLane, store)
    , numbers(computeLane, store)
    , simulator(computeLane, store)
    , retrain(computeLane, store, live, *m_workspace)
    , rules(computeLane, store)
    , session(computeLane, store, datasets, live, *m_workspace) {}

// A running job is asked to stop at once; the lane waits for it when its turn to be destroyed comes.
Services::~Services() {
    computeLane.cancel();
}

} // namespace recital
