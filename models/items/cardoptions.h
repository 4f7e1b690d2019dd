// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/cardspec.h"

#include <QList>

namespace Assay {

// What a card of statistics is set by: its columns, and the entries of CardSpec::options that it knows.

// What its keys are for; the first `least` are needed, and chosen by the card where they are not given.
struct CardKeyRoles {
    QStringList names; // for a manual: "X", "Y", "COLOUR"; the last one stands for all up to `most`
    qsizetype least = 0;
    qsizetype most = 0;
};

struct CardOption {
    enum class Takes {
        OneOf,  // of `values`, the first unless one is given
        Switch, // true or false
        Key,    // a column, or nothing
        Keys,   // any number of columns
    };

    QLatin1StringView name;
    Takes takes = Takes::OneOf;
    QStringList values = {};
};

// Whether a card draws what the table knows of the runs: none of lines, of pictures, of text.
bool isStatistics(CardType type);
const CardKeyRoles &cardKeyRoles(CardType type);       // empty for others
const QList<CardOption> &cardOptions(CardType type);   // the same
// The columns that it is drawn of: its keys, and those that options name. None is empty.
QStringList columnKeys(const CardSpec &card);
// By its name in files; nothing for what is no card of statistics.
std::optional<CardType> statisticsType(const QString &name);
const QList<CardType> &statisticsTypes();

} // namespace Assay
