// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/dashboard.h"
#include "widgets/chart/plotview.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QMap>
#include <QSet>

class QToolButton;

namespace Assay {

class ChartCard;

// Cards of charts in columns, in sections that fold. There are cards only for what is in view, so that thousands of keys
// cost no more than a few. GUI thread.
class ChartGrid final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ChartGrid(QWidget *parent = nullptr);
    ~ChartGrid() override;

    void setSections(const QList<ChartSection> &sections);
    void setAllUnfolded(bool unfolded); // while something is searched for, folds do not count
    QStringList visibleKeys() const;    // in view or about to be, top to bottom
    ChartCard *card(const QString &key) const { return m_cards.value(key); } // null when not in view
    QString enlarged() const { return m_enlarged; }
    void setEnlarged(const QString &key); // fills the whole with one card; empty: back to all
    void setFolded(const QString &prefix, bool folded);
    QMap<QString, bool> folds() const { return m_folds; } // that the person chose
    void setFolds(const QMap<QString, bool> &folds);
    bool isFolded(const QString &prefix) const;
    void forgetZooms(); // for another kind of axis

Q_SIGNALS:
    void foldsChanged(); // by the person
    void visibleKeysChanged();
    void cardMade(Assay::ChartCard *card); // once for each card, to connect it; cards are used again for other keys

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Block { // where a section stands in the whole
        int headTop = 0;
        int cardsTop = 0;
        int bottom = 0;
    };

    void layOut();     // where everything would be
    void showCards();  // makes, moves and drops cards for what is in view
    QList<std::pair<QString, QRect>> cardPlaces() const; // in view, in the viewport's coordinates
    void placeHeads();
    void release(const QString &key);
    ChartCard *acquire(const QString &key);
    bool hasHeads() const;
    int columnCount() const;
    QSize cardSize() const;

    QList<ChartSection> m_sections;
    QList<Block> m_blocks;
    int m_height = 0;
    QString m_enlarged;
    bool m_allUnfolded = false;
    QMap<QString, bool> m_folds; // chosen by the person
    QHash<QString, ChartCard *> m_cards;
    QList<ChartCard *> m_spare;
    QList<QToolButton *> m_heads;
    QHash<QString, PlotZoom> m_zooms;
    QStringList m_visibleKeys;
};

} // namespace Assay
