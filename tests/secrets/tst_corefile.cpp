// SPDX-License-Identifier: GPL-3.0-or-later
// A process that holds a password dies, and its core file is looked through.
#include "models/secrets/corefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

// Not in one piece in this program's own text.
QByteArray canary()
{
    return QByteArray("canary-") + "of-the-" + "core-7d3e9a";
}

} // namespace

class tst_CoreFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsInIt()
    {
        QFile pattern(u"/proc/sys/kernel/core_pattern"_s);
        QVERIFY(pattern.open(QIODevice::ReadOnly));
        const QByteArray place = pattern.readAll().trimmed();
        if (place.isEmpty() || place.startsWith('|') || place.contains('/'))
            QSKIP("Core files do not come into the working folder here (kernel.core_pattern).");
        if (!leavesCanary(false))
            QSKIP("This machine leaves no core files.");
        QVERIFY(!leavesCanary(true));
    }

    void whoLooksForAFaultMayHaveThem()
    {
        qputenv("ASSAY_COREFILES", "1");
        keepOutOfCoreFiles();
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 1);
        qunsetenv("ASSAY_COREFILES");
        keepOutOfCoreFiles();
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
        // What the program reads of itself is still there.
        for (const QString &name : {u"/proc/self/cmdline"_s, u"/proc/self/status"_s, u"/proc/self/exe"_s, u"/proc/self/maps"_s}) {
            QFile file(name);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        }
        QVERIFY(!QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System).isEmpty());
    }

private:
    // A child with a secret in its memory that dies: whether its folder holds the secret then.
    static bool leavesCanary(bool isKept)
    {
        const QTemporaryDir folder;
        const QByteArray path = QFile::encodeName(folder.path());
        const pid_t child = ::fork();
        if (child == 0) {
            rlimit limit{};
            ::getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            ::setrlimit(RLIMIT_CORE, &limit);
            std::signal(SIGABRT, SIG_DFL); // not the test framework's
            if (::chdir(path.constData()) != 0)
                ::_exit(1);
            const QByteArray secret = canary();
            if (isKept)
                keepOutOfCoreFiles();
            std::abort();
        }
        int status = 0;
        if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFSIGNALED(status))
            return false;
        bool isFound = false;
        for (const QString &name : QDir(folder.path()).entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            isFound = isFound || (file.open(QIODevice::ReadOnly) && file.readAll().contains(canary()));
        }
        return isFound;
    }
};

QTEST_APPLESS_MAIN(tst_CoreFile)
#include "tst_corefile.moc"
