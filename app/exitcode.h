#pragma once

namespace recital {

/// What the process tells its caller.
enum ExitCode : int {
    ExitSuccess = 0,
    ExitFailure = 1,      ///< trouble with files, data or a computation
    ExitUsage = 2,        ///< the command line itself is wrong
    ExitInterrupted = 130 ///< Ctrl+C: 128 + SIGINT, as shells count it
};

} // namespace recital
