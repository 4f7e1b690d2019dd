// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/actionregistry.h"
#include "app/commandline.h"
#include "app/workbench.h"

#include <QMainWindow>

#include <chrono>

class QLabel;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace Assay {

class ArtifactsController;
class BundleExporter;
class ConnectionController;
class EditController;
class InspectorController;
class ModelsController;
class NavigatorPanel;
class OfflineController;
class OfflineKeeper;
class PageController;
class ProblemsPanel;
class Prompt;
class ChartsController;
class CompareController;
class RunMarksKeeper;
class RunsController;
class ServerAccess;
class Settings;
class StartPanel;
class ViewsMenu;

// Arranges the panels, and decides nothing: what is open is the Workbench's, what a panel shows its controller's.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Workbench &workbench, Settings &settings, ServerAccess &access, Prompt &prompt, QWidget *parent = nullptr);
    ~MainWindow() override;

    Page page() const { return m_page; }
    void showPage(Page page);
    void open(const QString &location);
    void openSample();
    void showArtifact(const QString &path); // of the current run
    void showModel(const QString &name);
    void restoreSession(); // stores, page and layout as they were left; this window's take their place when it closes
    void restoreLayout();  // sizes alone, for a window that was started for some store and leaves the others remembered
    ActionRegistry &actions() { return m_actions; }
    Workbench &workbench() { return m_workbench; }
    bool isBusy() const; // something that the shown page needs is still being read
    void showMessage(const QString &message); // in the status bar, until the next one

Q_SIGNALS:
    void refreshIntervalChosen(std::chrono::seconds interval); // 0: only when asked

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeControllers();
    void connectControllers();
    QWidget *makePages();
    void makeActions();
    void makePageActions();
    void makeViewActions();
    void makeRefreshActions();
    void makeEditActions();
    void connectEdits();
    void updateEditActions();
    void editTag(const QList<RunRef> &runs, const QString &key);
    QList<RunRef> chosenRuns() const; // selected, else the current one; of very many the first
    QList<RunRef> allChosenRuns() const;
    void makeMenus();
    void makeStatusBar();
    void connectWorkbench();
    void connectNavigator();
    void connectServers(ServerAccess &access);
    void connectBundles();
    void updatePages();
    void updateTitle();
    void updateProblems();
    void showProgress(qint64 done, qint64 total, const QString &what);
    void showExported(const QString &path);
    void showError(const QString &message);
    void setTheme(const QString &name);
    void saveSession();
    void chooseFolder();
    void chooseFile();
    void fillRecentMenu(QMenu *menu);
    void editRootMappings(const QString &location);
    void useRootMappings(const QString &location, const QList<RootMapping> &mappings);

    Workbench &m_workbench;
    Settings &m_settings;
    Prompt &m_prompt;
    ActionRegistry m_actions;
    ChartsController *m_charts;
    CompareController *m_compare;
    RunsController *m_runs;
    RunMarksKeeper *m_marks;
    ArtifactsController *m_artifacts;
    BundleExporter *m_bundles;
    ModelsController *m_models;
    InspectorController *m_inspector;
    EditController *m_edits;
    OfflineController *m_offline;
    OfflineKeeper *m_offlineKeeper;
    ViewsMenu *m_views;
    ConnectionController *m_connections;
    QHash<Page, PageController *> m_controllers; // of the pages with a tab
    Page m_page = Page::Start;
    Page m_wantedPage = Page::Runs; // shown as soon as a store is open
    bool m_isSession = false;       // what is open when it closes is opened at the next start

    NavigatorPanel *m_navigator;
    StartPanel *m_start;
    ProblemsPanel *m_problems;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QSplitter *m_chartsSplitter;
    QSplitter *m_navigatorSplitter;
    QSplitter *m_problemsSplitter;
    QLabel *m_message;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QToolButton *m_problemCount;
};

} // namespace Assay
