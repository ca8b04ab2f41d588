#pragma once

#include "core/recsys/io/loader.h"
#include "core/services/joblane.h"
#include "core/services/modelstore.h"

#include <QObject>
#include <QString>

namespace recital {

class Workspace;

/// Loads datasets on the compute lane and publishes them; a failed or cancelled load leaves the present one
/// untouched.
class DatasetService : public QObject {
    Q_OBJECT
public:
    DatasetService(JobLane& computeLane, ModelStore& store, Workspace& workspace, QObject* parent = nullptr);

    /// Folder, zip or a single delimited file. Emits columnsNeeded instead of loading when only the user can
    /// tell which column is which.
    void load(const QString& location);
    void loadWithColumns(const QString& location, const ColumnMapping& columns);
    void cancel();
    bool loading() const noexcept;

    QStringList recentLocations() const; ///< newest first, existing ones only, at most 10

signals:
    void loadStarted(const QString& location);
    void progressChanged(double fraction);
    void loaded(); ///< after the store has published it
    void cancelled();
    void failed(recital::ErrorCode code, const QString& detail);
    void columnsNeeded(const QString& location, const recital::ColumnPreview& preview);
    void recentLocationsChanged();
};

} // namespace recital
