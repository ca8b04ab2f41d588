#pragma once

#include "core/recsys/dataset.h"
#include "core/services/livestate.h"

#include <QKeySequence>
#include <QString>

#include <optional>
#include <utility>

namespace recital {

/// What the live session holds, in words: one place, so that bar, list, history and log say the same.
QString userTitle(const LiveUser& user, const Dataset* dataset); ///< "Alice", "User 42", "Newcomer"
QString userTitle(const QString& name, UserIndex datasetUser, const Dataset* dataset);
QString presetText(const UserPreset& preset, const Dataset& dataset); ///< "Heavy viewer, 512 likes"

QString eventWord(EventType type, int stars = 0);              ///< "Dislike", "4 stars"
QString eventText(const Event& event, const Dataset& dataset); ///< "Dislike: The Matrix"
QString eventHelp(EventType type);                             ///< what it means, one sentence
Qt::Key eventShortcut(EventType type, int stars = 0);          ///< V C L D P S, 1 to 5
std::optional<std::pair<EventType, int>> eventOfKey(int key);  ///< type and stars
QString eventLetter(EventType type, int stars = 0);            ///< that key as written on a button

QString ruleFormula(const UpdateRule& rule); ///< as the vector is computed, and what that means

QString changeText(const LiveChange& change, const Dataset* dataset); ///< one line of the visible history
/// "Blended – 2 events, 67 % personal"; of a popular list with events, why they do not count.
/// "Personal - 57 likes + 3 events". `known`: likes of a dataset user that the list is made from.
QString tierText(const LiveRanking& ranking, int known, int events, bool trained);
QString signedNumber(double value, int decimals = 3); ///< +0.120, with a real minus sign

} // namespace recital
