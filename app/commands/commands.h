#pragma once

#include "app/console.h"

#include <QStringList>

namespace recital {

// One file a command. `arguments` are those after the command's name. The first nine need a QCoreApplication,
// the others a QApplication.
ExitCode runInfo(const QStringList& arguments, Console& console);
ExitCode runTrain(const QStringList& arguments, Console& console);
ExitCode runEvaluate(const QStringList& arguments, Console& console);
ExitCode runTune(const QStringList& arguments, Console& console);
ExitCode runRecommend(const QStringList& arguments, Console& console);
ExitCode runReproduce(const QStringList& arguments, Console& console);
ExitCode runReplay(const QStringList& arguments, Console& console);
ExitCode runNumbers(const QStringList& arguments, Console& console);
ExitCode runEvents(const QStringList& arguments, Console& console);
ExitCode runScreenshot(const QStringList& arguments, Console& console);
ExitCode runTour(const QStringList& arguments, Console& console);
ExitCode runWindow(const QStringList& arguments, Console& console);

} // namespace recital
