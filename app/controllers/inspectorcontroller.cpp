// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/inspectorcontroller.h"

#include "widgets/panels/inspector/inspectorpanel.h"

namespace Assay {

InspectorController::InspectorController(RunView &view, QObject *parent)
    : PageController(parent), m_view(view), m_panel(new InspectorPanel)
{
    connect(&view, &RunView::currentChanged, this, &InspectorController::update);
    connect(&view, &RunView::tableChanged, this, &InspectorController::update);
    connect(m_panel, &InspectorPanel::noteWritten, this, &InspectorController::noteWritten);
    connect(m_panel, &InspectorPanel::tagEditRequested, this, &InspectorController::tagEditRequested);
    connect(m_panel, &InspectorPanel::tagRemovalRequested, this, &InspectorController::tagRemovalRequested);
}

QWidget *InspectorController::widget() const
{
    return m_panel;
}

void InspectorController::setStore(OpenStore *)
{
    update();
}

void InspectorController::setEditable(bool editable)
{
    m_panel->setEditable(editable);
}

void InspectorController::update()
{
    const RunTablePtr table = m_view.table();
    const auto current = m_view.currentRun();
    const auto row = table && current ? table->rowOf(*current) : std::nullopt;
    m_panel->setRun(row ? std::optional(table->run(*row)) : std::nullopt);
}

} // namespace Assay
