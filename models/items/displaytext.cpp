// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/displaytext.h"

#include "models/table/column.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 Second = 1000;
constexpr qint64 Minute = 60 * Second;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;

struct DisplayText {
    Q_DECLARE_TR_FUNCTIONS(DisplayText)
};

QString twoDigits(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0'));
}

QString positiveDuration(qint64 ms)
{
    if (ms < Second)
        return DisplayText::tr("%1 ms").arg(ms);
    if (ms < Minute)
        return DisplayText::tr("%1 s").arg(QLocale().toString(double(ms) / Second, 'f', 1));
    if (ms < Hour)
        return DisplayText::tr("%1 min %2 s").arg(QString::number(ms / Minute), twoDigits(ms % Minute / Second));
    if (ms < Day)
        return DisplayText::tr("%1 h %2 min").arg(QString::number(ms / Hour), twoDigits(ms % Hour / Minute));
    return DisplayText::tr("%1 d %2 h").arg(countText(ms / Day), twoDigits(ms % Day / Hour));
}

// The largest unit alone: what one wants to know of an age.
QString roughDuration(qint64 ms)
{
    if (ms < Hour)
        return DisplayText::tr("%1 min").arg(ms / Minute);
    if (ms < Day)
        return DisplayText::tr("%1 h").arg(ms / Hour);
    if (ms < 60 * Day)
        return DisplayText::tr("%1 d").arg(ms / Day);
    if (ms < 730 * Day)
        return DisplayText::tr("%1 months").arg(ms / (30 * Day));
    return DisplayText::tr("%1 years").arg(ms / (365 * Day));
}

bool needsEscape(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph || category == QChar::Other_Surrogate;
}

QString escaped(char32_t c)
{
    switch (c) {
    case U'\n': return u"⏎"_s;
    case U'\t': return u"⇥"_s;
    case U'\r': return u"␍"_s;
    default: return c <= 0xff ? u"\\x%1"_s.arg(uint(c), 2, 16, QChar(u'0')) : u"\\u{%1}"_s.arg(uint(c), 4, 16, QChar(u'0'));
    }
}

} // namespace

QString durationText(qint64 ms)
{
    if (ms == std::numeric_limits<qint64>::min())
        return QString::number(ms);
    return ms < 0 ? u'\u2212' + positiveDuration(-ms) : positiveDuration(ms);
}

QString ageText(qint64 thenMs, qint64 nowMs)
{
    qint64 age = 0;
    if (qSubOverflow(nowMs, thenMs, &age) || age == std::numeric_limits<qint64>::min())
        return QString::number(thenMs);
    if (std::abs(age) < Minute)
        return DisplayText::tr("just now");
    return age > 0 ? DisplayText::tr("%1 ago").arg(roughDuration(age)) : DisplayText::tr("in %1").arg(roughDuration(-age));
}

QString timeText(qint64 ms)
{
    // Years 0 to 9999; beyond it calendars disagree and libraries overflow.
    if (ms < -62'167'219'200'000 || ms > 253'402'300'799'999)
        return QString::number(ms);
    return QDateTime::fromMSecsSinceEpoch(ms).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString sizeText(qint64 bytes)
{
    if (bytes < 1024)
        return DisplayText::tr("%1 B").arg(bytes);
    double size = double(bytes);
    const char16_t units[] = u"KMGTPE";
    int unit = -1;
    while (size >= 1024 && unit < 5) {
        size /= 1024;
        ++unit;
    }
    return QLocale().toString(size, 'f', 1) + u' ' + QChar(units[unit]) + "iB"_L1;
}

QString metricText(double value)
{
    if (std::isinf(value))
        return value > 0 ? u"∞"_s : u"\u2212∞"_s;
    return numberText(value);
}

QString differenceText(double value)
{
    const QString text = std::isfinite(value) ? QString::number(value, 'g', 6) : metricText(value);
    return value > 0 ? u'+' + text : text;
}

QString countText(qint64 count)
{
    QString digits = QString::number(count);
    const qsizetype first = digits.startsWith(u'-') ? 1 : 0;
    for (qsizetype i = digits.size() - 3; i > first; i -= 3)
        digits.insert(i, u'\u2009');
    return digits;
}

QString visibleText(QStringView text, qsizetype max)
{
    QString visible;
    visible.reserve(std::min(text.size(), max));
    qsizetype i = 0;
    while (i < text.size() && i < max) {
        char32_t c = text[i].unicode();
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair)
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
        if (needsEscape(c))
            visible += escaped(c);
        else
            visible += text.mid(i, isPair ? 2 : 1);
        i += isPair ? 2 : 1;
    }
    if (i < text.size())
        visible += u"… "_s + DisplayText::tr("(%1 characters)").arg(countText(text.size()));
    return visible;
}

QString toolTipText(QStringView text, qsizetype max)
{
    QStringList lines;
    const auto parts = text.first(std::min(text.size(), max)).split(u'\n');
    for (const QStringView line : parts)
        lines.append(visibleText(line));
    QString shown = lines.join(u'\n');
    if (text.size() > max)
        shown += u"… "_s + DisplayText::tr("(%1 characters)").arg(countText(text.size()));
    if (!shown.contains(u'<'))
        return shown;
    return u"<p style=\"white-space:pre-wrap\">"_s + shown.toHtmlEscaped() + u"</p>"_s;
}

} // namespace Assay
