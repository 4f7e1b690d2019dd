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

    void staysQuickOnTextsThatShareNothingOrMuch()
    {
        QString from, to, shuffled;
        for (int i = 0; i < 30'000; ++i) {
            from += u"line %1\n"_s.arg(i);
            to += u"other %1\n"_s.arg(i);
            shuffled += u"line %1\n"_s.arg((i * 7919) % 30'000);
        }
        QCOMPARE(diffLines(from, to).pairs.size(), size_t(30'000));
        QCOMPARE(diffLines(from, shuffled).leftLines.size(), 30'000);
        const SideBySide near = diffLines(from, QString(from).replace(u"line 15000\n"_s, u"line fifteen\nand more\n"_s));
        QCOMPARE(near.changes, std::vector<size_t>{15'000});
        QCOMPARE(near.pairs[15'000].leftMarks, (QList<TextSpan>{{5, 5}}));
        QCOMPARE(near.pairs[15'001].left, -1);
    }

    void alignsLines()
    {
        const SideBySide diff = diffLines(u"a\nlr = 0.1\nc\n"_s, u"a\nlr = 0.25\nnew\nc\n"_s);
        QCOMPARE(diff.pairs, (std::vector<LinePair>{{0, 0}, {1, 1, true, {{7, 1}}, {{7, 2}}}, {-1, 2, true}, {2, 3}}));
        QCOMPARE(diff.changes, std::vector<size_t>{1});
        QVERIFY(diffLines({}, {}).pairs.empty());
        QCOMPARE(diffLines({}, u"x"_s).pairs, (std::vector<LinePair>{{-1, 0, true}}));
        QVERIFY(diffLines(u"same"_s, u"same"_s).changes.empty());
    }

    void everyLineStandsThereOnceAndInOrder()
    {
        QRandomGenerator random(5);
        const auto makeText = [&] {
            QString text;
            for (int i = random.bounded(40); i > 0; --i)
                text += QStringList{u"a"_s, u"bb c"_s, u"\n"_s, u"\n"_s, u"🎯"_s}[random.bounded(5)];
            return text;
        };
        for (int round = 0; round < 300; ++round) {
            const SideBySide diff = diffLines(makeText(), makeText());
            qsizetype left = 0, right = 0;
            for (const LinePair &pair : diff.pairs) {
                QVERIFY(pair.left < 0 || pair.left == left++);
                QVERIFY(pair.right < 0 || pair.right == right++);
                if (!pair.differs)
                    QCOMPARE(diff.leftLines.value(pair.left), diff.rightLines.value(pair.right));
            }
            QCOMPARE(left, diff.leftLines.size());
            QCOMPARE(right, diff.rightLines.size());
        }
    }

    void saysWhenItComparedTheBeginningAlone()
    {
        QVERIFY(diffLines(QString(MaxSideBySide + 1, u'x'), u"y"_s).isCut);
    }
};

QTEST_APPLESS_MAIN(TextDiffTest)
#include "tst_textdiff.moc"
