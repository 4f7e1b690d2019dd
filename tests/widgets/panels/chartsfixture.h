// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/displaytext.h"
#include "models/items/runview.h"
#include "models/table/runtablebuilder.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"

#include <QSignalSpy>
#include <QTest>

// A charts page with runs that do not come from a store, for tests that use it as a person does.
namespace Testing {

inline Assay::RunRef runRef(int number)
{
    return {Assay::ExperimentId(QStringLiteral("1")), Assay::RunId(QStringLiteral("run%1").arg(number))};
}

// Runs "name 0" … with these metrics (`latest` of each) and a param.
inline Assay::RunTablePtr runTable(int runs, const QStringList &metrics, double latest = 1.0,
                                   Assay::RunStatus status = Assay::RunStatus::Finished)
{
    Assay::RunTableBuilder builder;
    for (int i = 0; i < runs; ++i) {
        Assay::Run run;
        run.info.ref = runRef(i);
        run.info.name = QStringLiteral("name %1").arg(i);
        run.info.status = status;
        run.info.startTime = 1'700'000'000'000;
        run.params.insert(QStringLiteral("optimizer"), i % 2 ? QStringLiteral("sgd") : QStringLiteral("adam"));
        for (const QString &metric : metrics)
            run.metrics.insert(metric, latest);
        builder.add(run);
    }
    return builder.finish();
}

// step i has the value i / 10, each a second after the one before.
inline Assay::MetricSeries steps(const QString &metric, int count, qint64 first = 0)
{
    Assay::MetricSeries series;
    series.key = metric;
    for (int i = 0; i < count; ++i)
        series.add(first + i, 1'700'000'000'000 + (first + i) * 1000, double(first + i) * 0.1);
    return series;
}

class ChartsFixture
{
public:
    ChartsFixture(const QStringList &metrics, int runs = 2)
    {
        panel.setView(&view);
        QObject::connect(&panel, &Assay::ChartsPanel::seriesRequested, &panel, [this](const QList<Assay::SeriesKey> &keys) {
            // Answered in the next turn of the event loop, as a store would.
            for (const Assay::SeriesKey &key : keys)
                QMetaObject::invokeMethod(&panel, [this, key] { panel.setSeries(key, answer(key)); }, Qt::QueuedConnection);
        });
        panel.resize(1100, 700);
        panel.show();
        view.setTable(runTable(runs, metrics), true);
    }
    ~ChartsFixture() { panel.setView(nullptr); }

    bool isReady() { return QTest::qWaitForWindowExposed(&panel) && QTest::qWaitFor([this] { return !panel.isBusy(); }); }
    Assay::ChartGrid &grid() { return *panel.findChild<Assay::ChartGrid *>(); }
    Assay::ChartCard &card(const QString &id) { return *grid().card(id); }
    Assay::PlotView &plot(const QString &id) { return card(id).plot(); }

    // From one place to another with the left button held, in steps, as a hand does.
    static void drag(QWidget *from, const QPoint &at, const QPoint &globalTo, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(from, Qt::LeftButton, modifiers, at);
        const QPoint start = from->mapToGlobal(at);
        for (int i = 1; i <= 8; ++i)
            QTest::mouseMove(from, from->mapFromGlobal(start + (globalTo - start) * i / 8));
        QTest::mouseRelease(from, Qt::LeftButton, modifiers, from->mapFromGlobal(globalTo));
    }

    std::function<Assay::Result<Assay::MetricSeries>(const Assay::SeriesKey &)> answer = [](const Assay::SeriesKey &key) {
        return Assay::Result<Assay::MetricSeries>(steps(key.metric, 50));
    };
    Assay::RunView view;
    Assay::ChartsPanel panel;
};

} // namespace Testing
