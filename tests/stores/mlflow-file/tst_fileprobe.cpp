// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeformat.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace Assay {
std::unique_ptr<StoreFormat> makeMlflowFile();
}

class TestFileProbe : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFormat> m_format = makeMlflowFile();
    std::unique_ptr<QTemporaryDir> m_folder;
    SilentJob m_job;

    void write(const QString &relative, const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(relative);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void experiment(const QString &folder) { write(folder + "/meta.yaml"_L1, "artifact_location: x\nexperiment_id: '1'\nlifecycle_stage: active\nname: a\n"); }
    void run(const QString &folder) { write(folder + "/meta.yaml"_L1, "artifact_uri: x\nexperiment_id: '1'\nrun_id: r\nstatus: 3\n"); }
    // What was found, relative to the test's folder; "(a)" for an empty store.
    QString found(const QString &relative)
    {
        const QString path = relative.isEmpty() ? m_folder->path() : m_folder->filePath(relative);
        QStringList all;
        for (const StoreCandidate &candidate : m_format->probe(path, m_job).candidates) {
            const QString name = QDir(m_folder->path()).relativeFilePath(candidate.location);
            all.append(candidate.isEmpty ? u'(' + name + u')' : name);
        }
        return all.join(u' ');
    }
    QString whyNot(const QString &relative) { return m_format->probe(m_folder->filePath(relative), m_job).whyNot; }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void fromEverywhere()
    {
        experiment(u"p/mlruns/1"_s);
        run(u"p/mlruns/1/abc"_s);
        write(u"p/mlruns/1/abc/metrics/a/loss"_s, "1 1 1\n");
        write(u"p/mlruns/1/abc/artifacts/model/MLmodel"_s, "x");
        write(u"p/train.py"_s, "x");
        write(u"p/other/deep/file"_s, "x");
        for (const char *place : {"p", "p/mlruns", "p/mlruns/1", "p/mlruns/1/meta.yaml", "p/mlruns/1/abc", "p/mlruns/1/abc/metrics/a/loss",
                                  "p/mlruns/1/abc/artifacts/model"})
            QCOMPARE(found(QString::fromLatin1(place)), u"p/mlruns"_s);
        // Beside a store is not in it, and a store two levels down is not "directly".
        for (const char *place : {"p/train.py", "p/other", "p/other/deep/file", ""})
            QCOMPARE(found(QString::fromLatin1(place)), QString());
    }
    void otherNames()
    {
        experiment(u"p/my runs/0"_s);
        experiment(u"p/second/7"_s);
        QCOMPARE(found(u"p"_s), u"p/my runs p/second"_s);
        QCOMPARE(found(u"p/second"_s), u"p/second"_s);
    }
    void nestedFolders()
    {
        experiment(u"a/mlruns/1"_s);
        experiment(u"a/mlruns/mlruns/2"_s); // stray: the outer one is the store
        QCOMPARE(found(u"a"_s), u"a/mlruns"_s);
        QCOMPARE(found(u"a/mlruns"_s), u"a/mlruns"_s);
        experiment(u"b/mlruns/mlruns/2"_s);
        QCOMPARE(found(u"b"_s), u"b/mlruns/mlruns"_s);
        QCOMPARE(found(u"b/mlruns"_s), u"b/mlruns/mlruns"_s);
    }
    void onlyTrashOrModels()
    {
        experiment(u"a/.trash/3"_s);
        QCOMPARE(found(u"a"_s), u"a"_s);
        QCOMPARE(found(u"a/.trash/3"_s), u"a"_s);
        QCOMPARE(found(u"a/.trash"_s), u"a"_s);
        write(u"b/models/m/meta.yaml"_s, "creation_timestamp: 1\nname: m\n");
        QCOMPARE(found(u"b"_s), u"b"_s);
        write(u"b/models/m/version-1/meta.yaml"_s, "version: 1\n");
        QCOMPARE(found(u"b/models/m/version-1"_s), u"b"_s);
    }
    void loggedModelsAreNoExperiments()
    {
        experiment(u"mlruns/1"_s);
        write(u"mlruns/1/models/m-1/meta.yaml"_s, "artifact_location: x\nexperiment_id: '1'\nmodel_id: m-1\nname: n\n");
        QCOMPARE(found(u"mlruns/1/models"_s), u"mlruns"_s);
        QCOMPARE(found(u"mlruns/1/models/m-1"_s), u"mlruns"_s);
    }
    void emptyStores()
    {
        QDir().mkpath(m_folder->filePath(u"a/mlruns"_s));
        QCOMPARE(found(u"a/mlruns"_s), u"(a/mlruns)"_s);
        QCOMPARE(found(u"a"_s), u"(a/mlruns)"_s);
        QDir().mkpath(m_folder->filePath(u"b/store/.trash"_s));
        QDir().mkpath(m_folder->filePath(u"b/store/models"_s));
        QCOMPARE(found(u"b/store"_s), u"(b/store)"_s);
        QDir().mkpath(m_folder->filePath(u"c"_s));
        QCOMPARE(found(u"c"_s), QString());
    }
    void whatIsNoStore()
    {
        write(u"site/posts/meta.yaml"_s, "title: a\nname: b\n");
        write(u"site/pages/meta.yaml"_s, "title: c\n");
        QCOMPARE(found(u"site"_s), QString());
        QCOMPARE(whyNot(u"site"_s), QString());
        write(u"half/1/meta.yaml"_s, "");
        QCOMPARE(found(u"half"_s), QString());
        QVERIFY(!whyNot(u"half"_s).isEmpty());
        write(u"x/mlruns/0/r1/artifacts/a"_s, "x"); // artifacts alone, as beside a database
        write(u"x/mlruns/1/r1/artifacts/a"_s, "x");
        QCOMPARE(found(u"x"_s), QString());
        QVERIFY(!whyNot(u"x/mlruns"_s).isEmpty());
    }
    void linksAreNotFollowed()
    {
        experiment(u"real/1"_s);
        QDir().mkpath(m_folder->filePath(u"p"_s));
        QVERIFY(QFile::link(m_folder->filePath(u"real"_s), m_folder->filePath(u"p/mlruns"_s)));
        QCOMPARE(found(u"p"_s), QString());
        QCOMPARE(found(u"p/mlruns"_s), u"p/mlruns"_s); // named by the person
    }
    void opensOnlyWhatIsThere()
    {
        SilentJob job;
        QCOMPARE(m_format->open(m_folder->filePath(u"none"_s), {}, job).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestFileProbe)
#include "tst_fileprobe.moc"
