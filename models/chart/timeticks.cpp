// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/axisticks.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double Second = 1000.0;
constexpr double Minute = 60 * Second;
constexpr double Hour = 60 * Minute;
constexpr double Day = 24 * Hour;
constexpr double EndOfCalendar = 8e15; // ms; beyond, QDateTime has no dates

constexpr int ClockSteps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10'000, 15'000, 30'000, 60'000, 120'000,
                              300'000, 600'000, 900'000, 1'800'000, 3'600'000, 7'200'000, 10'800'000, 21'600'000, 43'200'000};
constexpr int DaySteps[] = {1, 2, 7, 14};
constexpr int MonthSteps[] = {1, 2, 3, 6};
constexpr double Month = 30.44 * Day;

// Midnights are counted from a day's own start, so that hours stay full over a change of the clock.
QList<double> clockPlaces(const AxisRange &range, int step, const QTimeZone &zone)
{
    QList<double> places;
    QDateTime day = QDateTime::fromMSecsSinceEpoch(qint64(range.lo), zone);
    day = QDateTime(day.date(), QTime(0, 0), zone);
    while (double(day.toMSecsSinceEpoch()) <= range.hi) {
        const auto start = double(day.toMSecsSinceEpoch());
        const auto end = double(day.addDays(1).toMSecsSinceEpoch());
        for (double at = start + std::max(0.0, std::ceil((range.lo - start) / step)) * step; at < end && at <= range.hi; at += step)
            places.append(at);
        day = day.addDays(1);
    }
    return places;
}

QList<double> dayPlaces(const AxisRange &range, int step, const QTimeZone &zone)
{
    QList<double> places;
    QDate date = QDateTime::fromMSecsSinceEpoch(qint64(range.lo), zone).date();
    // Weeks begin on Mondays, whatever is in view.
    date = date.addDays(-((date.toJulianDay()) % step));
    for (;; date = date.addDays(step)) {
        const auto at = double(QDateTime(date, QTime(0, 0), zone).toMSecsSinceEpoch());
        if (at > range.hi)
            return places;
        if (at >= range.lo)
            places.append(at);
    }
}

QList<double> monthPlaces(const AxisRange &range, int step, const QTimeZone &zone)
{
    QList<double> places;
    const QDate first = QDateTime::fromMSecsSinceEpoch(qint64(range.lo), zone).date();
    qint64 month = qint64(first.year()) * 12 + first.month() - 1;
    for (month -= month % step;; month += step) {
        const QDateTime start(QDate(int(month / 12), int(month % 12) + 1, 1), QTime(0, 0), zone);
        const auto at = double(start.toMSecsSinceEpoch());
        if (!start.isValid() || at > range.hi)
            return places;
        if (at >= range.lo)
            places.append(at);
    }
}

QString dayText(const QDate &date, bool withYear)
{
    const QLocale locale;
    return locale.toString(date, withYear ? u"d MMM yyyy"_s : u"d MMM"_s);
}

QString clockText(const QTime &time, int step)
{
    return time.toString(step < 1000 ? u"HH:mm:ss.zzz"_s : step < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

AxisTicks clockTicks(const AxisRange &range, int step, const QTimeZone &zone)
{
    AxisTicks all;
    const QList<double> places = clockPlaces(range, step, zone);
    const auto dateOf = [&zone](double at) { return QDateTime::fromMSecsSinceEpoch(qint64(at), zone); };
    for (const double at : places) {
        const QDateTime when = dateOf(at);
        const bool midnight = when.time() == QTime(0, 0) && places.size() > 1;
        all.ticks.append({at, midnight ? dayText(when.date(), false) : clockText(when.time(), step)});
    }
    const QDate first = dateOf(range.lo).date();
    const QDate last = dateOf(range.hi).date();
    all.caption = first == last ? dayText(first, true) : dayText(first, first.year() != last.year()) + u" – "_s + dayText(last, true);
    return all;
}

} // namespace

AxisTicks timeTicks(const AxisRange &range, int most, const QTimeZone &zone)
{
    if (range.lo < -EndOfCalendar / 2 || range.hi > EndOfCalendar)
        return numberTicks(range, most);
    const double least = range.size() / std::max(1, most - 1);
    for (const int step : ClockSteps) {
        if (step >= least)
            return clockTicks(range, step, zone);
    }
    const auto dateOf = [&zone](double at) { return QDateTime::fromMSecsSinceEpoch(qint64(at), zone).date(); };
    AxisTicks all;
    for (const int step : DaySteps) {
        if (step * Day < least)
            continue;
        for (const double at : dayPlaces(range, step, zone))
            all.ticks.append({at, dayText(dateOf(at), false)});
        const int from = dateOf(range.lo).year();
        const int to = dateOf(range.hi).year();
        all.caption = from == to ? QString::number(from) : u"%1 – %2"_s.arg(from).arg(to);
        return all;
    }
    for (const int step : MonthSteps) {
        if (step * Month < least)
            continue;
        for (const double at : monthPlaces(range, step, zone))
            all.ticks.append({at, QLocale().toString(dateOf(at), u"MMM yyyy"_s)});
        return all;
    }
    const int years = int(numberTicks({0, least / Day / 365.25 * 2}, 3).ticks.value(1).position);
    for (const double at : monthPlaces(range, 12 * std::max(1, years), zone))
        all.ticks.append({at, QString::number(dateOf(at).year())});
    return all;
}

} // namespace Assay
