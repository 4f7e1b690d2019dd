// SPDX-License-Identifier: GPL-3.0-or-later
// Cards by keys: from one to another, to another place, larger and smaller.
#include "widgets/panels/charts/cardpacking.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"

#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

namespace Assay {

QList<ChartGrid::Placed> ChartGrid::placedCards() const
{
    QList<Placed> all;
    for (qsizetype i = 0; i < m_sections.size(); ++i)
        for (size_t at = 0; at < m_blocks.at(i).places.size(); ++at)
            all.append({i, qsizetype(at), placeOf(m_blocks.at(i), m_blocks.at(i).places[at])});
    return all;
}

// Left and Right go through all cards in reading order, Up and Down to the nearest row that has one above or below.
std::optional<ChartGrid::Placed> ChartGrid::neighbor(const QString &key, int arrow) const
{
    const QList<Placed> all = placedCards();
    const auto here = std::ranges::find_if(all, [&](const Placed &card) { return keyOf(card) == key; });
    if (here == all.end())
        return {};
    if (arrow == Qt::Key_Left)
        return here == all.begin() ? std::nullopt : std::optional(*std::prev(here));
    if (arrow == Qt::Key_Right)
        return std::next(here) == all.end() ? std::nullopt : std::optional(*std::next(here));
    const bool isUp = arrow == Qt::Key_Up;
    std::optional<Placed> best;
    const auto distance = [&](const Placed &card) {
        const int rows = isUp ? here->place.top() - card.place.bottom() : card.place.top() - here->place.bottom();
        return std::pair(rows, std::abs(card.place.left() - here->place.left()));
    };
    for (const Placed &card : all)
        if (distance(card).first > 0 && (!best || distance(card) < distance(*best)))
            best = card;
    return best;
}

// Before which card of its section it would go; nothing when it is the last on this way.
std::optional<QString> ChartGrid::beforeWhenMoved(const QString &key, int arrow) const
{
    const auto next = neighbor(key, arrow);
    if (!next || !m_sections.at(next->section).keys.contains(key))
        return {};
    const QStringList &keys = m_sections.at(next->section).keys;
    const bool isForward = arrow == Qt::Key_Right || arrow == Qt::Key_Down;
    return isForward ? keys.value(next->at + 1) : keys.at(next->at);
}

void ChartGrid::moveCard(const QString &key, int arrow)
{
    const auto before = beforeWhenMoved(key, arrow);
    if (!before || !m_enlarged.isEmpty())
        return;
    const auto section = std::ranges::find_if(m_sections, [&](const ChartSection &each) { return each.keys.contains(key); });
    const QString prefix = section->prefix; // the answer is other sections
    Q_EMIT moveChosen(key, prefix, *before);
    ensureVisible(key);
}

std::optional<QSize> ChartGrid::otherSpan(const QString &key, Growth growth) const
{
    return nextSpan(m_dashboard.card(key).span, growth, columnCount());
}

void ChartGrid::changeSpan(const QString &key, Growth growth)
{
    const auto span = otherSpan(key, growth);
    if (!span || !m_enlarged.isEmpty())
        return;
    Q_EMIT spanChosen(key, *span);
    ensureVisible(key);
}

void ChartGrid::focusCard(const QString &key)
{
    if (!m_enlarged.isEmpty())
        setEnlarged(key);
    else
        ensureVisible(key);
    if (ChartCard *shown = card(key))
        shown->setFocus(Qt::ShortcutFocusReason);
}

// Tab goes as one reads, whichever card was made first: heads, cards, and what is in a card after it.
void ChartGrid::orderTabs()
{
    QWidgetList parts;
    for (QToolButton *head : std::as_const(m_heads))
        parts.append(head);
    for (ChartCard *card : std::as_const(m_cards))
        parts.append(card);
    std::ranges::stable_sort(parts, {}, [](const QWidget *part) { return std::pair(part->y(), part->x()); });
    QWidget *last = this;
    for (QWidget *part : std::as_const(parts)) {
        for (QWidget *widget : QWidgetList{part} + part->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() || widget->window() != window())
                continue;
            setTabOrder(last, widget);
            last = widget;
        }
    }
}

void ChartGrid::takeAct(ChartCard &card, CardAct act, int arrow)
{
    const QString key = card.key();
    switch (act) {
    case CardAct::Go:
        if (const auto next = neighbor(key, arrow))
            focusCard(keyOf(*next));
        break;
    case CardAct::Move: moveCard(key, arrow); break;
    case CardAct::Larger: changeSpan(key, Growth::Larger); break;
    case CardAct::Smaller: changeSpan(key, Growth::Smaller); break;
    case CardAct::Fill: Q_EMIT card.enlargeRequested(key); break;
    case CardAct::Back:
        setEnlarged({});
        focusCard(key); // which may be shown by another one now
        break;
    }
}

// The card that had the focus was scrolled out of view, and an arrow takes it up again.
void ChartGrid::keyPressEvent(QKeyEvent *event)
{
    const auto act = cardAct(event->key(), event->modifiers());
    const bool isThere = std::ranges::any_of(m_sections, [this](const ChartSection &section) { return section.keys.contains(m_left); });
    if (hasFocus() && act == CardAct::Go && isThere)
        focusCard(m_left);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace Assay
