// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/pagecontroller.h"
#include "models/base/latest.h"
#include "models/items/comparemodel.h"
#include "models/items/runview.h"

namespace Assay {

class ComparePanel;

// Compares the selected runs, in the background, each time the selection or the runs change.
class CompareController final : public PageController
{
    Q_OBJECT

public:
    static constexpr qsizetype RunLimit = 1000;

    CompareController(RunView &view, QObject *parent);
    ~CompareController() override;

    QWidget *widget() const override;
    void setStore(OpenStore *store) override;
    bool isBusy() const override { return m_latest.isRunning(); }

private:
    void update();

    RunView &m_view;
    ComparePanel *m_panel;
    QString m_baseline; // run id; the first run when it is not among them
    Latest<ComparisonPtr> m_latest{this};
};

} // namespace Assay
