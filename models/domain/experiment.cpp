// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/experiment.h"

using namespace Qt::StringLiterals;

namespace Assay {

QString lifecycleName(Lifecycle lifecycle)
{
    return lifecycle == Lifecycle::Active ? u"active"_s : u"deleted"_s;
}

} // namespace Assay
