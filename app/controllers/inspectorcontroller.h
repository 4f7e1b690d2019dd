// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/pagecontroller.h"
#include "models/items/runview.h"

namespace Assay {

class InspectorPanel;

// Shows the run that is chosen in the table.
class InspectorController final : public PageController
{
    Q_OBJECT

public:
    InspectorController(RunView &view, QObject *parent);

    QWidget *widget() const override;
    void setStore(OpenStore *store) override;
    bool isBusy() const override { return false; }

    void setEditable(bool editable);

Q_SIGNALS:
    void noteWritten(const Assay::RunRef &run, const QString &from, const QString &to);
    void tagEditRequested(const Assay::RunRef &run, const QString &key);
    void tagRemovalRequested(const Assay::RunRef &run, const QString &key);

private:
    void update();

    RunView &m_view;
    InspectorPanel *m_panel;
};

} // namespace Assay
