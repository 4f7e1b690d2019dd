// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/roworder.h"

#include <span>

namespace Assay {

class QueryValues;

// Puts rows into the order of the request's keys; rows that are equal by all of them stay as they are. Sorts by the
// first key, then what is equal by the next: the later keys cost little unless the earlier ones have few values.
void sortRows(std::span<uint32_t> rows, const QList<SortKey> &keys, LoggedOrder logged, QueryValues &values, Job &job);

} // namespace Assay
