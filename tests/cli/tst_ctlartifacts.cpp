// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/assayctl.h"

using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class CtlArtifactsTest : public QObject
{
    Q_OBJECT

private:
    // A run of file-2.22 with artifacts, and one of them.
    QString m_store = fixture(u"file-2.22/mlruns"_s);
    QString m_run;
    QString m_file;
    QString m_damaged; // its run 63 has links among its artifacts

private Q_SLOTS:
    void initTestCase()
    {
        m_damaged = fixtureCopy(u"damaged"_s) + u"/mlruns"_s;
        for (const QJsonValue &run : assayctlJson({u"runs"_s, m_store, u"--filter"_s, u"run_name = 'artifacts'"_s}).list("runs"))
            m_run = run[u"info"_s][u"run_id"_s].toString();
        for (const QJsonValue &file : assayctlJson({u"artifacts"_s, m_store, m_run, u"ls"_s, u"--recursive"_s}).list("files"))
            if (!file[u"is_dir"_s].toBool() && file[u"path"_s].toString().contains(u'/') && file[u"file_size"_s].toInt() > 0)
                m_file = file[u"path"_s].toString();
        QVERIFY(!m_file.isEmpty());
    }

    void catWritesTheBytesAlone()
    {
        const Answer answer = assayctl({u"artifacts"_s, m_store, m_run, u"cat"_s, m_file});
        QCOMPARE(answer.status, 0);
        QFile file(m_store + u"/0/%1/artifacts/%2"_s.arg(m_run, m_file));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(answer.out, file.readAll());
        QCOMPARE(answer.err, QByteArray());
    }

    void lsOfAFolder()
    {
        const QString folder = m_file.left(m_file.lastIndexOf(u'/'));
        const Answer answer = assayctlJson({u"artifacts"_s, m_store, m_run, u"ls"_s, folder + u'/'});
        QCOMPARE(answer.status, 0);
        const auto files = answer.list("files");
        QVERIFY(std::any_of(files.begin(), files.end(), [&](const QJsonValue &file) { return file[u"path"_s] == m_file; }));
        QCOMPARE(assayctl({u"artifacts"_s, m_store, m_run, u"ls"_s, u"no such folder"_s}).status, 3);
    }

    void getCopiesBeneathTheFolder()
    {
        const QTemporaryDir dir;
        const QString folder = m_file.left(m_file.indexOf(u'/'));
        const QStringList words = {u"artifacts"_s, m_store, m_run, u"get"_s, folder, u"--output"_s, dir.filePath(u"out"_s)};
        const Answer answer = assayctlJson(words);
        QCOMPARE(answer.status, 0);
        QFile copy(dir.filePath(u"out/"_s + m_file));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), assayctl({u"artifacts"_s, m_store, m_run, u"cat"_s, m_file}).out);
        QVERIFY(!answer.list("files").isEmpty());
        // Nothing that is there is replaced.
        const QStringList before = inventory(dir.path());
        QCOMPARE(assayctl(words).status, 4);
        QCOMPARE(inventory(dir.path()), before);
    }

    void noPathLeavesTheRoot_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : {u"../meta.yaml"_s, u"/etc/hostname"_s, u"a/../../meta.yaml"_s, u"out/secret.txt"_s, u"secret"_s, u"loop/notes.txt"_s, u"gone"_s, u".."_s})
            QTest::newRow(qPrintable(path)) << path;
    }

    void noPathLeavesTheRoot()
    {
        QFETCH(QString, path);
        const QString run = u"63dadadadadadadadadadadadadadada"_s;
        const Answer cat = assayctl({u"artifacts"_s, m_damaged, run, u"cat"_s, path});
        QCOMPARE(cat.status, 3);
        QCOMPARE(cat.out, QByteArray());
        const QTemporaryDir dir;
        QCOMPARE(assayctl({u"artifacts"_s, m_damaged, run, u"get"_s, path, u"--output"_s, dir.filePath(u"out"_s)}).status, 3);
        QCOMPARE(inventory(dir.path()), QStringList());
        QCOMPARE(assayctl({u"artifacts"_s, m_damaged, run, u"cat"_s, u"notes.txt"_s}).status, 0);
    }
};

QTEST_GUILESS_MAIN(CtlArtifactsTest)
#include "tst_ctlartifacts.moc"
