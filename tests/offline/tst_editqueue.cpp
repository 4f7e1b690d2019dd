// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/editqueue.h"
#include "models/offline/privatefolder.h"
#include "models/offline/remotestorekey.h"
#include "models/table/runtablebuilder.h"

#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

const RunRef Run1{ExperimentId(u"1"_s), RunId(u"r1"_s)};
const RunRef Run2{ExperimentId(u"1"_s), RunId(u"r2"_s)};

WaitingEdit waitingTag(const RunRef &run, const QString &key, const std::optional<QString> &from, const std::optional<QString> &to)
{
    WaitingEdit waiting;
    waiting.edit = RunEdit::tag(run, key, from, to);
    waiting.runName = u"brave-newt"_s;
    waiting.madeAt = 1700000000000;
    return waiting;
}

EditQueueFile fileIn(const QTemporaryDir &folder, const QString &location, const QString &account = {})
{
    return {folder.filePath(u"waiting"_s), {u"mlflow-server"_s, location}, account};
}

RunTablePtr runWithTag(const RunRef &ref, const QString &key, const QString &value)
{
    RunTableBuilder builder;
    Run run;
    run.info.ref = ref;
    run.tags.insert(key, value);
    builder.add(run);
    return builder.finish();
}

} // namespace

// Changes that wait until their store is back.
class TestEditQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsEditsOfTheSameThing();
    void forgetsWhatWasTakenBack();
    void takesBackWhatIsBeingMade();
    void joinsWhatCameWhileItWasTried();
    void settles();
    void insistsOnlyOnWhatWasShown();
    void forgetsWhatWasMadeBefore();
    void survivesTheDisk();
    void isOfOneAccount();
    void joinsWhatOtherProgramsHold();
    void goesOnFromWhatAnotherProgramChanged();
    void waitsForNoProgramThatIsGone();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void isNobodyElsesToRead();
};

void TestEditQueue::joinsEditsOfTheSameThing()
{
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner"_s, u"ann"_s, u"bob"_s));
    queue.add(waitingTag(Run2, u"owner"_s, {}, u"eve"_s));
    queue.add(waitingTag(Run1, u"owner"_s, u"bob"_s, u"cyd"_s));
    queue.add(waitingTag(Run1, u"other"_s, {}, u"x"_s));
    QCOMPARE(queue.edits().size(), 3);
    QCOMPARE(queue.edits()[1].edit, RunEdit::tag(Run1, u"owner"_s, u"ann"_s, u"cyd"_s));
}

void TestEditQueue::forgetsWhatWasTakenBack()
{
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner"_s, u"ann"_s, u"bob"_s));
    queue.add(waitingTag(Run1, u"owner"_s, u"bob"_s, u"ann"_s));
    QVERIFY(queue.edits().isEmpty());
}

void TestEditQueue::takesBackWhatIsBeingMade()
{
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner"_s, u"ann"_s, u"bob"_s));
    const QList<RunEdit> making = queue.begin();
    queue.add(waitingTag(Run1, u"owner"_s, u"bob"_s, u"ann"_s));
    const auto kept = EditQueue::fromJson(queue.toJson()); // should the program end meanwhile
    QVERIFY(kept && kept->edits().isEmpty());
    queue.settle({{{making.first(), std::nullopt}}, runWithTag(Run1, u"owner"_s, u"bob"_s)});
    QCOMPARE(queue.toTry(), QList<RunEdit>{RunEdit::tag(Run1, u"owner"_s, u"bob"_s, u"ann"_s)});
}

void TestEditQueue::joinsWhatCameWhileItWasTried()
{
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner"_s, u"ann"_s, u"bob"_s));
    const QList<RunEdit> making = queue.begin();
    queue.add(waitingTag(Run1, u"owner"_s, u"bob"_s, u"cyd"_s));
    queue.settle({{{making.first(), Error{ErrorCode::Unreachable, {}, {}}}}, nullptr});
    QCOMPARE(queue.toTry(), QList<RunEdit>{RunEdit::tag(Run1, u"owner"_s, u"ann"_s, u"cyd"_s)});
    queue.add(waitingTag(Run1, u"owner"_s, u"cyd"_s, u"ann"_s));
    QVERIFY(queue.edits().isEmpty());
}

void TestEditQueue::settles()
{
    EditQueue queue;
    const QStringList keys{u"made"_s, u"changed"_s, u"away"_s, u"broken"_s};
    for (const QString &key : keys)
        queue.add(waitingTag(Run1, key, u"old"_s, u"mine"_s));
    RunEditReport report;
    report.runs = runWithTag(Run1, u"changed"_s, u"theirs"_s);
    const QList<std::optional<Error>> errors{std::nullopt, Error{ErrorCode::Conflict, {}, {}}, Error{ErrorCode::Unreachable, {}, {}},
                                             Error{ErrorCode::Refused, u"Too long."_s, {}}};
    for (qsizetype i = 0; i < keys.size(); ++i)
        report.edits.append({queue.edits()[i].edit, errors[i]});
    queue.settle(report);
    QCOMPARE(queue.edits().size(), 3);
    QCOMPARE(queue.edits()[0].state, WaitingEdit::State::Conflict);
    QCOMPARE(queue.edits()[0].now, std::optional(u"theirs"_s));
    QCOMPARE(queue.edits()[1].state, WaitingEdit::State::Waiting);
    QCOMPARE(queue.edits()[2].state, WaitingEdit::State::Failed);
    QCOMPARE(queue.edits()[2].why, u"Too long."_s);
}

void TestEditQueue::insistsOnlyOnWhatWasShown()
{
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner"_s, u"ann"_s, u"mine"_s));
    queue.settle({{{queue.edits().first().edit, Error{ErrorCode::Conflict, {}, {}}}}, runWithTag(Run1, u"owner"_s, u"theirs"_s)});
    QVERIFY(queue.toTry().isEmpty());
    queue.insist(0);
    QCOMPARE(queue.toTry(), QList<RunEdit>{RunEdit::tag(Run1, u"owner"_s, u"theirs"_s, u"mine"_s)});
    QCOMPARE(queue.toTry().first().guard, RunEdit::Guard::Shown);
}

// As when the connection broke, or the program ended, between the writing and its answer.
void TestEditQueue::forgetsWhatWasMadeBefore()
{
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner"_s, u"ann"_s, u"mine"_s));
    queue.settle({{{queue.edits().first().edit, Error{ErrorCode::Conflict, {}, {}}}}, runWithTag(Run1, u"owner"_s, u"mine"_s)});
    QVERIFY(queue.edits().isEmpty());
}

void TestEditQueue::survivesTheDisk()
{
    QTemporaryDir folder;
    const EditQueueFile file = fileIn(folder, u"https://mlflow.example/a"_s);
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner \u00e4\n\""_s, {}, u"mine"_s));
    WaitingEdit rename;
    rename.edit = RunEdit::rename(Run2, u""_s, std::nullopt);
    queue.add(rename);
    queue.settle({{{queue.edits().first().edit, Error{ErrorCode::Conflict, {}, {}}}}, nullptr});
    QVERIFY(file.sync({}, queue));
    const auto read = file.load();
    QVERIFY(read);
    QCOMPARE(*read, queue);
    QVERIFY(fileIn(folder, u"https://mlflow.example/b"_s).load()->edits().isEmpty());
    QVERIFY(file.sync(queue, {}));
    QVERIFY(QDir(folder.filePath(u"waiting"_s)).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

// What one may change, another may not.
void TestEditQueue::isOfOneAccount()
{
    QTemporaryDir folder;
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner"_s, {}, u"mine"_s));
    QVERIFY(fileIn(folder, u"https://mlflow.example"_s, u"ann"_s).sync({}, queue));
    QVERIFY(fileIn(folder, u"https://mlflow.example"_s, u"bob"_s).load()->edits().isEmpty());
    QCOMPARE(*fileIn(folder, u"https://mlflow.example"_s, u"ann"_s).load(), queue);
}

void TestEditQueue::joinsWhatOtherProgramsHold()
{
    QTemporaryDir folder;
    const EditQueueFile file = fileIn(folder, u"https://mlflow.example"_s);
    EditQueue ours, theirs;
    ours.add(waitingTag(Run1, u"owner"_s, {}, u"ours"_s));
    theirs.add(waitingTag(Run2, u"owner"_s, {}, u"theirs"_s));
    const auto first = file.sync({}, ours);
    QVERIFY(first);
    const auto second = file.sync({}, theirs); // knows nothing of ours yet
    QVERIFY(second);
    QCOMPARE(file.load()->edits().size(), 2);
    const auto third = file.sync(*first, *first);
    QVERIFY(third);
    QCOMPARE(third->edits().size(), 2);
    QVERIFY(file.sync(*second, {})); // they made both
    const auto fourth = file.sync(*third, *third);
    QVERIFY(fourth && fourth->edits().isEmpty());
}

void TestEditQueue::waitsForNoProgramThatIsGone()
{
    QTemporaryDir folder;
    const StoreCandidate store{u"mlflow-server"_s, u"https://mlflow.example"_s};
    const QString path = folder.filePath(u"waiting"_s);
    QVERIFY(makePrivateFolder(path));
    QLockFile lock(path + u"/."_s + remoteStoreKey(store, {}) + u".lock"_s);
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(lock.lock() ? 0 : 1); // killed in the midst of it
    int status = 1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QVERIFY(QFileInfo(lock.fileName()).exists());
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner"_s, {}, u"mine"_s));
    QVERIFY(EditQueueFile(path, store, {}).sync({}, queue));
}

void TestEditQueue::goesOnFromWhatAnotherProgramChanged()
{
    EditQueue base, mine, theirs;
    base.add(waitingTag(Run1, u"kept"_s, {}, u"x"_s));
    mine = theirs = base;
    mine.add(waitingTag(Run1, u"owner"_s, u"ann"_s, u"bob"_s));
    theirs.add(waitingTag(Run1, u"owner"_s, u"ann"_s, u"cyd"_s));
    theirs.drop(0);
    const EditQueue merged = EditQueue::merged(base, mine, theirs);
    QCOMPARE(merged.toTry(), QList<RunEdit>{RunEdit::tag(Run1, u"owner"_s, u"ann"_s, u"bob"_s)});
    // Taken back after they had made it: what they made is to be undone.
    const QList<RunEdit> begun = mine.begin();
    QCOMPARE(begun.size(), 2);
    EditQueue again = mine;
    again.add(waitingTag(Run1, u"owner"_s, u"bob"_s, u"ann"_s));
    const EditQueue left = EditQueue::merged(mine, again, {});
    QCOMPARE(left.toTry(), QList<RunEdit>{RunEdit::tag(Run1, u"owner"_s, u"bob"_s, u"ann"_s)});
}

void TestEditQueue::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    QTest::newRow("cut off") << QByteArray("{\"version\": 1, \"edits\": [{") << int(ErrorCode::Damaged);
    QTest::newRow("newer") << QByteArray("{\"version\": 2, \"edits\": []}") << int(ErrorCode::Unsupported);
    QTest::newRow("no run") << QByteArray("{\"version\": 1, \"edits\": [{\"field\": \"tag\", \"state\": \"waiting\"}]}") << int(ErrorCode::Damaged);
    QTest::newRow("a lifecycle") << QByteArray("{\"version\": 1, \"edits\": [{\"run_id\": \"a\", \"field\": \"lifecycle\", \"state\": \"waiting\"}]}") << int(ErrorCode::Damaged);
}

void TestEditQueue::refusesWhatItCannotRead()
{
    QFETCH(const QByteArray, json);
    QFETCH(const int, code);
    const auto queue = EditQueue::fromJson(json);
    QVERIFY(!queue);
    QCOMPARE(int(queue.error().code), code);
}

void TestEditQueue::isNobodyElsesToRead()
{
    QTemporaryDir folder;
    EditQueue queue;
    queue.add(waitingTag(Run1, u"owner"_s, {}, u"mine"_s));
    QVERIFY(fileIn(folder, u"https://mlflow.example"_s).sync({}, queue));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(folder.filePath(u"waiting"_s)) & others));
    const QFileInfoList files = QDir(folder.filePath(u"waiting"_s)).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(!(files.first().permissions() & others));
}

QTEST_GUILESS_MAIN(TestEditQueue)
#include "tst_editqueue.moc"
