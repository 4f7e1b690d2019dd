// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/navigatormodel.h"

#include <QSet>
#include <QWidget>

class QTreeView;

namespace Assay {

// The tree of open stores at the left of the window. Shows values, asks by signals.
class NavigatorPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit NavigatorPanel(QWidget *parent = nullptr);

    void setStores(const QList<NavigatorStore> &stores);
    void selectExperiments(const QString &location, const QList<ExperimentId> &experiments); // without a signal

Q_SIGNALS:
    void experimentsChosen(const QString &location, const QList<Assay::ExperimentId> &experiments); // empty: all of the store
    void modelChosen(const QString &location, const QString &name);
    void openRequested();
    void reloadRequested(const QString &location);
    void closeRequested(const QString &location);
    void rootMappingsRequested(const QString &location);
    void connectionRequested(const QString &location); // of a store with an address

private:
    void chooseSelection();
    void showMenu(const QPoint &position);
    void restore();

    NavigatorModel m_model;
    QTreeView *m_tree;
    QSet<QString> m_collapsed; // keys; everything else is expanded
    QStringList m_selectedKeys;
    bool m_restoring = false;
};

} // namespace Assay
