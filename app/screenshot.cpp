// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "app/mainwindow.h"
#include "models/domain/memberid.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int LookEvery = 50;        // ms
constexpr int QuietLooks = 4;        // so many looks in a row without work: the page is loaded
constexpr qint64 Deadline = 120'000; // ms

} // namespace

Screenshot::Screenshot(MainWindow &window, const CommandLine &line) : m_window(window), m_line(line)
{
    m_timer.setInterval(LookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    connect(&window.workbench(), &Workbench::openFailed, this, [this](const QString &, const QString &message) { finish(3, message); });
}

void Screenshot::start()
{
    m_window.show();
    if (m_line.isTogether)
        m_window.workbench().gather();
    for (const QString &location : std::as_const(m_line.locations))
        m_window.open(location);
    if (m_line.isSample)
        m_window.openSample();
    m_clock.start();
    m_timer.start();
}

void Screenshot::look()
{
    if (m_clock.hasExpired(Deadline))
        return finish(3, tr("The page did not load in time."));
    const bool showsStore = !m_line.locations.isEmpty() || m_line.isSample;
    if (showsStore) {
        const OpenStore *store = m_window.workbench().current();
        if (store && store->state() == OpenStore::State::Failed)
            return finish(3, store->error().message);
        const bool isGathered = !m_line.isTogether || m_window.workbench().shown().size() >= m_line.locations.size() + (m_line.isSample ? 1 : 0);
        if (!store || store->state() != OpenStore::State::Ready || !store->runsComplete() || !isGathered)
            return;
        if (!m_selected) {
            m_selected = true;
            if (!selectRuns())
                return;
            m_window.showPage(m_line.page.value_or(Page::Runs));
            if (!m_line.artifact.isEmpty())
                m_window.showArtifact(m_line.artifact);
            if (!m_line.model.isEmpty())
                m_window.showModel(m_line.model);
            return;
        }
    }
    m_quietLooks = m_window.isBusy() ? 0 : m_quietLooks + 1;
    if (m_quietLooks >= QuietLooks)
        save();
}

bool Screenshot::selectRuns()
{
    Workbench &workbench = m_window.workbench();
    if (!m_line.experiment.isEmpty()) {
        QList<ExperimentId> wanted;
        for (const Experiment &experiment : workbench.current()->experiments())
            if (experiment.name == m_line.experiment || splitMember(experiment.id).own.value == m_line.experiment)
                wanted.append(experiment.id);
        if (wanted.isEmpty()) {
            finish(3, tr("There is no such experiment: %1").arg(m_line.experiment));
            return false;
        }
        workbench.show(workbench.current(), wanted);
    }
    const RunTablePtr table = workbench.current()->runs();
    const TextColumn &ids = *table->attributeText(Attribute::RunId);
    QList<RunRef> refs;
    for (const QString &wanted : std::as_const(m_line.runs)) {
        const QByteArray prefix = wanted.toUtf8();
        const qsizetype before = refs.size();
        for (uint32_t row = 0; row < uint32_t(table->rowCount()); ++row)
            if (ids.utf8(row)->starts_with(std::string_view(prefix.constData(), size_t(prefix.size()))))
                refs.append(table->ref(row));
        if (refs.size() == before) {
            finish(3, tr("There is no such run: %1").arg(wanted));
            return false;
        }
    }
    if (!refs.isEmpty()) {
        if (m_line.experiment.isEmpty() && !m_line.isTogether)
            workbench.show(workbench.current(), {refs.first().experiment});
        workbench.view().setSelectedRuns(refs);
        workbench.view().setCurrentRun(refs.first());
    }
    return true;
}

void Screenshot::save()
{
    // A picture is nobody's turn to type.
    if (QWidget *focused = QApplication::focusWidget())
        focused->clearFocus();
    const QPixmap picture = m_window.grab();
    if (picture.save(m_line.screenshot, "PNG"))
        finish(0, {});
    else
        finish(3, tr("The picture could not be written: %1").arg(m_line.screenshot));
}

void Screenshot::finish(int status, const QString &message)
{
    m_timer.stop();
    if (!message.isEmpty())
        std::fputs(qPrintable("assay: "_L1 + message + u'\n'), stderr);
    QApplication::exit(status);
}

} // namespace Assay
