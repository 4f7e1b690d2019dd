// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"

namespace Assay {

// What a store said of itself, to be shown before it answers the next time. What the text does not say is as in `fallback`.
QByteArray storeInfoToJson(const StoreInfo &info);
StoreInfo storeInfoFromJson(const QByteArray &json, const StoreInfo &fallback);

} // namespace Assay
