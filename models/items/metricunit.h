// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// What a metric of the machine is measured in, as the end of its name says: "system/gpu_0_power_usage_watts" in "W".
// Empty for all others: what people log has no unit that is known.
QString metricUnit(const QString &metric);

} // namespace Assay
