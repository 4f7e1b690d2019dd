// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/inspector/inspectorpanel.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

class DetailDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {80, 26}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const bool isSection = index.data(RunDetailModel::SectionRole).toBool();
        painter->save();
        if (option.state & QStyle::State_Selected && !isSection)
            painter->fillRect(option.rect, theme.color(ColorRole::Selection));
        QFont font = index.data(RunDetailModel::NumberRole).toBool() ? tabularFont(option.font) : option.font;
        if (isSection) {
            font.setPixelSize(11);
            font.setWeight(QFont::DemiBold);
        }
        painter->setFont(font);
        painter->setPen(theme.color(isSection || index.column() == 0 ? ColorRole::Muted : ColorRole::Text));
        const QRect rect = option.rect.adjusted(index.column() == 0 ? 12 : 4, isSection ? 6 : 0, -8, 0);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, rect.width()));
        painter->restore();
    }
};

} // namespace

InspectorPanel::InspectorPanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_search(new QLineEdit), m_tree(new QTreeView), m_stack(new QStackedWidget)
{
    setObjectName(u"inspector"_s);
    setProperty("role", u"surface"_s);
    m_title->setObjectName(u"inspectorTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setProperty("role", u"heading"_s);
    m_title->setWordWrap(true);
    m_search->setObjectName(u"inspectorSearch"_s);
    m_search->setPlaceholderText(tr("Search this run"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, &m_model, &RunDetailModel::setSearch);

    m_tree->setObjectName(u"inspectorTree"_s);
    m_tree->setAccessibleName(tr("Details of the run"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new DetailDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(0);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->header()->resizeSection(0, 128);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &InspectorPanel::copySelected);
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &InspectorPanel::restoreSections);

    auto *message = new QLabel(tr("Choose a run to see all of it."));
    message->setProperty("role", u"muted"_s);
    message->setAlignment(Qt::AlignCenter);
    message->setWordWrap(true);
    auto *content = new QWidget;
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 8, 0, 0);
    contentLayout->setSpacing(8);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_search);
    contentLayout->addLayout(head);
    contentLayout->addWidget(m_tree, 1);
    m_stack->addWidget(message);
    m_stack->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setRun({});
}

void InspectorPanel::setRun(const std::optional<Run> &run)
{
    if (run)
        m_title->setText(visibleText(run->info.name.isEmpty() ? run->info.ref.run.value : run->info.name, 300));
    m_stack->setCurrentIndex(run ? 1 : 0);
    m_model.setRun(run, QDateTime::currentMSecsSinceEpoch());
}

void InspectorPanel::restoreSections()
{
    m_tree->expandAll();
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
}

void InspectorPanel::copySelected()
{
    QStringList lines;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows(1))
        lines.append(index.data(RunDetailModel::FullTextRole).toString());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace Assay
