// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/corefile.h"

#include <QByteArray>

#include <sys/prctl.h>

namespace Assay {

void keepOutOfCoreFiles()
{
    // Not by a limit: those are handed down to whatever is started from here, and programs that take core files may not look at them.
    if (qgetenv("ASSAY_COREFILES") != "1")
        (void)prctl(PR_SET_DUMPABLE, 0);
}

} // namespace Assay
