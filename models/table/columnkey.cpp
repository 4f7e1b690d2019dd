// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnkey.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

QString columnKeyText(const ColumnKey &key)
{
    const bool bare = !key.name.isEmpty() && std::all_of(key.name.begin(), key.name.end(), [](QChar c) {
        return c == u'_' || c == u'.' || (c.unicode() < 128 && c.isLetterOrNumber());
    });
    const bool backticks = !key.name.contains(u'`');
    const QString name = bare ? key.name : backticks ? u'`' + key.name + u'`' : u'"' + key.name + u'"';
    switch (key.group) {
    case ColumnGroup::Attribute: return name;
    case ColumnGroup::Metric: return "metrics."_L1 + name;
    case ColumnGroup::Param: return "params."_L1 + name;
    case ColumnGroup::Tag: return "tags."_L1 + name;
    }
    return name;
}

} // namespace Assay
