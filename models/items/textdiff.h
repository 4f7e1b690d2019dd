// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Assay {

struct TextDiffPart {
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;

    friend bool operator==(const TextDiffPart &, const TextDiffPart &) = default;
};

// What must be taken out of `from` and put in to get `to`, by words; by lines where the texts are so long that words
// would take too long (over 4,000 of them). Joining the Same and Removed parts gives `from`, Same and Added `to`.
// Texts of more than 20,000 lines come back as one Removed and one Added part.
QList<TextDiffPart> diffText(const QString &from, const QString &to);

} // namespace Assay
