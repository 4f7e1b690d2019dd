// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/queryexplanation.h"
#include "models/table/queryhints.h"

namespace Assay {

// Why a query finds nothing, a line for each of the conditions that matter: "“params.lr > 1” removes 412 of 412 runs".
QString explanationText(const QueryExplanation &explanation);
// All that is said about keys that no run has, a line for each.
QString hintText(const std::vector<UnknownKey> &keys);

} // namespace Assay
