#include "core/store/database.h"

#include "core/store/workspace.h"

using namespace Qt::StringLiterals;

namespace recital {

/// Never edited once released, only appended to.
const std::vector<QStringList>& migrations() {
    static const std::vector<QStringList> steps{
        QStringList{u"CREATE TABLE run ("
                    "id INTEGER PRIMARY KEY AUTOINCREMENT, started_at TEXT NOT NULL,"
                    "dataset_name TEXT NOT NULL, dataset_location TEXT NOT NULL,"
                    "dataset_fingerprint TEXT NOT NULL, algorithm TEXT NOT NULL,"
                    "parameters TEXT NOT NULL, split TEXT NOT NULL, reports TEXT NOT NULL,"
                    "curve TEXT NOT NULL, model_file TEXT NOT NULL, train_seconds REAL NOT NULL)"_s,
                    u"CREATE TABLE session ("
                    "id INTEGER PRIMARY KEY CHECK (id = 1), dataset_location TEXT NOT NULL,"
                    "dataset_fingerprint TEXT NOT NULL,"
                    "run_id INTEGER REFERENCES run(id) ON DELETE SET NULL,"
                    "page TEXT NOT NULL, clicked_item_ids TEXT NOT NULL)"_s,
                    u"CREATE TABLE recent_location ("
                    "location TEXT PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE)"_s},
        QStringList{u"ALTER TABLE recent_location ADD COLUMN columns TEXT NOT NULL DEFAULT ''"_s},
        QStringList{u"CREATE TABLE comparison ("
                    "id INTEGER PRIMARY KEY AUTOINCREMENT, started_at TEXT NOT NULL,"
                    "dataset_name TEXT NOT NULL, dataset_location TEXT NOT NULL,"
                    "dataset_fingerprint TEXT NOT NULL, options TEXT NOT NULL, splits TEXT NOT NULL,"
                    "ratings TEXT NOT NULL, reference INTEGER NOT NULL, verdicts TEXT NOT NULL)"_s,
                    u"CREATE TABLE comparison_row ("
                    "id INTEGER PRIMARY KEY AUTOINCREMENT,"
                    "comparison_id INTEGER NOT NULL REFERENCES comparison(id) ON DELETE CASCADE,"
                    "algorithm TEXT NOT NULL, specification TEXT NOT NULL, tuning_trials INTEGER NOT NULL,"
                    "measured_at TEXT NOT NULL, reports TEXT NOT NULL, user_values BLOB NOT NULL)"_s,
                    u"CREATE INDEX comparison_row_of ON comparison_row (comparison_id)"_s},
    };
    Q_ASSERT(steps.size() == Workspace::currentSchemaVersion);
    return steps;
}

} // namespace recital
