// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dashboard.h"
#include "widgets/chart/paintturns.h"
#include "widgets/chart/plotview.h"
#include "widgets/panels/charts/cardkeys.h"
#include "widgets/panels/charts/cardpacking.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QMap>
#include <QSet>

#include <vector>

class QToolButton;

namespace Assay {

class ChartCard;
class RunView;

// How the plots of a page are zoomed.
struct PageZoom {
    std::optional<AxisRange> x;      // of all, where they go together
    QHash<QString, PlotZoom> own;    // by card; those that show all have none

    PlotZoom of(const QString &key) const;
    friend bool operator==(const PageZoom &, const PageZoom &) = default;
};

// Cards in columns, in sections that fold. There are cards only for what is in view, so that thousands of metrics cost no
// more than a few. Cards are dragged by their titles and made larger by their corners; the grid shows where they would go
// and asks for it; keys go from card to card and do the same. GUI thread.
class ChartGrid final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ChartGrid(QWidget *parent = nullptr);
    ~ChartGrid() override;

    void setView(RunView *view); // for cards that read it themselves; outlives the grid, or is replaced
    void setSections(const QList<ChartSection> &sections, const Dashboard &dashboard = {});
    const QList<ChartSection> &sections() const { return m_sections; }
    void setAllUnfolded(bool unfolded); // while something is searched for, folds do not count
    bool isPainting() const { return !m_turns->isEmpty(); } // some cards do not show yet what they should
    QStringList visibleKeys() const;    // ids of the cards in view or about to be, top to bottom
    ChartCard *card(const QString &key) const { return m_cards.value(key); } // null when not in view
    QString enlarged() const { return m_enlarged; }
    void setEnlarged(const QString &key); // fills the whole with one card; empty: back to all
    void setFolded(const QString &prefix, bool folded);
    QMap<QString, bool> folds() const { return m_folds; } // that the person chose
    void setFolds(const QMap<QString, bool> &folds);
    bool isFolded(const QString &prefix) const;
    // Whether zooming one plot along x zooms all, whose y then fits what is seen of them.
    bool linksZoom() const { return m_linksZoom; }
    void setLinksZoom(bool links) { m_linksZoom = links; }
    const PageZoom &zooms() const { return m_zooms; }
    void setZooms(const PageZoom &zooms); // without zoomed()
    void forgetZooms() { setZooms({}); }  // for another kind of axis
    QList<ChartCard *> cards() const { return m_cards.values(); } // in view, in no order
    void ensureVisible(const QString &key); // unfolds and scrolls as far as needed
    // One place earlier or later in its section (by an arrow key: also a row), or the next size that there is room for.
    // Asked for as by a drag; nothing when it stands at an end.
    std::optional<QString> beforeWhenMoved(const QString &key, int arrow) const; // empty: behind all
    void moveCard(const QString &key, int arrow);
    std::optional<QSize> otherSpan(const QString &key, Growth growth) const;
    void changeSpan(const QString &key, Growth growth);

Q_SIGNALS:
    void foldsChanged(); // by the person
    void visibleKeysChanged();
    void cardMade(Assay::ChartCard *card); // once for each card, to connect it; cards are used again for other keys
    void zoomed(const QString &key, const Assay::PageZoom &before); // by the person, in that card
    void spanChosen(const QString &key, const QSize &span);
    // Dragged to a place of a section, before another card or (empty) behind all.
    void moveChosen(const QString &key, const QString &section, const QString &before);
    void overlayChosen(const QString &key, const QString &onto); // dropped on another card of lines

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int Between = 8; // pixels between cards

    struct Block { // where a section stands in the whole
        int headTop = 0;
        int cardsTop = 0;
        int bottom = 0;
        std::vector<QRect> places; // of its cards, in cells; none when folded
    };
    struct Drop { // what would become of a card that is let go
        enum class Kind { None, Before, Onto };
        Kind kind = Kind::None;
        QString section;
        QString key;    // before or onto which; empty: behind all of the section
        QRect mark;     // that shows it, in the viewport
    };

    struct Placed { // a card in an unfolded section
        qsizetype section = 0;
        qsizetype at = 0;
        QRect place; // in the whole
    };

    QString keyOf(const Placed &card) const { return m_sections.at(card.section).keys.at(card.at); }
    QList<Placed> placedCards() const;
    std::optional<Placed> neighbor(const QString &key, int arrow) const;
    void focusCard(const QString &key);
    void orderTabs();
    void takeAct(ChartCard &card, CardAct act, int arrow);
    void layOut();     // where everything would be
    QRect placeOf(const Block &block, const QRect &cells) const; // in the whole
    void connectCard(ChartCard *card);
    Drop dropAt(const ChartCard &card, const QPoint &position) const;
    void showDrop(const ChartCard &card, const QPoint &globalPosition);
    void endDrag();
    void takeZoom(ChartCard &card);
    void applyZoom(ChartCard &card);
    void scrollWhileDragging(const QPoint &position);
    QSize spanFor(const QSize &wanted) const;
    void showMark(const QRect &place);
    void showCards();  // makes, moves and drops cards for what is in view
    QList<std::pair<QString, QRect>> cardPlaces() const; // in view, in the viewport's coordinates
    void placeHeads();
    void release(const QString &key);
    ChartCard *acquire(const QString &key);
    bool hasHeads() const;
    int columnCount() const;
    QSize cardSize() const;

    PaintTurns *m_turns; // of the cards, so that one that is zoomed follows at once and the others soon; a child, so gone after them
    RunView *m_view = nullptr;
    QList<ChartSection> m_sections;
    Dashboard m_dashboard;
    QList<Block> m_blocks;
    int m_height = 0;
    QString m_enlarged;
    bool m_allUnfolded = false;
    QMap<QString, bool> m_folds; // chosen by the person
    QHash<QString, ChartCard *> m_cards;
    QList<ChartCard *> m_spare;
    QList<QToolButton *> m_heads;
    PageZoom m_zooms;
    bool m_linksZoom = true;
    bool m_isApplyingZooms = false;
    QStringList m_visibleKeys;
    QWidget *m_mark = nullptr; // where a dragged card would go; made when first needed
    QString m_left;    // had the focus when it was scrolled out of view
    QString m_dragged; // its card stays although it is scrolled out of view
};

} // namespace Assay
