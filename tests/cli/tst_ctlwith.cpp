// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/assayctl.h"

using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// Several stores in one answer: --with.
class CtlWithTest : public QObject
{
    Q_OBJECT

private:
    // Two copies of one store in folders of these names, and one that is another.
    QTemporaryDir m_dir;
    const QString m_here = m_dir.filePath(u"here/mlruns"_s), m_there = m_dir.filePath(u"there/mlruns"_s);
    const QString m_other = fixture(u"sqlite-2.22/mlflow.db"_s);
    const QString m_run = u"11111111111111111111111111111111"_s;

    static bool write(const QString &path, const QByteArray &bytes)
    {
        return QDir().mkpath(path.section(u'/', 0, -2)) && writeFile(path, bytes);
    }
    bool writeStore(const QString &store, const QByteArray &loss) const
    {
        const QString run = store + u"/0/"_s + m_run;
        return write(store + u"/0/meta.yaml"_s, "artifact_location: file:///x/0\ncreation_time: 1\nexperiment_id: '0'\nlast_update_time: 1\nlifecycle_stage: active\nname: zero\n")
            && write(run + u"/meta.yaml"_s, "artifact_uri: file:///x/0/a/artifacts\nend_time: 1700000090000\nexperiment_id: '0'\nlifecycle_stage: active\nrun_id: "
                     + m_run.toUtf8() + "\nrun_name: one\nrun_uuid: " + m_run.toUtf8() + "\nstart_time: 1700000000000\nstatus: 3\ntags: []\nuser_id: ann\n")
            && write(run + u"/metrics/loss"_s, "1700000000000 " + loss + " 0\n") && write(run + u"/params/lr"_s, "0.1");
    }
    static QStringList storesOf(const Answer &answer)
    {
        QStringList stores;
        for (const QJsonValue &run : answer.list("runs"))
            stores.append(run[u"store"_s].toString());
        stores.sort();
        return stores;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writeStore(m_here, "1.0"));
        QVERIFY(writeStore(m_there, "2.0"));
    }

    void listsRunsOfBoth()
    {
        const Answer answer = assayctlJson({u"runs"_s, m_here, u"--with"_s, m_there, u"--sort"_s, u"store:desc"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(storesOf(answer), (QStringList{u"here"_s, u"there"_s}));
        const QJsonObject first = answer.list("runs").first().toObject();
        QCOMPARE(first[u"store"_s].toString(), u"there"_s);
        QCOMPARE(first[u"info"_s][u"run_id"_s].toString(), m_run);
        QCOMPARE(first[u"info"_s][u"experiment_id"_s].toString(), u"0"_s);
        QCOMPARE(first[u"data"_s][u"metrics"_s][u"loss"_s].toDouble(), 2.0);
        // Of one store nothing is said about it.
        QVERIFY(!assayctlJson({u"runs"_s, m_here}).list("runs").first().toObject().contains(u"store"_s));
    }

    void asksTheSameOfBoth()
    {
        const auto matched = [&](const QStringList &options) {
            const Answer answer = assayctlJson(QStringList{u"runs"_s, m_here, u"--with"_s, m_there, u"--with"_s, m_other} + options);
            return answer.status == 0 ? answer.json()[u"matched"_s].toInt() : -answer.status;
        };
        QCOMPARE(matched({u"--filter"_s, u"store = 'here'"_s}), 1);
        QCOMPARE(matched({u"--filter"_s, u"store != 'sqlite-2.22'"_s}), 2);
        QCOMPARE(matched({u"--filter"_s, u"store IN ('here', 'there') AND metrics.loss > 1"_s}), 1);
        QCOMPARE(matched({u"-e"_s, u"zero"_s}), 2);
        QVERIFY(matched({u"-e"_s, u"0"_s}) >= 2); // an experiment of that id in each
        QCOMPARE(matched({u"-e"_s, u"nowhere"_s}), -3);
        const int alone = assayctlJson({u"runs"_s, m_other}).json()[u"matched"_s].toInt();
        QCOMPARE(matched({}), alone + 2);
    }

    void tablesBeginWithTheStore()
    {
        const Answer table = assayctl({u"runs"_s, m_here, u"--with"_s, m_there});
        QVERIFY(table.out.startsWith("store"));
        const Answer csv = assayctl({u"runs"_s, m_here, u"--with"_s, m_there, u"--format"_s, u"csv"_s, u"--columns"_s, u"store,metrics.loss"_s});
        QCOMPARE(csv.out, QByteArray("store,metrics.loss\r\nhere,1\r\nthere,2\r\n"));
    }

    void comparesAcross()
    {
        const QString here = u"here/"_s + m_run, there = u"there/"_s + m_run;
        const Answer answer = assayctlJson({u"diff"_s, m_here, there, here, u"--with"_s, m_there, u"--baseline"_s, here});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.list("stores").toVariantList(), (QVariantList{u"there"_s, u"here"_s}));
        QCOMPARE(answer.json()[u"baseline_store"_s].toString(), u"here"_s);
        bool isFound = false;
        for (const QJsonValue &row : answer.list("rows"))
            if (row[u"key"_s] == u"loss"_s) {
                isFound = true;
                QCOMPARE(row[u"values"_s].toArray().toVariantList(), (QVariantList{2.0, 1.0}));
            }
        QVERIFY(isFound);
        // Which of the two is meant has to be said.
        const Answer ambiguous = assayctlJson({u"diff"_s, m_here, m_run, here, u"--with"_s, m_there});
        QCOMPARE(ambiguous.status, 3);
        QVERIFY(ambiguous.json()[u"error"_s][u"detail"_s].toString().contains(there));
    }

    void readsHistoriesOfEach()
    {
        for (const auto &[store, loss] : {std::pair(u"here"_s, 1.0), std::pair(u"there"_s, 2.0)}) {
            const Answer answer = assayctlJson({u"metrics"_s, m_here, store + u'/' + m_run, u"loss"_s, u"--with"_s, m_there});
            QCOMPARE(answer.status, 0);
            QCOMPARE(answer.json()[u"store"_s].toString(), store);
            QCOMPARE(answer.json()[u"run_id"_s].toString(), m_run);
            QCOMPARE(answer.json()[u"metrics"_s][u"loss"_s][0][u"value"_s].toDouble(), loss);
        }
    }

    void drawsBoth()
    {
        const QString file = m_dir.filePath(u"loss.svg"_s);
        const Answer answer = assayctl({u"chart"_s, m_here, u"loss"_s, u"--with"_s, m_there, u"--color-by"_s, u"store"_s, u"-o"_s, file});
        QVERIFY2(answer.status == 0, answer.err.constData());
        QFile svg(file);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.size() > 1000);
    }

    void oneThatIsNotThereIsNoAnswer()
    {
        const Answer gone = assayctlJson({u"runs"_s, m_here, u"--with"_s, m_dir.filePath(u"gone"_s)});
        QCOMPARE(gone.status, 3);
        const Answer twice = assayctlJson({u"runs"_s, m_here, u"--with"_s, m_here});
        QCOMPARE(twice.status, 2);
        const QString address = u"postgresql://ann:geheim@localhost/db"_s;
        const Answer secret = assayctl({u"runs"_s, address, u"--with"_s, address});
        QCOMPARE(secret.status, 2);
        QVERIFY(secret.err.contains("twice"));
        QVERIFY2(!secret.err.contains("geheim"), secret.err.constData());
    }
};

QTEST_GUILESS_MAIN(CtlWithTest)
#include "tst_ctlwith.moc"
