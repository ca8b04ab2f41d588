#include "core/store/database.h"

#include "core/store/workspace.h"

using namespace Qt::StringLiterals;

namespace recital {

namespace {

/// Users of the stage, the log of their events, and the strengths. "INSERT OR REPLACE" deletes without asking
/// the trigger on DELETE, hence the one on INSERT. The films that were clicked in the session before become
/// likes of a user without a name.
QStringList liveStage() {
    return {u"CREATE TABLE live_user ("
            "id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TEXT NOT NULL,"
            "dataset_fingerprint TEXT NOT NULL, name TEXT NOT NULL, dataset_user_id INTEGER NOT NULL,"
            "taste TEXT NOT NULL, removed INTEGER NOT NULL CHECK (removed IN (0, 1)))"_s,
            u"CREATE INDEX live_user_of ON live_user (dataset_fingerprint)"_s,
            u"CREATE TABLE event ("
            "id INTEGER PRIMARY KEY AUTOINCREMENT, entry INTEGER NOT NULL CHECK (entry IN (0, 1, 2)),"
            "time INTEGER NOT NULL, user_id INTEGER NOT NULL REFERENCES live_user(id),"
            "dataset_fingerprint TEXT NOT NULL, type TEXT NOT NULL, item_id INTEGER NOT NULL,"
            "stars INTEGER NOT NULL, target INTEGER REFERENCES event(id), source TEXT NOT NULL,"
            "CHECK ((entry = 0) = (target IS NULL)))"_s,
            u"CREATE INDEX event_of ON event (dataset_fingerprint, user_id)"_s,
            u"CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event"
            " BEGIN SELECT RAISE(ABORT, 'the log of events is append-only'); END"_s,
            u"CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event"
            " BEGIN SELECT RAISE(ABORT, 'the log of events is append-only'); END"_s,
            u"CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event"
            " WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)"
            " BEGIN SELECT RAISE(ABORT, 'the log of events is append-only'); END"_s,
            u"CREATE TABLE event_strength ("
            "type TEXT NOT NULL, stars INTEGER NOT NULL, strength REAL NOT NULL,"
            "PRIMARY KEY (type, stars))"_s,
            u"ALTER TABLE session ADD COLUMN live_user_id INTEGER REFERENCES live_user(id)"_s,
            u"ALTER TABLE session ADD COLUMN live_rule TEXT NOT NULL DEFAULT ''"_s,
            u"INSERT INTO live_user (created_at, dataset_fingerprint, name, dataset_user_id, taste, removed)"
            " SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), dataset_fingerprint, '', -1, '', 0 FROM session"
            " WHERE json_valid(clicked_item_ids) AND json_array_length(clicked_item_ids) > 0"_s,
            u"INSERT INTO event (entry, time, user_id, dataset_fingerprint, type, item_id, stars, target,"
            " source) SELECT 0, CAST(strftime('%s', 'now') AS INTEGER) * 1000, live_user.id,"
            " live_user.dataset_fingerprint, 'like', clicked.value, 0, NULL, 'stage'"
            " FROM session JOIN live_user, json_each(CASE WHEN json_valid(session.clicked_item_ids)"
            " THEN session.clicked_item_ids ELSE '[]' END) AS clicked"
            " WHERE clicked.type = 'integer' ORDER BY clicked.key"_s,
            u"UPDATE session SET live_user_id = (SELECT max(id) FROM live_user)"_s,
            u"ALTER TABLE session DROP COLUMN clicked_item_ids"_s};
}

} // namespace

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
        liveStage(),
    };
    Q_ASSERT(steps.size() == Workspace::currentSchemaVersion);
    return steps;
}

} // namespace recital
