// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeformat.h"
#include "models/stores/mlflow-file/safewrite.h"
#include "tests/support/testing.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <atomic>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace Assay {
std::unique_ptr<StoreFormat> makeMlflowFile();
}

// How a file store is written to; that it reads back is the contract test's affair.
class TestFileWrites : public QObject
{
    Q_OBJECT

private:
    QString m_store;
    std::unique_ptr<StoreBackend> m_backend;
    SilentJob m_job;

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    void put(const QString &relative, const QByteArray &bytes)
    {
        QFile file(m_store + u'/' + relative);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QString versionPath(const QString &version) const { return m_store + "/models/churn-classifier/version-"_L1 + version + "/meta.yaml"_L1; }
    ModelVersion version(const QString &number)
    {
        const auto loaded = m_backend->models(m_job);
        if (loaded)
            for (const RegisteredModel &model : loaded->value)
                if (const ModelVersion *found = model.name == "churn-classifier"_L1 ? model.version(number) : nullptr)
                    return *found;
        return {};
    }
    StageChange move(const QString &number, Stage stage)
    {
        const ModelVersion now = version(number);
        return {u"churn-classifier"_s, number, now.currentStage, now.lastUpdatedTime, stage, false};
    }
    QStringList files() const
    {
        QStringList all;
        QDirIterator it(m_store, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext())
            all.append(it.next().mid(m_store.size() + 1));
        all.sort();
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_store = fixtureCopy(u"file-3.17/mlruns"_s);
        SilentJob job;
        auto opened = makeMlflowFile()->open(m_store, {}, job);
        VERIFY_RESULT(opened);
        m_backend = *std::move(opened);
    }

    void onlyTwoLinesChange()
    {
        const QStringList filesBefore = files();
        const QByteArray before = content(versionPath(u"1"_s)) + "x_later_release: {a: [1, 2]}  # kept\n";
        put(u"models/churn-classifier/version-1/meta.yaml"_s, before);
        QCOMPARE(::chmod(qPrintable(versionPath(u"1"_s)), 0640), 0);
        VERIFY_RESULT(m_backend->changeStage(move(u"1"_s, Stage::Staging), m_job));
        const QList<QByteArray> was = before.split('\n');
        const QList<QByteArray> is = content(versionPath(u"1"_s)).split('\n');
        QCOMPARE(is.size(), was.size());
        QByteArrayList changed;
        for (qsizetype i = 0; i < is.size(); ++i)
            if (is[i] != was[i])
                changed.append(is[i].left(is[i].indexOf(':')));
        QCOMPARE(changed, QByteArrayList({"current_stage", "last_updated_timestamp"}));
        QVERIFY(is.contains("current_stage: Staging"));
        struct stat info;
        QCOMPARE(::stat(qPrintable(versionPath(u"1"_s)), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0640);
        QCOMPARE(files(), filesBefore); // no temporary file stays
        // MLflow gives the model the version's time of change.
        QVERIFY(content(m_store + "/models/churn-classifier/meta.yaml"_L1).contains("last_updated_timestamp: "
                                                                                   + QByteArray::number(*version(u"1"_s).lastUpdatedTime)));
    }
    void windowsLineEnds()
    {
        put(u"models/churn-classifier/version-1/meta.yaml"_s, content(versionPath(u"1"_s)).replace("\n", "\r\n"));
        VERIFY_RESULT(m_backend->changeStage(move(u"1"_s, Stage::Staging), m_job));
        const QByteArray after = content(versionPath(u"1"_s));
        QCOMPARE(after.count('\n'), after.count("\r\n"));
        QCOMPARE(version(u"1"_s).currentStage, u"Staging"_s);
    }
    void somebodyElseWasFaster()
    {
        const StageChange shown = move(u"1"_s, Stage::Production);
        VERIFY_RESULT(m_backend->changeStage(move(u"1"_s, Stage::Staging), m_job));
        const QByteArray before = content(versionPath(u"1"_s));
        QCOMPARE(m_backend->changeStage(shown, m_job).error().code, ErrorCode::Conflict);
        QCOMPARE(content(versionPath(u"1"_s)), before);
    }
    void laidOutByHand()
    {
        const QByteArray flow = "{name: churn-classifier, version: 1, current_stage: None, last_updated_timestamp: 5}\n";
        put(u"models/churn-classifier/version-1/meta.yaml"_s, flow);
        const auto refused = m_backend->changeStage(move(u"1"_s, Stage::Staging), m_job);
        QVERIFY(!refused && refused.error().code == ErrorCode::Unsupported);
        QCOMPARE(content(versionPath(u"1"_s)), flow);
        // Prepared whole before anything is changed: of a change with several files none is made.
        const ModelVersion target = version(u"2"_s);
        put(u"models/churn-classifier/version-1/meta.yaml"_s, QByteArray(flow).replace("None", "Staging"));
        const auto half = m_backend->changeStage({u"churn-classifier"_s, u"2"_s, target.currentStage, target.lastUpdatedTime, Stage::Staging, true}, m_job);
        QVERIFY(!half && half.error().code == ErrorCode::Unsupported);
        QCOMPARE(version(u"2"_s), target);
    }
    void deletedVersionsAndRuns()
    {
        put(u"models/churn-classifier/version-1/meta.yaml"_s,
            content(versionPath(u"1"_s)).replace("current_stage: Archived", "current_stage: Deleted_Internal"));
        QCOMPARE(m_backend->changeStage({u"churn-classifier"_s, u"1"_s, u"Deleted_Internal"_s, {}, Stage::None, false}, m_job).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(m_backend->setAlias(u"churn-classifier"_s, u"x"_s, u"1"_s, m_job).error().code, ErrorCode::NotFound);
        const auto deleted = m_backend->runs({{}, {}, ViewType::Deleted}, {}, m_job);
        VERIFY_RESULT(deleted);
        QCOMPARE(m_backend->setRunTag(deleted->value->ref(0), u"a"_s, u"b"_s, m_job).error().code, ErrorCode::Refused);
    }
    void linksAreNotWrittenThrough()
    {
        const QString outside = m_store + "/../outside"_L1;
        QVERIFY(QDir().mkpath(outside));
        QVERIFY(QFile::copy(versionPath(u"1"_s), outside + "/meta.yaml"_L1));
        const QByteArray before = content(outside + "/meta.yaml"_L1);
        StageChange change = move(u"1"_s, Stage::Staging);
        QVERIFY(QFile::remove(versionPath(u"1"_s)) && QFile::link(outside + "/meta.yaml"_L1, versionPath(u"1"_s)));
        QVERIFY(!m_backend->changeStage(change, m_job));
        QVERIFY(QDir(QFileInfo(versionPath(u"1"_s)).path()).removeRecursively());
        QVERIFY(QFile::link(outside, QFileInfo(versionPath(u"1"_s)).path()));
        QVERIFY(!m_backend->changeStage(change, m_job));
        QCOMPARE(content(outside + "/meta.yaml"_L1), before);
        const QString tags = m_store + "/models/churn-classifier/tags"_L1;
        QVERIFY(QDir(tags).removeRecursively() && QFile::link(outside, tags));
        QVERIFY(!m_backend->setModelTag(u"churn-classifier"_s, u"escaped"_s, u"x"_s, m_job));
        QCOMPARE(QDir(outside).entryList(QDir::Files), QStringList{u"meta.yaml"_s});
        for (const char *name : {"../models/churn-classifier", "..", ".", "", "a/b"})
            QCOMPARE(m_backend->setModelTag(QString::fromLatin1(name), u"a"_s, u"b"_s, m_job).error().code, ErrorCode::NotFound);
        QDir(outside).removeRecursively();
    }
    void whatMayNotBeWritten()
    {
        if (::geteuid() == 0)
            QSKIP("The superuser may write everything.");
        QCOMPARE(::chmod(qPrintable(versionPath(u"1"_s)), 0440), 0);
        QCOMPARE(m_backend->changeStage(move(u"1"_s, Stage::Staging), m_job).error().code, ErrorCode::ReadOnly);
        QCOMPARE(::chmod(qPrintable(m_store), 0550), 0);
        const StoreInfo info = m_backend->info();
        QVERIFY(!info.writable && !info.whyNotWritable.isEmpty() && !info.capabilities.contains(Capability::Write));
        QCOMPARE(m_backend->setModelTag(u"churn-classifier"_s, u"a"_s, u"b"_s, m_job).error().code, ErrorCode::ReadOnly);
        QCOMPARE(::chmod(qPrintable(m_store), 0750), 0);
    }
    void tagsInFolders()
    {
        const RunRef run = [&] {
            const auto runs = m_backend->runs({{}, {}, ViewType::Active}, {}, m_job);
            return runs->value->ref(0);
        }();
        VERIFY_RESULT(m_backend->setRunTag(run, u"deep/er/key"_s, u""_s, m_job));
        QCOMPARE(content(m_store + u'/' + run.experiment.value + u'/' + run.run.value + "/tags/deep/er/key"_L1), QByteArray(""));
        VERIFY_RESULT(m_backend->setRunTag(run, u"deep/er/key"_s, u"no line end is added"_s, m_job));
        QCOMPARE(content(m_store + u'/' + run.experiment.value + u'/' + run.run.value + "/tags/deep/er/key"_L1), QByteArray("no line end is added"));
        // A key cannot be a folder of another one.
        QVERIFY(!m_backend->setRunTag(run, u"deep/er"_s, u"x"_s, m_job));
        QVERIFY(!m_backend->setRunTag(run, u"deep/er/key/below"_s, u"x"_s, m_job));
        QCOMPARE(m_backend->setRunTag(run, u"deep/er"_s, std::nullopt, m_job).error().code, ErrorCode::NotFound);
    }

    // Two lines change, every other byte stays; a line that is not there is added.
    void aDeletionChangesTwoLines()
    {
        const RunRef run = m_backend->runs({{}, {}, ViewType::Active}, {}, m_job)->value->ref(0);
        const QString folder = run.experiment.value + u'/' + run.run.value;
        const QByteArray text = "artifact_uri: file:///x # kept\r\nend_time: null\r\nlifecycle_stage: active\r\nrun_name: a\r\n"
                                "deleted_time: null\r\nlater: {key: [1, 2]}\r\n";
        put(folder + "/meta.yaml"_L1, text);
        const qint64 begin = QDateTime::currentMSecsSinceEpoch();
        VERIFY_RESULT(m_backend->editRun(RunEdit::lifecycle(run, Lifecycle::Active, Lifecycle::Deleted), m_job));
        const QByteArray deleted = content(m_store + u'/' + folder + "/meta.yaml"_L1);
        static const QRegularExpression time(u"deleted_time: (\\d{13})\r"_s);
        const qint64 when = time.match(QString::fromUtf8(deleted)).captured(1).toLongLong();
        QVERIFY2(when >= begin && when <= QDateTime::currentMSecsSinceEpoch(), deleted.constData());
        QCOMPARE(deleted, QByteArray(text).replace("stage: active", "stage: deleted").replace("deleted_time: null", "deleted_time: " + QByteArray::number(when)));
        VERIFY_RESULT(m_backend->editRun(RunEdit::lifecycle(run, Lifecycle::Deleted, Lifecycle::Active), m_job));
        QCOMPARE(content(m_store + u'/' + folder + "/meta.yaml"_L1), text);

        put(folder + "/meta.yaml"_L1, "run_name: a\n");
        VERIFY_RESULT(m_backend->editRun(RunEdit::lifecycle(run, Lifecycle::Active, Lifecycle::Deleted), m_job));
        QVERIFY(content(m_store + u'/' + folder + "/meta.yaml"_L1).startsWith("run_name: a\nlifecycle_stage: deleted\ndeleted_time: 1"));
    }
    void runsOfDeletedExperimentsAndDamagedOnesStay()
    {
        const RunRef run = m_backend->runs({{}, {}, ViewType::Active}, {}, m_job)->value->ref(0);
        QVERIFY(QDir().mkpath(m_store + "/.trash"_L1));
        QVERIFY(QDir().rename(m_store + u'/' + run.experiment.value, m_store + "/.trash/"_L1 + run.experiment.value));
        const RunEdit deletion = RunEdit::lifecycle(run, Lifecycle::Active, Lifecycle::Deleted).unguarded();
        QCOMPARE(m_backend->editRun(deletion, m_job).error().code, ErrorCode::Refused);
        QVERIFY(QDir().rename(m_store + "/.trash/"_L1 + run.experiment.value, m_store + u'/' + run.experiment.value));
        const QString meta = run.experiment.value + u'/' + run.run.value + "/meta.yaml"_L1;
        for (const QByteArray &text : {QByteArray(), QByteArray("a: [\n"), QByteArray("{lifecycle_stage: active, run_name: a}\n")}) {
            put(meta, text);
            const ErrorCode code = m_backend->editRun(deletion, m_job).error().code;
            QVERIFY(code == ErrorCode::Damaged || code == ErrorCode::Unsupported);
            QCOMPARE(content(m_store + u'/' + meta), text);
        }
    }

    // Many Assays want the same version at the same moment: one gets it.
    void oneWinnerInARace()
    {
        constexpr int Rounds = 40;
        constexpr int Racers = 4;
        for (int round = 0; round < Rounds; ++round) {
            const StageChange shown = move(u"1"_s, round % 2 ? Stage::Staging : Stage::Production);
            std::atomic<int> won = 0;
            std::atomic<int> conflicts = 0;
            std::vector<std::thread> racers;
            for (int i = 0; i < Racers; ++i)
                racers.emplace_back([&] {
                    SilentJob job;
                    auto backend = makeMlflowFile()->open(m_store, {}, job);
                    const auto done = (*backend)->changeStage(shown, job);
                    won += done ? 1 : 0;
                    conflicts += !done && done.error().code == ErrorCode::Conflict ? 1 : 0;
                });
            for (std::thread &racer : racers)
                racer.join();
            QCOMPARE(won.load(), 1);
            QCOMPARE(conflicts.load(), Racers - 1);
        }
    }
    // A reader sees the old or the new file, never none and never a part.
    void readersAlwaysSeeAWholeFile()
    {
        std::atomic<bool> stop = false;
        std::atomic<int> bad = 0;
        std::thread reader([&] {
            while (!stop) {
                const QByteArray bytes = content(versionPath(u"1"_s));
                bad += bytes.startsWith("aliases:") || bytes.contains("version: 1\n") ? 0 : 1;
            }
        });
        for (int round = 0; round < 60; ++round)
            VERIFY_RESULT(m_backend->changeStage(move(u"1"_s, round % 2 ? Stage::Staging : Stage::Production), m_job));
        stop = true;
        reader.join();
        QCOMPARE(bad.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFileWrites)
#include "tst_filewrites.moc"
