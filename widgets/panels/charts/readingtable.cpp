// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/readingtable.h"

#include "widgets/text/fittingnumber.h"
#include "widgets/theme/theme.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 24;
constexpr int Padding = 8;
constexpr int DotSize = 8;
constexpr int NameWidth = 220;
constexpr int NumberWidth = 150;
constexpr int LeastNameWidth = 110;
constexpr int LeastNumberWidth = 76;

class ReadingDelegate final : public QStyledItemDelegate
{
public:
    explicit ReadingDelegate(const ReadingTable &table, QObject *parent) : QStyledItemDelegate(parent), m_table(table) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const auto *model = qobject_cast<const ReadingModel *>(index.model());
        const auto run = model->runAt(index.row());
        painter->save();
        if (run && run == m_table.highlightedRun())
            painter->fillRect(option.rect, theme.color(ColorRole::Hover));
        QRect rest = option.rect.adjusted(Padding, 0, -Padding, 0);
        if (index.column() == 0) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.series(index.data(ReadingModel::ColorRole).toInt()));
            painter->drawEllipse(QRectF(rest.left(), rest.center().y() - DotSize / 2.0 + 0.5, DotSize, DotSize));
            rest.setLeft(rest.left() + DotSize + Padding);
        }
        painter->setFont(index.column() == 0 ? option.font : tabularFont(option.font));
        painter->setPen(theme.color(ColorRole::Text));
        const Qt::Alignment alignment(index.data(Qt::TextAlignmentRole).toInt());
        const QString text = index.data().toString();
        const QVariant number = index.data(ReadingModel::NumberRole);
        painter->drawText(rest, int(alignment), number.isValid() ? fittingNumber(number.toDouble(), text, painter->fontMetrics(), rest.width())
                                                                 : painter->fontMetrics().elidedText(text, Qt::ElideRight, rest.width()));
        painter->restore();
    }

private:
    const ReadingTable &m_table;
};

} // namespace

ReadingTable::ReadingTable(QWidget *parent) : QTableView(parent)
{
    setObjectName(u"readingTable"_s);
    setAccessibleName(tr("Values of the runs"));
    setModel(&m_model);
    setItemDelegate(new ReadingDelegate(*this, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setWordWrap(false);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(RowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setTextElideMode(Qt::ElideLeft); // the last part tells metrics apart
    horizontalHeader()->setDefaultSectionSize(NumberWidth);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ReadingTable::fitColumns);
}

void ReadingTable::setTable(const ReadingModel::Table &table)
{
    m_model.setTable(table);
}

void ReadingTable::setHighlightedRun(const std::optional<RunRef> &run)
{
    if (m_highlighted == run)
        return;
    m_highlighted = run;
    viewport()->update();
}

// All columns in view where that leaves room for numbers worth reading.
void ReadingTable::fitColumns()
{
    const int columns = m_model.columnCount();
    if (columns < 2)
        return;
    const int whole = viewport()->width();
    const int name = std::clamp(whole * 2 / 5, LeastNameWidth, NameWidth);
    setColumnWidth(0, name);
    for (int column = 1; column < columns; ++column)
        setColumnWidth(column, std::clamp((whole - name) / (columns - 1), LeastNumberWidth, NumberWidth));
}

void ReadingTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

bool ReadingTable::viewportEvent(QEvent *event)
{
    std::optional<RunRef> run = m_hovered;
    if (event->type() == QEvent::MouseMove)
        run = m_model.runAt(indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()).row());
    else if (event->type() == QEvent::Leave)
        run.reset();
    if (run != m_hovered) {
        m_hovered = run;
        Q_EMIT runHovered(run);
    }
    return QTableView::viewportEvent(event);
}

void ReadingTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    if (const auto run = m_model.runAt(indexAt(event->position().toPoint()).row()); run && event->button() == Qt::LeftButton)
        Q_EMIT runClicked(*run, event->modifiers());
}

} // namespace Assay
