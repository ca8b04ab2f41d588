#pragma once

#include <QString>
#include <QtGlobal>

namespace recital::test {

/// Folder of a real data set below RECITAL_TEST_DATA, or empty without it. Use with RECITAL_REQUIRE_DATA.
inline QString testData(const char* name) {
    const QString root = qEnvironmentVariable("RECITAL_TEST_DATA");
    return root.isEmpty() ? QString() : root + QLatin1Char('/') + QLatin1String(name);
}

} // namespace recital::test

/// Declares `variable` as the folder of the data set, or skips the test with a sentence.
#define RECITAL_REQUIRE_DATA(variable, name)                                                                 \
    const QString variable = recital::test::testData(name);                                                  \
    if (variable.isEmpty())                                                                                  \
    QSKIP("RECITAL_TEST_DATA is not set: this test needs the real " name " there")
