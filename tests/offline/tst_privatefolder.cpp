// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/privatefolder.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

int modeOf(const QString &path)
{
    struct stat is {};
    return ::stat(QFile::encodeName(path).constData(), &is) == 0 ? int(is.st_mode & 07777) : -1;
}

} // namespace

// Folders that nobody else looks into.
class TestPrivateFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesThoseAboveForNobodyElse();
    void leavesThoseAboveThatAreThere();
    void closesOneThatIsOpen();
    void refusesWhatIsNoFolder();
    void refusesWhatIsSomebodyElses();
};

void TestPrivateFolder::makesThoseAboveForNobodyElse()
{
    QTemporaryDir folder;
    const mode_t before = ::umask(0);
    const Status made = makePrivateFolder(folder.filePath(u"a/b/c"_s));
    ::umask(before);
    QVERIFY(made);
    for (const QString &path : {u"a"_s, u"a/b"_s, u"a/b/c"_s})
        QCOMPARE(modeOf(folder.filePath(path)), 0700);
}

void TestPrivateFolder::leavesThoseAboveThatAreThere()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"a"_s));
    QCOMPARE(::chmod(QFile::encodeName(folder.filePath(u"a"_s)).constData(), 0755), 0);
    QVERIFY(makePrivateFolder(folder.filePath(u"a/b"_s)));
    QCOMPARE(modeOf(folder.filePath(u"a"_s)), 0755);
    QCOMPARE(modeOf(folder.filePath(u"a/b"_s)), 0700);
}

void TestPrivateFolder::closesOneThatIsOpen()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"a"_s));
    QCOMPARE(::chmod(QFile::encodeName(folder.filePath(u"a"_s)).constData(), 0777), 0);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was open to others"_s));
    QVERIFY(makePrivateFolder(folder.filePath(u"a"_s)));
    QCOMPARE(modeOf(folder.filePath(u"a"_s)), 0700);
}

void TestPrivateFolder::refusesWhatIsNoFolder()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Status made = makePrivateFolder(file.fileName() + u"/b"_s);
    QVERIFY(!made);
    QVERIFY(made.error().message.contains(file.fileName()));
}

void TestPrivateFolder::refusesWhatIsSomebodyElses()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    QVERIFY(makePrivateFolder(path));
    QString theirs = path;
    if (::geteuid() != 0)
        theirs = u"/usr"_s; // root's
    else if (::chown(QFile::encodeName(path).constData(), 65534, 65534) != 0)
        QSKIP("Folders cannot be given to somebody else here.");
    const Status made = makePrivateFolder(theirs);
    QVERIFY(!made);
    QVERIFY(made.error().message.contains(theirs));
    QVERIFY(made.error().message.contains(u"somebody else"_s));
}

QTEST_GUILESS_MAIN(TestPrivateFolder)
#include "tst_privatefolder.moc"
