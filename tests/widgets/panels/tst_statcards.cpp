// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/query.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"
#include "widgets/chart/barview.h"
#include "widgets/chart/parallelview.h"
#include "widgets/chart/scatterview.h"
#include "widgets/panels/charts/cardcontents.h"
#include "widgets/panels/charts/cards/keychooser.h"
#include "widgets/panels/charts/cards/statcard.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

const QList<CardType> Types{CardType::Bar, CardType::Scatter, CardType::ParallelCoordinates, CardType::Box, CardType::Histogram,
                            CardType::HeatMap, CardType::Importance, CardType::Correlation};

// Runs of a search: two numbers, a text, a metric that follows them; every fifth one has no metric.
RunTablePtr search(int count)
{
    RunTableBuilder builder;
    for (int i = 0; i < count; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(i))};
        run.info.name = u"name %1"_s.arg(i);
        run.info.startTime = 1'700'000'000'000 + i * 1000;
        run.info.endTime = 1'700'000'060'000 + i * 1500;
        const double rate = std::pow(10, -4 + (i * 7 % 30) / 10.0);
        run.params = {{u"lr"_s, QString::number(rate)}, {u"depth"_s, QString::number(i % 4)}, {u"model"_s, i % 3 ? u"resnet"_s : u"vit"_s}, {u"fixed"_s, u"1"_s}};
        if (i % 5)
            run.metrics = {{u"val_loss"_s, std::fabs(std::log10(rate) + 2.5) + 0.1 * (i % 4)}, {u"acc"_s, 1.0 / (1 + i)}};
        builder.add(run);
    }
    return builder.finish();
}

struct Shown {
    RunView view;
    std::unique_ptr<CardContent> content;

    explicit Shown(CardType type, RunTablePtr table, const CardSpec &spec = {}) : content(makeCardContent(type))
    {
        CardSpec own = spec;
        own.type = type;
        own.id = u"#1"_s;
        if (table)
            view.setTable(std::move(table), true);
        content->setSpec(own);
        content->setView(&view);
        content->resize(520, 360);
        content->show();
    }
    StatCard &card() { return static_cast<StatCard &>(*content); }
    bool isDone() { return QTest::qWaitFor([this] { return content->isVisible() && !card().isBusy() && (!card().plot().notice().isEmpty() || !card().shownKeys().isEmpty()); }, 20'000); }
};

} // namespace

class StatCardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeDraws()
    {
        for (CardType type : Types) {
            Shown shown(type, search(60));
            QVERIFY(shown.isDone());
            QVERIFY2(shown.card().plot().notice().isEmpty(), qPrintable(cardTypeName(type) + shown.card().plot().notice()));
            QVERIFY(!shown.card().shownKeys().contains(u"params.fixed"_s));
            shown.content->grab();
        }
    }

    // Never a blank: a sentence for each, whatever there is.
    void saysWhyThereIsNothing()
    {
        RunTableBuilder same;
        for (int i = 0; i < 3; ++i) {
            Run run;
            run.info.ref = {ExperimentId(u"1"_s), RunId(QString::number(i))};
            run.metrics = {{u"m"_s, std::nan("")}};
            run.params = {{u"p"_s, i ? u"1"_s : u"x"_s}};
            same.add(run);
        }
        const RunTablePtr tables[] = {nullptr, RunTableBuilder().finish(), search(1), same.finish()};
        for (CardType type : Types) {
            for (const RunTablePtr &table : tables) {
                CardSpec spec;
                for (const QStringList &keys : {QStringList(), QStringList{u"metrics.m"_s, u"params.p"_s, u"metrics.nowhere"_s}, QStringList{u"1 + "_s, u"?"_s, u"x y z"_s}}) {
                    spec.keys = keys;
                    Shown shown(type, table, spec);
                    QVERIFY(shown.isDone());
                    shown.content->grab();
                    const bool mayDraw = !keys.isEmpty() && table && table->rowCount() == 3; // the params
                    QVERIFY2(mayDraw || !shown.card().plot().notice().isEmpty(), qPrintable(cardTypeName(type)));
                }
            }
        }
    }

    void missingRunsAreCounted()
    {
        CardSpec spec;
        spec.keys = {u"params.lr"_s, u"metrics.val_loss"_s};
        Shown shown(CardType::Scatter, search(40), spec);
        QVERIFY(shown.isDone());
        QCOMPARE(shown.card().plot().note(), u"8 of 40 runs are not shown: 8 have no val_loss"_s);
    }

    void chosenKeysAreTold()
    {
        Shown shown(CardType::Scatter, search(40));
        QVERIFY(shown.isDone());
        QSignalSpy specs(shown.content.get(), &CardContent::specChanged);
        auto *button = shown.content->findChild<KeyButton *>(u"xKey"_s);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        auto *chooser = button->findChild<KeyChooser *>();
        QVERIFY(chooser);
        QTest::keyClicks(chooser->findChild<QLineEdit *>(), u"DURA"_s);
        QCOMPARE(chooser->findChild<QListView *>()->model()->rowCount(), 1);
        QTest::keyClick(chooser->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(specs.size(), 1);
        QCOMPARE(specs[0][0].value<CardSpec>().keys, (QStringList{u"duration"_s, u"metrics.val_loss"_s}));
        QVERIFY(shown.isDone());
        QTRY_COMPARE(button->key(), u"duration"_s);
    }

    void runsArePointedOut()
    {
        CardSpec spec;
        spec.keys = {u"params.lr"_s, u"metrics.val_loss"_s};
        Shown shown(CardType::Scatter, search(40), spec);
        QVERIFY(shown.isDone());
        shown.content->grab();
        QSignalSpy hovers(shown.content.get(), &CardContent::runHovered);
        auto &view = static_cast<ScatterView &>(shown.card().plot());
        shown.content->setHighlightedRun(RunRef{ExperimentId(u"1"_s), RunId(u"run7"_s)});
        QCOMPARE(view.highlighted(), 7);
        shown.content->setHighlightedRun(std::nullopt);
        QCOMPARE(view.highlighted(), -1);
        const double rate = std::pow(10, -4 + (7 * 7 % 30) / 10.0);
        QTest::mouseMove(&view, view.frame().pointOf(QString::number(rate).toDouble(), std::fabs(std::log10(rate) + 2.5) + 0.1 * 3).toPoint());
        QTRY_VERIFY(!hovers.isEmpty());
        QCOMPARE(hovers.last()[0].value<std::optional<RunRef>>(), std::optional(RunRef{ExperimentId(u"1"_s), RunId(u"run7"_s)}));
    }

    // What a brush asks for finds the runs that it covers.
    void brushesBecomeQueries()
    {
        const RunTablePtr table = search(60);
        Shown shown(CardType::ParallelCoordinates, table);
        QVERIFY(shown.isDone());
        auto &view = static_cast<ParallelView &>(shown.card().plot());
        QSignalSpy filters(shown.content.get(), &CardContent::filterRequested);
        view.setBrush(0, std::pair(0.2, 0.8));
        view.setBrush(view.axisCount() - 1, std::pair(0.0, 0.5));
        const qsizetype brushed = view.brushedCount();
        QVERIFY(brushed > 3 && brushed < 50);
        QTest::mouseClick(view.findChild<QToolButton *>(u"brushKeep"_s), Qt::LeftButton);
        QCOMPARE(filters.size(), 1);
        QVERIFY(view.brushes().isEmpty()); // the query says it now
        const auto query = parseQuery(filters[0][0].toString());
        VERIFY_RESULT(query);
        SilentJob job;
        const TruthVector truth = evaluateQuery(*query, *table, {}, {}, job).value();
        QCOMPARE(qsizetype(std::count(truth.begin(), truth.end(), Truth::True)), brushed);
    }

    void axesAreRemembered()
    {
        Shown shown(CardType::ParallelCoordinates, search(60));
        QVERIFY(shown.isDone());
        QSignalSpy specs(shown.content.get(), &CardContent::specChanged);
        auto &view = static_cast<ParallelView &>(shown.card().plot());
        emit view.axisChanged(u"params.depth"_s, false, true);
        QCOMPARE(specs.size(), 1);
        QCOMPARE(specs[0][0].value<CardSpec>().options.value(u"inverted"_s).toStringList(), QStringList{u"params.depth"_s});
        const QStringList order{u"metrics.val_loss"_s, u"params.depth"_s};
        emit view.orderChanged(order);
        QCOMPARE(specs.size(), 2);
        QCOMPARE(specs[1][0].value<CardSpec>().keys, order);
        QVERIFY(shown.isDone());
        QTRY_COMPARE(view.axisCount(), 2);
    }

    // A filter changes what is drawn; a late answer of before is dropped.
    void followsTheTable()
    {
        CardSpec spec;
        spec.keys = {u"params.lr"_s, u"metrics.val_loss"_s};
        Shown shown(CardType::Scatter, search(40), spec);
        shown.view.setRows({1, 2, 3});
        shown.view.setRows({1, 2, 3, 4, 5});
        QVERIFY(shown.isDone());
        QTRY_COMPARE(shown.card().plot().runs().names.size(), 5);
        QCOMPARE(shown.card().plot().note(), u"1 of 5 runs are not shown: 1 have no val_loss"_s);
        shown.view.setRows({});
        QTRY_COMPARE(shown.card().plot().notice(), u"The filter leaves no runs."_s);
        shown.view.setTable(search(8), true);
        QTRY_VERIFY(shown.card().plot().notice().isEmpty());
    }

    void historiesAreAskedFor()
    {
        CardSpec spec;
        spec.keys = {u"min(metrics.val_loss)"_s};
        const RunTablePtr table = search(10);
        Shown shown(CardType::Bar, table, spec);
        QSignalSpy needed(&shown.view, &RunView::historiesNeeded);
        QVERIFY(shown.isDone());
        QTRY_COMPARE(needed.size(), 1);
        QCOMPARE(shown.card().plot().note(), u"Reading 8 histories…"_s);
        HistoryValues read(table);
        const auto needs = needed[0][0].value<HistoryNeeds>();
        QCOMPARE(needs.size(), 1);
        for (const uint32_t row : needs[0].rows) {
            MetricSeries series;
            series.key = needs[0].metric;
            series.add(0, 1, row);
            read.add(row, series, {});
        }
        shown.view.setHistories(std::make_shared<const HistoryValues>(read));
        auto &view = static_cast<BarView &>(shown.card().plot());
        QTRY_COMPARE(view.bars().size(), 8);
        QCOMPARE(view.bars().first().value, 1.0); // the least of the losses first
        QCOMPARE(view.note(), u"2 drawn runs have no finite min(val_loss)"_s);
        QCOMPARE(needed.size(), 1);
    }

    // Hidden, a card looks at other runs when it is seen again; what it computed of those before comes meanwhile.
    void noHistoriesOfOtherRunsAreAskedFor()
    {
        CardSpec spec;
        spec.keys = {u"min(metrics.val_loss)"_s, u"params.model"_s};
        Shown shown(CardType::Bar, search(20'000), spec);
        uint32_t greatest = 0;
        connect(&shown.view, &RunView::historiesNeeded, &shown.view, [&](const HistoryNeeds &needs) { greatest = needs[0].rows.back(); });
        QCoreApplication::processEvents();
        QVERIFY(shown.content->isBusy());
        shown.content->hide();
        shown.view.setTable(search(10), true);
        QTRY_VERIFY(!shown.content->isBusy());
        QCOMPARE(greatest, 0u);
        shown.content->show();
        QTRY_COMPARE(greatest, 9u);
    }

    void coloursAreOfHistoriesToo()
    {
        CardSpec spec;
        spec.keys = {u"params.lr"_s, u"params.depth"_s};
        spec.options = {{u"color"_s, u"max(metrics.acc)"_s}};
        Shown shown(CardType::ParallelCoordinates, search(10), spec);
        QSignalSpy needed(&shown.view, &RunView::historiesNeeded);
        QVERIFY(shown.isDone());
        QTRY_COMPARE(needed.size(), 1);
        QCOMPARE(needed[0][0].value<HistoryNeeds>().first().metric, u"acc"_s);
    }

    void barsOfHistoriesAreChosen()
    {
        CardSpec spec;
        spec.keys = {u"metrics.val_loss"_s, u"params.model"_s};
        Shown shown(CardType::Bar, search(10), spec);
        QVERIFY(shown.isDone());
        QSignalSpy specs(shown.content.get(), &CardContent::specChanged);
        const auto choose = [&](const QString &text) {
            QTest::mouseClick(shown.content->findChild<QToolButton *>(u"cardOptions"_s), Qt::LeftButton);
            auto *menu = shown.content->findChild<QMenu *>(u"cardOptionsMenu"_s);
            for (QAction *action : menu->actions())
                if (action->text() == text)
                    action->trigger();
            delete menu;
        };
        choose(u"Least of all points"_s);
        QCOMPARE(specs.last()[0].value<CardSpec>().keys, (QStringList{u"min(metrics.val_loss)"_s, u"params.model"_s}));
        QVERIFY(shown.isDone());
        QTRY_COMPARE(shown.card().shownKeys().first(), u"min(metrics.val_loss)"_s);
        choose(u"Latest"_s);
        QCOMPARE(specs.last()[0].value<CardSpec>().keys.first(), u"metrics.val_loss"_s);
    }

    void thousandsOfKeys()
    {
        RunTableBuilder builder;
        for (int i = 0; i < 20; ++i) {
            Run run;
            run.info.ref = {ExperimentId(u"1"_s), RunId(QString::number(i))};
            for (int key = 0; key < 6000; ++key) {
                run.params.insert(u"p%1"_s.arg(key), QString::number((i * key) % 17));
                run.metrics.insert(u"m%1"_s.arg(key), (i * key) % 13);
            }
            run.params.insert(u"long"_s, QString(5000, QChar(u'a' + i)));
            builder.add(run);
        }
        const RunTablePtr table = builder.finish();
        for (CardType type : {CardType::Scatter, CardType::ParallelCoordinates, CardType::Importance}) {
            Shown shown(type, table);
            QVERIFY(shown.isDone());
            shown.content->grab();
        }
    }
};

QTEST_MAIN(StatCardsTest)
#include "tst_statcards.moc"
