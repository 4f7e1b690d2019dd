// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnnumbers.h"

namespace Assay {

QueryNumbers columnNumbers(const RunTable &table, const ColumnKey &key, const QueryClock &clock)
{
    QueryAst::Value value;
    value.kind = QueryAst::Value::Kind::Key;
    value.key = parseQueryKey(columnKeyText(key)).valueOr({QueryKey::Kind::Stored, key, 0}); // duration and age are kinds of their own
    QueryNumbers numbers = QueryValues(table, clock).numbers(value);
    if (numbers.isConstant) {
        numbers.owned.assign(size_t(table.rowCount()), numbers.constant);
        numbers.view = numbers.owned;
        numbers.isConstant = false;
    }
    return numbers;
}

bool isNumberColumn(const RunTable &table, const ColumnKey &key)
{
    if (key.group == ColumnGroup::Metric || key == ColumnKey{ColumnGroup::Attribute, Attribute::Duration})
        return true;
    const TextColumn *texts = key.group == ColumnGroup::Attribute ? nullptr : table.text(key);
    return texts && texts->numbers().all;
}

} // namespace Assay
