// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/columnchooser.h"

#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Width = 320;
constexpr int Height = 460;
constexpr int Margin = 8;

class ColumnDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {Width / 2, 26}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const bool isHeading = index.data(ColumnListModel::HeadingRole).toBool();
        painter->save();
        if (index.flags() & Qt::ItemIsEnabled && option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(option.state & QStyle::State_Selected ? ColorRole::Selection : ColorRole::Hover));
        QRect rest = option.rect.adjusted(Margin, 0, -Margin, 0);
        QFont font = option.font;
        if (isHeading) {
            font.setPixelSize(11);
            font.setWeight(QFont::DemiBold);
        }
        if (const QVariant state = index.data(Qt::CheckStateRole); state.isValid()) {
            if (state.toInt() == Qt::Checked)
                icon("check"_L1, isHeading ? ColorRole::Muted : ColorRole::Accent).paint(painter, QRect(rest.left(), rest.center().y() - 7, 16, 16));
            rest.setLeft(rest.left() + 16 + Margin);
        }
        const QString count = index.data(ColumnListModel::CountTextRole).toString();
        QFont small = tabularFont(option.font);
        small.setPixelSize(11);
        painter->setFont(small);
        painter->setPen(theme.color(ColorRole::Muted));
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, count);
        rest.setRight(rest.right() - QFontMetrics(small).horizontalAdvance(count) - Margin);
        painter->setFont(font);
        painter->setPen(theme.color(isHeading ? ColorRole::Muted : ColorRole::Text));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, rest.width()));
        painter->restore();
    }
};

} // namespace

ColumnChooser::ColumnChooser(const QString &name, const QString &reset, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_search(new QLineEdit), m_list(new QListView), m_head(new QHBoxLayout), m_foot(new QHBoxLayout)
{
    setObjectName(name);
    setProperty("role", u"card"_s);
    m_search->setObjectName(u"columnSearch"_s);
    m_search->setPlaceholderText(tr("Find a column"));
    m_search->setAccessibleName(tr("Find a column"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"columnList"_s);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ColumnDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *resetButton = new QPushButton(reset);
    resetButton->setObjectName(u"resetColumns"_s);
    resetButton->setProperty("flat", true);
    m_foot->addWidget(resetButton);
    m_foot->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Margin, Margin, Margin, Margin);
    layout->setSpacing(Margin);
    m_head->setSpacing(Margin);
    m_head->addWidget(m_search, 1);
    layout->addLayout(m_head);
    layout->addWidget(m_list, 1);
    layout->addLayout(m_foot);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setSearch(text.trimmed());
        // The first hit, so that Return ticks it.
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (!m_model.index(row).data(ColumnListModel::HeadingRole).toBool()) {
                m_list->setCurrentIndex(m_model.index(row));
                break;
            }
        }
    });
    connect(m_list, &QListView::clicked, this, &ColumnChooser::toggle);
    connect(resetButton, &QPushButton::clicked, this, &ColumnChooser::resetRequested);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
}

void ColumnChooser::addAtFoot(QWidget *widget)
{
    m_foot->addWidget(widget);
}

void ColumnChooser::addNarrowing()
{
    auto *narrowing = new QComboBox;
    narrowing->setObjectName(u"columnNarrowing"_s);
    narrowing->setAccessibleName(tr("Which columns are listed"));
    narrowing->addItems({tr("All"), tr("Differing"), tr("With values")}); // in the order of Narrowing
    m_head->addWidget(narrowing);
    connect(narrowing, &QComboBox::currentIndexChanged, this, [this](int index) { m_model.setNarrowing(ColumnListModel::Narrowing(index)); });
}

void ColumnChooser::toggle(const QModelIndex &index)
{
    const bool shown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model.setData(index, shown ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter || (key == Qt::Key_Space && watched == m_list)) && m_list->currentIndex().isValid()) {
        toggle(m_list->currentIndex());
        return true;
    }
    if ((key == Qt::Key_Down || key == Qt::Key_Up) && watched == m_search) {
        m_list->setFocus();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ColumnChooser::openBelow(const QWidget *button)
{
    m_search->clear();
    const QRect screen = button->screen()->availableGeometry();
    const QPoint corner = button->mapToGlobal(QPoint(button->width() - Width, button->height() + 4));
    const int height = std::min(Height, screen.bottom() - corner.y());
    setGeometry(std::max(screen.left(), corner.x()), corner.y(), Width, std::max(200, height));
    show();
    m_search->setFocus();
}

} // namespace Assay
