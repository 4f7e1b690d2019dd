// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/artifactdownloads.h"
#include "app/controllers/pagecontroller.h"
#include "models/base/latest.h"
#include "models/items/runview.h"
#include "models/preview/previewprocess.h"
#include "models/store/storebackend.h"

#include <QPointer>

namespace Assay {

class ArtifactsPanel;
class Prompt;

// Lists and reads what the artifacts panel asks for: on the store's thread, no more of a file than its preview needs,
// and dangerous formats in a process of their own. Saves copies, opens folders, asks where moved files are.
class ArtifactsController final : public PageController
{
    Q_OBJECT

public:
    ArtifactsController(RunView &view, Prompt &prompt, QObject *parent);
    ~ArtifactsController() override;

    QWidget *widget() const override;
    void setStore(OpenStore *store) override;
    bool isBusy() const override;
    // Chooses this file of the current run as soon as it is known.
    void showArtifact(const QString &path);
    // The store's mappings have changed: looks again.
    void reload();

Q_SIGNALS:
    // The person said where the files are that are recorded elsewhere. To be kept and given to the store.
    void rootMappingChosen(const QString &location, const Assay::RootMapping &mapping);

private:
    // What was read of an artifact: its preview, or (for kinds that the helper reads) its bytes.
    struct Read {
        Preview preview;
        QByteArray forHelper;
    };

    std::optional<RunRef> shownRun() const;
    void updateRun();
    void step(int by);
    void list(const RunRef &run, const QString &folder);
    void read(const RunRef &run, const QString &path, qint64 size);
    void show(const RunRef &run, const QString &path, const Result<Read> &read);
    void save(const RunRef &run, const QString &path);
    void chooseRoot(const QString &artifactUri);

    RunView &m_view;
    Prompt &m_prompt;
    QPointer<OpenStore> m_store;
    QPointer<ArtifactsPanel> m_panel; // owned by the window it stands in
    int m_generation = 0;             // of listings: counts stores
    Latest<Read> m_reading{this};
    PreviewProcess m_helper;
    ArtifactDownloads m_downloads;
};

} // namespace Assay
