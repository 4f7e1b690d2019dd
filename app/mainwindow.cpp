// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/connectioncontroller.h"
#include "app/controllers/bundleexporter.h"
#include "app/controllers/editcontroller.h"
#include "app/controllers/inspectorcontroller.h"
#include "app/controllers/modelscontroller.h"
#include "app/controllers/offlinekeeper.h"
#include "app/controllers/runscontroller.h"
#include "app/offlinecontroller.h"
#include "app/prompt.h"
#include "app/runmarkskeeper.h"
#include "app/settings.h"
#include "app/viewsmenu.h"
#include "models/items/displaytext.h"
#include "widgets/panels/navigator/navigatorpanel.h"
#include "widgets/panels/offline/offlinenote.h"
#include "widgets/panels/problems/problemspanel.h"
#include "widgets/panels/start/startpanel.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/titlelabel.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr Page StorePages[] = {Page::Runs, Page::Charts, Page::Compare, Page::Artifacts, Page::Models};

QSplitter *makeSplitter(Qt::Orientation orientation, const QString &name)
{
    auto *splitter = new QSplitter(orientation);
    splitter->setObjectName(name);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

MainWindow::MainWindow(Workbench &workbench, Settings &settings, ServerAccess &access, Prompt &prompt, QWidget *parent)
    : QMainWindow(parent), m_workbench(workbench), m_settings(settings), m_prompt(prompt), m_actions(this),
      m_connections(new ConnectionController(workbench, access, prompt, this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    makeControllers();

    m_navigator = new NavigatorPanel(this);
    m_problems = new ProblemsPanel(this);
    m_problems->hide();
    m_navigatorSplitter = makeSplitter(Qt::Horizontal, u"navigatorSplitter"_s);
    m_navigatorSplitter->addWidget(m_navigator);
    m_navigator->setMinimumWidth(112); // below that names are nothing but ellipses
    m_navigatorSplitter->addWidget(makePages());
    m_navigatorSplitter->setStretchFactor(1, 1);
    m_navigatorSplitter->setSizes({240, 1200});
    m_problemsSplitter = makeSplitter(Qt::Vertical, u"problemsSplitter"_s);
    m_problemsSplitter->addWidget(m_navigatorSplitter);
    m_problemsSplitter->addWidget(m_problems);
    m_problemsSplitter->setStretchFactor(0, 1);
    m_problemsSplitter->setSizes({700, 200});
    setCentralWidget(m_problemsSplitter);

    makeActions();
    makeMenus();
    makeStatusBar();
    connectWorkbench();
    connectNavigator();
    connectServers(access);
    connectEdits();
    updatePages();
    updateTitle();
    updateProblems();
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makePages()
{
    m_tabs = new QTabBar;
    m_tabs->setObjectName(u"pageTabs"_s);
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    const QString titles[] = {tr("Runs"), tr("Charts"), tr("Compare"), tr("Artifacts"), tr("Models")};
    const QLatin1StringView icons[] = {"table"_L1, "chart"_L1, "compare"_L1, "file"_L1, "model"_L1};
    for (size_t i = 0; i < std::size(titles); ++i)
        m_tabs->addTab(icon(icons[i], ColorRole::Muted), titles[i]);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) { showPage(StorePages[index]); });

    m_start = new StartPanel;
    m_start->setTrackingUri(qEnvironmentVariable("MLFLOW_TRACKING_URI"));
    m_start->setRecent(m_settings.recentLocations());

    // The run table is the charts' legend: one table serves both pages.
    m_chartsSplitter = makeSplitter(Qt::Horizontal, u"chartsSplitter"_s);
    m_chartsSplitter->addWidget(m_controllers[Page::Runs]->widget());
    m_chartsSplitter->addWidget(m_controllers[Page::Charts]->widget());
    m_chartsSplitter->addWidget(m_inspector->widget());
    m_chartsSplitter->setStretchFactor(0, 1);
    m_chartsSplitter->setStretchFactor(1, 2);
    m_chartsSplitter->setSizes({400, 800, 300});

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_chartsSplitter);
    for (Page page : {Page::Compare, Page::Artifacts, Page::Models})
        m_stack->addWidget(m_controllers[page]->widget());

    auto *bar = new QWidget;
    bar->setObjectName(u"pageBar"_s);
    bar->setProperty("role", u"bar"_s);
    auto *barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(8, 0, 8, 0);
    barLayout->addWidget(m_tabs);
    barLayout->addStretch();
    barLayout->addWidget(m_offline->note());

    auto *pages = new QWidget;
    auto *layout = new QVBoxLayout(pages);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    return pages;
}

void MainWindow::makeStatusBar()
{
    m_message = new TitleLabel({}, u"message"_s);
    m_message->setIndent(10); // in line with the list of stores
    m_progressText = new QLabel;
    m_progressText->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_stop = new QToolButton;
    m_stop->setIcon(icon("close"_L1));
    m_stop->setToolTip(tr("Stop reading"));
    m_stop->setAccessibleName(tr("Stop reading"));
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_edits->isBusy())
            m_edits->stop();
        else if (m_bundles->isBusy())
            m_bundles->stop();
        else if (m_offlineKeeper->isBusy())
            m_offlineKeeper->stop();
        else if (m_workbench.current())
            m_workbench.current()->stop();
    });
    m_problemCount = new QToolButton;
    m_problemCount->setObjectName(u"problemCount"_s);
    m_problemCount->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problemCount->setIcon(icon("warning"_L1, ColorRole::Caution));
    connect(m_problemCount, &QToolButton::clicked, m_actions.action(u"view.problems"_s), &QAction::trigger);

    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_message, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_progressText, m_progress, m_stop, m_problemCount})
        statusBar()->addPermanentWidget(part);
    showProgress(0, 0, {});
}

void MainWindow::connectWorkbench()
{
    connect(&m_workbench, &Workbench::navigatorChanged, this, [this] {
        m_navigator->setStores(m_workbench.navigatorStores());
        updatePages();
    });
    connect(&m_workbench, &Workbench::currentChanged, this, [this] {
        for (PageController *controller : std::as_const(m_controllers))
            controller->setStore(m_workbench.current());
        m_marks->setStore(m_workbench.current() ? m_workbench.current()->location() : QString());
        m_inspector->setStore(m_workbench.current());
        m_edits->setStore(m_workbench.current());
        m_views->setStore(m_workbench.current() ? m_workbench.current()->location() : QString());
        updatePages();
    });
    connect(&m_workbench, &Workbench::titleChanged, this, &MainWindow::updateTitle);
    connect(&m_workbench, &Workbench::problemsChanged, this, &MainWindow::updateProblems);
    connect(&m_workbench, &Workbench::progressChanged, this, &MainWindow::showProgress);
    connect(&m_workbench, &Workbench::openFailed, this, [this](const QString &, const QString &message) { showError(message); });
    connect(&m_workbench, &Workbench::opened, this, [this](OpenStore *) {
        showError({});
        m_start->setRecent(m_settings.recentLocations());
        if (m_page == Page::Start) {
            showPage(m_wantedPage);
            m_navigator->setFocus();
        }
    });
    for (PageController *controller : std::as_const(m_controllers))
        connect(controller, &PageController::failed, this, &MainWindow::showError);
}

void MainWindow::connectNavigator()
{
    connect(m_navigator, &NavigatorPanel::experimentsChosen, this, [this](const QList<NavigatorChoice> &choices) {
        m_workbench.show(choices);
        if (m_page == Page::Models)
            showPage(Page::Runs);
    });
    connect(m_navigator, &NavigatorPanel::openRequested, this, &MainWindow::chooseFolder);
    connect(m_navigator, &NavigatorPanel::closeRequested, &m_workbench, &Workbench::close);
    connect(m_navigator, &NavigatorPanel::rootMappingsRequested, this, &MainWindow::editRootMappings);
    connect(m_navigator, &NavigatorPanel::modelChosen, this, [this](const QString &location, const QString &name) {
        if (OpenStore *store = m_workbench.store(location); store != m_workbench.current())
            m_workbench.show(store, {});
        showPage(Page::Models);
        showModel(name);
    });
    connect(m_navigator, &NavigatorPanel::reloadRequested, this, [this](const QString &location) {
        if (OpenStore *store = m_workbench.store(location))
            store->reload();
    });

    connect(m_start, &StartPanel::openFolderRequested, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPanel::openFileRequested, this, &MainWindow::chooseFile);
    connect(m_start, &StartPanel::openSampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPanel::openRequested, this, &MainWindow::open);
    connect(m_start, &StartPanel::forgetRequested, this, [this](const QString &location) {
        m_settings.forgetRecent(location);
        m_start->setRecent(m_settings.recentLocations());
    });
    connect(m_problems, &ProblemsPanel::closeRequested, m_actions.action(u"view.problems"_s), &QAction::trigger);
}

void MainWindow::showPage(Page page)
{
    if (page != Page::Start)
        m_wantedPage = page;
    if (!m_workbench.current())
        page = Page::Start;
    m_page = page;
    updatePages();
}

void MainWindow::updatePages()
{
    if (m_workbench.current() && m_page == Page::Start)
        m_page = m_wantedPage;
    if (!m_workbench.current())
        m_page = Page::Start;
    const bool hasStore = m_page != Page::Start;
    m_navigator->setVisible(!m_workbench.library().stores().isEmpty());
    m_tabs->parentWidget()->setVisible(hasStore);
    const QSignalBlocker blocker(m_tabs);
    for (size_t i = 0; i < std::size(StorePages); ++i)
        if (StorePages[i] == m_page)
            m_tabs->setCurrentIndex(int(i));
    m_controllers[Page::Charts]->widget()->setVisible(m_page == Page::Charts);
    m_inspector->widget()->setVisible(m_page == Page::Runs && m_actions.action(u"view.inspector"_s)->isChecked());
    QWidget *shown = !hasStore ? static_cast<QWidget *>(m_start)
        : m_page == Page::Runs || m_page == Page::Charts ? m_chartsSplitter : m_controllers[m_page]->widget();
    m_stack->setCurrentWidget(shown);
    updateEditActions();
    const QList<NavigatorChoice> choices = m_workbench.choices();
    m_navigator->select(choices);
    QStringList together;
    for (const NavigatorChoice &choice : choices)
        together.append(choice.location);
    m_navigator->setTogether(together.size() > 1 ? together : QStringList());
}

bool MainWindow::isBusy() const
{
    const PageController *shown = m_controllers.value(m_page);
    return (shown && shown->isBusy()) || (m_page != Page::Start && m_runs->isBusy());
}

void MainWindow::updateTitle()
{
    const OpenStore *store = m_workbench.current();
    setWindowTitle(store ? tr("%1 – %2").arg(visibleText(m_workbench.title(), 200), store->title()) : QString());
}

void MainWindow::updateProblems()
{
    const auto problems = m_workbench.problems();
    m_problems->setProblems(problems);
    m_problemCount->setVisible(!problems.isEmpty());
    m_problemCount->setText(tr("%n problem(s)", nullptr, int(problems.size())));
}

void MainWindow::showProgress(qint64 done, qint64 total, const QString &what)
{
    const bool isRunning = done != 0 || total != 0 || !what.isEmpty();
    for (QWidget *part : std::initializer_list<QWidget *>{m_progressText, m_progress, m_stop})
        part->setVisible(isRunning);
    m_progressText->setText(what);
    m_progress->setRange(0, int(total));
    m_progress->setValue(int(done));
}

void MainWindow::showMessage(const QString &message)
{
    m_message->setText(visibleText(message, 400));
    m_message->setToolTip(toolTipText(message, 4000));
}

void MainWindow::showError(const QString &message)
{
    showMessage(message);
    m_start->showError(message);
}

} // namespace Assay
