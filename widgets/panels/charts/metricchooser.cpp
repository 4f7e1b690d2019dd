// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/metricchooser.h"

#include "models/items/cardseries.h"
#include "widgets/theme/label.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize WholeSize{320, 360};

} // namespace

MetricChooser::MetricChooser(const QStringList &metrics, QWidget *parent)
    : SearchList(u"metric"_s, tr("Find a metric"), metrics, parent), m_expression(new QPushButton), m_hint(wrappedLabel({}, u"caption"_s))
{
    resize(WholeSize);
    list().setMouseTracking(true);
    m_expression->setObjectName(u"drawExpression"_s);
    m_expression->setText(tr("Draw this expression"));
    m_expression->setFocusPolicy(Qt::NoFocus);
    m_hint->setObjectName(u"expressionHint"_s);
    connect(&search(), &QLineEdit::textChanged, this, &MetricChooser::takeText);
    connect(m_expression, &QPushButton::clicked, this, &MetricChooser::chooseExpression);
    layout()->addWidget(m_expression);
    layout()->addWidget(m_hint);
    takeText({});
}

void MetricChooser::takeText(const QString &text)
{
    const CardSeries series = cardSeries(text);
    m_expression->setVisible(series.mistake.isEmpty());
    // Only what no name has is meant as an expression; while it is being written, it says what is still to come.
    const bool isMeant = !text.isEmpty() && foundCount() == 0;
    m_hint->setText(isMeant && !series.mistake.isEmpty() ? series.mistake
                                                         : tr("Or compute: metrics.a - metrics.b, diff, cumsum, log10, ewm(metrics.a, 0.9)"));
}

void MetricChooser::chooseText(const QString &metric)
{
    finish(columnKeyText({ColumnGroup::Metric, metric}));
}

void MetricChooser::enter()
{
    if (foundCount() > 0)
        SearchList::enter();
    else
        chooseExpression();
}

void MetricChooser::chooseExpression()
{
    if (cardSeries(search().text()).mistake.isEmpty())
        finish(search().text().trimmed());
}

void MetricChooser::finish(const QString &key)
{
    Q_EMIT chosen(key);
    close();
}

} // namespace Assay
