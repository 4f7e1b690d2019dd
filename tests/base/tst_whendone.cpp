// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/latest.h"

#include <QPromise>
#include <QTest>
#include <QtConcurrent>

using namespace Assay;
using namespace Qt::StringLiterals;

class WhenDoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersThatComeAtOnceAreDeliveredOnce();
    void cancelledFutureIsToldWithoutResult();
    void deadContextDropsTheAnswer();
    void latestDropsEarlierAnswers();
    void progressIsToldUntilTheEnd();
};

void WhenDoneTest::answersThatComeAtOnceAreDeliveredOnce()
{
    // Many finish just as the handler is attached.
    constexpr int count = 3000;
    std::vector<int> calls(count, 0);
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        whenDone(QtConcurrent::run([i] { return i; }), this, [&, i](const QFuture<int> &done) {
            ++calls[size_t(i)];
            sum += done.result() == i;
        });
        if (i % 100 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE(sum, count);
    QVERIFY(std::ranges::all_of(calls, [](int n) { return n == 1; }));
}

void WhenDoneTest::cancelledFutureIsToldWithoutResult()
{
    QPromise<int> promise;
    promise.start();
    qsizetype results = -1;
    whenDone(promise.future(), this, [&](const QFuture<int> &done) { results = done.resultCount(); });
    promise.future().cancel();
    promise.finish();
    QTRY_COMPARE(results, 0);
}

void WhenDoneTest::deadContextDropsTheAnswer()
{
    auto context = std::make_unique<QObject>();
    QPromise<int> promise;
    promise.start();
    bool called = false;
    whenDone(promise.future(), context.get(), [&](const QFuture<int> &) { called = true; });
    promise.addResult(1);
    promise.finish();
    context.reset();
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void WhenDoneTest::progressIsToldUntilTheEnd()
{
    QPromise<int> promise;
    promise.start();
    promise.setProgressRange(0, 8);
    promise.setProgressValueAndText(2, u"Reading"_s);
    QStringList told;
    onProgress(promise.future(), this, [&](qint64 done, qint64 total, const QString &what) { told.append(u"%1/%2 %3"_s.arg(done).arg(total).arg(what)); });
    whenDone(promise.future(), this, [&](const QFuture<int> &) { told.append(u"end"_s); });
    QTRY_COMPARE(told, QStringList{u"2/8 Reading"_s}); // what was told before
    promise.setProgressValueAndText(8, u"Writing"_s);
    promise.finish();
    QTRY_COMPARE(told, (QStringList{u"2/8 Reading"_s, u"8/8 Writing"_s, u"end"_s}));
    QTRY_VERIFY(children().isEmpty());
}

void WhenDoneTest::latestDropsEarlierAnswers()
{
    QObject context;
    Latest<int> latest(&context);
    QPromise<Result<int>> first;
    QPromise<Result<int>> second;
    first.start();
    second.start();
    QList<int> answers;
    const auto note = [&answers](const Result<int> &answer) { answers.append(*answer); };
    latest.start(first.future(), note);
    latest.start(second.future(), note);
    QVERIFY(first.isCanceled());
    first.addResult(Result<int>(1));
    first.finish();
    second.addResult(Result<int>(2));
    second.finish();
    QTRY_COMPARE(answers, QList{2});
    QVERIFY(!latest.isRunning());
    QCoreApplication::processEvents();
    QCOMPARE(answers.size(), 1);
}

QTEST_GUILESS_MAIN(WhenDoneTest)
#include "tst_whendone.moc"
