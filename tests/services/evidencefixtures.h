#pragma once

#include "core/services/livematerial.h"
#include "tests/services/comparefixtures.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <memory>

namespace recital::test {

constexpr int patience = 60'000;

inline AlsParameters smallAls() {
    AlsParameters parameters;
    parameters.factors = 4;
    parameters.iterations = 3;
    return parameters;
}

/// A model of the newest-fifth split of the generated dataset, as the training service publishes it.
inline ModelSnapshot snapshotWithTest(const SnapshotOptions& options = {}) {
    SnapshotOptions plain = options;
    plain.trained = false;
    ModelSnapshot snapshot = makeSnapshot(plain);
    SplitOptions newest;
    newest.protocol = Protocol::UserTemporal;
    auto trained = std::make_shared<TrainedModel>();
    trained->split = std::make_shared<const Split>(makeSplits(*snapshot.dataset, newest).value().front());
    trained->model = trainAls(trained->split->train, smallAls(), {}).value();
    snapshot.trained = trained;
    return snapshot;
}

inline std::shared_ptr<const Dataset> withoutTimestamps() {
    DatasetParts parts;
    parts.info.name = "timeless";
    for (int i = 0; i < 10; ++i) {
        parts.items.push_back({i, "Film", 1990, 0});
        parts.userIds.push_back(i);
        for (int u = 0; u < 10; ++u) {
            parts.ratingUser.push_back(u);
            parts.ratingItem.push_back(i);
            parts.ratingValue.push_back(5.0F);
            parts.ratingTime.push_back(0);
        }
    }
    return Dataset::create(std::move(parts)).value();
}

struct Stand {
    Stand()
        : services(makeServices(folder.path())) {}

    ReplayOptions smallReplay() const {
        ReplayOptions options = services->replay.defaultOptions();
        options.als = smallAls();
        options.statistics.resamples = 200;
        options.statistics.flips = 200;
        return options;
    }
    ReplayOptions endlessReplay() const {
        ReplayOptions options = smallReplay();
        options.als.factors = 128;
        options.als.iterations = 1000;
        return options;
    }

    QTemporaryDir folder;
    std::unique_ptr<Services> services;
};

/// Something else that has the lane until it is cancelled.
inline void occupy(JobLane& lane, QObject* context) {
    lane.start<int>(
        QStringLiteral("Something else"), context,
        [](const JobControl& control) -> Result<int> {
            while (!control.stopRequested())
                QThread::msleep(1);
            return Error{ErrorCode::Cancelled, {}};
        },
        {}, [](const Result<int>&) {});
}

inline ErrorCode lastCode(const QSignalSpy& failed) {
    return failed.isEmpty() ? ErrorCode::Internal : failed.last().first().value<ErrorCode>();
}

} // namespace recital::test
