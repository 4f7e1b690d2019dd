// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/mlflow-sqlite/database.h"

#include <QTest>

#include <thread>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

// A model as it stands in the store, and the change that somebody who looks at it would ask for.
StageChange changeOf(const RegisteredModel &model, const QString &number, Stage stage,
                     bool archive = false)
{
    const ModelVersion *version = model.version(number);
    return version
               ? StageChange{model.name, number, version->currentStage, version->lastUpdatedTime,
                             stage,      archive}
               : StageChange{};
}

} // namespace

class MlflowSqliteWriteTest : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;

    static constexpr QLatin1StringView Model{"churn-classifier"};

    QString copyOf(const char *store)
    {
        return fixtureCopy(QString::fromLatin1(store) + "/mlflow.db"_L1);
    }
    RegisteredModel model(StoreBackend &store)
    {
        const auto models = store.models(m_job);
        if (models)
            for (const RegisteredModel &one : models->value)
                if (one.name == Model)
                    return one;
        return {};
    }
    // Versions by the stage in which they are.
    static QStringList in(const RegisteredModel &model, const QString &stage)
    {
        QStringList found;
        for (const ModelVersion &version : model.versions)
            if (version.currentStage == stage)
                found.append(version.version);
        return found;
    }
    RunRef anyRun(StoreBackend &store, Lifecycle lifecycle)
    {
        const auto runs = store.runs({}, {}, m_job);
        for (uint32_t row = 0; runs && row < uint32_t(runs->value->rowCount()); ++row)
            if (runs->value->info(row).lifecycle == lifecycle)
                return runs->value->ref(row);
        return {};
    }
    Run readRun(StoreBackend &store, const RunRef &ref)
    {
        RunRequest request;
        request.runs = {ref.run};
        const auto runs = store.runs(request, {}, m_job);
        return runs && runs->value->rowCount() == 1 ? runs->value->run(0) : Run();
    }

private Q_SLOTS:
    void movesAVersion_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *store : {"sqlite-old", "sqlite-2.22", "sqlite-3.17"})
            QTest::newRow(store) << copyOf(store);
    }
    void movesAVersion()
    {
        QFETCH(QString, path);
        const auto store = openStore(path);
        QVERIFY(store);
        const RegisteredModel before = model(*store);
        const QStringList production = in(before, u"Production"_s);
        QVERIFY(!production.isEmpty());
        QString number;
        for (const ModelVersion &version : before.versions)
            if (version.currentStage != "Production"_L1)
                number = version.version;
        const auto done
            = store->changeStage(changeOf(before, number, Stage::Production, true), m_job);
        VERIFY_RESULT(done);
        QCOMPARE(done->archived, production);
        const RegisteredModel after = model(*store);
        QCOMPARE(in(after, u"Production"_s), QStringList{number});
        const OptionalTime now = after.version(number)->lastUpdatedTime;
        QVERIFY(now > before.version(number)->lastUpdatedTime);
        QCOMPARE(after.lastUpdatedTime, now); // as MLflow does
        for (const QString &archived : production) {
            QCOMPARE(after.version(archived)->currentStage, u"Archived"_s);
            QCOMPARE(after.version(archived)->lastUpdatedTime, now);
        }
        QCOMPARE(after.versions.size(), before.versions.size());
        QCOMPARE(after.version(number)->description, before.version(number)->description);
        Database raw(path);
        QCOMPARE(raw.value("PRAGMA integrity_check"), u"ok"_s);
        QCOMPARE(raw.value("PRAGMA journal_mode"), u"delete"_s);
        QCOMPARE(QFileInfo(path).dir().entryList(QDir::Files), QStringList{u"mlflow.db"_s});
    }

    void refusesWhatIsNotAsShown()
    {
        const QString path = copyOf("sqlite-3.17");
        const auto store = openStore(path);
        QVERIFY(store);
        const RegisteredModel shown = model(*store);
        const QString number = in(shown, u"Production"_s).value(0);
        VERIFY_RESULT(store->changeStage(changeOf(shown, number, Stage::Staging), m_job));
        const RegisteredModel moved = model(*store);
        const auto before = contents(QFileInfo(path).path());

        const auto again
            = store->changeStage(changeOf(shown, number, Stage::Archived, false), m_job);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY2(again.error().message.contains("Staging"_L1), qPrintable(again.error().message));
        // The same stage, but touched since.
        StageChange touched = changeOf(moved, number, Stage::Archived);
        touched.shownUpdateTime = *touched.shownUpdateTime - 1;
        QCOMPARE(store->changeStage(touched, m_job).error().code, ErrorCode::Conflict);
        touched.shownUpdateTime.reset();
        QCOMPARE(store->changeStage(touched, m_job).error().code, ErrorCode::Conflict);
        StageChange missing = changeOf(moved, number, Stage::Archived);
        missing.version = u"99"_s;
        QCOMPARE(store->changeStage(missing, m_job).error().code, ErrorCode::NotFound);
        missing.version = u"x"_s;
        QCOMPARE(store->changeStage(missing, m_job).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(store->changeStage(changeOf(moved, number, Stage::None, true), m_job).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(contents(QFileInfo(path).path()), before);
    }

    void leavesOtherWorkspacesAlone()
    {
        const QString path = copyOf("sqlite-3.17");
        {
            Database raw(path);
            raw.run("INSERT INTO registered_models (name, workspace, creation_time, "
                    "last_updated_time) VALUES ('churn-classifier', 'other', 1, 1)");
            raw.run("INSERT INTO model_versions (name, version, workspace, current_stage, "
                    "last_updated_time) VALUES ('churn-classifier', 1, 'other', 'Production', 1)");
        }
        const auto store = openStore(path);
        QVERIFY(store);
        const auto models = store->models(m_job);
        VERIFY_RESULT(models);
        QCOMPARE(models->problems.size(), 1);
        QCOMPARE(models->problems.first().code, u"other-workspaces"_s);
        const RegisteredModel shown = model(*store);
        VERIFY_RESULT(store->changeStage(
            changeOf(shown, in(shown, u"Production"_s).value(0), Stage::Production, true), m_job));
        VERIFY_RESULT(store->setModelTag(Model, u"owner"_s, u"somebody"_s, m_job));
        Database raw(path);
        QCOMPARE(raw.value("SELECT current_stage || last_updated_time FROM model_versions WHERE "
                           "workspace = 'other'"),
                 u"Production1"_s);
        QCOMPARE(
            raw.value("SELECT last_updated_time FROM registered_models WHERE workspace = 'other'"),
            u"1"_s);
        QCOMPARE(raw.value("SELECT count(*) FROM registered_model_tags WHERE workspace = 'other'"),
                 u"0"_s);
    }

    void letsOneOfTwoPromotersWin()
    {
        const QString path = copyOf("sqlite-2.22");
        const auto store = openStore(path);
        QVERIFY(store);
        for (int race = 0; race < 30; ++race) {
            const RegisteredModel shown = model(*store);
            const QString number = shown.versions.first().version;
            std::array<int, 2> won{};
            std::array<ErrorCode, 2> codes{ErrorCode::Conflict, ErrorCode::Conflict};
            std::array<std::thread, 2> promoters;
            for (size_t i = 0; i < promoters.size(); ++i)
                promoters[i] = std::thread([&, i] {
                    SilentJob job;
                    const auto own = openStore(path);
                    const auto done = own->changeStage(
                        changeOf(shown, number, i == 0 ? Stage::Staging : Stage::Archived), job);
                    won[i] = done.hasValue();
                    if (!done)
                        codes[i] = done.error().code;
                });
            for (std::thread &promoter : promoters)
                promoter.join();
            QCOMPARE(won[0] + won[1], 1);
            QVERIFY(codes[0] == ErrorCode::Conflict && codes[1] == ErrorCode::Conflict);
            QCOMPARE(model(*store).version(number)->currentStage,
                     won[0] ? u"Staging"_s : u"Archived"_s);
        }
    }

    void writesIntoALiveLog()
    {
        const QString path = copyOf("sqlite-2.22");
        Database raw(path);
        raw.run(
            "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE trainer (step)");
        const auto store = openStore(path);
        QVERIFY(store);
        const QByteArray mainFile = contents(QFileInfo(path).path())[u"mlflow.db"_s];
        const RegisteredModel shown = model(*store);
        for (int step = 0; step < 5; ++step) {
            raw.run("INSERT INTO trainer VALUES (1)");
            const RegisteredModel now = model(*store);
            VERIFY_RESULT(store->changeStage(changeOf(now, now.versions.first().version,
                                                      step % 2 ? Stage::None : Stage::Staging),
                                             m_job));
        }
        QCOMPARE(model(*store).versions.first().currentStage, u"Staging"_s);
        QCOMPARE(raw.value("SELECT current_stage FROM model_versions WHERE version = 1 AND name = "
                           "'churn-classifier'"),
                 u"Staging"_s);
        QCOMPARE(contents(QFileInfo(path).path())[u"mlflow.db"_s],
                 mainFile); // checkpoints are the owner's affair
    }

    void writesOnlySchemasThatItKnows()
    {
        for (const char *file : {"unknown-revision.db", "no-revision.db"}) {
            const QString path = fixtureCopy(u"damaged/sqlite/"_s + QString::fromLatin1(file));
            const auto before = contents(QFileInfo(path).path());
            const auto store = openStore(path);
            QVERIFY(store);
            const RegisteredModel shown = model(*store);
            QVERIFY(!shown.versions.isEmpty());
            const RunRef run = anyRun(*store, Lifecycle::Active);
            QCOMPARE(store
                         ->changeStage(
                             changeOf(shown, shown.versions.first().version, Stage::Staging), m_job)
                         .error()
                         .code,
                     ErrorCode::UnknownSchema);
            QCOMPARE(store->setAlias(Model, u"a"_s, u"1"_s, m_job).error().code,
                     ErrorCode::UnknownSchema);
            QCOMPARE(store->setRunTag(run, u"a"_s, u"b"_s, m_job).error().code,
                     ErrorCode::UnknownSchema);
            QCOMPARE(store->setModelTag(Model, u"a"_s, u"b"_s, m_job).error().code,
                     ErrorCode::UnknownSchema);
            QCOMPARE(store->setVersionTag(Model, u"1"_s, u"a"_s, u"b"_s, m_job).error().code,
                     ErrorCode::UnknownSchema);
            QCOMPARE(contents(QFileInfo(path).path()), before);
        }
        // An upgrade that happens while the store is open counts, too.
        const QString path = copyOf("sqlite-3.17");
        const auto store = openStore(path);
        QVERIFY(store && store->info().writable);
        {
            Database raw(path);
            raw.run("UPDATE alembic_version SET version_num = '0123456789ab'");
        }
        QCOMPARE(store->setModelTag(Model, u"a"_s, u"b"_s, m_job).error().code,
                 ErrorCode::UnknownSchema);
    }

    void setsAliases()
    {
        const auto store = openStore(copyOf("sqlite-3.17"));
        QVERIFY(store);
        VERIFY_RESULT(store->setAlias(Model, u"größte_1"_s, u"1"_s, m_job));
        QCOMPARE(model(*store).aliases[u"größte_1"_s], u"1"_s);
        VERIFY_RESULT(store->setAlias(Model, u"größte_1"_s, u"2"_s, m_job));
        QCOMPARE(model(*store).aliases[u"größte_1"_s], u"2"_s);
        QVERIFY(model(*store).version(u"2"_s)->aliases.contains(u"größte_1"_s));
        VERIFY_RESULT(store->setAlias(Model, u"größte_1"_s, std::nullopt, m_job));
        QVERIFY(!model(*store).aliases.contains(u"größte_1"_s));
        QCOMPARE(store->setAlias(Model, u"größte_1"_s, std::nullopt, m_job).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(store->setAlias(Model, u"champion"_s, u"99"_s, m_job).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(store->setAlias(u"nobody"_s, u"champion"_s, u"1"_s, m_job).error().code,
                 ErrorCode::NotFound);
        for (const QString &alias :
             {u""_s, u"a b"_s, u"Latest"_s, u"v12"_s, u"a/b"_s, QString(256, u'a')})
            QCOMPARE(store->setAlias(Model, alias, u"1"_s, m_job).error().code,
                     ErrorCode::InvalidArgument);
        const auto old = openStore(copyOf("sqlite-old"));
        QVERIFY(old);
        QCOMPARE(old->setAlias(Model, u"champion"_s, u"1"_s, m_job).error().code,
                 ErrorCode::Unsupported);
    }

    void deletesAndRestoresRuns()
    {
        const QString path = copyOf("sqlite-2.22");
        const auto store = openStore(path);
        QVERIFY(store);
        const RunRef run = anyRun(*store, Lifecycle::Active);
        const auto stored = [&] {
            Database database(path);
            return database.value("SELECT lifecycle_stage || '|' || ifnull(deleted_time > 1700000000000, '') FROM runs WHERE run_uuid = '"
                                  + run.run.value.toUtf8() + "'");
        };
        VERIFY_RESULT(store->editRun(RunEdit::lifecycle(run, Lifecycle::Active, Lifecycle::Deleted), m_job));
        QCOMPARE(stored(), u"deleted|1"_s);
        VERIFY_RESULT(store->editRun(RunEdit::lifecycle(run, Lifecycle::Deleted, Lifecycle::Active), m_job));
        QCOMPARE(stored(), u"active|"_s);
    }

    void tagsRuns()
    {
        const auto store = openStore(copyOf("sqlite-2.22"));
        QVERIFY(store);
        const RunRef run = anyRun(*store, Lifecycle::Active);
        VERIFY_RESULT(store->setRunTag(run, u"größe/a b"_s, u"one\ntwo"_s, m_job));
        QCOMPARE(readRun(*store, run).tags[u"größe/a b"_s], u"one\ntwo"_s);
        VERIFY_RESULT(store->setRunTag(run, u"größe/a b"_s, u""_s, m_job));
        QCOMPARE(readRun(*store, run).tags.value(u"größe/a b"_s, u"gone"_s), u""_s);
        VERIFY_RESULT(store->setRunTag(run, u"größe/a b"_s, std::nullopt, m_job));
        QVERIFY(!readRun(*store, run).tags.contains(u"größe/a b"_s));
        QCOMPARE(store->setRunTag(run, u"größe/a b"_s, std::nullopt, m_job).error().code,
                 ErrorCode::NotFound);
        VERIFY_RESULT(store->setRunTag(run, TagKey::RunName, u"renamed"_s, m_job));
        QCOMPARE(readRun(*store, run).info.name, u"renamed"_s);
        QCOMPARE(readRun(*store, run).tags[TagKey::RunName], u"renamed"_s);
        QCOMPARE(store->setRunTag(run, TagKey::RunName, u""_s, m_job).error().code,
                 ErrorCode::InvalidArgument);
        for (const QString &key :
             {u""_s, u"."_s, u"../a"_s, u"/a"_s, u"a//b"_s, u"a/"_s, u"a;b"_s, QString(251, u'a')})
            QCOMPARE(store->setRunTag(run, key, u"x"_s, m_job).error().code,
                     ErrorCode::InvalidArgument);
        QCOMPARE(store->setRunTag(run, u"a"_s, QString(8001, u'a'), m_job).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(store->setRunTag({run.experiment, RunId(u"nobody"_s)}, u"a"_s, u"x"_s, m_job)
                     .error()
                     .code,
                 ErrorCode::NotFound);
        QCOMPARE(
            store->setRunTag({ExperimentId(u"77"_s), run.run}, u"a"_s, u"x"_s, m_job).error().code,
            ErrorCode::NotFound);
        QCOMPARE(store->setRunTag(anyRun(*store, Lifecycle::Deleted), u"a"_s, u"x"_s, m_job)
                     .error()
                     .code,
                 ErrorCode::Refused);
    }

    void tagsModels()
    {
        const auto store = openStore(copyOf("sqlite-3.17"));
        QVERIFY(store);
        VERIFY_RESULT(store->setModelTag(Model, u"owner"_s, u"me"_s, m_job));
        VERIFY_RESULT(store->setModelTag(Model, u"new"_s, u"1"_s, m_job));
        VERIFY_RESULT(store->setVersionTag(Model, u"2"_s, u"new"_s, u"2"_s, m_job));
        VERIFY_RESULT(store->setVersionTag(Model, u"2"_s, u"new"_s, u"3"_s, m_job));
        QCOMPARE(model(*store).tags[u"owner"_s], u"me"_s);
        QCOMPARE(model(*store).tags[u"new"_s], u"1"_s);
        QCOMPARE(model(*store).version(u"2"_s)->tags[u"new"_s], u"3"_s);
        VERIFY_RESULT(store->setModelTag(Model, u"new"_s, std::nullopt, m_job));
        VERIFY_RESULT(store->setVersionTag(Model, u"2"_s, u"new"_s, std::nullopt, m_job));
        QVERIFY(!model(*store).tags.contains(u"new"_s)
                && !model(*store).version(u"2"_s)->tags.contains(u"new"_s));
        QCOMPARE(store->setModelTag(Model, u"new"_s, std::nullopt, m_job).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(store->setModelTag(u"nobody"_s, u"new"_s, u"1"_s, m_job).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(store->setVersionTag(Model, u"99"_s, u"new"_s, u"1"_s, m_job).error().code,
                 ErrorCode::NotFound);
    }

    void runsNoTriggers()
    {
        const QString path = copyOf("sqlite-2.22");
        {
            Database raw(path);
            raw.run("CREATE TRIGGER trap AFTER INSERT ON tags BEGIN DELETE FROM runs; END");
        }
        const auto store = openStore(path);
        QVERIFY(store);
        VERIFY_RESULT(store->setRunTag(anyRun(*store, Lifecycle::Active), u"new"_s, u"x"_s, m_job));
        Database raw(path);
        QCOMPARE(raw.value("SELECT count(*) FROM runs"), u"39"_s);
    }

    void stopsWaitingForALock()
    {
        const QString path = copyOf("sqlite-2.22");
        const auto store = openStore(path);
        QVERIFY(store);
        const RegisteredModel shown = model(*store);
        Database writer(path);
        writer.run("BEGIN IMMEDIATE");
        SilentJob impatient;
        std::thread canceler([&] {
            QThread::msleep(50);
            impatient.cancel();
        });
        const auto change = changeOf(shown, shown.versions.first().version, Stage::Staging);
        QCOMPARE(store->changeStage(change, impatient).error().code, ErrorCode::Canceled);
        canceler.join();
        std::thread releaser([&] {
            QThread::msleep(100);
            writer.run("ROLLBACK");
        });
        const auto done = store->changeStage(change, m_job);
        releaser.join();
        VERIFY_RESULT(done);
    }
};

QTEST_GUILESS_MAIN(MlflowSqliteWriteTest)
#include "tst_mlflowsqlitewrite.moc"
