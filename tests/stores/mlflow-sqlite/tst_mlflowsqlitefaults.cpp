// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/mlflow-sqlite/database.h"
#include "tests/stores/mlflow-sqlite/faultyfiles.h"

#include <QTest>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// A promotion on a disk that fails at every point at which one can.
class MlflowSqliteFaultsTest : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;

private Q_SLOTS:
    void initTestCase() { FaultyFiles::install(); }

    void tellsTheTruthWhereverTheDiskFails_data()
    {
        QTest::addColumn<QByteArray>("journal");
        QTest::addColumn<bool>("forEver");
        for (const char *journal : {"DELETE", "WAL"})
            for (const bool forEver : {false, true})
                QTest::addRow("%s, %s", journal, forEver ? "for ever" : "once")
                    << QByteArray(journal) << forEver;
    }
    void tellsTheTruthWhereverTheDiskFails()
    {
        QFETCH(QByteArray, journal);
        QFETCH(bool, forEver);
        const QString path = fixtureCopy(u"sqlite-2.22/mlflow.db"_s);
        Database owner(path); // keeps the log of a WAL database alive
        owner.run("PRAGMA journal_mode=" + journal);
        QCOMPARE(owner.value("SELECT count(*) FROM runs"), u"39"_s);
        const auto state = [&] {
            return owner.value(
                "SELECT group_concat(version || current_stage || last_updated_time) FROM (SELECT * "
                "FROM model_versions WHERE name = 'churn-classifier' ORDER BY version)");
        };
        int failures = 0, unknown = 0;
        for (int n = 1;; ++n) {
            const auto store = openStore(path);
            QVERIFY(store);
            const auto models = store->models(m_job);
            VERIFY_RESULT(models);
            StageChange change;
            for (const RegisteredModel &model : models->value)
                if (model.name == "churn-classifier"_L1)
                    change = {model.name,
                              u"1"_s,
                              model.versions.first().currentStage,
                              model.versions.first().lastUpdatedTime,
                              n % 2 ? Stage::Staging : Stage::Production,
                              true};
            QCOMPARE(change.version, u"1"_s);
            const QString before = state();
            FaultyFiles::failAt(n, forEver ? FaultyFiles::Mode::ForEver : FaultyFiles::Mode::Once);
            const auto done = store->changeStage(change, m_job);
            const bool failed = FaultyFiles::hasFailed();
            FaultyFiles::heal();
            const QString after = state();
            QCOMPARE(owner.value("PRAGMA integrity_check"), u"ok"_s);
            // What is acknowledged is there; what is said not to have happened did not.
            if (done)
                QVERIFY2(after != before, qPrintable(QString::number(n)));
            else if (done.error().code != ErrorCode::OutcomeUnknown)
                QVERIFY2(after == before, qPrintable(QString::number(n) + done.error().message));
            else
                ++unknown;
            if (!failed) {
                QVERIFY(done.hasValue());
                break;
            }
            ++failures;
            QVERIFY(n < 1000);
        }
        QVERIFY2(failures >= (journal == "WAL" ? 2 : 5), qPrintable(QString::number(failures)));
        QVERIFY2(unknown < failures, qPrintable(QString::number(unknown)));
    }
};

QTEST_GUILESS_MAIN(MlflowSqliteFaultsTest)
#include "tst_mlflowsqlitefaults.moc"
