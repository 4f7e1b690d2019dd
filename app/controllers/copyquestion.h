// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/latest.h"
#include "models/copy/storecopier.h"
#include "models/items/runview.h"
#include "models/store/openstore.h"
#include "widgets/dialogs/copydialog.h"

#include <functional>

namespace Assay {

// Asks what of a store is to be copied, and measures it on the store's thread while the person chooses. GUI thread.
class CopyQuestion final : public QObject
{
    Q_OBJECT

public:
    CopyQuestion(RunView &view, QObject *parent) : QObject(parent), m_view(view) {}

    // `store` is what the view shows; `source`, which outlives the dialog, is asked: the store's own thread or another one of the same
    // store. `offered`: in this order, of what the view shows now: what is read while the person chooses changes nothing. The
    // selection says isWhole.
    void ask(const OpenStore &store, Store &source, const CopyDialog::Texts &texts, const QList<CopyChoice::Runs> &offered, QWidget *window,
             std::function<void(const CopySelection &)> answer);

private:
    qsizetype count(const OpenStore &store, CopyChoice::Runs runs) const;
    CopySelection selection(const CopyChoice &choice) const;
    void measure(Store &source, CopyDialog &dialog, const CopyChoice &choice);

    // As it stood when it was asked. A selection that came to nothing since would mean everything.
    struct Shown {
        RunTablePtr table;
        std::vector<uint32_t> rows;
        QList<RunRef> selected;
        QList<ExperimentId> experiments;
    };

    RunView &m_view;
    Shown m_shown;
    Latest<CopySize> m_measured{this};
};

} // namespace Assay
