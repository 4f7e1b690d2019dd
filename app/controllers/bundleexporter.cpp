// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/bundleexporter.h"

#include "app/prompt.h"
#include "models/base/whendone.h"
#include "models/items/displaytext.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// What the file may be called: of the store's name the part that every file system takes.
QString fileNameOf(const QString &title)
{
    QString name;
    for (const QChar c : title.left(80))
        name += c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' ? c : u'-';
    return (name.isEmpty() ? u"runs"_s : name) + ".assay"_L1;
}

} // namespace

BundleExporter::BundleExporter(RunView &view, Prompt &prompt, QObject *parent) : QObject(parent), m_prompt(prompt), m_question(view, this) {}

BundleExporter::~BundleExporter() = default;

void BundleExporter::stop()
{
    m_running.cancel();
}

void BundleExporter::ask(OpenStore &store, QWidget *window)
{
    if (m_isRunning) {
        emit failed(tr("A bundle is being written. Wait for it, or stop it."));
        return;
    }
    m_title = store.title();
    const CopyDialog::Texts texts{tr("Export Bundle"),
                                  tr("A copy of %1 in one file. It opens in Assay as a store of its own, without a network.").arg(visibleText(store.title(), 200)),
                                  tr("Export…")};
    m_question.ask(store, texts, {CopyChoice::Runs::Selected, CopyChoice::Runs::Shown, CopyChoice::Runs::All}, window,
                   [this, window](const CopySelection &selection) { askForFile(window, selection); });
}

void BundleExporter::askForFile(QWidget *window, const CopySelection &selection)
{
    m_prompt.chooseSaveFile(window, tr("Export Bundle"), fileNameOf(m_title), tr("Assay bundles (*.assay)"),
                            [this, selection](const QString &path) {
                                const bool isWhole = path.endsWith(".assay"_L1, Qt::CaseInsensitive);
                                if (path.isEmpty())
                                    return m_question.letGo();
                                write(selection, isWhole ? path : path + ".assay"_L1, isWhole);
                            });
}

// Where the desktop's dialog named a file that is there, it has asked whether that may be replaced; of a name that was made
// whole afterwards it knows nothing.
void BundleExporter::write(const CopySelection &selection, const QString &path, bool replaces)
{
    if (!m_question.own() || m_isRunning)
        return;
    m_isRunning = true;
    m_running = m_question.own()->call([selection, path, replaces](StoreBackend &backend, Job &job) { return writeBundle(backend, selection, path, replaces, job); });
    onProgress(m_running, this, [this](qint64 done, qint64 total, const QString &what) { emit progressChanged(done, total, what); });
    emit progressChanged(0, 0, tr("Reading runs …"));
    whenDone(m_running, this, [this, path](const QFuture<Result<BundleDone>> &done) {
        finish(path, done.resultCount() > 0 ? done.result() : Result<BundleDone>(Store::canceled()));
    });
}

void BundleExporter::finish(const QString &path, const Result<BundleDone> &done)
{
    m_isRunning = false;
    m_running = {};
    m_question.letGo();
    emit progressChanged(0, 0, {});
    if (!done) {
        emit failed(done.error().code == ErrorCode::Canceled ? tr("The bundle was not written: stopped.") : done.error().message);
        return;
    }
    emit exported(path);
    if (const qsizetype count = done->report.problems.size(); count > 0)
        emit failed(tr("The bundle was written without %n file(s) or history(s) that could not be read. The first: %1", nullptr, int(count))
                        .arg(done->report.problems.first().message));
}

} // namespace Assay
