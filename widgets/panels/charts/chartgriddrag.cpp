// SPDX-License-Identifier: GPL-3.0-or-later
// Cards that are dragged and made larger.
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarWidth = 4;
constexpr int EdgeForScrolling = 32;
constexpr int ScrollStep = 24; // pixels, each time the pointer moves near an edge

// Where a card would go: a bar between two cards, or a frame around the one it would be laid over.
class DropMark final : public QWidget
{
public:
    explicit DropMark(QWidget *parent) : QWidget(parent)
    {
        setObjectName(u"dropMark"_s);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QColor accent = Theme::of(palette()).color(ColorRole::Accent);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (width() <= BarWidth) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(accent);
            painter.drawRoundedRect(rect(), BarWidth / 2.0, BarWidth / 2.0);
            return;
        }
        QColor inside = accent;
        inside.setAlphaF(0.08f);
        painter.setPen(QPen(accent, 2));
        painter.setBrush(inside);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
};

} // namespace

void ChartGrid::connectCard(ChartCard *card)
{
    connect(&card->plot(), &PlotView::zoomChanged, this, [this, card] { takeZoom(*card); });
    connect(card, &ChartCard::keyActed, this, [this, card](CardAct act, int arrow) { takeAct(*card, act, arrow); });
    connect(card, &ChartCard::focusedByKey, this, [this, card] { ensureVisible(card->key()); });
    connect(card, &ChartCard::dragMoved, this, [this, card](const QPoint &position) { showDrop(*card, position); });
    connect(card, &ChartCard::dragCanceled, this, &ChartGrid::endDrag);
    connect(card, &ChartCard::dragEnded, this, [this, card](const QPoint &position) {
        const QString key = card->key();
        const Drop drop = dropAt(*card, viewport()->mapFromGlobal(position));
        endDrag();
        if (drop.kind == Drop::Kind::Before)
            Q_EMIT moveChosen(key, drop.section, drop.key);
        else if (drop.kind == Drop::Kind::Onto)
            Q_EMIT overlayChosen(key, drop.key);
    });
    connect(card, &ChartCard::resizeMoved, this, [this, card](const QSize &wanted) {
        const QSize size = cardSize();
        const QSize span = spanFor(wanted);
        const QSize step(size.width() + Between, size.height() + Between);
        showMark({card->pos(), QSize(span.width() * step.width() - Between, span.height() * step.height() - Between)});
    });
    connect(card, &ChartCard::resizeEnded, this, [this, card](const QSize &wanted) {
        endDrag();
        if (const QSize span = spanFor(wanted); span != card->spec().span)
            Q_EMIT spanChosen(card->key(), span);
    });
}

QSize ChartGrid::spanFor(const QSize &wanted) const
{
    const QSize size = cardSize();
    const auto count = [](int length, int each, int most) {
        return std::clamp(int(std::lround(double(length + Between) / (each + Between))), 1, most);
    };
    return {count(wanted.width(), size.width(), std::min(columnCount(), CardSpec::MostSpan.width())),
            count(wanted.height(), size.height(), CardSpec::MostSpan.height())};
}

// The outer quarters of a card mean beside it, the middle means onto it where both draw lines.
ChartGrid::Drop ChartGrid::dropAt(const ChartCard &card, const QPoint &position) const
{
    if (!m_enlarged.isEmpty() || !viewport()->rect().contains(position))
        return {};
    const QPoint inWhole = position + QPoint(0, verticalScrollBar()->value());
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const ChartSection &section = m_sections.at(i);
        const Block &block = m_blocks.at(i);
        for (size_t at = 0; at < block.places.size(); ++at) {
            const QRect place = placeOf(block, block.places[at]);
            if (!place.adjusted(-Between / 2, -Between / 2, Between / 2, Between / 2).contains(inWhole))
                continue;
            const QString &key = section.keys.at(qsizetype(at));
            if (key == card.key())
                return {};
            const QRect shown = place.translated(0, -verticalScrollBar()->value());
            const double part = double(inWhole.x() - place.left()) / place.width();
            const CardSpec target = m_dashboard.card(key);
            const bool lays = card.isLines() && target.isKnown() && target.type == CardType::Line;
            if (lays && part > 0.25 && part < 0.75)
                return {Drop::Kind::Onto, section.prefix, key, shown};
            // Other sections are made of what metrics are called; only to and from the pinned cards there is a way.
            if (!section.keys.contains(card.key()) && section.prefix != ChartSection::Pinned && !card.spec().isPinned)
                return {};
            const bool after = part > 0.5;
            const int x = after ? shown.right() + Between / 2 : shown.left() - Between / 2;
            const QRect mark(x - BarWidth / 2, shown.top(), BarWidth, shown.height());
            QString before = key;
            if (after)
                before = at + 1 < block.places.size() ? section.keys.at(qsizetype(at) + 1) : QString();
            if (before == card.key())
                return {};
            return {Drop::Kind::Before, section.prefix, before, mark};
        }
    }
    return {};
}

void ChartGrid::showDrop(const ChartCard &card, const QPoint &globalPosition)
{
    m_dragged = card.key();
    const QPoint position = viewport()->mapFromGlobal(globalPosition);
    scrollWhileDragging(position);
    const Drop drop = dropAt(card, position);
    if (drop.kind == Drop::Kind::None) {
        if (m_mark)
            m_mark->hide();
        return;
    }
    showMark(drop.mark);
}

void ChartGrid::showMark(const QRect &place)
{
    if (!m_mark)
        m_mark = new DropMark(viewport());
    m_mark->setGeometry(place);
    m_mark->show();
    m_mark->raise();
}

void ChartGrid::scrollWhileDragging(const QPoint &position)
{
    QScrollBar *bar = verticalScrollBar();
    if (position.y() < EdgeForScrolling)
        bar->setValue(bar->value() - ScrollStep);
    else if (position.y() > viewport()->height() - EdgeForScrolling)
        bar->setValue(bar->value() + ScrollStep);
}

void ChartGrid::endDrag()
{
    m_dragged.clear();
    if (m_mark)
        m_mark->hide();
    showCards();
}

} // namespace Assay
