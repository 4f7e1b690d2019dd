// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with the cards of the page.
#include "models/items/displaytext.h"
#include "widgets/panels/charts/cardcontents.h"
#include "widgets/panels/charts/cardsearch.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"
#include "widgets/panels/charts/dashboardeditor.h"
#include "widgets/panels/charts/metricchooser.h"
#include "widgets/panels/charts/rangeeditor.h"
#include "widgets/panels/charts/pagecursor.h"
#include "widgets/theme/theme.h"

#include <QCursor>
#include <QDateTime>
#include <QKeySequence>
#include <QMenu>
#include <QToolButton>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostFacetColumns = 20;

} // namespace

void ChartsPanel::runAction()
{
    if (!m_lines.runs().isEmpty()) {
        if (m_search->text().isEmpty())
            m_editor->showRemoved();
        m_search->clear();
        return;
    }
    QList<RunRef> first;
    const RunTablePtr table = m_view->table();
    for (const uint32_t row : m_view->rows()) {
        first.append(table->ref(row));
        if (first.size() == RunView::FirstShown)
            break;
    }
    m_view->setShown(first, true);
}

void ChartsPanel::connectCard(ChartCard *card)
{
    m_cursor->connectCard(card);
    connect(card, &ChartCard::runClicked, this, &ChartsPanel::clickRun);
    connect(card, &ChartCard::enlargeRequested, this,
            [this](const QString &key) { m_grid->setEnlarged(m_grid->enlarged() == key ? QString() : key); });
    connect(card, &ChartCard::menuRequested, this, [this, card](const QPoint &position) { openCardMenu(*card, position); });
    connect(card, &ChartCard::titleChosen, this, [this, card](const QString &title) { m_editor->setTitle(card->key(), title); });
    connect(card, &ChartCard::specChanged, m_editor, [this](const CardSpec &spec) { m_editor->setCard(spec, tr("Change Card")); });
    connect(card, &ChartCard::filterRequested, this, &ChartsPanel::filterRequested);
}

// Shown at once: the next key goes on from there.
void ChartsPanel::connectGrid()
{
    connect(m_grid, &ChartGrid::spanChosen, this, [this](const QString &key, const QSize &span) {
        m_editor->setSpan(key, span);
        update();
    });
    connect(m_grid, &ChartGrid::overlayChosen, m_editor, &DashboardEditor::overlay);
    connect(m_grid, &ChartGrid::moveChosen, this, [this](const QString &key, const QString &prefix, const QString &before) {
        for (const ChartSection &section : m_grid->sections())
            if (section.prefix == prefix)
                m_editor->move(key, ChartSection(section), before);
        update();
    });
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
    if (card.isLines() || card.spec().type == CardType::Values) {
        menu->addAction(icon("plus"_L1), tr("Add metric…"), this, [this, id] {
            chooseMetric([this, id](const QString &key) { m_editor->addKey(id, key); });
        });
    }
    if (m_cursor->reference())
        menu->addAction(tr("Remove the reference line"), this, [this] { m_cursor->setReference(std::nullopt); });
    else if (const auto place = card.isLines() ? card.plot().cursor() : std::nullopt)
        menu->addAction(tr("Put the reference line here"), this, [this, place] { m_cursor->setReference(place); });
    if (card.isLines()) {
        addFacetMenu(*menu, card.spec());
        menu->addAction(tr("Range of the axes…"), this, [this, id, position] { editRange(id, position); });
    }
    addPlaceActions(*menu, id);
    m_editor->addActions(*menu, id);
    Q_EMIT cardMenuOpening(menu, &card);
    menu->popup(position);
}

// What a drag does as well.
void ChartsPanel::addPlaceActions(QMenu &menu, const QString &id)
{
    const auto add = [&](const QString &text, const QString &keys, bool isPossible, const auto &act) {
        QAction *action = menu.addAction(text + u'\t' + keys, m_grid, act);
        action->setEnabled(isPossible && m_grid->enlarged().isEmpty());
    };
    const auto native = [](const QString &keys) { return QKeySequence(keys).toString(QKeySequence::NativeText); };
    menu.addSeparator();
    add(tr("Move earlier"), native(u"Ctrl+Shift+Left"_s), m_grid->beforeWhenMoved(id, Qt::Key_Left).has_value(), [this, id] { m_grid->moveCard(id, Qt::Key_Left); });
    add(tr("Move later"), native(u"Ctrl+Shift+Right"_s), m_grid->beforeWhenMoved(id, Qt::Key_Right).has_value(), [this, id] { m_grid->moveCard(id, Qt::Key_Right); });
    add(tr("Larger"), u"+"_s, m_grid->otherSpan(id, Growth::Larger).has_value(), [this, id] { m_grid->changeSpan(id, Growth::Larger); });
    add(tr("Smaller"), u"−"_s, m_grid->otherSpan(id, Growth::Smaller).has_value(), [this, id] { m_grid->changeSpan(id, Growth::Smaller); });
    menu.addSeparator();
}

void ChartsPanel::editRange(const QString &id, const QPoint &position)
{
    ChartCard *card = m_grid->card(id);
    if (!card)
        return;
    auto *editor = new RangeEditor(card->spec(), m_recipe.x, card->plot().xRange(), card->plot().yRange(), this);
    connect(editor, &RangeEditor::cardChanged, this, [this](const CardSpec &changed) { m_editor->setCard(changed, tr("Change Range")); });
    editor->openAt(position);
}

// What there is to split by is found when the menu is opened.
void ChartsPanel::addFacetMenu(QMenu &menu, const CardSpec &card)
{
    QMenu *facets = menu.addMenu(tr("Split by"));
    facets->setObjectName(u"facetMenu"_s);
    connect(facets, &QMenu::aboutToShow, this, [this, facets, card] {
        facets->clear();
        const RunTablePtr table = m_view ? m_view->table() : nullptr;
        std::vector<uint32_t> rows;
        for (const RunRef &run : m_lines.runs())
            if (const auto row = table ? table->rowOf(run) : std::nullopt)
                rows.push_back(*row);
        const QList<ColumnKey> keys = rows.empty() ? QList<ColumnKey>() : facetColumns(*table, rows, MostFacetColumns);
        for (const ColumnKey &key : keys) {
            facets->addAction(visibleText(key.name, 60).replace(u'&', "&&"_L1), this, [this, card, key, table, rows] {
                QList<CardSpec> cards;
                for (const FacetPart &part : facetParts(*table, rows, key, QDateTime::currentMSecsSinceEpoch()))
                    cards.append(facetCard(card, key, part));
                m_editor->addAll(cards, tr("Split Card"));
            });
        }
        if (keys.isEmpty())
            facets->addAction(tr("Nothing tells the drawn runs apart"))->setEnabled(false);
    });
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
    if (type == CardType::ParallelCoordinates) // axes want room
        card.span = {2, 1};
    if (type != CardType::Line && type != CardType::Values) {
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

// A click selects the run, with Shift it is selected besides the others. With Ctrl it is drawn alone; once more brings
// those back that were drawn before.
void ChartsPanel::clickRun(const RunRef &run, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ControlModifier)) {
        const QList<RunRef> shown = m_view->shownRuns();
        if (shown != QList{run}) {
            m_beforeIsolation = shown;
            m_view->setShownOnly({run});
        } else if (!m_beforeIsolation.isEmpty()) {
            m_view->setShownOnly(std::exchange(m_beforeIsolation, {}));
        }
        return;
    }
    QList<RunRef> runs = m_view->selectedRuns();
    if (!modifiers.testFlag(Qt::ShiftModifier))
        runs = {run};
    else if (!runs.removeOne(run))
        runs.append(run);
    m_view->setSelectedRuns(runs);
    m_view->setCurrentRun(run);
}

} // namespace Assay
