// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/editcontroller.h"
#include "app/prompt.h"
#include "models/store/openstore.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/emptystore.h"

#include <QMutex>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

// A store in memory whose writes take place one at a time, as the test lets them.
struct World {
    QMutex mutex;
    QList<Run> runs;
    QSemaphore mayWrite;
    QStringList refused; // ids of runs whose changes fail
    int writes = 0;

    Run run(int number)
    {
        const QMutexLocker lock(&mutex);
        return runs[number];
    }
};

class FakeStore final : public Testing::EmptyStore
{
public:
    explicit FakeStore(World &world) : m_world(world) {}

    Result<Loaded<RunTablePtr>> runs(const RunRequest &request, const PartialRuns &, Job &) override
    {
        const QMutexLocker lock(&m_world.mutex);
        RunTableBuilder builder;
        for (const Run &run : m_world.runs)
            if (request.runs.isEmpty() || request.runs.contains(run.info.ref.run))
                builder.add(run);
        return Loaded<RunTablePtr>{builder.finish(), {}};
    }
    Status editRun(const RunEdit &edit, Job &) override
    {
        m_world.mayWrite.acquire();
        const QMutexLocker lock(&m_world.mutex);
        ++m_world.writes;
        if (m_world.refused.contains(edit.run.run.value))
            return Error{ErrorCode::Conflict, u"somebody else was here"_s, {}};
        for (Run &run : m_world.runs) {
            if (run.info.ref != edit.run)
                continue;
            if (edit.guard == RunEdit::Guard::Shown && edit.valueIn(run) != edit.from)
                return Error{ErrorCode::Conflict, u"changed"_s, {}};
            if (edit.to)
                run.tags.insert(edit.key, *edit.to);
            else
                run.tags.remove(edit.key);
        }
        return {};
    }

    StoreInfo info() const override
    {
        StoreInfo info;
        info.writable = true;
        return info;
    }

private:
    World &m_world;
};

class FakeFormat final : public StoreFormat
{
public:
    explicit FakeFormat(World &world) : m_world(world) {}

    QString id() const override { return u"fake"_s; }
    QString displayName() const override { return u"Fake"_s; }
    StoreProbe probe(const QString &, Job &) const override { return {}; }
    Result<std::unique_ptr<StoreBackend>> open(const QString &, const OpenOptions &, Job &) const override
    {
        return std::unique_ptr<StoreBackend>(std::make_unique<FakeStore>(m_world));
    }

private:
    World &m_world;
};

class QuietPrompt final : public Prompt
{
public:
    QStringList told;

    void chooseFolder(QWidget *, const QString &, PathAnswer) override {}
    void chooseFile(QWidget *, const QString &, const QString &, PathAnswer) override {}
    void chooseSaveFile(QWidget *, const QString &, const QString &, const QString &, PathAnswer) override {}
    void tell(QWidget *, const QString &, const QString &, const QString &detail) override { told.append(detail); }
    void confirm(QWidget *, const QString &, const QString &, const QString &, const QString &, std::function<void()>) override {}
};

std::vector<std::unique_ptr<StoreFormat>> formats(World &world)
{
    std::vector<std::unique_ptr<StoreFormat>> all;
    all.push_back(std::make_unique<FakeFormat>(world));
    return all;
}

QList<Run> someRuns(int count)
{
    QList<Run> runs;
    for (int i = 0; i < count; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"0"_s), RunId(u"run%1"_s.arg(i))};
        run.info.name = u"name %1"_s.arg(i);
        runs.append(run);
    }
    return runs;
}

struct Bench {
    World world;
    StoreRegistry registry{formats(world)};
    std::unique_ptr<OpenStore> store;
    RunView view;
    QWidget window;
    QuietPrompt prompt;
    EditController controller{view, prompt, &window};
    QSignalSpy finished{&controller, &EditController::finished};
    QSignalSpy failed{&controller, &EditController::failed};

    explicit Bench(int runs)
    {
        world.runs = someRuns(runs);
        store = std::make_unique<OpenStore>(registry, StoreCandidate{u"fake"_s, u"/fake"_s}, OpenOptions{});
        QObject::connect(store.get(), &OpenStore::runsChanged, &view, [this] { view.setTable(store->runs(), true); });
        controller.setStore(store.get());
    }
    ~Bench() { world.mayWrite.release(1000); }
    bool isReady() const { return store->state() == OpenStore::State::Ready; }
    QList<RunRef> refs()
    {
        QList<RunRef> all;
        for (const Run &run : someRuns(int(world.runs.size())))
            all.append(run.info.ref);
        return all;
    }
    QString tag(int run) { return view.table()->run(uint32_t(run)).tags.value(u"t"_s); }
};

} // namespace

class EditControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What was done until then stands, is told apart from the rest, and can be undone.
    void stopsInTheMiddle()
    {
        Bench bench(5);
        QTRY_VERIFY(bench.isReady());
        bench.controller.setTag(bench.refs(), u"t"_s, u"x"_s);
        QVERIFY(bench.controller.isBusy());
        bench.world.mayWrite.release(2);
        QTRY_COMPARE(bench.world.mayWrite.available(), 0);
        bench.controller.stop();
        bench.world.mayWrite.release(1); // the one that is under way
        QTRY_VERIFY(!bench.controller.isBusy());
        const int written = bench.world.writes;
        QVERIFY(written == 2 || written == 3);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(bench.tag(i), i < written ? u"x"_s : QString());
        QCOMPARE(bench.failed.size(), 1);
        QCOMPARE(bench.prompt.told.value(0).count(u'\n'), 5 - written - 1);
        bench.world.mayWrite.release(100);
        bench.controller.history().undo();
        QTRY_COMPARE(bench.finished.size(), 1);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(bench.tag(i), QString());
    }
    // An undoing that waited its turn is not waited for.
    void undoesAfterAStop()
    {
        Bench bench(2);
        QTRY_VERIFY(bench.isReady());
        bench.world.mayWrite.release(2);
        bench.controller.setTag({bench.refs()[0]}, u"t"_s, u"first"_s);
        bench.controller.setTag({bench.refs()[0]}, u"u"_s, u"second"_s);
        QTRY_COMPARE(bench.finished.size(), 2);
        bench.controller.setTag({bench.refs()[1]}, u"t"_s, u"x"_s);
        bench.controller.history().undo();
        QVERIFY(!bench.controller.history().canUndo());
        bench.controller.stop();
        QVERIFY(bench.controller.history().canUndo());
        bench.world.mayWrite.release(100);
        QTRY_VERIFY(!bench.controller.isBusy());
        QVERIFY(bench.controller.history().canUndo());
    }
    void oneBatchFollowsAnother()
    {
        Bench bench(2);
        QTRY_VERIFY(bench.isReady());
        bench.controller.setTag({bench.refs()[0]}, u"t"_s, u"first"_s);
        bench.controller.setTag({bench.refs()[1]}, u"t"_s, u"second"_s);
        bench.world.mayWrite.release(2);
        QTRY_COMPARE(bench.finished.size(), 2);
        QCOMPARE(bench.tag(0), u"first"_s);
        QCOMPARE(bench.tag(1), u"second"_s);
        // What stands there already is no change.
        bench.controller.setTag(bench.refs(), u"t"_s, u"first"_s);
        bench.world.mayWrite.release(1);
        QTRY_COMPARE(bench.finished.size(), 3);
        QCOMPARE(bench.world.writes, 3);
        bench.controller.setTag(bench.refs(), u"t"_s, u"first"_s);
        QVERIFY(!bench.controller.isBusy());
    }
    void failuresAreNamed()
    {
        Bench bench(3);
        QTRY_VERIFY(bench.isReady());
        bench.world.refused = {u"run1"_s};
        bench.world.mayWrite.release(100);
        bench.controller.setTag(bench.refs(), u"t"_s, u"x"_s);
        QTRY_COMPARE(bench.prompt.told.size(), 1);
        QVERIFY(bench.prompt.told.first().contains(u"name 1"_s) && bench.prompt.told.first().contains(u"somebody else"_s));
        QCOMPARE(bench.tag(0) + bench.tag(1) + bench.tag(2), u"xx"_s);
    }
    void aStoreThatClosesTakesItsEditsAlong()
    {
        Bench bench(2);
        QTRY_VERIFY(bench.isReady());
        bench.controller.setTag(bench.refs(), u"t"_s, u"x"_s);
        bench.controller.setTag(bench.refs(), u"t"_s, u"y"_s);
        bench.world.mayWrite.release(1000);
        bench.controller.setStore(nullptr);
        bench.store.reset();
        QTRY_VERIFY(!bench.controller.isBusy());
        QVERIFY(!bench.controller.canEdit());
        QVERIFY(!bench.controller.history().canUndo());
    }
};

QTEST_MAIN(EditControllerTest)
#include "tst_editcontroller.moc"
