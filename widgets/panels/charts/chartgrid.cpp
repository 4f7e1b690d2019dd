// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartgrid.h"

#include "models/items/displaytext.h"
#include "widgets/panels/charts/cardpacking.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int Around = 12;
constexpr int BetweenSections = 16;
constexpr int HeadHeight = 28;
constexpr int LeastCardWidth = 300; // two columns beside navigator and table at 1280 pixels
constexpr int LeastCardHeight = 250;
constexpr int MostCardHeight = 330;
constexpr int Ahead = 120; // pixels outside of the view whose cards are made already
constexpr qsizetype MostSpare = 12;

} // namespace

ChartGrid::ChartGrid(QWidget *parent) : QAbstractScrollArea(parent), m_turns(new PaintTurns(PaintTurns::Slice, this))
{
    setObjectName(u"chartGrid"_s);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

ChartGrid::~ChartGrid() = default;

void ChartGrid::setView(RunView *view)
{
    m_view = view;
    for (const auto &cards : {m_cards.values(), m_spare})
        for (ChartCard *card : cards)
            card->setView(view);
}

void ChartGrid::setSections(const QList<ChartSection> &sections, const Dashboard &dashboard)
{
    if (m_sections == sections && m_dashboard == dashboard)
        return;
    m_sections = sections;
    m_dashboard = dashboard;
    for (ChartCard *card : std::as_const(m_cards))
        card->setSpec(dashboard.card(card->key()));
    const auto isThere = [this](const QString &key) {
        return std::ranges::any_of(m_sections, [&key](const ChartSection &section) { return section.keys.contains(key); });
    };
    if (!m_enlarged.isEmpty() && !isThere(m_enlarged))
        m_enlarged.clear();
    layOut();
}

void ChartGrid::setAllUnfolded(bool unfolded)
{
    if (m_allUnfolded == unfolded)
        return;
    m_allUnfolded = unfolded;
    layOut();
}

QStringList ChartGrid::visibleKeys() const { return m_visibleKeys; }

void ChartGrid::setEnlarged(const QString &key)
{
    if (m_enlarged == key)
        return;
    for (const QString &each : {m_enlarged, key}) {
        if (ChartCard *shown = card(each))
            shown->setEnlarged(each == key && !key.isEmpty());
    }
    const QString before = std::exchange(m_enlarged, key);
    const ChartCard *shown = card(before);
    const bool hadFocus = shown && (shown->hasFocus() || shown->isAncestorOf(QApplication::focusWidget()));
    layOut();
    if (!key.isEmpty())
        return;
    ensureVisible(before);
    if (hadFocus && hasFocus()) // it was out of view until it was scrolled to, and its card is another one now
        focusCard(before);
}

bool ChartGrid::isFolded(const QString &prefix) const
{
    return !m_allUnfolded && m_folds.value(prefix, isFoldedAtFirst(prefix));
}

void ChartGrid::setFolded(const QString &prefix, bool folded)
{
    m_folds.insert(prefix, folded);
    layOut();
}

void ChartGrid::setFolds(const QMap<QString, bool> &folds)
{
    if (folds == m_folds)
        return;
    m_folds = folds;
    layOut();
}

void ChartGrid::ensureVisible(const QString &key)
{
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const qsizetype at = m_sections.at(i).keys.indexOf(key);
        if (at < 0)
            continue;
        if (isFolded(m_sections.at(i).prefix))
            setFolded(m_sections.at(i).prefix, false);
        const QRect place = placeOf(m_blocks.at(i), m_blocks.at(i).places[size_t(at)]);
        QScrollBar *bar = verticalScrollBar();
        if (place.top() < bar->value() || place.bottom() > bar->value() + viewport()->height())
            bar->setValue(place.top() - Around - HeadHeight);
        return;
    }
}

bool ChartGrid::hasHeads() const
{
    return m_sections.size() > 1 || (m_sections.size() == 1 && !m_sections.first().prefix.isEmpty());
}

int ChartGrid::columnCount() const
{
    return std::max(1, (viewport()->width() - 2 * Around + Between) / (LeastCardWidth + Between));
}

QSize ChartGrid::cardSize() const
{
    const int columns = columnCount();
    const int width = std::max(120, (viewport()->width() - 2 * Around - (columns - 1) * Between) / columns);
    return {width, std::clamp(width * 2 / 3, LeastCardHeight, MostCardHeight)};
}

void ChartGrid::layOut()
{
    m_blocks.clear();
    const int columns = columnCount();
    const int rowHeight = cardSize().height() + Between;
    QHash<QString, QSize> spans;
    for (const CardSpec &card : m_dashboard.cards)
        spans.insert(card.id, card.span);
    int y = Around;
    for (const ChartSection &section : std::as_const(m_sections)) {
        Block block;
        block.headTop = y;
        block.cardsTop = y + (hasHeads() ? HeadHeight + 4 : 0);
        std::vector<QSize> sizes;
        if (!isFolded(section.prefix)) {
            for (const QString &key : section.keys)
                sizes.push_back(spans.value(key, QSize(1, 1)));
        }
        block.places = packCards(sizes, columns);
        int rows = 0;
        for (const QRect &place : block.places)
            rows = std::max(rows, place.y() + place.height());
        block.bottom = block.cardsTop + rows * rowHeight - (rows > 0 ? Between : 0);
        y = block.bottom + (rows > 0 ? BetweenSections : 4);
        m_blocks.append(std::move(block));
    }
    m_height = m_blocks.isEmpty() ? 0 : m_blocks.last().bottom + Around;
    const bool scrolls = m_enlarged.isEmpty();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight / 4);
    verticalScrollBar()->setRange(0, scrolls ? std::max(0, m_height - viewport()->height()) : 0);
    placeHeads();
    showCards();
}

QRect ChartGrid::placeOf(const Block &block, const QRect &cells) const
{
    const QSize size = cardSize();
    const auto length = [](int count, int each) { return count * (each + Between) - Between; };
    return {Around + cells.x() * (size.width() + Between), block.cardsTop + cells.y() * (size.height() + Between),
            length(cells.width(), size.width()), length(cells.height(), size.height())};
}

QList<std::pair<QString, QRect>> ChartGrid::cardPlaces() const
{
    const QRect whole = viewport()->rect();
    if (!m_enlarged.isEmpty())
        return {{m_enlarged, whole.adjusted(Around, Around, -Around, -Around)}};
    QList<std::pair<QString, QRect>> places;
    const int scrolled = verticalScrollBar()->value();
    const QRect wanted = whole.adjusted(0, -Ahead, 0, Ahead);
    const int rowHeight = cardSize().height() + Between;
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const Block &block = m_blocks.at(i);
        // Tops never fall, and the tallest card that begins above reaches no further than this.
        const int firstRow = (scrolled + wanted.top() - block.cardsTop) / rowHeight - CardSpec::MostSpan.height();
        const auto first = std::ranges::lower_bound(block.places, firstRow, {}, [](const QRect &cells) { return cells.y(); });
        for (auto cells = first; cells != block.places.end(); ++cells) {
            const QRect place = placeOf(block, *cells).translated(0, -scrolled);
            if (place.top() > wanted.bottom())
                break;
            if (place.intersects(wanted))
                places.append({m_sections.at(i).keys.at(cells - block.places.begin()), place});
        }
    }
    return places;
}

void ChartGrid::showCards()
{
    const QList<std::pair<QString, QRect>> places = cardPlaces();
    QStringList keys;
    QSet<QString> wanted;
    for (const auto &[key, place] : places) {
        keys.append(key);
        wanted.insert(key);
    }
    const QStringList shown = m_cards.keys();
    for (const QString &key : shown) {
        if (!wanted.contains(key) && key == m_dragged)
            m_cards.value(key)->move(-20'000, 0); // holds the mouse, so it may not be hidden
        else if (!wanted.contains(key))
            release(key);
    }
    for (const auto &[key, place] : places) {
        ChartCard *card = acquire(key);
        card->setGeometry(place);
        card->show();
    }
    if (m_mark)
        m_mark->raise();
    if (m_visibleKeys != keys) {
        m_visibleKeys = keys;
        orderTabs();
        Q_EMIT visibleKeysChanged();
    }
}

void ChartGrid::release(const QString &key)
{
    ChartCard *card = m_cards.take(key);
    if (card->isAncestorOf(QApplication::focusWidget()) || card->hasFocus()) {
        m_left = key;
        setFocus(Qt::OtherFocusReason);
    }
    card->hide();
    if (m_spare.size() < MostSpare && card->isLines())
        m_spare.append(card);
    else
        card->deleteLater();
}

ChartCard *ChartGrid::acquire(const QString &key)
{
    if (ChartCard *card = m_cards.value(key))
        return card;
    ChartCard *card = nullptr;
    if (m_spare.isEmpty()) {
        card = new ChartCard(viewport());
        card->setView(m_view);
        card->plot().setTurns(m_turns);
        connectCard(card);
        Q_EMIT cardMade(card);
    } else {
        card = m_spare.takeLast();
    }
    m_isApplyingZooms = true; // another card shows all at first
    card->setSpec(m_dashboard.card(key));
    m_isApplyingZooms = false;
    card->setEnlarged(key == m_enlarged);
    applyZoom(*card);
    m_cards.insert(key, card);
    return card;
}

void ChartGrid::placeHeads()
{
    const int scrolled = verticalScrollBar()->value();
    qsizetype used = 0;
    for (qsizetype i = 0; hasHeads() && m_enlarged.isEmpty() && i < m_sections.size(); ++i) {
        const int top = m_blocks.at(i).headTop - scrolled;
        if (top + HeadHeight < 0 || top > viewport()->height())
            continue;
        if (used == m_heads.size()) {
            auto *head = new QToolButton(viewport());
            head->setObjectName(u"chartSection"_s);
            head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            head->setFocusPolicy(Qt::TabFocus);
            connect(head, &QToolButton::clicked, this, [this, head] {
                const QString prefix = head->property("prefix").toString();
                setFolded(prefix, !isFolded(prefix));
                emit foldsChanged();
            });
            m_heads.append(head);
        }
        QToolButton *head = m_heads.at(used++);
        const ChartSection &section = m_sections.at(i);
        const bool folded = isFolded(section.prefix);
        const QString name = section.prefix.isEmpty()               ? tr("Metrics")
                             : section.prefix == ChartSection::Pinned ? tr("Pinned")
                             : section.prefix == ChartSection::Added  ? tr("Added")
                             : section.prefix == "system"_L1          ? tr("System")
                                                                      : visibleText(section.prefix, 100);
        head->setProperty("prefix", section.prefix);
        head->setIcon(icon(folded ? "chevron-right"_L1 : "chevron-down"_L1, ColorRole::Muted));
        head->setText(u"%1   %2"_s.arg(name, countText(section.keys.size())).replace(u'&', "&&"_L1));
        head->setToolTip(folded ? tr("Show these charts") : tr("Fold these charts"));
        head->adjustSize();
        head->setGeometry(Around - 4, top, std::min(head->sizeHint().width(), viewport()->width() - 2 * Around), HeadHeight);
        head->show();
    }
    for (qsizetype i = used; i < m_heads.size(); ++i)
        m_heads.at(i)->hide();
}

void ChartGrid::resizeEvent(QResizeEvent *)
{
    layOut();
}

void ChartGrid::scrollContentsBy(int, int)
{
    placeHeads();
    showCards();
}

bool ChartGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        return true; // the cards stand where layOut() put them
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace Assay
