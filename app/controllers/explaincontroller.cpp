// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/explaincontroller.h"

#include "models/base/promisedjob.h"
#include "models/items/linegroups.h"
#include "widgets/panels/compare/comparepanel.h"
#include "widgets/panels/compare/explainview.h"

#include <QtConcurrent>

namespace Assay {

namespace {

struct Sides {
    RunTablePtr table;
    std::vector<uint32_t> rows; // of both
    AssociationSplit split;
};

} // namespace

ExplainController::ExplainController(RunView &view, ComparePanel &panel, QObject *parent) : QObject(parent), m_view(view), m_panel(panel)
{
    connect(&panel, &ComparePanel::explainingChanged, this, [this] {
        groupAgain();
        explain();
    });
    connect(&view, &RunView::rowsChanged, this, [this] {
        groupAgain();
        explain();
    });
    connect(&view, &RunView::groupKeysChanged, this, &ExplainController::groupAgain);
    connect(panel.explainView(), &ExplainView::explainRequested, this, &ExplainController::explain);
}

void ExplainController::groupAgain()
{
    const RunTablePtr table = m_view.table();
    if (!m_panel.isExplaining())
        return m_grouping.cancel();
    if (!table || m_view.groupKeys().isEmpty()) {
        m_grouping.cancel();
        return takeGroups(nullptr);
    }
    using Answer = Result<TableGroupsPtr>;
    auto future = QtConcurrent::run([table, rows = m_view.rows(), keys = m_view.groupKeys()](QPromise<Answer> &promise) {
        PromisedJob<Answer> job(promise);
        auto groups = groupRuns(*table, rows, keys, job);
        if (!groups)
            return;
        auto made = std::make_shared<TableGroups>(TableGroups{table, std::move(*groups), {}});
        for (size_t i = 0; i < made->groups.count(); ++i)
            made->titles.append(groupValuesText(*table, made->groups, i));
        promise.addResult(Answer(std::move(made)));
    });
    m_grouping.start(future, [this](const Answer &groups) {
        if (groups)
            takeGroups(*groups);
    });
}

void ExplainController::takeGroups(const TableGroupsPtr &groups)
{
    using Groups = ExplainView::Groups;
    ExplainView &view = *m_panel.explainView();
    const bool wasOfTable = view.question().groups == Groups::OfTable;
    m_groups = groups;
    QList<ExplainView::Group> all;
    for (size_t i = 0; groups && i < groups->groups.count(); ++i)
        all.append({groups->titles[qsizetype(i)], qsizetype(groups->groups.rowsOf(i).size())});
    view.setGroups(all);
    if (wasOfTable) // also when there are none any more
        explain();
}

void ExplainController::explain()
{
    using Groups = ExplainView::Groups;
    const ExplainView::Question question = m_panel.explainView()->question();
    if (!m_panel.isExplaining() || !m_view.table() || question.metric.isEmpty())
        return m_association.cancel();
    Sides sides{m_view.table(), {}, {}};
    for (const RunRef &run : std::as_const(m_runs))
        if (const auto row = sides.table->rowOf(run))
            sides.rows.push_back(*row);
    switch (question.groups) {
    case Groups::Median: break;
    case Groups::Best: sides.split = {AssociationSplit::Kind::Best, question.best, {}}; break;
    case Groups::Selection:
        sides.split = {AssociationSplit::Kind::Given, 0, sides.rows};
        sides.rows = m_view.rows();
        break;
    case Groups::OfTable: {
        if (!m_groups || m_grouping.isRunning()) // asks again when they are there
            return m_association.cancel();
        const auto first = m_groups->groups.rowsOf(size_t(question.first));
        sides.table = m_groups->table;
        sides.split = {AssociationSplit::Kind::Given, 0, {first.begin(), first.end()}};
        sides.rows = m_groups->groups.rows;
        if (question.second >= 0) {
            const auto second = m_groups->groups.rowsOf(size_t(question.second));
            sides.rows.assign(first.begin(), first.end());
            sides.rows.insert(sides.rows.end(), second.begin(), second.end());
        }
        break;
    }
    }
    using Answer = Result<Association>;
    auto future = QtConcurrent::run([sides, metric = question.metric](QPromise<Answer> &promise) {
        promise.addResult(associate(*sides.table, sides.rows, {ColumnGroup::Metric, metric}, sides.split, PromisedJob<Answer>(promise)));
    });
    m_association.start(future, [this](const Answer &association) {
        if (association)
            m_panel.explainView()->setAssociation(*association);
    });
}

} // namespace Assay
