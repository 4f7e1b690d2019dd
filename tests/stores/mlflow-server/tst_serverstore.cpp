// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of servers that are old, closed, or no MLflow at all. Real ones are asked in tests/contract/server.
#include "models/store/storeregistry.h"
#include "models/stores/mlflow-server/serverstore.h"
#include "tests/stores/mlflow-server/askedserver.h"
#include "tests/support/testing.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Assay;
using namespace Assay::MlflowServer;
using namespace Qt::StringLiterals;
using namespace Assay::Testing;
using Peer = FaultServer::Peer;

namespace {

// Says 2.2.0 and what `answers` has for a path; for others that it does not know them.
FaultServer::Script mlflow(QHash<QByteArray, QByteArray> answers)
{
    answers.insert("/version", "2.2.0");
    return FaultServer::replies([answers](Peer &peer) {
        const QByteArray path = peer.request().path();
        if (answers.contains(path))
            peer.answer(200, answers.value(path), path == "/version" ? "text/html" : "application/json");
        else
            peer.answer(404, "<!doctype html><title>404 Not Found</title>", "text/html");
    });
}

} // namespace

namespace Assay {
std::unique_ptr<StoreFormat> makeMlflowServer();
}

class tst_ServerStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoMlflow_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("a login page") << 200 << QByteArray("text/html") << QByteArray("<html>Welcome to the airport") << u"not-a-store"_s << u"login"_s;
        QTest::newRow("another service") << 404 << QByteArray("text/html") << QByteArray("nothing here") << u"not-a-store"_s << u"MLflow"_s;
        QTest::newRow("asks who") << 401 << QByteArray("text/plain") << QByteArray("You are not authenticated") << u"access-denied"_s << u"password"_s;
        QTest::newRow("denies") << 403 << QByteArray("text/plain") << QByteArray("Permission denied") << u"access-denied"_s << u"allow"_s;
        QTest::newRow("other name") << 403 << QByteArray("text/plain") << QByteArray("Invalid Host header - possible DNS rebinding attack detected")
                                    << u"access-denied"_s << u"MLFLOW_SERVER_ALLOWED_HOSTS"_s;
        QTest::newRow("broken") << 500 << QByteArray("text/html") << QByteArray("<h1>Internal Server Error") << u"unreachable"_s << u"500"_s;
    }

    void whatIsNoMlflow()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        QFETCH(QString, words);
        FaultServer server(FaultServer::replies([&](Peer &peer) { peer.answer(status, body, type); }));
        const auto store = openAt(server);
        QVERIFY(!store);
        QCOMPARE(errorCodeName(store.error().code), code);
        QVERIFY2(store.error().message.contains(words), qPrintable(store.error().message));
        QVERIFY(!(store.error().message + store.error().detail).contains(QLatin1StringView(Canary)));
    }

    void addresses()
    {
        std::vector<std::unique_ptr<StoreFormat>> formats;
        formats.push_back(makeMlflowServer());
        const StoreRegistry registry(std::move(formats));
        SilentJob job;
        const auto found = registry.locate(u"HTTP://Host.example:5000/ml/"_s, job);
        VERIFY_RESULT(found);
        QCOMPARE(found->formatId, u"mlflow-server"_s);
        QCOMPARE(found->location, u"http://host.example:5000/ml"_s);
        for (const QString &wrong : {u"http://"_s, u"http://ann:canary-5be0@host"_s, u"https://canary-5be0@host/x"_s, u"http://host?token=canary-5be0"_s}) {
            const auto refused = registry.locate(wrong, job);
            QVERIFY2(!refused, qPrintable(wrong));
            QVERIFY(!(refused.error().message + refused.error().detail).contains(QLatin1StringView(Canary)));
        }
        QCOMPARE(registry.locate(u"ftp://host/x"_s, job).error().code, ErrorCode::Unsupported);
    }

    void whatKnowsNoPostIsNoServer()
    {
        FaultServer server(FaultServer::replies([](Peer &peer) {
            peer.answer(501, "<!DOCTYPE HTML>\n<title>Error response</title>", "text/html;charset=utf-8");
        }));
        const auto store = openAt(server);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::NotAStore);
        QVERIFY2(!(store.error().message + store.error().detail).contains(u'<'), qPrintable(store.error().detail));
    }

    void versionsAreSaid()
    {
        FaultServer server(mlflow({{"/api/2.0/mlflow/registered-models/search", "{}"}}));
        const auto store = openAt(server);
        VERIFY_RESULT(store);
        QCOMPARE((*store)->info().version, u"2.2.0"_s);
        QCOMPARE((*store)->info().location, server.url());
        QVERIFY((*store)->info().capabilities.contains(Capability::Registry));
        QVERIFY((*store)->info().writable && (*store)->info().capabilities.contains(Capability::Write));
        QVERIFY(!(*store)->info().capabilities.contains(Capability::Aliases)); // before 2.3
        SilentJob job;
        QCOMPARE((*store)->setAlias(u"m"_s, u"a"_s, u"1"_s, job).error().code, ErrorCode::Unsupported);
    }

    void serversWithoutARegistry()
    {
        FaultServer server(mlflow({}));
        const auto store = openAt(server);
        VERIFY_RESULT(store);
        QVERIFY(!(*store)->info().capabilities.contains(Capability::Registry));
    }

    // The same or nothing on each page, and always another token.
    void listsThatNeverEnd()
    {
        std::atomic<int> pages = 0;
        SilentJob job;
        FaultServer server(FaultServer::replies([&](Peer &peer) {
            const QByteArray path = peer.request().path();
            const QByteArray next = "\"next_page_token\": \"" + QByteArray::number(++pages) + "\"}";
            if (pages > 500)
                job.cancel();
            if (path == "/version")
                peer.answer(200, "3.2.0", "text/plain");
            else if (path == "/api/2.0/mlflow/runs/get")
                peer.answer(200, runJson(R"({"key": "a"})"));
            else if (path == "/api/2.0/mlflow/metrics/get-history")
                peer.answer(200, "{" + next);
            else if (path == "/api/2.0/mlflow/experiments/search")
                peer.answer(200, R"({"experiments": [{"experiment_id": "1"}], )" + next);
            else if (path == "/api/2.0/mlflow/registered-models/search")
                peer.answer(200, R"({"registered_models": [{"name": "m"}], )" + next);
            else
                peer.answer(404, "", "text/html");
        }));
        const auto store = openAt(server);
        VERIFY_RESULT(store);
        const auto codeOf = [&](const auto &answer) {
            pages = 0;
            return answer ? ErrorCode::NotAStore : answer.error().code;
        };
        QCOMPARE(codeOf((*store)->experiments(job)), ErrorCode::Damaged);
        QCOMPARE(codeOf((*store)->models(job)), ErrorCode::Damaged);
        QCOMPARE(codeOf((*store)->history({TheRun, {}}, job)), ErrorCode::Damaged);
    }

    void artifactsOfOldServersAndOfCircles()
    {
        FaultServer server(FaultServer::replies([&](Peer &peer) {
            const QByteArray target = peer.request().target;
            if (target == "/version")
                peer.answer(200, "2.0.1", "text/plain");
            else if (target.startsWith("/api/2.0/mlflow/runs/get"))
                peer.answer(200, runJson({}));
            else if (target.startsWith("/api/2.0/mlflow/artifacts/list") && target.contains("path=d"))
                peer.answer(200, R"({"files": [{"path": "d/x.bin", "is_dir": false, "file_size": 5000000000}, {"path": "d", "is_dir": true}, {"path": "../up"}, {"path": "/etc"}]})");
            else if (target.startsWith("/api/2.0/mlflow/artifacts/list"))
                peer.answer(200, R"({"files": [{"path": "d", "is_dir": true}, {"path": "B.txt", "is_dir": false, "file_size": "3"}]})");
            else if (target.startsWith("/get-artifact") && target.contains("path=d%2Fx.bin"))
                peer.answer(200, "bytes", "application/octet-stream");
            else
                peer.answer(404, "", "text/html");
        }));
        const auto store = openAt(server);
        VERIFY_RESULT(store);
        SilentJob job;
        const auto listing = (*store)->artifacts(TheRun, {}, true, job);
        VERIFY_RESULT(listing);
        QCOMPARE(listing->artifactUri, u"s3://b/r"_s);
        QStringList paths;
        for (const ArtifactEntry &entry : listing->entries)
            paths.append(entry.path);
        QCOMPARE(paths, (QStringList{u"B.txt"_s, u"d"_s, u"d/x.bin"_s}));
        QCOMPARE(listing->entries.constLast().size, 5'000'000'000);
        QByteArray bytes;
        const auto take = [&](QByteArrayView piece) {
            bytes.append(piece);
            return true;
        };
        VERIFY_RESULT((*store)->readArtifact(TheRun, u"d/x.bin"_s, take, job));
        QCOMPARE(bytes, "bytes");
        QVERIFY(!(*store)->readArtifact(TheRun, u"none"_s, take, job));
        const auto models = (*store)->loggedModels(TheRun, job); // MLflow 3's
        VERIFY_RESULT(models);
        QVERIFY(models->isEmpty());
    }

    // Servers that make up folders as one looks.
    void foldersWithoutEnd_data()
    {
        QTest::addColumn<int>("width"); // folders in a folder
        QTest::addColumn<int>("most");  // requests
        QTest::addColumn<QString>("words");
        QTest::newRow("a chain") << 1 << 80 << u"more than 64 deep"_s;
        QTest::newRow("a tree") << 300 << 400 << u"the first"_s;
    }

    void foldersWithoutEnd()
    {
        QFETCH(int, width);
        QFETCH(int, most);
        QFETCH(QString, words);
        FaultServer server(FaultServer::replies([&](Peer &peer) {
            const QUrlQuery query(QUrl::fromEncoded(peer.request().target));
            const QByteArray folder = query.queryItemValue(u"path"_s, QUrl::FullyDecoded).toUtf8();
            QByteArray files;
            for (int i = 0; i < width; ++i) // long names fill the memory before the number does
                files += (i ? ", " : "") + QByteArray(R"({"is_dir": true, "path": ")") + (folder.isEmpty() ? QByteArray() : folder + '/') + QByteArray(width > 1 ? 2000 : 1, 'a')
                    + QByteArray::number(i) + "\"}";
            if (peer.request().path() == "/version")
                peer.answer(200, "3.17.2", "text/plain");
            else if (peer.request().path().endsWith("/artifacts/list"))
                peer.answer(200, "{\"files\": [" + files + "]}");
            else
                peer.answer(200, runJson({}));
        }));
        const auto store = openAt(server);
        VERIFY_RESULT(store);
        SilentJob job;
        const auto listing = (*store)->artifacts(TheRun, {}, true, job);
        VERIFY_RESULT(listing);
        QVERIFY2(listing->note.contains(words), qPrintable(listing->note));
        QVERIFY(!listing->entries.isEmpty());
        QVERIFY2(server.requestCount() < most, qPrintable(QString::number(server.requestCount())));
    }

    void errorsOfMlflow()
    {
        FaultServer server(FaultServer::replies([&](Peer &peer) {
            if (peer.request().path() == "/version")
                peer.answer(200, "3.17.2", "text/plain");
            else
                peer.answer(404, R"({"error_code": "RESOURCE_DOES_NOT_EXIST", "message": "Run 'r' not found"})");
        }));
        const auto store = openAt(server);
        VERIFY_RESULT(store);
        SilentJob job;
        const auto listing = (*store)->artifacts(TheRun, {}, false, job);
        QVERIFY(!listing);
        QCOMPARE(listing.error().code, ErrorCode::NotFound);
        const auto runs = (*store)->runs({{}, {TheRun.run}, ViewType::All}, {}, job);
        VERIFY_RESULT(runs);
        QCOMPARE(runs->value->rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_ServerStore)
#include "tst_serverstore.moc"
