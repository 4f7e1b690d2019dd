// SPDX-License-Identifier: GPL-3.0-or-later
// The list of pages: which controller stands behind which.
#include "app/mainwindow.h"

#include "app/controllers/artifactscontroller.h"
#include "app/controllers/chartscontroller.h"
#include "app/controllers/comparecontroller.h"
#include "app/controllers/inspectorcontroller.h"
#include "app/controllers/modelscontroller.h"
#include "app/controllers/runscontroller.h"
#include "app/prompt.h"
#include "app/settings.h"
#include "models/registry/auditjournal.h"

using namespace Qt::StringLiterals;

namespace Assay {

void MainWindow::makeControllers()
{
    RunView &view = m_workbench.view();
    m_controllers[Page::Runs] = makeRunsController();
    m_controllers[Page::Charts] = new ChartsController(view, this);
    auto *artifacts = new ArtifactsController(view, m_prompt, this);
    m_controllers[Page::Artifacts] = artifacts;
    connect(artifacts, &ArtifactsController::rootMappingChosen, this, [this](const QString &location, const RootMapping &mapping) {
        QList<RootMapping> mappings = m_settings.rootMappings(location);
        mappings.prepend(mapping);
        m_settings.setRootMappings(location, mappings);
        m_workbench.library().setRootMappings(location, mappings);
    });
    m_controllers[Page::Compare] = new CompareController(view, this);
    auto *models = new ModelsController(view, AuditJournal::defaultPath(), this);
    m_controllers[Page::Models] = models;
}

void MainWindow::showArtifact(const QString &path)
{
    static_cast<ArtifactsController *>(m_controllers[Page::Artifacts])->showArtifact(path);
}

PageController *MainWindow::makeRunsController()
{
    const RunsController::Memory memory{
        [this](const QString &location) { return m_settings.storeValue(location, u"runs"_s).toMap(); },
        [this](const QString &location, const QVariantMap &state) { m_settings.setStoreValue(location, u"runs"_s, state); }};
    auto *runs = new RunsController(m_workbench.view(), memory, this);
    runs->setShowsDeleted(m_workbench.showsDeleted());
    connect(&m_workbench, &Workbench::showsDeletedChanged, runs, [this, runs] { runs->setShowsDeleted(m_workbench.showsDeleted()); });
    connect(runs, &RunsController::exportRequested, this, [this, runs] {
        m_prompt.chooseSaveFile(this, tr("Export shown runs"), u"runs.csv"_s, tr("CSV files (*.csv)"), [runs](const QString &path) {
            if (!path.isEmpty())
                runs->exportShown(path);
        });
    });
    return runs;
}

} // namespace Assay
