// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/latest.h"
#include "models/copy/storecopier.h"
#include "models/items/runview.h"
#include "models/store/openstore.h"
#include "widgets/dialogs/copydialog.h"

#include <functional>
#include <memory>

namespace Assay {

// Asks what of a store is to be copied, and measures it while the person chooses. Has that store open once more for whoever copies
// it then, on a thread of its own. GUI thread.
class CopyQuestion final : public QObject
{
    Q_OBJECT

public:
    CopyQuestion(RunView &view, QObject *parent) : QObject(parent), m_view(view) {}

    // `store` is what the view shows. `offered`: in this order, of what the view shows now: what is read while the person chooses
    // changes nothing. The selection says isWhole. own() is there for the answer, and gone when there is none.
    void ask(OpenStore &store, const CopyDialog::Texts &texts, const QList<CopyChoice::Runs> &offered, QWidget *window, std::function<void(const CopySelection &)> answer);

    // The same store opened once more, until letGo(), at the latest until `store` is closed: what runs there is then cancelled.
    void open(OpenStore &store);
    Store *own() const { return m_own.get(); }
    void letGo() { m_own.reset(); }

private:
    qsizetype count(const OpenStore &store, CopyChoice::Runs runs) const;
    CopySelection selection(const CopyChoice &choice) const;
    void measure(CopyDialog &dialog, const CopyChoice &choice);

    // As it stood when it was asked. A selection that came to nothing since would mean everything.
    struct Shown {
        RunTablePtr table;
        std::vector<uint32_t> rows;
        QList<RunRef> selected;
        QList<ExperimentId> experiments;
    };

    RunView &m_view;
    Shown m_shown;
    std::unique_ptr<Store> m_own;
    QMetaObject::Connection m_ofStore;
    Latest<CopySize> m_measured{this};
};

} // namespace Assay
