// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/axisvaluetext.h"

#include <QScopeGuard>
#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

class AxisValueTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data()
    {
        QTest::addColumn<int>("axis");
        QTest::addColumn<double>("value");
        for (const double value : {0.0, -5.0, 0.1, 1e300, 123456789.0, 1'700'000'000'123.0})
            for (const XAxis axis : {XAxis::Step, XAxis::WallTime, XAxis::RelativeTime, XAxis::Metric})
                if (axis != XAxis::WallTime || (value == std::floor(value) && std::fabs(value) < 1e14))
                    QTest::addRow("%d %g", int(axis), value) << int(axis) << value;
    }
    void comesBack()
    {
        QFETCH(int, axis);
        QFETCH(double, value);
        const QString text = axisValueText(XAxis(axis), value);
        const auto back = axisValue(XAxis(axis), text);
        QVERIFY2(back && std::fabs(*back - value) <= std::fabs(value) * 1e-15, qPrintable(text));
    }

    void anotherLanguageReadsTheSame()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        const auto whole = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
        for (const double value : {1.234, 0.125, 12.345, 1234.5})
            for (const XAxis axis : {XAxis::Step, XAxis::RelativeTime, XAxis::Metric})
                QCOMPARE(axisValue(axis, axisValueText(axis, value)), value);
        QCOMPARE(axisValue(XAxis::Step, u"1,5"_s), 1.5); // as people there write it
        QVERIFY(!axisValue(XAxis::Step, u"1.234.567"_s));
    }

    void readsWhatPeopleWrite()
    {
        QCOMPARE(axisValue(XAxis::RelativeTime, u" 90 "_s), 90'000.0);
        QCOMPARE(axisValue(XAxis::RelativeTime, u"1.5 h"_s), 5'400'000.0);
        QCOMPARE(axisValue(XAxis::RelativeTime, u"2d"_s), 172'800'000.0);
        QCOMPARE(axisValue(XAxis::RelativeTime, u"15min"_s), 900'000.0);
        QCOMPARE(axisValue(XAxis::WallTime, u"2026-01-31"_s), double(QDate(2026, 1, 31).startOfDay().toMSecsSinceEpoch()));
        QCOMPARE(axisValue(XAxis::WallTime, u"2026-01-31 14:05"_s), double(QDateTime(QDate(2026, 1, 31), QTime(14, 5)).toMSecsSinceEpoch()));
        QCOMPARE(axisValue(XAxis::Step, u"1e3"_s), 1000.0);
    }

    void refusesTheRest()
    {
        for (const QString &text : {u""_s, u"abc"_s, u"nan"_s, u"inf"_s, u"1e999"_s, u"12 parsecs"_s})
            for (const XAxis axis : {XAxis::Step, XAxis::WallTime, XAxis::RelativeTime, XAxis::Metric})
                QVERIFY2(!axisValue(axis, text), qPrintable(text));
        QVERIFY(!axisValue(XAxis::WallTime, u"2026-02-31"_s));
        QVERIFY(!axisValue(XAxis::RelativeTime, u"1e308d"_s));
    }

    void rangesOfACard()
    {
        CardSpec spec;
        QVERIFY(!fixedRange(spec, u"y"_s));
        setFixedRange(spec, u"y"_s, AxisRange{-1, 2.5});
        QCOMPARE(fixedRange(*CardSpec::fromMap([&] { spec.id = u"a"_s; return spec.toMap(); }()), u"y"_s), (AxisRange{-1, 2.5}));
        setFixedRange(spec, u"y"_s, std::nullopt);
        QVERIFY(spec.options.isEmpty());
        for (const QVariantList &rubbish : {QVariantList{1}, QVariantList{2, 1}, QVariantList{0, u"x"_s}, QVariantList{-1e308, 1e308}, QVariantList{1, 1}, QVariantList{0.3, 0.1 + 0.2}}) {
            spec.options.insert(u"x"_s, rubbish);
            QVERIFY(!fixedRange(spec, u"x"_s));
        }
    }
};

QTEST_GUILESS_MAIN(AxisValueTextTest)
#include "tst_axisvaluetext.moc"
