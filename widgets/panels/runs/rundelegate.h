// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace Assay {

// Paints the cells of the run table: colour dot and eye before the name, an icon before the status, numbers with as
// many digits as fit, and rows that stand for groups.
class RunDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Part { None, Fold, Eye };

    using QStyledItemDelegate::QStyledItemDelegate;

    void setHoveredRow(int row) { m_hoveredRow = row; }
    int hoveredRow() const { return m_hoveredRow; }
    void setNested(bool nested) { m_nested = nested; } // room for the triangles

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // What lies under a point of the name's cell.
    Part partAt(const QPoint &point, const QRect &cell, const QModelIndex &index) const;

    // The first of some texts that fits, the longest first; "…" when none does.
    static QString fittingText(const QStringList &texts, const QFontMetrics &metrics, int width);

private:
    QRect foldRect(const QRect &cell, const QModelIndex &index) const;
    QRect eyeRect(const QRect &cell, const QModelIndex &index) const;
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    static void paintScale(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintHistory(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, int textWidth);
    static void paintExtreme(QPainter *painter, const QRect &rest, int textWidth, int extreme);
    void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    int m_hoveredRow = -1;
    bool m_nested = false;
};

} // namespace Assay
