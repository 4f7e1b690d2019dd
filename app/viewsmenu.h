// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/savedviews.h"

#include <QMenu>

#include <functional>

namespace Assay {

class ActionRegistry;
class Prompt;

// View > Saved Views: the views to choose from, the first nine by Ctrl+1 … Ctrl+9, and what one does with them.
class ViewsMenu final : public QObject
{
    Q_OBJECT

public:
    ViewsMenu(ActionRegistry &actions, Prompt &prompt, const QString &folder, QWidget *window);

    QMenu *menu() { return &m_menu; }
    void setState(std::function<ViewFile()> state) { m_state = std::move(state); } // what is shown now, without a name
    void setStore(const QString &location); // empty: none is open
    void save(const QString &name, bool onlyHere);

Q_SIGNALS:
    void viewChosen(const QString &title, const Assay::ViewFile &view); // “View a”
    void messageShown(const QString &message);

private:
    void fill();
    void choose(qsizetype number);
    void apply(const QString &name, const ReadViewFile &view);
    void askForName();
    void manage();
    void importView(const QString &file);
    void exportView(const QString &file);
    ViewFile named(const QString &name, const QString &store) const;
    void tell(const Status &done, const QString &message);

    ActionRegistry &m_actions;
    Prompt &m_prompt;
    QWidget *m_window;
    SavedViews m_views;
    QMenu m_menu;
    QString m_store;
    std::function<ViewFile()> m_state;
};

} // namespace Assay
