// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/textdiff.h"
#include "widgets/panels/compare/wrappedline.h"

#include <QAbstractScrollArea>
#include <QCache>

#include <memory>

namespace Assay {

// Two texts side by side, aligned by their lines, which wrap; they scroll as one. Long stretches without a change are
// folded and open by a click. Lays out what is seen and guesses the height of the rest until it is scrolled to: texts of
// 2,000,000 characters are shown at once.
class TextDiffCanvas final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Side { Left, Right };

    explicit TextDiffCanvas(QWidget *parent = nullptr);

    // With Keep what is at the top stays there, as far as the new texts have it; equal texts change nothing.
    enum class Scroll { ToTop, Keep };
    void setDiff(std::shared_ptr<const SideBySide> diff, Scroll scroll = Scroll::ToTop);
    const SideBySide *diff() const { return m_diff.get(); }
    void setFolding(bool folds); // off: every line is shown
    qsizetype currentChange() const { return m_change; } // -1: none yet
    void showChange(qsizetype change);
    QString selectedText() const; // empty: nothing is selected
    int rowCount() const { return int(m_rows.size()); }
    qsizetype laidOutLines() const { return m_laidOut; } // since the widget was made; what scrolling costs

Q_SIGNALS:
    void currentChangeChanged(qsizetype change);
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    // A pair of lines, or a fold of `count` pairs that begins there.
    struct Row {
        size_t pair = 0;
        size_t count = 1;
        bool isFold = false;
        int top = 0;
        int height = 0;
        bool isMeasured = false;
    };
    struct Top { // what is at the top of the viewport
        size_t pair = 0;
        int offset = 0;
    };
    struct Place {
        size_t pair = 0;
        int offset = 0; // in the line of the side that is selected

        friend auto operator<=>(const Place &, const Place &) = default;
    };

    void makeRows(const Top &top);
    void layOut(const Top &top);
    Top top() const;
    Top sameTop(const SideBySide &next) const;
    bool measure(int top);
    void settle(size_t anchor, int y);
    void unfold(int row);
    int rowAt(int y) const; // in the whole text
    size_t rowOf(size_t pair) const;
    QRect textRect(Side side, const Row &row) const; // in the viewport
    int textWidth() const;
    QString line(Side side, size_t pair) const;
    qsizetype lineSize(Side side, size_t pair) const; // of line(), about
    const WrappedLine &wrapped(Side side, size_t pair) const;
    void paintRow(QPainter &painter, const Row &row) const;
    void paintSide(QPainter &painter, const Row &row, Side side) const;
    Place placeAt(const QPoint &position) const;
    QList<QTextLayout::FormatRange> formats(Side side, size_t pair) const;

    std::shared_ptr<const SideBySide> m_diff;
    std::vector<Row> m_rows;
    std::vector<bool> m_isOpen; // by pair: the fold that began there was opened
    bool m_folds = true;
    bool m_isSettling = false;
    int m_height = 0;
    int m_gutter = 0;
    qsizetype m_change = -1;
    Side m_selectedSide = Side::Left;
    Place m_anchor, m_caret;
    mutable QCache<size_t, WrappedLine> m_wrapped{400}; // by pair and side
    mutable qsizetype m_laidOut = 0;
};

} // namespace Assay
