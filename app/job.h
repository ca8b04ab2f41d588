#pragma once

#include "app/console.h"
#include "app/interrupt.h"
#include "core/recsys/dataset.h"
#include "core/recsys/jobcontrol.h"

#include <memory>

namespace recital {

/// Progress to the console, stopped by Ctrl+C. `what` stands before the percentage.
JobControl consoleJob(Console& console, const Interrupt& interrupt, const QString& what, int threads);

/// Reads the dataset at a folder, zip or file on the calling thread, with progress. The columns of a plain
/// delimited file are guessed from its header.
Result<std::shared_ptr<const Dataset>> loadWithProgress(const QString& location, Console& console,
                                                        const Interrupt& interrupt, int threads);

} // namespace recital
