// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace Assay {

// Metric keys with the same first part: "train/loss" and "train/acc" are in "train".
struct ChartSection {
    QString prefix; // empty: keys without a '/'
    QStringList keys;

    friend bool operator==(const ChartSection &, const ChartSection &) = default;
};

// Keys without a prefix first, then by prefix; "system" (what the machine did) last. Keys keep their order.
QList<ChartSection> chartSections(const QStringList &keys);
// Whether a section is folded until somebody opens it.
bool isFoldedAtFirst(const QString &prefix);

} // namespace Assay
