// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

namespace Assay {

// The number with as many digits as fit, "≈" before it when some are missing; "…" when not even one fits.
QString fittingNumber(double value, const QString &exact, const QFontMetrics &metrics, int width);

} // namespace Assay
