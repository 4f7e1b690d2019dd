// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/comparepanel.h"

#include "models/items/displaytext.h"
#include "models/items/textdiff.h"
#include "widgets/panels/compare/comparedelegate.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// A value that is longer than this, or has several lines, gets its difference shown below the table.
constexpr qsizetype LongText = 40;
constexpr int FewRuns = 4;
constexpr int RunWidth = 220;

} // namespace

ComparePanel::ComparePanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"compare"_s);
    setProperty("role", u"surface"_s);
    m_message = plainLabel({}, u"muted"_s, u"compareMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_textDiff = new QTextEdit;
    m_textDiff->setObjectName(u"compareTextDiff"_s);
    m_textDiff->setAccessibleName(tr("Difference of the chosen value to the baseline"));
    m_textDiff->setReadOnly(true);
    m_textDiff->setProperty("frameless", true);
    m_textDiff->hide();

    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(makeTable());
    m_splitter->addWidget(m_textDiff);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({600, 160});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_splitter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    connectViews();
    setComparison(nullptr);
}

QWidget *ComparePanel::makeBar()
{
    m_title = plainLabel({}, u"heading"_s, u"compareTitle"_s);
    m_caption = plainLabel({}, u"caption"_s, u"compareCaption"_s);
    m_baseline = new QComboBox;
    m_baseline->setObjectName(u"compareBaseline"_s);
    m_baseline->setAccessibleName(tr("Baseline"));
    m_baseline->setToolTip(tr("Deltas are taken to this run"));
    m_baseline->setMaximumWidth(240);
    m_baseline->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_onlyDifferences = new QToolButton;
    m_onlyDifferences->setObjectName(u"compareOnlyDifferences"_s);
    m_onlyDifferences->setProperty("kind", u"button"_s);
    m_onlyDifferences->setText(tr("Only Differences"));
    m_onlyDifferences->setCheckable(true);
    m_onlyDifferences->setChecked(true);
    m_search = new QLineEdit;
    m_search->setObjectName(u"compareSearch"_s);
    m_search->setPlaceholderText(tr("Search keys and values"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(240);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    auto *baselineLabel = plainLabel(tr("Baseline"), u"muted"_s);

    auto *bar = new QWidget;
    bar->setProperty("role", u"bar"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_caption, 1);
    layout->addWidget(baselineLabel);
    layout->addWidget(m_baseline);
    layout->addWidget(m_onlyDifferences);
    layout->addWidget(m_search);
    return bar;
}

QTreeView *ComparePanel::makeView(const QString &name)
{
    auto *view = new QTreeView;
    view->setObjectName(name);
    view->setHeader(new CompareHeader(view));
    view->setModel(&m_model);
    view->setItemDelegate(new CompareDelegate(view));
    view->setIndentation(0);
    view->setRootIsDecorated(false);
    view->setItemsExpandable(false);
    view->setUniformRowHeights(true);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    return view;
}

// The keys stand still while the runs scroll: two views on one model with one selection.
QWidget *ComparePanel::makeTable()
{
    m_keys = makeView(u"compareKeys"_s);
    m_keys->setAccessibleName(tr("Keys"));
    m_keys->setFixedWidth(260);
    m_keys->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_keys->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_keys->header()->setStretchLastSection(true);
    m_values = makeView(u"compareValues"_s);
    m_values->setAccessibleName(tr("Values of the compared runs"));
    m_values->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_values->setSelectionModel(m_keys->selectionModel());
    m_values->header()->setStretchLastSection(false);
    m_values->header()->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *table = new QWidget;
    auto *line = new QFrame;
    line->setProperty("role", u"vseparator"_s);
    auto *layout = new QHBoxLayout(table);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_keys);
    layout->addWidget(line);
    layout->addWidget(m_values, 1);
    return table;
}

void ComparePanel::connectViews()
{
    connect(m_keys->verticalScrollBar(), &QScrollBar::valueChanged, m_values->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_values->verticalScrollBar(), &QScrollBar::valueChanged, m_keys->verticalScrollBar(), &QScrollBar::setValue);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ComparePanel::expandAll);
    connect(m_keys->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComparePanel::updateTextDiff);
    connect(m_onlyDifferences, &QToolButton::toggled, &m_model, &CompareModel::setOnlyDifferences);
    connect(m_search, &QLineEdit::textChanged, &m_model, &CompareModel::setSearch);
    connect(m_baseline, &QComboBox::activated, this, [this](int index) { Q_EMIT baselineChosen(m_baseline->itemData(index).toString()); });
    connect(m_values->header(), &QHeaderView::sectionClicked, this, [this](int section) {
        Q_EMIT baselineChosen(m_model.headerData(section, Qt::Horizontal, CompareModel::RunRole).toString());
    });
    connect(m_values->header(), &QHeaderView::customContextMenuRequested, this, &ComparePanel::showHeaderMenu);
    auto *copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &ComparePanel::copySelected);
    addAction(copy);
    for (QTreeView *view : {m_keys, m_values}) {
        view->addAction(copy);
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
}

void ComparePanel::expandAll()
{
    m_keys->expandAll();
    m_values->expandAll();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_keys->setColumnHidden(column, column != 0);
        m_values->setColumnHidden(column, column == 0);
    }
    // A few runs share the width; many scroll.
    const bool isFew = m_model.columnCount() - 1 <= FewRuns;
    m_values->header()->setSectionResizeMode(isFew ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!isFew)
        for (int column = 1; column < m_model.columnCount(); ++column)
            m_values->setColumnWidth(column, RunWidth);
    updateCaption();
    updateTextDiff();
}

void ComparePanel::setComparison(ComparisonPtr comparison, const QString &message)
{
    m_baseline->clear();
    if (comparison)
        for (qsizetype i = 0; i < comparison->runs.size(); ++i) {
            const RunInfo &run = comparison->runs[i];
            m_baseline->addItem(visibleText(run.name.isEmpty() ? run.ref.run.value : run.name, 60), run.ref.run.value);
        }
    m_baseline->setCurrentIndex(comparison ? int(comparison->baseline) : -1);
    m_baseline->setEnabled(comparison != nullptr);
    m_title->setText(comparison ? tr("%n run(s) side by side", nullptr, int(comparison->runs.size())) : tr("Compare"));
    m_message->setText(message.isEmpty() ? tr("Select two or more runs in the table to see how they differ.") : message);
    m_stack->setCurrentIndex(comparison ? 1 : 0);
    m_model.setComparison(std::move(comparison));
}

void ComparePanel::setLoading(bool loading)
{
    if (loading && !m_model.comparison())
        m_message->setText(tr("Comparing…"));
}

void ComparePanel::updateCaption()
{
    const qsizetype hidden = m_model.hiddenCount();
    m_caption->setText(hidden > 0 ? tr("%n key(s) that are the same everywhere left out", nullptr, int(hidden)) : QString());
    if (!m_model.comparison())
        return;
    const bool isEmpty = m_model.rowCount() == 0;
    if (isEmpty)
        m_message->setText(m_search->text().isEmpty() ? tr("These runs are the same in every key.") : tr("No key or value has “%1” in it.").arg(m_search->text()));
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
}

void ComparePanel::updateTextDiff()
{
    const QModelIndex index = m_keys->selectionModel()->currentIndex();
    const ComparisonPtr &comparison = m_model.comparison();
    const bool isValue = comparison && index.isValid() && index.column() > 0 && !index.data(CompareModel::SectionRole).toBool();
    const QString to = isValue ? index.data(CompareModel::FullTextRole).toString() : QString();
    const QString from = isValue ? index.siblingAtColumn(int(comparison->baseline) + 1).data(CompareModel::FullTextRole).toString() : QString();
    const bool isLong = std::max(to.size(), from.size()) > LongText || to.contains(u'\n') || from.contains(u'\n');
    m_textDiff->setVisible(isValue && isLong);
    if (!isValue || !isLong)
        return;
    const Theme &theme = Theme::of(palette());
    m_textDiff->clear();
    QTextCursor cursor(m_textDiff->document());
    for (const TextDiffPart &part : diffText(from, to)) {
        QTextCharFormat format;
        if (part.kind == TextDiffPart::Kind::Removed) {
            format.setForeground(theme.color(ColorRole::Bad));
            format.setFontStrikeOut(true);
        } else if (part.kind == TextDiffPart::Kind::Added) {
            format.setForeground(theme.color(ColorRole::Good));
            format.setFontWeight(QFont::DemiBold);
        }
        cursor.insertText(part.text, format);
    }
    m_textDiff->moveCursor(QTextCursor::Start);
}

void ComparePanel::showHeaderMenu(const QPoint &position)
{
    const int section = m_values->header()->logicalIndexAt(position);
    const QString run = m_model.headerData(section, Qt::Horizontal, CompareModel::RunRole).toString();
    if (run.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon("baseline"_L1), tr("Use as Baseline"), this, [this, run] { Q_EMIT baselineChosen(run); });
    menu->addAction(icon("copy"_L1), tr("Copy Run Id"), this, [run] { QGuiApplication::clipboard()->setText(run); });
    menu->popup(m_values->header()->mapToGlobal(position));
}

void ComparePanel::copySelected()
{
    QModelIndexList selected = m_keys->selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return std::tuple(a.internalId(), a.row(), a.column()) < std::tuple(b.internalId(), b.row(), b.column());
    });
    QString text;
    for (qsizetype i = 0; i < selected.size(); ++i) {
        const bool sameRow = i > 0 && selected[i].row() == selected[i - 1].row() && selected[i].internalId() == selected[i - 1].internalId();
        if (i > 0)
            text += sameRow ? u'\t' : u'\n';
        text += selected[i].data(CompareModel::FullTextRole).toString();
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace Assay
