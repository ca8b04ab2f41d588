#include "ui/dialogs/filedialogs.h"

#include <QFileDialog>

#include <utility>

namespace recital::filedialogs {

namespace {

std::optional<QString>& preparedAnswer() {
    static std::optional<QString> answer;
    return answer;
}

std::optional<QString> takePreparedAnswer() {
    return std::exchange(preparedAnswer(), std::nullopt);
}

} // namespace

QString chooseFolder(QWidget* parent, const QString& title, const QString& startFolder) {
    if (const auto answer = takePreparedAnswer())
        return *answer;
    return QFileDialog::getExistingDirectory(parent, title, startFolder);
}

QString chooseFile(QWidget* parent, const QString& title, const QString& startFolder, const QString& filter) {
    if (const auto answer = takePreparedAnswer())
        return *answer;
    return QFileDialog::getOpenFileName(parent, title, startFolder, filter);
}

QString chooseSaveFile(QWidget* parent, const QString& title, const QString& proposed,
                       const QString& filter) {
    if (const auto answer = takePreparedAnswer())
        return *answer;
    return QFileDialog::getSaveFileName(parent, title, proposed, filter);
}

void setNextAnswer(const QString& answer) {
    preparedAnswer() = answer;
}

} // namespace recital::filedialogs
