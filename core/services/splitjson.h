#pragma once

#include "core/recsys/split.h"

#include <QJsonObject>

#include <optional>

namespace recital {

/// Members of SplitOptions under their names.
QJsonObject splitOptionsToJson(const SplitOptions& options);

/// Missing members keep their defaults; nullopt for a protocol that this version does not know.
std::optional<SplitOptions> splitOptionsFromJson(const QJsonObject& object);

} // namespace recital
