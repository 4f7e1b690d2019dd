// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/navigator/navigatorpanel.h"

#include "widgets/panels/navigator/navigatordelegate.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

template <typename F>
void forEachIndex(const QAbstractItemModel &model, const QModelIndex &parent, F &&f)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        f(index);
        forEachIndex(model, index, f);
    }
}

} // namespace

NavigatorPanel::NavigatorPanel(QWidget *parent) : QWidget(parent), m_tree(new QTreeView(this))
{
    setObjectName(u"navigator"_s);
    auto *title = new QLabel(tr("Stores"), this);
    title->setProperty("role", u"heading"_s);
    auto *open = new QToolButton(this);
    open->setObjectName(u"navigatorOpen"_s);
    open->setIcon(icon("plus"_L1));
    open->setToolTip(tr("Open a store…"));
    open->setAccessibleName(tr("Open a store"));
    connect(open, &QToolButton::clicked, this, &NavigatorPanel::openRequested);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(12, 4, 8, 4);
    header->addWidget(title, 1);
    header->addWidget(open);

    m_tree->setObjectName(u"navigatorTree"_s);
    m_tree->setAccessibleName(tr("Stores, experiments and models"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new NavigatorDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setProperty("flush", u"window"_s);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &NavigatorPanel::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &NavigatorPanel::chooseSelection);
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        m_collapsed.insert(index.data(NavigatorModel::KeyRole).toString());
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        m_collapsed.remove(index.data(NavigatorModel::KeyRole).toString());
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &NavigatorPanel::restore);

    setFocusProxy(m_tree);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_tree, 1);
}

void NavigatorPanel::setStores(const QList<NavigatorStore> &stores)
{
    m_model.setStores(stores);
}

void NavigatorPanel::restore()
{
    m_restoring = true;
    forEachIndex(m_model, {}, [this](const QModelIndex &index) {
        m_tree->setExpanded(index, !m_collapsed.contains(index.data(NavigatorModel::KeyRole).toString()));
    });
    for (const QString &key : std::as_const(m_selectedKeys))
        m_tree->selectionModel()->select(m_model.indexOfKey(key), QItemSelectionModel::Select);
    m_restoring = false;
}

void NavigatorPanel::select(const QList<NavigatorChoice> &choices)
{
    m_restoring = true;
    m_selectedKeys.clear();
    m_tree->selectionModel()->clearSelection();
    const auto select = [this](const QModelIndex &index) {
        m_tree->selectionModel()->select(index, QItemSelectionModel::Select);
        m_tree->scrollTo(index);
        m_selectedKeys.append(index.data(NavigatorModel::KeyRole).toString());
    };
    for (const NavigatorChoice &choice : choices) {
        if (choice.experiments.isEmpty() && choices.size() > 1)
            select(storeIndex(choice.location));
        for (const ExperimentId &id : choice.experiments)
            select(m_model.indexOfExperiment(choice.location, id));
    }
    m_restoring = false;
}

void NavigatorPanel::setTogether(const QStringList &locations)
{
    m_together = locations;
}

void NavigatorPanel::chooseSelection()
{
    const QModelIndexList selected = m_tree->selectionModel()->selectedIndexes();
    if (m_restoring || selected.isEmpty())
        return;
    m_selectedKeys.clear();
    for (const QModelIndex &index : selected)
        m_selectedKeys.append(index.data(NavigatorModel::KeyRole).toString());
    const QModelIndex current = m_tree->currentIndex().isValid() ? m_tree->currentIndex() : selected.first();
    const QString location = current.data(NavigatorModel::LocationRole).toString();
    if (current.data(NavigatorModel::KindRole).value<NavigatorModel::Kind>() == NavigatorModel::Kind::Model) {
        Q_EMIT modelChosen(location, current.data(NavigatorModel::ModelNameRole).toString());
        return;
    }
    QList<NavigatorChoice> choices{{location, {}}};
    for (const QModelIndex &index : selected) {
        const QString place = index.data(NavigatorModel::LocationRole).toString();
        if (index.data(NavigatorModel::KindRole).value<NavigatorModel::Kind>() == NavigatorModel::Kind::Model)
            continue;
        auto choice = std::find_if(choices.begin(), choices.end(), [&](const NavigatorChoice &one) { return one.location == place; });
        if (choice == choices.end())
            choice = choices.insert(choices.end(), {place, {}});
        for (const QString &id : index.data(NavigatorModel::ExperimentIdsRole).toStringList())
            if (!choice->experiments.contains(ExperimentId(id)))
                choice->experiments.append(ExperimentId(id));
    }
    if (!std::any_of(selected.begin(), selected.end(), [&](const QModelIndex &index) { return index.data(NavigatorModel::LocationRole).toString() == location; }))
        choices.removeFirst(); // it was just taken out of what is selected
    Q_EMIT experimentsChosen(choices);
}

QModelIndex NavigatorPanel::storeIndex(const QString &location) const
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (const QModelIndex index = m_model.index(row, 0); index.data(NavigatorModel::LocationRole).toString() == location)
            return index;
    return {};
}

// What Ctrl and a click do, for those who look for it in a menu.
void NavigatorPanel::addTogetherActions(QMenu &menu, const QString &location)
{
    const QModelIndex own = storeIndex(location);
    const auto experimentsOf = [](const QModelIndex &store) {
        QList<ExperimentId> ids;
        for (const QString &id : store.data(NavigatorModel::ExperimentIdsRole).toStringList())
            ids.append(ExperimentId(id));
        return ids;
    };
    QList<NavigatorChoice> all;
    for (int row = 0; row < m_model.rowCount(); ++row)
        all.append({m_model.index(row, 0).data(NavigatorModel::LocationRole).toString(), experimentsOf(m_model.index(row, 0))});
    if (all.size() < 2)
        return;
    menu.addSeparator();
    if (!m_together.isEmpty())
        menu.addAction(tr("Show This Store Alone"), this, [this, location, ids = experimentsOf(own)] { Q_EMIT experimentsChosen({{location, ids}}); });
    if (m_together.size() < all.size())
        menu.addAction(tr("Show All Stores Together"), this, [this, all] { Q_EMIT experimentsChosen(all); });
}

void NavigatorPanel::showMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    if (!index.isValid())
        return;
    const QString location = index.data(NavigatorModel::LocationRole).toString();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon("reload"_L1), tr("Reload Store"), this, [this, location] { Q_EMIT reloadRequested(location); });
    if (location.contains("://"_L1))
        menu->addAction(icon("link"_L1), tr("Connection…"), this, [this, location] { Q_EMIT connectionRequested(location); });
    menu->addAction(tr("Artifact Locations…"), this, [this, location] { Q_EMIT rootMappingsRequested(location); });
    addTogetherActions(*menu, location);
    menu->addSeparator();
    menu->addAction(icon("close"_L1), tr("Close Store"), this, [this, location] { Q_EMIT closeRequested(location); });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace Assay
