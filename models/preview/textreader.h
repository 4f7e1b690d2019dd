// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

#include <QByteArrayView>

namespace Assay {

inline constexpr qsizetype MaxPreviewLines = 20'000;
inline constexpr qsizetype MaxPreviewLine = 4096; // UTF-16 units; longer ones make text views crawl

struct DecodedText {
    QString text;
    QList<PreviewNote> notes;
};

// UTF-8, or UTF-16 and UTF-32 with a byte order mark. What cannot be decoded becomes U+FFFD and is counted.
DecodedText decodeText(QByteArrayView bytes);

// A text as it is shown: line ends are '\n', terminal colours are left out, control characters and those that change
// the direction of reading become visible, long lines and the rest after many lines are cut (and noted).
QString shownText(QStringView text, QList<PreviewNote> &notes);

// One cell of a table, on one line.
QString shownCell(QStringView text, bool &cut);

} // namespace Assay
