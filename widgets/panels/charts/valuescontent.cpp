// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/valuescontent.h"

#include "widgets/panels/charts/readingtable.h"
#include "widgets/theme/label.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Assay {

using namespace Qt::StringLiterals;

ValuesContent::ValuesContent(QWidget *parent)
    : CardContent(parent), m_stack(new QStackedWidget), m_notice(wrappedLabel({}, u"muted"_s)), m_table(new ReadingTable)
{
    m_notice->setObjectName(u"valuesNotice"_s);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setContentsMargins(24, 12, 24, 12);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 0);
    layout->addWidget(m_stack);
    connect(m_table, &ReadingTable::runHovered, this, &CardContent::runHovered);
    connect(m_table, &ReadingTable::runClicked, this, &CardContent::runClicked);
}

void ValuesContent::setSpec(const CardSpec &spec)
{
    m_metrics.clear();
    for (const QString &key : spec.keys)
        if (const auto column = columnOfKey(key); column && column->group == ColumnGroup::Metric)
            m_metrics.append(column->name);
}

void ValuesContent::setHighlightedRun(const std::optional<RunRef> &run)
{
    m_table->setHighlightedRun(run);
}

void ValuesContent::setTable(const ReadingModel::Table &table, const QString &notice)
{
    m_table->setTable(table);
    m_notice->setText(notice);
    m_stack->setCurrentIndex(notice.isEmpty() ? 1 : 0);
}

} // namespace Assay
