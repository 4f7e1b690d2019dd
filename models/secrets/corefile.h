// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Assay {

// From here on nothing of this process' memory comes into a core file, as passwords and tokens stand in it; other programs of the same
// person cannot read it either. For the begin of main(). Children that are other programs decide for themselves. With ASSAY_COREFILES=1
// in the environment nothing is changed: for whoever looks for a fault.
void keepOutOfCoreFiles();

} // namespace Assay
