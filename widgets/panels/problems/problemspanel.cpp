// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/problems/problemspanel.h"

#include "widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Puts the severity's icon before the message.
class ProblemDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = index.column() == ProblemsModel::PlaceColumn ? Qt::ElideMiddle : Qt::ElideRight;
        if (index.column() != ProblemsModel::MessageColumn)
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {16, 16};
        switch (Severity(index.data(ProblemsModel::SeverityRole).toInt())) {
        case Severity::Hint: option->icon = icon("info"_L1, ColorRole::Muted); break;
        case Severity::Warning: option->icon = icon("warning"_L1, ColorRole::Caution); break;
        case Severity::Error: option->icon = icon("failed"_L1, ColorRole::Bad); break;
        }
    }
};

} // namespace

ProblemsPanel::ProblemsPanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_list(new QTreeView(this))
{
    setObjectName(u"problems"_s);
    m_title->setProperty("role", u"heading"_s);
    auto *close = new QToolButton(this);
    close->setIcon(icon("close"_L1));
    close->setToolTip(tr("Hide the problems"));
    close->setAccessibleName(tr("Hide the problems"));
    connect(close, &QToolButton::clicked, this, &ProblemsPanel::closeRequested);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(12, 4, 8, 4);
    header->addWidget(m_title, 1);
    header->addWidget(close);

    m_list->setObjectName(u"problemList"_s);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ProblemDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ProblemsModel::MessageColumn, QHeaderView::Stretch);
    m_list->header()->resizeSection(ProblemsModel::PlaceColumn, 380);
    m_list->header()->resizeSection(ProblemsModel::RunColumn, 90);
    m_list->header()->resizeSection(ProblemsModel::StoreColumn, 160);
    auto *copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &ProblemsPanel::copySelected);
    m_list->addAction(copy);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_list, 1);
    setProblems({});
}

void ProblemsPanel::setProblems(const QList<ProblemsModel::Entry> &entries)
{
    m_model.setProblems(entries);
    m_title->setText(entries.isEmpty() ? tr("No problems") : tr("%n problem(s)", nullptr, int(entries.size())));
}

void ProblemsPanel::copySelected()
{
    QStringList lines;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        lines.append(index.data(ProblemsModel::TextRole).toString());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace Assay
