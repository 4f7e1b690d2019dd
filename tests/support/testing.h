// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QTest>

// Fails the test, with the error's words, when a Result holds no value.
#define VERIFY_RESULT(result) \
    do { \
        const auto &verifiedResult = (result); \
        if (!verifiedResult.hasValue()) \
            QFAIL(qPrintable(verifiedResult.error().message + QStringLiteral(" | ") + verifiedResult.error().detail)); \
    } while (false)

namespace Assay::Testing {

// Absolute path of something below tests/fixtures.
QString fixture(const QString &relative);
// A copy of a fixture folder or file that a test may change; removed at the end of the process.
// Links that git does not keep are added for the "damaged" store (links.tsv).
QString fixtureCopy(const QString &relative);

} // namespace Assay::Testing
