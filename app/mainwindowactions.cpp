// SPDX-License-Identifier: GPL-3.0-or-later
// The main window's actions, menus and what they do.
#include "app/mainwindow.h"

#include "app/apptheme.h"
#include "app/connectioncontroller.h"
#include "app/controllers/artifactscontroller.h"
#include "app/controllers/bundleexporter.h"
#include "app/controllers/modelscontroller.h"
#include "app/controllers/offlinekeeper.h"
#include "app/controllers/runscontroller.h"
#include "app/manual.h"
#include "app/prompt.h"
#include "app/settings.h"
#include "app/shortcutsections.h"
#include "app/viewsmenu.h"
#include "models/items/displaytext.h"
#include "widgets/dialogs/rootmappingsdialog.h"
#include "widgets/panels/problems/problemspanel.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Assay {

void MainWindow::makeActions()
{
    m_actions.add(u"file.openFolder"_s, tr("Open &Folder…"), QKeySequence::Open, [this] { chooseFolder(); });
    m_actions.add(u"file.openFile"_s, tr("Open &Database or Bundle…"), QKeySequence(u"Ctrl+Shift+O"_s), [this] { chooseFile(); });
    m_actions.add(u"file.openServer"_s, tr("Open Ser&ver…"), QKeySequence(u"Ctrl+L"_s), [this] { m_connections->show(); });
    m_actions.add(u"file.openSample"_s, tr("Open &Sample Store"), {}, [this] { openSample(); });
    m_actions.add(u"file.reload"_s, tr("&Reload Store"), QKeySequence::Refresh, [this] {
        if (m_workbench.current())
            m_workbench.current()->reload();
    });
    m_actions.add(u"file.export"_s, tr("&Export Shown Runs…"), QKeySequence(u"Ctrl+E"_s), [this] { emit m_runs->exportRequested(); });
    m_actions.add(u"file.exportBundle"_s, tr("Export &Bundle…"), QKeySequence(u"Ctrl+Shift+E"_s), [this] {
        if (m_workbench.shown().size() > 1)
            showMessage(tr("A bundle is a copy of one store: show that store alone."));
        else if (m_workbench.current())
            m_bundles->ask(*m_workbench.current(), this);
    });
    m_actions.add(u"file.offline"_s, tr("&Make Available Offline…"), {}, [this] {
        OpenStore *store = m_workbench.current();
        if (store && m_page == Page::Models && !m_models->currentModel().isEmpty())
            m_offlineKeeper->keepModel(*store, m_models->currentModel());
        else if (store)
            m_offlineKeeper->ask(*store, this);
    });
    m_actions.add(u"file.close"_s, tr("&Close Store"), QKeySequence::Close, [this] {
        m_workbench.closeShown();
    });
    m_actions.add(u"file.quit"_s, tr("&Quit"), QKeySequence::Quit, [this] { close(); });
    makeEditActions();
    makePageActions();
    makeViewActions();
    makeRefreshActions();
    m_actions.add(u"help.manual"_s, tr("&Manual"), QKeySequence::HelpContents, [this] { showManual(this, pageName(m_page)); });
    m_actions.add(u"help.shortcuts"_s, tr("&Keyboard Shortcuts"), QKeySequence(u"?"_s), [this] {
        auto *dialog = new ShortcutsDialog(shortcutSections(m_actions), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    m_actions.add(u"help.about"_s, tr("&About Assay"), {}, [this] {
        m_prompt.tell(this, tr("About Assay"),
                      tr("Assay %1\n\nA workbench for machine-learning experiments.\nFree software under the GNU General Public License, version 3 or later.")
                          .arg(QApplication::applicationVersion()), {});
    });
}

void MainWindow::makePageActions()
{
    const std::pair<Page, QString> pages[] = {{Page::Runs, tr("&Runs")}, {Page::Charts, tr("&Charts")}, {Page::Compare, tr("C&ompare")},
                                              {Page::Artifacts, tr("&Artifacts")}, {Page::Models, tr("&Models")}};
    int number = 1;
    for (const auto &[page, title] : pages)
        m_actions.add("page."_L1 + pageName(page), title, QKeySequence(u"Alt+%1"_s.arg(number++)), [this, page = page] { showPage(page); });
}

void MainWindow::makeViewActions()
{
    QAction *problems = m_actions.add(u"view.problems"_s, tr("&Problems"), QKeySequence(u"Ctrl+Shift+P"_s), [this] {
        const bool shows = !m_problems->isVisibleTo(this);
        m_problems->setVisible(shows);
        m_actions.action(u"view.problems"_s)->setChecked(shows);
    });
    problems->setCheckable(true);
    QAction *inspector = m_actions.add(u"view.inspector"_s, tr("&Inspector"), QKeySequence(u"Ctrl+I"_s), [this] { updatePages(); });
    inspector->setCheckable(true);
    inspector->setChecked(m_settings.value(SettingKey::InspectorShown).toBool());
    QAction *deleted = m_actions.add(u"view.deleted"_s, tr("Show &Deleted"), {}, [this] {
        m_workbench.setShowsDeleted(m_actions.action(u"view.deleted"_s)->isChecked());
    });
    deleted->setCheckable(true);
    deleted->setChecked(m_workbench.showsDeleted());
    m_actions.add(u"view.fullScreen"_s, tr("&Full Screen"), QKeySequence(u"F11"_s), [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });

    auto *themes = new QActionGroup(this);
    const std::pair<QString, QString> names[] = {{u"system"_s, tr("As the &System")}, {u"light"_s, tr("&Light")}, {u"dark"_s, tr("&Dark")}};
    const QString chosen = m_settings.value(SettingKey::Theme).toString();
    for (const auto &[name, title] : names) {
        QAction *action = m_actions.add("theme."_L1 + name, title, {}, [this, name = name] { setTheme(name); });
        action->setCheckable(true);
        action->setChecked(name == chosen || (chosen.isEmpty() && name == "system"_L1));
        themes->addAction(action);
    }
}

void MainWindow::makeRefreshActions()
{
    auto *intervals = new QActionGroup(this);
    const std::pair<int, QString> pauses[] = {{5, tr("Every &5 Seconds")}, {30, tr("Every &30 Seconds")}, {300, tr("Every 5 &Minutes")}, {0, tr("Only When &Asked")}};
    const int chosenPause = refreshSeconds(m_settings);
    for (const auto &[seconds, title] : pauses) {
        QAction *action = m_actions.add(u"refresh.%1"_s.arg(seconds), title, {}, [this, seconds = seconds] {
            m_settings.setValue(SettingKey::RefreshSeconds, seconds);
            emit refreshIntervalChosen(std::chrono::seconds(seconds));
        });
        action->setCheckable(true);
        action->setChecked(seconds == chosenPause);
        intervals->addAction(action);
    }
}

void MainWindow::makeMenus()
{
    const auto fill = [this](QMenu *menu, std::initializer_list<QLatin1StringView> ids) {
        for (QLatin1StringView id : ids) {
            if (id.isEmpty())
                menu->addSeparator();
            else
                menu->addAction(m_actions.action(id));
        }
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    fill(file, {"file.openFolder"_L1, "file.openFile"_L1, "file.openServer"_L1, "file.openSample"_L1});
    QMenu *recent = file->addMenu(tr("Open &Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    fill(file, {""_L1, "file.export"_L1, "file.exportBundle"_L1, "file.offline"_L1, "file.reload"_L1, "file.close"_L1, ""_L1, "file.quit"_L1});
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    fill(edit, {"edit.undo"_L1, "edit.redo"_L1, ""_L1, "edit.rename"_L1, "edit.tag"_L1, "edit.delete"_L1, "edit.restore"_L1, ""_L1, "edit.waiting"_L1});
    for (QMenu *menu : {file, edit}) // why something cannot be done now
        menu->setToolTipsVisible(true);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    fill(view, {"page.runs"_L1, "page.charts"_L1, "page.compare"_L1, "page.artifacts"_L1, "page.models"_L1, ""_L1,
                "view.inspector"_L1, "view.problems"_L1, "view.deleted"_L1, ""_L1});
    view->addMenu(m_views->menu());
    fill(view->addMenu(tr("Look for &Changes")), {"refresh.5"_L1, "refresh.30"_L1, "refresh.300"_L1, "refresh.0"_L1});
    view->addSeparator();
    fill(view->addMenu(tr("&Theme")), {"theme.system"_L1, "theme.light"_L1, "theme.dark"_L1});
    fill(view, {"view.fullScreen"_L1});
    fill(menuBar()->addMenu(tr("&Help")), {"help.manual"_L1, "help.shortcuts"_L1, "help.about"_L1});
}

void MainWindow::fillRecentMenu(QMenu *menu)
{
    menu->clear();
    for (const QString &location : m_settings.recentLocations())
        menu->addAction(visibleText(location, 120).replace(u'&', u"&&"_s), this, [this, location] { open(location); });
    if (menu->isEmpty())
        menu->addAction(tr("Nothing was open before"))->setEnabled(false);
}

void MainWindow::chooseFolder()
{
    m_prompt.chooseFolder(this, tr("Open a Run Store"), [this](const QString &path) { open(path); });
}

void MainWindow::chooseFile()
{
    m_prompt.chooseFile(this, tr("Open a Run Database or Bundle"), tr("Databases and bundles (*.db *.sqlite *.sqlite3 *.assay);;All files (*)"),
                        [this](const QString &path) { open(path); });
}

void MainWindow::editRootMappings(const QString &location)
{
    const OpenStore *store = m_workbench.store(location);
    if (!store)
        return;
    auto *dialog = new RootMappingsDialog(store->title(), m_settings.rootMappings(location), [this](std::function<void(const QString &)> answer) {
        m_prompt.chooseFolder(this, tr("Choose Where the Artifacts Lie"), std::move(answer));
    }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RootMappingsDialog::confirmed, this, [this, location](const QList<RootMapping> &mappings) {
        useRootMappings(location, mappings);
        m_artifacts->reload();
    });
    dialog->open();
}

void MainWindow::open(const QString &location)
{
    m_workbench.openAndShow(location);
}

void MainWindow::openSample()
{
    m_workbench.openAndShow(u"sample:"_s);
}

void MainWindow::setTheme(const QString &name)
{
    m_settings.setValue(SettingKey::Theme, name);
    applyTheme(name);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            open(url.toLocalFile());
    event->acceptProposedAction();
}

void MainWindow::saveSession()
{
    m_workbench.saveSelection();
    m_settings.setValue(SettingKey::WindowGeometry, saveGeometry());
    m_settings.setValue(SettingKey::NavigatorSizes, m_navigatorSplitter->saveState());
    m_settings.setValue(SettingKey::ProblemsSizes, m_problemsSplitter->saveState());
    m_settings.setValue(SettingKey::ProblemsShown, m_problems->isVisibleTo(this));
    m_settings.setValue(SettingKey::InspectorShown, m_actions.action(u"view.inspector"_s)->isChecked());
    m_settings.setValue(SettingKey::ChartsSizes, m_chartsSplitter->saveState());
    // A bundle that was looked at in a window of its own does not make the stores of every day forgotten.
    if (!m_isSession && !m_settings.value(SettingKey::OpenLocations).toStringList().isEmpty())
        return;
    QStringList locations;
    for (const OpenStore *store : m_workbench.library().stores())
        locations.append(store->location());
    m_settings.setValue(SettingKey::OpenLocations, locations);
    m_settings.setValue(SettingKey::CurrentLocation, m_workbench.current() ? m_workbench.current()->location() : QString());
    m_settings.setValue(SettingKey::Page, pageName(m_wantedPage));
}

void MainWindow::restoreLayout()
{
    restoreGeometry(m_settings.value(SettingKey::WindowGeometry).toByteArray());
    m_navigatorSplitter->restoreState(m_settings.value(SettingKey::NavigatorSizes).toByteArray());
    m_problemsSplitter->restoreState(m_settings.value(SettingKey::ProblemsSizes).toByteArray());
    m_chartsSplitter->restoreState(m_settings.value(SettingKey::ChartsSizes).toByteArray());
    m_problems->setVisible(m_settings.value(SettingKey::ProblemsShown).toBool());
    m_actions.action(u"view.problems"_s)->setChecked(m_problems->isVisibleTo(this));
}

void MainWindow::restoreSession()
{
    m_isSession = true;
    restoreLayout();
    m_wantedPage = pageFromName(m_settings.value(SettingKey::Page).toString()).value_or(Page::Runs);
    // The store that was looked at comes first, and is shown though others open sooner.
    QStringList locations = m_settings.value(SettingKey::OpenLocations).toStringList();
    const QString current = m_settings.value(SettingKey::CurrentLocation).toString();
    const QStringList together = JoinedStore::locationsIn(current);
    m_workbench.showWhenOpen(together.isEmpty() && locations.contains(current) ? QStringList{current} : together);
    if (locations.removeAll(current) > 0)
        locations.prepend(current);
    if (locations.isEmpty() && qEnvironmentVariableIsSet("MLFLOW_TRACKING_URI"))
        locations.append(qEnvironmentVariable("MLFLOW_TRACKING_URI"));
    for (const QString &location : std::as_const(locations))
        m_workbench.open(location);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSession();
    event->accept();
}

} // namespace Assay
