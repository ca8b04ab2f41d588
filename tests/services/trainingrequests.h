#pragma once

#include "tests/services/comparefixtures.h"

#include <QDir>

namespace recital::test {

using namespace Qt::StringLiterals;

inline void publish(Services& services, const test::SnapshotOptions& options = {}) {
    test::SnapshotOptions untrained = options;
    untrained.trained = false;
    services.store.publish(test::makeSnapshot(untrained));
}

inline TrainingRequest smallRequest() {
    TrainingRequest request;
    request.parameters.factors = 8;
    request.parameters.iterations = 4;
    request.split.protocol = Protocol::UserTemporal;
    request.k = 5;
    return request;
}

inline QStringList modelFiles(const QTemporaryDir& folder) {
    return QDir(folder.filePath(u"models"_s)).entryList(QDir::Files | QDir::Hidden);
}

} // namespace recital::test
