// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/explainview.h"

#include "models/items/displaytext.h"
#include "widgets/theme/choicebox.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int Margin = 8, NumberWidth = 36;

// Text with tabular figures; in the column of strengths a bar behind the number.
class AssociationDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->save();
        if (isSelected)
            painter->fillRect(option.rect, theme.color(ColorRole::Selection));
        painter->setPen(theme.color(ColorRole::Hover));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect rest = option.rect.adjusted(Margin, 0, -Margin, 0);
        const QFont font = tabularFont(option.font);
        painter->setFont(font);
        painter->setPen(theme.color(ColorRole::Text));
        if (const QVariant strength = index.data(AssociationModel::StrengthRole); strength.isValid()) {
            painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
            const QRect track(rest.left() + NumberWidth, rest.center().y() - 3, rest.width() - NumberWidth, 7);
            painter->fillRect(track, theme.color(ColorRole::Hover));
            painter->fillRect(QRect(track.topLeft(), QSize(int(strength.toDouble() * track.width()), track.height())), theme.color(ColorRole::Accent));
        } else {
            painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                              QFontMetrics(font).elidedText(index.data().toString(), index.column() == 0 ? Qt::ElideMiddle : Qt::ElideRight, rest.width()));
        }
        painter->restore();
    }
};

} // namespace

ExplainView::ExplainView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"explainView"_s);
    m_caption = plainLabel({}, u"caption"_s, u"explainCaption"_s);
    m_caption->setWordWrap(true);
    m_caption->setContentsMargins(12, 6, 12, 6);
    m_message = plainLabel({}, u"muted"_s, u"explainMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_message);
    m_stack->addWidget(makeTable());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_caption);
    layout->addWidget(m_stack, 1);
}

QComboBox *ExplainView::makeGroupBox(const QString &name, const QString &title)
{
    QComboBox *const box = choiceBox(name, title, 8);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setMaximumWidth(260);
    box->view()->setTextElideMode(Qt::ElideMiddle);
    box->hide();
    return box;
}

QWidget *ExplainView::makeBar()
{
    m_metric = new QComboBox;
    m_metric->setObjectName(u"explainMetric"_s);
    m_metric->setAccessibleName(tr("Metric"));
    m_metric->setMinimumWidth(140);
    m_metric->setMaximumWidth(180);
    m_groups = choiceBox(u"explainGroups"_s, tr("Groups"), 20);
    m_groups->setMinimumWidth(180);
    m_groups->addItem(tr("above the median and the rest"), int(Groups::Median));
    m_groups->addItem(tr("the best and the rest"), int(Groups::Best));
    m_groups->addItem(tr("the selected and the others in the table"), int(Groups::Selection));
    m_groups->addItem(tr("two groups of the table"), int(Groups::OfTable));
    m_best = new QSpinBox;
    m_best->setObjectName(u"explainBest"_s);
    m_best->setAccessibleName(tr("How many are the best"));
    m_best->setRange(1, 100'000);
    m_best->setValue(10);
    m_best->hide();
    m_first = makeGroupBox(u"explainFirst"_s, tr("First group"));
    m_second = makeGroupBox(u"explainSecond"_s, tr("Second group"));
    m_against = plainLabel(tr("against", "one group of runs and another"), u"muted"_s);
    m_against->hide();
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(plainLabel(tr("What goes with"), u"muted"_s));
    layout->addWidget(m_metric);
    layout->addSpacing(8);
    layout->addWidget(plainLabel(tr("Groups"), u"muted"_s));
    layout->addWidget(m_groups);
    layout->addWidget(m_best);
    layout->addWidget(m_first, 2);
    layout->addWidget(m_against);
    layout->addWidget(m_second, 2);
    layout->addStretch(1);
    setGroups({});
    connect(m_metric, &QComboBox::activated, this, &ExplainView::ask);
    connect(m_groups, &QComboBox::activated, this, &ExplainView::ask);
    connect(m_best, &QSpinBox::valueChanged, this, &ExplainView::ask);
    connect(m_first, &QComboBox::activated, this, [this](int index) { keepApart(index, m_second->currentIndex()); });
    connect(m_second, &QComboBox::activated, this, [this](int index) { keepApart(m_first->currentIndex(), index); });
    return bar;
}

QWidget *ExplainView::makeTable()
{
    m_table = new QTableView;
    m_table->setObjectName(u"explainTable"_s);
    m_table->setAccessibleName(tr("Params by association with the metric"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new AssociationDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(26);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideMiddle);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const std::pair<int, int> widths[] = {{AssociationModel::Param, 200}, {AssociationModel::Strength, 180}, {AssociationModel::Statistic, 90}, {AssociationModel::Runs, 90}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    header->setSectionResizeMode(AssociationModel::First, QHeaderView::Stretch);
    header->setSectionResizeMode(AssociationModel::Second, QHeaderView::Stretch);
    return m_table;
}

void ExplainView::setMetrics(const QStringList &metrics)
{
    const QString chosen = m_metric->currentData().toString();
    QStringList known;
    for (int i = 0; i < m_metric->count(); ++i)
        known.append(m_metric->itemData(i).toString());
    if (known != metrics) {
        m_metric->clear();
        for (const QString &metric : metrics)
            m_metric->addItem(visibleText(metric, 80), metric);
        m_metric->setCurrentIndex(std::max<int>(0, int(metrics.indexOf(chosen))));
    }
    m_metric->setEnabled(!metrics.isEmpty());
    if (metrics.isEmpty()) {
        m_caption->clear();
        m_message->setText(tr("These runs have no metrics that something could go with."));
        m_stack->setCurrentWidget(m_message);
    }
}

// The second box has all others as its last entry.
void ExplainView::setGroups(const QList<Group> &wanted)
{
    const bool areThere = wanted.size() > 1 && wanted.size() <= MostGroups;
    const QList<Group> groups = areThere ? wanted : QList<Group>();
    if (auto *items = qobject_cast<QStandardItemModel *>(m_groups->model())) {
        QStandardItem *item = items->item(m_groups->findData(int(Groups::OfTable)));
        item->setEnabled(areThere);
        item->setToolTip(areThere ? QString() : wanted.size() > 1 ? tr("The table has too many groups to choose two of them") : tr("Group the runs in the table first"));
    }
    if (groups == m_tableGroups)
        return;
    const QString titles[] = {m_tableGroups.value(m_first->currentIndex()).title, m_tableGroups.value(m_second->currentIndex()).title};
    const bool wasRest = !m_tableGroups.isEmpty() && m_second->currentIndex() == m_tableGroups.size();
    m_tableGroups = groups;
    QStringList texts;
    for (const Group &group : groups)
        texts.append(tr("%1 (%2)", "a group, and how many runs it has").arg(visibleText(group.title, 80), countText(group.runs)));
    for (QComboBox *box : {m_first, m_second}) {
        box->clear();
        box->addItems(texts);
    }
    m_second->addItem(tr("all others"));
    const auto place = [&](const QString &title, int otherwise) {
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group &group) { return group.title == title; });
        return found == groups.end() ? std::min(otherwise, int(groups.size()) - 1) : int(found - groups.begin());
    };
    m_first->setCurrentIndex(place(titles[0], 0));
    m_second->setCurrentIndex(wasRest ? int(groups.size()) : place(titles[1], 1));
    if (m_first->currentIndex() == m_second->currentIndex())
        m_second->setCurrentIndex(m_first->currentIndex() == 0 ? 1 : 0);
    if (!areThere && question().groups == Groups::OfTable)
        m_groups->setCurrentIndex(0);
    m_chosen[0] = m_first->currentIndex();
    m_chosen[1] = m_second->currentIndex();
    updateBar();
}

ExplainView::Question ExplainView::question() const
{
    const int second = m_second->currentIndex();
    return {m_metric->currentData().toString(), Groups(m_groups->currentData().toInt()), m_best->value(),
            m_first->currentIndex(), second < m_tableGroups.size() ? second : -1};
}

// A group against itself says nothing: the other box takes what stood here.
void ExplainView::keepApart(int first, int second)
{
    if (first == second && first != m_chosen[0])
        m_second->setCurrentIndex(m_chosen[0]);
    else if (first == second)
        m_first->setCurrentIndex(m_chosen[1] < m_tableGroups.size() ? m_chosen[1] : first == 0 ? 1 : 0);
    m_chosen[0] = m_first->currentIndex();
    m_chosen[1] = m_second->currentIndex();
    ask();
}

void ExplainView::updateBar()
{
    m_best->setVisible(question().groups == Groups::Best);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_first, m_against, m_second})
        widget->setVisible(question().groups == Groups::OfTable);
    m_first->setToolTip(toolTipText(m_first->currentText()));
    m_second->setToolTip(toolTipText(m_second->currentText()));
}

void ExplainView::ask()
{
    updateBar();
    if (!question().metric.isEmpty())
        Q_EMIT explainRequested(question());
}

QStringList ExplainView::titles(const Association &association) const
{
    const QString first = countText(association.firstCount), second = countText(association.secondCount);
    switch (question().groups) {
    case Groups::Median: return {tr("Above the median (%1)").arg(first), tr("The rest (%1)").arg(second)};
    case Groups::Best: return {tr("The best (%1)").arg(first), tr("The rest (%1)").arg(second)};
    case Groups::Selection: return {tr("Selected (%1)").arg(first), tr("Others (%1)").arg(second)};
    case Groups::OfTable: {
        const auto title = [&](const QComboBox *box, const QString &count) {
            const QString text = visibleText(m_tableGroups.value(box->currentIndex()).title, 80);
            return text.isEmpty() ? tr("Others (%1)").arg(count) : tr("%1 (%2)", "a group, and how many runs it has").arg(text, count);
        };
        return {title(m_first, first), title(m_second, second)};
    }
    }
    return {};
}

QString ExplainView::caption(const Association &association) const
{
    QStringList sentences{tr("Association, not cause: the share of the metric's ranks that goes with a param (ρ² of numbers, η² of texts, adjusted for how many values there are)."),
                          tr("%n run(s) with the metric.", nullptr, int(association.n))};
    if (association.withoutMetric > 0)
        sentences.append(tr("%n without it left out.", "runs", int(association.withoutMetric)));
    if (association.constant > 0)
        sentences.append(tr("%n param(s) with one value only, or in fewer than four runs, left out.", nullptr, int(association.constant)));
    return sentences.join(u' ');
}

void ExplainView::setAssociation(const Association &association)
{
    const QStringList groups = titles(association);
    m_model.setAssociation(association, groups.value(0), groups.value(1));
    m_caption->setText(caption(association));
    m_message->setText(association.n < 4 ? tr("Fewer than four runs have this metric: too few to say anything.") : tr("No param has different values in these runs."));
    m_stack->setCurrentIndex(association.params.empty() ? 0 : 1);
}

} // namespace Assay
