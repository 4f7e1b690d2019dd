// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/localartifacts.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Assay;
using namespace Qt::StringLiterals;

class TestLocalArtifacts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    SilentJob m_job;

    QString path(const QString &relative) const { return m_folder->filePath(relative); }
    void write(const QString &relative, const QByteArray &bytes = "x")
    {
        QDir().mkpath(QFileInfo(path(relative)).path());
        QFile file(path(relative));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    ArtifactPlace place(const QString &uri) const
    {
        return {uri, u"7"_s, u"r1"_s, {}, {path(u"here"_s)}, {}};
    }
    // Relative to the test's folder; "-" when not reachable.
    QString resolved(const ArtifactPlace &where) const
    {
        const ArtifactRoot root = LocalArtifacts::resolve(where);
        return root.reachable ? QDir(m_folder->path()).relativeFilePath(root.path()) : u"-"_s;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void uris_data()
    {
        using enum LocalArtifacts::RecordedUri::Kind;
        QTest::addColumn<QString>("uri");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<bool>("climbs");
        const auto row = [](const char *uri, LocalArtifacts::RecordedUri::Kind kind, QStringList paths, bool climbs = false) {
            QTest::newRow(uri) << QString::fromUtf8(uri) << int(kind) << std::move(paths) << climbs;
        };
        row("", Empty, {});
        row("file:///a/7/r1/artifacts", Absolute, {u"/a/7/r1/artifacts"_s});
        row("file:/a/b", Absolute, {u"/a/b"_s});
        row("FILE:///a", Absolute, {u"/a"_s});
        row("file://localhost/a", Absolute, {u"/a"_s});
        row("/a b/c", Absolute, {u"/a b/c"_s});
        row("/a%20b", Absolute, {u"/a%20b"_s, u"/a b"_s});
        row("file:///a b/Pr%C3%BCfstand", Absolute, {u"/a b/Pr%C3%BCfstand"_s, u"/a b/Prüfstand"_s});
        row("./mlruns/0/r1/artifacts", Relative, {u"./mlruns/0/r1/artifacts"_s});
        row("mlruns/0", Relative, {u"mlruns/0"_s});
        row("file:mlruns/0", Relative, {u"mlruns/0"_s});
        row("../mlruns/0", Relative, {u"../mlruns/0"_s}, true);
        row("file:///a/../b", Absolute, {u"/a/../b"_s}, true);
        row("/a/%2e%2e/b", Absolute, {u"/a/%2e%2e/b"_s, u"/a/../b"_s}, true);
        row("/a/..b", Absolute, {u"/a/..b"_s});
        row("/a%00b", Absolute, {u"/a%00b"_s, QString::fromUtf8("/a\0b", 4)}, true);
        row("C:\\a\\7", Elsewhere, {u"C:/a/7"_s});
        row("c:/a", Elsewhere, {u"c:/a"_s});
        row("file:///C:/a%20b", Elsewhere, {u"C:/a%20b"_s, u"C:/a b"_s});
        row("file:C:\\a\\\\\\b", Elsewhere, {u"C:/a///b"_s});
        row("file:C:/a", Elsewhere, {u"C:/a"_s});
        row("file://d:\\a\\b", Elsewhere, {u"d:/a/b"_s});
        row("file://host/share/a", Elsewhere, {u"host/share/a"_s});
        row("\\\\host\\share", Elsewhere, {u"//host/share"_s});
        row("C:\\a\\..\\b", Elsewhere, {u"C:/a/../b"_s}, true);
        row("mlflow-artifacts:/7/r1/artifacts", Proxy, {u"/7/r1/artifacts"_s});
        row("mlflow-artifacts://host:5000/7/r1", Proxy, {u"/7/r1"_s});
        row("mlflow-artifacts://host", Proxy, {QString()});
        row("s3://bucket/7", Remote, {u"s3://bucket/7"_s});
        row("dbfs:/a", Remote, {u"dbfs:/a"_s});
        row("$(touch x)", Relative, {u"$(touch x)"_s});
    }
    void uris()
    {
        QFETCH(QString, uri);
        const auto parsed = LocalArtifacts::parseUri(uri);
        QTEST(int(parsed.kind), "kind");
        QTEST(parsed.paths, "paths");
        QTEST(parsed.climbs, "climbs");
    }

    void recordedPlaceComesFirst()
    {
        write(u"old place/7/r1/artifacts/a"_s);
        write(u"here/7/r1/artifacts/b"_s);
        const QString recorded = path(u"old place/7/r1/artifacts"_s);
        QCOMPARE(resolved(place(recorded)), u"old place/7/r1/artifacts"_s);
        QCOMPARE(resolved(place(u"file://"_s + QString(recorded).replace(u' ', u"%20"_s))), u"old place/7/r1/artifacts"_s);
        // A folder that is not this run's own is not followed, nor one behind a link.
        QCOMPARE(resolved(place(path(u"old place/7"_s))), u"here/7/r1/artifacts"_s);
        write(u"secrets/artifacts/key"_s);
        QVERIFY(QDir().mkpath(path(u"evil/7"_s)));
        QVERIFY(QFile::link(path(u"secrets"_s), path(u"evil/7/r1"_s)));
        QCOMPARE(resolved(place(path(u"evil/7/r1/artifacts"_s))), u"here/7/r1/artifacts"_s);
    }
    void literalPercentBeforeDecoded()
    {
        write(u"a%20b/7/r1/artifacts/a"_s);
        write(u"a b/7/r1/artifacts/a"_s);
        QCOMPARE(resolved(place(path(u"a%20b/7/r1/artifacts"_s))), u"a%20b/7/r1/artifacts"_s);
    }

    void movedStores_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("lies");
        QTest::newRow("default") << u"file:///gone/mlruns/7/r1/artifacts"_s << u"here/mlruns/7/r1/artifacts"_s;
        QTest::newRow("own location") << u"/gone/mlartifacts/vision/r1/artifacts"_s << u"here/mlartifacts/vision/r1/artifacts"_s;
        QTest::newRow("blank encoded") << u"file:///gone/my%20runs/r1/artifacts"_s << u"here/my runs/r1/artifacts"_s;
        QTest::newRow("relative") << u"./mlruns/7/r1/artifacts"_s << u"here/mlruns/7/r1/artifacts"_s;
        QTest::newRow("windows") << u"file:///C:/Users/x/art/7/r1/artifacts"_s << u"here/art/7/r1/artifacts"_s;
        QTest::newRow("backslashes") << u"C:\\x\\mlruns\\7\\r1\\artifacts"_s << u"here/7/r1/artifacts"_s;
        QTest::newRow("proxy") << u"mlflow-artifacts:/7/r1/artifacts"_s << u"here/mlartifacts/7/r1/artifacts"_s;
        QTest::newRow("proxy, other name") << u"mlflow-artifacts:/teams/r1/artifacts"_s << u"here/mlruns/teams/r1/artifacts"_s;
        QTest::newRow("climbing") << u"../mlruns/7/r1/artifacts"_s << u"here/mlruns/7/r1/artifacts"_s;
        QTest::newRow("nothing recorded") << QString() << u"here/7/r1/artifacts"_s;
    }
    void movedStores()
    {
        QFETCH(QString, uri);
        QFETCH(QString, lies);
        QCOMPARE(resolved(place(uri)), u"-"_s);
        QVERIFY(!LocalArtifacts::resolve(place(uri)).note.isEmpty());
        write(lies + u"/a"_s);
        QCOMPARE(resolved(place(uri)), lies);
    }

    void folderBesideTheRun()
    {
        ArtifactPlace where = place(u"file:///gone/7/r1/artifacts"_s);
        where.ownFolder = path(u"here/.trash/7/r1/artifacts"_s);
        QVERIFY(QDir().mkpath(where.ownFolder));
        QCOMPARE(resolved(where), u"here/.trash/7/r1/artifacts"_s); // empty, and that is the truth
        // An empty folder beside the run says nothing when another place is recorded.
        where.uri = u"/gone/elsewhere/r1/artifacts"_s;
        QCOMPARE(resolved(where), u"-"_s);
        write(u"here/elsewhere/r1/artifacts/a"_s);
        QCOMPARE(resolved(where), u"here/elsewhere/r1/artifacts"_s);
        write(u"here/.trash/7/r1/artifacts/b"_s);
        QCOMPARE(resolved(where), u"here/.trash/7/r1/artifacts"_s);
        where.uri = u"s3://bucket/7/r1/artifacts"_s;
        QCOMPARE(resolved(where), u"-"_s);
        where.uri = u"file:///data/../../etc"_s;
        const ArtifactRoot root = LocalArtifacts::resolve(where);
        QVERIFY(root.reachable && root.uriClimbs && !root.note.isEmpty());
    }
    void mappings()
    {
        write(u"mine/7/r1/artifacts/a"_s);
        ArtifactPlace where = place(u"s3://bucket/x/7/r1/artifacts"_s);
        where.mappings = {{u"s3://bucket/xy"_s, path(u"mine"_s)}, {u"s3://bucket/x/"_s, path(u"mine"_s)}};
        QCOMPARE(resolved(where), u"mine/7/r1/artifacts"_s);
        where.uri = u"file:///gone/my%20data/7/r1/artifacts"_s;
        where.mappings = {{u"/gone/my data"_s, path(u"mine"_s)}};
        QCOMPARE(resolved(where), u"mine/7/r1/artifacts"_s);
        where.uri = u"/gone/my data/../mine/7/r1/artifacts"_s;
        QCOMPARE(resolved(where), u"-"_s);
    }
    void hostileIds()
    {
        write(u"etc/artifacts/passwd"_s);
        for (const QString &id : {u"../etc"_s, u".."_s, u"../../etc"_s, QString()}) {
            ArtifactPlace where = place({});
            where.runId = id;
            QCOMPARE(resolved(where), u"-"_s);
            where.uri = path(u"here/../etc/artifacts"_s);
            QCOMPARE(resolved(where), u"-"_s);
        }
    }

    void listsInByteOrderAndFollowsNoLink()
    {
        write(u"here/7/r1/artifacts/a/x"_s, "12345");
        write(u"here/7/r1/artifacts/a-b"_s);
        write(u"here/7/r1/artifacts/\uffee"_s); // before U+1F600 in UTF-8, after it in UTF-16
        write(u"here/7/r1/artifacts/\U0001F600"_s);
        write(u"outside/secret"_s);
        QVERIFY(QFile::link(path(u"outside"_s), path(u"here/7/r1/artifacts/out"_s)));
        QVERIFY(QFile::link(u"."_s, path(u"here/7/r1/artifacts/loop"_s)));
        const ArtifactRoot root = LocalArtifacts::resolve(place({}));
        const auto all = LocalArtifacts::list(root, {}, true, m_job);
        VERIFY_RESULT(all);
        QStringList names;
        for (const ArtifactEntry &entry : *all)
            names.append(entry.path + (entry.isFolder ? u"/"_s : entry.isLink ? u"@"_s : u":"_s + QString::number(entry.size)));
        QCOMPARE(names, QStringList({u"a/"_s, u"a-b:1"_s, u"a/x:5"_s, u"loop@"_s, u"out@"_s, u"\uffee:1"_s, u"\U0001F600:1"_s}));
        const auto below = LocalArtifacts::list(root, u"a"_s, false, m_job);
        VERIFY_RESULT(below);
        QCOMPARE(below->size(), 1);
        QCOMPARE(below->first().path, u"a/x"_s);
        for (const QString &bad : {u"out"_s, u".."_s, u"a/../.."_s, u"none"_s, u"a-b"_s, u"/etc"_s, u"loop/a"_s}) {
            const auto refused = LocalArtifacts::list(root, bad, false, m_job);
            QVERIFY2(!refused && refused.error().code == ErrorCode::NotFound, qPrintable(bad));
        }
    }

    void reads()
    {
        const QByteArray big(700'000, 'q');
        write(u"here/7/r1/artifacts/a/big"_s, big);
        write(u"outside/secret"_s, "secret");
        QVERIFY(QFile::link(path(u"outside"_s), path(u"here/7/r1/artifacts/out"_s)));
        QCOMPARE(::mkfifo(qPrintable(path(u"here/7/r1/artifacts/pipe"_s)), 0600), 0);
        const ArtifactRoot root = LocalArtifacts::resolve(place({}));
        QByteArray got;
        const auto keep = [&](QByteArrayView piece) { got.append(piece); return true; };
        VERIFY_RESULT(LocalArtifacts::read(root, u"a/big"_s, keep, m_job));
        QCOMPARE(got, big);
        int pieces = 0;
        VERIFY_RESULT(LocalArtifacts::read(root, u"a/big"_s, [&](QByteArrayView) { ++pieces; return false; }, m_job));
        QCOMPARE(pieces, 1);
        for (const QString &bad : {u"out/secret"_s, u"../r1/artifacts/a/big"_s, u"a"_s, u"pipe"_s, u""_s, u"/etc/passwd"_s}) {
            const Status refused = LocalArtifacts::read(root, bad, keep, m_job);
            QVERIFY2(!refused && refused.error().code == ErrorCode::NotFound, qPrintable(bad));
        }
        SilentJob stopped;
        stopped.cancel();
        QCOMPARE(LocalArtifacts::read(root, u"a/big"_s, keep, stopped).error().code, ErrorCode::Canceled);
    }
    void namesThatAreNotUtf8()
    {
        write(u"here/7/r1/artifacts/a"_s);
        const QByteArray odd = path(u"here/7/r1/artifacts"_s).toUtf8() + "/caf\xe9";
        const int fd = ::open(odd.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        QVERIFY(fd >= 0 && ::write(fd, "bytes", 5) == 5 && ::close(fd) == 0);
        const ArtifactRoot root = LocalArtifacts::resolve(place({}));
        const auto all = LocalArtifacts::list(root, {}, true, m_job);
        VERIFY_RESULT(all);
        QCOMPARE(all->last().path, u"caf\ufffd"_s);
        QByteArray got;
        VERIFY_RESULT(LocalArtifacts::read(root, all->last().path, [&](QByteArrayView piece) { got.append(piece); return true; }, m_job));
        QCOMPARE(got, "bytes");
        QCOMPARE(::unlink(odd.constData()), 0); // QTemporaryDir cannot
    }
};

QTEST_GUILESS_MAIN(TestLocalArtifacts)
#include "tst_localartifacts.moc"
