// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/comparison.h"

#include <QCoreApplication>

namespace Assay {

// How a comparison is put into words, for the window.
struct CompareText {
    Q_DECLARE_TR_FUNCTIONS(CompareText)

public:
    static QString section(DiffSection section); // "Params"
    static QString value(const DiffRow &row, const DiffValue &value); // "not read", "any version", else as it was logged
    // "+0.25 (+50 %)", "added", "newer", "other digest"; empty where there is nothing to say beside the values.
    static QString delta(const RunDiff &diff, const DiffRow &row, qsizetype run);
    static QString toolTip(const Comparison &comparison, const DiffRow &row, qsizetype run, bool isBest);
};

// Less than 0 when version `a` is older than `b`, more when it is newer, 0 when neither can be said. For exact pins,
// "1.26.4" or "==1.26.4"; a pre-release ("2.0rc1") is older than the release.
int compareVersions(QStringView a, QStringView b);

} // namespace Assay
