// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/artifacts/partialfile.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QString watched;        // a file, and of what was made durable while it was or was not there:
QStringList durable;

constexpr qint64 Size = 2 << 20;
const QByteArray Tag = "\"v1\"";

} // namespace

// In place of the C library's.
extern "C" int fsync(int fd)
{
    struct stat is {};
    const bool isFolder = ::fstat(fd, &is) == 0 && S_ISDIR(is.st_mode);
    const int done = int(::syscall(SYS_fsync, fd));
    const QString when = QFile::exists(watched) ? u"after"_s : u"before"_s;
    durable.append(done != 0 ? u"failed"_s : (isFolder ? u"folder "_s : u"file "_s) + when);
    return done;
}

class TestPartialFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString &name = u"model.bin"_s) const { return m_dir->filePath(name); }
    QStringList names() const { return QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name); }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
    }
    // Half of it, by an attempt that ends there.
    void copyHalf(const QByteArray &source, const ArtifactPart &part) const
    {
        auto file = PartialFile::open(path(), source);
        VERIFY_RESULT(file);
        QVERIFY(file->sink().begin(part));
        QVERIFY(file->sink().piece(QByteArray(Size / 2, 'a')));
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void goesOn()
    {
        copyHalf("store run path", {0, Size, Tag});
        QCOMPARE(names(), (QStringList{u"model.bin.assay-part"_s, u"model.bin.assay-part-from"_s}));
        auto file = PartialFile::open(path(), "store run path");
        VERIFY_RESULT(file);
        QCOMPARE(file->have(), (ArtifactPart{Size / 2, -1, Tag}));
        QVERIFY(!PartialFile::open(path(), "store run path")); // another one at the same time
        VERIFY_RESULT(file->begin({Size / 2, Size, Tag}));
        QCOMPARE(file->commit(PartialFile::Existing::Keep).error().code, ErrorCode::Damaged); // not all of it
        VERIFY_RESULT(file->write(QByteArray(Size / 2, 'b')));
        VERIFY_RESULT(file->commit(PartialFile::Existing::Keep));
        QCOMPARE(names(), QStringList{u"model.bin"_s});
        QVERIFY(contents(path()) == QByteArray(Size / 2, 'a') + QByteArray(Size / 2, 'b'));
    }

    // Else a power cut could leave the name on the disk with a part of the content.
    void whatIsCompleteIsOnTheDisk()
    {
        for (const auto existing : {PartialFile::Existing::Keep, PartialFile::Existing::Replace}) {
            QFile::remove(path());
            auto file = PartialFile::open(path(), "source");
            VERIFY_RESULT(file);
            VERIFY_RESULT(file->begin({0, 3, Tag}));
            VERIFY_RESULT(file->write("new"));
            watched = path();
            durable.clear();
            VERIFY_RESULT(file->commit(existing));
            QCOMPARE(durable, (QStringList{u"file before"_s, u"folder after"_s}));
        }
    }

    void goesOnAfterAPowerCut()
    {
        copyHalf("source", {0, Size, Tag});
        const QString note = path(u"model.bin.assay-part-from"_s);
        QList<QByteArray> lines = contents(note).split('\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[2], QByteArray::number(Size / 2));
        const auto after = [&](const QByteArray &onDisk, const QByteArray &boot) -> qint64 {
            lines[2] = onDisk;
            lines[3] = boot;
            QFile file(note);
            if (!file.open(QIODevice::WriteOnly) || file.write(lines.join('\n')) < 0)
                return -1;
            file.close();
            const auto again = PartialFile::open(path(), "source");
            return again ? again->have().offset : -1;
        };
        const QByteArray now = lines[3];
        QCOMPARE(after("1000", now), Size / 2);     // a process that was killed lost nothing
        QCOMPARE(after("1000", "another"), 1000);   // the rest may be nothing but its length
        copyHalf("source", {0, Size, Tag});
        QCOMPARE(after("99999999", "another"), Size / 2);
        QCOMPARE(after("", "another"), 0);
    }

    void beginsAnewWhenChanged()
    {
        copyHalf("source", {0, Size, Tag});
        auto file = PartialFile::open(path(), "source");
        VERIFY_RESULT(file);
        VERIFY_RESULT(file->begin({0, 3, "\"v2\""}));
        VERIFY_RESULT(file->write("new"));
        VERIFY_RESULT(file->commit(PartialFile::Existing::Keep));
        QCOMPARE(contents(path()), "new");
        QCOMPARE(names(), QStringList{u"model.bin"_s});
    }

    void partsOfSomethingElse()
    {
        copyHalf("source", {0, Size, Tag});
        auto file = PartialFile::open(path(), "another source");
        VERIFY_RESULT(file);
        QCOMPARE(file->have(), ArtifactPart());
    }

    void whatNobodyCanGoOnWith_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QByteArray>("tag");
        QTest::newRow("no tag") << Size << QByteArray();
        QTest::newRow("short") << qint64(1000) << Tag;
        QTest::newRow("a tag of two lines") << Size << QByteArray("\"a\nb\"");
        QTest::newRow("a tag without end") << Size << QByteArray(10'000, 'x');
    }
    void whatNobodyCanGoOnWith()
    {
        QFETCH(qint64, size);
        QFETCH(QByteArray, tag);
        copyHalf("source", {0, size, tag});
        QVERIFY(names().isEmpty());
    }

    void replacing()
    {
        for (const auto existing : {PartialFile::Existing::Keep, PartialFile::Existing::Replace}) {
            QFile there(path());
            QVERIFY(there.open(QIODevice::WriteOnly) && there.write("old") == 3);
            there.close();
            auto file = PartialFile::open(path(), "source");
            VERIFY_RESULT(file);
            VERIFY_RESULT(file->begin({}));
            VERIFY_RESULT(file->write("new"));
            const bool isReplaced = existing == PartialFile::Existing::Replace;
            QCOMPARE(file->commit(existing).hasValue(), isReplaced);
            QCOMPARE(contents(path()), isReplaced ? "new" : "old");
        }
        QCOMPARE(names(), QStringList{u"model.bin"_s});
    }

    void plantedParts()
    {
        QFile victim(path(u"victim"_s));
        QVERIFY(victim.open(QIODevice::WriteOnly) && victim.write("precious") == 8);
        victim.close();
        QVERIFY(QFile::link(path(u"victim"_s), path(u"model.bin.assay-part"_s)));
        QVERIFY(!PartialFile::open(path(), "source"));
        QVERIFY(QFile::remove(path(u"model.bin.assay-part"_s)));
        QCOMPARE(::link(path(u"victim"_s).toUtf8().constData(), path(u"model.bin.assay-part"_s).toUtf8().constData()), 0);
        QVERIFY(QFile::link(path(u"victim"_s), path(u"model.bin.assay-part-from"_s)));
        {
            auto file = PartialFile::open(path(), "source");
            VERIFY_RESULT(file);
            QVERIFY(!file->begin({0, Size, Tag})); // the note would go through a link
            VERIFY_RESULT(file->write("mine"));
        }
        QCOMPARE(contents(path(u"victim"_s)), "precious");
    }

    // In a folder like /tmp somebody else can lay the beginning of a file, and a note that says where to go on.
    void partsOfOthers()
    {
        if (::geteuid() != 0)
            QSKIP("Only root can give files to somebody else.");
        const QByteArray note = path(u"model.bin.assay-part-from"_s).toUtf8(), part = path(u"model.bin.assay-part"_s).toUtf8();
        for (const QByteArray &theirs : {part, note}) {
            copyHalf("source", {0, Size, Tag});
            QCOMPARE(::chown(theirs.constData(), 65534, 65534), 0);
            auto file = PartialFile::open(path(), "source");
            VERIFY_RESULT(file);
            QCOMPARE(file->have().offset, 0);
            VERIFY_RESULT(file->begin({0, 3, "\"v2\""}));
            VERIFY_RESULT(file->write("new"));
            VERIFY_RESULT(file->commit(PartialFile::Existing::Replace));
            QCOMPARE(QFileInfo(path()).ownerId(), uint(::geteuid()));
        }
    }

    void longNames()
    {
        const QString name(240, u'n');
        auto file = PartialFile::open(path(name), "source");
        VERIFY_RESULT(file);
        VERIFY_RESULT(file->begin({0, Size, Tag})); // without a note
        VERIFY_RESULT(file->write(QByteArray(Size, 'x')));
        VERIFY_RESULT(file->commit(PartialFile::Existing::Keep));
        QCOMPARE(names(), QStringList{name});
    }
};

QTEST_APPLESS_MAIN(TestPartialFile)
#include "tst_partialfile.moc"
