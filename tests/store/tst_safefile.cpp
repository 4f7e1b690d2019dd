// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/safefile.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace Assay;
using namespace Qt::StringLiterals;

class TestSafeFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Descriptor m_root;

    void write(const QString &path, const QByteArray &bytes)
    {
        QDir(m_folder.path()).mkpath(QFileInfo(path).path());
        QFile file(m_folder.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void initTestCase()
    {
        write(u"store/a/b/file"_s, "inside");
        write(u"outside/secret"_s, "secret");
        QVERIFY(QFile::link(u"../outside"_s, m_folder.filePath(u"store/out"_s)));
        QVERIFY(QFile::link(u"../../outside/secret"_s, m_folder.filePath(u"store/a/secret"_s)));
        QVERIFY(QFile::link(u"b"_s, m_folder.filePath(u"store/a/inner"_s)));
        QVERIFY(QFile::link(u"self"_s, m_folder.filePath(u"store/self"_s)));
        QCOMPARE(::mkfifo(qPrintable(m_folder.filePath(u"store/pipe"_s)), 0600), 0);
        m_root = SafeFile::openRoot(m_folder.filePath(u"store"_s).toStdString());
        QVERIFY(bool(m_root));
    }

    void opens_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("error");
        QTest::newRow("file") << QByteArray("a/b/file") << 0;
        QTest::newRow("absent") << QByteArray("a/b/none") << ENOENT;
        QTest::newRow("folder") << QByteArray("a/b") << EISDIR;
        QTest::newRow("root") << QByteArray("") << EISDIR;
        QTest::newRow("climbs") << QByteArray("../outside/secret") << EXDEV;
        QTest::newRow("climbs in the middle") << QByteArray("a/../../outside/secret") << EXDEV;
        QTest::newRow("absolute") << QByteArray("/etc/passwd") << EXDEV;
        QTest::newRow("through a link") << QByteArray("out/secret") << ELOOP;
        QTest::newRow("a link") << QByteArray("a/secret") << ELOOP;
        QTest::newRow("a link that stays inside") << QByteArray("a/inner/file") << ELOOP;
        QTest::newRow("a link to itself") << QByteArray("self") << ELOOP;
        QTest::newRow("pipe") << QByteArray("pipe") << SafeFile::NotRegular;
        QTest::newRow("pipe in a path") << QByteArray("a/../pipe/x") << ENOTDIR;
        QTest::newRow("nul") << QByteArray("a\0b", 3) << EINVAL;
    }
    void opens()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, error);
        const Descriptor file = SafeFile::openFile(m_root.fd(), path.toStdString());
        // Whether ".." or what follows it is refused first is the kernel's affair.
        if (path.contains("../pipe"))
            QVERIFY(!file);
        else
            QCOMPARE(file.error(), error);
        QCOMPARE(bool(file), error == 0);
    }

    void openingByPartsSaysTheSame_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("error");
        QTest::newRow("file") << QByteArray("a/b/file") << 0;
        QTest::newRow("absent") << QByteArray("a/b/none") << ENOENT;
        QTest::newRow("climbs") << QByteArray("../outside/secret") << EXDEV;
        QTest::newRow("climbs in the middle") << QByteArray("a/../../outside/secret") << EXDEV;
        QTest::newRow("absolute") << QByteArray("/etc/passwd") << EXDEV;
        QTest::newRow("through a link") << QByteArray("out/secret") << ELOOP;
        QTest::newRow("a link") << QByteArray("a/secret") << ELOOP;
        QTest::newRow("a link that stays inside") << QByteArray("a/inner/file") << ELOOP;
        QTest::newRow("a link to itself") << QByteArray("self") << ELOOP;
    }
    void openingByPartsSaysTheSame()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, error);
        const Descriptor file = SafeFile::openByParts(m_root.fd(), path.toStdString(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
        QCOMPARE(file.error(), error);
    }

    void folderThatIsALink()
    {
        QCOMPARE(SafeFile::openFolder(m_root.fd(), "out").error(), ELOOP);
        QCOMPARE(SafeFile::openFolder(m_root.fd(), "a/inner").error(), ELOOP);
        QCOMPARE(SafeFile::openFolder(m_root.fd(), "..").error(), EXDEV);
        QCOMPARE(SafeFile::openFolder(m_root.fd(), "pipe").error(), ENOTDIR);
    }

    void listsBytesAndKinds()
    {
        const std::string odd = "caf\xe9";
        const Descriptor file = Descriptor::adopt(::openat(m_root.fd(), odd.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
        QVERIFY(bool(file));
        for (int round = 0; round < 2; ++round) { // the same descriptor can be listed again
            SafeFile::Listing listing = SafeFile::list(m_root.fd());
            QCOMPARE(listing.error, 0);
            std::sort(listing.entries.begin(), listing.entries.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
            QCOMPARE(listing.entries.size(), size_t(5));
            QCOMPARE(listing.entries[0].name, "a");
            QVERIFY(listing.entries[0].kind == FileKind::Folder);
            QCOMPARE(listing.entries[1].name, odd);
            QVERIFY(listing.entries[1].kind == FileKind::File);
            QVERIFY(listing.entries[2].kind == FileKind::Link);
            QVERIFY(listing.entries[3].kind == FileKind::Other);
        }
        QCOMPARE(::unlinkat(m_root.fd(), odd.c_str(), 0), 0); // QTemporaryDir cannot
    }

    void readsWholeOrUpToTheCap_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {0, 1, 4095, 4096, 4097, 300'000, 2'000'000})
            QTest::addRow("%d", size) << size;
    }
    void readsWholeOrUpToTheCap()
    {
        QFETCH(int, size);
        QByteArray bytes(size, 'x');
        for (int i = 0; i < size; i += 7)
            bytes[i] = char(i);
        write(u"store/a/sized"_s, bytes);
        FileReader reader;
        const auto whole = reader.read(SafeFile::openFile(m_root.fd(), "a/sized"), 4'000'000);
        QVERIFY(whole.bytes == std::string_view(bytes.constData(), size_t(size)) && !whole.isCut && whole.error == 0);
        const auto cut = reader.read(SafeFile::openFile(m_root.fd(), "a/sized"), 1000);
        QCOMPARE(cut.isCut, size > 1000);
        QCOMPARE(cut.bytes.size(), size_t(std::min(size, 1000)));
    }

    // Somebody exchanges a folder for a link to the outside while we open through it.
    void neverEscapesWhileALinkIsSwapped()
    {
        const std::string at = m_folder.filePath(u"store/swap"_s).toStdString();
        const std::string real = m_folder.filePath(u"store/real"_s).toStdString();
        write(u"store/real/secret"_s, "inside");
        QCOMPARE(::symlink("../outside", at.c_str()), 0);
        std::atomic<bool> stop = false;
        std::thread swapper([&] {
            const int cwd = AT_FDCWD;
            while (!stop)
                ::syscall(SYS_renameat2, cwd, at.c_str(), cwd, real.c_str(), RENAME_EXCHANGE);
        });
        FileReader reader;
        int inside = 0;
        int escapes = 0;
        for (int i = 0; i < 20'000; ++i) {
            const bool byParts = i % 2 == 1;
            const Descriptor file = byParts ? SafeFile::openByParts(m_root.fd(), "swap/secret", O_RDONLY | O_NOFOLLOW)
                                            : SafeFile::openFile(m_root.fd(), "swap/secret");
            if (!file)
                continue;
            ++inside;
            escapes += reader.read(file, 100).bytes == "secret" ? 1 : 0;
        }
        stop = true;
        swapper.join();
        QCOMPARE(escapes, 0);
        QVERIFY(inside > 0);
    }
};

QTEST_GUILESS_MAIN(TestSafeFile)
#include "tst_safefile.moc"
