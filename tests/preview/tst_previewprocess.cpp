// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewprocess.h"
#include "models/preview/previewreader.h"
#include "tests/archive/archivebuilder.h"
#include "tests/support/testing.h"

#include <KCompressionDevice>

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;
using Reason = PreviewFailure::Reason;

namespace {

QByteArray image(const char *format, QSize size = {40, 20}, QColor color = Qt::red)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(color);
    QBuffer buffer;
    picture.save(&buffer, format);
    return buffer.data();
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes = littleEndian(value, 4);
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

// A PNG that says to be of this size and has no picture.
QByteArray pngHeader(quint32 width, quint32 height)
{
    const auto chunk = [](const QByteArray &name, const QByteArray &data) {
        return bigEndian(quint32(data.size())) + name + data + bigEndian(crc32(name + data));
    };
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", bigEndian(width) + bigEndian(height) + QByteArray("\x08\x02\0\0\0", 5))
        + chunk("IDAT", QByteArray("\x78\x9c\x63\x00\x00\x00\x01\x00\x01", 9)) + chunk("IEND", {});
}

QByteArray svg(const QByteArray &body, const QByteArray &attributes = "width='40' height='20'")
{
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + attributes + ">" + body + "</svg>";
}

QByteArray compressed(const QByteArray &bytes, KCompressionDevice::CompressionType type)
{
    QBuffer target;
    KCompressionDevice filter(&target, false, type);
    filter.open(QIODevice::WriteOnly);
    filter.write(bytes);
    filter.close();
    return target.data();
}

QByteArray script(QTemporaryDir &folder, const QByteArray &body)
{
    const QString path = folder.path() + "/helper"_L1;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + body + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path.toUtf8();
}

QColor pixel(const ImagePreview &image, int x, int y)
{
    const auto *at = reinterpret_cast<const uchar *>(image.pixels.constData()) + 4 * (y * image.size.width() + x);
    return {at[0], at[1], at[2], at[3]};
}

} // namespace

class PreviewProcessTest : public QObject
{
    Q_OBJECT

    Preview read(const QString &path, const QByteArray &bytes)
    {
        PreviewProcess process(QStringLiteral(ASSAY_PREVIEW));
        return ask(process, path, artifactType(path, QByteArrayView(bytes).first(std::min(bytes.size(), ArtifactHeadSize))), bytes);
    }
    Preview ask(PreviewProcess &process, const QString &path, const ArtifactType &type, const QByteArray &bytes)
    {
        std::optional<Preview> answer;
        process.setDeadline(20'000); // the machine may be busy; the helper's own limits are what is tested
        process.start(path, type, bytes, bytes.size(), [&](const Preview &preview) { answer = preview; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
            return failedPreview(type, 0, {Reason::NotStarted, 0, u"no answer"_s});
        return *answer;
    }
    static QByteArray reason(const Preview &preview)
    {
        const auto *failure = std::get_if<PreviewFailure>(&preview.content);
        static const char *const names[] = {"damaged", "too large", "reads files", "unsupported", "timed out", "crashed", "not started"};
        return failure ? names[int(failure->reason)] : "content " + QByteArray::number(int(preview.content.index()));
    }
    static bool has(const Preview &preview, PreviewNote::Kind kind)
    {
        return std::ranges::any_of(preview.notes, [kind](const PreviewNote &note) { return note.kind == kind; });
    }

private Q_SLOTS:
    void decodesImages_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png") << u"a.png"_s << image("PNG");
        QTest::newRow("jpeg") << u"a.jpg"_s << image("JPG");
        QTest::newRow("bmp") << u"a.bmp"_s << image("BMP");
        QTest::newRow("webp") << u"a.webp"_s << image("WEBP");
        // One red pixel frame of 40 x 20 is more than one wants to write by hand: a GIF of one pixel.
        QTest::newRow("gif") << u"a.gif"_s
                             << QByteArray::fromHex("47494638396101000100800000ff000000000021f90400000000002c00000000010001000002024401003b");
        QTest::newRow("svg") << u"a.svg"_s << svg("<rect width='40' height='20' fill='red'/>");
    }
    void decodesImages()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, bytes);
        const Preview preview = read(path, bytes);
        const auto *content = std::get_if<ImagePreview>(&preview.content);
        QVERIFY2(content, reason(preview).constData());
        QCOMPARE(content->originalSize, path == "a.gif"_L1 ? QSize(1, 1) : QSize(40, 20));
        const QColor color = pixel(*content, 0, 0);
        QVERIFY2(color.red() > 240 && color.green() < 20 && color.blue() < 20 && color.alpha() == 255, qPrintable(color.name()));
    }

    void scalesLargeImages()
    {
        const Preview preview = read(u"a.png"_s, image("PNG", {5000, 4000}));
        const auto *content = std::get_if<ImagePreview>(&preview.content);
        QVERIFY2(content, reason(preview).constData());
        QCOMPARE(content->originalSize, QSize(5000, 4000));
        QVERIFY(content->size.width() * content->size.height() <= 8 << 20);
        QVERIFY(has(preview, PreviewNote::Kind::ImageScaled));
        const Preview thin = read(u"b.png"_s, image("PNG", {30'000, 2}));
        QVERIFY2(std::get_if<ImagePreview>(&thin.content), reason(thin).constData());
    }

    void refusesImageBombs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("65,535 sides") << pngHeader(65'535, 65'535) << QByteArray("too large");
        QTest::newRow("2^31 sides") << pngHeader(0x7fffffff, 0x7fffffff) << QByteArray("damaged");
        QTest::newRow("no size") << pngHeader(0, 0) << QByteArray("damaged");
        QTest::newRow("14,000 sides, no picture") << pngHeader(14'000, 14'000) << QByteArray("damaged");
        QTest::newRow("truncated") << image("PNG", {500, 500}).left(100) << QByteArray("damaged");
        QTest::newRow("header only") << image("PNG").left(8) << QByteArray("damaged");
        QTest::newRow("rubbish") << QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(5000, 'x') << QByteArray("damaged");
    }
    void refusesImageBombs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QCOMPARE(reason(read(u"a.png"_s, bytes)), expected);
    }

    void survivesChangedBytes()
    {
        for (const char *format : {"PNG", "JPG", "WEBP", "BMP"}) {
            const QByteArray good = image(format, {64, 64});
            for (int i = 0; i < 6; ++i) {
                QByteArray bad = good;
                for (qsizetype at = 20 + i; at < bad.size(); at += 37)
                    bad[at] = char(bad[at] ^ (1 << i));
                const QByteArray result = reason(read(u"a."_s + QString::fromLatin1(format).toLower(), bad));
                QVERIFY2(result != "not started", result.constData());
            }
        }
    }

    void drawsNothingFromOutside()
    {
        QTemporaryDir folder;
        QImage marker(10, 10, QImage::Format_RGB32);
        marker.fill(Qt::green);
        const QString path = folder.path() + "/marker.png"_L1;
        QVERIFY(marker.save(path));
        for (const QString &reference : {path, "file://"_L1 + path})
            QCOMPARE(reason(read(u"a.svg"_s, svg("<image width='40' height='20' xlink:href='" + reference.toUtf8() + "'/>"))),
                     QByteArray("reads files"));
    }

    void boundsDrawings()
    {
        const Preview huge = read(u"a.svg"_s, svg("<rect width='200000' height='200000'/>", "width='200000' height='200000'"));
        const auto *content = std::get_if<ImagePreview>(&huge.content);
        QVERIFY2(content, reason(huge).constData());
        QVERIFY(content->size.width() * content->size.height() <= 8 << 20);
        // More to paint than anybody waits for: stopped by the limit of processor time.
        const QByteArray busy = QByteArray("<circle cx='500' cy='500' r='500' fill-opacity='0.5' stroke='red'/>").repeated(30'000);
        QCOMPARE(reason(read(u"a.svg"_s, svg(busy, "width='1000' height='1000'"))), QByteArray("timed out"));
        // Each level draws the one below ten times.
        QByteArray laughs = "<defs><g id='a0'><rect width='1' height='1'/></g>";
        for (int i = 1; i < 12; ++i)
            laughs += "<g id='a" + QByteArray::number(i) + "'>" + QByteArray("<use xlink:href='#a" + QByteArray::number(i - 1) + "'/>").repeated(10) + "</g>";
        const QByteArray laughed = reason(read(u"a.svg"_s, svg(laughs + "</defs><use xlink:href='#a11'/>")));
        QVERIFY2(laughed == "content 3" || laughed == "timed out", laughed.constData());
        const QByteArray itself = reason(read(u"a.svg"_s, svg("<g id='a'><use xlink:href='#a'/></g>")));
        QVERIFY2(itself == "content 3" || itself == "crashed" || itself == "damaged", itself.constData());
    }

    void listsArchives()
    {
        const QByteArray plain = tar({{"d", {}, '5', {}, {}}, {"d/a.txt", "hello", '0', {}, {}}, {"l", {}, '2', "/etc/passwd", {}}});
        const QList<ArchivePreview::Entry> expected{{u"d"_s, {}, 0, true}, {u"d/a.txt"_s, {}, 5, false}, {u"l"_s, u"/etc/passwd"_s, 0, false}};
        for (const auto &[path, bytes] : {std::pair(u"a.tar"_s, plain), std::pair(u"a.tar.gz"_s, compressed(plain, KCompressionDevice::GZip)),
                                          std::pair(u"a.tar.bz2"_s, compressed(plain, KCompressionDevice::BZip2)),
                                          std::pair(u"a.tar.xz"_s, compressed(plain, KCompressionDevice::Xz)),
                                          std::pair(u"a.tar.zst"_s, compressed(plain, KCompressionDevice::Zstd))}) {
            const Preview preview = read(path, bytes);
            const auto *archive = std::get_if<ArchivePreview>(&preview.content);
            QVERIFY2(archive, qPrintable(path + u' ' + QString::fromLatin1(reason(preview))));
            QCOMPARE(archive->entries, expected);
        }
        const Preview slip = read(u"a.zip"_s, zip({{"../../etc/passwd", "x"}, {"ok", "y"}}));
        const auto *archive = std::get_if<ArchivePreview>(&slip.content);
        QVERIFY2(archive, reason(slip).constData());
        QVERIFY(std::ranges::any_of(archive->entries, [](const auto &entry) { return entry.path == "../../etc/passwd"_L1; }));
    }

    void showsWhatIsPacked()
    {
        const Preview table = read(u"metrics.csv.gz"_s, compressed("a,b\n1,2\n", KCompressionDevice::GZip));
        const auto *content = std::get_if<TablePreview>(&table.content);
        QVERIFY2(content, reason(table).constData());
        QCOMPARE(content->columns, QStringList({u"a"_s, u"b"_s}));
        const Preview nested = read(u"a.zip.gz"_s, compressed(zip({{"a", "b"}}), KCompressionDevice::GZip));
        QVERIFY(std::get_if<HexPreview>(&nested.content));
        QVERIFY(has(nested, PreviewNote::Kind::NestedArchive));
    }

    void stopsArchiveBombs()
    {
        const Preview zeros = read(u"a.gz"_s, compressed(QByteArray(200 << 20, '\0'), KCompressionDevice::GZip));
        QVERIFY2(has(zeros, PreviewNote::Kind::UnpackedCut), reason(zeros).constData());
        const Preview inTar = read(u"a.tar.xz"_s, compressed(tar({{"zeros", QByteArray(100 << 20, '\0'), '0', {}, {}}}), KCompressionDevice::Xz));
        QVERIFY2(std::get_if<ArchivePreview>(&inTar.content), reason(inTar).constData());
        QVERIFY(has(inTar, PreviewNote::Kind::UnpackedCut));

        QList<ZipEntry> many;
        for (int i = 0; i < 30'000; ++i)
            many.append({"f" + QByteArray::number(i), {}});
        const Preview entries = read(u"a.zip"_s, zip(many));
        const auto *archive = std::get_if<ArchivePreview>(&entries.content);
        QVERIFY2(archive, reason(entries).constData());
        QCOMPARE(archive->entries.size(), 10'000);
        QVERIFY(has(entries, PreviewNote::Kind::EntriesCut));

        const Preview deep = read(u"a.tar"_s, tar({{QByteArray("d/").repeated(45) + "f", "x", '0', {}, {}}, {"a", "x", '0', {}, "77777777777"}}));
        QVERIFY2(std::get_if<ArchivePreview>(&deep.content), reason(deep).constData());
    }

    void saysWhatIsDamaged()
    {
        QCOMPARE(reason(read(u"a.zip"_s, "PK\3\4 and nothing more")), QByteArray("damaged"));
        QCOMPARE(reason(read(u"a.gz"_s, QByteArray("\x1f\x8b\x08\0rubbish", 11))), QByteArray("damaged"));
        QByteArray text;
        for (int i = 0; i < 20'000; ++i)
            text += QByteArray::number(i * 7919) + '\n';
        const QByteArray whole = compressed(text, KCompressionDevice::GZip);
        const Preview half = read(u"a.txt.gz"_s, whole.left(whole.size() / 2));
        QVERIFY2(std::get_if<TextPreview>(&half.content), reason(half).constData());
        QVERIFY(has(half, PreviewNote::Kind::DamagedEnd));
    }

    void killsAHelperThatHangs()
    {
        QTemporaryDir folder;
        PreviewProcess process(QString::fromUtf8(script(folder, "exec sleep 600")));
        std::optional<Preview> answer;
        process.setDeadline(200);
        process.start(u"a.png"_s, {PreviewKind::Image, u"png"_s}, "x", 1, [&](const Preview &preview) { answer = preview; });
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(reason(*answer), QByteArray("timed out"));
        QVERIFY(!process.isRunning());
    }

    void survivesAHelperThatFails_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("exit") << QByteArray("exit 3");
        QTest::newRow("silence") << QByteArray("cat >/dev/null");
        QTest::newRow("rubbish") << QByteArray("echo rubbish");
        QTest::newRow("crash") << QByteArray("kill -SEGV $$");
        QTest::newRow("endless") << QByteArray("exec cat /dev/zero");
    }
    void survivesAHelperThatFails()
    {
        QFETCH(QByteArray, body);
        QTemporaryDir folder;
        PreviewProcess process(QString::fromUtf8(script(folder, body)));
        const Preview preview = ask(process, u"a.png"_s, {PreviewKind::Image, u"png"_s}, QByteArray(1 << 20, 'x'));
        QCOMPARE(reason(preview), QByteArray("crashed"));
        QCOMPARE(preview.type.id, u"png"_s);
    }

    void saysThatThereIsNoHelper()
    {
        PreviewProcess process(u"/nonexistent/assay-preview"_s);
        QCOMPARE(reason(ask(process, u"a.png"_s, {PreviewKind::Image, u"png"_s}, "x")), QByteArray("not started"));
    }

    void answersOnlyTheNewest()
    {
        PreviewProcess process(QStringLiteral(ASSAY_PREVIEW));
        process.setDeadline(20'000);
        QStringList answers;
        for (const QString &name : {u"a.png"_s, u"b.png"_s, u"c.png"_s})
            process.start(name, {PreviewKind::Image, u"png"_s}, image("PNG"), 1, [&answers, name](const Preview &) { answers.append(name); });
        QTRY_VERIFY_WITH_TIMEOUT(!answers.isEmpty(), 30'000);
        QCOMPARE(answers, QStringList({u"c.png"_s}));
    }

    void takesTheHelpersMeansAway()
    {
        // What the helper may not do is asked of the helper itself, by a probe that stands in for a decoder taken over.
        QFile status(u"/proc/self/status"_s);
        QVERIFY(status.open(QIODevice::ReadOnly));
        if (!status.readAll().contains("Seccomp:"))
            QSKIP("this kernel has no seccomp");
        QProcess helper;
        helper.start(QStringLiteral(ASSAY_PREVIEW), {QString::number(int(PreviewKind::Image)), u"png"_s, u"a.png"_s, u"1"_s});
        QVERIFY(helper.waitForStarted());
        QByteArray lines;
        QTRY_VERIFY_WITH_TIMEOUT([&] {
            QFile file(u"/proc/%1/status"_s.arg(helper.processId()));
            lines = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            return lines.contains("Seccomp:\t2") && lines.contains("NoNewPrivs:\t1");
        }(), 10'000);
        QFile limits(u"/proc/%1/limits"_s.arg(helper.processId()));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        const QByteArray text = limits.readAll().simplified();
        QVERIFY2(text.contains("Max cpu time 5 6 seconds"), text.constData());
        QVERIFY2(text.contains("Max core file size 0 0 bytes"), text.constData());
        QVERIFY2(text.contains("Max open files 64 64 files"), text.constData());
        helper.kill();
        helper.waitForFinished();
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    PreviewProcessTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_previewprocess.moc"
