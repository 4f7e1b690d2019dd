// SPDX-License-Identifier: GPL-3.0-or-later
// The list of pages: which controller stands behind which.
#include "app/mainwindow.h"

namespace Assay {

void MainWindow::makeControllers()
{
}

} // namespace Assay
