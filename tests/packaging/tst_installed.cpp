// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/assay-bundle/bundlemanifest.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QMimeDatabase>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Assay;
using namespace Qt::StringLiterals;

// What `cmake --install` makes, alone in a folder: it works without the build tree, desktops understand it, and a bundle opens by a double-click.
class InstalledTest : public QObject
{
    Q_OBJECT

private:
    struct Answer {
        int status = -1;
        QByteArray output;
    };

    QTemporaryDir m_folder;
    QString m_prefix = m_folder.filePath(u"a prefix"_s);
    QString m_bundle = m_folder.filePath(u"kept.assay"_s);

    QString installed(const QString &path) const { return m_prefix + u'/' + path; }
    QString data(const QString &path) const { return installed(QStringLiteral(DATA_FOLDER "/") + path); }
    QString helper(const QString &name) const { return installed(QStringLiteral(HELPERS_FOLDER "/") + name); }

    Answer run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"home"_s)); // the sample store is unpacked there
        environment.remove(u"DESTDIR"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"home"_s));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.errorString().toUtf8() + process.readAll()};
        return {process.exitCode(), process.readAll()};
    }
    Answer assay(const QStringList &arguments) const { return run(installed(QStringLiteral(PROGRAMS_FOLDER "/assay")), arguments); }
    Answer assayctl(const QStringList &arguments) const { return run(installed(QStringLiteral(PROGRAMS_FOLDER "/assayctl")), arguments); }
    QImage picture(const QStringList &arguments) const
    {
        const QString file = m_folder.filePath(u"window.png"_s);
        QFile::remove(file);
        const Answer answer = assay(QStringList{u"--screenshot"_s, file, u"--size"_s, u"1000x700"_s} + arguments);
        if (answer.status != 0)
            qWarning("%s", answer.output.constData());
        return QImage(file);
    }

private Q_SLOTS:
    void initTestCase();
    void holdsWhatIsUsedAndNothingElse();
    void desktopEntryIsValid();
    void metainfoIsValid();
    void bundlesAreKnownByNameAndContent();
    void helpersAreFoundInTheTree();
    void opensWhatADesktopPasses_data();
    void opensWhatADesktopPasses();
};

void InstalledTest::initTestCase()
{
    const Answer done = run(QStringLiteral(CMAKE_PROGRAM), {u"--install"_s, QStringLiteral(BUILD_FOLDER), u"--prefix"_s, m_prefix});
    QVERIFY2(done.status == 0, done.output.constData());
    const Answer exported = assayctl({u"export"_s, u"sample:"_s, u"-e"_s, u"digits/final"_s, u"--with-artifacts"_s, u"--output"_s, m_bundle});
    QVERIFY2(exported.status == 0, exported.output.constData());
}

void InstalledTest::holdsWhatIsUsedAndNothingElse()
{
    const QString id = QStringLiteral(APPLICATION_ID);
    const QString icons = data(u"icons/hicolor/scalable/"_s);
    QStringList wanted{installed(QStringLiteral(PROGRAMS_FOLDER "/assay")), installed(QStringLiteral(PROGRAMS_FOLDER "/assayctl")),
                       helper(u"assay-preview"_s), helper(u"assay-draw"_s), data("applications/"_L1 + id + ".desktop"_L1),
                       data("metainfo/"_L1 + id + ".metainfo.xml"_L1), data("mime/packages/"_L1 + id + ".xml"_L1),
                       icons + "apps/"_L1 + id + ".svg"_L1, icons + "mimetypes/application-x-assay-bundle.svg"_L1,
                       data(u"doc/assay/LICENSE"_s), data(u"doc/assay/CHANGELOG.md"_s)};
    QStringList found;
    for (QDirIterator files(m_prefix, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        found.append(files.next());
    // The indexes that were made over them.
    found.removeIf([this](const QString &file) {
        return (file.startsWith(data(u"mime/"_s)) && !file.startsWith(data(u"mime/packages/"_s))) || file.endsWith("/mimeinfo.cache"_L1);
    });
    wanted.sort();
    found.sort();
    QCOMPARE(found, wanted);
}

void InstalledTest::desktopEntryIsValid()
{
    const QString file = data("applications/" APPLICATION_ID ".desktop"_L1);
    QSettings entry(file, QSettings::IniFormat);
    QCOMPARE(entry.value(u"Desktop Entry/Icon"_s).toString(), QStringLiteral(APPLICATION_ID));
    QFile text(file);
    QVERIFY(text.open(QIODevice::ReadOnly));
    const QByteArray lines = text.readAll();
    QVERIFY(lines.contains("\nExec=\"" + QFile::encodeName(installed(QStringLiteral(PROGRAMS_FOLDER "/assay"))) + "\" %U\n")); // no PATH leads there
    QVERIFY(lines.contains("MimeType=" + QByteArray(BundleName::MimeType.data(), BundleName::MimeType.size()) + ';'));
    const QString validator = QStandardPaths::findExecutable(u"desktop-file-validate"_s);
    if (validator.isEmpty())
        QSKIP("This machine has no desktop-file-validate.");
    const Answer said = run(validator, {file});
    QVERIFY2(said.status == 0 && said.output.isEmpty(), said.output.constData());
}

void InstalledTest::metainfoIsValid()
{
    const QString validator = QStandardPaths::findExecutable(u"appstreamcli"_s);
    if (validator.isEmpty())
        QSKIP("This machine has no appstreamcli.");
    const Answer said = run(validator, {u"validate"_s, u"--no-net"_s, u"--no-color"_s, data("metainfo/" APPLICATION_ID ".metainfo.xml"_L1)});
    QVERIFY2(said.output.contains(APPLICATION_ID), said.output.constData());
    for (const QByteArray &line : said.output.split('\n')) // the project has no home page that could be named
        QVERIFY2((!line.startsWith("E: ") && !line.startsWith("W: ")) || line.contains("url-homepage-missing"), said.output.constData());
}

void InstalledTest::bundlesAreKnownByNameAndContent()
{
    if (QStandardPaths::findExecutable(u"update-mime-database"_s).isEmpty())
        QSKIP("This machine has no update-mime-database.");
    qputenv("XDG_DATA_DIRS", QFile::encodeName(data({})) + ":/usr/local/share:/usr/share");
    QMimeDatabase types;
    const QMimeType type = types.mimeTypeForFile(m_bundle);
    QCOMPARE(type.name(), QString(BundleName::MimeType));
    QVERIFY(type.inherits(u"application/zip"_s));
    QVERIFY(QFileInfo::exists(data("icons/hicolor/scalable/mimetypes/"_L1 + type.iconName() + ".svg"_L1)));
    QCOMPARE(types.mimeTypeForFile(u"empty.assay"_s, QMimeDatabase::MatchExtension), type); // Assay says what is wrong with it
    // By content. Qt 6.4 takes the answer of the last folder of types and not the surest one, so another program is asked.
    const QString gio = QStandardPaths::findExecutable(u"gio"_s);
    if (gio.isEmpty())
        QSKIP("This machine has no gio to ask for the type by content.");
    const QString nameless = m_folder.filePath(u"nameless"_s), other = m_folder.filePath(u"other"_s);
    QVERIFY(QFile::copy(m_bundle, nameless));
    QFile zip(other);
    QVERIFY(zip.open(QIODevice::WriteOnly) && zip.write(QByteArray("PK\3\4\24\0\0\0\0\0", 10) + QByteArray(20, '\0') + "mimetypetext/plain") > 0);
    zip.close();
    QVERIFY(run(gio, {u"info"_s, u"-a"_s, u"standard::content-type"_s, nameless}).output.contains(BundleName::MimeType.data()));
    QVERIFY(!run(gio, {u"info"_s, u"-a"_s, u"standard::content-type"_s, other}).output.contains(BundleName::MimeType.data()));
}

void InstalledTest::helpersAreFoundInTheTree()
{
    const QString chart = m_folder.filePath(u"chart.svg"_s);
    const QStringList draw{u"chart"_s, m_bundle, u"train/loss"_s, u"--output"_s, chart};
    const Answer drawn = assayctl(draw);
    QVERIFY2(drawn.status == 0 && QFileInfo(chart).size() > 0, drawn.output.constData());
    const QStringList page{m_bundle, u"--page"_s, u"artifacts"_s, u"--artifact"_s, u"figures/confusion.png"_s};
    const QImage shown = picture(page);
    QVERIFY(!shown.isNull());
    // That they come from the tree and not from the build is seen when they are gone.
    QVERIFY(QFile::rename(helper(u"assay-draw"_s), helper(u"away"_s)));
    QVERIFY(assayctl(draw).status != 0);
    QVERIFY(QFile::rename(helper(u"away"_s), helper(u"assay-draw"_s)));
    QVERIFY(QFile::rename(helper(u"assay-preview"_s), helper(u"away"_s)));
    const QImage without = picture(page);
    QVERIFY(QFile::rename(helper(u"away"_s), helper(u"assay-preview"_s)));
    QVERIFY(!without.isNull() && without != shown);
}

void InstalledTest::opensWhatADesktopPasses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isUrl");
    for (const char *name : {"kept.assay", "two words.assay", "Größe 100% & #1?.assay", "100%25.assay", "-dash.assay", "KEPT.ASSAY"}) {
        QTest::addRow("path of %s", name) << QString::fromUtf8(name) << false;
        QTest::addRow("address of %s", name) << QString::fromUtf8(name) << true;
    }
}

void InstalledTest::opensWhatADesktopPasses()
{
    QFETCH(QString, name);
    QFETCH(bool, isUrl);
    const QString file = m_folder.filePath(name);
    QVERIFY(QFile::exists(file) || QFile::copy(m_bundle, file));
    const QString passed = isUrl ? QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) : file;
    QVERIFY(!picture({passed}).isNull());
}

QTEST_GUILESS_MAIN(InstalledTest)
#include "tst_installed.moc"
