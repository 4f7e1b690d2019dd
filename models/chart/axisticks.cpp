// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/axisticks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double Second = 1000.0;
constexpr double Minute = 60 * Second;
constexpr double Hour = 60 * Minute;
constexpr double Day = 24 * Hour;

QString superscript(int number)
{
    static constexpr std::array<char16_t, 10> digits{u'⁰', u'¹', u'²', u'³', u'⁴', u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    QString text;
    const QString plain = QString::number(number);
    for (const QChar c : plain)
        text += c == u'-' ? QChar(u'⁻') : QChar(digits[size_t(c.digitValue())]);
    return text;
}

QString decimalText(double value, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(std::abs(value), 'f', decimals);
    const qsizetype whole = decimals > 0 ? text.indexOf(locale.decimalPoint()) : text.size();
    for (qsizetype at = whole - 3; at > 0 && whole > 4; at -= 3)
        text.insert(at, QChar(0x2009)); // thin space
    return value < 0 ? u'−' + text : text;
}

// Decimals that a multiple of `step` needs.
int decimalsOf(double step)
{
    const int exponent = int(std::floor(std::log10(step) + 1e-9));
    const double mantissa = step / std::pow(10.0, exponent);
    const bool whole = std::abs(mantissa - std::round(mantissa)) < 1e-6;
    return std::max(0, -exponent + (whole ? 0 : 1));
}

QString scientificText(double value, double step)
{
    if (value == 0)
        return u"0"_s;
    const int exponent = int(std::floor(std::log10(std::abs(value)) + 1e-9));
    const double unit = std::pow(10.0, exponent);
    const double mantissa = value / unit;
    const QString power = u"10"_s + superscript(exponent);
    if (std::abs(mantissa - 1) < 1e-9)
        return power;
    return decimalText(mantissa, std::min(decimalsOf(step / unit), 12)) + u'×' + power;
}

// `value` is a multiple of `step`, one of several of which `magnitude` is the greatest.
QString tickText(double value, double step, double magnitude)
{
    static constexpr std::array<std::pair<double, char16_t>, 3> suffixes{{{1e9, u'G'}, {1e6, u'M'}, {1e3, u'k'}}};
    if (std::abs(value) < step / 2)
        return u"0"_s;
    if (magnitude >= 1e12 || decimalsOf(step) > 12 || (magnitude < 1e-3 && decimalsOf(step) > 4))
        return scientificText(value, step);
    if (magnitude >= 1e4) {
        for (const auto &[scale, letter] : suffixes) {
            if (magnitude >= scale && decimalsOf(step / scale) <= 2)
                return decimalText(value / scale, std::abs(value / scale - std::round(value / scale)) < 1e-9
                                                      ? 0 : decimalsOf(step / scale)) + QChar(letter);
        }
    }
    return decimalText(value, decimalsOf(step));
}

double niceStep(double least)
{
    const double unit = std::pow(10.0, std::floor(std::log10(least)));
    for (const double mantissa : {1.0, 2.0, 2.5, 5.0}) {
        if (unit * mantissa >= least * (1 - 1e-9))
            return unit * mantissa;
    }
    return unit * 10;
}

AxisTicks multiples(const AxisRange &range, double step)
{
    AxisTicks all;
    const double magnitude = std::max(std::abs(range.lo), std::abs(range.hi));
    const double first = std::ceil(range.lo / step - 1e-9);
    const double last = std::floor(range.hi / step + 1e-9);
    if (!(last - first < 1000)) // a range that doubles cannot divide
        return all;
    const int count = int(last - first) + 1; // counted in whole numbers: beyond 2^53, i + 1 may be i
    for (int i = 0; i < count; ++i) {
        const double position = (first + i) * step;
        if (all.ticks.isEmpty() || position > all.ticks.last().position)
            all.ticks.append({position, tickText(position, step, magnitude)});
    }
    return all;
}

double leastStep(const AxisRange &range, int most) { return range.size() / std::max(1, most - 1); }

QString powerText(double mantissa, int exponent, bool asPower)
{
    const double value = mantissa * std::pow(10.0, exponent);
    if (!asPower || exponent == 0)
        return tickText(value, value, value);
    const QString power = u"10"_s + superscript(exponent);
    return mantissa == 1 ? power : QString::number(int(mantissa)) + u'×' + power;
}

QString timeUnits(double number, const char *unit)
{
    return QCoreApplication::translate("AxisTicks", unit).arg(decimalText(number, decimalsOf(std::max(number, 1e-3))));
}

// Two units at most; what is below `step` is 0 anyway.
QString durationTickText(double ms, double step)
{
    const double size = std::abs(ms);
    QString text;
    const auto two = [size](double big, double small, const char *bigUnit, const char *smallUnit) {
        const double rest = std::round(std::fmod(size, big) / small);
        const QString head = timeUnits(std::floor(size / big + 1e-9), bigUnit);
        return rest > 0 && rest < big / small ? head + u' ' + timeUnits(rest, smallUnit) : head;
    };
    if (size < step / 2)
        return u"0"_s;
    if (size < Second - 1e-6)
        text = timeUnits(size, QT_TRANSLATE_NOOP("AxisTicks", "%1 ms"));
    else if (step < Second)
        text = QCoreApplication::translate("AxisTicks", "%1 s").arg(decimalText(size / Second, decimalsOf(step / Second)));
    else if (size < Hour - 1e-6)
        text = size < Minute ? timeUnits(std::round(size / Second), QT_TRANSLATE_NOOP("AxisTicks", "%1 s"))
                             : two(Minute, Second, QT_TRANSLATE_NOOP("AxisTicks", "%1 min"), "%1 s");
    else if (size < Day - 1e-6)
        text = step < Minute ? two(Minute, Second, "%1 min", "%1 s")
                             : two(Hour, Minute, QT_TRANSLATE_NOOP("AxisTicks", "%1 h"), "%1 min");
    else
        text = step < Hour ? two(Hour, Minute, "%1 h", "%1 min")
                           : two(Day, Hour, QT_TRANSLATE_NOOP("AxisTicks", "%1 d"), "%1 h");
    return ms < 0 ? u'−' + text : text;
}

// The smallest of the usual steps that is not below `least`; from days on any nice number of days.
double clockStep(double least)
{
    static constexpr double steps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, Second, 2 * Second, 5 * Second, 10 * Second,
        15 * Second, 30 * Second, Minute, 2 * Minute, 5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute, Hour, 2 * Hour,
        3 * Hour, 6 * Hour, 12 * Hour, Day};
    for (const double step : steps) {
        if (step >= least)
            return step;
    }
    return Day * std::max(1.0, std::round(niceStep(least / Day)));
}

} // namespace

AxisTicks numberTicks(const AxisRange &range, int most)
{
    return multiples(range, niceStep(leastStep(range, most)));
}

AxisTicks stepTicks(const AxisRange &range, int most)
{
    const double step = niceStep(std::max(1.0, leastStep(range, most)));
    return multiples(range, step == 2.5 ? 5.0 : step);
}

AxisTicks logTicks(const AxisRange &range, int most)
{
    if (!(range.lo > 0))
        return {};
    const double from = std::log10(range.lo);
    const double to = std::log10(range.hi);
    if (to - from < 0.7)
        return numberTicks(range, most);
    const int stride = std::max(1, int(std::ceil((to - from) / std::max(1, most - 1) - 1e-9)));
    const bool between = to - from < 3 && (to - from) * 3 <= most;
    const bool asPowers = from < -4.5 || to > 9.5; // all of them, as the eye compares them
    AxisTicks all;
    for (int exponent = int(std::floor(from)); exponent <= int(std::ceil(to)); ++exponent) {
        if (exponent % stride != 0)
            continue;
        for (const double mantissa : {1.0, 2.0, 5.0}) {
            const double value = mantissa * std::pow(10.0, exponent);
            if ((mantissa == 1 || between) && range.contains(value))
                all.ticks.append({value, powerText(mantissa, exponent, asPowers)});
        }
    }
    return all;
}

AxisTicks symlogTicks(const AxisRange &range, double unit, int most)
{
    const int first = int(std::lround(std::log10(unit))) + 1;
    const auto powers = [&](double limit) { return std::max(0, int(std::floor(std::log10(std::max(limit, unit)) + 1e-9)) - first + 1); };
    const int above = powers(range.hi);
    const int below = powers(-range.lo);
    AxisTicks all;
    const int stride = std::max(1, int(std::ceil(double(above + below) / std::max(1, most - 1) - 1e-9)));
    const int last = first + std::max(above, below) - 1;
    const bool asPowers = first < -4 || last > 9;
    const auto add = [&](double sign, int exponent) {
        const double value = sign * std::pow(10.0, exponent);
        if (!range.contains(value))
            return;
        const QString text = powerText(1, exponent, asPowers);
        all.ticks.append({value, sign < 0 ? u'−' + text : text});
    };
    for (int exponent = last; exponent >= first; --exponent) {
        if ((exponent - first) % stride == 0)
            add(-1, exponent);
    }
    if (range.contains(0))
        all.ticks.append({0, u"0"_s});
    for (int exponent = first; exponent <= last; ++exponent) {
        if ((exponent - first) % stride == 0)
            add(1, exponent);
    }
    return all.ticks.size() < 3 ? numberTicks(range, most) : all; // hardly a decade of it
}

AxisTicks valueTicks(const AxisRange &range, const ScaleMap &scale, int most)
{
    switch (scale.scale) {
    case AxisScale::Linear: return numberTicks(range, most);
    case AxisScale::Log: return logTicks(range, most);
    case AxisScale::SymLog: return symlogTicks(range, scale.unit, most);
    }
    return {};
}

AxisTicks durationTicks(const AxisRange &range, int most)
{
    const double step = clockStep(leastStep(range, most));
    AxisTicks all = multiples(range, step);
    for (AxisTick &tick : all.ticks)
        tick.label = durationTickText(tick.position, step);
    return all;
}

AxisTicks withDurationLabels(AxisTicks ticks)
{
    for (AxisTick &tick : ticks.ticks)
        tick.label = durationTickText(tick.position, std::abs(tick.position));
    return ticks;
}

} // namespace Assay
