// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/assayctl.h"

using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// run, runs, metrics and diff on small stores, some of them written here.
class CtlRunsTest : public QObject
{
    Q_OBJECT

private:
    static inline const QString Alpha = u"aaaa1111aaaa1111aaaa1111aaaa1111"_s;
    static inline const QString Beta = u"aaaa2222aaaa2222aaaa2222aaaa2222"_s;
    static inline const QString Gamma = u"cccc3333cccc3333cccc3333cccc3333"_s;

    static QString meta(const QString &id, const QString &experiment, const QString &name, qint64 start)
    {
        return u"artifact_uri: file:///x/%2/%1/artifacts\nend_time: %4\nentry_point_name: ''\nexperiment_id: '%2'\nlifecycle_stage: active\n"
               "run_id: %1\nrun_name: %3\nrun_uuid: %1\nsource_name: ''\nsource_type: 4\nsource_version: ''\nstart_time: %5\nstatus: 3\ntags: []\n"
               "user_id: ann\n"_s.arg(id, experiment, name, QString::number(start + 90'000), QString::number(start));
    }

    // experiments "zero" (0), "twin" (1 and 2), the last one also with Gamma once more.
    static bool writeStore(const QString &store)
    {
        const auto experiment = [&](const QString &id, const QString &name) {
            return QDir().mkpath(store + u'/' + id)
                && writeFile(store + u"/%1/meta.yaml"_s.arg(id),
                             u"artifact_location: file:///x/%1\ncreation_time: 1\nexperiment_id: '%1'\nlast_update_time: %1\nlifecycle_stage: active\nname: %2\n"_s.arg(id, name).toUtf8());
        };
        const auto run = [&](const QString &experimentId, const QString &id, const QString &name, qint64 start) {
            const QString folder = store + u'/' + experimentId + u'/' + id;
            return QDir().mkpath(folder + u"/params"_s) && QDir().mkpath(folder + u"/metrics"_s) && QDir().mkpath(folder + u"/tags"_s)
                && writeFile(folder + u"/meta.yaml"_s, meta(id, experimentId, name, start).toUtf8());
        };
        return experiment(u"0"_s, u"zero"_s) && experiment(u"1"_s, u"twin"_s) && experiment(u"2"_s, u"twin"_s)
            && run(u"0"_s, Alpha, u"alpha"_s, 1700000000000) && run(u"0"_s, Beta, u"beta"_s, 1700000001000)
            && run(u"1"_s, Gamma, u"gamma"_s, 1700000002000) && run(u"2"_s, Gamma, u"gamma"_s, 1700000002000);
    }

    // Records of RFC 4180, unquoted.
    static QList<QByteArrayList> parseCsv(const QByteArray &csv)
    {
        QList<QByteArrayList> records{{QByteArray()}};
        bool quoted = false;
        for (qsizetype i = 0; i < csv.size(); ++i) {
            QByteArray &cell = records.last().last();
            if (csv[i] == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"')
                cell += csv[++i];
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (csv[i] == ',' && !quoted)
                records.last().append(QByteArray());
            else if (csv.mid(i, 2) == "\r\n" && !quoted && ++i)
                records.append(QByteArrayList{QByteArray()});
            else
                cell += csv[i];
        }
        records.removeLast();
        return records;
    }

    static QStringList ids(const QStringList &words)
    {
        QStringList found;
        for (const QJsonValue &run : assayctlJson(words).list("runs"))
            found.append(run[u"info"_s][u"run_id"_s].toString());
        return found;
    }

    QTemporaryDir m_dir;
    QString m_store = m_dir.filePath(u"mlruns"_s);
    QString m_alpha = m_store + u"/0/"_s + Alpha;
    QString m_beta = m_store + u"/0/"_s + Beta;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writeStore(m_store));
        QVERIFY(writeFile(m_alpha + u"/params/lr"_s, "0.1"));
        QVERIFY(writeFile(m_beta + u"/params/lr"_s, "0.01"));
        QVERIFY(writeFile(m_alpha + u"/params/same"_s, "x") && writeFile(m_beta + u"/params/same"_s, "x"));
        QVERIFY(writeFile(m_alpha + u"/params/odd"_s, QByteArray("a\0b\xe2\x80\xa8\"c\"\n,\x1b", 12)));
        QVERIFY(writeFile(m_alpha + u"/params/formula"_s, "=1+1"));
        QVERIFY(writeFile(m_alpha + u"/metrics/nan"_s, "1 nan 0\n") && writeFile(m_beta + u"/metrics/nan"_s, "1 nan 0\n"));
        QVERIFY(writeFile(m_alpha + u"/metrics/up"_s, "1 inf 0\n") && writeFile(m_alpha + u"/metrics/down"_s, "1 -inf 0\n"));
        QVERIFY(writeFile(m_alpha + u"/metrics/loss"_s, "9223372036854775807 0.1 -9223372036854775808\n5 1e-07 9223372036854775807\n"));
        QVERIFY(writeFile(m_beta + u"/metrics/loss"_s, "1 0.3 0\n"));
    }

    void prefixes()
    {
        QCOMPARE(assayctlJson({u"run"_s, m_store, u"aaaa1"_s}).json()[u"info"_s][u"run_id"_s].toString(), Alpha);
        const Answer several = assayctl({u"run"_s, m_store, u"aaaa"_s});
        QCOMPARE(several.status, 3);
        QVERIFY2(several.errorLine().contains(Alpha) && several.errorLine().contains(Beta), several.err.constData());
        QCOMPARE(assayctl({u"run"_s, m_store, u"aaa"_s}).status, 3);
        QCOMPARE(assayctl({u"run"_s, m_store, u"ffff"_s}).status, 3);
        QCOMPARE(assayctl({u"metrics"_s, m_store, u"aaaa1"_s, u"nosuchmetric"_s}).status, 3);
        QCOMPARE(assayctl({u"run"_s, m_store, u"../0"_s}).status, 3);
    }

    void oneIdUnderTwoExperiments()
    {
        const Answer twice = assayctl({u"run"_s, m_store, Gamma});
        QCOMPARE(twice.status, 3);
        QVERIFY2(twice.errorLine().contains(u"1/"_s + Gamma) && twice.errorLine().contains(u"2/"_s + Gamma), twice.err.constData());
        QCOMPARE(assayctlJson({u"run"_s, m_store, u"2/"_s + Gamma}).json()[u"info"_s][u"experiment_id"_s].toString(), u"2"_s);
        QCOMPARE(assayctlJson({u"run"_s, m_store, u"1/cccc"_s}).json()[u"info"_s][u"experiment_id"_s].toString(), u"1"_s);
    }

    void jsonIsExact()
    {
        const Answer run = assayctlJson({u"run"_s, m_store, Alpha});
        QCOMPARE(run.status, 0);
        const QJsonObject data = run.json()[u"data"_s].toObject();
        QCOMPARE(data[u"params"_s][u"odd"_s].toString(), QString::fromUtf8("a\0b\xe2\x80\xa8\"c\"\n,\x1b", 12));
        QCOMPARE(data[u"metrics"_s][u"nan"_s].toString(), u"NaN"_s);
        QCOMPARE(data[u"metrics"_s][u"up"_s].toString(), u"Infinity"_s);
        QCOMPARE(data[u"metrics"_s][u"down"_s].toString(), u"-Infinity"_s);
        QCOMPARE(data[u"metrics"_s][u"loss"_s].toDouble(), 1e-7);
        const Answer metrics = assayctlJson({u"metrics"_s, m_store, Alpha, u"loss"_s});
        QVERIFY2(metrics.out.contains("{\"step\": -9223372036854775808, \"timestamp\": 9223372036854775807, \"value\": 0.1}"), metrics.out.constData());
        QVERIFY2(metrics.out.contains("{\"step\": 9223372036854775807, \"timestamp\": 5, \"value\": 1e-07}"), metrics.out.constData());
        QVERIFY(metrics.out.startsWith("{\n \"run_id\": \"aaaa1111"));
    }

    void metricsAsCsv()
    {
        QCOMPARE(assayctl({u"metrics"_s, m_store, Alpha, u"loss"_s, u"nan"_s, u"--format"_s, u"csv"_s}).out,
                 "key,step,timestamp,value\r\nloss,-9223372036854775808,9223372036854775807,0.1\r\nloss,9223372036854775807,5,1e-07\r\nnan,0,1,NaN\r\n"_ba);
    }

    void runsAsCsv()
    {
        const Answer answer = assayctl({u"runs"_s, m_store, u"-e"_s, u"zero"_s, u"--format"_s, u"csv"_s,
                                        u"--columns"_s, u"run_name,params.odd,metrics.nan,start_time,params.nobody,params.formula"_s});
        const QList<QByteArrayList> records = parseCsv(answer.out);
        QCOMPARE(records.size(), 3);
        QCOMPARE(records[0], (QByteArrayList{"run_name", "params.odd", "metrics.nan", "start_time", "params.nobody", "params.formula"}));
        QCOMPARE(records[1], (QByteArrayList{"beta", "", "NaN", "2023-11-14T22:13:21.000Z", "", ""}));
        QCOMPARE(records[2], (QByteArrayList{"alpha", QByteArray("a\0b\xe2\x80\xa8\"c\"\n,\x1b", 12), "NaN", "2023-11-14T22:13:20.000Z", "", "=1+1"}));
        const Answer safe = assayctl({u"runs"_s, m_store, u"-e"_s, u"zero"_s, u"--format"_s, u"csv"_s, u"--columns"_s, u"params.formula,params.lr"_s, u"--spreadsheet-safe"_s});
        QCOMPARE(safe.out, "params.formula,params.lr\r\n,0.01\r\n'=1+1,0.1\r\n"_ba);
        // Every record of the whole table has a cell for each column.
        const QList<QByteArrayList> all = parseCsv(assayctl({u"runs"_s, m_store, u"--format"_s, u"csv"_s}).out);
        QCOMPARE(all.size(), 5);
        for (const QByteArrayList &record : all)
            QCOMPARE(record.size(), all[0].size());
        QVERIFY(all[0].contains("metrics.loss") && all[0].contains("params.lr") && all[0].contains("artifact_uri"));
    }

    void runsAsTextOfOtherKinds()
    {
        const auto runs = [this](const QString &format) {
            return assayctl({u"runs"_s, m_store, u"-e"_s, u"zero"_s, u"--format"_s, format, u"--columns"_s, u"run_name,metrics.nan,params.formula,start_time"_s});
        };
        QCOMPARE(runs(u"tsv"_s).out, "run_name\tmetrics.nan\tparams.formula\tstart_time\nbeta\tNaN\t\t2023-11-14T22:13:21.000Z\n"
                                     "alpha\tNaN\t=1+1\t2023-11-14T22:13:20.000Z\n"_ba);
        QCOMPARE(runs(u"markdown"_s).out, "| run\\_name | metrics.nan | params.formula | start\\_time |\n| --- | ---: | --- | --- |\n"
                                          "| beta | NaN |  | 2023-11-14T22:13:21.000Z |\n| alpha | NaN | =1+1 | 2023-11-14T22:13:20.000Z |\n"_ba);
        const QByteArray latex = runs(u"latex"_s).out;
        QVERIFY2(latex.contains("\\begin{tabular}{lrll}\n\\toprule\nrun\\_name & metrics.nan & params.formula & start\\_time \\\\\n"), latex.constData());
        QVERIFY(latex.endsWith("\\bottomrule\n\\end{tabular}\n"));
        // What takes records takes these formats.
        QVERIFY(assayctl({u"experiments"_s, m_store, u"--format"_s, u"markdown"_s}).out.startsWith("| experiment\\_id | "));
        QVERIFY(assayctl({u"run"_s, m_store, Alpha, u"--format"_s, u"latex"_s}).out.contains("\\toprule"));
    }

    void savedViews()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"a.assay-view.json"_s);
        const auto put = [&](const QByteArray &table, const QByteArray &more = {}) {
            return writeFile(file, "{\"format\": \"assay-view\", \"version\": 1, \"name\": \"a\"," + more + " \"table\": {" + table + "}}");
        };
        const QStringList words{u"runs"_s, m_store, u"-e"_s, u"zero"_s, u"--view-file"_s, file};
        QVERIFY(put(R"("filter": "params.lr < 0.05", "sort": ["metrics.loss:asc"], "columns": ["attributes.run_name", "params.lr"])"));
        QCOMPARE(assayctl(words + QStringList{u"--format"_s, u"csv"_s}).out, "run_name,params.lr\r\nbeta,0.01\r\n"_ba);
        QCOMPARE(ids(words), QStringList{Beta});
        // What is said on the command line comes before.
        QCOMPARE(ids(words + QStringList{u"--filter"_s, u""_s}), (QStringList{Alpha, Beta}));
        QCOMPARE(ids(words + QStringList{u"--filter"_s, u""_s, u"--sort"_s, u"metrics.loss:desc"_s}), (QStringList{Beta, Alpha}));
        QCOMPARE(assayctl(words + QStringList{u"--format"_s, u"csv"_s, u"--columns"_s, u"params.lr"_s}).out, "params.lr\r\n0.01\r\n"_ba);
        // A text that is no query is looked for, as in the window.
        QVERIFY(put(R"("filter": "alph")"));
        QCOMPARE(ids(words), QStringList{Alpha});
        // What is known applies, the rest is named.
        QVERIFY(put(R"("filter": "alph", "sparkle": 1)", "\"cards\": [],"));
        const Answer partly = assayctl(words);
        QCOMPARE(partly.status, 0);
        QVERIFY2(partly.err.contains("sparkle") && partly.err.contains("cards"), partly.err.constData());
        QVERIFY(put(R"("filter": "params.lr <")"));
        QCOMPARE(assayctl(words).status, 2);
        QVERIFY(writeFile(file, "{}"));
        QCOMPARE(assayctl(words).status, 2);
        QVERIFY(QFile::remove(file));
        QCOMPARE(assayctl(words).status, 2);
    }

    void selection()
    {
        QCOMPARE(ids({u"runs"_s, m_store, u"-e"_s, u"zero"_s}), (QStringList{Beta, Alpha}));
        QCOMPARE(ids({u"runs"_s, m_store, u"-e"_s, u"0"_s, u"--sort"_s, u"metrics.loss:asc"_s}), (QStringList{Alpha, Beta}));
        QCOMPARE(ids({u"runs"_s, m_store, u"-e"_s, u"0"_s, u"--filter"_s, u"params.lr < 0.05"_s}), QStringList{Beta});
        QCOMPARE(ids({u"runs"_s, m_store}).size(), 4);
        const Answer some = assayctlJson({u"runs"_s, m_store, u"--filter"_s, u"params.same = 'x'"_s, u"--max"_s, u"1"_s});
        QCOMPARE(some.list("runs").size(), 1);
        QCOMPARE(some.json()[u"matched"_s].toInt(), 2);
        QCOMPARE(some.json()[u"total"_s].toInt(), 4);
        QCOMPARE(assayctl({u"runs"_s, m_store, u"-e"_s, u"nosuch"_s}).status, 3);
        const Answer twins = assayctl({u"runs"_s, m_store, u"-e"_s, u"twin"_s});
        QCOMPARE(twins.status, 3);
        QVERIFY2(twins.errorLine().contains(u"2, 1"_s), twins.err.constData());
        const Answer limited = assayctlJson({u"runs"_s, m_store, u"-e"_s, u"0"_s, u"--columns"_s, u"params.lr"_s});
        QCOMPARE(limited.list("runs").first()[u"data"_s].toObject(),
                 (QJsonObject{{u"params"_s, QJsonObject{{u"lr"_s, u"0.01"_s}}}, {u"metrics"_s, QJsonObject()}, {u"tags"_s, QJsonObject()}}));
    }

    void linesOfJson()
    {
        const Answer answer = assayctl({u"runs"_s, m_store, u"--format"_s, u"ndjson"_s});
        const QByteArrayList lines = answer.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        for (const QByteArray &line : lines)
            QVERIFY2(QJsonDocument::fromJson(line).object().contains(u"info"_s), line.constData());
    }

    void deletedExperiments()
    {
        const QString store = fixture(u"file-1.30/mlruns"_s);
        // Run 1.30 left the runs of its deleted experiment active; they are that experiment's all the same.
        QCOMPARE(ids({u"runs"_s, store}).size(), 35);
        QCOMPARE(ids({u"runs"_s, store, u"--view"_s, u"deleted"_s}).size(), 1);
        QCOMPARE(ids({u"runs"_s, store, u"--view"_s, u"all"_s}).size(), 38);
        QCOMPARE(ids({u"runs"_s, store, u"-e"_s, u"3"_s}).size(), 2);
        QCOMPARE(assayctlJson({u"experiments"_s, store}).list("experiments").size(), 3);
        QCOMPARE(assayctlJson({u"experiments"_s, store, u"--view"_s, u"deleted"_s}).list("experiments").size(), 1);
    }

    void diff()
    {
        const QStringList words = {u"diff"_s, m_store, Alpha, Beta};
        const QJsonObject answer = assayctlJson(words).json();
        QCOMPARE(answer[u"runs"_s].toArray(), (QJsonArray{Alpha, Beta}));
        QCOMPARE(answer[u"baseline"_s].toString(), Alpha);
        const QJsonArray rows = answer[u"rows"_s].toArray();
        const auto find = [](const QJsonArray &all, const QString &section, const QString &key) {
            for (const QJsonValue &row : all)
                if (row[u"section"_s] == section && row[u"key"_s] == key)
                    return row.toObject();
            return QJsonObject();
        };
        QCOMPARE(find(rows, u"params"_s, u"lr"_s),
                 (QJsonObject{{u"section"_s, u"params"_s}, {u"key"_s, u"lr"_s}, {u"values"_s, QJsonArray{u"0.1"_s, u"0.01"_s}},
                              {u"equal"_s, false}, {u"delta"_s, QJsonArray{QJsonValue(), -0.09}}}));
        QVERIFY(find(rows, u"params"_s, u"same"_s).isEmpty());
        QVERIFY2(find(rows, u"metrics"_s, u"nan"_s).isEmpty(), "NaN equals NaN");
        QCOMPARE(find(rows, u"metrics"_s, u"up"_s)[u"values"_s].toArray(), (QJsonArray{u"Infinity"_s, QJsonValue()}));

        const QJsonObject based = assayctlJson(words + QStringList{u"--baseline"_s, u"aaaa2"_s, u"--all"_s, u"--section"_s, u"params"_s}).json();
        QCOMPARE(based[u"baseline"_s].toString(), Beta);
        const QJsonArray params = based[u"rows"_s].toArray();
        QCOMPARE(find(params, u"params"_s, u"lr"_s)[u"delta"_s].toArray(), (QJsonArray{0.09, QJsonValue()}));
        QCOMPARE(find(params, u"params"_s, u"same"_s)[u"equal"_s].toBool(), true);
        for (const QJsonValue &row : params)
            QCOMPARE(row[u"section"_s].toString(), u"params"_s);
    }

    void diffAsAGate()
    {
        const QStringList words = {u"diff"_s, m_store, Alpha, Beta, u"--exit-code"_s, u"--section"_s};
        QCOMPARE(assayctl(words + QStringList{u"params"_s}).status, 1);
        QCOMPARE(assayctl(words + QStringList{u"datasets"_s}).status, 0);
        QCOMPARE(assayctl({u"diff"_s, m_store, Alpha, Beta}).status, 0);
        QCOMPARE(assayctl({u"diff"_s, m_store, Alpha, u"ffff"_s, u"--exit-code"_s}).status, 3);
    }

    void nothingIsWritten()
    {
        const QStringList before = inventory(m_dir.path());
        for (const QStringList &words : {QStringList{u"probe"_s, m_store}, QStringList{u"runs"_s, m_store}, QStringList{u"doctor"_s, m_store},
                                         QStringList{u"models"_s, m_store}, QStringList{u"metrics"_s, m_store, Alpha}})
            (void)assayctl(words);
        QCOMPARE(inventory(m_dir.path()), before);
    }
};

QTEST_GUILESS_MAIN(CtlRunsTest)
#include "tst_ctlruns.moc"
