// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/modelscontroller.h"

#include "models/store/joinedstore.h"
#include "widgets/panels/models/modelspanel.h"

namespace Assay {

ModelsController::ModelsController(RunView &view, QString journalPath, QObject *parent)
    : PageController(parent), m_view(view), m_journalPath(std::move(journalPath)), m_panel(new ModelsPanel)
{
    connect(m_panel, &ModelsPanel::promotionRequested, this, &ModelsController::promoteVersion);
    connect(m_panel, &ModelsPanel::runRequested, this, &ModelsController::goToRun);
}

ModelsController::~ModelsController() = default;

QWidget *ModelsController::widget() const
{
    return m_panel;
}

bool ModelsController::isBusy() const
{
    return m_promotion.isRunning() || (m_store && m_store->state() == OpenStore::State::Loading);
}

QString ModelsController::currentModel() const
{
    return m_panel->currentModel();
}

void ModelsController::showModel(const QString &name)
{
    m_panel->showModel(name);
}

void ModelsController::setStore(OpenStore *store)
{
    if (m_store)
        m_store->disconnect(this);
    m_store = store;
    if (!store)
        return m_panel->setModels({}, {});
    connect(store, &OpenStore::modelsChanged, this, &ModelsController::update);
    connect(store, &OpenStore::infoChanged, this, &ModelsController::update);
    connect(store, &OpenStore::stateChanged, this, &ModelsController::update);
    update();
}

void ModelsController::update()
{
    // A promotion never waits: whoever asks for it sees what stands in the store then.
    if (m_store->state() == OpenStore::State::Offline)
        m_panel->setWritable(false, tr("The store is out of reach. Versions can be moved when it is back."));
    else
        m_panel->setWritable(m_store->info().writable, m_store->info().whyNotWritable);
    if (qobject_cast<const JoinedStore *>(m_store.data()))
        return m_panel->setMessage(tr("Models are shown of one store at a time. Choose a model or a store at the left."));
    if (m_store->state() == OpenStore::State::Failed && m_store->models().isEmpty())
        return m_panel->setMessage(m_store->error().message);
    if (m_store->state() == OpenStore::State::Loading && m_store->models().isEmpty())
        return m_panel->setMessage(tr("Loading the models…"));
    QList<RegisteredModel> models;
    QHash<QString, QString> runNames;
    const RunTablePtr runs = m_store->runs();
    for (const RegisteredModel &model : m_store->models()) {
        if (model.isPrompt())
            continue;
        models.append(model);
        for (const ModelVersion &version : model.versions) {
            const QList<uint32_t> rows = runs ? runs->rowsOf(RunId(version.runId)) : QList<uint32_t>();
            if (!rows.isEmpty())
                runNames.insert(version.runId, runs->displayName(rows.first()));
        }
    }
    m_panel->setModels(models, runNames);
}

void ModelsController::promoteVersion(const PromotionRequest &request)
{
    if (!m_store || m_promotion.isRunning())
        return;
    m_panel->setPending(true);
    auto future = m_store->store().call([request, journal = AuditJournal(m_journalPath)](StoreBackend &backend, Job &job) {
        return promote(backend, journal, request, job);
    });
    m_promotion.start(future, [this](const Result<PromotionDone> &done) {
        m_panel->setPending(false);
        if (done)
            m_panel->showOutcome(*done);
        else
            m_panel->showFailure(done.error().message);
        // Whatever came of it: what is shown next is what stands in the store now.
        if (m_store)
            m_store->reloadModels();
    });
}

void ModelsController::goToRun(const QString &runId)
{
    const RunTablePtr runs = m_store ? m_store->runs() : nullptr;
    const QList<uint32_t> rows = runs ? runs->rowsOf(RunId(runId)) : QList<uint32_t>();
    if (!rows.isEmpty())
        Q_EMIT runRequested(runs->ref(rows.first()));
}

} // namespace Assay
