// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeregistry.h"
#include "models/stores/assay-bundle/bundlewriter.h"
#include "tests/archive/archivebuilder.h"
#include "tests/support/testing.h"

#include <KArchiveDirectory>
#include <KZip>

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// Bundles as files: made, damaged, tampered with. That they hold what the store does is the contract test's.
class TestBundle : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreRegistry> m_registry;
    SilentJob m_job;
    QTemporaryDir m_folder;
    QString m_bundle; // of a fixture store, whole
    std::unique_ptr<StoreBackend> m_source;

    std::unique_ptr<StoreBackend> openStore(const QString &location)
    {
        const auto candidate = m_registry->locate(location, m_job);
        auto backend = candidate ? m_registry->open(*candidate, {}, m_job) : candidate.error();
        return backend ? *std::move(backend) : nullptr;
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString written(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"changed.assay"_s));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    // The bundle packed anew, with `change(name, bytes)` for every file; false leaves one out.
    QString repacked(const std::function<bool(const QString &, QByteArray &)> &change)
    {
        const QString path = m_folder.filePath(u"changed.assay"_s);
        KZip from(m_bundle), to(path);
        if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
            return {};
        const std::function<void(const KArchiveDirectory *, const QString &)> copy = [&](const KArchiveDirectory *folder, const QString &below) {
            for (const QString &name : folder->entries()) {
                const KArchiveEntry *entry = folder->entry(name);
                if (entry->isDirectory()) {
                    copy(static_cast<const KArchiveDirectory *>(entry), below + name + u'/');
                    continue;
                }
                QByteArray bytes = static_cast<const KArchiveFile *>(entry)->data();
                if (change(below + name, bytes))
                    to.writeFile(below + name, bytes);
            }
        };
        copy(from.directory(), {});
        return to.close() ? path : QString();
    }
    Error errorOf(const QString &path)
    {
        const auto candidate = m_registry->locate(path, m_job);
        if (!candidate)
            return candidate.error();
        const auto backend = m_registry->open(*candidate, {}, m_job);
        return backend ? Error{ErrorCode::Internal, u"It opened."_s, {}} : backend.error();
    }
    static RunRef firstWithFiles(StoreBackend &store, QString *file, Job &job)
    {
        const RunTablePtr runs = store.runs({}, {}, job)->value;
        for (uint32_t row = 0; row < uint32_t(runs->rowCount()); ++row) {
            const auto listing = store.artifacts(runs->ref(row), {}, true, job);
            for (const ArtifactEntry &entry : listing ? listing->entries : QList<ArtifactEntry>()) {
                if (!entry.isFolder && entry.size > 0) {
                    *file = entry.path;
                    return runs->ref(row);
                }
            }
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase();
    void isOneFileThatAStrangerReads();
    void isNeverWrittenOverOrHalf();
    void changedPartsAreNamed();
    void cutAnywhere();
    void onAMediumThatTakesNothing();
    void newerAndForeign();
    void hostileEntries();
    void namesTheStoreAfterSeveralCopies();
    void withoutArtifactsAndHistories();
    void isReadOnly();
};

void TestBundle::initTestCase()
{
    m_registry = std::make_unique<StoreRegistry>(allStoreFormats());
    m_source = openStore(fixture(u"sqlite-3.17"_s));
    QVERIFY(m_source);
    m_bundle = m_folder.filePath(u"whole.assay"_s);
    CopySelection selection;
    selection.artifacts = CopySelection::Artifacts::Bytes;
    const auto done = writeBundle(*m_source, selection, m_bundle, false, m_job);
    VERIFY_RESULT(done);
    QCOMPARE(done->bytes, QFileInfo(m_bundle).size());
    QVERIFY(done->report.problems.isEmpty() && done->report.size.files > 0);
}

void TestBundle::isOneFileThatAStrangerReads()
{
    KZip zip(m_bundle);
    QVERIFY(zip.open(QIODevice::ReadOnly));
    const QStringList names = zip.directory()->entries();
    for (const QString &name : {u"mimetype"_s, u"README.txt"_s, u"manifest.json"_s, u"store.sqlite"_s, u"histories.sqlite"_s, u"artifacts"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
    QCOMPARE(bytesOf(m_bundle).mid(30, 34), "mimetypeapplication/x-assay-bundle");
    const QJsonObject manifest = QJsonDocument::fromJson(zip.directory()->file(u"manifest.json"_s)->data()).object();
    QCOMPARE(manifest.value(u"assay_bundle"_s).toInt(), 1);
    QCOMPARE(manifest[u"source"_s][u"format"_s].toString(), u"mlflow-sqlite"_s);
    // The files are as they were logged, at places that people find.
    QString path;
    const RunRef run = firstWithFiles(*m_source, &path, m_job);
    const KArchiveFile *file = zip.directory()->file(u"artifacts/%1/%2/files/%3"_s.arg(run.experiment.value, run.run.value, path));
    QVERIFY(file);
    QByteArray want;
    VERIFY_RESULT(m_source->readArtifact(run, path, [&](QByteArrayView bytes) { want.append(bytes.data(), bytes.size()); return true; }, m_job));
    QCOMPARE(file->data(), want);
    // Every query of README.txt answers.
    const QTemporaryDir folder;
    for (const QString &name : {u"store.sqlite"_s, u"histories.sqlite"_s})
        QVERIFY(zip.directory()->file(name)->copyTo(folder.path()));
    auto database = CopyDatabase::open(folder.filePath(u"store.sqlite"_s), CopyDatabase::Use::Read);
    VERIFY_RESULT(database);
    QString readme = QString::fromUtf8(zip.directory()->file(u"README.txt"_s)->data());
    QVERIFY(readme.contains("json_each"_L1));
    const qsizetype begin = readme.indexOf("  -- runs"_L1);
    int answers = 0;
    for (QString sql : readme.mid(begin).split(u';')) {
        sql.replace("'histories.sqlite'"_L1, u"'%1'"_s.arg(folder.filePath(u"histories.sqlite"_s)));
        sql.replace(" = '...'"_L1, " <> ''"_L1).replace(" = 'loss'"_L1, " <> ''"_L1);
        if (sql.trimmed().isEmpty())
            continue;
        QSqlQuery &query = (*database)->statement(sql);
        const Status ran = (*database)->run(query);
        QVERIFY2(ran, qPrintable(sql + (ran ? QString() : ran.error().detail)));
        answers += query.next() ? 1 : 0;
        query.finish();
    }
    QCOMPARE(answers, 5);
}

void TestBundle::isNeverWrittenOverOrHalf()
{
    const QByteArray before = bytesOf(m_bundle);
    QCOMPARE(writeBundle(*m_source, {}, m_bundle, false, m_job).error().code, ErrorCode::Refused);
    QCOMPARE(bytesOf(m_bundle), before);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.assay"_s);
    SilentJob stopped;
    stopped.cancel();
    QCOMPARE(writeBundle(*m_source, {}, path, false, stopped).error().code, ErrorCode::Canceled);
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    VERIFY_RESULT(writeBundle(*m_source, {}, path, false, m_job));
    const QByteArray first = bytesOf(path);
    VERIFY_RESULT(writeBundle(*m_source, {}, path, true, m_job));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QVERIFY(openStore(path));
    QCOMPARE(writeBundle(*m_source, {}, u"/nowhere/at all/x.assay"_s, false, m_job).error().code, ErrorCode::Unreadable);
}

void TestBundle::changedPartsAreNamed()
{
    const auto changed = [&](const QString &part) {
        return repacked([&](const QString &name, QByteArray &bytes) {
            if (name == part)
                bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
            return true;
        });
    };
    const Error store = errorOf(changed(u"store.sqlite"_s));
    QCOMPARE(store.code, ErrorCode::Damaged);
    QVERIFY2(store.message.contains("store.sqlite"_L1), qPrintable(store.message));
    // What is found when it is wanted.
    auto backend = openStore(changed(u"histories.sqlite"_s));
    QVERIFY(backend);
    const RunTablePtr runs = backend->runs({}, {}, m_job)->value;
    const auto history = backend->history({runs->ref(0), {}}, m_job);
    QVERIFY(!history && history.error().code == ErrorCode::Damaged && history.error().message.contains("histories.sqlite"_L1));
    QString path;
    const RunRef run = firstWithFiles(*m_source, &path, m_job);
    const QString part = u"artifacts/%1/%2/files/%3"_s.arg(run.experiment.value, run.run.value, path);
    backend = openStore(changed(part));
    QVERIFY(backend);
    QByteArray got;
    const Status read = backend->readArtifact(run, path, [&](QByteArrayView bytes) { got.append(bytes.data(), bytes.size()); return true; }, m_job);
    QVERIFY(!read && read.error().code == ErrorCode::Damaged && read.error().message.contains(part));
    QVERIFY(got.isEmpty()); // nothing of it was handed out
    const auto problems = backend->diagnose(m_job);
    VERIFY_RESULT(problems);
    QCOMPARE(problems->size(), 1);
    QCOMPARE(problems->first().path, part);
    // What is missing.
    const Error manifest = errorOf(repacked([](const QString &name, QByteArray &) { return name != "manifest.json"_L1; }));
    QVERIFY(manifest.code == ErrorCode::Damaged && manifest.message.contains("manifest.json"_L1));
    const Error missing = errorOf(repacked([](const QString &name, QByteArray &) { return name != "store.sqlite"_L1; }));
    QVERIFY(missing.code == ErrorCode::Damaged && missing.message.contains("store.sqlite"_L1));
    // Packed anew and otherwise unchanged it is the same bundle.
    QVERIFY(openStore(repacked([](const QString &, QByteArray &) { return true; })));
}

void TestBundle::cutAnywhere()
{
    const QByteArray whole = bytesOf(m_bundle);
    for (int i = 0; i < 40; ++i) {
        const Error error = errorOf(written(whole.first(whole.size() * i / 40)));
        QVERIFY2(error.code == ErrorCode::Damaged || error.code == ErrorCode::NotAStore, qPrintable(error.message));
    }
    QCOMPARE(errorOf(written(whole.first(whole.size() - 1))).code, ErrorCode::Damaged);
    const Error text = errorOf(written(QByteArray("no zip at all")));
    QCOMPARE(text.code, ErrorCode::NotAStore);
    QVERIFY2(text.message.startsWith("changed.assay is not a bundle."_L1) && !text.message.contains("address"_L1), qPrintable(text.message));
    const Error empty = errorOf(written({}));
    QVERIFY2(empty.code == ErrorCode::Damaged && empty.message.contains("empty"_L1), qPrintable(empty.message));
}

void TestBundle::onAMediumThatTakesNothing()
{
    const QTemporaryDir medium;
    const QString path = medium.filePath(u"on disc.assay"_s);
    QVERIFY(QFile::copy(m_bundle, path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner) && QFile::setPermissions(medium.path(), QFile::ReadOwner | QFile::ExeOwner));
    {
        const auto backend = openStore(path);
        QVERIFY(backend);
        QVERIFY(backend->runs({}, {}, m_job)->value->rowCount() > 0);
        QVERIFY(backend->history({backend->runs({}, {}, m_job)->value->ref(0), {}}, m_job));
    }
    QVERIFY(QFile::setPermissions(medium.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(QDir(medium.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QVERIFY(QFile::setPermissions(path, {}));
    if (QFile file(path); file.open(QIODevice::ReadOnly))
        QSKIP("Root reads what nobody may read.");
    const Error closed = errorOf(path);
    QCOMPARE(closed.code, ErrorCode::Unreadable);
    QVERIFY2(closed.message.startsWith("The bundle cannot be read: "_L1), qPrintable(closed.message));
}

void TestBundle::newerAndForeign()
{
    const Error newer = errorOf(repacked([](const QString &name, QByteArray &bytes) {
        if (name == "manifest.json"_L1)
            bytes.replace("\"assay_bundle\": 1", "\"assay_bundle\": 7");
        return true;
    }));
    QCOMPARE(newer.code, ErrorCode::Unsupported);
    QVERIFY(newer.message.contains(u'7'));
    KZip zip(m_folder.filePath(u"other.assay"_s));
    QVERIFY(zip.open(QIODevice::WriteOnly) && zip.writeFile(u"a.txt"_s, "a") && zip.close());
    const Error foreign = errorOf(zip.fileName());
    QVERIFY2(foreign.code == ErrorCode::Damaged && foreign.message.startsWith("This zip file is not a bundle"_L1), qPrintable(foreign.message));
    // A zip that is not named so is nobody's.
    QVERIFY(QFile::rename(zip.fileName(), m_folder.filePath(u"other.zip"_s)));
    QCOMPARE(errorOf(m_folder.filePath(u"other.zip"_s)).code, ErrorCode::NotAStore);
}

// Names that lead out, links, bombs, sizes that lie: an error or nothing, and nothing outside.
void TestBundle::hostileEntries()
{
    const QString outside = m_folder.filePath(u"../escaped-%1"_s.arg(QCoreApplication::applicationPid()));
    const QList<ZipEntry> names{{"../escaped", "x"}, {"/tmp/escaped", "x"}, {"artifacts/../../escaped", "x"}};
    for (const ZipEntry &manifest : {ZipEntry{"manifest.json", "/etc/passwd", true}, ZipEntry{"manifest.json", "{}", false, 9}, ZipEntry{"manifest.json/a", "{}"}}) {
        const Error hostile = errorOf(written(zip(names + QList<ZipEntry>{manifest})));
        QVERIFY2(hostile.code == ErrorCode::Damaged, qPrintable(hostile.message));
    }
    // A part that unpacks to more than the manifest says.
    const Error longer = errorOf(repacked([](const QString &name, QByteArray &bytes) {
        if (name == "store.sqlite"_L1)
            bytes += QByteArray(64 << 20, '\0');
        return true;
    }));
    QVERIFY(longer.code == ErrorCode::Damaged && longer.message.contains("store.sqlite"_L1));
    // The directory at the end lies about sizes and places.
    const QByteArray whole = bytesOf(m_bundle);
    const qsizetype record = whole.lastIndexOf("PK\1\2");
    for (const int field : {20, 24, 42}) {
        QByteArray lying = whole;
        lying[record + field + 2] = char(lying[record + field + 2] ^ 0x55);
        QCOMPARE(errorOf(written(lying)).code, ErrorCode::Damaged);
    }
    QByteArray hidden = whole; // bytes that nobody accounts for
    hidden.insert(whole.indexOf("PK\1\2"), QByteArray(100, 'x'));
    QCOMPARE(errorOf(written(hidden)).code, ErrorCode::Damaged);
    QVERIFY(!QFileInfo::exists(outside) && !QFileInfo::exists(u"/tmp/escaped"_s) && !QFileInfo::exists(m_folder.filePath(u"escaped"_s)));
}

void TestBundle::namesTheStoreAfterSeveralCopies()
{
    QString from = m_bundle;
    for (const QString &name : {u"second.assay"_s, u"third.assay"_s}) {
        const auto backend = openStore(from);
        QVERIFY(backend);
        const QString path = m_folder.filePath(name);
        VERIFY_RESULT(writeBundle(*backend, {}, path, false, m_job));
        KZip zip(path);
        QVERIFY(zip.open(QIODevice::ReadOnly));
        const QByteArray json = zip.directory()->file(u"manifest.json"_s)->data();
        const QJsonObject source = QJsonDocument::fromJson(json)[u"source"_s].toObject();
        QCOMPARE(source[u"format"_s].toString(), u"mlflow-sqlite"_s);
        QCOMPARE(source[u"location"_s].toString(), m_source->info().location);
        QCOMPARE(source[u"version"_s].toString(), m_source->info().version);
        QCOMPARE(source[u"bundle"_s].toString(), QFileInfo(from).fileName());
        QVERIFY(openStore(path)->info().whyNotWritable.contains(m_source->info().location));
        from = path;
    }
}

void TestBundle::withoutArtifactsAndHistories()
{
    const QString path = m_folder.filePath(u"small.assay"_s);
    CopySelection selection;
    selection.histories = false;
    VERIFY_RESULT(writeBundle(*m_source, selection, path, false, m_job));
    const auto backend = openStore(path);
    QVERIFY(backend);
    const RunTablePtr runs = backend->runs({}, {}, m_job)->value;
    QCOMPARE(runs->rowCount(), m_source->runs({}, {}, m_job)->value->rowCount());
    uint32_t row = 0;
    while (runs->run(row).metrics.isEmpty())
        ++row;
    QCOMPARE(backend->history({runs->ref(row), {}}, m_job).error().code, ErrorCode::NotKept);
    QCOMPARE(backend->artifacts(runs->ref(row), {}, true, m_job).error().code, ErrorCode::NotKept);
}

void TestBundle::isReadOnly()
{
    const QByteArray before = bytesOf(m_bundle);
    const auto backend = openStore(m_bundle);
    QVERIFY(backend);
    const StoreInfo info = backend->info();
    QCOMPARE(info.formatId, u"assay-bundle"_s);
    QCOMPARE(info.location, m_bundle);
    QVERIFY(!info.writable && !info.whyNotWritable.isEmpty() && !info.capabilities.contains(Capability::Write));
    const auto models = backend->models(m_job);
    VERIFY_RESULT(models);
    const auto model = std::ranges::find_if(models->value, [](const RegisteredModel &each) { return !each.versions.isEmpty(); });
    QVERIFY(model != models->value.end());
    const auto promoted = backend->changeStage({model->name, model->versions.first().version, u"None"_s, {}, Stage::Staging, false}, m_job);
    QVERIFY(!promoted && promoted.error().code == ErrorCode::ReadOnly);
    QCOMPARE(promoted.error().message, info.whyNotWritable);
    QCOMPARE(bytesOf(m_bundle), before);
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
