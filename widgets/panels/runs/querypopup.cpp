// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/querypopup.h"

#include "widgets/theme/theme.h"

#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int RowHeight = 26;
constexpr int MostRows = 10;
constexpr int Gap = 8;
constexpr int MinWidth = 220;
constexpr int MaxWidth = 560;

QFont countFont(const QFont &base)
{
    QFont font = tabularFont(base);
    font.setPixelSize(11);
    return font;
}

class CandidateDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString count = index.data(QueryCompletionModel::CountTextRole).toString();
        return {QFontMetrics(option.font).horizontalAdvance(index.data().toString()) + QFontMetrics(countFont(option.font)).horizontalAdvance(count) + 4 * Gap,
                RowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(option.state & QStyle::State_Selected ? ColorRole::Selection : ColorRole::Hover));
        QRect rest = option.rect.adjusted(Gap, 0, -Gap, 0);
        const QString count = index.data(QueryCompletionModel::CountTextRole).toString();
        painter->setFont(countFont(option.font));
        painter->setPen(theme.color(ColorRole::Muted));
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, count);
        if (!count.isEmpty())
            rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(count) - 2 * Gap);
        painter->setFont(option.font);
        painter->setPen(theme.color(ColorRole::Text));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, rest.width()));
        painter->restore();
    }
};

} // namespace

QueryPopup::QueryPopup(QWidget *parent) : QFrame(parent), m_list(new QListView)
{
    setObjectName(u"queryPopup"_s);
    setProperty("role", u"card"_s);
    m_list->setObjectName(u"queryCandidates"_s);
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { emit chosen(index.row()); });
    hide();
}

void QueryPopup::openAt(const QPoint &corner)
{
    QStyleOptionViewItem option;
    option.font = m_list->font();
    int width = MinWidth;
    for (int row = 0; row < m_model.rowCount(); ++row)
        width = std::max(width, m_list->itemDelegate()->sizeHint(option, m_model.index(row)).width());
    const bool scrolls = m_model.rowCount() > MostRows;
    width = std::min({width + 10 + (scrolls ? m_list->verticalScrollBar()->sizeHint().width() : 0), MaxWidth, parentWidget()->width() - 16});
    const int height = std::min(std::min(m_model.rowCount(), MostRows) * RowHeight + 10, parentWidget()->height() - corner.y() - 8);
    setGeometry(std::max(8, std::min(corner.x(), parentWidget()->width() - width - 8)), corner.y(), width, std::max(RowHeight + 10, height));
    show();
    raise();
}

void QueryPopup::step(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int current = currentRow().value_or(rows > 0 ? -1 : count);
    const int next = (current + rows % count + count) % count;
    m_list->setCurrentIndex(m_model.index(next));
    m_list->scrollTo(m_model.index(next));
}

std::optional<int> QueryPopup::currentRow() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? std::optional(current.row()) : std::nullopt;
}

QString QueryPopup::insertion(int row) const
{
    return m_model.index(row).data(QueryCompletionModel::InsertRole).toString();
}

} // namespace Assay
