// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/assayctl.h"

using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// What is damaged is named where it lies; what is sound is left in peace.
class CtlDoctorTest : public QObject
{
    Q_OBJECT

private:
    struct Place {
        QString path;
        int line = 0;
        QString severity;
        QString table;
    };

    static QList<Place> problems(const QString &store)
    {
        QList<Place> places;
        for (const QJsonValue &problem : assayctlJson({u"doctor"_s, store}).list("problems"))
            places.append({problem[u"path"_s].toString(), problem[u"line"_s].toInt(), problem[u"severity"_s].toString(), problem[u"table"_s].toString()});
        return places;
    }

    // A problem names the file itself, or the folder that was left out with everything in it.
    static bool isNamed(const QList<Place> &places, const QString &path, int line)
    {
        return std::any_of(places.begin(), places.end(), [&](const Place &place) {
            return (place.path == path && (line == 0 || place.line == line)) || (line == 0 && path.startsWith(place.path + u'/'));
        });
    }

    QString m_store;
    QJsonObject m_expected;
    QList<Place> m_problems;

private Q_SLOTS:
    void initTestCase()
    {
        m_store = fixtureCopy(u"damaged"_s) + u"/mlruns"_s;
        QFile file(fixture(u"damaged/expected.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_expected = QJsonDocument::fromJson(file.readAll()).object();
        const QStringList before = inventory(m_store);
        m_problems = problems(m_store);
        QVERIFY(!m_problems.isEmpty());
        QCOMPARE(inventory(m_store), before);
    }

    void damagedRunsAreNamed()
    {
        QStringList missing;
        for (const QJsonValue &row : m_expected[u"runs"_s].toArray()) {
            const QString path = row[u"problem_path"_s].toString();
            if (!path.isEmpty() && !isNamed(m_problems, path, row[u"problem_line"_s].toInt()))
                missing.append(row[u"case"_s].toString() + u' ' + path);
        }
        QCOMPARE(missing, QStringList());
    }

    void otherDamageIsNamed()
    {
        QStringList missing;
        for (const QJsonValue &row : m_expected[u"others"_s].toArray()) {
            const QString path = row[u"path"_s].toString();
            if (row[u"problem"_s].toBool() && !isNamed(m_problems, path, row[u"problem_line"_s].toInt()))
                missing.append(path);
        }
        QCOMPARE(missing, QStringList());
    }

    void soundRunsAreNotNamed()
    {
        // Rows where a hint is welcome or either reading is right.
        const QStringList doubtful = {u"25"_s, u"35"_s, u"36"_s, u"38"_s, u"45"_s, u"48"_s, u"51"_s};
        QStringList named;
        for (const QJsonValue &row : m_expected[u"runs"_s].toArray()) {
            const QString id = row[u"run_id"_s].toString();
            if (!row[u"problem_path"_s].toString().isEmpty() || doubtful.contains(id.left(2)))
                continue;
            for (const Place &place : m_problems)
                if (place.path.contains(id))
                    named.append(place.path);
        }
        QCOMPARE(named, QStringList());
    }

    void whatLoadsIsListed()
    {
        QStringList listed;
        for (const QJsonValue &run : assayctlJson({u"runs"_s, m_store, u"--view"_s, u"all"_s}).list("runs"))
            listed.append(run[u"info"_s][u"run_id"_s].toString());
        QStringList wrong;
        for (const QJsonValue &row : m_expected[u"runs"_s].toArray()) {
            const QString id = row[u"run_id"_s].toString();
            if (row[u"run_loads"_s].isBool() && row[u"run_loads"_s].toBool() && !listed.contains(id))
                wrong.append(id);
        }
        QCOMPARE(wrong, QStringList());
    }

    void soundStoresAreSound_data()
    {
        QTest::addColumn<QString>("store");
        for (const char *store : {"file-1.30/mlruns", "file-2.22/mlruns", "file-3.17/mlruns", "sqlite-old/mlflow.db", "sqlite-2.22/mlflow.db", "sqlite-3.17/mlflow.db"})
            QTest::newRow(store) << QString::fromLatin1(store);
    }

    void soundStoresAreSound()
    {
        QFETCH(QString, store);
        const Answer answer = assayctlJson({u"doctor"_s, fixture(store)});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json(), (QJsonObject{{u"problems"_s, QJsonArray()}}));
    }

    void damagedDatabases_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("table"); // that a problem names; empty: none needed
        QTest::newRow("params") << u"corrupt-params-page"_s << u"params"_s;
        QTest::newRow("odd rows") << u"odd-rows"_s << u"runs"_s;
        QTest::newRow("revision") << u"unknown-revision"_s << QString();
    }

    void damagedDatabases()
    {
        QFETCH(QString, database);
        QFETCH(QString, table);
        const QString path = fixture(u"damaged/sqlite/%1.db"_s.arg(database));
        const Answer answer = assayctlJson({u"doctor"_s, path});
        QCOMPARE(answer.status, 1);
        const QList<Place> found = problems(path);
        if (!table.isEmpty())
            QVERIFY(std::any_of(found.begin(), found.end(), [&](const Place &place) { return place.table == table; }));
        QCOMPARE(assayctl({u"runs"_s, path}).status, 0);
    }

    void warningGoesToStandardError()
    {
        const Answer loud = assayctlJson({u"runs"_s, m_store});
        QVERIFY2(loud.err.contains("doctor"), loud.err.constData());
        QCOMPARE(assayctlJson({u"runs"_s, m_store, u"--quiet"_s}).err, QByteArray());
    }
};

QTEST_GUILESS_MAIN(CtlDoctorTest)
#include "tst_ctldoctor.moc"
