// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// How values are written for people, in QLocale's language. Machine formats are elsewhere (table/textexport, app/cli).

QString durationText(qint64 ms);                 // "850 ms", "12.3 s", "4 min 05 s", "1 h 04 min", "3 d 02 h"; "−…" when negative
QString ageText(qint64 thenMs, qint64 nowMs);    // "just now", "5 min ago", "3 h ago", "2 d ago", "in 5 min"
QString timeText(qint64 ms);                     // exact, the person's time zone: "2026-01-31 14:05:09"; numbers outside the calendar as they are
QString sizeText(qint64 bytes);                  // "512 B", "3.4 KiB", "12.0 MiB"
QString metricText(double value);                // what was logged: the fewest digits that read back the same; "NaN", "∞", "−∞"
QString differenceText(double value);            // computed, so no more than six digits mean something: "+0.0585864"
QString countText(qint64 count);                 // thousands apart by a thin space

// One line that hides nothing: line breaks, controls, zero-width and direction-changing characters are written as
// visible escapes, and after `max` UTF-16 units comes "… (12,345 characters)". For cells, tooltips and dialogs; copies
// use the original.
QString visibleText(QStringView text, qsizetype max = 4096);

// Foreign text for a tooltip. Tooltips guess whether a text is markup, and markup reads files: this one is never taken
// for it, and may have several lines.
QString toolTipText(QStringView text, qsizetype max = 1000);

} // namespace Assay
