// SPDX-License-Identifier: GPL-3.0-or-later
// MLflow's own filters and orders, asked of tables that are made from the fixture stores' expected runs.
#include "models/table/roworder.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

const QStringList Stores{u"file-1.30"_s, u"file-2.22"_s, u"file-3.17"_s, u"sqlite-old"_s, u"sqlite-2.22"_s, u"sqlite-3.17"_s};

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString expected(const QString &store, const QString &what)
{
    return Testing::fixture(store + "/expected/"_L1 + what);
}

double numberOf(const QJsonValue &value)
{
    const double number = value.isString() ? parseNumber(value.toString().toStdString()).value() : value.toDouble();
    return std::fabs(number) == std::numeric_limits<double>::max() ? std::copysign(std::numeric_limits<double>::infinity(), number) : number;
}

TextMap textsOf(const QJsonValue &value)
{
    TextMap texts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.insert(it.key(), it->toString());
    return texts;
}

OptionalTime timeOf(const QJsonValue &value)
{
    return value.isDouble() ? OptionalTime(value.toInteger()) : OptionalTime();
}

Run runOf(const QJsonObject &json)
{
    const QJsonObject info = json["info"_L1].toObject(), data = json["data"_L1].toObject();
    Run run;
    run.info.ref = {ExperimentId(info["experiment_id"_L1].toString()), RunId(info["run_id"_L1].toString())};
    run.info.name = info["run_name"_L1].toString();
    run.info.userId = info["user_id"_L1].toString();
    run.info.status = runStatusFromName(info["status"_L1].toString());
    run.info.startTime = timeOf(info["start_time"_L1]);
    run.info.endTime = timeOf(info["end_time"_L1]);
    run.info.artifactUri = info["artifact_uri"_L1].toString();
    run.info.lifecycle = info["lifecycle_stage"_L1] == "deleted"_L1 ? Lifecycle::Deleted : Lifecycle::Active;
    run.params = textsOf(data["params"_L1]);
    run.tags = textsOf(data["tags"_L1]);
    const QJsonObject metrics = data["metrics"_L1].toObject();
    for (auto it = metrics.begin(); it != metrics.end(); ++it)
        run.metrics.insert(it.key(), numberOf(*it));
    for (const QJsonValue &one : json["inputs"_L1].toObject()["datasets"_L1].toArray()) {
        DatasetInput input;
        input.dataset.name = one["name"_L1].toString();
        input.dataset.digest = one["digest"_L1].toString();
        input.tags = textsOf(one["tags"_L1]);
        run.datasets.append(input);
    }
    return run;
}

RunTablePtr tableOf(const QString &store)
{
    const bool isDatabase = store.startsWith("sqlite"_L1);
    RunTableBuilder builder(QueryDialect{isDatabase, !isDatabase, isDatabase});
    const QJsonObject json = readJson(expected(store, u"runs.json"_s));
    for (const QJsonValue &one : json["runs"_L1].toArray()) {
        Run run = runOf(one.toObject());
        const QString name = run.info.name;
        const bool isAged = store == "sqlite-old"_L1 && name == "churn-grid-6"_L1; // has its name in the tag alone
        if (isAged)
            run.info.name.clear();
        builder.add(run);
        if (isAged)
            builder.setRunName(uint32_t(builder.rowCount() - 1), name.toStdString());
    }
    return builder.finish();
}

// "metrics.`a b` DESC" as MLflow writes it.
SortKey mlflowOrder(QString text)
{
    for (const auto &[mlflow, ours] : {std::pair(" desc"_L1, ":desc"_L1), std::pair(" asc"_L1, ":asc"_L1)})
        if (text.endsWith(mlflow, Qt::CaseInsensitive))
            text = text.chopped(mlflow.size()) + ours;
    const auto key = parseSortKey(text);
    if (!key)
        qFatal("%s", qPrintable(key.error().message));
    return *key;
}

} // namespace

class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsMlflow_data();
    void answersAsMlflow();
    void refusesOrTakesMore_data();
    void refusesOrTakesMore();
};

void QueryTest::answersAsMlflow_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QJsonObject>("search");
    for (const QString &store : Stores) {
        const bool hasNewer = QFile::exists(expected(store, u"search-newer"_s));
        const QDir folder(expected(store, hasNewer ? u"search-newer"_s : u"search"_s));
        const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files);
        QVERIFY(files.size() > 100);
        for (const QString &file : files) {
            const QJsonObject search = readJson(folder.filePath(file));
            if (!search["quirk"_L1].toBool())
                QTest::addRow("%s/%s: %s", qPrintable(store), qPrintable(file), qPrintable(search["filter"_L1].toString())) << store << search;
        }
    }
}

void QueryTest::answersAsMlflow()
{
    QFETCH(QString, store);
    QFETCH(QJsonObject, search);
    static QMap<QString, RunTablePtr> tables;
    if (!tables.contains(store))
        tables.insert(store, tableOf(store));

    RowOrderRequest request;
    request.table = tables[store];
    const auto query = parseQuery(search["filter"_L1].toString());
    VERIFY_RESULT(query);
    request.query = *query;
    for (const QJsonValue &id : search["experiment_ids"_L1].toArray())
        request.experiments.append(ExperimentId(id.toString()));
    const QString view = search["view"_L1].toString();
    request.view = view == "active"_L1 ? ViewType::Active : view == "deleted"_L1 ? ViewType::Deleted : ViewType::All;
    for (const QJsonValue &order : search["order_by"_L1].toArray())
        request.keys.append(mlflowOrder(order.toString()));
    SilentJob job;
    const auto order = computeRowOrder(request, job);
    VERIFY_RESULT(order);

    QStringList got, wanted;
    for (uint32_t row : order->rows)
        got.append(request.table->ref(row).run.value);
    for (const QJsonValue &id : search["run_ids"_L1].toArray())
        wanted.append(id.toString());
    QCOMPARE(got, wanted);
}

void QueryTest::refusesOrTakesMore_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("isTaken");
    // What MLflow refuses and this language takes (it would be a mistake to lose these).
    const QStringList taken{u"metrics.auc IS NULL"_s, u"params.lr < 0.1"_s, u"params.lr = 0.1"_s, u"params.lr = '0.1' OR params.lr = '10'"_s,
                            u"(params.lr = '0.1')"_s, u"NOT params.lr = '0.1'"_s, u"lifecycle_stage = 'deleted'"_s, u"experiment_id = '0'"_s,
                            u"'0.1' = params.lr"_s, u"status IN ('FINISHED')"_s, u"params.lr IN ('0.1')"_s};
    QSet<QString> seen;
    for (const QString &store : Stores) {
        for (const QString &file : {u"search_refused.json"_s, u"search-newer_refused.json"_s}) {
            if (!QFile::exists(expected(store, file)))
                continue;
            const QJsonObject json = readJson(expected(store, file));
            for (const QJsonValue &one : json["refused"_L1].toArray()) {
                const QString filter = one["filter"_L1].toString();
                const bool isOld = file == "search_refused.json"_L1 && !store.contains("3.17"_L1); // newer MLflow takes some of these
                if (filter.isEmpty() || one["quirk"_L1].toBool() || isOld || seen.contains(filter))
                    continue;
                seen.insert(filter);
                QTest::addRow("%s", qPrintable(filter)) << filter << taken.contains(filter);
            }
        }
    }
    QVERIFY(seen.size() > 20);
}

void QueryTest::refusesOrTakesMore()
{
    QFETCH(QString, filter);
    QFETCH(bool, isTaken);
    const QueryParse parsed = checkQuery(filter);
    QCOMPARE(!parsed.mistake.has_value(), isTaken);
    if (!isTaken) {
        QCOMPARE(parsed.mistake->code, ErrorCode::InvalidQuery);
        QVERIFY2(parsed.mistake->message.contains("at column "_L1), qPrintable(parsed.mistake->message));
    }
}

QTEST_GUILESS_MAIN(QueryTest)
#include "tst_query.moc"
