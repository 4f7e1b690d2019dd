// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/targetfolder.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Assay;
using namespace Qt::StringLiterals;

class TargetFolderTest : public QObject
{
    Q_OBJECT

private:
    static Status put(const TargetFolder &target, const QString &path, QByteArrayView bytes)
    {
        auto file = target.createFile(path, "x");
        if (!file)
            return file.error();
        const Status written = file->write(bytes);
        return written ? file->commit(PartialFile::Existing::Keep) : written;
    }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
    }

private Q_SLOTS:
    void writesBeneathTheFolder()
    {
        const QTemporaryDir dir;
        const auto target = TargetFolder::open(dir.filePath(u"new/out"_s));
        VERIFY_RESULT(target);
        VERIFY_RESULT(put(*target, u"a/b/c.txt"_s, "abc"));
        VERIFY_RESULT(target->makeFolder(u"empty"_s));
        QCOMPARE(contents(dir.filePath(u"new/out/a/b/c.txt"_s)), "abc"_ba);
        QVERIFY(QFileInfo(dir.filePath(u"new/out/empty"_s)).isDir());
        QCOMPARE(QDir(dir.filePath(u"new/out/a/b"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"c.txt"_s});
    }

    void refusesWaysOut_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : {u"../x"_s, u"a/../../x"_s, u"/x"_s, u"a//x"_s, u""_s, u"."_s, u"a/."_s, u".."_s, u"x\0y"_s})
            QTest::addRow("%s", qPrintable(path)) << path;
    }

    void refusesWaysOut()
    {
        QFETCH(QString, path);
        const QTemporaryDir dir;
        const auto target = TargetFolder::open(dir.filePath(u"out"_s));
        VERIFY_RESULT(target);
        const Status status = put(*target, path, "x");
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::Refused);
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{u"out"_s});
    }

    void followsNoLink()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(u"out"_s) && QDir(dir.path()).mkpath(u"elsewhere"_s));
        QVERIFY(QFile::link(dir.filePath(u"elsewhere"_s), dir.filePath(u"out/link"_s)));
        QVERIFY(QFile::link(dir.filePath(u"elsewhere/made"_s), dir.filePath(u"out/dangling"_s)));
        const auto target = TargetFolder::open(dir.filePath(u"out"_s));
        VERIFY_RESULT(target);
        QVERIFY(!put(*target, u"link/x"_s, "x"));
        QVERIFY(!put(*target, u"dangling"_s, "x"));
        QVERIFY(QDir(dir.filePath(u"elsewhere"_s)).isEmpty());
    }

    void replacesNothing()
    {
        const QTemporaryDir dir;
        const auto target = TargetFolder::open(dir.path());
        VERIFY_RESULT(target);
        VERIFY_RESULT(put(*target, u"x"_s, "first"));
        QVERIFY(!put(*target, u"x"_s, "second"));
        QCOMPARE(contents(dir.filePath(u"x"_s)), "first"_ba);
    }

    void leavesNoHalfFile()
    {
        const QTemporaryDir dir;
        const auto target = TargetFolder::open(dir.path());
        VERIFY_RESULT(target);
        {
            auto file = target->createFile(u"x"_s, "source");
            VERIFY_RESULT(file);
            VERIFY_RESULT(file->write("half"));
        }
        QVERIFY(QDir(dir.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
};

QTEST_APPLESS_MAIN(TargetFolderTest)
#include "tst_targetfolder.moc"
