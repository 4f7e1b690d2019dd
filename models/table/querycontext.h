// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/querykey.h"

namespace Assay {

// What a query that is being typed wants next.
struct QueryContext {
    enum class Wanted {
        Operand,    // a key, a function, NOT
        Operator,   // behind a key: a comparison
        NotOperator, // behind a key and NOT
        Value,      // behind a comparison
        List,       // behind IN: a bracket
        Null,       // behind IS
        And,        // behind BETWEEN's lower bound
        Connective, // behind a condition
        Nothing,    // a number, a regular expression: nobody can guess it
    };

    Wanted wanted = Wanted::Operand;
    std::optional<QueryKey> key;  // what is compared
    bool isInList = false;        // Value: of IN
    qsizetype offset = 0;         // of the piece that is being typed; the cursor when there is none
    QString typed;                // that piece up to the cursor

    friend bool operator==(const QueryContext &, const QueryContext &) = default;
};

// Reads `text` up to the cursor, whatever it is.
QueryContext queryContext(QStringView text, qsizetype cursor);

} // namespace Assay
