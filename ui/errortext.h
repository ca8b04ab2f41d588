#pragma once

#include "core/recsys/result.h"

#include <QString>

namespace recital {

/// The sentence a person reads for this kind of trouble: what happened and what to do, translated. The detail
/// of the Error stands beside it, in English and exact.
QString errorSentence(ErrorCode code);

} // namespace recital
