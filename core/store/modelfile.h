#pragma once

#include "core/recsys/algorithms/als.h"
#include "core/recsys/dataset.h"

#include <QString>

#include <memory>

class QIODevice;

namespace recital {

/// What a .recital file holds: enough to recommend without the dataset beside it.
struct SavedModel {
    std::shared_ptr<const AlsModel> model;
    std::string datasetName;
    std::string datasetFingerprint;
    std::vector<Item> items;     ///< by ItemIndex
    std::vector<UserId> userIds; ///< by UserIndex, ascending
    RatingMatrix train;          ///< histories
    SparseRows seen;             ///< never recommended
};

/// Tag, version, sizes, payload, checksum; little-endian. A damaged, truncated or newer file is BadFormat
/// with the reason. Written through QSaveFile: after a failure the file that was there before is untouched
/// (FileWrite).
Status saveModel(const SavedModel& model, const QString& path);
Result<SavedModel> loadModel(const QString& path);

Status writeModel(const SavedModel& model, QIODevice& device);
Result<SavedModel> readModel(QIODevice& device, const QString& nameForMessages);

} // namespace recital
