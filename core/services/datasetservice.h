#pragma once

#include "core/recsys/io/loader.h"
#include "core/services/joblane.h"
#include "core/services/modelstore.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <variant>

namespace recital {

class Workspace;

/// The rating from which on an item counts as liked: 4 on MovieLens' scales, elsewhere four fifths of the
/// highest value, and every row where all values are equal.
float defaultPositiveThreshold(const Dataset& dataset);

/// Loads datasets on the compute lane and publishes them; a failed or cancelled load leaves the present one
/// untouched.
class DatasetService : public QObject {
    Q_OBJECT
public:
    DatasetService(JobLane& computeLane, ModelStore& store, Workspace& workspace, QObject* parent = nullptr);

    /// Folder, zip or a single delimited file. Emits columnsNeeded instead of loading when only the user can
    /// tell which column is which (the preview then suggests what was chosen for this file before). Emits
    /// failed(Busy) while another job runs.
    void load(const QString& location);
    void loadWithColumns(const QString& location, const ColumnMapping& columns);
    void cancel();
    bool loading() const noexcept { return m_loading; }

    /// Like load, but a delimited file whose columns were named before is read that way without asking.
    void reload(const QString& location);

    QStringList recentLocations() const; ///< newest first, existing ones only, at most 10

signals:
    void loadStarted(const QString& location);
    void progressChanged(double fraction);
    void loaded(); ///< after the store has published it
    void cancelled();
    void failed(recital::ErrorCode code, const QString& detail);
    void columnsNeeded(const QString& location, const recital::ColumnPreview& preview);
    void recentLocationsChanged();

private:
    /// What the job hands over: everything of a snapshot but the model, or the question about the columns.
    struct Loaded {
        std::shared_ptr<const Dataset> dataset;
        std::shared_ptr<const DatasetStatistics> statistics;
        std::shared_ptr<const Model> popularity;
    };
    using Outcome = std::variant<Loaded, ColumnPreview>;

    static Result<Outcome> loadOn(const QString& location, const std::optional<ColumnMapping>& columns,
                                  const JobControl& control);
    void begin(const QString& location, const std::optional<ColumnMapping>& columns);
    void finish(const QString& location, const std::optional<ColumnMapping>& columns,
                Result<Outcome> outcome);
    void publish(const QString& location, const std::optional<ColumnMapping>& columns, Loaded data);
    std::optional<ColumnMapping> rememberedColumns(const QString& location) const;

    JobLane& m_lane;
    ModelStore& m_store;
    Workspace& m_workspace;
    bool m_loading = false;
};

} // namespace recital
