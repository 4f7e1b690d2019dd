// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Assay {

class MainWindow;

// Opens what the command line names, waits until the page has loaded, writes the picture and ends the application:
// status 0, 3 when the store could not be opened, the runs were not there or the picture could not be written.
class Screenshot final : public QObject
{
    Q_OBJECT

public:
    Screenshot(MainWindow &window, const CommandLine &line);

    void start();

private:
    void look();
    bool selectRuns();
    void finish(int status, const QString &message);
    void save();

    MainWindow &m_window;
    CommandLine m_line;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int m_quietLooks = 0;
    bool m_selected = false;
};

} // namespace Assay
