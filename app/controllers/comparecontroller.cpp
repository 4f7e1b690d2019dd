// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/comparecontroller.h"

#include "widgets/panels/compare/comparepanel.h"

#include <QtConcurrent>

namespace Assay {

CompareController::CompareController(RunView &view, QObject *parent)
    : PageController(parent), m_view(view), m_panel(new ComparePanel)
{
    connect(&view, &RunView::selectionChanged, this, &CompareController::update);
    connect(&view, &RunView::tableChanged, this, &CompareController::update);
    connect(m_panel, &ComparePanel::baselineChosen, this, [this](const QString &run) {
        m_baseline = run;
        update();
    });
}

CompareController::~CompareController() = default;

QWidget *CompareController::widget() const
{
    return m_panel;
}

void CompareController::setStore(OpenStore *)
{
    update();
}

void CompareController::update()
{
    const RunTablePtr table = m_view.table();
    const QList<RunRef> refs = m_view.selectedRuns().mid(0, RunLimit);
    if (!table || refs.size() < 2) {
        m_latest.cancel();
        m_panel->setComparison(nullptr);
        return;
    }
    QList<int> colors;
    for (const RunRef &ref : refs)
        colors.append(m_view.colorIndex(ref));
    m_panel->setLoading(true);
    auto future = QtConcurrent::run([table, refs, colors, baseline = m_baseline]() -> Result<ComparisonPtr> {
        auto comparison = std::make_shared<Comparison>();
        QList<Run> runs;
        for (qsizetype i = 0; i < refs.size(); ++i) {
            const auto row = table->rowOf(refs[i]);
            if (!row)
                continue;
            if (refs[i].run.value == baseline)
                comparison->baseline = runs.size();
            runs.append(table->run(*row));
            comparison->runs.append(runs.last().info);
            comparison->colorIndexes.append(colors[i]);
        }
        if (runs.size() < 2)
            return ComparisonPtr();
        comparison->rows = compareRuns(runs, comparison->baseline);
        return ComparisonPtr(std::move(comparison));
    });
    m_latest.start(future, [this](const Result<ComparisonPtr> &comparison) {
        if (comparison)
            m_panel->setComparison(*comparison);
    });
}

} // namespace Assay
