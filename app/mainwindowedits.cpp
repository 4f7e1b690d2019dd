// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window can change: runs of the store, and the way back.
#include "app/mainwindow.h"

#include "app/controllers/chartscontroller.h"
#include "app/controllers/editcontroller.h"
#include "app/controllers/inspectorcontroller.h"
#include "app/controllers/runscontroller.h"
#include "app/offlinecontroller.h"
#include "app/prompt.h"
#include "app/settings.h"
#include "app/viewsmenu.h"
#include "widgets/dialogs/tagsdialog.h"
#include "widgets/theme/theme.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Assay {

QList<RunRef> MainWindow::chosenRuns() const
{
    const RunView &view = m_workbench.view();
    if (!view.selectedRuns().isEmpty())
        return view.selectedRuns();
    return view.currentRun() ? QList{*view.currentRun()} : QList<RunRef>();
}

QList<RunRef> MainWindow::allChosenRuns() const
{
    const QList<RunRef> all = m_runs->selectedRuns();
    const QList<RunRef> chosen = chosenRuns();
    return all.size() > chosen.size() ? all : chosen;
}

void MainWindow::makeEditActions()
{
    m_actions.add(u"edit.undo"_s, tr("&Undo"), QKeySequence::Undo, [this] { m_edits->history().undo(); });
    m_actions.add(u"edit.redo"_s, tr("&Redo"), QKeySequence(u"Ctrl+Shift+Z"_s), [this] { m_edits->history().redo(); });
    m_actions.add(u"edit.rename"_s, tr("Re&name Run"), QKeySequence(u"F2"_s), [this] { m_runs->editName(); });
    QAction *tag = m_actions.add(u"edit.tag"_s, tr("Edit &Tag…"), QKeySequence(u"Ctrl+T"_s), [this] { editTag(allChosenRuns(), {}); });
    tag->setIcon(icon("tag"_L1));
    m_actions.add(u"edit.delete"_s, tr("&Delete Runs…"), QKeySequence::Delete, [this] { m_edits->askToDelete(allChosenRuns()); });
    m_actions.add(u"edit.restore"_s, tr("Re&store Runs"), {}, [this] { m_edits->restore(allChosenRuns()); });
    m_actions.add(u"edit.waiting"_s, tr("&Waiting Changes…"), {}, [this] { m_offline->showWaiting(); });
    m_views = new ViewsMenu(m_actions, m_prompt, m_settings.folder(u"views"_s), this);
}

void MainWindow::connectEdits()
{
    connect(m_edits, &EditController::stateChanged, this, &MainWindow::updateEditActions);
    connect(&m_edits->history(), &EditHistory::changed, this, &MainWindow::updateEditActions);
    connect(&m_workbench.view(), &RunView::selectionChanged, this, &MainWindow::updateEditActions);
    connect(&m_workbench.view(), &RunView::currentChanged, this, &MainWindow::updateEditActions);
    connect(&m_workbench.view(), &RunView::tableChanged, this, &MainWindow::updateEditActions);
    connect(m_edits, &EditController::finished, this, &MainWindow::showMessage);
    connect(m_edits, &EditController::failed, this, &MainWindow::showMessage);
    connect(m_edits, &EditController::unreachable, m_offline, &OfflineController::hold);
    connect(m_offline, &OfflineController::told, this, &MainWindow::showMessage);
    connect(m_edits, &EditController::progressChanged, this, &MainWindow::showProgress);

    connect(&m_edits->history(), &EditHistory::viewWanted, this, [this](const QVariantMap &changes) {
        if (ChartsController::isEdit(changes)) {
            showPage(Page::Charts);
            m_charts->takeEdit(changes);
            return;
        }
        if (m_page != Page::Charts)
            showPage(Page::Runs); // nothing is undone unseen
        m_runs->changeView(changes);
    });
    connect(m_runs, &RunsController::viewChanged, &m_edits->history(), &EditHistory::recordView);
    connect(m_charts, &ChartsController::edited, &m_edits->history(), &EditHistory::recordChange);
    connect(m_charts, &ChartsController::filterRequested, this, [this](const QString &query, bool keep) {
        const QVariantMap before = m_runs->state().toMap();
        m_runs->filterBy(query, keep);
        m_edits->history().recordChange(keep ? tr("Keep Brushed Runs") : tr("Exclude Brushed Runs"), before, m_runs->state().toMap());
    });
    connect(m_runs, &RunsController::renameRequested, m_edits, &EditController::rename);
    connect(m_runs, &RunsController::menuOpening, this, [this](QMenu *menu) {
        const std::pair<QString, QString> texts[] = {{u"edit.rename"_s, tr("Rename")}, {u"edit.tag"_s, tr("Edit tag…")},
                                                     {u"edit.delete"_s, tr("Delete…")}, {u"edit.restore"_s, tr("Restore")}};
        menu->addSeparator();
        for (const auto &[id, text] : texts) {
            QAction *action = m_actions.action(id);
            if (id == "edit.restore"_L1 && !action->isEnabled())
                continue;
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            menu->addAction(action->icon(), keys.isEmpty() ? text : text + u'\t' + keys, action, &QAction::trigger)->setEnabled(action->isEnabled());
        }
    });
    connect(m_inspector, &InspectorController::noteWritten, m_edits, &EditController::setNote);
    connect(m_inspector, &InspectorController::tagEditRequested, this, [this](const RunRef &run, const QString &key) { editTag({run}, key); });
    connect(m_inspector, &InspectorController::tagRemovalRequested, this,
            [this](const RunRef &run, const QString &key) { m_edits->setTag({run}, key, {}); });

    m_views->setState([this] { return ViewFile{{}, {}, m_runs->state(), m_charts->state()}; });
    connect(m_views, &ViewsMenu::viewChosen, this, [this](const QString &title, const ViewFile &view) {
        const QVariantMap before = m_runs->state().toMap();
        m_runs->changeView(view.table.toMap());
        if (view.charts)
            m_charts->setState(*view.charts);
        m_edits->history().recordChange(title, before, m_runs->state().toMap());
        showPage(Page::Runs);
    });
    connect(m_views, &ViewsMenu::messageShown, this, &MainWindow::showMessage);
}

// In the table alone: the other pages do not show what would be changed.
void MainWindow::updateEditActions()
{
    const auto set = [this](const char *id, bool enabled, const QString &whyNot = {}) {
        m_actions.setEnabled(QString::fromLatin1(id), enabled, whyNot);
    };
    const EditHistory &history = m_edits->history();
    QAction *undo = m_actions.action(u"edit.undo"_s);
    QAction *redo = m_actions.action(u"edit.redo"_s);
    undo->setText(history.canUndo() ? tr("&Undo %1").arg(history.undoText()) : tr("&Undo"));
    redo->setText(history.canRedo() ? tr("&Redo %1").arg(history.redoText()) : tr("&Redo"));
    set("edit.undo", history.canUndo());
    set("edit.redo", history.canRedo());
    const bool hasTable = m_page == Page::Runs || m_page == Page::Charts;
    const bool canEdit = m_edits->canEdit();
    const QString readOnly = m_edits->whyNot();
    const QString whyNot = !readOnly.isEmpty() ? readOnly : !hasTable ? tr("Runs are changed on the pages Runs and Charts.") : tr("No run is selected.");
    const QList<RunRef> runs = chosenRuns();
    const bool hasActive = !m_edits->those(runs.mid(0, 1), Lifecycle::Active).isEmpty() || !m_edits->those(runs, Lifecycle::Active).isEmpty();
    set("edit.rename", hasTable && canEdit && hasActive && m_workbench.view().currentRun(), whyNot);
    set("edit.tag", hasTable && canEdit && hasActive, whyNot);
    set("edit.delete", hasTable && canEdit && hasActive, whyNot);
    set("edit.restore", hasTable && canEdit && !m_edits->those(runs, Lifecycle::Deleted).isEmpty(),
        readOnly.isEmpty() && hasTable ? tr("No deleted run is selected.") : whyNot);
    const QString nothingOpen = tr("No store is open.");
    set("file.export", m_page != Page::Start, nothingOpen);
    set("file.exportBundle", m_page != Page::Start, nothingOpen);
    set("file.offline", m_workbench.current() && m_workbench.current()->isRemote(),
        m_workbench.current() ? tr("This store lies on this machine already.") : nothingOpen);
    m_runs->setNamesEditable(canEdit);
    m_inspector->setEditable(canEdit);
}

void MainWindow::editTag(const QList<RunRef> &chosen, const QString &key)
{
    const QList<RunRef> runs = m_edits->those(chosen, Lifecycle::Active);
    if (runs.isEmpty())
        return;
    auto *dialog = new TagsDialog(m_edits->tagsOf(runs), key, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TagsDialog::setRequested, this, [this, runs](const QString &tag, const QString &value) { m_edits->setTag(runs, tag, value); });
    connect(dialog, &TagsDialog::removeRequested, this, [this, runs](const QString &tag) { m_edits->setTag(runs, tag, {}); });
    dialog->open();
}

} // namespace Assay
