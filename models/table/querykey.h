// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/table/columnkey.h"

#include <QStringList>

namespace Assay {

// A key as a query or a sort order names it.
struct QueryKey {
    enum class Kind { Stored, Duration, Age, Depth, DatasetName, DatasetDigest, DatasetContext };

    Kind kind = Kind::Stored;
    ColumnKey column; // for Kind::Stored; Duration and Age have their attribute here too
    int parents = 0;  // so many times "parent."

    bool isDataset() const { return kind >= Kind::DatasetName; }
    friend bool operator==(const QueryKey &, const QueryKey &) = default;
};

// Where a query stopped making sense: a piece of the text, and in one translated sentence what was expected there. The
// sentence carries the column (1-based, in characters).
struct QueryMistake {
    qsizetype offset = 0; // UTF-16 units, for underlining
    qsizetype length = 0;
    ErrorCode code = ErrorCode::InvalidQuery; // or Unsupported
    QString message;

    Error error() const { return {code, message, {}}; }
    friend bool operator==(const QueryMistake &, const QueryMistake &) = default;
};

// What a key without an entity may be: "run_id", "duration" …
const QStringList &queryAttributeNames();

// `entity` is what stands before the first dot (empty: none), `name` what stands behind it without its quotes. Takes all
// of MLflow's spellings: "param", "attr", "Run name", "created". Nothing when there is no such key.
std::optional<QueryKey> queryKey(QStringView entity, QStringView name);
// The same for a text that is one key: "metrics.loss", "params.`a b`", "parent.params.lr".
Result<QueryKey> parseQueryKey(QStringView text);

} // namespace Assay
