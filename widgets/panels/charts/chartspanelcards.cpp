// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with the cards of the page.
#include "widgets/panels/charts/cardcontents.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"
#include "widgets/panels/charts/dashboardeditor.h"
#include "widgets/panels/charts/metricchooser.h"
#include "widgets/theme/theme.h"

#include <QCursor>
#include <QMenu>
#include <QToolButton>

namespace Assay {

using namespace Qt::StringLiterals;

void ChartsPanel::connectCard(ChartCard *card)
{
    connect(card, &ChartCard::runClicked, this, &ChartsPanel::clickRun);
    connect(card, &ChartCard::enlargeRequested, this,
            [this](const QString &key) { m_grid->setEnlarged(m_grid->enlarged() == key ? QString() : key); });
    connect(card, &ChartCard::menuRequested, this, [this, card](const QPoint &position) { openCardMenu(*card, position); });
    connect(card, &ChartCard::titleChosen, this, [this, card](const QString &title) { m_editor->setTitle(card->key(), title); });
    connect(card, &ChartCard::specChanged, m_editor, [this](const CardSpec &spec) { m_editor->setCard(spec, tr("Change Card")); });
    connect(card, &ChartCard::filterRequested, this, &ChartsPanel::filterRequested);
}

void ChartsPanel::openCardMenu(ChartCard &card, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"cardActions"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = card.key();
    const bool isEnlarged = m_grid->enlarged() == id;
    menu->addAction(icon(isEnlarged ? "shrink"_L1 : "enlarge"_L1), isEnlarged ? tr("Back to all charts") : tr("Enlarge"), this,
                    [this, id, isEnlarged] { m_grid->setEnlarged(isEnlarged ? QString() : id); });
    menu->addAction(tr("Rename…"), this, [this, id] {
        if (ChartCard *renamed = m_grid->card(id))
            renamed->editTitle();
    });
    if (card.isLines()) {
        menu->addAction(icon("plus"_L1), tr("Add metric…"), this, [this, id] {
            chooseMetric([this, id](const QString &key) { m_editor->addKey(id, key); });
        });
    }
    m_editor->addActions(*menu, id);
    Q_EMIT cardMenuOpening(menu, &card);
    menu->popup(position);
}

void ChartsPanel::fillAddMenu()
{
    QMenu *menu = m_addButton->menu();
    menu->clear();
    const QList<CardType> types = newCardTypes();
    for (const CardType type : types)
        menu->addAction(cardTypeTitle(type), this, [this, type] { addCard(type); });
    if (const int count = int(m_editor->dashboard().removed.size()); count > 0) {
        menu->addSeparator();
        menu->addAction(tr("Show %n removed card(s)", nullptr, count), m_editor, &DashboardEditor::showRemoved);
    }
}

void ChartsPanel::addCard(CardType type)
{
    const auto add = [this](const CardSpec &card) {
        const QString id = m_editor->add(card);
        update(); // so that there is something to scroll to
        m_grid->ensureVisible(id);
    };
    CardSpec card;
    card.type = type;
    if (type != CardType::Line) {
        add(card);
        return;
    }
    chooseMetric([add, card](const QString &key) {
        CardSpec lines = card;
        lines.keys = {key};
        add(lines);
    });
}

void ChartsPanel::chooseMetric(const std::function<void(const QString &key)> &use)
{
    auto *chooser = new MetricChooser(m_keys, this);
    connect(chooser, &MetricChooser::chosen, this, use);
    chooser->openAt(QCursor::pos());
}

// As in the table: a click selects one run, with Ctrl it adds or takes away.
void ChartsPanel::clickRun(const RunRef &run, Qt::KeyboardModifiers modifiers)
{
    QList<RunRef> runs = m_view->selectedRuns();
    if (!modifiers.testFlag(Qt::ControlModifier))
        runs = {run};
    else if (!runs.removeOne(run))
        runs.append(run);
    m_view->setSelectedRuns(runs);
    m_view->setCurrentRun(run);
}

} // namespace Assay
