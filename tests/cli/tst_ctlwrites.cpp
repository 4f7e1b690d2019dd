// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/assayctl.h"

using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// promote, alias and tag on copies of a file store and of a database.
class CtlWritesTest : public QObject
{
    Q_OBJECT

private:
    static inline const QString Model = u"churn-classifier"_s;

    static QJsonObject model(const QString &store)
    {
        const QJsonArray models = assayctlJson({u"models"_s, store, Model}).list("models");
        return models.isEmpty() ? QJsonObject() : models.first().toObject();
    }
    static QString stage(const QString &store, const QString &version)
    {
        for (const QJsonValue &value : model(store)[u"versions"_s].toArray())
            if (value[u"version"_s] == version)
                return value[u"current_stage"_s].toString();
        return {};
    }
    static QStringList promotion(const QString &store, const QString &version, const QString &to)
    {
        return {u"promote"_s, store, Model, version, to, u"--reason"_s, u"better on the hold-out set"_s};
    }

    static void addStores()
    {
        QTest::addColumn<QString>("fixtureStore");
        QTest::newRow("file") << u"file-2.22/mlruns"_s;
        QTest::newRow("database") << u"sqlite-2.22/mlflow.db"_s;
    }

private Q_SLOTS:
    void promotes_data() { addStores(); }
    void promotes()
    {
        QFETCH(QString, fixtureStore);
        const QString store = fixtureCopy(fixtureStore);
        QCOMPARE(stage(store, u"2"_s), u"Production"_s);
        QCOMPARE(stage(store, u"3"_s), u"Staging"_s);

        const Answer dry = assayctlJson(promotion(store, u"3"_s, u"production"_s) << u"--archive-existing"_s << u"--dry-run"_s);
        QCOMPARE(dry.status, 0);
        QCOMPARE(dry.json()[u"archived"_s].toArray(), QJsonArray{u"2"_s});
        QCOMPARE(stage(store, u"3"_s), u"Staging"_s);

        const Answer done = assayctlJson(promotion(store, u"3"_s, u"production"_s) << u"--archive-existing"_s << u"--expect"_s << u"staging"_s);
        QVERIFY2(done.status == 0, done.err.constData());
        QCOMPARE(done.json()[u"outcome"_s].toString(), u"applied"_s);
        QCOMPARE(done.json()[u"from"_s].toString(), u"Staging"_s);
        QCOMPARE(done.json()[u"to"_s].toString(), u"Production"_s);
        QCOMPARE(done.json()[u"archived"_s].toArray(), QJsonArray{u"2"_s});
        QVERIFY(!done.json()[u"entry"_s].toString().isEmpty());
        QCOMPARE(stage(store, u"3"_s), u"Production"_s);
        QCOMPARE(stage(store, u"2"_s), u"Archived"_s);
    }

    void refusals_data() { addStores(); }
    void refusals()
    {
        QFETCH(QString, fixtureStore);
        const QString store = fixtureCopy(fixtureStore);
        const QJsonObject before = model(store);
        QCOMPARE(assayctl(promotion(store, u"3"_s, u"Production"_s) << u"--expect"_s << u"None"_s).status, 4);
        QCOMPARE(assayctl(promotion(store, u"3"_s, u"None"_s) << u"--archive-existing"_s).status, 4);
        QCOMPARE(assayctl(promotion(store, u"99"_s, u"Production"_s)).status, 3);
        QCOMPARE(assayctl({u"promote"_s, store, u"nobody"_s, u"1"_s, u"Staging"_s, u"--reason"_s, u"x"_s}).status, 3);
        QCOMPARE(assayctl({u"promote"_s, store, Model, u"3"_s, u"Staging"_s, u"--reason"_s, u" "_s}).status, 4);
        QCOMPARE(assayctl({u"alias"_s, store, Model, u"champion"_s, u"99"_s, u"--reason"_s, u"x"_s}).status, 3);
        QCOMPARE(assayctl({u"alias"_s, store, Model, u"nobody"_s, u"--delete"_s, u"--reason"_s, u"x"_s}).status, 3);
        QCOMPARE(assayctl({u"alias"_s, store, Model, u"champion"_s, u"--reason"_s, u"x"_s}).status, 2);
        QCOMPARE(assayctl({u"tag"_s, store, u"version"_s, Model, u"k"_s, u"v"_s}).status, 2);
        QCOMPARE(assayctl({u"tag"_s, store, u"model"_s, u"nobody"_s, u"k"_s, u"v"_s}).status, 3);
        QCOMPARE(model(store), before);
    }

    void unknownSchemaIsNotWritten_data()
    {
        QTest::addColumn<QString>("database");
        QTest::newRow("unknown") << u"unknown-revision.db"_s;
        QTest::newRow("none") << u"no-revision.db"_s;
    }
    void unknownSchemaIsNotWritten()
    {
        QFETCH(QString, database);
        const QString store = fixtureCopy(u"damaged/sqlite/"_s + database);
        const QStringList before = inventory(QFileInfo(store).path());
        const Answer answer = assayctlJson(promotion(store, u"3"_s, u"Production"_s));
        QCOMPARE(answer.status, 4);
        QCOMPARE(answer.json()[u"error"_s][u"code"_s].toString(), u"unknown-schema"_s);
        QCOMPARE(assayctl({u"alias"_s, store, Model, u"champion"_s, u"3"_s, u"--reason"_s, u"x"_s}).status, 4);
        QCOMPARE(assayctl({u"tag"_s, store, u"model"_s, Model, u"k"_s, u"v"_s}).status, 4);
        for (const QString &command : {u"delete"_s, u"restore"_s})
            QCOMPARE(assayctl({command, store, u"abcd"_s}).status, 4);
        QCOMPARE(assayctl({u"rename"_s, store, u"abcd"_s, u"name"_s}).status, 4);
        QCOMPARE(inventory(QFileInfo(store).path()), before);
    }

    void aliases_data() { addStores(); }
    void aliases()
    {
        QFETCH(QString, fixtureStore);
        const QString store = fixtureCopy(fixtureStore);
        const Answer moved = assayctlJson({u"alias"_s, store, Model, u"champion"_s, u"3"_s, u"--reason"_s, u"won"_s});
        QVERIFY2(moved.status == 0, moved.err.constData());
        QCOMPARE(moved.json()[u"from"_s].toString(), u"2"_s);
        QCOMPARE(model(store)[u"aliases"_s][u"champion"_s].toString(), u"3"_s);
        const Answer deleted = assayctlJson({u"alias"_s, store, Model, u"champion"_s, u"--delete"_s, u"--reason"_s, u"lost"_s});
        QVERIFY2(deleted.status == 0, deleted.err.constData());
        QVERIFY(deleted.json()[u"to"_s].isNull());
        QVERIFY(!model(store)[u"aliases"_s].toObject().contains(u"champion"_s));
    }

    void changesRuns_data() { addStores(); }
    void changesRuns()
    {
        QFETCH(QString, fixtureStore);
        const QString store = fixtureCopy(fixtureStore);
        const QJsonArray runs = assayctlJson({u"runs"_s, store, u"--max"_s, u"2"_s}).list("runs");
        const QString first = runs[0][u"info"_s][u"run_id"_s].toString();
        const QString second = runs[1][u"info"_s][u"run_id"_s].toString();
        const QString name = runs[0][u"info"_s][u"run_name"_s].toString();
        const auto info = [&](const QString &run) { return assayctlJson({u"run"_s, store, run}).json()[u"info"_s].toObject(); };

        const Answer renamed = assayctlJson({u"rename"_s, store, first.left(8), u"größer: 'x'"_s, u"--expect"_s, name});
        QVERIFY2(renamed.status == 0, renamed.err.constData());
        QCOMPARE(renamed.json(), (QJsonObject{{u"outcome"_s, u"applied"_s}, {u"run_id"_s, first}, {u"from"_s, name}, {u"to"_s, u"größer: 'x'"_s}}));
        QCOMPARE(info(first)[u"run_name"_s].toString(), u"größer: 'x'"_s);
        QCOMPARE(assayctl({u"rename"_s, store, first, u"y"_s, u"--expect"_s, name}).status, 4);
        QCOMPARE(assayctlJson({u"rename"_s, store, first, u""_s}).json()[u"outcome"_s].toString(), u"not-applied"_s);
        QCOMPARE(info(first)[u"run_name"_s].toString(), u"größer: 'x'"_s);

        const Answer deleted = assayctlJson({u"delete"_s, store, first, second, first});
        QVERIFY2(deleted.status == 0, deleted.err.constData());
        QCOMPARE(deleted.json()[u"outcome"_s].toString(), u"applied"_s);
        QCOMPARE(deleted.list("runs").size(), 2);
        QCOMPARE(deleted.list("runs")[1].toObject(), (QJsonObject{{u"run_id"_s, second}, {u"outcome"_s, u"applied"_s}, {u"from"_s, u"active"_s}, {u"to"_s, u"deleted"_s}}));
        QCOMPARE(info(second)[u"lifecycle_stage"_s].toString(), u"deleted"_s);
        QVERIFY(assayctl({u"delete"_s, store, first}).out.startsWith("1 run")); // as it is
        QCOMPARE(assayctl({u"rename"_s, store, first, u"z"_s}).status, 4);

        QCOMPARE(assayctl({u"restore"_s, store, first, u"nobody-there"_s}).status, 3); // then none is restored
        QCOMPARE(info(first)[u"lifecycle_stage"_s].toString(), u"deleted"_s);
        QVERIFY(assayctl({u"restore"_s, store, first, second}).out.startsWith("2 run"));
        QCOMPARE(info(first)[u"lifecycle_stage"_s].toString(), u"active"_s);
        QCOMPARE(assayctl({u"delete"_s, store}).status, 2);
    }

    void tags_data() { addStores(); }
    void tags()
    {
        QFETCH(QString, fixtureStore);
        const QString store = fixtureCopy(fixtureStore);
        const QString run = assayctlJson({u"runs"_s, store, u"--max"_s, u"1"_s}).list("runs").first()[u"info"_s][u"run_id"_s].toString();
        const QString value = u"größer\n \"x\" "_s;
        const std::pair<QString, QString> targets[] = {{u"run"_s, run}, {u"model"_s, Model}, {u"version"_s, Model + u"/3"_s}};
        for (const auto &[kind, target] : targets) {
            const Answer set = assayctlJson({u"tag"_s, store, kind, target, u"reviewed"_s, value});
            QVERIFY2(set.status == 0, set.err.constData());
            QCOMPARE(set.json()[u"outcome"_s].toString(), u"applied"_s);
            const Answer deleted = assayctlJson({u"tag"_s, store, kind, target, u"reviewed"_s, u"--delete"_s});
            QVERIFY2(deleted.status == 0, deleted.err.constData());
            QCOMPARE(deleted.json()[u"from"_s].toString(), value);
            QCOMPARE(assayctl({u"tag"_s, store, kind, target, u"reviewed"_s, u"--delete"_s}).status, 3);
        }
    }
};

QTEST_GUILESS_MAIN(CtlWritesTest)
#include "tst_ctlwrites.moc"
