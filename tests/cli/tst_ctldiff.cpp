// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/assayctl.h"

using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// diff: what it reads of artifacts, tolerance, documents and associations.
class CtlDiffTest : public QObject
{
    Q_OBJECT

private:
    static inline const QString One = u"11111111111111111111111111111111"_s;
    static inline const QString Two = u"22222222222222222222222222222222"_s;

    static QString meta(const QString &id)
    {
        return u"artifact_uri: file:///x/0/%1/artifacts\nend_time: 1700000090000\nentry_point_name: ''\nexperiment_id: '0'\nlifecycle_stage: active\n"
               "run_id: %1\nrun_name: run-%2\nrun_uuid: %1\nsource_name: ''\nsource_type: 4\nsource_version: ''\nstart_time: 1700000000000\nstatus: 3\ntags: []\n"
               "user_id: ann\n"_s.arg(id, id.left(1));
    }
    // Files of a run by their path below its folder.
    bool writeRun(const QString &id, const QMap<QString, QByteArray> &files) const
    {
        const QString folder = m_store + u"/0/"_s + id;
        bool isWritten = QDir().mkpath(folder + u"/artifacts"_s) && writeFile(folder + u"/meta.yaml"_s, meta(id).toUtf8());
        for (auto it = files.begin(); it != files.end(); ++it) {
            const QString path = folder + u'/' + it.key();
            isWritten = isWritten && QDir().mkpath(path.section(u'/', 0, -2)) && writeFile(path, it.value());
        }
        return isWritten;
    }
    QJsonObject row(const Answer &answer, const QString &key) const
    {
        for (const QJsonValue &found : answer.list("rows"))
            if (found[u"key"_s].toString() == key)
                return found.toObject();
        return {};
    }
    Answer diff(const QStringList &options) const { return assayctlJson(QStringList{u"diff"_s, m_store, One, Two} + options); }

    QTemporaryDir m_dir;
    QString m_store = m_dir.filePath(u"mlruns"_s);

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray signature = "signature:\n  inputs: '[{\"type\": \"double\", \"name\": \"x\"}]'\n";
        QVERIFY(QDir().mkpath(m_store + u"/0"_s));
        QVERIFY(writeFile(m_store + u"/0/meta.yaml"_s, "artifact_location: file:///x/0\ncreation_time: 1\nexperiment_id: '0'\nlast_update_time: 1\nlifecycle_stage: active\nname: zero\n"));
        QVERIFY(writeRun(One, {{u"params/lr"_s, "0.1"}, {u"params/note"_s, "<b>&\"|`"}, {u"metrics/loss"_s, "1700000000000 1.0 0\n"}, {u"tags/mlflow.source.git.commit"_s, "aaa"},
                               {u"artifacts/model/requirements.txt"_s, "numpy==1.9\nold==1\n"}, {u"artifacts/model/MLmodel"_s, signature}, {u"artifacts/plot.png"_s, "12345"}}));
        QVERIFY(writeRun(Two, {{u"params/lr"_s, "0.1"}, {u"params/note"_s, "plain"}, {u"metrics/loss"_s, "1700000000000 1.005 0\n"}, {u"tags/mlflow.source.git.commit"_s, "bbb"},
                               {u"artifacts/model/requirements.txt"_s, "numpy==1.10\nnew==1\n"}, {u"artifacts/model/MLmodel"_s, QByteArray(signature).replace("double", "string")}}));
    }

    void readsNoArtifactsUnlessAsked()
    {
        const Answer answer = diff({u"--all"_s});
        QCOMPARE(answer.status, 0);
        for (const QJsonValue &found : answer.list("rows")) {
            QVERIFY((QStringList{u"params"_s, u"metrics"_s, u"tags"_s, u"info"_s, u"datasets"_s}).contains(found[u"section"_s].toString()));
            QCOMPARE(found.toObject().keys(), (QStringList{u"delta"_s, u"equal"_s, u"key"_s, u"section"_s, u"values"_s}));
        }
        QCOMPARE(answer.json().keys(), (QStringList{u"baseline"_s, u"rows"_s, u"runs"_s}));
    }

    void comparesEnvironmentCodeSignatureAndArtifacts()
    {
        const Answer answer = diff({u"--section"_s, u"environment"_s, u"--section"_s, u"code"_s, u"--section"_s, u"signature"_s, u"--section"_s, u"artifacts"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(row(answer, u"numpy"_s)[u"values"_s].toArray(), (QJsonArray{u"1.9"_s, u"1.10"_s}));
        QCOMPARE(row(answer, u"numpy"_s)[u"change"_s].toArray(), (QJsonArray{QJsonValue(), u"changed"_s}));
        QCOMPARE(row(answer, u"old"_s)[u"change"_s].toArray(), (QJsonArray{QJsonValue(), u"removed"_s}));
        QCOMPARE(row(answer, u"new"_s)[u"values"_s].toArray(), (QJsonArray{QJsonValue(), u"1"_s}));
        QCOMPARE(row(answer, u"commit"_s)[u"section"_s].toString(), u"code"_s);
        QCOMPARE(row(answer, u"inputs.x"_s)[u"values"_s].toArray(), (QJsonArray{u"double"_s, u"string"_s}));
        QCOMPARE(row(answer, u"plot.png"_s)[u"values"_s].toArray(), (QJsonArray{5, QJsonValue()}));
        QCOMPARE(row(answer, u"model/requirements.txt"_s)[u"delta"_s].toArray(), (QJsonArray{QJsonValue(), 1}));
    }

    void readsModelsThatLieBesideTheirRuns_data()
    {
        QTest::addColumn<QString>("store");
        QTest::newRow("folders") << u"file-3.17/mlruns"_s;
        QTest::newRow("database") << u"sqlite-3.17"_s;
    }

    void readsModelsThatLieBesideTheirRuns()
    {
        QFETCH(QString, store);
        QStringList runs;
        const QString place = fixtureCopy(store);
        for (const QJsonValue &run : assayctlJson({u"runs"_s, place}).list("runs"))
            runs.append(run[u"info"_s][u"run_id"_s].toString());
        const Answer answer = assayctlJson(QStringList{u"diff"_s, place, u"--all"_s, u"--section"_s, u"environment"_s, u"--section"_s, u"signature"_s} + runs);
        QCOMPARE(answer.status, 0);
        QVERIFY2(!row(answer, u"mlflow"_s).isEmpty(), answer.out.left(500).constData());
        const QJsonArray rows = answer.list("rows");
        QVERIFY(std::any_of(rows.begin(), rows.end(), [](const QJsonValue &found) { return found[u"section"_s].toString() == u"signature"_s; }));
    }

    void tellsOfArtifactsThatAreNotHere()
    {
        const QString hidden = m_dir.filePath(u"hidden"_s), folder = m_store + u"/0/"_s + Two + u"/artifacts"_s;
        QVERIFY(QDir().rename(folder, hidden));
        const Answer answer = diff({u"--section"_s, u"artifacts"_s, u"--exit-code"_s, u"--all"_s});
        const Answer table = assayctl({u"diff"_s, m_store, One, Two, u"--section"_s, u"artifacts"_s});
        QVERIFY(QDir().rename(hidden, folder));
        QCOMPARE(answer.status, 0);
        QCOMPARE(row(answer, u"plot.png"_s)[u"change"_s].toArray(), (QJsonArray{QJsonValue(), u"unread"_s}));
        QVERIFY(answer.list("notes").first()[u"message"_s].toString().contains(u"run-2"_s));
        QVERIFY(table.err.contains("run-2"));
    }

    void writesADocumentThatLoadsNothing()
    {
        const Answer html = assayctl({u"diff"_s, m_store, One, Two, u"--format"_s, u"html"_s, u"--section"_s, u"params"_s, u"--section"_s, u"environment"_s});
        QCOMPARE(html.status, 0);
        QVERIFY(html.out.startsWith("<!DOCTYPE html>"));
        QVERIFY(html.out.endsWith("</html>\n"));
        QVERIFY2(html.out.contains("&lt;b&gt;&amp;&quot;|`"), html.out.constData());
        QVERIFY(!html.out.contains("<b>"));
        for (const char *reference : {"http:", "https:", "src=", "href=", "url(", "@import", "<script"})
            QVERIFY2(!html.out.contains(reference), reference);
        QVERIFY(html.out.contains("<h2>environment</h2>"));
        const Answer same = assayctl({u"diff"_s, m_store, One, One, u"--format"_s, u"html"_s});
        QVERIFY(same.out.contains("No differences."));
        QVERIFY(assayctl({u"runs"_s, m_store, u"--format"_s, u"html"_s}).out.contains("run-1"));
    }

    void writesMarkdown()
    {
        const Answer markdown = assayctl({u"diff"_s, m_store, One, Two, u"--format"_s, u"markdown"_s, u"--section"_s, u"environment"_s});
        QVERIFY2(markdown.out.contains("| environment | numpy | 1.9 | 1.10 |"), markdown.out.constData());
    }

    void explainsAMetric()
    {
        const Answer answer = diff({u"--explain"_s, u"loss"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json()[u"metric"_s].toString(), u"loss"_s);
        QCOMPARE(answer.json()[u"meaning"_s].toString(), u"association, not cause"_s);
        QCOMPARE(answer.json()[u"with_metric"_s].toInt(), 2);
        QVERIFY(answer.list("associations").isEmpty());
        QCOMPARE(diff({u"--explain"_s, u"nothing"_s}).status, 3);
        QCOMPARE(diff({u"--explain"_s, u"loss"_s, u"--best"_s, u"x"_s}).status, 2);
    }

    void explainsByQueries()
    {
        const auto explain = [&](const QStringList &options) { return assayctlJson(QStringList{u"diff"_s, m_store, u"--explain"_s, u"loss"_s} + options); };
        const Answer two = explain({u"--first"_s, u"params.note = 'plain'"_s, u"--second"_s, u"params.lr = '0.1'"_s});
        QCOMPARE(two.status, 0);
        QCOMPARE(two.json()[u"groups"_s].toArray(), (QJsonArray{u"first"_s, u"second"_s}));
        QCOMPARE(two.json()[u"runs"_s].toArray(), (QJsonArray{Two, One}));
        QCOMPARE(two.json()[u"group_runs"_s].toArray(), (QJsonArray{1, 1}));
        const Answer rest = explain({u"--first"_s, u"params.note != 'plain'"_s, u"-e"_s, u"zero"_s});
        QCOMPARE(rest.json()[u"groups"_s].toArray(), (QJsonArray{u"first"_s, u"rest"_s}));
        QCOMPARE(rest.json()[u"runs"_s].toArray(), (QJsonArray{One, Two}));
        QCOMPARE(explain({u"--first"_s, u"params.note = 'nobody'"_s}).status, 3);
        QCOMPARE(explain({u"--first"_s, u"params.lr = '0.1'"_s}).status, 3);
        QCOMPARE(explain({u"--first"_s, u"params.("_s}).status, 2);
        QCOMPARE(explain({u"--second"_s, u"params.lr = '0.1'"_s}).status, 2);
        QCOMPARE(explain({u"--first"_s, u"params.lr = '0.1'"_s, u"--best"_s, u"1"_s}).status, 2);
        QCOMPARE(explain({One, Two, u"--first"_s, u"params.lr = '0.1'"_s}).status, 2);
        QCOMPARE(assayctlJson({u"diff"_s, m_store, u"--first"_s, u"params.lr = '0.1'"_s}).status, 2);
        QCOMPARE(assayctlJson({u"diff"_s, m_store}).status, 2);
        const Answer csv = assayctl({u"diff"_s, m_store, u"--explain"_s, u"loss"_s, u"--first"_s, u"params.note = 'plain'"_s, u"--format"_s, u"csv"_s});
        QVERIFY2(csv.out.trimmed().endsWith(",first,rest"), csv.out.constData());
    }

    void knowsTolerance()
    {
        QVERIFY(!row(diff({}), u"loss"_s).isEmpty());
        const Answer near = diff({u"--tolerance"_s, u"1%"_s, u"--section"_s, u"metrics"_s, u"--exit-code"_s});
        QCOMPARE(near.status, 0);
        QVERIFY(near.list("rows").isEmpty());
        QCOMPARE(near.json()[u"tolerance"_s].toString(), u"1%"_s);
        QCOMPARE(diff({u"--tolerance"_s, u"much"_s}).status, 2);
    }
};

QTEST_GUILESS_MAIN(CtlDiffTest)
#include "tst_ctldiff.moc"
