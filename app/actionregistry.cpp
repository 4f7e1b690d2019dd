// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actionregistry.h"

#include "models/items/displaytext.h"

#include <QWidget>

namespace Assay {

ActionRegistry::ActionRegistry(QWidget *window) : QObject(window), m_window(window) {}

QAction *ActionRegistry::add(const QString &id, const QString &text, const QKeySequence &shortcut, std::function<void()> triggered)
{
    Q_ASSERT(!m_byId.contains(id));
    auto *action = new QAction(text, m_window);
    action->setObjectName(id);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, m_window, std::move(triggered));
    m_window->addAction(action);
    m_all.append(action);
    m_byId.insert(id, action);
    return action;
}

void ActionRegistry::setEnabled(const QString &id, bool enabled, const QString &whyNot)
{
    QAction *one = action(id);
    one->setEnabled(enabled);
    one->setToolTip(enabled || whyNot.isEmpty() ? QString() : toolTipText(whyNot));
    one->setStatusTip(enabled ? QString() : visibleText(whyNot, 300));
}

} // namespace Assay
