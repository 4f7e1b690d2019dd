// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/textdiff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QString join(const QList<TextDiffPart> &parts, TextDiffPart::Kind without)
{
    QString text;
    for (const TextDiffPart &part : parts)
        if (part.kind != without)
            text += part.text;
    return text;
}

} // namespace

class TextDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksTheWordsThatChanged()
    {
        using Kind = TextDiffPart::Kind;
        const auto parts = diffText(u"adam, lr=0.1, warm"_s, u"adam, lr=0.25, warm"_s);
        QCOMPARE(parts, (QList<TextDiffPart>{{Kind::Same, u"adam, lr=0."_s}, {Kind::Removed, u"1"_s}, {Kind::Added, u"25"_s}, {Kind::Same, u", warm"_s}}));
    }

    void losesNothing()
    {
        QRandomGenerator random(3);
        const auto makeText = [&](int length) {
            QString text;
            for (int i = 0; i < length; ++i)
                text += QStringList{u"a"_s, u"bb"_s, u" "_s, u"\n"_s, u"🎯"_s, u"é"_s}[random.bounded(6)];
            return text;
        };
        for (int round = 0; round < 300; ++round) {
            const QString from = makeText(random.bounded(60)), to = makeText(random.bounded(60));
            const auto parts = diffText(from, to);
            QCOMPARE(join(parts, TextDiffPart::Kind::Added), from);
            QCOMPARE(join(parts, TextDiffPart::Kind::Removed), to);
        }
    }

    void staysQuickOnLongTexts()
    {
        QString from, to;
        for (int i = 0; i < 200'000; ++i) {
            from += QString::number(i) + u' ';
            to += QString::number(i * 7) + u' ';
        }
        const auto parts = diffText(from, to);
        QCOMPARE(join(parts, TextDiffPart::Kind::Added), from);
        QCOMPARE(join(parts, TextDiffPart::Kind::Removed), to);
    }
};

QTEST_APPLESS_MAIN(TextDiffTest)
#include "tst_textdiff.moc"
