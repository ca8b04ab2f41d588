#include "app/commandline.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return recital::runCommandLine(QCoreApplication::arguments());
}
