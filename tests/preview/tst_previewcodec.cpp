// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewcodec.h"
#include "models/preview/textreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Preview)

class PreviewCodecTest : public QObject
{
    Q_OBJECT

    static Preview preview(Preview::Content content)
    {
        return {{PreviewKind::Packed, u"gzip"_s}, 1234, {{PreviewNote::Kind::RowsCut, 10, 20}, {PreviewNote::Kind::RunsCode, 0, 0}},
                std::move(content)};
    }

private Q_SLOTS:
    void survivesTheTrip_data()
    {
        QTest::addColumn<Preview>("original");
        QTest::newRow("failure") << preview(PreviewFailure{PreviewFailure::Reason::TooLarge, 64, u"9 × 9"_s});
        QTest::newRow("text") << preview(TextPreview{u"Grüße\n👍"_s, u"python"_s, true});
        QTest::newRow("table") << preview(TablePreview{{u"a"_s, u"b"_s}, {{u"1"_s, {}}, {u"2"_s, u"x"_s}}});
        QTest::newRow("image") << preview(ImagePreview{{2, 1}, {200, 100}, QByteArray(8, '\x7f')});
        QTest::newRow("archive") << preview(ArchivePreview{{{u"../x"_s, u"/etc"_s, 7, false}, {u"d"_s, {}, 0, true}}});
        QTest::newRow("hex") << preview(HexPreview{QByteArray("\0\1\2", 3)});
    }
    void survivesTheTrip()
    {
        QFETCH(Preview, original);
        const QByteArray bytes = encodePreview(original);
        const auto copy = decodePreview(bytes);
        QVERIFY(copy.has_value());
        QCOMPARE(*copy, original);
        // Nothing of it may be missing, nothing more be there.
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY(!decodePreview(bytes.first(length)));
        QVERIFY(!decodePreview(bytes + 'x'));
    }

    void believesNothing_data() { survivesTheTrip_data(); }
    void believesNothing()
    {
        QFETCH(Preview, original);
        const QByteArray bytes = encodePreview(original);
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (const char value : {'\0', '\1', '\x7f', '\x80', '\xff'}) {
                QByteArray changed = bytes;
                changed[at] = value;
                const auto copy = decodePreview(changed); // a value or none; never more memory than there are bytes
                if (const auto *image = copy ? std::get_if<ImagePreview>(&copy->content) : nullptr)
                    QCOMPARE(image->pixels.size(), image->size.width() * image->size.height() * 4);
            }
        }
    }

    void refusesWhatViewsCannotBear()
    {
        QVERIFY(!decodePreview(encodePreview(preview(TextPreview{QString(1 << 20, u'x'), {}, false}))));
        QVERIFY(!decodePreview(encodePreview(preview(TextPreview{QString(MaxPreviewLines + 2, u'\n'), {}, false}))));
        QVERIFY(!decodePreview(encodePreview(preview(TablePreview{{u"a"_s}, {{QString(1 << 20, u'x')}}}))));
        QVERIFY(!decodePreview(encodePreview(preview(TablePreview{{u"a"_s}, {{u"1"_s, u"2"_s}}}))));
        QVERIFY(!decodePreview(encodePreview(preview(ImagePreview{{2, 2}, {2, 2}, QByteArray(15, 'x')}))));
        QVERIFY(!decodePreview(encodePreview(preview(ImagePreview{{0, 0}, {2, 2}, {}}))));
    }
};

QTEST_GUILESS_MAIN(PreviewCodecTest)
#include "tst_previewcodec.moc"
