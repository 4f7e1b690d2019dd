// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// Whether the machine runs on its battery, as the kernel says it; false where it does not. `folder` is /sys/class/power_supply.
bool isOnBattery(const QString &folder);

} // namespace Assay
