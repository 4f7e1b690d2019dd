// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/heldedits.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

WaitingEdit tagOf(const QString &run, const QString &value)
{
    WaitingEdit waiting;
    waiting.edit = RunEdit::tag({ExperimentId(u"1"_s), RunId(run)}, u"owner"_s, {}, value);
    return waiting;
}

} // namespace

// What waits for a store, in several programs at once.
class TestHeldEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_files.waitForDone(); }
    void writesTheLastOfManyChanges();
    void writesWhatCameWhileItWasWriting();
    void losesNothingOfTwoPrograms();
    void holdsWithoutAFile();
    void tellsOnceThatItCannotBeKept();

private:
    EditQueueFile file() const { return {m_folder->path(), {u"far"_s, u"far://a"_s}, u"ann"_s}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QThreadPool m_files;
};

void TestHeldEdits::init()
{
    m_files.setMaxThreadCount(1);
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHeldEdits::writesTheLastOfManyChanges()
{
    HeldEdits held(file(), m_files, nullptr);
    QSignalSpy synced(&held, &HeldEdits::synced);
    for (int i = 0; i < 20; ++i)
        held.change([i](EditQueue &queue) { i % 2 == 0 ? queue.add(tagOf(u"r"_s, u"x"_s)) : queue.drop(0); });
    QVERIFY(synced.wait());
    QVERIFY(held.queue().edits().isEmpty());
    QVERIFY(file().load()->edits().isEmpty());
}

void TestHeldEdits::writesWhatCameWhileItWasWriting()
{
    {
        HeldEdits held(file(), m_files, nullptr);
        held.change([](EditQueue &queue) { queue.add(tagOf(u"r1"_s, u"x"_s)); });
        held.change([](EditQueue &queue) { queue.add(tagOf(u"r2"_s, u"x"_s)); });
    }
    m_files.waitForDone();
    QCOMPARE(file().load()->edits().size(), 2);
}

void TestHeldEdits::losesNothingOfTwoPrograms()
{
    HeldEdits one(file(), m_files, nullptr);
    QThreadPool othersFiles;
    HeldEdits other(file(), othersFiles, nullptr);
    for (int i = 0; i < 10; ++i) {
        one.change([i](EditQueue &queue) { queue.add(tagOf(u"one%1"_s.arg(i), u"x"_s)); });
        other.change([i](EditQueue &queue) { queue.add(tagOf(u"other%1"_s.arg(i), u"x"_s)); });
    }
    QTRY_COMPARE(file().load().valueOr({}).edits().size(), 20);
    QSignalSpy synced(&one, &HeldEdits::synced);
    one.sync();
    QVERIFY(synced.wait());
    QCOMPARE(one.queue().edits().size(), 20);
    one.change([](EditQueue &queue) { queue.drop(0); });
    QTRY_COMPARE(file().load().valueOr({}).edits().size(), 19);
    QSignalSpy othersSynced(&other, &HeldEdits::synced);
    other.sync();
    QVERIFY(othersSynced.wait());
    QCOMPARE(other.queue().edits().size(), 19);
    othersFiles.waitForDone();
}

void TestHeldEdits::holdsWithoutAFile()
{
    HeldEdits held({}, m_files, nullptr);
    QSignalSpy synced(&held, &HeldEdits::synced);
    held.change([](EditQueue &queue) { queue.add(tagOf(u"r1"_s, u"x"_s)); });
    QVERIFY(synced.wait());
    for (const QString &run : {u"r2"_s, u"r3"_s})
        held.change([&](EditQueue &queue) { queue.add(tagOf(run, u"x"_s)); });
    QCOMPARE(held.queue().edits().size(), 3); // and goes before it was told that they are nowhere
}

void TestHeldEdits::tellsOnceThatItCannotBeKept()
{
    QFile inTheWay(m_folder->filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    HeldEdits held(EditQueueFile(inTheWay.fileName(), {u"far"_s, u"far://a"_s}, {}), m_files, nullptr);
    QSignalSpy failed(&held, &HeldEdits::failed), synced(&held, &HeldEdits::synced);
    for (int i = 0; i < 3; ++i) {
        held.change([i](EditQueue &queue) { queue.add(tagOf(u"r%1"_s.arg(i), u"x"_s)); });
        QVERIFY(synced.wait());
    }
    QCOMPARE(failed.size(), 1);
    QCOMPARE(held.queue().edits().size(), 3);
}

QTEST_GUILESS_MAIN(TestHeldEdits)
#include "tst_heldedits.moc"
