// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

#include <functional>

class QWidget;

namespace Assay {

// Every action of the window, once, by id: menus, buttons and the command palette refer to it.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    // Shortcuts work in `window`, which owns the actions.
    explicit ActionRegistry(QWidget *window);

    // `id` is "file.open": the part before the dot groups. `text` is translated, with three dots when a dialog follows.
    QAction *add(const QString &id, const QString &text, const QKeySequence &shortcut, std::function<void()> triggered);
    // While it is disabled its tooltip and status tip say why; `whyNot` is translated, and foreign text is welcome.
    void setEnabled(const QString &id, bool enabled, const QString &whyNot);
    QAction *action(const QString &id) const { return m_byId.value(id); }
    QList<QAction *> all() const { return m_all; }

private:
    QWidget *m_window;
    QList<QAction *> m_all; // in the order in which they were added
    QHash<QString, QAction *> m_byId;
};

} // namespace Assay
