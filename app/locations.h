#pragma once

#include <QString>

namespace recital {

/// Folder of the bundled ml-latest-small: installed (share/recital/data beside bin) or in the source tree the
/// program was built from. Empty where neither is there.
QString bundledDataset();

/// Where the workspace is: RECITAL_WORKSPACE, else the user's data folder of the system.
QString defaultWorkspace();

} // namespace recital
