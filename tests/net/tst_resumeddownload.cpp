// SPDX-License-Identifier: GPL-3.0-or-later
// Downloads that break, go on, begin anew.
#include "models/net/httpclient.h"
#include "models/net/resumeddownload.h"
#include "tests/support/faultserver.h"
#include "tests/support/testing.h"

using namespace Assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Testing::FaultServer;
using Peer = FaultServer::Peer;

namespace {

QByteArray content()
{
    QByteArray bytes(1 << 20, 0);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char((i * 2654435761u) >> 13);
    return bytes;
}

// Sends what is asked for of `bytes`, and breaks off after `cut` of it.
void serve(Peer &peer, const QByteArray &bytes, const QByteArray &tag, qsizetype cut)
{
    const auto &headers = peer.request().headers;
    const bool goesOn = headers.contains("range") && headers.value("if-range") == tag;
    const qsizetype first = goesOn ? headers.value("range").mid(6).chopped(1).toLongLong() : 0;
    QByteArray head = goesOn ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + QByteArray::number(first) + '-' + QByteArray::number(bytes.size() - 1) + '/'
                                   + QByteArray::number(bytes.size()) + "\r\n"
                             : "HTTP/1.1 200 OK\r\n"_ba;
    if (!tag.isEmpty())
        head += "ETag: " + tag + "\r\n";
    peer.send(head + "Content-Length: " + QByteArray::number(bytes.size() - first) + "\r\n\r\n");
    peer.send(bytes.mid(first, cut));
}

struct Taken {
    QByteArray bytes;
    QList<qint64> begins;
    QByteArray tag;

    HttpClient::DownloadSink sink()
    {
        return {[this](const HttpPart &part) {
                    begins.append(part.offset);
                    tag = part.tag;
                    bytes.truncate(part.offset);
                    return true;
                },
                [this](QByteArrayView piece) {
                    bytes.append(piece);
                    return true;
                }};
    }
};

HttpLimits quick()
{
    HttpLimits limits;
    limits.firstDelay = 1ms;
    limits.longestDelay = 2ms;
    return limits;
}

} // namespace

class TestResumedDownload : public QObject
{
    Q_OBJECT

    SilentJob m_job;
    const HttpRequest m_request{HttpMethod::Get, u"/file"_s};
    const QByteArray m_content = content();

private Q_SLOTS:
    void breaksAreGoneOnAfter()
    {
        FaultServer server([&](Peer &peer) {
            if (peer.readRequest())
                serve(peer, m_content, "\"v1\"", 150'000);
        });
        HttpClient client(*httpServer(server.url()), quick());
        Taken taken;
        VERIFY_RESULT(client.download(m_request, {}, taken.sink(), m_job));
        QVERIFY(taken.bytes == m_content);
        QCOMPARE(taken.begins, QList<qint64>{0}); // goes on by itself
        QCOMPARE(server.requestCount(), 7);
        QByteArray plain;
        VERIFY_RESULT(client.download(m_request, [&](QByteArrayView piece) { plain.append(piece); return true; }, m_job));
        QVERIFY(plain == m_content);
    }

    void goesOnWhereAnotherEnded()
    {
        FaultServer server([&](Peer &peer) {
            if (peer.readRequest())
                serve(peer, m_content, "\"v1\"", m_content.size());
        });
        HttpClient client(*httpServer(server.url()), quick());
        Taken taken{m_content.left(1000), {}, {}};
        VERIFY_RESULT(client.download(m_request, {1000, -1, "\"v1\""}, taken.sink(), m_job));
        QVERIFY(taken.bytes == m_content);
        QCOMPARE(taken.begins, QList<qint64>{1000});
        QCOMPARE(server.requests().first().headers.value("range"), "bytes=1000-");
        Taken other{QByteArray(1000, 'x'), {}, {}};
        VERIFY_RESULT(client.download(m_request, {1000, -1, "\"v0\""}, other.sink(), m_job));
        QVERIFY(other.bytes == m_content);
        QCOMPARE(other.begins, QList<qint64>{0});
        QCOMPARE(other.tag, "\"v1\"");
        Taken nameless{QByteArray(1000, 'x'), {}, {}};
        VERIFY_RESULT(client.download(m_request, {1000, -1, {}}, nameless.sink(), m_job));
        QVERIFY(nameless.bytes == m_content);
    }

    // A server that goes on with another state than the one that was asked for.
    void changedWithoutAWord()
    {
        const QByteArray second = QByteArray(m_content.size(), 'z');
        std::atomic<int> count = 0;
        FaultServer server([&](Peer &peer) {
            if (!peer.readRequest())
                return;
            if (++count == 1)
                return serve(peer, m_content, "\"v1\"", 500'000);
            const bool asksForPart = peer.request().headers.contains("range");
            const QByteArray part = asksForPart ? "HTTP/1.1 206 P\r\nContent-Range: bytes 500000-" + QByteArray::number(second.size() - 1) + '/' + QByteArray::number(second.size()) + "\r\n"
                                                : "HTTP/1.1 200 OK\r\n"_ba;
            const QByteArray rest = second.mid(asksForPart ? 500'000 : 0);
            peer.send(part + "ETag: \"v2\"\r\nContent-Length: " + QByteArray::number(rest.size()) + "\r\n\r\n" + rest);
        });
        HttpClient client(*httpServer(server.url()), quick());
        Taken taken;
        VERIFY_RESULT(client.download(m_request, {}, taken.sink(), m_job));
        QVERIFY(taken.bytes == second);
        QCOMPARE(taken.begins, (QList<qint64>{0, 0}));
        count = 0;
        QByteArray plain;
        const auto answer = client.download(m_request, [&](QByteArrayView piece) { plain.append(piece); return true; }, m_job);
        QVERIFY(!answer); // what was given cannot be taken back
        QCOMPARE(answer.error().code, ErrorCode::Conflict);
        QVERIFY(plain == m_content.left(500'000));
    }

    void withoutATag()
    {
        std::atomic<int> count = 0;
        FaultServer server([&](Peer &peer) {
            if (peer.readRequest())
                serve(peer, m_content, {}, ++count == 1 ? 1000 : m_content.size());
        });
        HttpClient client(*httpServer(server.url()), quick());
        Taken taken;
        VERIFY_RESULT(client.download(m_request, {}, taken.sink(), m_job));
        QVERIFY(taken.bytes == m_content);
        QCOMPARE(taken.begins, (QList<qint64>{0, 0}));
        count = 0;
        const auto answer = client.download(m_request, [](QByteArrayView) { return true; }, m_job);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unreachable);
        QCOMPARE(count, 1);
    }

    // The first answer breaks off behind its head, and the file is another one by then.
    void changedBeforeAnythingCame()
    {
        std::atomic<int> count = 0;
        FaultServer server([&](Peer &peer) {
            if (peer.readRequest())
                ++count == 1 ? serve(peer, m_content, "\"v1\"", 0) : serve(peer, "0123456789", "\"v2\"", 10);
        });
        HttpClient client(*httpServer(server.url()), quick());
        Taken taken;
        VERIFY_RESULT(client.download(m_request, {}, taken.sink(), m_job));
        QCOMPARE(taken.bytes, "0123456789");
        QCOMPARE(taken.tag, "\"v2\"");
        QCOMPARE(taken.begins, (QList<qint64>{0, 0}));
    }

    // A part of which nobody says how much there is in all may be no more than the next piece.
    void partsOfUnknownWholes()
    {
        FaultServer server([&](Peer &peer) {
            if (!peer.readRequest())
                return;
            if (peer.request().headers.contains("range"))
                peer.send("HTTP/1.1 206 P\r\nETag: \"v1\"\r\nContent-Range: bytes 1000-1009/*\r\nContent-Length: 10\r\n\r\n" + m_content.mid(1000, 10));
            else
                serve(peer, m_content, "\"v1\"", m_content.size());
        });
        HttpClient client(*httpServer(server.url()), quick());
        Taken taken{m_content.left(1000), {}, {}};
        VERIFY_RESULT(client.download(m_request, {1000, -1, "\"v1\""}, taken.sink(), m_job));
        QVERIFY(taken.bytes == m_content);
        FaultServer piecemeal(FaultServer::replies([](Peer &peer) { peer.send("HTTP/1.1 206 P\r\nContent-Range: bytes 0-9/*\r\nContent-Length: 10\r\n\r\n0123456789"); }));
        HttpClient other(*httpServer(piecemeal.url()), quick());
        QVERIFY(!other.download(m_request, {}, taken.sink(), m_job));
    }

    // Else "no content" would be an empty file.
    void successesThatBringNothing()
    {
        for (const int status : {202, 204, 205}) {
            FaultServer server(FaultServer::replies([&](Peer &peer) { peer.send("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: 0\r\n\r\n"); }));
            HttpClient client(*httpServer(server.url()), quick());
            Taken taken;
            QVERIFY2(!client.download(m_request, {}, taken.sink(), m_job), qPrintable(QString::number(status)));
            QVERIFY(taken.begins.isEmpty());
        }
    }

    void lies_data()
    {
        QTest::addColumn<QByteArray>("range");
        for (const char *bad : {"bytes 0-9/10", "bytes 999-1048575/1048576", "bytes 1001-", "bytes -1-2/3", "bytes 1000-1048575/5", "none", ""})
            QTest::newRow(bad) << QByteArray(bad);
    }
    void lies()
    {
        QFETCH(QByteArray, range);
        FaultServer server([&](Peer &peer) {
            if (peer.readRequest())
                peer.send("HTTP/1.1 206 P\r\nETag: \"v1\"\r\nContent-Range: " + range + "\r\nContent-Length: 10\r\n\r\n0123456789");
        });
        HttpLimits limits = quick();
        limits.retries = 1;
        HttpClient client(*httpServer(server.url()), limits);
        Taken taken{m_content.left(1000), {}, {}};
        const auto answer = client.download(m_request, {1000, -1, "\"v1\""}, taken.sink(), m_job);
        QVERIFY(!answer || taken.bytes.size() == 10); // "0-9/10" is an answer to the second question, which asks for all
        QVERIFY(server.requestCount() <= 2);
    }

    void anEndThatIsNone()
    {
        // Asked for more than there is, some say so.
        FaultServer server([&](Peer &peer) {
            if (!peer.readRequest())
                return;
            if (peer.request().headers.contains("range"))
                peer.answer(416, {}, "text/plain", "Content-Range: bytes */10\r\n");
            else
                serve(peer, "0123456789", "\"v1\"", 10);
        });
        HttpClient client(*httpServer(server.url()), quick());
        Taken taken{m_content.left(1000), {}, {}};
        VERIFY_RESULT(client.download(m_request, {1000, -1, "\"v1\""}, taken.sink(), m_job));
        QCOMPARE(taken.bytes, "0123456789");
    }

    void attemptsAreCounted()
    {
        FaultServer nothing([&](Peer &peer) {
            if (peer.readRequest())
                serve(peer, m_content, "\"v1\"", 0);
        });
        HttpClient client(*httpServer(nothing.url()), quick());
        Taken taken;
        QVERIFY(!client.download(m_request, {}, taken.sink(), m_job));
        QCOMPARE(nothing.requestCount(), 5);
        FaultServer drips([&](Peer &peer) {
            if (peer.readRequest())
                serve(peer, m_content, "\"v1\"", 1);
        });
        HttpLimits limits = quick();
        limits.failuresToBreak = 1000;
        HttpClient patient(*httpServer(drips.url()), limits);
        QVERIFY(!patient.download(m_request, {}, taken.sink(), m_job));
        QCOMPARE(drips.requestCount(), 100);
        QVERIFY(taken.bytes == m_content.left(100));
    }

    void ranges()
    {
        const auto range = ResumedDownload::rangeOf("bytes 5-9/10");
        QVERIFY(range && range->offset == 5 && range->size == 10);
        QCOMPARE(ResumedDownload::rangeOf("bytes 5-9/*")->size, -1);
        for (const char *bad : {"", "bytes", "bytes */10", "bytes 5-9", "items 5-9/10", "bytes x-9/10", "bytes 10-9/10", "bytes 5-9/x"})
            QVERIFY2(!ResumedDownload::rangeOf(bad), bad);
        HttpAnswer head;
        for (const auto &[tag, isStrong] : {std::pair("\"a\"", true), {"W/\"a\"", false}, {"a", false}, {"\"\"", false}, {"", false}}) {
            head.headers.insert("etag", tag);
            QCOMPARE(!ResumedDownload::strongTag(head).isEmpty(), isStrong);
        }
    }
};

QTEST_APPLESS_MAIN(TestResumedDownload)
#include "tst_resumeddownload.moc"
