// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewsmenu.h"

#include "app/actionregistry.h"
#include "app/prompt.h"
#include "models/items/displaytext.h"
#include "widgets/dialogs/saveviewdialog.h"
#include "widgets/dialogs/viewsdialog.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype Numbered = 9;

QString actionId(qsizetype number)
{
    return u"view.saved%1"_s.arg(number + 1);
}

} // namespace

ViewsMenu::ViewsMenu(ActionRegistry &actions, Prompt &prompt, const QString &folder, QWidget *window)
    : QObject(window), m_actions(actions), m_prompt(prompt), m_window(window), m_views(folder), m_menu(tr("&Saved Views"))
{
    m_menu.setObjectName(u"viewsMenu"_s);
    m_menu.setToolTipsVisible(true);
    actions.add(u"view.save"_s, tr("&Save View As…"), QKeySequence(u"Ctrl+Shift+S"_s), [this] { askForName(); });
    actions.add(u"view.manage"_s, tr("&Manage Views…"), {}, [this] { manage(); });
    actions.add(u"view.import"_s, tr("&Import View…"), {}, [this] {
        m_prompt.chooseFile(m_window, tr("Import a View"), tr("Saved views (*%1);;All files (*)").arg(ViewFile::Suffix),
                            [this](const QString &file) { importView(file); });
    });
    actions.add(u"view.export"_s, tr("&Export View…"), {}, [this] {
        m_prompt.chooseSaveFile(m_window, tr("Export This View"), u"runs"_s + ViewFile::Suffix, tr("Saved views (*%1)").arg(ViewFile::Suffix),
                                [this](const QString &file) { exportView(file); });
    });
    // Shortcuts hold also while the menu has not been opened.
    for (qsizetype number = 0; number < Numbered; ++number)
        actions.add(actionId(number), tr("Saved View %1").arg(number + 1), QKeySequence(u"Ctrl+%1"_s.arg(number + 1)), [this, number] { choose(number); });
    connect(&m_menu, &QMenu::aboutToShow, this, &ViewsMenu::fill);
    setStore({});
}

void ViewsMenu::setStore(const QString &location)
{
    m_store = location;
    for (QLatin1StringView id : {"view.save"_L1, "view.import"_L1, "view.export"_L1})
        m_actions.action(id)->setEnabled(!location.isEmpty());
    fill();
}

void ViewsMenu::fill()
{
    m_menu.clear();
    const QList<SavedViews::Entry> views = m_views.views(m_store);
    for (qsizetype number = 0; number < views.size(); ++number) {
        const QString name = visibleText(views[number].view.name, 80).replace(u'&', u"&&"_s);
        QAction *action = number < Numbered ? m_actions.action(actionId(number)) : m_menu.addAction(name, this, [this, number] { choose(number); });
        action->setText(name);
        action->setToolTip(toolTipText(views[number].view.table.filter.isEmpty() ? views[number].view.name : views[number].view.table.filter));
        m_menu.addAction(action);
    }
    if (views.isEmpty())
        m_menu.addAction(tr("No view is saved yet"))->setEnabled(false);
    for (qsizetype number = 0; number < Numbered; ++number)
        m_actions.action(actionId(number))->setEnabled(number < views.size() && !m_store.isEmpty());
    m_menu.addSeparator();
    for (QLatin1StringView id : {"view.save"_L1, "view.manage"_L1, "view.import"_L1, "view.export"_L1})
        m_menu.addAction(m_actions.action(id));
    m_actions.action(u"view.manage"_s)->setEnabled(!views.isEmpty());
}

void ViewsMenu::choose(qsizetype number)
{
    const QList<SavedViews::Entry> views = m_views.views(m_store);
    if (number < views.size())
        apply(views[number].view.name, {views[number].view, views[number].notes});
}

// What of a file is not known is said, the rest applies.
void ViewsMenu::apply(const QString &name, const ReadViewFile &read)
{
    const QString shown = tr("View “%1”").arg(visibleText(name, 80));
    emit viewChosen(shown, read.view);
    emit messageShown(read.notes.isEmpty() ? shown : tr("%1. %2", "a view; what of it was left out").arg(shown, read.notes.join(u' ')));
}

void ViewsMenu::askForName()
{
    QStringList names;
    for (const SavedViews::Entry &entry : m_views.views(m_store))
        names.append(entry.view.name);
    auto *dialog = new SaveViewDialog(names, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SaveViewDialog::confirmed, this, &ViewsMenu::save);
    dialog->open();
}

ViewFile ViewsMenu::named(const QString &name, const QString &store) const
{
    ViewFile view = m_state();
    view.name = name;
    view.store = store;
    return view;
}

void ViewsMenu::save(const QString &name, bool onlyHere)
{
    tell(m_views.save(named(name, onlyHere ? m_store : QString())), tr("View “%1” is saved").arg(visibleText(name, 80)));
}

void ViewsMenu::manage()
{
    const QList<SavedViews::Entry> views = m_views.views(m_store);
    QStringList names;
    for (const SavedViews::Entry &entry : views)
        names.append(entry.view.name);
    auto *dialog = new ViewsDialog(names, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ViewsDialog::confirmed, this, [this, views](const QStringList &changed) {
        for (qsizetype i = 0; i < views.size(); ++i) {
            const QString name = changed.value(i);
            if (name.isEmpty())
                tell(m_views.remove(views[i]), tr("View “%1” is deleted").arg(visibleText(views[i].view.name, 80)));
            else if (name != views[i].view.name)
                tell(m_views.rename(views[i], name), tr("View “%1” is saved").arg(visibleText(name, 80)));
        }
    });
    dialog->open();
}

void ViewsMenu::importView(const QString &file)
{
    if (file.isEmpty())
        return;
    auto read = SavedViews::read(file);
    if (!read) {
        emit messageShown(read.error().message);
        return;
    }
    if (read->view.name.isEmpty())
        read->view.name = QFileInfo(file).fileName().section(u'.', 0, 0);
    read->view.store.clear(); // who imports it wants it here
    if (const Status saved = m_views.save(read->view); !saved)
        emit messageShown(saved.error().message);
    fill();
    apply(read->view.name, *read);
}

void ViewsMenu::exportView(const QString &file)
{
    if (file.isEmpty())
        return;
    const QString name = QFileInfo(file).fileName().section(u'.', 0, 0);
    tell(SavedViews::write(file, named(name, {})), tr("Exported to %1").arg(QDir::toNativeSeparators(file)));
}

void ViewsMenu::tell(const Status &done, const QString &message)
{
    emit messageShown(done ? message : done.error().message);
    fill();
}

} // namespace Assay
