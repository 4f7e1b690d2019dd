// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/pagecontroller.h"
#include "models/base/latest.h"
#include "models/items/runview.h"
#include "models/registry/promotion.h"
#include "models/store/openstore.h"

#include <QPointer>

namespace Assay {

class ModelsPanel;

// Shows the store's registered models, and carries out a promotion on the store's thread.
class ModelsController final : public PageController
{
    Q_OBJECT

public:
    // Promotions are recorded in the journal at `journalPath`.
    ModelsController(RunView &view, QString journalPath, QObject *parent);
    ~ModelsController() override;

    QWidget *widget() const override;
    void setStore(OpenStore *store) override;
    bool isBusy() const override;
    void showModel(const QString &name);
    QString currentModel() const; // empty: none is chosen

Q_SIGNALS:
    void runRequested(const Assay::RunRef &run);

private:
    void update();
    void promoteVersion(const PromotionRequest &request);
    void goToRun(const QString &runId);

    RunView &m_view;
    QString m_journalPath;
    ModelsPanel *m_panel;
    QPointer<OpenStore> m_store;
    Latest<PromotionDone> m_promotion{this};
};

} // namespace Assay
