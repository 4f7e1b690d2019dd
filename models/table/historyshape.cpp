// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/historyshape.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Assay {

QList<float> historyShape(std::span<const double> values, qsizetype most)
{
    const qsizetype count = std::min(qsizetype(values.size()), most);
    QList<double> means;
    double least = std::numeric_limits<double>::infinity(), greatest = -least;
    for (qsizetype i = 0; i < count; ++i) {
        const auto begin = size_t(i) * values.size() / size_t(count), end = (size_t(i) + 1) * values.size() / size_t(count);
        double sum = 0;
        size_t finite = 0;
        for (double value : values.subspan(begin, end - begin)) {
            sum += std::isfinite(value) ? value : 0;
            finite += std::isfinite(value) ? 1 : 0;
        }
        means.append(finite > 0 ? sum / double(finite) : std::numeric_limits<double>::quiet_NaN());
        if (std::isfinite(means.last())) {
            least = std::min(least, means.last());
            greatest = std::max(greatest, means.last());
        }
    }
    QList<float> shape;
    for (double mean : std::as_const(means))
        shape.append(std::isfinite(mean) ? float(least < greatest ? (mean - least) / (greatest - least) : 0.5) : std::numeric_limits<float>::quiet_NaN());
    return shape;
}

} // namespace Assay
