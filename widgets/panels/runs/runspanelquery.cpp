// SPDX-License-Identifier: GPL-3.0-or-later
// What the runs panel says about the query, and the facets that write into it.
#include "models/items/displaytext.h"
#include "widgets/panels/runs/facetpanel.h"
#include "widgets/panels/runs/filterfield.h"
#include "widgets/panels/runs/runspanel.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Assay {

// A field that has the focus loses it in its end, when nobody is there to hear of it.
RunsPanel::~RunsPanel()
{
    m_filter->disconnect(this);
}

void RunsPanel::connectFacets()
{
    connect(m_facets, &FacetPanel::facetRequested, this, &RunsPanel::facetRequested);
    connect(m_facets, &FacetPanel::conditionChosen, this, [this](const QString &condition) { m_filter->setText(joinFilters(m_filter->text(), condition)); });
    connect(m_facets, &FacetPanel::left, this, [this] {
        m_facets->hide();
        m_table->setFocus();
    });
    connect(&m_view, &RunView::rowsChanged, m_facets, &FacetPanel::ask);
    connect(&m_view, &RunView::tableChanged, this, [this] { m_filter->setTable(m_view.table()); });
    connect(m_filter, &FilterField::historyChanged, this, &RunsPanel::queryHistoryChanged);
}

void RunsPanel::showFacet(const ColumnKey &key)
{
    m_facets->open(key);
}

void RunsPanel::setFacet(const Facet &facet)
{
    m_facets->setFacet(facet);
}

void RunsPanel::setFilterHint(const QString &hint)
{
    m_hint = hint;
    m_filter->setHint(hint);
    updatePage();
}

void RunsPanel::setQueryHistory(const QStringList &queries)
{
    m_filter->setHistory(queries);
}

void RunsPanel::setExplanation(const QueryExplanation &explanation)
{
    m_explanation = explanation;
    updatePage();
}

// Which conditions take the runs away, and a way out that keeps the others.
void RunsPanel::showNoMatch()
{
    QString text = m_explanation.culprit ? explanationText(m_explanation) : tr("%n run(s) are hidden by the filter.", nullptr, int(m_candidates));
    if (!m_hint.isEmpty())
        text += u'\n' + m_hint;
    showMessage(tr("No runs match"), text, tr("Clear the filter"));
    if (!m_explanation.culprit || m_explanation.parts.size() < 2)
        return;
    const QString culprit = m_explanation.parts[*m_explanation.culprit].text;
    m_culpritAction->setText(tr("Remove “%1”").arg(visibleText(fontMetrics().elidedText(culprit, Qt::ElideMiddle, 260))).replace(u'&', u"&&"_s));
    m_culpritAction->setToolTip(toolTipText(tr("Remove “%1”").arg(culprit)));
    m_culpritAction->show();
}

void RunsPanel::removeCulprit()
{
    if (m_explanation.culprit) // of the query that was explained: what stands in the field may be half of another
        m_filter->setText(withoutPart(m_explanation.parts, *m_explanation.culprit));
}

} // namespace Assay
