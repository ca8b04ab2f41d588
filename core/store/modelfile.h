#pragma once

#include "core/recsys/algorithms/als.h"
#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"

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

/// The model with everything of its dataset that recommending needs: what it learned from, and what its users
/// have seen.
SavedModel makeSavedModel(std::shared_ptr<const AlsModel> model, const Dataset& dataset, RatingMatrix train,
                          SparseRows seen);

/// Layout of a .recital file, all numbers little-endian:
///
///   8 bytes  "RECITAL" and a zero byte
///   u32      version, now 1
///   u32      0
///   u64      bytes of the payload
///   payload
///   u64      XXH64 (seed 0) of everything before
///
/// Payload: text datasetName, text datasetFingerprint, u32 users, u32 items, u32 factors; parameters: u8
/// form, u8 solver, u32 iterations, u32 cgSteps, f64 regularization, alpha, unobservedWeight,
/// regularizationExponent, u64 seed; f64 trainSeconds; for each item i64 id, i16 year, u32 genres, text
/// title; i64 user ids; f32 user factors, f32 item factors (row after row); rows train, u8 whether values
/// follow, f32 values; rows seen. A text is u32 bytes and UTF-8; rows are u64 entries, u64 offsets[users +
/// 1], u32 columns[entries].
///
/// A damaged, truncated or newer file is BadFormat with the reason. Reading never allocates more than a small
/// multiple of the file's size, whatever the file claims. Written through QSaveFile: after a failure
/// (FileWrite) or a stop (Cancelled) the file that was there before is untouched.
Status saveModel(const SavedModel& model, const QString& path, const JobControl& control = {});
Result<SavedModel> loadModel(const QString& path, const JobControl& control = {});

Status writeModel(const SavedModel& model, QIODevice& device, const JobControl& control = {});
Result<SavedModel> readModel(QIODevice& device, const QString& nameForMessages,
                             const JobControl& control = {});

} // namespace recital
