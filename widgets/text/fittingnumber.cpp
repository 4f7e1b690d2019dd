// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/fittingnumber.h"

#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

QString fittingNumber(double value, const QString &exact, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(exact) <= width || !std::isfinite(value))
        return exact;
    for (int digits = 8; digits > 0; --digits) {
        const QString shorter = u'≈' + QString::number(value, 'g', digits);
        if (metrics.horizontalAdvance(shorter) <= width)
            return shorter;
    }
    return u"…"_s;
}

} // namespace Assay
