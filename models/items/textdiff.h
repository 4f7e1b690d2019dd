// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <vector>

namespace Assay {

struct TextDiffPart {
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;

    friend bool operator==(const TextDiffPart &, const TextDiffPart &) = default;
};

// What must be taken out of `from` and put in to get `to`, by words; by lines where the texts are so long that words
// would take too long (over 4,000 of them). Joining the Same and Removed parts gives `from`, Same and Added `to`.
// What is too long and too different comes back as one Removed and one Added part.
QList<TextDiffPart> diffText(const QString &from, const QString &to);

// A stretch of a line.
struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

// One line of two texts side by side. -1: this side has none here.
struct LinePair {
    qsizetype left = -1;
    qsizetype right = -1;
    bool differs = false;
    QList<TextSpan> leftMarks = {};  // words that are not on the other side; none where the whole line is not
    QList<TextSpan> rightMarks = {};

    friend bool operator==(const LinePair &, const LinePair &) = default;
};

// Two texts aligned by their lines. Every line of both is there once, in order; lines that stand beside each other are the
// same unless `differs`.
struct SideBySide {
    QStringList leftLines; // without their ends
    QStringList rightLines;
    std::vector<LinePair> pairs;
    std::vector<size_t> changes; // where each run of differing pairs begins
    bool isCut = false;          // longer than MaxSideBySide: only the beginnings were compared
};

inline constexpr qsizetype MaxSideBySide = 2'000'000; // UTF-16 units of each text

// Takes up to a second for long texts that differ much: for a worker.
SideBySide diffLines(const QString &from, const QString &to);

} // namespace Assay
