// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/samplestore.h"
#include "models/store/storeregistry.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Assay;
using namespace Qt::StringLiterals;

class SampleStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void unpacksOnce()
    {
        QTemporaryDir data;
        const SampleStore sample(SampleStore::archivePath(), data.path() + "/samples"_L1);
        const auto first = sample.location();
        VERIFY_RESULT(first);
        QVERIFY(QFileInfo(*first + "/mlflow.db"_L1).size() > 100'000);

        // A second opening leaves what the person did to it.
        QVERIFY(QFile::remove(*first + "/mlflow.db"_L1));
        const auto second = sample.location();
        VERIFY_RESULT(second);
        QCOMPARE(*second, *first);
        QVERIFY(!QFile::exists(*first + "/mlflow.db"_L1));
        QCOMPARE(QDir(data.path() + "/samples"_L1).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void anotherArchiveGetsAnotherPlace()
    {
        QTemporaryDir data;
        const auto first = SampleStore(SampleStore::archivePath(), data.path()).location();
        VERIFY_RESULT(first);
        QVERIFY(QDir().mkpath(data.path() + "/half"_L1));
        const QString broken = data.path() + "/other.tar.xz"_L1;
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not an archive");
        file.close();
        const auto other = SampleStore(broken, data.path()).location();
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::Unreadable);
        QVERIFY(QFileInfo::exists(*first));
        QCOMPARE(QDir(data.path()).entryList({u"unpacking*"_s}, QDir::Dirs).size(), 0);
    }

    void aBuildWithoutSampleSaysSo()
    {
        QTemporaryDir data;
        const auto none = SampleStore({}, data.path()).location();
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
    }

    void theRegistryKnowsIt()
    {
        QDir(SampleStore::defaultFolder()).removeRecursively();
        const StoreRegistry registry({});
        SilentJob job;
        const auto report = registry.probe(SampleStore::Location, job);
        VERIFY_RESULT(report);
        QVERIFY(QFileInfo::exists(SampleStore::defaultFolder()));
        QDir(SampleStore::defaultFolder()).removeRecursively();
    }
};

QTEST_GUILESS_MAIN(SampleStoreTest)
#include "tst_samplestore.moc"
