// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/axisvaluetext.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

// A number as programs write it, or as the person's language does without groups of digits: 1.234 is never a thousand.
std::optional<double> numberOf(const QString &text)
{
    QLocale own;
    own.setNumberOptions(QLocale::RejectGroupSeparator);
    for (const QLocale &locale : {QLocale::c(), own}) {
        bool isNumber = false;
        const double value = locale.toDouble(text, &isNumber);
        if (isNumber && std::isfinite(value))
            return value;
    }
    return std::nullopt;
}

std::optional<double> spanOf(const QString &text)
{
    static const QRegularExpression pattern(u"^(.*?)\\s*(ms|s|min|m|h|d)?$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    const auto number = numberOf(match.captured(1));
    const QString unit = match.captured(2);
    const double factor = unit == "ms"_L1 ? 1 : unit == "min"_L1 || unit == "m"_L1 ? 60'000 : unit == "h"_L1 ? 3'600'000
        : unit == "d"_L1 ? 86'400'000 : 1000;
    return number && std::isfinite(*number * factor) ? std::optional(*number * factor) : std::nullopt;
}

std::optional<double> timeOf(const QString &text)
{
    QString iso = text;
    iso.replace(u' ', u'T');
    const QDateTime time = iso.size() > 10 ? QDateTime::fromString(iso, Qt::ISODateWithMs) : QDate::fromString(iso, Qt::ISODate).startOfDay();
    return time.isValid() ? std::optional(double(time.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace

QString axisValueText(XAxis axis, double value)
{
    const QString number = QString::number(value, 'g', QLocale::FloatingPointShortest);
    switch (axis) {
    case XAxis::Step:
    case XAxis::Metric: return number;
    case XAxis::RelativeTime: return QString::number(value / 1000, 'g', QLocale::FloatingPointShortest) + " s"_L1;
    case XAxis::WallTime: break;
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(std::clamp(value, -9e15, 9e15)));
    const bool isWhole = std::fmod(value, 1000) == 0;
    return time.toString(isWhole ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

std::optional<double> axisValue(XAxis axis, const QString &text)
{
    const QString written = text.trimmed();
    switch (axis) {
    case XAxis::Step:
    case XAxis::Metric: return numberOf(written);
    case XAxis::RelativeTime: return spanOf(written);
    case XAxis::WallTime: return timeOf(written);
    }
    return std::nullopt;
}

bool isShowable(const AxisRange &range)
{
    return std::isfinite(range.size()) && range.lo < range.hi && zoomed(range, range.lo, 0.5) != range;
}

std::optional<AxisRange> fixedRange(const CardSpec &spec, const QString &axis)
{
    const QVariantList ends = spec.options.value(axis).toList();
    if (ends.size() != 2)
        return std::nullopt;
    const AxisRange range{ends.at(0).toDouble(), ends.at(1).toDouble()};
    return isShowable(range) ? std::optional(range) : std::nullopt;
}

void setFixedRange(CardSpec &spec, const QString &axis, const std::optional<AxisRange> &range)
{
    if (range)
        spec.options.insert(axis, QVariantList{range->lo, range->hi});
    else
        spec.options.remove(axis);
}

} // namespace Assay
