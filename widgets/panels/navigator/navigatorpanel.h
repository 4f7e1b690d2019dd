// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/navigatormodel.h"

#include <QSet>
#include <QWidget>

class QMenu;
class QTreeView;

namespace Assay {

// The tree of open stores at the left of the window. Shows values, asks by signals.
class NavigatorPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit NavigatorPanel(QWidget *parent = nullptr);

    void setStores(const QList<NavigatorStore> &stores);
    void select(const QList<NavigatorChoice> &choices); // without a signal
    void setTogether(const QStringList &locations); // of the stores that are shown together; of one store alone: empty

Q_SIGNALS:
    // Of one store, or of several that are to be shown together; the current one first.
    void experimentsChosen(const QList<Assay::NavigatorChoice> &choices);
    void modelChosen(const QString &location, const QString &name);
    void openRequested();
    void reloadRequested(const QString &location);
    void closeRequested(const QString &location);
    void rootMappingsRequested(const QString &location);
    void connectionRequested(const QString &location); // of a store with an address

private:
    void chooseSelection();
    QModelIndex storeIndex(const QString &location) const;
    void addTogetherActions(QMenu &menu, const QString &location);
    void showMenu(const QPoint &position);
    void restore();

    NavigatorModel m_model;
    QTreeView *m_tree;
    QSet<QString> m_collapsed; // keys; everything else is expanded
    QStringList m_selectedKeys;
    QStringList m_together;
    bool m_restoring = false;
};

} // namespace Assay
