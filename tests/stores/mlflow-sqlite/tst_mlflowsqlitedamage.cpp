// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/mlflow-sqlite/database.h"

#include <QRandomGenerator>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

QStringList codes(const QList<Problem> &problems)
{
    QStringList all;
    for (const Problem &problem : problems)
        all.append(problem.code);
    all.sort();
    return all;
}

} // namespace

// Databases that are cut, torn, odd or of others: what can be read of them is, and the rest is said.
class MlflowSqliteDamageTest : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;

    std::unique_ptr<StoreBackend> damaged(const QString &name)
    {
        return openStore(fixture(u"damaged/sqlite/"_s + name));
    }

private Q_SLOTS:
    void staysWithTheDamage_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("opens");
        QTest::addColumn<bool>("writable");
        QTest::addColumn<QString>("words"); // of the refusal
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char *file, bool opens, bool writable, const char *words,
                            const QStringList &problems = {}) {
            QTest::newRow(file) << QString::fromLatin1(file) << opens << writable
                                << QString::fromLatin1(words) << problems;
        };
        row("truncated.db", false, false, "database disk image is malformed");
        row("unknown-revision.db", true, false, "", {u"schema-unknown"_s});
        row("no-revision.db", true, false, "", {u"schema-unknown"_s});
        row("corrupt-params-page.db", true, true, "", {u"database-page-damaged"_s});
        row("not-mlflow.db", false, false, "not an MLflow store");
        row("not-sqlite.db", false, false, "not a SQLite file");
        row("header-only.db", false, false, "malformed");
        row("no-latest-metrics.db", true, true, "");
        row("extra-columns.db", true, true, "");
        row("odd-rows.db", true, true, "",
            {u"alias-dangling"_s, u"artifact-uri-missing"_s, u"experiment-missing"_s,
             u"metric-malformed"_s, u"status-unknown"_s, u"text-malformed"_s, u"time-malformed"_s,
             u"time-malformed"_s});
    }
    void staysWithTheDamage()
    {
        QFETCH(QString, file);
        QFETCH(bool, opens);
        QFETCH(QString, words);
        const QString path = fixture(u"damaged/sqlite/"_s + file);
        const StoreProbe probe = makeMlflowSqlite()->probe(path, m_job);
        QCOMPARE(probe.candidates.size(), opens ? 1 : 0);
        QVERIFY2(opens ? probe.whyNot.isEmpty() : probe.whyNot.contains(words),
                 qPrintable(probe.whyNot));
        const auto store = makeMlflowSqlite()->open(path, {}, m_job);
        QCOMPARE(store.hasValue(), opens);
        if (!opens) {
            QVERIFY2(store.error().message.contains(words), qPrintable(store.error().message));
            return;
        }
        QTEST(store.value()->info().writable, "writable");
        const auto problems = store.value()->diagnose(m_job);
        VERIFY_RESULT(problems);
        QTEST(codes(*problems), "problems");
        for (const Problem &problem : *problems) {
            QCOMPARE(problem.path, file);
            QVERIFY(!problem.table.isEmpty());
        }
        const RunTablePtr table = allRuns(**store);
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 39);
        QVERIFY(table->numbers({ColumnGroup::Metric, u"loss"_s}));
    }

    void readsAroundADamagedPage()
    {
        const auto sound = damaged(u"extra-columns.db"_s),
                   broken = damaged(u"corrupt-params-page.db"_s);
        QVERIFY(sound && broken);
        const auto cells = [&](StoreBackend &store) {
            qsizetype count = 0;
            const RunTablePtr table = allRuns(store);
            for (const RunTable::NamedColumn &column : table->columns())
                if (column.key.group == ColumnGroup::Param)
                    count += std::get<TextColumn>(*column.column).cells.valueCount();
            return count;
        };
        const qsizetype all = cells(*sound), left = cells(*broken);
        QVERIFY2(left < all && left > all - 60, qPrintable(QString::number(left)));
        const auto loaded = broken->runs({}, {}, m_job);
        QCOMPARE(loaded->problems.first().table, u"params"_s);
    }

    void computesLatestValuesWhereTheyAreNotKept()
    {
        const auto with = damaged(u"extra-columns.db"_s),
                   without = damaged(u"no-latest-metrics.db"_s);
        QVERIFY(with && without);
        const RunTablePtr kept = allRuns(*with), computed = allRuns(*without);
        int compared = 0;
        for (uint32_t row = 0; row < uint32_t(kept->rowCount()); ++row) {
            const auto latest = kept->run(row).metrics;
            const auto found = computed->run(*computed->rowOf(kept->ref(row))).metrics;
            for (auto it = found.begin(); it != found.end(); ++it) {
                QVERIFY(latest.contains(it.key()));
                // The fixture's histories were cut behind step 20, its latest values were not.
                const auto history = with->history({kept->ref(row), {it.key()}}, m_job);
                VERIFY_RESULT(history);
                if (std::ranges::max(history->value.first().steps) >= 20)
                    continue;
                QVERIFY2(same(*it, latest[it.key()]), qPrintable(it.key()));
                ++compared;
            }
        }
        QVERIFY(compared > 30);
    }

    void readsOddRows()
    {
        const auto store = damaged(u"odd-rows.db"_s);
        QVERIFY(store);
        const RunTablePtr table = allRuns(*store);
        QMap<QString, Run> runs;
        for (uint32_t row = 0; row < uint32_t(table->rowCount()); ++row)
            runs.insert(table->displayName(row), table->run(row));
        QCOMPARE(runs[u"empty"_s].info.status, RunStatus::Unknown);
        QCOMPARE(runs[u"twin"_s].info.startTime, OptionalTime());
        QCOMPARE(runs[u"failed"_s].info.artifactUri, QString());
        QCOMPARE(runs[u"killed"_s].info.ref.experiment.value, u"99"_s);
        const QString odd = runs[u"unicode"_s].params.contains(u"unicode"_s)
                                ? runs[u"unicode"_s].params[u"unicode"_s]
                                : QString();
        const TextColumn *column = table->text({ColumnGroup::Param, u"unicode"_s});
        QVERIFY(column);
        bool isFound = odd == u"\0\uFFFDA"_s;
        column->cells.forEach([&](uint32_t row, uint32_t) {
            isFound = isFound || column->text(row) == QStringView(u"\0\uFFFDA", 3);
        });
        QVERIFY(isFound);
        const auto models = store->models(m_job);
        VERIFY_RESULT(models);
        for (const RegisteredModel &model : models->value)
            if (model.name == "churn-classifier"_L1)
                QCOMPARE(model.aliases[u"dangling"_s], u"99"_s);
    }

    void survivesFlippedBytes()
    {
        QFile original(fixture(u"damaged/sqlite/extra-columns.db"_s));
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray sound = original.readAll();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        bool isNumber = false;
        const int asked = qEnvironmentVariableIntValue("ASSAY_FLIPS", &isNumber);
        QRandomGenerator random(7);
        int opened = 0;
        for (int round = 0; round < (isNumber ? asked : 100); ++round) {
            QByteArray bytes = sound;
            // Mostly in the first pages, which hold the schema, and in the page headers.
            for (int flip = 0; flip < 1 + round % 20; ++flip) {
                const qsizetype page
                    = round % 3 ? random.bounded(bytes.size() / 4096) : random.bounded(4);
                const qsizetype at = page * 4096 + random.bounded(round % 2 ? 4096 : 200);
                bytes[at] = char(random.bounded(256));
            }
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
            file.close();
            const auto store = makeMlflowSqlite()->open(path, {}, m_job);
            if (!store)
                continue;
            ++opened;
            (void)(*store)->counts(m_job);
            (void)(*store)->diagnose(m_job);
            if (const RunTablePtr table = allRuns(**store))
                for (uint32_t row = 0; row < uint32_t(table->rowCount()); row += 7)
                    (void)(*store)->history({table->ref(row), {}}, m_job);
            (void)(*store)->setRunTag({ExperimentId(u"1"_s), RunId(u"x"_s)}, u"a"_s, u"b"_s, m_job);
        }
        QVERIFY(opened > 0);
    }
};

QTEST_GUILESS_MAIN(MlflowSqliteDamageTest)
#include "tst_mlflowsqlitedamage.moc"
