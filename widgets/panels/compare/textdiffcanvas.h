// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/textdiff.h"

#include <QAbstractScrollArea>
#include <QTextLayout>

#include <memory>

namespace Assay {

// Two texts side by side, aligned by their lines, which wrap; they scroll as one. Long stretches without a change are
// folded and open by a click. Draws what is seen and lays out no more than it must: texts of 2,000,000 characters are shown
// at once.
class TextDiffCanvas final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Side { Left, Right };

    explicit TextDiffCanvas(QWidget *parent = nullptr);

    void setDiff(std::shared_ptr<const SideBySide> diff);
    const SideBySide *diff() const { return m_diff.get(); }
    void setFolding(bool folds); // off: every line is shown
    qsizetype currentChange() const { return m_change; } // -1: none yet
    void showChange(qsizetype change);
    QString selectedText() const; // empty: nothing is selected
    int rowCount() const { return int(m_rows.size()); }

Q_SIGNALS:
    void currentChangeChanged(qsizetype change);
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
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
    };
    struct Place {
        size_t pair = 0;
        int offset = 0; // in the line of the side that is selected

        friend auto operator<=>(const Place &, const Place &) = default;
    };

    void makeRows();
    void layOut();
    void unfold(int row);
    int rowAt(int y) const; // in the whole text
    QRect textRect(Side side, const Row &row) const; // in the viewport
    QString line(Side side, size_t pair) const;
    void fillLayout(QTextLayout &layout, int width) const;
    int heightOf(Side side, size_t pair, int width) const;
    void paintRow(QPainter &painter, const Row &row) const;
    void paintSide(QPainter &painter, const Row &row, Side side) const;
    Place placeAt(const QPoint &position) const;
    QList<QTextLayout::FormatRange> formats(Side side, size_t pair) const;

    std::shared_ptr<const SideBySide> m_diff;
    std::vector<Row> m_rows;
    std::vector<bool> m_isOpen; // by pair: the fold that began there was opened
    bool m_folds = true;
    bool m_wrapsWords = true;
    int m_height = 0;
    int m_gutter = 0;
    qsizetype m_change = -1;
    Side m_selectedSide = Side::Left;
    Place m_anchor, m_caret;
};

} // namespace Assay
