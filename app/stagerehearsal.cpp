#include "app/jobwait.h"
#include "app/rehearsal.h"
#include "ui/dialogs/datasetuserdialog.h"
#include "ui/dialogs/newuserdialog.h"
#include "ui/dialogs/strengthsdialog.h"
#include "ui/pages/stageevidence.h"
#include "ui/pages/stagelive.h"
#include "ui/pages/stagepage.h"
#include "ui/widgets/stagedrawer.h"

#include <QDir>

// The part of the rehearsal that plays and shows the stage.
namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int clickedFilms = 3;
constexpr int simulatedUsers = 25; // enough for a curve, played in a few seconds

/// Somebody whose list has little in common with the first user's.
Status addSecondUser(LiveSession& live) {
    const qint64 first = live.user().id;
    const auto second = live.addUser(u"Bob"_s);
    if (!second.ok())
        return second.error();
    for (const ItemIndex film : filmsToClick(*live.snapshot(), clickedFilms, "Action"))
        if (const Status liked = live.act(EventType::Like, film); !liked.ok())
            return liked;
    live.chooseUser(first);
    return success();
}

/// A user of the data with some likes that the model has not seen, if there is one.
UserIndex userWithHiddenLikes(const ModelSnapshot& snapshot) {
    constexpr std::size_t some = 20;
    const SparseRows& hidden = snapshot.trained->split->relevant;
    for (UserIndex user = 0; user < hidden.rowCount(); ++user)
        if (hidden.row(user).size() >= some)
            return user;
    return 0;
}

} // namespace

Status Rehearsal::measureStage(const Interrupt& interrupt) {
    Services& all = *m_services;
    if (const Status added = addSecondUser(all.live); !added.ok())
        return added;
    const UpdateRule rule = all.live.state().rule;
    const ReplayOptions options = all.replay.defaultOptions();
    // Data without timestamps or genres have no such evidence: their pictures say so.
    if (all.replay.check(options).ok())
        if (const Status status =
                waitFor(all.replay, &ReplayService::finished, interrupt, [&] { all.replay.start(options); });
            !status.ok())
            return status;
    if (all.rules.check().ok())
        if (const Status status =
                waitFor(all.rules, &RulesService::finished, interrupt, [&] { all.rules.start(); });
            !status.ok())
            return status;
    if (const Status status =
            waitFor(all.numbers, &DemoNumbersService::finished, interrupt, [&] { all.numbers.start(rule); });
        !status.ok())
        return status;
    if (const Status status = simulate(interrupt); !status.ok())
        return status;
    return waitFor(all.retrain, &RetrainService::candidateChanged, interrupt, [&] { all.retrain.start(); });
}

Status Rehearsal::simulate(const Interrupt& interrupt) {
    SimulatorService& simulator = m_services->simulator;
    Simulator::Options options;
    options.users = simulatedUsers;
    options.rule = m_services->live.state().rule;
    if (!simulator.check(options).ok())
        return success();
    simulator.setRate(SimulatorService::fastest);
    // The first change of the state tells that it runs, the second that it ended.
    const Status started =
        waitFor(simulator, &SimulatorService::stateChanged, interrupt, [&] { simulator.start(options); });
    return started.ok() ? waitFor(simulator, &SimulatorService::stateChanged, interrupt, [] {}) : started;
}

Status Rehearsal::saveStage(const QString& folder) {
    m_window->showPage(u"stage"_s);
    for (const auto& save : {&Rehearsal::saveViews, &Rehearsal::saveDrawer, &Rehearsal::saveDialogs})
        if (const Status saved = (this->*save)(folder); !saved.ok())
            return saved;
    return success();
}

Status Rehearsal::saveViews(const QString& folder) {
    auto* stage = m_window->findChild<StagePage*>();
    auto* evidence = m_window->findChild<StageEvidence*>();
    Q_ASSERT(stage != nullptr && evidence != nullptr);
    LiveSession& live = m_services->live;
    const qint64 first = live.user().id;
    for (const QString& view : stage->views().mid(1)) { // the first one is the page's own picture
        if (view == u"rules"_s) {                       // whose hidden likes can be marked in both lists
            if (const auto added = live.addDatasetUser(userWithHiddenLikes(*live.snapshot())); !added.ok())
                return added.error();
        } else {
            live.chooseUser(first);
        }
        stage->showView(view);
        const QStringList panels = view == u"evidence"_s ? evidence->panels() : QStringList{QString()};
        for (const QString& panel : panels) {
            if (!panel.isEmpty())
                evidence->showPanel(panel);
            const QString name = panel.isEmpty() ? view : view + u'-' + panel;
            if (const Status saved = saveWindow(folder, u"stage-"_s + name); !saved.ok())
                return saved;
        }
    }
    live.chooseUser(first);
    stage->showView(stage->views().front());
    return success();
}

Status Rehearsal::saveDrawer(const QString& folder) {
    StageLive& live = m_window->findChild<StagePage*>()->live();
    for (const QString& panel : live.drawer().panels()) {
        live.openDrawer(panel);
        if (const Status saved = saveWindow(folder, u"stage-"_s + panel); !saved.ok())
            return saved;
    }
    live.closeDrawer();
    return success();
}

Status Rehearsal::saveDialogs(const QString& folder) {
    const auto snapshot = m_services->store.snapshot();
    NewUserDialog newUser(*snapshot, {}, m_theme, m_window.get());
    DatasetUserDialog datasetUser(snapshot->dataset,
                                  summarizeUsers(*snapshot->dataset, snapshot->statistics->positiveThreshold),
                                  m_theme, m_window.get());
    StrengthsDialog strengths(m_services->live.state().strengths, m_theme, m_window.get());
    const std::pair<QDialog*, QString> dialogs[] = {{&newUser, u"stage-newuser"_s},
                                                    {&datasetUser, u"stage-datasetuser"_s},
                                                    {&strengths, u"stage-strengths"_s}};
    for (const auto& [dialog, name] : dialogs) {
        dialog->show();
        if (const Status saved = saveWidget(*dialog, folder, name); !saved.ok())
            return saved;
    }
    return success();
}

} // namespace recital
