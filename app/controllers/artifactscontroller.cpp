// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/artifactscontroller.h"

#include "app/controllers/rootmappingguess.h"
#include "app/prompt.h"
#include "models/preview/previewreader.h"
#include "models/store/openstore.h"
#include "widgets/panels/artifacts/artifactspanel.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Assay {

ArtifactsController::ArtifactsController(RunView &view, Prompt &prompt, QObject *parent)
    : PageController(parent), m_view(view), m_prompt(prompt), m_panel(new ArtifactsPanel)
{
    connect(&view, &RunView::currentChanged, this, &ArtifactsController::updateRun);
    connect(&view, &RunView::selectionChanged, this, &ArtifactsController::updateRun);
    connect(&view, &RunView::rowsChanged, this, &ArtifactsController::updateRun);
    connect(&view, &RunView::shownChanged, this, &ArtifactsController::updateRun); // colours
    connect(m_panel, &ArtifactsPanel::previousRunRequested, this, [this] { step(-1); });
    connect(m_panel, &ArtifactsPanel::nextRunRequested, this, [this] { step(1); });
    connect(m_panel, &ArtifactsPanel::listingRequested, this, &ArtifactsController::list);
    connect(m_panel, &ArtifactsPanel::previewRequested, this, &ArtifactsController::read);
    connect(m_panel, &ArtifactsPanel::saveRequested, this, &ArtifactsController::save);
    connect(m_panel, &ArtifactsPanel::transferStopRequested, &m_downloads, &ArtifactDownloads::stop);
    connect(&m_downloads, &ArtifactDownloads::changed, m_panel, &ArtifactsPanel::setTransfer);
    connect(&m_downloads, &ArtifactDownloads::saved, m_panel, &ArtifactsPanel::setSaved);
    connect(&m_downloads, &ArtifactDownloads::failed, this, &PageController::failed);
    connect(m_panel, &ArtifactsPanel::rootMappingRequested, this, &ArtifactsController::chooseRoot);
    connect(m_panel, &ArtifactsPanel::openFolderRequested, this, [this](const QString &folder) {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            Q_EMIT failed(tr("The folder could not be opened: %1").arg(QDir::toNativeSeparators(folder)));
    });
    connect(m_panel, &ArtifactsPanel::linkOpenRequested, this, [](const QUrl &link) {
        if (link.scheme() == "https"_L1 || link.scheme() == "http"_L1)
            QDesktopServices::openUrl(link);
    });
}

ArtifactsController::~ArtifactsController() = default;

QWidget *ArtifactsController::widget() const
{
    return m_panel;
}

bool ArtifactsController::isBusy() const
{
    return m_panel && m_panel->isBusy();
}

void ArtifactsController::setStore(OpenStore *store)
{
    if (store == m_store)
        return;
    ++m_generation;
    m_reading.cancel();
    m_helper.cancel();
    if (m_store)
        m_store->disconnect(this);
    m_store = store;
    if (store)
        connect(store, &OpenStore::runsChanged, this, &ArtifactsController::updateRun);
    m_panel->setRun(std::nullopt);
    updateRun();
}

void ArtifactsController::showArtifact(const QString &path)
{
    m_panel->showArtifact(path);
}

void ArtifactsController::reload()
{
    m_panel->reload();
}

// The current run; before there is one, the first of those that are selected or shown.
std::optional<RunRef> ArtifactsController::shownRun() const
{
    if (m_view.currentRun())
        return m_view.currentRun();
    if (!m_view.selectedRuns().isEmpty())
        return m_view.selectedRuns().first();
    if (m_view.table() && !m_view.rows().empty())
        return m_view.table()->ref(m_view.rows().front());
    return std::nullopt;
}

void ArtifactsController::updateRun()
{
    const RunTablePtr table = m_store ? m_store->runs() : nullptr;
    const std::optional<RunRef> ref = shownRun();
    const auto row = table && ref ? table->rowOf(*ref) : std::nullopt;
    if (!row)
        return m_panel->setRun(std::nullopt);
    const auto position = m_view.positionOf(*ref);
    m_panel->setRun(ArtifactRun{*ref, table->run(*row).info.name, m_view.colorIndex(*ref), position.value_or(-1), qsizetype(m_view.rows().size())});
}

void ArtifactsController::step(int by)
{
    const std::optional<RunRef> ref = shownRun();
    const auto position = ref ? m_view.positionOf(*ref) : std::nullopt;
    const qsizetype next = position.value_or(0) + by;
    if (position && next >= 0 && next < qsizetype(m_view.rows().size()))
        m_view.setCurrentRun(m_view.table()->ref(m_view.rows()[size_t(next)]));
}

void ArtifactsController::list(const RunRef &run, const QString &folder)
{
    if (!m_store)
        return;
    auto future = m_store->store().call([run, folder](StoreBackend &backend, Job &job) {
        return backend.artifacts(run, folder, false, job);
    });
    whenDone(future, this, [this, run, folder, generation = m_generation](const QFuture<Result<ArtifactListing>> &done) {
        if (generation == m_generation && done.resultCount() > 0)
            m_panel->setListing(run, folder, done.result());
    });
}

void ArtifactsController::read(const RunRef &run, const QString &path, qint64 size)
{
    m_helper.cancel();
    if (!m_store)
        return;
    auto future = m_store->store().call([run, path, size](StoreBackend &backend, Job &job) -> Result<Read> {
        ArtifactBytes artifact(path, size);
        const Status status = backend.readArtifact(run, path, [&](QByteArrayView piece) { return artifact.take(piece); }, job);
        if (!status)
            return status.error();
        const ArtifactType type = artifact.type();
        if (artifact.isTooLarge())
            return Read{failedPreview(type, artifact.size(), {PreviewFailure::Reason::TooLarge, readPlan(type).bytes, {}}), {}};
        if (needsHelper(type.kind))
            return Read{Preview{type, artifact.size(), {}, {}}, artifact.bytes()};
        return Read{readPreview(type, artifact.bytes(), artifact.isComplete(), artifact.size()), {}};
    });
    m_reading.start(future, [this, run, path](const Result<Read> &answer) { show(run, path, answer); });
}

void ArtifactsController::show(const RunRef &run, const QString &path, const Result<Read> &read)
{
    if (!read)
        return m_panel->setPreview(run, path, read.error());
    if (read->forHelper.isEmpty())
        return m_panel->setPreview(run, path, read->preview);
    m_helper.start(path, read->preview.type, read->forHelper, read->preview.size,
                   [this, run, path](const Preview &preview) { m_panel->setPreview(run, path, preview); });
}

void ArtifactsController::save(const RunRef &run, const QString &path)
{
    const QString name = path.mid(path.lastIndexOf(u'/') + 1);
    m_prompt.chooseSaveFile(m_panel, tr("Save a Copy"), name, {}, [this, run, path](const QString &target) {
        if (!target.isEmpty() && m_store)
            m_downloads.start(m_store->store(), run, path, target);
    });
}

void ArtifactsController::chooseRoot(const QString &artifactUri)
{
    m_prompt.chooseFolder(m_panel, tr("Where Are the Files of This Run?"), [this, artifactUri](const QString &folder) {
        if (folder.isEmpty() || !m_store)
            return;
        const std::optional<RunRef> run = shownRun();
        Q_EMIT rootMappingChosen(run ? m_store->locationOfRun(*run) : m_store->location(), guessRootMapping(artifactUri, folder));
        reload();
    });
}

} // namespace Assay
