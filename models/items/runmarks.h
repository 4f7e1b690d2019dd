// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QHash>
#include <QSet>
#include <QVariantMap>

namespace Assay {

// Which runs of a store are drawn, and in what colours: what is kept of a RunView between two sessions.
struct RunMarks {
    static constexpr qsizetype MostColors = 1000; // that are kept: of runs that are drawn first

    bool isShownChosen = false; // else the first rows are drawn, and `shown` says which those are
    QSet<RunRef> shown;
    QHash<RunRef, int> colors; // places in the series palette

    QVariantMap toMap() const;
    // What cannot be read of it is left out.
    static RunMarks fromMap(const QVariantMap &map);
    friend bool operator==(const RunMarks &, const RunMarks &) = default;
};

} // namespace Assay
