// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/copyquestion.h"

#include "models/items/displaytext.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace Assay {

void CopyQuestion::open(OpenStore &store)
{
    disconnect(m_ofStore);
    m_own = store.store().another();
    m_ofStore = connect(&store, &QObject::destroyed, this, &CopyQuestion::letGo);
}

void CopyQuestion::ask(OpenStore &store, const CopyDialog::Texts &texts, const QList<CopyChoice::Runs> &offered, QWidget *window,
                       std::function<void(const CopySelection &)> answer)
{
    open(store);
    m_shown = {m_view.table(), m_view.rows(), m_view.selectedRuns(), m_view.experiments()};
    QList<CopyOffer> offers;
    for (const CopyChoice::Runs runs : offered)
        offers.append({runs, count(store, runs)});
    auto *dialog = new CopyDialog(texts, offers, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CopyDialog::measureRequested, this, [this, dialog](const CopyChoice &choice) { measure(*dialog, choice); });
    connect(dialog, &CopyDialog::confirmed, this, [this, answer = std::move(answer)](const CopyChoice &choice) { answer(selection(choice)); });
    connect(dialog, &QDialog::finished, this, [this, dialog](int result) {
        m_measured.cancel();
        dialog->disconnect(this);
        if (result != QDialog::Accepted)
            letGo();
    });
    dialog->open();
}

qsizetype CopyQuestion::count(const OpenStore &store, CopyChoice::Runs runs) const
{
    switch (runs) {
    case CopyChoice::Runs::Selected: return m_shown.selected.size();
    case CopyChoice::Runs::Shown: return qsizetype(m_shown.rows.size());
    case CopyChoice::Runs::All: return store.runs() ? store.runs()->rowCount() : 0;
    case CopyChoice::Runs::Experiments: break;
    }
    qsizetype count = 0;
    const QList<ExperimentId> &experiments = m_shown.experiments;
    for (uint32_t row = 0; !experiments.isEmpty() && store.runs() && row < uint32_t(store.runs()->rowCount()); ++row)
        count += experiments.contains(store.runs()->ref(row).experiment) ? 1 : 0;
    return count;
}

CopySelection CopyQuestion::selection(const CopyChoice &choice) const
{
    CopySelection selection;
    selection.artifacts = choice.largestFile == 0 ? CopySelection::Artifacts::None : CopySelection::Artifacts::Bytes;
    selection.largestArtifact = choice.largestFile;
    switch (choice.runs) {
    case CopyChoice::Runs::Experiments:
        selection.experiments = m_shown.experiments;
        break;
    case CopyChoice::Runs::Selected:
        selection.runs = m_shown.selected;
        break;
    case CopyChoice::Runs::Shown:
        for (const uint32_t row : m_shown.rows)
            selection.runs.append(m_shown.table->ref(row));
        break;
    case CopyChoice::Runs::All:
        break;
    }
    return selection;
}

void CopyQuestion::measure(CopyDialog &dialog, const CopyChoice &choice)
{
    if (!m_own)
        return;
    dialog.setContents(tr("Looking at what that is …"));
    auto measured = m_own->call([selection = selection(choice)](StoreBackend &backend, Job &job) { return StoreCopier(backend, selection).measure(job); });
    m_measured.start(std::move(measured), [dialog = QPointer(&dialog), withFiles = choice.largestFile > 0](const Result<CopySize> &size) {
        if (!dialog)
            return;
        if (!size)
            return dialog->setContents(size.error().message);
        const QString contents = tr("%n run(s)", nullptr, int(size->runs)) + u" · "_s + tr("%n metric history(s)", nullptr, int(size->histories));
        dialog->setContents(withFiles ? contents + u" · "_s + tr("%n file(s), %1", nullptr, int(size->files)).arg(sizeText(size->artifactBytes)) : contents);
    });
}

} // namespace Assay
