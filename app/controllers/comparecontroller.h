// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/comparefiles.h"
#include "app/controllers/explaincontroller.h"
#include "app/controllers/pagecontroller.h"
#include "models/base/latest.h"
#include "models/items/artifactparses.h"
#include "models/items/comparison.h"
#include "models/items/runview.h"
#include "models/items/textdiff.h"

#include <QMutex>
#include <QPointer>

namespace Assay {

class ComparePanel;

// What artifacts say, for one worker after the other.
struct SharedParses {
    QMutex mutex;
    ArtifactParses parses;
};

// Compares the selected runs, in the background, each time the selection, the runs or what is wanted of them changes.
class CompareController final : public PageController
{
    Q_OBJECT

public:
    static constexpr qsizetype RunLimit = 1000;

    CompareController(RunView &view, QObject *parent);
    ~CompareController() override;

    QWidget *widget() const override;
    void setStore(OpenStore *store) override;
    bool isBusy() const override { return m_latest.isRunning() || m_textDiff.isRunning() || m_textFiles.isRunning() || m_explain.isBusy() || m_files.isReading(); }

    void readFilesAgain() { m_files.forget(); }
    qsizetype parsedFiles() const; // of artifacts, so far

private:
    QList<RunRef> orderedRuns() const;
    QList<int> colorsOf(const QList<RunRef> &runs) const;
    void update();
    void readFiles();
    void tellReading();
    void diffTexts(const QString &from, const QString &to);
    void diffFiles(const QString &path, const RunRef &left, const RunRef &right);

    RunView &m_view;
    ComparePanel *m_panel;
    ExplainController m_explain;
    QPointer<OpenStore> m_store;
    CompareFiles m_files{this};
    std::shared_ptr<SharedParses> m_parses = std::make_shared<SharedParses>();
    QStringList m_order; // of runKey(), in the order that the person chose, the baseline first; others follow as selected
    CompareFilter m_filter;
    DiffTolerance m_tolerance;
    QList<int> m_colors; // of the runs that were compared last
    Latest<ComparisonPtr> m_latest{this};
    Latest<std::shared_ptr<const SideBySide>> m_textDiff{this};
    Latest<QStringList> m_textFiles{this}; // that are to be compared
};

} // namespace Assay
