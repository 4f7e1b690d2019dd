// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"
#include "models/table/historyvalues.h"

namespace Assay {

// `values` with what `needs` names read into it, or with the first `mostSeries` of it: a long job can so be shown as it
// goes on. A history that cannot be read counts as one without points and is among the problems. On the store's thread.
Result<Loaded<HistoryValues>> loadHistories(StoreBackend &backend, HistoryValues values, const HistoryNeeds &needs,
                                            qsizetype mostSeries, Job &job);

} // namespace Assay
