// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/inspector/inspectorpanel.h"

#include "models/items/displaytext.h"
#include "widgets/panels/inspector/fittingdetail.h"
#include "widgets/panels/inspector/noteeditor.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
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
                          fittingDetail(index, QFontMetrics(font), rect.width()));
        painter->restore();
    }
};

} // namespace

InspectorPanel::InspectorPanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_search(new QLineEdit), m_tree(new QTreeView), m_note(new NoteEditor), m_addTag(new QToolButton),
      m_stack(new QStackedWidget)
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
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &InspectorPanel::showMenu);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const QString key = index.data(RunDetailModel::TagKeyRole).toString(); m_addTag->isVisible() && !key.isEmpty())
            emit tagEditRequested(m_run->ref, key);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &InspectorPanel::restoreSections);

    auto *message = new QLabel(tr("Choose a run to see all of it."));
    message->setProperty("role", u"muted"_s);
    message->setAlignment(Qt::AlignCenter);
    message->setWordWrap(true);
    m_stack->addWidget(message);
    m_stack->addWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setRun({});
}

QWidget *InspectorPanel::makeContent()
{
    m_addTag->setObjectName(u"addTag"_s);
    m_addTag->setIcon(icon("tag"_L1));
    m_addTag->setToolTip(tr("Add a tag"));
    m_addTag->setAccessibleName(tr("Add a tag"));
    m_addTag->setFocusPolicy(Qt::TabFocus);
    connect(m_addTag, &QToolButton::clicked, this, [this] { emit tagEditRequested(m_run->ref, {}); });
    connect(m_note, &NoteEditor::saved, this, [this](const QString &from, const QString &to) { emit noteWritten(m_run->ref, from, to); });

    auto *search = new QHBoxLayout;
    search->setSpacing(4);
    search->addWidget(m_search, 1);
    search->addWidget(m_addTag);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addLayout(search);
    auto *upper = new QWidget;
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 8, 0, 0);
    upperLayout->setSpacing(8);
    upperLayout->addLayout(head);
    upperLayout->addWidget(m_tree, 1);
    auto *lower = new QWidget;
    auto *lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 6, 0, 6);
    lowerLayout->addWidget(m_note);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(u"inspectorSplitter"_s);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 1);
    // As high as it needs: a line without a note, a third of the room with one.
    connect(m_note, &NoteEditor::sizeChanged, this, [this, splitter, lower] {
        const bool isOpen = !m_note->isFolded();
        lower->setVisible(m_note->isVisibleTo(lower));
        lower->setMaximumHeight(isOpen ? QWIDGETSIZE_MAX : m_note->sizeHint().height() + 12);
        if (isOpen && splitter->sizes().value(1) < splitter->height() / 4)
            splitter->setSizes({splitter->height() * 2 / 3, splitter->height() / 3});
    });
    return splitter;
}

void InspectorPanel::setEditable(bool editable)
{
    m_isEditable = editable;
    updateEditable();
}

void InspectorPanel::updateEditable()
{
    const bool canEdit = m_isEditable && m_run && m_run->lifecycle == Lifecycle::Active;
    m_note->setEditable(canEdit);
    m_addTag->setVisible(canEdit);
}

void InspectorPanel::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"inspectorMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon("copy"_L1), tr("Copy"), this, &InspectorPanel::copySelected);
    if (m_addTag->isVisible()) {
        const QString key = m_tree->indexAt(position).data(RunDetailModel::TagKeyRole).toString();
        menu->addSeparator();
        menu->addAction(icon("tag"_L1), tr("Add Tag…"), this, [this] { emit tagEditRequested(m_run->ref, {}); });
        menu->addAction(tr("Edit Tag…"), this, [this, key] { emit tagEditRequested(m_run->ref, key); })->setEnabled(!key.isEmpty());
        menu->addAction(tr("Remove Tag"), this, [this, key] { emit tagRemovalRequested(m_run->ref, key); })->setEnabled(!key.isEmpty());
    }
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void InspectorPanel::setRun(const std::optional<Run> &run)
{
    m_run = run ? std::optional(run->info) : std::nullopt;
    updateEditable();
    m_note->setNote(run ? run->info.ref.experiment.value + u'/' + run->info.ref.run.value : QString(), run ? run->tags.value(TagKey::Note) : QString());
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
