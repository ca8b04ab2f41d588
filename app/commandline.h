#pragma once

namespace recital {

/// Runs the program: the window without arguments, else one of the commands. Makes the application object
/// that the command needs: no command but those that show pages touches a display. Returns the exit code
/// (exitcode.h).
int runProgram(int argc, char** argv);

} // namespace recital
