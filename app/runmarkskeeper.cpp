// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runmarkskeeper.h"

#include "app/settings.h"

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int SaveAfter = 500; // ms: clicking through the eyes makes one write
constexpr QLatin1StringView Name("marks");

} // namespace

RunMarksKeeper::RunMarksKeeper(RunView &view, Settings &settings, QObject *parent)
    : QObject(parent), m_view(view), m_settings(settings)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(SaveAfter);
    connect(&m_timer, &QTimer::timeout, this, &RunMarksKeeper::save);
    connect(&view, &RunView::shownChanged, this, &RunMarksKeeper::note);
}

RunMarksKeeper::~RunMarksKeeper()
{
    save();
}

void RunMarksKeeper::setStore(const QString &location)
{
    save();
    m_location = location;
    m_marks = location.isEmpty() ? RunMarks() : RunMarks::fromMap(m_settings.storeValue(location, Name).toMap());
    m_view.restore(m_marks);
}

// While rows are still being read, the first ones are not those that will be.
void RunMarksKeeper::note()
{
    if (m_location.isEmpty() || !m_view.isComplete())
        return;
    RunMarks marks = m_view.marks();
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    m_timer.start();
}

void RunMarksKeeper::save()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    m_settings.setStoreValue(m_location, Name, m_marks.toMap());
}

} // namespace Assay
