// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/objectstore/objectenvironment.h"
#include "models/objectstore/objectstore.h"

namespace Assay {

// A store for a place, with what is set up on this machine; asks nobody yet, but Google for a token. AccessDenied, with what is missing,
// where there are no credentials for it: then nothing is ever sent. For the thread that will use it.
Result<std::unique_ptr<ObjectStore>> openObjectStore(const ObjectPlace &place, const ObjectEnvironment &environment, Job &job, const HttpLimits &limits = {});

} // namespace Assay
