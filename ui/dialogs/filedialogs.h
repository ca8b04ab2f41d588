#pragma once

#include <QString>

#include <optional>

class QWidget;

namespace recital {

/// The only way to the platform's file dialogs. All return an empty string when the user backs out. A test
/// prepares the answer, since a native dialog cannot be driven.
namespace filedialogs {

QString chooseFolder(QWidget* parent, const QString& title, const QString& startFolder);
QString chooseFile(QWidget* parent, const QString& title, const QString& startFolder, const QString& filter);
/// Where to write; asks before an existing file is replaced.
QString chooseSaveFile(QWidget* parent, const QString& title, const QString& proposed, const QString& filter);

void setNextAnswer(const QString& answer); ///< of the next call, without a dialog

} // namespace filedialogs

} // namespace recital
