// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/latest.h"
#include "models/items/runview.h"
#include "models/store/openstore.h"

#include <QPointer>

namespace Assay {

// Reads the histories that a RunView is asked for, part after part, and gives it what is there so far.
class CardHistoryReader final : public QObject
{
    Q_OBJECT

public:
    CardHistoryReader(RunView &view, QObject *parent);

    void setStore(OpenStore *store);
    bool isBusy() const { return m_latest.isRunning(); }

private:
    void read(const HistoryNeeds &needs);

    RunView &m_view;
    QPointer<OpenStore> m_store;
    Latest<Loaded<HistoryValues>> m_latest{this};
};

} // namespace Assay
