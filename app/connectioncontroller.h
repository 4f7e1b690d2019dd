// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/domain/checkstep.h"
#include "models/store/storeformat.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>

class QWidget;

namespace Assay {

class ConnectionDialog;
class Prompt;
class ServerAccess;
class Workbench;
struct ConnectionForm;

// The dialog that leads to a server, and what it asks for: what an address is, what is kept for it, how far one comes there.
class ConnectionController final : public QObject
{
    Q_OBJECT

public:
    // All outlive this; `window` is the dialog's parent.
    ConnectionController(Workbench &workbench, ServerAccess &access, Prompt &prompt, QWidget *window);
    ~ConnectionController() override;

    void show();
    // For a store that stands in the window and could not be reached: tells at once why.
    void showFor(const QString &location);

private:
    void connectDialog();
    void takeAddress(const QString &address);
    void lookForSecret();
    void check(bool opensAfterwards);
    void startCheck(const QString &address, const OpenOptions &options, bool opensAfterwards);
    void failCheck(const CheckStep &step);
    void endCheck(bool passed, bool opensAfterwards);
    void stopCheck();
    void open();
    void chooseAuthorities();

    Workbench &m_workbench;
    ServerAccess &m_access;
    Prompt &m_prompt;
    QWidget *m_window;
    QPointer<ConnectionDialog> m_dialog;
    std::shared_ptr<SilentJob> m_job; // of the check that runs
    QThreadPool m_pool;               // of checks, also of those that nobody waits for any more
};

} // namespace Assay
