// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Assay {

// How many letters have to be put in, taken away, replaced or swapped with their neighbour to make one of the other;
// counting stops at `most` + 1.
qsizetype editDistance(QStringView a, QStringView b, qsizetype most);

} // namespace Assay
