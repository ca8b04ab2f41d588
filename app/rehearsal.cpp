#include "app/rehearsal.h"

#include "app/jobwait.h"
#include "core/recsys/algorithms/catalogue.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QPixmap>
#include <QSaveFile>

#include <algorithm>
#include <optional>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleTime = 900; // ms: longer than every animation

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
    return waitFor(compare, &CompareService::finished, interrupt, [&] { compare.start(request); });
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
    return saveWidget(*m_window, folder, name);
}

Status Rehearsal::saveWidget(QWidget& widget, const QString& folder, const QString& name) {
    settle();
    if (QWidget* focused = widget.focusWidget())
        focused->clearFocus(); // nobody is typing in a picture
    return savePicture(widget.grab(), QDir(folder).filePath(name + u".png"_s));
}

std::vector<ItemIndex> filmsToClick(const ModelSnapshot& snapshot, int count, std::string_view genre) {
    const std::vector<ItemStatistics>& perItem = snapshot.statistics->perItem;
    const auto& genres = snapshot.dataset->genreNames();
    const auto found = std::ranges::find(genres, genre);
    const std::uint32_t wanted = found == genres.end() ? 0U : 1U << (found - genres.begin());
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
