// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/retryrule.h"

#include <QTest>

using namespace Assay;
using namespace std::chrono_literals;

class tst_RetryRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysDoubleUpToTheLongest()
    {
        const HttpLimits limits;
        QCOMPARE(delayBeforeRetry(1, 4, {}, 1.0, limits), 500ms);
        QCOMPARE(delayBeforeRetry(2, 4, {}, 1.0, limits), 1000ms);
        QCOMPARE(delayBeforeRetry(4, 4, {}, 1.0, limits), 4000ms);
        QCOMPARE(delayBeforeRetry(1, 4, {}, 0.0, limits), 250ms);
        QCOMPARE(delayBeforeRetry(9, 1000, {}, 1.0, limits), 30'000ms);
        QCOMPARE(delayBeforeRetry(1000, 1000, {}, 1.0, limits), 30'000ms);
    }

    void attemptsEnd()
    {
        const HttpLimits limits;
        QVERIFY(delayBeforeRetry(4, 4, {}, 1.0, limits));
        QVERIFY(!delayBeforeRetry(5, 4, {}, 1.0, limits));
        QVERIFY(!delayBeforeRetry(1, 0, 1s, 1.0, limits));
    }

    void serversAreObeyedWithinReason()
    {
        const HttpLimits limits;
        QCOMPARE(delayBeforeRetry(1, 4, 7s, 0.3, limits), 7000ms);
        QCOMPARE(delayBeforeRetry(1, 4, 120s, 0.3, limits), 120'000ms);
        QVERIFY(!delayBeforeRetry(1, 4, 121s, 0.3, limits));
        QVERIFY(!delayBeforeRetry(1, 4, 1'000'000'000s, 0.3, limits));
        QVERIFY(!delayBeforeRetry(1, 4, std::chrono::seconds::max(), 0.3, limits));
        QCOMPARE(delayBeforeRetry(1, 4, std::chrono::seconds::min(), 0.3, limits), 0ms);
        QCOMPARE(delayBeforeRetry(1, 4, -5s, 0.3, limits), 0ms);
    }

    void temporaryIsWhatAProxyOrABusyServerSays()
    {
        for (const int status : {408, 429, 502, 503, 504})
            QVERIFY2(isTemporary(status), qPrintable(QString::number(status)));
        for (const int status : {200, 301, 400, 401, 403, 404, 409, 500, 501, 505})
            QVERIFY2(!isTemporary(status), qPrintable(QString::number(status)));
    }

    void breakerOpensAfterFailuresInARowAndCloses()
    {
        HttpLimits limits;
        limits.failuresToBreak = 3;
        limits.breakFor = 10s;
        CircuitBreaker breaker(limits);
        const CircuitBreaker::Clock::time_point start{1000s};
        breaker.failed(start);
        breaker.failed(start);
        breaker.succeeded();
        breaker.failed(start);
        breaker.failed(start);
        QVERIFY(breaker.allows(start));
        breaker.failed(start);
        QVERIFY(!breaker.allows(start));
        QVERIFY(!breaker.allows(start + 9s));
        QVERIFY(breaker.allows(start + 10s));
        breaker.failed(start + 10s); // one attempt decides
        QVERIFY(!breaker.allows(start + 19s));
        breaker.succeeded();
        breaker.failed(start + 20s);
        QVERIFY(breaker.allows(start + 20s));
    }
};

QTEST_GUILESS_MAIN(tst_RetryRule)
#include "tst_retryrule.moc"
