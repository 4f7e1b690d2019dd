// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeformat.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace Assay {
std::unique_ptr<StoreFormat> makeMlflowFile();
}

// A store that another process is writing while we read, as MLflow writes: metrics appended in pieces, tags and
// meta.yaml truncated and written anew, runs removed.
class TestLiveFiles : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<StoreBackend> m_backend;
    SilentJob m_job;
    const RunRef m_run{ExperimentId(u"1"_s), RunId(u"live"_s)};

    static void write(const QByteArray &path, const QByteArray &bytes, int flags)
    {
        const int fd = ::open(path.constData(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
        // In two pieces, so that a reader can come between them.
        const qsizetype half = bytes.size() / 2;
        if (fd < 0 || ::write(fd, bytes.constData(), size_t(half)) < 0 || ::write(fd, bytes.constData() + half, size_t(bytes.size() - half)) < 0)
            qFatal("The test cannot write.");
        ::close(fd);
    }
    QByteArray path(const char *relative) const { return (m_folder.path() + "/1/live/"_L1 + QLatin1StringView(relative)).toUtf8(); }
    static QByteArray meta(int round)
    {
        return "artifact_uri: x\nend_time: null\nexperiment_id: '1'\nlifecycle_stage: active\nrun_id: live\nrun_name: name\nstart_time: "
            + QByteArray::number(1700000000000 + round) + "\nstatus: 1\nuser_id: ann\n";
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(m_folder.filePath(u"1/live/metrics"_s)) && QDir().mkpath(m_folder.filePath(u"1/live/tags"_s)));
        write(m_folder.filePath(u"1/meta.yaml"_s).toUtf8(), "experiment_id: '1'\nname: a\n", O_TRUNC);
        write(path("meta.yaml"), meta(0), O_TRUNC);
        SilentJob job;
        auto opened = makeMlflowFile()->open(m_folder.path(), {}, job);
        VERIFY_RESULT(opened);
        m_backend = *std::move(opened);
    }

    void noWrongPointAndNoVanishedRun()
    {
        std::atomic<bool> stop = false;
        std::thread writer([&] {
            for (int i = 0; !stop; ++i) {
                // Cut anywhere, each prefix of such a line would be a believable value or step.
                write(path("metrics/loss"), QByteArray::number(1700000000000 + i) + ' ' + QByteArray::number(1'000'000 + i) + ' ' + QByteArray::number(1'000'000 + i) + '\n', O_APPEND);
                if (i % 20 == 0) {
                    write(path("meta.yaml"), meta(i), O_TRUNC);
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                }
                if (i > 20'000)
                    ::unlink(path("metrics/loss").constData()), i = 0; // starts again
            }
        });
        qint64 points = 0;
        for (int round = 0; round < 150; ++round) {
            const auto runs = m_backend->runs({}, {}, m_job);
            VERIFY_RESULT(runs);
            QCOMPARE(runs->value->rowCount(), 1);
            QCOMPARE(runs->value->info(0).name, u"name"_s);
            QVERIFY(runs->value->info(0).status == RunStatus::Running);
            for (const Problem &problem : runs->problems)
                QVERIFY2(problem.code == "metric-empty"_L1, qPrintable(problem.code + u' ' + problem.message));
            const auto history = m_backend->history({m_run, {}}, m_job);
            VERIFY_RESULT(history);
            for (const MetricSeries &series : history->value)
                for (size_t i = 0; i < series.values.size(); ++i) {
                    ++points;
                    QVERIFY(series.values[i] == double(series.steps[i]) && series.steps[i] == 1'000'000 + series.timestamps[i] - 1700000000000);
                }
        }
        stop = true;
        writer.join();
        QVERIFY(points > 1000);
    }

    void aRunThatIsRemovedMeanwhile()
    {
        std::atomic<bool> stop = false;
        const QString other = m_folder.filePath(u"1/passing"_s);
        std::thread writer([&] {
            while (!stop) {
                QDir().mkpath(other + "/metrics"_L1);
                write((other + "/meta.yaml"_L1).toUtf8(), "run_id: passing\nstatus: 1\n", O_TRUNC);
                write((other + "/metrics/a"_L1).toUtf8(), "1 1 1\n", O_TRUNC);
                QDir(other).removeRecursively();
            }
        });
        for (int round = 0; round < 30; ++round) {
            const auto runs = m_backend->runs({}, {}, m_job);
            VERIFY_RESULT(runs);
            QVERIFY(runs->value->rowOf(m_run));
            QVERIFY(runs->value->rowCount() <= 2);
        }
        stop = true;
        writer.join();
    }

    void aFileThatStaysEmptyIsDamaged()
    {
        QVERIFY(QDir().mkpath(m_folder.filePath(u"1/empty"_s)));
        write(m_folder.filePath(u"1/empty/meta.yaml"_s).toUtf8(), "", O_TRUNC);
        const auto runs = m_backend->runs({}, {}, m_job);
        VERIFY_RESULT(runs);
        QVERIFY(!runs->value->rowOf({ExperimentId(u"1"_s), RunId(u"empty"_s)}));
        QCOMPARE(std::count_if(runs->problems.begin(), runs->problems.end(), [](const Problem &problem) { return problem.code == "meta-empty"_L1; }), 1);
    }
};

QTEST_GUILESS_MAIN(TestLiveFiles)
#include "tst_livefiles.moc"
