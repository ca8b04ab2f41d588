#pragma once

#include "core/services/livestate.h"

#include <QString>

#include <span>

namespace recital {

class Dataset;

// How the users on the stage are written everywhere.

/// What is known of somebody in one line: "57 likes in the data, 3 events: Heat, Casino, Alien".
QString stageUserHistory(const LiveUser& user, std::span<const Interaction> known, const Dataset& dataset);
/// The same with every film on a line of its own, newest first.
QString stageUserHistoryDetails(const LiveUser& user, std::span<const Interaction> known,
                                const Dataset& dataset);

QString tierName(Tier tier); ///< "popular", "blended", "personal"

} // namespace recital
