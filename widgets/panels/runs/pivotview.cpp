// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/pivotview.h"

#include "models/items/displaytext.h"
#include "models/items/runtablemodel.h"
#include "widgets/panels/runs/rundelegate.h"
#include "widgets/theme/choicebox.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int CellWidth = 88;
constexpr int CellHeight = 30;
constexpr int NarrowChoice = 56;
constexpr int WidthForLabels = 680;
constexpr qsizetype MostValues = 200; // more are no pivot that anybody reads

class PivotDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const QVariant fraction = index.data(PivotModel::FractionRole);
        const QRect cell = option.rect.adjusted(1, 1, -1, -1);
        const bool isBest = index.data(PivotModel::ExtremeRole).toInt() > 0;
        painter->save();
        painter->fillRect(cell, fraction.isValid() ? theme.heat(fraction.toDouble()) : theme.color(ColorRole::Window));
        QFont font = tabularFont(option.font);
        font.setWeight(isBest ? QFont::DemiBold : QFont::Normal);
        const QFontMetrics metrics(font);
        QStringList texts = index.data(PivotModel::TextsRole).toStringList();
        if (texts.isEmpty() && index.data(PivotModel::CountRole).toInt() > 0)
            texts = {u"–"_s}; // runs without a number
        painter->setFont(font);
        painter->setPen(theme.color(fraction.isValid() ? ColorRole::Text : ColorRole::Muted));
        const QString text = texts.isEmpty() ? QString() : RunDelegate::fittingText(texts, metrics, cell.width() - 8);
        painter->drawText(cell, Qt::AlignCenter, text);
        if (isBest)
            icon("best"_L1, ColorRole::Text).paint(painter, QRect(cell.center().x() - metrics.horizontalAdvance(text) / 2 - 16, cell.center().y() - 5, 12, 12));
        const bool isFocused = option.state & QStyle::State_HasFocus;
        if (isFocused || option.state & QStyle::State_MouseOver) {
            painter->setPen(QPen(theme.color(isFocused ? ColorRole::Accent : ColorRole::Muted), 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(cell.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }
};

} // namespace

PivotView::PivotView(RunView &view, QWidget *parent)
    : QWidget(parent), m_model(view), m_stack(new QStackedWidget), m_table(new QTableView),
      m_problem(plainLabel({}, u"muted"_s, u"pivotProblem"_s))
{
    setObjectName(u"pivot"_s);
    m_table->setObjectName(u"pivotTable"_s);
    m_table->setAccessibleName(tr("Pivot"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new PivotDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setMouseTracking(true);
    m_table->setCornerButtonEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setDefaultSectionSize(CellWidth);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->verticalHeader()->setDefaultSectionSize(CellHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setSectionsClickable(false);
    m_table->verticalHeader()->setMaximumWidth(260);
    m_table->verticalHeader()->setTextElideMode(Qt::ElideRight);
    m_problem->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_problem);
    for (QWidget *page : {static_cast<QWidget *>(m_stack), static_cast<QWidget *>(this)}) {
        page->setProperty("role", u"surface"_s);
        page->setAttribute(Qt::WA_StyledBackground);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_table);

    const auto choose = [this](const QModelIndex &index) {
        if (const auto condition = m_model.condition(index))
            emit cellChosen(*condition);
    };
    connect(m_table, &QTableView::clicked, this, choose);
    connect(m_table, &QTableView::activated, this, choose);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &PivotView::updateProblem);
    updateProblem();
}

QWidget *PivotView::makeBar()
{
    m_down = makeChoice(u"pivotDown"_s, tr("Down"));
    m_across = makeChoice(u"pivotAcross"_s, tr("Across"));
    m_value = makeChoice(u"pivotValue"_s, tr("Value"));
    m_aggregate = makeChoice(u"pivotAggregate"_s, tr("Aggregate"));
    for (Aggregate one : {Aggregate::Mean, Aggregate::Median, Aggregate::Minimum, Aggregate::Maximum, Aggregate::Deviation, Aggregate::Count})
        m_aggregate->addItem(aggregateTitle(one), int(one));
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QComboBox *choice : {m_down, m_across, m_value, m_aggregate}) {
        auto *label = plainLabel(choice->accessibleName(), u"muted"_s);
        label->setBuddy(choice);
        m_labels.append(label);
        layout->addWidget(label);
        layout->addWidget(choice);
    }
    layout->addStretch(1);
    return bar;
}

QComboBox *PivotView::makeChoice(const QString &name, const QString &title)
{
    QComboBox *const choice = choiceBox(name, title, 12);
    choice->setMinimumWidth(NarrowChoice);
    choice->setToolTip(title);
    connect(choice, &QComboBox::activated, this, &PivotView::take);
    return choice;
}

void PivotView::setColumns(const std::vector<ColumnStats> &stats)
{
    m_keys.clear();
    m_values.clear();
    for (ColumnGroup group : {ColumnGroup::Param, ColumnGroup::Tag, ColumnGroup::Attribute}) {
        for (const ColumnStats &one : stats) {
            const bool isOurs = one.key.group == ColumnGroup::Tag && one.key.name.startsWith("mlflow."_L1);
            if (one.key.group == group && !isOurs && one.varies() && one.distinct <= MostValues)
                m_keys.append(one.key);
        }
    }
    for (ColumnGroup group : {ColumnGroup::Metric, ColumnGroup::Param})
        for (const ColumnStats &one : stats)
            if (one.key.group == group && one.allNumbers)
                m_values.append(one.key);
    m_values.append({ColumnGroup::Attribute, Attribute::Duration});
    fillAll();
}

void PivotView::fill(QComboBox *choice, const QList<ColumnKey> &keys, const ColumnKey &current)
{
    choice->clear();
    QList<ColumnKey> all = keys;
    if (!current.name.isEmpty() && !all.contains(current))
        all.append(current);
    for (const ColumnKey &key : std::as_const(all)) {
        choice->addItem(RunTableModel::columnTitle(key), QVariant::fromValue(key));
        choice->setItemData(choice->count() - 1, toolTipText(columnKeyText(key)), Qt::ToolTipRole);
    }
    choice->setCurrentIndex(int(all.indexOf(current)));
}

// What was not chosen: the first two keys, and the first metric that is sorted by or has a good side.
void PivotView::fillAll()
{
    PivotState pivot = m_state.pivot;
    for (ColumnKey *key : {&pivot.down, &pivot.across})
        for (const ColumnKey &one : std::as_const(m_keys))
            if (key->name.isEmpty() && one != pivot.down && one != pivot.across)
                *key = one;
    for (const SortKey &key : std::as_const(m_state.sortKeys))
        if (pivot.value.name.isEmpty() && m_values.contains(key.key.column))
            pivot.value = key.key.column;
    for (const ColumnKey &key : std::as_const(m_values))
        if (pivot.value.name.isEmpty() && m_state.betterOf(key) != BetterValues::Unknown)
            pivot.value = key;
    if (pivot.value.name.isEmpty())
        pivot.value = m_values.value(0);
    fill(m_down, m_keys, pivot.down);
    fill(m_across, m_keys, pivot.across);
    fill(m_value, m_values, pivot.value);
    m_aggregate->setCurrentIndex(m_aggregate->findData(int(pivot.aggregate)));
    m_model.setKeys(pivot, m_state.betterOf(pivot.value));
}

void PivotView::setState(const RunTableState &state)
{
    m_state = state;
    fillAll();
    m_model.setActive(state.pivot.isShown);
}

void PivotView::take()
{
    PivotState pivot = m_state.pivot;
    pivot.down = m_down->currentData().value<ColumnKey>();
    pivot.across = m_across->currentData().value<ColumnKey>();
    pivot.value = m_value->currentData().value<ColumnKey>();
    pivot.aggregate = Aggregate(m_aggregate->currentData().toInt());
    emit changed(pivot);
}

// Without room the choices explain themselves.
void PivotView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (QLabel *label : std::as_const(m_labels))
        label->setVisible(width() >= WidthForLabels);
}

void PivotView::updateProblem()
{
    m_problem->setText(m_model.problem());
    m_stack->setCurrentIndex(m_model.problem().isEmpty() ? 0 : 1);
}

} // namespace Assay
