// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/dashboardeditor.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QActionGroup>
#include <QMenu>

namespace Assay {

using namespace Qt::StringLiterals;

void DashboardEditor::restore(const Dashboard &dashboard)
{
    if (m_dashboard == dashboard)
        return;
    m_dashboard = dashboard;
    Q_EMIT dashboardChanged();
}

void DashboardEditor::apply(const QString &what, Dashboard next)
{
    if (next == m_dashboard)
        return;
    const QVariantMap before = m_dashboard.toMap();
    m_dashboard = std::move(next);
    Q_EMIT dashboardChanged();
    Q_EMIT edited(what, before, m_dashboard.toMap());
}

void DashboardEditor::setCard(const CardSpec &card, const QString &what)
{
    Dashboard next = m_dashboard;
    next.set(card);
    apply(what, std::move(next));
}

void DashboardEditor::setPinned(const QString &id, bool pinned)
{
    CardSpec card = m_dashboard.card(id);
    card.isPinned = pinned;
    setCard(card, pinned ? tr("Pin Card") : tr("Unpin Card"));
}

void DashboardEditor::setTitle(const QString &id, const QString &title)
{
    CardSpec card = m_dashboard.card(id);
    card.title.clear();
    if (title != cardTitle(card))
        card.title = title;
    setCard(card, tr("Rename Card"));
}

void DashboardEditor::setSpan(const QString &id, const QSize &span)
{
    CardSpec card = m_dashboard.card(id);
    card.span = span;
    setCard(card, tr("Resize Card"));
}

void DashboardEditor::addAll(const QList<CardSpec> &cards, const QString &what)
{
    Dashboard next = m_dashboard;
    for (const CardSpec &card : cards)
        next.add(card);
    apply(what, std::move(next));
}

void DashboardEditor::addKey(const QString &id, const QString &key)
{
    CardSpec card = m_dashboard.card(id);
    if (!card.keys.contains(key))
        card.keys.append(key);
    setCard(card, tr("Add Metric"));
}

void DashboardEditor::removeKey(const QString &id, const QString &key)
{
    CardSpec card = m_dashboard.card(id);
    card.keys.removeAll(key);
    setCard(card, tr("Remove Metric"));
}

void DashboardEditor::overlay(const QString &id, const QString &onto)
{
    CardSpec card = m_dashboard.card(onto);
    for (const QString &key : m_dashboard.card(id).keys)
        if (!card.keys.contains(key))
            card.keys.append(key);
    setCard(card, tr("Lay Charts over Each Other"));
}

void DashboardEditor::move(const QString &id, const ChartSection &section, const QString &before)
{
    Dashboard next = m_dashboard;
    CardSpec card = next.card(id);
    const bool pinned = section.prefix == ChartSection::Pinned;
    if (card.isPinned != pinned) {
        card.isPinned = pinned;
        next.set(card);
    }
    if (section.keys.contains(id) || pinned)
        next.move(section.prefix, section.keys, id, before);
    apply(tr("Move Card"), std::move(next));
}

QString DashboardEditor::add(const CardSpec &card)
{
    Dashboard next = m_dashboard;
    const QString id = next.add(card);
    apply(tr("Add Card"), std::move(next));
    return id;
}

QString DashboardEditor::duplicate(const QString &id)
{
    Dashboard next = m_dashboard;
    const QString copy = next.duplicate(id);
    apply(tr("Duplicate Card"), std::move(next));
    return copy;
}

void DashboardEditor::remove(const QString &id)
{
    Dashboard next = m_dashboard;
    next.remove(id);
    apply(tr("Remove Card"), std::move(next));
}

void DashboardEditor::showRemoved()
{
    Dashboard next = m_dashboard;
    next.removed.clear();
    apply(tr("Show Removed Cards"), std::move(next));
}

void DashboardEditor::addActions(QMenu &menu, const QString &id)
{
    const CardSpec card = m_dashboard.card(id);
    menu.addAction(icon("pin"_L1), card.isPinned ? tr("Unpin") : tr("Pin to top"), this,
                   [this, id, pinned = card.isPinned] { setPinned(id, !pinned); });
    QMenu *sizes = menu.addMenu(tr("Size"));
    auto *group = new QActionGroup(sizes);
    for (const QSize &span : {QSize(1, 1), QSize(2, 1), QSize(3, 1), QSize(1, 2), QSize(2, 2), QSize(3, 2)}) {
        QAction *action = sizes->addAction(u"%1 × %2"_s.arg(span.width()).arg(span.height()), this, [this, id, span] { setSpan(id, span); });
        action->setCheckable(true);
        action->setChecked(span == card.span);
        group->addAction(action);
    }
    if ((card.type == CardType::Line || card.type == CardType::Values) && card.keys.size() > 1) {
        QMenu *metrics = menu.addMenu(tr("Remove metric"));
        for (const QString &key : card.keys) {
            const auto column = columnOfKey(key);
            metrics->addAction(visibleText(column ? column->name : key, 80).replace(u'&', "&&"_L1), this,
                               [this, id, key] { removeKey(id, key); });
        }
    }
    menu.addAction(icon("copy"_L1), tr("Duplicate"), this, [this, id] { duplicate(id); });
    menu.addSeparator();
    menu.addAction(icon("close"_L1), tr("Remove"), this, [this, id] { remove(id); });
}

} // namespace Assay
