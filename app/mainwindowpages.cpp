// SPDX-License-Identifier: GPL-3.0-or-later
// The list of pages: which controller stands behind which.
#include "app/mainwindow.h"

#include "app/controllers/chartscontroller.h"
#include "app/controllers/comparecontroller.h"
#include "app/controllers/inspectorcontroller.h"
#include "app/controllers/modelscontroller.h"
#include "models/registry/auditjournal.h"

namespace Assay {

void MainWindow::makeControllers()
{
    RunView &view = m_workbench.view();
    m_controllers[Page::Charts] = new ChartsController(view, this);
    m_controllers[Page::Compare] = new CompareController(view, this);
    auto *models = new ModelsController(view, AuditJournal::defaultPath(), this);
    m_controllers[Page::Models] = models;
}

} // namespace Assay
