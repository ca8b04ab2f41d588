#include "app/commandline.h"

int main(int argc, char** argv) {
    return recital::runProgram(argc, argv);
}
