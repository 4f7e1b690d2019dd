// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/assayctl.h"

using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class CtlExportTest : public QObject
{
    Q_OBJECT

private:
    QString m_store = fixture(u"sqlite-3.17/mlflow.db"_s);
    QTemporaryDir m_folder;

private Q_SLOTS:
    // Every reading command answers the same from the bundle.
    void isTakenAsLocation()
    {
        const QString file = m_folder.filePath(u"whole.assay"_s);
        const Answer done = assayctlJson({u"export"_s, m_store, u"--with-artifacts"_s, u"--output"_s, file});
        QCOMPARE(done.status, 0);
        QCOMPARE(done.json()[u"bytes"_s].toInteger(), QFileInfo(file).size());
        QCOMPARE(done.json()[u"left_out"_s].toInt(-1), 0);
        QCOMPARE(assayctlJson({u"probe"_s, file}).json()[u"format"_s].toString(), u"assay-bundle"_s);
        QCOMPARE(assayctlJson({u"probe"_s, file}).json()[u"counts"_s], assayctlJson({u"probe"_s, m_store}).json()[u"counts"_s]);
        for (const QStringList &words : {QStringList{u"experiments"_s, u"--view"_s, u"all"_s}, QStringList{u"runs"_s, u"--view"_s, u"all"_s},
                                         QStringList{u"runs"_s, u"--filter"_s, u"metrics.`val/loss` < 1 OR params.lr = '0.1'"_s, u"--sort"_s, u"run_name"_s},
                                         QStringList{u"models"_s, u"--prompts"_s}, QStringList{u"doctor"_s}}) {
            const Answer want = assayctlJson(QStringList{words.first(), m_store} + words.mid(1));
            const Answer got = assayctlJson(QStringList{words.first(), file} + words.mid(1));
            QCOMPARE(want.status, 0);
            QCOMPARE(got.status, 0);
            QCOMPARE(got.out, want.out);
        }
        for (const QJsonValue &run : assayctlJson({u"runs"_s, m_store}).list("runs")) {
            const QString id = run[u"info"_s][u"run_id"_s].toString();
            QCOMPARE(assayctlJson({u"metrics"_s, file, id}).out, assayctlJson({u"metrics"_s, m_store, id}).out);
            QCOMPARE(assayctlJson({u"artifacts"_s, file, id, u"ls"_s, u"--recursive"_s}).out, assayctlJson({u"artifacts"_s, m_store, id, u"ls"_s, u"--recursive"_s}).out);
        }
        // It is a copy: nothing is promoted or tagged in it.
        const QString id = assayctlJson({u"runs"_s, m_store}).list("runs").first()[u"info"_s][u"run_id"_s].toString();
        QCOMPARE(assayctl({u"tag"_s, file, u"run"_s, id, u"a"_s, u"b"_s}).status, 4);
    }

    void ofSomeRuns()
    {
        const QString file = m_folder.filePath(u"some.assay"_s);
        QCOMPARE(assayctlJson({u"export"_s, m_store, u"--filter"_s, u"status = 'FAILED'"_s, u"--output"_s, file}).status, 0);
        const auto want = assayctlJson({u"runs"_s, m_store, u"--filter"_s, u"status = 'FAILED'"_s}).list("runs");
        const auto got = assayctlJson({u"runs"_s, file}).list("runs");
        QVERIFY(!want.isEmpty());
        QCOMPARE(got, want);
        const Answer none = assayctl({u"export"_s, m_store, u"--filter"_s, u"run_name = 'no such'"_s, u"--output"_s, m_folder.filePath(u"none.assay"_s)});
        QCOMPARE(none.status, 3);
        QVERIFY(!QFileInfo::exists(m_folder.filePath(u"none.assay"_s)));
    }

    void replacesOnlyWhenToldTo()
    {
        const QString path = m_folder.filePath(u"there.assay"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QCOMPARE(assayctl({u"export"_s, m_store, u"--output"_s, path}).status, 4);
        QCOMPARE(QFileInfo(path).size(), 4);
        QCOMPARE(assayctl({u"export"_s, m_store, u"--output"_s, path, u"--replace"_s}).status, 0);
        QCOMPARE(assayctl({u"export"_s, m_store}).status, 2);
        QCOMPARE(assayctl({u"export"_s, m_store, u"--output"_s, m_folder.filePath(u"no/such/folder.assay"_s)}).status, 3);
    }
};

QTEST_GUILESS_MAIN(CtlExportTest)
#include "tst_ctlexport.moc"
