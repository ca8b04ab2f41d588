#include "app/rehearsal.h"

#include "core/recsys/algorithms/catalogue.h"
#include "ui/pages/stagelive.h"
#include "ui/pages/stagepage.h"
#include "ui/widgets/stagedrawer.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QPixmap>
#include <QSaveFile>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int interruptInterval = 50; // ms
constexpr int settleTime = 900;       // ms: longer than every animation

/// Runs an event loop until the job of `service` has told its outcome by one of its signals.
template<typename Service, typename Finished>
Status waitFor(Service& service, Finished finished, const Interrupt& interrupt,
               const std::function<void()>& start) {
    QEventLoop loop;
    std::optional<Error> error;
    QObject::connect(&service, finished, &loop, &QEventLoop::quit);
    QObject::connect(&service, &Service::cancelled, &loop, [&] {
        error = Error{ErrorCode::Cancelled, {}};
        loop.quit();
    });
    QObject::connect(&service, &Service::failed, &loop, [&](ErrorCode code, const QString& detail) {
        error = Error{code, detail.toStdString()};
        loop.quit();
    });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &service, [&] {
        if (interrupt.token().stop_requested())
            service.cancel();
    });
    timer.start(interruptInterval);
    // Started from inside the loop: an outcome that comes at once must find it running.
    QTimer::singleShot(0, &loop, start);
    loop.exec();
    return error ? Status(*error) : success();
}

void settle() {
    QEventLoop loop;
    QTimer::singleShot(settleTime, &loop, &QEventLoop::quit);
    loop.exec();
}

Status savePicture(const QPixmap& picture, const QString& path) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit())
        return success();
    return Error{ErrorCode::FileWrite, path.toStdString() + ": " + file.errorString().toStdString()};
}

} // namespace

Result<std::unique_ptr<Rehearsal>> Rehearsal::create(const Look& look) {
    std::unique_ptr<Rehearsal> rehearsal(new Rehearsal);
    if (!rehearsal->m_workspace.isValid())
        return Error{ErrorCode::FileWrite, rehearsal->m_workspace.errorString().toStdString()};
    auto services = Services::create(rehearsal->m_workspace.path());
    if (!services.ok())
        return services.error();
    rehearsal->m_services = std::move(*services);
    rehearsal->m_theme.setKind(look.theme);
    rehearsal->m_window = std::make_unique<MainWindow>(*rehearsal->m_services, rehearsal->m_theme);
    rehearsal->m_window->resize(look.size);
    rehearsal->m_window->show();
    return rehearsal;
}

Status Rehearsal::load(const QString& location, const Interrupt& interrupt) {
    DatasetService& datasets = m_services->datasets;
    std::optional<ColumnPreview> question;
    const auto connection = QObject::connect(
        &datasets, &DatasetService::columnsNeeded, &datasets,
        [&](const QString&, const ColumnPreview& preview) {
            datasets.loadWithColumns(location, preview.guess); // nobody is here to be asked
        },
        Qt::QueuedConnection);
    const Status status =
        waitFor(datasets, &DatasetService::loaded, interrupt, [&] { datasets.load(location); });
    QObject::disconnect(connection);
    return status;
}

Status Rehearsal::train(const Interrupt& interrupt,
                        const std::function<void(const TrainingPoint&)>& onPoint) {
    TrainingService& training = m_services->training;
    const auto connection = QObject::connect(&training, &TrainingService::pointAdded, &training, onPoint);
    const Status status = waitFor(training, &TrainingService::finished, interrupt,
                                  [&] { training.start(training.defaultRequest()); });
    QObject::disconnect(connection);
    return status;
}

Status Rehearsal::compare(const Interrupt& interrupt) {
    CompareService& compare = m_services->compare;
    CompareRequest request = compare.defaultRequest();
    const TrainingSpec reference = request.algorithms[request.reference];
    std::erase_if(request.algorithms, [&](const TrainingSpec& specification) {
        const std::string_view key = algorithmOf(specification).key;
        return key != "random" && key != "popular" && key != "genrerules" && key != "itemknn" &&
               key != "puresvd" && key != algorithmOf(reference).key;
    });
    request.reference = request.algorithms.size() - 1;
    request.tuningTrials.clear();
    request.ratingModels.clear();
    request.options.seeds = 1;
    QEventLoop loop;
    std::optional<Error> error;
    QObject::connect(&compare, &CompareService::finished, &loop, &QEventLoop::quit);
    QObject::connect(&compare, &CompareService::failed, &loop, [&](ErrorCode code, const QString& detail) {
        error = Error{code, detail.toStdString()};
        loop.quit();
    });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &compare, [&] {
        if (interrupt.token().stop_requested()) {
            error = Error{ErrorCode::Cancelled, {}};
            compare.cancel();
        }
    });
    timer.start(interruptInterval);
    QTimer::singleShot(0, &loop, [&] { compare.start(request); });
    loop.exec();
    return error ? Status(*error) : success();
}

Status Rehearsal::savePages(const QString& folder) {
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::FileWrite, folder.toStdString()};
    for (const QString& page : {u"data"_s, u"train"_s, u"compare"_s, u"stage"_s}) {
        m_window->showPage(page);
        if (const Status saved = saveWindow(folder, page); !saved.ok())
            return saved;
    }
    return success();
}

Status Rehearsal::saveWindow(const QString& folder, const QString& name) {
    settle();
    if (QWidget* focused = m_window->focusWidget())
        focused->clearFocus(); // nobody is typing in a picture
    return savePicture(m_window->grab(), QDir(folder).filePath(name + u".png"_s));
}

Status Rehearsal::saveStage(const QString& folder) {
    auto* stage = m_window->findChild<StagePage*>();
    Q_ASSERT(stage != nullptr);
    m_window->showPage(u"stage"_s);
    for (const QString& view : stage->views().mid(1)) { // the first one is the page's own picture
        stage->showView(view);
        if (const Status saved = saveWindow(folder, u"stage-"_s + view); !saved.ok())
            return saved;
    }
    stage->showView(stage->views().front());
    for (const QString& panel : stage->live().drawer().panels()) {
        stage->live().openDrawer(panel);
        if (const Status saved = saveWindow(folder, u"stage-"_s + panel); !saved.ok())
            return saved;
    }
    stage->live().closeDrawer();
    return success();
}

std::vector<ItemIndex> filmsToClick(const ModelSnapshot& snapshot, int count) {
    const std::vector<ItemStatistics>& perItem = snapshot.statistics->perItem;
    const auto& genres = snapshot.dataset->genreNames();
    const auto animation = std::ranges::find(genres, "Animation");
    const std::uint32_t wanted = animation == genres.end() ? 0U : 1U << (animation - genres.begin());
    std::vector<ItemIndex> films;
    for (ItemIndex item = 0; item < snapshot.dataset->itemCount(); ++item)
        if (wanted == 0 || (snapshot.dataset->item(item).genres & wanted) != 0)
            films.push_back(item);
    std::ranges::stable_sort(films, std::ranges::greater{}, [&](ItemIndex item) {
        return perItem[static_cast<std::size_t>(item)].positives;
    });
    films.resize(std::min(films.size(), static_cast<std::size_t>(count)));
    return films;
}

} // namespace recital
