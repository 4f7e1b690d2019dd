// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/objectplace.h"
#include "tests/support/testing.h"

using namespace Assay;
using namespace Qt::StringLiterals;
using Kind = ObjectPlace::Kind;

class TestObjectPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<std::optional<ObjectPlace>>("place");
        const auto row = [](const char *uri, std::optional<ObjectPlace> place) { QTest::newRow(uri) << QString::fromUtf8(uri) << place; };
        row("s3://bucket/a/b", ObjectPlace{Kind::S3, u"bucket"_s, {}, {}, u"a/b"_s});
        row("s3://bucket", ObjectPlace{Kind::S3, u"bucket"_s, {}, {}, {}});
        row("s3://bucket/", ObjectPlace{Kind::S3, u"bucket"_s, {}, {}, {}});
        row("S3://bucket/a b/%41/ö#x?y=1/", ObjectPlace{Kind::S3, u"bucket"_s, {}, {}, u"a b/%41/ö#x?y=1"_s});
        row("gs://b/x", ObjectPlace{Kind::Gcs, u"b"_s, {}, {}, u"x"_s});
        row("wasbs://box@acct.blob.core.windows.net/x/y", ObjectPlace{Kind::Azure, u"box"_s, u"acct"_s, u"core.windows.net"_s, u"x/y"_s});
        row("abfss://box@acct.dfs.core.windows.net/x", ObjectPlace{Kind::Azure, u"box"_s, u"acct"_s, u"core.windows.net"_s, u"x"_s});
        for (const char *bad : {"", "/tmp/x", "file:///x", "mlflow-artifacts:/1/2", "http://host/x", "s3:/bucket/x", "s3:///x", "s3://user@host/x", "s3://b/../c", "s3://b/a//c",
                                "s3://b/./c", "s3://?x", "wasbs://acct.blob.core.windows.net/x", "wasbs://box@evil.example/x", "wasbs://box@a.b.blob.core.windows.net/x",
                                "wasbs://box@acct.blob.core.windows.net:443/x", "wasbs://box@acct.blob.x@y/x", "s3://a@b@c/x"})
            row(bad, {});
    }
    void places()
    {
        QFETCH(QString, uri);
        QFETCH(std::optional<ObjectPlace>, place);
        QVERIFY(objectPlace(uri) == place);
    }

    void encoding()
    {
        QCOMPARE(percentEncoded(u"a b/%+!'()*;:@&=$,[]~-._ü"_s, true), "a%20b/%25%2B%21%27%28%29%2A%3B%3A%40%26%3D%24%2C%5B%5D~-._%C3%BC");
        QCOMPARE(percentEncoded(u"a/b"_s, false), "a%2Fb");
    }

    void keys()
    {
        for (const QString &good : {u"a"_s, u"a/b"_s, u"..a"_s, u" "_s, u"a%2e%2e"_s})
            QVERIFY2(isPlainKey(good), qPrintable(good));
        for (const QString &bad : {u""_s, u"/"_s, u"/a"_s, u"a/"_s, u"a//b"_s, u".."_s, u"a/../b"_s, u"."_s, u"a/."_s, u"a"_s + QChar(0)})
            QVERIFY2(!isPlainKey(bad), qPrintable(bad));
        QCOMPARE(joinedKey({}, u"b"_s), u"b"_s);
        QCOMPARE(joinedKey(u"a"_s, {}), u"a"_s);
        QCOMPARE(joinedKey(u"a"_s, u"b"_s), u"a/b"_s);
    }
};

QTEST_APPLESS_MAIN(TestObjectPlace)
#include "tst_objectplace.moc"
