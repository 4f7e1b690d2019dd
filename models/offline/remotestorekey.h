// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeformat.h"

namespace Assay {

// The name under which things of a remote store lie on this machine: another one for each account (StoreFormat::account()), as
// what one may see and does is not another's. Fit for a file's name; says neither where the store is nor who looks at it.
QString remoteStoreKey(const StoreCandidate &store, const QString &account);

} // namespace Assay
