#pragma once

#include <QStringList>

namespace recital {

/// Runs the program: the window without arguments, else one of the commands. Returns the exit code: 0, 1 for
/// trouble with files or data, 2 for wrong usage.
int runCommandLine(const QStringList& arguments);

} // namespace recital
