// SPDX-License-Identifier: GPL-3.0-or-later
// The pages: which controller stands behind which, and what one of them asks of another.
#include "app/mainwindow.h"

#include "app/connectioncontroller.h"
#include "app/controllers/artifactscontroller.h"
#include "app/controllers/bundleexporter.h"
#include "app/controllers/chartexporter.h"
#include "app/controllers/chartscontroller.h"
#include "app/controllers/comparecontroller.h"
#include "app/controllers/editcontroller.h"
#include "app/controllers/inspectorcontroller.h"
#include "app/controllers/modelscontroller.h"
#include "app/controllers/offlinekeeper.h"
#include "app/controllers/runscontroller.h"
#include "app/offlinecontroller.h"
#include "app/prompt.h"
#include "app/runmarkskeeper.h"
#include "app/serveraccess.h"
#include "app/settings.h"
#include "models/registry/auditjournal.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/navigator/navigatorpanel.h"
#include "widgets/panels/start/startpanel.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Assay {

void MainWindow::makeControllers()
{
    RunView &view = m_workbench.view();
    const RunsController::Memory memory{
        [this](const QString &location) { return m_settings.storeValue(location, u"runs"_s).toMap(); },
        [this](const QString &location, const QVariantMap &state) { m_settings.setStoreValue(location, u"runs"_s, state); },
        [this](const QString &location) { return m_settings.storeValue(location, u"queries"_s).toStringList(); },
        [this](const QString &location, const QStringList &queries) { m_settings.setStoreValue(location, u"queries"_s, queries); }};
    m_runs = new RunsController(view, memory, this);
    m_marks = new RunMarksKeeper(view, m_settings, this);
    const ChartsController::Memory charts{
        [this](const QString &location) { return m_settings.storeValue(location, u"charts"_s).toMap(); },
        [this](const QString &location, const QVariantMap &state) { m_settings.setStoreValue(location, u"charts"_s, state); }};
    m_charts = new ChartsController(view, charts, this);
    m_artifacts = new ArtifactsController(view, m_prompt, this);
    m_offlineKeeper = new OfflineKeeper(view, this);
    m_bundles = new BundleExporter(view, m_prompt, this);
    m_models = new ModelsController(view, AuditJournal::defaultPath(), this);
    m_inspector = new InspectorController(view, this);
    m_edits = new EditController(view, m_prompt, this);
    m_offline = new OfflineController(m_workbench, m_settings.folder(u"waiting"_s), this);
    m_compare = new CompareController(view, this);
    m_controllers = {{Page::Runs, m_runs}, {Page::Charts, m_charts}, {Page::Compare, m_compare},
                     {Page::Artifacts, m_artifacts}, {Page::Models, m_models}};
    connectControllers();
    connectBundles();
}

void MainWindow::connectControllers()
{
    m_runs->setShowsDeleted(m_workbench.showsDeleted());
    connect(&m_workbench, &Workbench::showsDeletedChanged, m_runs, [this] { m_runs->setShowsDeleted(m_workbench.showsDeleted()); });
    connect(m_runs, &RunsController::exportRequested, this, [this] {
        const QString filter = tr("Comma-separated values (*.csv);;Tab-separated values (*.tsv);;Markdown (*.md);;LaTeX (*.tex);;JSON (*.json)");
        m_prompt.chooseSaveFile(this, tr("Export What Is Shown"), u"runs.csv"_s, filter,
                                [this](const QString &path) { m_runs->exportShown(path); });
    });
    m_runs->setFormulas(m_settings.value(SettingKey::SpreadsheetSafe).toBool() ? Formulas::Neutralised : Formulas::AsTheyAre);
    connect(m_runs, &RunsController::formulasChanged, this,
            [this](Formulas formulas) { m_settings.setValue(SettingKey::SpreadsheetSafe, formulas == Formulas::Neutralised); });
    connect(m_runs, &RunsController::exported, this, &MainWindow::showExported);
    connect(m_runs, &RunsController::runActivated, this, [this](const RunRef &) {
        m_actions.action(u"view.inspector"_s)->setChecked(true);
        showPage(Page::Runs);
    });
    connect(m_models, &ModelsController::runRequested, this, [this](const RunRef &run) {
        m_workbench.show(m_workbench.current(), {run.experiment});
        m_workbench.view().setSelectedRuns({run});
        m_workbench.view().setCurrentRun(run);
        showPage(Page::Runs);
    });
    auto *charts = new ChartExporter(m_prompt, this);
    connect(m_charts, &ChartsController::cardMenuOpening, charts, [charts](QMenu *menu, ChartCard *card) { charts->addActions(*menu, *card); });
    connect(charts, &ChartExporter::exported, this, &MainWindow::showExported);
    connect(charts, &ChartExporter::copied, this, [this] { showMessage(tr("The chart is in the clipboard as an image.")); });
    connect(charts, &ChartExporter::failed, this, &MainWindow::showError);
    connect(m_artifacts, &ArtifactsController::rootMappingChosen, this, [this](const QString &location, const RootMapping &mapping) {
        QList<RootMapping> mappings = m_settings.rootMappings(location);
        mappings.prepend(mapping);
        useRootMappings(location, mappings);
    });
}

void MainWindow::connectServers(ServerAccess &access)
{
    RunLibrary &library = m_workbench.library();
    library.setRemoteAccess([&access, &library](const QString &location, std::function<void(const OpenOptions &)> answer) {
        access.readOptions(location, &library, std::move(answer));
    });
    connect(&access, &ServerAccess::failed, this, &MainWindow::showError);
    connect(m_start, &StartPanel::openServerRequested, m_connections, &ConnectionController::show);
    connect(m_navigator, &NavigatorPanel::connectionRequested, m_connections, &ConnectionController::showFor);
    connect(m_offline, &OfflineController::connectRequested, m_connections, &ConnectionController::showFor);
    connect(m_runs, &RunsController::connectRequested, this, [this] {
        if (m_workbench.current())
            m_connections->showFor(m_workbench.current()->location());
    });
}

void MainWindow::connectBundles()
{
    connect(m_offlineKeeper, &OfflineKeeper::progressChanged, this, &MainWindow::showProgress);
    connect(m_offlineKeeper, &OfflineKeeper::finished, this, &MainWindow::showMessage);
    connect(m_offlineKeeper, &OfflineKeeper::failed, this, &MainWindow::showMessage);
    connect(m_bundles, &BundleExporter::progressChanged, this, &MainWindow::showProgress);
    connect(m_bundles, &BundleExporter::exported, this, &MainWindow::showExported);
    connect(m_bundles, &BundleExporter::failed, this, &MainWindow::showError);
}

void MainWindow::showExported(const QString &path)
{
    showMessage(tr("Exported to %1").arg(QDir::toNativeSeparators(path)));
}

void MainWindow::showArtifact(const QString &path)
{
    m_artifacts->showArtifact(path);
}

void MainWindow::showModel(const QString &name)
{
    m_models->showModel(name);
}

void MainWindow::useRootMappings(const QString &location, const QList<RootMapping> &mappings)
{
    m_settings.setRootMappings(location, mappings);
    m_workbench.library().setRootMappings(location, mappings);
    m_compare->readFilesAgain();
}

} // namespace Assay
