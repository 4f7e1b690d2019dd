// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow.h"
#include "app/prompt.h"
#include "app/serveraccess.h"
#include "app/settings.h"
#include "tests/support/fakesecrets.h"
#include "tests/support/testing.h"

#include <QTest>

namespace Assay::Testing {

// Answers ahead of time what a person would choose.
class ReadyPrompt final : public Prompt
{
public:
    QString folder, file, saveFile;
    bool says = true;   // yes, to every question
    QStringList asked;  // the questions
    QStringList told;   // what went wrong, in detail

    void chooseFolder(QWidget *, const QString &, PathAnswer answer) override { answer(folder); }
    void chooseFile(QWidget *, const QString &, const QString &, PathAnswer answer) override { answer(file); }
    void chooseSaveFile(QWidget *, const QString &, const QString &, const QString &, PathAnswer answer) override { answer(saveFile); }
    void tell(QWidget *, const QString &, const QString &, const QString &detail) override { told.append(detail); }
    void confirm(QWidget *, const QString &, const QString &question, const QString &, const QString &, std::function<void()> confirmed) override
    {
        asked.append(question);
        if (says)
            confirmed();
    }
};

// The program as it runs, but for its settings and its dialogs.
struct Program {
    ReadyPrompt prompt;
    Settings settings;
    RunLibrary library;
    Workbench workbench{library, settings};
    FakeSecrets secrets;
    ServerAccess access{settings, secrets};
    MainWindow window{workbench, settings, access, prompt};

    explicit Program(const QString &settingsFile = {}, RemoteOpener remoteOpener = {})
        : settings(settingsFile), library(std::make_unique<StoreRegistry>(allStoreFormats(), std::move(remoteOpener)))
    {
        window.resize(1440, 900);
        window.show();
    }

    template <typename T = QWidget>
    T *find(const QString &name) { return window.findChild<T *>(name); }
    bool isReady() const { return workbench.current() && workbench.current()->state() == OpenStore::State::Ready && !window.isBusy(); }
};

// With a store that stands ready.
struct ProgramWithStore : Program {
    explicit ProgramWithStore(const QString &settingsFile = {}) : Program(settingsFile)
    {
        window.activateWindow();
        window.open(fixture(QStringLiteral("sqlite-3.17")));
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 30'000);
    }
};

inline QList<RunRef> firstRuns(RunView &view, int count)
{
    QList<RunRef> runs;
    for (int i = 0; i < count && size_t(i) < view.rows().size(); ++i)
        runs.append(view.table()->ref(view.rows()[size_t(i)]));
    return runs;
}

} // namespace Assay::Testing
