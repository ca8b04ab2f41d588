#include "app/locations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace recital {

using namespace Qt::StringLiterals;

QString bundledDataset() {
    const QString installed = QCoreApplication::applicationDirPath() + u"/../share/recital/data"_s;
    const QString sources = QString::fromUtf8(RECITAL_DATA_FOLDER);
    for (const QString& folder : {installed, sources}) {
        const QString dataset = QDir::cleanPath(folder + u"/ml-latest-small"_s);
        if (QFileInfo(dataset).isDir())
            return dataset;
    }
    return {};
}

QString defaultWorkspace() {
    const QString chosen = qEnvironmentVariable("RECITAL_WORKSPACE");
    return chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : chosen;
}

} // namespace recital
