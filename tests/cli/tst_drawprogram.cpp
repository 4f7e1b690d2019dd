// SPDX-License-Identifier: GPL-3.0-or-later
// assay-draw by itself: whatever it is given, it answers or refuses.
#include "models/items/cardoptions.h"
#include "models/items/chartdrawing.h"

#include <QProcess>
#include <QTest>

#include <cmath>
#include <random>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

ChartDrawing cardOf(CardType type)
{
    ChartDrawing drawing;
    drawing.format = ChartDrawing::Format::Svg;
    drawing.size = {300, 200};
    drawing.card.emplace();
    drawing.card->id = u"#1"_s;
    drawing.card->type = type;
    for (int i = 0; i < 12; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(i))};
        run.metrics = {{u"loss"_s, i % 5 ? 1.0 / (1 + i) : std::nan("")}, {u"acc"_s, i * 0.1}};
        run.params = {{u"lr"_s, QString::number(0.1 * (1 + i % 3))}, {u"depth"_s, QString::number(i % 4)}, {u"model"_s, i % 2 ? u"a"_s : u"b"_s}};
        drawing.runs.append(run);
    }
    return drawing;
}

struct Ended {
    QProcess::ExitStatus how = QProcess::CrashExit;
    int status = -1;
    QByteArray out;
};

Ended draw(const QByteArray &input)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QStringLiteral(ASSAY_DRAW), QStringList());
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitStatus(), process.exitCode(), process.readAllStandardOutput()};
}

} // namespace

class DrawProgramTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsEveryType()
    {
        for (const CardType type : statisticsTypes()) {
            const Ended ended = draw(cardOf(type).toBytes());
            QCOMPARE(ended.status, 0);
            const auto drawn = DrawnChart::fromBytes(ended.out);
            QVERIFY(drawn);
            QVERIFY2(drawn->picture.contains("<svg") && drawn->notice.isEmpty(), qPrintable(cardTypeName(type) + drawn->notice));
        }
    }

    void saysWhyThereIsNothing()
    {
        ChartDrawing drawing = cardOf(CardType::Scatter);
        drawing.runs.clear();
        const auto none = DrawnChart::fromBytes(draw(drawing.toBytes()).out);
        QVERIFY(none);
        QVERIFY(none->picture.isEmpty() && !none->notice.isEmpty());
        drawing = cardOf(CardType::Bar);
        drawing.card->keys = {u"min(metrics.loss)"_s}; // and no history of it
        QCOMPARE(draw(drawing.toBytes()).status, 0);
    }

    void refusesWhatIsNoDrawing()
    {
        const QByteArray whole = cardOf(CardType::Box).toBytes();
        for (const QByteArray &bytes : {QByteArray(), QByteArray("rubbish"), whole.left(whole.size() / 2), whole.left(whole.size() - 1)}) {
            const Ended ended = draw(bytes);
            QCOMPARE(ended.how, QProcess::NormalExit);
            QCOMPARE(ended.status, 2);
            QVERIFY(ended.out.isEmpty());
        }
    }

    void survivesWhatWasChanged()
    {
        std::mt19937 random(7);
        const QList<CardType> &types = statisticsTypes();
        for (int i = 0; i < 40; ++i) {
            QByteArray bytes = cardOf(types[i % types.size()]).toBytes();
            for (int change = 0; change < 4; ++change)
                bytes[qsizetype(random() % size_t(bytes.size()))] = char(random());
            const Ended ended = draw(bytes);
            QVERIFY2(ended.how == QProcess::NormalExit && ended.status >= 0 && ended.status <= 2, qPrintable(QString::number(i)));
        }
    }
};

QTEST_GUILESS_MAIN(DrawProgramTest)
#include "tst_drawprogram.moc"
