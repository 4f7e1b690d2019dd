// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace Assay::Testing {

// A layer between SQLite and the file system that lets operations fail. Process-wide; one test at a time.
class FaultyFiles
{
public:
    enum class Mode { Once, ForEver };

    static void install(); // becomes SQLite's default
    // The `n`th write, sync, truncation or removal from now on fails (counted from 1), or it and all after it.
    static void failAt(int n, Mode mode);
    static bool hasFailed();
    static void heal();
};

} // namespace Assay::Testing
