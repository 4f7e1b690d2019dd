// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/storecopier.h"

namespace Assay {

// Takes a part of a remote store into what is kept of it, to be worked with while the store is away and never thrown out to
// make room. What is there already is not read again. To be called on the thread of `store`, which is as the registry opened
// it. Errors: Unsupported where nothing is kept of the store, as it lies on this machine; Unreachable while it is away.
Result<CopySize> measureOffline(StoreBackend &store, const CopySelection &selection, Job &job);
// Looks at the end whether all of it is there; what is not is among the problems.
Result<CopyReport> keepOffline(StoreBackend &store, const CopySelection &selection, Job &job);
// Lets what is kept of these runs be thrown out again.
Status releaseOffline(StoreBackend &store, const QList<RunRef> &runs);

} // namespace Assay
