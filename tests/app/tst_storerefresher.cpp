// SPDX-License-Identifier: GPL-3.0-or-later
// How often open stores are looked at for changes.
#include "app/controllers/powersource.h"
#include "app/controllers/storerefresher.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/emptystore.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Assay;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct World {
    std::atomic<bool> isRemote = true;
    std::atomic<bool> isRunning = false;
    std::atomic<bool> isDown = false;
    std::atomic<int> takes = 0; // milliseconds
    std::atomic<int> readings = 0;
};

class FarStore final : public Testing::EmptyStore
{
public:
    explicit FarStore(std::shared_ptr<World> world) : m_world(std::move(world)) {}
    Result<Loaded<RunTablePtr>> runs(const RunRequest &, const PartialRuns &, Job &) override
    {
        ++m_world->readings;
        QThread::msleep(ulong(m_world->takes));
        if (m_world->isDown)
            return Error{ErrorCode::AccessDenied, u"Who are you?"_s, {}};
        RunTableBuilder builder;
        RunInfo info;
        info.ref = {ExperimentId(u"1"_s), RunId(u"a"_s)};
        info.status = m_world->isRunning ? RunStatus::Running : RunStatus::Finished;
        builder.addRun(info);
        return Loaded<RunTablePtr>{builder.finish(), {}};
    }

private:
    std::shared_ptr<World> m_world;
};

class FarFormat final : public StoreFormat
{
public:
    explicit FarFormat(std::shared_ptr<World> world) : m_world(std::move(world)) {}
    QString id() const override { return u"far"_s; }
    QString displayName() const override { return id(); }
    bool takesAddress(const QString &scheme) const override { return scheme == "far"_L1; }
    bool isRemote() const override { return m_world->isRemote; }
    StoreProbe probe(const QString &address, Job &) const override { return {{{id(), address, false}}, {}}; }
    Result<std::unique_ptr<StoreBackend>> open(const QString &, const OpenOptions &, Job &) const override { return std::unique_ptr<StoreBackend>(std::make_unique<FarStore>(m_world)); }

private:
    std::shared_ptr<World> m_world;
};

} // namespace

class TestStoreRefresher : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<World> m_world;
    std::unique_ptr<RunLibrary> m_library;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<StoreRefresher> m_refresher;
    bool m_isOnBattery = false;

    OpenStore *store() const { return m_library->stores().value(0); }
    void open()
    {
        m_library->open(u"far://away"_s);
        QTRY_VERIFY(store() && store()->state() == OpenStore::State::Ready);
    }
    int readingsIn(int milliseconds)
    {
        const int before = m_world->readings;
        QTest::qWait(milliseconds);
        return m_world->readings - before;
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_shared<World>();
        std::vector<std::unique_ptr<StoreFormat>> formats;
        formats.push_back(std::make_unique<FarFormat>(m_world));
        m_library = std::make_unique<RunLibrary>(std::make_unique<StoreRegistry>(std::move(formats)));
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_isOnBattery = false;
        m_refresher = std::make_unique<StoreRefresher>(*m_library, *m_window, [this] { return m_isOnBattery; });
        m_refresher->setInterval(10ms);
    }
    void cleanup()
    {
        m_refresher.reset();
        m_library.reset();
    }

    void looksAtRemoteStores()
    {
        open();
        const int before = m_world->readings;
        QTRY_VERIFY(m_world->readings >= before + 3);
        QCOMPARE(store()->state(), OpenStore::State::Ready);
    }
    void looksAtOthersWhileARunGoesOn()
    {
        m_world->isRemote = false;
        open();
        QCOMPARE(readingsIn(100), 0);
        m_world->isRunning = true;
        store()->reload();
        QTRY_COMPARE(store()->state(), OpenStore::State::Ready);
        const int before = m_world->readings;
        QTRY_VERIFY(m_world->readings >= before + 3);
        // What is as it was is not drawn anew.
        QSignalSpy changes(store(), &OpenStore::runsChanged), looks(store(), &OpenStore::wasRead);
        QTRY_VERIFY(looks.size() > 1);
        QCOMPARE(changes.size(), 0);
        m_world->isRunning = false;
        QTRY_COMPARE(changes.size(), 1);
    }
    void isPatientWithSlowStores()
    {
        m_world->takes = 60;
        open();
        QTest::qWait(70); // a look takes 60 ms and is followed by a pause of four times that
        QVERIFY(readingsIn(600) <= 3);
    }
    void takesNoFailureForSlowness()
    {
        open();
        m_world->isDown = true;
        QTRY_COMPARE(store()->state(), OpenStore::State::Failed);
        QTest::qWait(2000); // it was down for so long
        m_world->isDown = false;
        store()->reload();
        QTRY_COMPARE(store()->state(), OpenStore::State::Ready);
        const int before = m_world->readings;
        QTRY_VERIFY(m_world->readings >= before + 2);
    }
    void leavesHiddenWindowsAlone()
    {
        open();
        m_window->hide();
        QTRY_COMPARE(readingsIn(100), 0); // what goes on ends
        m_window->show();
        const int before = m_world->readings;
        QTRY_VERIFY(m_world->readings > before);
    }
    void isOffWhenItIsNotWanted()
    {
        open();
        m_refresher->setInterval(0ms);
        QTRY_COMPARE(readingsIn(100), 0);
        m_refresher->setInterval(10ms);
        m_isOnBattery = true;
        QTRY_COMPARE(readingsIn(100), 0);
        m_isOnBattery = false;
        const int before = m_world->readings;
        QTRY_VERIFY(m_world->readings > before);
    }
    void leavesStoresThatFailAlone()
    {
        open();
        m_world->isDown = true;
        QTRY_COMPARE(store()->state(), OpenStore::State::Failed);
        QCOMPARE(readingsIn(100), 0);
        m_world->isDown = false;
        store()->reload();
        const int before = m_world->readings;
        QTRY_VERIFY(m_world->readings >= before + 3);
    }
    void storesThatAreClosedAreForgotten()
    {
        open();
        m_library->close(store());
        QTest::qWait(30);
        QCOMPARE(readingsIn(50), 0);
    }

    void power_data()
    {
        QTest::addColumn<QStringList>("supplies"); // name type online status scope
        QTest::addColumn<bool>("isOnBattery");
        QTest::newRow("a desk") << QStringList{} << false;
        QTest::newRow("plugged in") << QStringList{u"AC Mains 1"_s, u"BAT0 Battery - Charging"_s} << false;
        QTest::newRow("plugged in, full") << QStringList{u"AC Mains 1"_s, u"BAT0 Battery - Discharging"_s} << false;
        QTest::newRow("on battery") << QStringList{u"AC Mains 0"_s, u"BAT0 Battery - Discharging"_s} << true;
        QTest::newRow("a mouse") << QStringList{u"hid Battery - Discharging Device"_s} << false;
    }
    void power()
    {
        QFETCH(QStringList, supplies);
        QFETCH(bool, isOnBattery);
        QTemporaryDir folder;
        for (const QString &supply : supplies) {
            const QStringList words = supply.split(u' ');
            QVERIFY(QDir(folder.path()).mkpath(words[0]));
            const QLatin1StringView names[] = {{}, "type"_L1, "online"_L1, "status"_L1, "scope"_L1};
            for (qsizetype i = 1; i < words.size(); ++i) {
                if (words[i] == "-"_L1)
                    continue;
                QFile file(folder.filePath(words[0] + u'/' + names[i]));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(words[i].toLatin1() + '\n');
            }
        }
        QCOMPARE(Assay::isOnBattery(folder.path()), isOnBattery);
        QVERIFY(!Assay::isOnBattery(folder.filePath(u"none"_s)));
    }
};

QTEST_MAIN(TestStoreRefresher)
#include "tst_storerefresher.moc"
