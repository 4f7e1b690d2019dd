// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/runtable.h"

namespace Assay {

struct QueryCandidate {
    enum class Kind { Key, Function, Keyword, Operator, Value };

    Kind kind = Kind::Key;
    QString text;        // what is put into the query: quoted where it has to be
    qsizetype runs = -1; // that have the key, or the value; -1: not counted

    friend bool operator==(const QueryCandidate &, const QueryCandidate &) = default;
};

// What may stand where the cursor is.
struct QueryCompletion {
    qsizetype offset = 0; // the piece of the text to be replaced, UTF-16 units
    qsizetype length = 0;
    std::vector<QueryCandidate> candidates; // the likeliest first
};

// `cursor`: 0 to the length of the text. Keys and values are those of the table's runs. A prefix (or a part of a key's
// name) in any case is enough. O(columns), and for values O(rows + distinct texts). Any thread.
QueryCompletion completeQuery(QStringView text, qsizetype cursor, const RunTable &table, qsizetype limit = 50);

} // namespace Assay
