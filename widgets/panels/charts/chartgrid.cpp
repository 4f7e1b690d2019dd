// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartgrid.h"

#include "models/items/displaytext.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int Around = 12;
constexpr int Between = 8;
constexpr int BetweenSections = 16;
constexpr int HeadHeight = 28;
constexpr int LeastCardWidth = 300; // two columns beside navigator and table at 1280 pixels
constexpr int LeastCardHeight = 250;
constexpr int MostCardHeight = 330;
constexpr int Ahead = 120; // pixels outside of the view whose cards are made already
constexpr qsizetype MostSpare = 12;

} // namespace

ChartGrid::ChartGrid(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"chartGrid"_s);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

ChartGrid::~ChartGrid() = default;

void ChartGrid::setSections(const QList<ChartSection> &sections)
{
    if (m_sections == sections)
        return;
    m_sections = sections;
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
    m_enlarged = key;
    layOut();
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

void ChartGrid::forgetZooms()
{
    m_zooms.clear();
    for (ChartCard *card : std::as_const(m_cards))
        card->plot().showAll();
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
    int y = Around;
    for (const ChartSection &section : std::as_const(m_sections)) {
        Block block;
        block.headTop = y;
        block.cardsTop = y + (hasHeads() ? HeadHeight + 4 : 0);
        const int rows = isFolded(section.prefix) ? 0 : int((section.keys.size() + columns - 1) / columns);
        block.bottom = block.cardsTop + rows * rowHeight - (rows > 0 ? Between : 0);
        m_blocks.append(block);
        y = block.bottom + (rows > 0 ? BetweenSections : 4);
    }
    m_height = m_blocks.isEmpty() ? 0 : m_blocks.last().bottom + Around;
    const bool scrolls = m_enlarged.isEmpty();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight / 4);
    verticalScrollBar()->setRange(0, scrolls ? std::max(0, m_height - viewport()->height()) : 0);
    placeHeads();
    showCards();
}

QList<std::pair<QString, QRect>> ChartGrid::cardPlaces() const
{
    const QRect whole = viewport()->rect();
    if (!m_enlarged.isEmpty())
        return {{m_enlarged, whole.adjusted(Around, Around, -Around, -Around)}};
    QList<std::pair<QString, QRect>> places;
    const int scrolled = verticalScrollBar()->value();
    const QSize size = cardSize();
    const int columns = columnCount();
    const int rowHeight = size.height() + Between;
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const QStringList &keys = m_sections.at(i).keys;
        const Block &block = m_blocks.at(i);
        if (isFolded(m_sections.at(i).prefix) || block.bottom < scrolled - Ahead || block.cardsTop > scrolled + whole.height() + Ahead)
            continue;
        const int firstRow = std::max(0, (scrolled - Ahead - block.cardsTop) / rowHeight);
        for (qsizetype at = qsizetype(firstRow) * columns; at < keys.size(); ++at) {
            const int top = block.cardsTop + int(at / columns) * rowHeight - scrolled;
            if (top > whole.height() + Ahead)
                break;
            places.append({keys.at(at), QRect(QPoint(Around + int(at % columns) * (size.width() + Between), top), size)});
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
        if (!wanted.contains(key))
            release(key);
    }
    for (const auto &[key, place] : places) {
        ChartCard *card = acquire(key);
        card->setGeometry(place);
        card->show();
    }
    if (m_visibleKeys != keys) {
        m_visibleKeys = keys;
        Q_EMIT visibleKeysChanged();
    }
}

// A card that leaves the view keeps its zoom for when it comes back.
void ChartGrid::release(const QString &key)
{
    ChartCard *card = m_cards.take(key);
    const PlotZoom zoom = card->plot().zoom();
    if (zoom.isAll())
        m_zooms.remove(key);
    else
        m_zooms.insert(key, zoom);
    card->hide();
    if (m_spare.size() < MostSpare)
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
        Q_EMIT cardMade(card);
    } else {
        card = m_spare.takeLast();
    }
    card->setKey(key);
    card->setEnlarged(key == m_enlarged);
    card->plot().setZoom(m_zooms.value(key));
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
        const QString name = section.prefix.isEmpty() ? tr("Metrics") : visibleText(section.prefix, 100);
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
