// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/objectlisting.h"
#include "tests/support/testing.h"

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QByteArray s3(const QByteArray &inner)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + inner + "</ListBucketResult>";
}

} // namespace

class TestObjectListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesOfS3()
    {
        const auto page = s3Page(s3("<Name>b</Name><Prefix>a%2F</Prefix><IsTruncated>true</IsTruncated><NextContinuationToken>1/2+=</NextContinuationToken>"
                                    "<Contents><Key>a/x+y%2Bz%25.txt</Key><Size>12</Size><ETag>&quot;0&quot;</ETag><Owner><ID>1</ID></Owner></Contents>"
                                    "<Contents><Key>a/%E6%97%A5%01</Key><Size>0</Size></Contents>"
                                    "<CommonPrefixes><Prefix>a/f+g/</Prefix></CommonPrefixes><EncodingType>url</EncodingType>"));
        VERIFY_RESULT(page);
        QCOMPARE(*page, (ObjectPage{{{u"a/x y+z%.txt"_s, 12}, {u"a/日\x01"_s, 0}}, {u"a/f g/"_s}, u"1/2+="_s}));
        const auto plain = s3Page(s3("<IsTruncated>false</IsTruncated><NextContinuationToken>x</NextContinuationToken><Contents><Key>a+b%41</Key><Size>1</Size></Contents>"));
        VERIFY_RESULT(plain);
        QCOMPARE(*plain, (ObjectPage{{{u"a+b%41"_s, 1}}, {}, {}}));
    }

    void pagesOfAzure()
    {
        const auto page = azurePage("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ServiceEndpoint=\"https://a.blob.core.windows.net/\" ContainerName=\"c\">"
                                    "<Prefix>p/</Prefix><Blobs><Blob><Name>p/a &amp; b</Name><Properties><Content-Length>7</Content-Length></Properties></Blob>"
                                    "<BlobPrefix><Name>p/f/</Name></BlobPrefix></Blobs><NextMarker>2!8</NextMarker></EnumerationResults>");
        VERIFY_RESULT(page);
        QCOMPARE(*page, (ObjectPage{{{u"p/a & b"_s, 7}}, {u"p/f/"_s}, u"2!8"_s}));
    }

    void whatIsNoListing_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a login page") << QByteArray("<!DOCTYPE html><html><body>Log in</body></html>");
        QTest::newRow("another document") << QByteArray("<Results><Contents/></Results>");
        QTest::newRow("JSON") << QByteArray("{}");
        QTest::newRow("cut") << s3("<Contents><Key>a</Key><Size>1</Size></Contents>").chopped(8);
        QTest::newRow("a size that is none") << s3("<Contents><Key>a</Key><Size>-1</Size></Contents>");
        QTest::newRow("more to come, nobody says where") << s3("<IsTruncated>true</IsTruncated>");
        QTest::newRow("an outer entity") << QByteArray("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><ListBucketResult><Contents><Key>&e;</Key></Contents></ListBucketResult>");
        QByteArray bomb = "<!DOCTYPE x [<!ENTITY a0 \"lol\">";
        for (int i = 1; i < 30; ++i)
            bomb += "<!ENTITY a" + QByteArray::number(i) + " \"" + ("&a" + QByteArray::number(i - 1) + ';').repeated(10) + "\">";
        QTest::newRow("entities of entities") << QByteArray(bomb + "]><ListBucketResult><Name>&a29;</Name></ListBucketResult>");
        QTest::newRow("without end") << s3(QByteArray("<a>").repeated(100'000));
        QTest::newRow("a long name") << s3("<Contents><Key>" + QByteArray(1 << 20, 'x') + "</Key></Contents>");
        QTest::newRow("too many") << s3(QByteArray("<Contents><Key>k</Key><Size>1</Size></Contents>").repeated(20'000));
    }
    void whatIsNoListing()
    {
        QFETCH(QByteArray, xml);
        const auto page = s3Page(xml);
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::Damaged);
        QVERIFY(!azurePage(xml));
        QVERIFY(objectRefusal(xml).code.isEmpty());
    }

    void refusals()
    {
        const ObjectRefusal refusal = objectRefusal("<Error><Code>NoSuchKey</Code><Message>no</Message><Region>eu-west-1</Region></Error>");
        QCOMPARE(refusal.code, u"NoSuchKey"_s);
        QCOMPARE(refusal.region, u"eu-west-1"_s);
        QVERIFY(objectRefusal("<Error><Code>token/secret=</Code></Error>").code.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestObjectListing)
#include "tst_objectlisting.moc"
