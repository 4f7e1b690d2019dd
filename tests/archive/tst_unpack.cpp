// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/archivelisting.h"
#include "models/archive/unpack.h"
#include "models/archive/unpackstream.h"
#include "tests/archive/archivebuilder.h"
#include "tests/support/testing.h"

#include <KCompressionDevice>

#include <QBuffer>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray compressed(const QByteArray &bytes, KCompressionDevice::CompressionType type)
{
    QBuffer target;
    KCompressionDevice filter(&target, false, type);
    filter.open(QIODevice::WriteOnly);
    filter.write(bytes);
    filter.close();
    return target.data();
}

// What lies below a folder: "a.txt=content" for files, "a/" for folders, "a->" for links.
QStringList tree(const QString &root)
{
    QStringList lines;
    QDirIterator it(root, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QString path = it.filePath().mid(root.size() + 1);
        QFile file(it.filePath());
        if (it.fileInfo().isSymLink())
            lines.append(path + u"->"_s);
        else if (it.fileInfo().isDir())
            lines.append(path + u'/');
        else if (file.open(QIODevice::ReadOnly))
            lines.append(path + u'=' + QString::fromUtf8(file.readAll()));
    }
    lines.sort();
    return lines;
}

} // namespace

class UnpackTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_parent;
    QString m_target;

    Result<UnpackReport> unpack(QByteArray bytes, const ArchiveLimits &limits = {})
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return unpackArchive(buffer, m_target, limits);
    }

private Q_SLOTS:
    void init()
    {
        QDir(m_parent.path()).removeRecursively();
        m_target = m_parent.path() + "/target"_L1;
        QVERIFY(QDir().mkpath(m_target));
    }

    void unpacksEveryFormat_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray plain = tar({{"run", {}, '5', {}, {}}, {"run/a.txt", "one", '0', {}, {}}, {"b.txt", "two", '0', {}, {}}});
        QTest::newRow("tar") << plain;
        QTest::newRow("gz") << compressed(plain, KCompressionDevice::GZip);
        QTest::newRow("bz2") << compressed(plain, KCompressionDevice::BZip2);
        QTest::newRow("xz") << compressed(plain, KCompressionDevice::Xz);
        QTest::newRow("zstd") << compressed(plain, KCompressionDevice::Zstd);
        QTest::newRow("zip") << zip({{"run/a.txt", "one"}, {"b.txt", "two"}});
    }
    void unpacksEveryFormat()
    {
        QFETCH(QByteArray, bytes);
        const auto report = unpack(bytes);
        VERIFY_RESULT(report);
        QCOMPARE(tree(m_target), QStringList({u"b.txt=two"_s, u"run/"_s, u"run/a.txt=one"_s}));
        QCOMPARE(report->files, 2);
        QVERIFY(report->skipped.isEmpty());
    }

    void staysBeneathTheTarget_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QList<QByteArray> names{"../out", "../../out", "a/../../out", "/out", "//out", "a/./../../../out", "..", "a/..", "./../out"};
        for (const QByteArray &name : names) {
            QTest::addRow("%s%s", "zip ", name.constData()) << zip({{name, "x"}});
            QTest::addRow("%s%s", "tar ", name.constData()) << tar({{name, "x", '0', {}, {}}});
            QTest::addRow("%s%s", "tar folder ", name.constData()) << tar({{name, {}, '5', {}, {}}, {name + "/out", "x", '0', {}, {}}});
        }
    }
    void staysBeneathTheTarget()
    {
        QFETCH(QByteArray, bytes);
        (void)unpack(bytes);
        for (const QString &line : tree(m_parent.path()))
            QVERIFY2(line.startsWith(u"target/"), qPrintable(line));
        QVERIFY(!QFile::exists(u"/out"_s));
    }

    void makesNoLinks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("tar link") << tar({{"l", {}, '2', "/etc", {}}, {"l/passwd", "x", '0', {}, {}}});
        QTest::newRow("tar hard link") << tar({{"l", {}, '1', "/etc/passwd", {}}});
        QTest::newRow("tar link to parent") << tar({{"l", {}, '2', "..", {}}, {"l/out", "x", '0', {}, {}}});
        QTest::newRow("tar device") << tar({{"l", {}, '3', {}, {}}});
        QTest::newRow("zip link") << zip({{"l", "/etc", true}, {"m/n", "x"}});
    }
    void makesNoLinks()
    {
        QFETCH(QByteArray, bytes);
        (void)unpack(bytes);
        for (const QString &line : tree(m_parent.path())) {
            QVERIFY2(line.startsWith(u"target/"), qPrintable(line));
            QVERIFY2(!line.endsWith(u"->"), qPrintable(line));
        }
        QVERIFY(!QFile::exists(u"/etc/out"_s));
    }

    void namesWhatItSkipped()
    {
        const auto report = unpack(tar({{"a", "1", '0', {}, {}}, {"link", {}, '2', "/etc", {}}, {"../up", "x", '0', {}, {}}}));
        VERIFY_RESULT(report);
        QCOMPARE(tree(m_target), QStringList({u"a=1"_s}));
        QStringList skipped = report->skipped;
        skipped.sort();
        QCOMPARE(skipped, QStringList({u".."_s, u"link"_s}));
    }

    void doesNotFollowALinkThatIsThere()
    {
        QVERIFY(QDir().mkpath(m_parent.path() + "/elsewhere"_L1));
        QVERIFY(QFile::link(m_parent.path() + "/elsewhere"_L1, m_target + "/run"_L1));
        const auto report = unpack(tar({{"run/a", "1", '0', {}, {}}}));
        QVERIFY(!report);
        QVERIFY(QDir(m_parent.path() + "/elsewhere"_L1).isEmpty());
    }

    void stopsAtABomb()
    {
        const QByteArray bomb = compressed(tar({{"zeros", QByteArray(70 << 20, '\0'), '0', {}, {}}}), KCompressionDevice::GZip);
        QVERIFY(bomb.size() < 200'000);
        const auto report = unpack(bomb);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Refused);
        QVERIFY(tree(m_target).isEmpty());
    }

    void stopsAtTheRatio()
    {
        QByteArray packed = compressed(QByteArray(20 << 20, 'x'), KCompressionDevice::GZip);
        QBuffer source(&packed), target;
        source.open(QIODevice::ReadOnly);
        target.open(QIODevice::WriteOnly);
        const auto stream = unpackStream(source, Compression::GZip, target, {});
        VERIFY_RESULT(stream);
        QVERIFY(!stream->complete);
        QVERIFY(!stream->damaged);
        QVERIFY2(stream->bytes < 12 << 20, qPrintable(QString::number(stream->bytes)));
    }

    void stopsAtTooManyEntries()
    {
        QList<TarEntry> entries;
        for (int i = 0; i < 20; ++i)
            entries.append({"f" + QByteArray::number(i), "x", '0', {}, {}});
        ArchiveLimits limits;
        limits.entries = 10;
        const auto report = unpack(tar(entries), limits);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Refused);
        QCOMPARE(tree(m_target).size(), 10);
    }

    void believesNoSizes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("tar huge") << tar({{"a", "short", '0', {}, "77777777777"}});
        QTest::newRow("tar negative") << tar({{"a", "short", '0', {}, "-0000000007"}});
        QTest::newRow("tar no number") << tar({{"a", "short", '0', {}, "zzzzzzzzzzz"}});
        QTest::newRow("zip 4 GiB") << zip({{"a", "short", false, 0xfffffff0}});
    }
    void believesNoSizes()
    {
        QFETCH(QByteArray, bytes);
        (void)unpack(bytes); // an error or what is there; neither hangs nor fills the memory
        for (const QString &line : tree(m_target))
            QVERIFY2(line.size() < 4096, qPrintable(line.left(100)));
    }

    void readsDamagedStreamsAsFarAsTheyGo()
    {
        QByteArray text;
        for (int i = 0; i < 100'000; ++i)
            text += QByteArray::number(i * 7919) + '\n';
        for (const auto type : {KCompressionDevice::GZip, KCompressionDevice::Xz, KCompressionDevice::Zstd, KCompressionDevice::BZip2}) {
            QByteArray packed = compressed(text, type);
            packed.truncate(packed.size() / 2);
            QBuffer source(&packed), target;
            source.open(QIODevice::ReadOnly);
            target.open(QIODevice::WriteOnly);
            const auto stream = unpackStream(source, compressionOf(packed), target, {});
            VERIFY_RESULT(stream);
            QVERIFY2(!stream->complete, qPrintable(QString::number(type)));
            QVERIFY(text.startsWith(target.data()));
        }
    }

    void listsWithoutUnpacking()
    {
        QByteArray bytes = tar({{"dir", {}, '5', {}, {}}, {"dir/a", "12345", '0', {}, {}}, {"l", {}, '2', "/etc/passwd", {}},
                                {"../up", "x", '0', {}, {}}});
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        const auto listing = listArchive(buffer, ArchiveKind::Tar, {});
        VERIFY_RESULT(listing);
        const QList<ArchivedFile> expected{{u".."_s, {}, 0, true}, {u"../up"_s, {}, 1, false}, {u"dir"_s, {}, 0, true},
                                           {u"dir/a"_s, {}, 5, false}, {u"l"_s, u"/etc/passwd"_s, 0, false}};
        QCOMPARE(listing->entries, expected);
        QCOMPARE(listing->total, 5);
    }

    void listsAtMostSoMany()
    {
        QList<ZipEntry> entries;
        for (int i = 0; i < 50; ++i)
            entries.append({"f" + QByteArray::number(i), {}});
        QByteArray bytes = zip(entries);
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        ArchiveLimits limits;
        limits.entries = 20;
        const auto listing = listArchive(buffer, ArchiveKind::Zip, limits);
        VERIFY_RESULT(listing);
        QCOMPARE(listing->entries.size(), 20);
        QCOMPARE(listing->total, 50);
    }

    void saysWhatIsNoArchive()
    {
        QVERIFY(!unpack("PK\3\4 and then nothing of the kind"));
        QVERIFY(!unpack(QByteArray(2000, 'x')));
        QVERIFY(tree(m_target).isEmpty());
    }
};

QTEST_GUILESS_MAIN(UnpackTest)
#include "tst_unpack.moc"
