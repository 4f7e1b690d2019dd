// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

#include <algorithm>
#include <array>

namespace Assay {

// The enumerator whose name stands in the map; `otherwise` when it is none of them.
template <typename T, size_t N>
T namedValue(const QVariantMap &map, const QString &key, const std::array<QLatin1StringView, N> &names, T otherwise)
{
    const auto it = std::ranges::find(names, map.value(key).toString());
    return it == names.end() ? otherwise : T(it - names.begin());
}

} // namespace Assay
