// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/editdistance.h"

#include <vector>

namespace Assay {

qsizetype editDistance(QStringView a, QStringView b, qsizetype most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    const auto columns = size_t(b.size()) + 1;
    std::vector<qsizetype> before(columns), last(columns), current(columns);
    for (size_t j = 0; j < columns; ++j)
        last[j] = qsizetype(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        current[0] = i;
        qsizetype least = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = size_t(j);
            const qsizetype replaced = last[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[at] = std::min({last[at] + 1, current[at - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[at] = std::min(current[at], before[at - 2] + 1);
            least = std::min(least, current[at]);
        }
        if (least > most)
            return most + 1;
        before.swap(last);
        last.swap(current);
    }
    return std::min(last.back(), most + 1);
}

} // namespace Assay
