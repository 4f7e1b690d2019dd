// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/assayctl.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>

using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// What the program does with its words and with places that are no store.
class CtlLocationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badPlacesAreOneSentence_data()
    {
        QTest::addColumn<QString>("place"); // relative to a folder of its own
        QTest::newRow("nothing there") << u"nothing"_s;
        QTest::newRow("empty folder") << u"empty"_s;
        QTest::newRow("folder without a store") << u"folder"_s;
        QTest::newRow("text file") << u"folder/notes.txt"_s;
        for (const QString &name : {u"truncated"_s, u"empty"_s, u"not-mlflow"_s, u"not-sqlite"_s, u"header-only"_s})
            QTest::newRow(qPrintable(name)) << u"%1.db"_s.arg(name);
    }

    void badPlacesAreOneSentence()
    {
        QFETCH(QString, place);
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(u"empty"_s) && QDir(dir.path()).mkpath(u"folder/sub"_s));
        QVERIFY(writeFile(dir.filePath(u"folder/notes.txt"_s), "just notes\n"));
        const QString database = fixture(u"damaged/sqlite/"_s + place);
        if (place.endsWith(u".db"_s))
            QVERIFY(QFile::copy(database, dir.filePath(place)));
        const QStringList before = inventory(dir.path());

        for (const QStringList &command : {QStringList{u"probe"_s}, QStringList{u"runs"_s}, QStringList{u"doctor"_s}, QStringList{u"experiments"_s}}) {
            const Answer answer = assayctl(QStringList{command} << dir.filePath(place));
            QCOMPARE(answer.status, 3);
            QCOMPARE(answer.out, QByteArray());
            QVERIFY2(answer.errorLine().startsWith(u"assayctl: "_s), answer.err.constData());
        }
        const Answer json = assayctlJson({u"runs"_s, dir.filePath(place)});
        QCOMPARE(json.status, 3);
        const QJsonObject error = json.json()[u"error"_s].toObject();
        QVERIFY(!error[u"code"_s].toString().isEmpty() && !error[u"message"_s].toString().isEmpty());
        QVERIFY(error.contains(u"detail"_s));
        QCOMPARE(inventory(dir.path()), before);
    }

    void addressesHaveABeginning()
    {
        const QString hint = u"begins with http:// or https://: "_s;
        QVERIFY(assayctl({u"runs"_s, u"127.0.0.1:1"_s}).errorLine().endsWith(hint + u"http://127.0.0.1:1"_s));
        QVERIFY(assayctl({u"runs"_s, u"mlflow.example.com"_s}).errorLine().endsWith(hint + u"https://mlflow.example.com"_s));
        QVERIFY(assayctl({u"probe"_s, u"127.0.0.1:1"_s}).errorLine().endsWith(hint + u"http://127.0.0.1:1"_s));
        for (const QString &file : {u"no/such/folder"_s, u"mlflow.db"_s, u"/nowhere/kept.assay"_s, u"https:"_s})
            QVERIFY2(!assayctl({u"runs"_s, file}).errorLine().contains(hint), qPrintable(file));
    }

    void aDashIsNoFile()
    {
        const QTemporaryDir dir;
        for (const QString &command : {u"export"_s, u"runs"_s}) {
            QProcess process;
            process.setWorkingDirectory(dir.path());
            process.start(QStringLiteral(ASSAYCTL), {command, fixture(u"sqlite-3.17"_s), u"-o"_s, u"-"_s});
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 2);
            QVERIFY(process.readAllStandardError().contains("--output"));
            QVERIFY(process.readAllStandardOutput().isEmpty() && QDir(dir.path()).isEmpty());
        }
    }

    void lockedDatabaseIsGivenUp()
    {
        const QString path = fixtureCopy(u"sqlite-2.22/mlflow.db"_s);
        {
            QSqlDatabase locker = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
            locker.setDatabaseName(path);
            QVERIFY(locker.open());
            QVERIFY(QSqlQuery(locker).exec(u"BEGIN EXCLUSIVE"_s));
            const Answer answer = assayctl({u"runs"_s, path, u"--timeout"_s, u"1"_s});
            QCOMPARE(answer.status, 3);
            QVERIFY2(answer.errorLine().contains(u"--timeout"_s), answer.err.constData());
        }
        QSqlDatabase::removeDatabase(u"locker"_s);
        QCOMPARE(assayctl({u"runs"_s, path}).status, 0);
    }

    void severalStoresAreListed()
    {
        const QTemporaryDir dir;
        const QString mlruns = dir.filePath(u"mlruns"_s), database = dir.filePath(u"mlflow.db"_s);
        QVERIFY(QFile::rename(fileStoreCopy(), mlruns));
        QVERIFY(QFile::copy(fixture(u"sqlite-2.22/mlflow.db"_s), database));
        const Answer runs = assayctl({u"runs"_s, dir.path()});
        QCOMPARE(runs.status, 2);
        QVERIFY2(runs.errorLine().contains(mlruns) && runs.errorLine().contains(database), runs.err.constData());
        const Answer probe = assayctlJson({u"probe"_s, dir.path()});
        QCOMPARE(probe.status, 0);
        QStringList formats;
        for (const QJsonValue &store : probe.list("stores"))
            formats.append(store[u"format"_s].toString());
        formats.sort();
        QCOMPARE(formats, (QStringList{u"mlflow-file"_s, u"mlflow-sqlite"_s}));
        QCOMPARE(assayctl({u"runs"_s, mlruns}).status, 0);
        // A store that holds nothing does not count.
        QVERIFY(QFile::remove(database) && writeFile(database, {}));
        QCOMPARE(assayctl({u"runs"_s, dir.path()}).status, 0);
    }

    void sqliteUrlsAreUnderstood()
    {
        const QString path = fixture(u"sqlite-2.22/mlflow.db"_s);
        const Answer answer = assayctlJson({u"probe"_s, u"sqlite:///"_s + path});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json()[u"format"_s].toString(), u"mlflow-sqlite"_s);
        QCOMPARE(answer.json()[u"version"_s].toString(), u"0584bdc529eb"_s);
    }

    void remotePlacesAreRefusedWithoutCredentials()
    {
        const Answer answer = assayctlJson({u"runs"_s, u"http://ann:s3cret@tracking.example/"_s});
        QCOMPARE(answer.status, 3);
        QVERIFY(!answer.err.contains("s3cret") && !answer.out.contains("s3cret"));
    }

    void badUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        const QString store = fixture(u"file-2.22/mlruns"_s);
        QTest::newRow("nothing") << QStringList{} << u"help"_s;
        QTest::newRow("unknown command") << QStringList{u"bla"_s} << u"bla"_s;
        QTest::newRow("unknown option") << QStringList{u"runs"_s, store, u"--bla"_s} << u"--bla"_s;
        QTest::newRow("unknown format") << QStringList{u"runs"_s, store, u"--format"_s, u"xml"_s} << u"xml"_s;
        QTest::newRow("no location") << QStringList{u"runs"_s} << u"LOCATION"_s;
        QTest::newRow("view") << QStringList{u"runs"_s, store, u"--view"_s, u"some"_s} << u"some"_s;
        QTest::newRow("max") << QStringList{u"runs"_s, store, u"--max"_s, u"-1"_s} << u"-1"_s;
        QTest::newRow("timeout") << QStringList{u"runs"_s, store, u"--timeout"_s, u"soon"_s} << u"soon"_s;
        QTest::newRow("query") << QStringList{u"runs"_s, store, u"--filter"_s, u"metrics.auc > 0.5 AND AND"_s} << u"23"_s;
        QTest::newRow("sort key") << QStringList{u"runs"_s, store, u"--sort"_s, u"nothing:asc"_s} << u"nothing"_s;
        QTest::newRow("columns") << QStringList{u"runs"_s, store, u"--columns"_s, u"metrics.auc,bla.x"_s} << u"bla"_s;
        QTest::newRow("section") << QStringList{u"diff"_s, store, u"a"_s, u"b"_s, u"--section"_s, u"all"_s} << u"datasets"_s;
        QTest::newRow("one run") << QStringList{u"diff"_s, store, u"a"_s} << u"two"_s;
        QTest::newRow("stage") << QStringList{u"promote"_s, store, u"m"_s, u"1"_s, u"Live"_s, u"--reason"_s, u"x"_s} << u"Production"_s;
        QTest::newRow("no reason") << QStringList{u"promote"_s, store, u"m"_s, u"1"_s, u"Staging"_s} << u"--reason"_s;
        QTest::newRow("artifact action") << QStringList{u"artifacts"_s, store, u"r"_s, u"rm"_s} << u"rm"_s;
        QTest::newRow("get without folder") << QStringList{u"artifacts"_s, store, u"r"_s, u"get"_s, u"x"_s} << u"--output"_s;
    }

    void badUsageIsTwo()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const Answer answer = assayctl(words);
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.out, QByteArray());
        QVERIFY2(answer.errorLine().startsWith(u"assayctl: "_s) && answer.errorLine().contains(named), answer.err.constData());
    }

    void everyCommandHasItsPage()
    {
        const Answer overview = assayctl({u"help"_s});
        QCOMPARE(overview.status, 0);
        for (const char *name : {"alias", "artifacts", "chart", "delete", "diff", "doctor", "experiments", "export",
                                 "metrics", "models", "probe", "promote", "rename", "restore", "run", "runs", "tag"}) {
            QVERIFY2(overview.out.contains(QByteArray("\n  ") + name + ' '), name);
            const Answer page = assayctl({u"help"_s, QString::fromLatin1(name)});
            QCOMPARE(page.status, 0);
            QVERIFY2(page.out.startsWith(QByteArray("Usage: assayctl ") + name + " LOCATION"), page.out.constData());
            QCOMPARE(assayctl({QString::fromLatin1(name), u"--help"_s}).out, page.out);
            for (const QString &line : QString::fromUtf8(page.out).split(u'\n'))
                QVERIFY2(line.size() <= 80 || line.startsWith(u"Usage:"_s), qPrintable(line));
        }
        QCOMPARE(assayctl({u"help"_s, u"bla"_s}).status, 2);
        const std::pair<QString, QByteArray> guides[] = {{u"query"_s, "# Queries\n"}, {u"views"_s, "# Saved views\n"}, {u"charts"_s, "# Charts\n"},
                                                         {u"compare"_s, "# Comparison\n"}, {u"together"_s, "# Several stores together\n"},
                                                         {u"servers"_s, "# Servers\n"}, {u"offline"_s, "# Offline\n"}};
        for (const auto &[name, title] : guides) {
            QVERIFY2(assayctl({u"help"_s, name}).out.startsWith(title), title.constData());
            QVERIFY2(overview.out.contains("\n  help " + name.toLatin1() + ' '), title.constData());
        }
        QVERIFY(assayctl({u"--version"_s}).out.startsWith("assayctl "));
    }

    void linksNothingGraphical()
    {
        const QString ldd = QStandardPaths::findExecutable(u"ldd"_s);
        if (ldd.isEmpty())
            QSKIP("this machine has no ldd");
        QProcess process;
        process.start(ldd, {QStringLiteral(ASSAYCTL)});
        QVERIFY(process.waitForFinished());
        const QByteArray libraries = process.readAllStandardOutput();
        QVERIFY2(libraries.contains("libQt6Core"), libraries.constData());
        for (const char *graphical : {"libQt6Gui", "libQt6Widgets", "libQt6Svg", "libxcb", "libX11", "libGL", "libEGL"})
            QVERIFY2(!libraries.contains(graphical), graphical);
    }

    void answersGoToAFileWhole()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"runs.json"_s);
        const QString store = fixture(u"file-2.22/mlruns"_s);
        const Answer written = assayctlJson({u"runs"_s, store, u"--output"_s, file});
        QCOMPARE(written.status, 0);
        QCOMPARE(written.out, QByteArray());
        QFile answer(file);
        QVERIFY(answer.open(QIODevice::ReadOnly));
        QCOMPARE(answer.readAll(), assayctlJson({u"runs"_s, store}).out);
        QCOMPARE(assayctl({u"runs"_s, store, u"--output"_s, dir.filePath(u"no/such/folder"_s)}).status, 3);
        // What was there stays when nothing could be answered.
        QCOMPARE(assayctl({u"run"_s, store, u"nosuchrun"_s, u"--output"_s, file}).status, 3);
        QVERIFY(QFileInfo(file).size() > 0);
    }
};

QTEST_GUILESS_MAIN(CtlLocationsTest)
#include "tst_ctllocations.moc"
