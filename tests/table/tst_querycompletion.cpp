// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/query.h"
#include "models/table/querycompletion.h"
#include "models/table/querycontext.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

RunTablePtr sampleTable()
{
    RunTableBuilder builder;
    for (int i = 0; i < 10; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"0"_s), RunId("run"_L1 + QString::number(i))};
        run.info.status = i < 7 ? RunStatus::Finished : RunStatus::Failed;
        run.info.userId = u"ann"_s;
        run.info.startTime = 1000;
        run.metrics.insert(u"loss"_s, i);
        if (i < 4)
            run.metrics.insert(u"val/loss"_s, i);
        run.params.insert(u"model"_s, i < 6 ? u"xgboost"_s : i < 9 ? u"XGB linear"_s : u"it's"_s);
        if (i == 0) {
            run.params.insert(u"batch size"_s, u"32"_s);
            run.params.insert(u"tick`s"_s, u"1"_s);
            run.params.insert(u"both`\""_s, u"1"_s);
            run.tags.insert(u"note"_s, u"'both\""_s);
            DatasetInput input;
            input.dataset.name = u"train"_s;
            run.datasets = {input, input};
        }
        run.params.insert(u"lr"_s, i % 2 ? u"0.1"_s : u"0.01"_s);
        run.tags.insert(u"mlflow.lossless"_s, u"1"_s);
        builder.add(run);
    }
    return builder.finish();
}

// The query with '|' for the cursor.
QueryCompletion complete(const QString &marked, qsizetype limit = 50)
{
    const qsizetype cursor = marked.indexOf(u'|');
    return completeQuery(QString(marked).remove(cursor, 1), cursor, *sampleTable(), limit);
}

QStringList texts(const QueryCompletion &completion)
{
    QStringList all;
    for (const QueryCandidate &candidate : completion.candidates)
        all.append(candidate.runs < 0 ? candidate.text : candidate.text + u'·' + QString::number(candidate.runs));
    return all;
}

} // namespace

class QueryCompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data();
    void offers();
    void replacesTheWholePiece_data();
    void replacesTheWholePiece();
    void listsEverythingForAnEmptyText();
    void keepsToTheLimit();
    void offersWhatCanBeRead();
    void survivesAnyCursor();
    void findsAmongAMillionTexts();
};

void QueryCompletionTest::offers_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QStringList>("expected"); // the first ones
    const auto row = [](const char *marked, const QStringList &expected) { QTest::addRow("%s", marked) << QString::fromUtf8(marked) << expected; };
    row("lo|", {u"metrics.loss·10"_s, u"metrics.`val/loss`·4"_s, u"log("_s, u"log10("_s, u"lower("_s});
    row("LOSS|", {u"metrics.loss·10"_s, u"metrics.`val/loss`·4"_s, u"tags.mlflow.lossless·10"_s});
    row("params.|", {u"params.lr·10"_s, u"params.model·10"_s, u"params.\"tick`s\"·1"_s, u"params.`batch size`·1"_s});
    row("param.`ba|", {u"params.`batch size`·1"_s});
    row("params.si|", {u"params.`batch size`·1"_s});
    row("parent.metrics.l|", {u"parent.metrics.loss·10"_s});
    row("depth = 0 and not sta|", {u"start_time·10"_s, u"status·10"_s});
    row("datasets.n|", {u"datasets.name"_s});
    row("no|", {u"tags.note·1"_s, u"NOT"_s});
    row("metrics.loss |", {u"<"_s, u"<="_s, u">"_s, u">="_s, u"="_s, u"!="_s, u"BETWEEN"_s, u"IN"_s});
    row("metrics.loss be|", {u"BETWEEN"_s});
    row("params.model |", {u"="_s, u"!="_s, u"IN"_s, u"LIKE"_s});
    row("params.model not |", {u"IN"_s, u"LIKE"_s});
    row("params.model is |", {u"NULL"_s, u"NOT NULL"_s});
    row("params.model in |", {u"("_s});
    row("params.model =|", {u"'xgboost'·6"_s, u"'XGB linear'·3"_s, u"\"it's\"·1"_s});
    row("params.model = xg|", {u"'xgboost'·6"_s, u"'XGB linear'·3"_s});
    row("params.model = 'lin|", {u"'XGB linear'·3"_s});
    row("params.model = \"it|", {u"\"it's\"·1"_s});
    row("params.model in ('xgboost', |", {u"'xgboost'·6"_s});
    row("params.model like |", {u"'xgboost'·6"_s});
    row("params.lr = 0|", {u"0.01·5"_s, u"0.1·5"_s});
    row("params.lr = '0|", {u"'0.01'·5"_s, u"'0.1'·5"_s});
    row("tags.note = |", {});
    row("tags.note = '|", {});
    row("status = |", {u"'FINISHED'·7"_s, u"'FAILED'·3"_s});
    row("attributes.status != 'FA|", {u"'FAILED'·3"_s});
    row("lower(params.model) = |", {u"'xgboost'·6"_s});
    row("start_time > t|", {u"today"_s});
    row("datasets.name = |", {u"'train'·1"_s});
    row("metrics.loss > |", {});
    row("params.model ~ '|", {});
    row("metrics.loss between 1 |", {u"AND"_s});
    row("metrics.loss between 1 and 2 |", {u"AND"_s, u"OR"_s});
    row("metrics.loss > 1 |", {u"AND"_s, u"OR"_s});
    row("params.model in ('a', 'b') o|", {u"OR"_s});
    row("has(params.model) |", {u"AND"_s, u"OR"_s});
    row("churn |", {u"AND"_s, u"OR"_s});
    row("churn and lo|", {u"metrics.loss·10"_s});
    row("abs(metrics.loss) |", {u"<"_s});
    row("(metrics.loss > 1 or l|", {u"metrics.loss·10"_s});
    row("metrics.loss + lo|", {u"metrics.loss·10"_s});
}

void QueryCompletionTest::offers()
{
    QFETCH(QString, marked);
    QFETCH(QStringList, expected);
    const QStringList all = texts(complete(marked));
    QCOMPARE(all.mid(0, expected.size()), expected);
    if (expected.isEmpty())
        QCOMPARE(all, QStringList());
}

void QueryCompletionTest::replacesTheWholePiece_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("accepted");
    const auto row = [](const char *marked, const char *accepted) { QTest::addRow("%s", marked) << QString::fromUtf8(marked) << QString::fromUtf8(accepted); };
    row("lo|", "metrics.loss");
    row("los|s > 1", "metrics.loss > 1");
    row("depth = 0 AND params.`ba| = '1'", "depth = 0 AND params.`batch size` = '1'");
    row("params.model = 'xg|boost' AND depth = 0", "params.model = 'xgboost' AND depth = 0");
    row("params.model = 'xg| AND params.lr = '0.1'", "params.model = 'xgboost' AND params.lr = '0.1'");
    row("params.model =|", "params.model ='xgboost'");
}

void QueryCompletionTest::replacesTheWholePiece()
{
    QFETCH(QString, marked);
    const QueryCompletion completion = complete(marked);
    QVERIFY(!completion.candidates.empty());
    QString text = marked;
    text.remove(u'|').replace(completion.offset, completion.length, completion.candidates.front().text);
    QTEST(text, "accepted");
}

void QueryCompletionTest::listsEverythingForAnEmptyText()
{
    const QStringList all = texts(complete(u"|"_s));
    QCOMPARE(all.first(), u"metrics.loss·10"_s);
    QVERIFY(all.contains(u"params.`batch size`·1"_s));
    QVERIFY(all.contains(u"duration"_s));
    QVERIFY(all.indexOf(u"run_id·10"_s) > all.indexOf(u"params.`batch size`·1"_s)); // every run has one
    QVERIFY(!all.contains(u"params.both·1"_s) && all.filter(u"both"_s).isEmpty());
    QVERIFY(all.indexOf(u"tags.mlflow.lossless·10"_s) > all.indexOf(u"tags.note·1"_s));
}

void QueryCompletionTest::keepsToTheLimit()
{
    QCOMPARE(texts(complete(u"params.model = |"_s, 2)), (QStringList{u"'xgboost'·6"_s, u"'XGB linear'·3"_s}));
    QCOMPARE(texts(complete(u"params.model = |"_s, 0)), QStringList());
    QCOMPARE(complete(u"|"_s, 3).candidates.size(), size_t(3));
}

// Any offered key, operator and value together are a query.
void QueryCompletionTest::offersWhatCanBeRead()
{
    const RunTablePtr table = sampleTable();
    int values = 0;
    for (const QueryCandidate &key : completeQuery({}, 0, *table).candidates) {
        if (key.kind != QueryCandidate::Kind::Key)
            continue;
        const QString start = key.text + u' ';
        for (const QueryCandidate &sign : completeQuery(start, start.size(), *table).candidates) {
            const bool isDone = sign.text.endsWith("NULL"_L1);
            if (isDone)
                QVERIFY2(!checkQuery(start + sign.text).mistake, qPrintable(start + sign.text));
            if (isDone || sign.text == "IN"_L1 || sign.text == "BETWEEN"_L1)
                continue;
            const QString compared = start + sign.text + u' ';
            for (const QueryCandidate &value : completeQuery(compared, compared.size(), *table).candidates) {
                QVERIFY2(!checkQuery(compared + value.text).mistake, qPrintable(compared + value.text));
                ++values;
            }
        }
    }
    QVERIFY(values > 100);
}

void QueryCompletionTest::survivesAnyCursor()
{
    const RunTablePtr table = sampleTable();
    QRandomGenerator random(3);
    const QString alphabet = u"ab.'\"`()<>=~!@,-+*/ 0129dLlikeANDinot_\u00e4\U0001F600"_s;
    for (int i = 0; i < 5'000; ++i) {
        QString text;
        for (int n = random.bounded(40); n > 0; --n)
            text += random.bounded(6) ? QString(alphabet[random.bounded(int(alphabet.size()))]) : u" params.model = "_s;
        const qsizetype cursor = random.bounded(int(text.size()) + 1);
        const QueryCompletion completion = completeQuery(text, cursor, *table);
        QVERIFY(completion.offset >= 0 && completion.offset <= cursor);
        QVERIFY(completion.offset + completion.length >= cursor && completion.offset + completion.length <= text.size());
    }
}

void QueryCompletionTest::findsAmongAMillionTexts()
{
    RunTableBuilder builder;
    const uint32_t column = builder.paramColumn("note");
    for (int i = 0; i < 1'000'000; ++i) {
        RunCells cells;
        const std::string id = std::to_string(i);
        cells.runId = id;
        cells.experimentId = "0";
        builder.setText(column, builder.addRun(cells), "note " + id);
    }
    const RunTablePtr table = builder.finish();
    const QString text = u"params.note = 'NOTE 99999"_s;
    const QueryCompletion completion = completeQuery(text, text.size(), *table, 20);
    QCOMPARE(completion.candidates.size(), size_t(11));
    QCOMPARE(completion.candidates.front().text, u"'note 99999'"_s);
}

QTEST_GUILESS_MAIN(QueryCompletionTest)
#include "tst_querycompletion.moc"
