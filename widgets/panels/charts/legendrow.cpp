// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/legendrow.h"

#include "models/items/displaytext.h"
#include "widgets/chart/linemarkers.h"
#include "widgets/chart/plotframe.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int SwatchGap = 6;
constexpr int EntryGap = 16;
constexpr int ScaleWidth = 96;
constexpr int MostNameWidth = 180;

int swatchWidth(LineChannel channel)
{
    return channel == LineChannel::Dash ? 40 : 20; // a pattern has to be seen twice
}

} // namespace

LegendRow::LegendRow(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LegendRow::setContent(const Content &content)
{
    if (m_content == content && !m_text.isEmpty())
        return;
    m_content = content;
    QStringList parts;
    const QList<ColumnEncoding::Entry> &entries = content.entries;
    if (content.isScale)
        parts.append(u"%1 – %2 (%3)"_s.arg(entries.at(0).name, entries.at(1).name, countText(content.scaledRuns)));
    for (qsizetype i = content.isScale ? 2 : 0; i < entries.size(); ++i)
        parts.append(u"%1 (%2)"_s.arg(entries.at(i).name, countText(entries.at(i).runs)));
    if (!content.note.isEmpty())
        parts.append(content.note);
    m_text = u"%1: %2 · %3"_s.arg(content.title, content.column, parts.join(u", "_s));
    setAccessibleName(m_text);
    setToolTip(toolTipText(m_text));
    update();
}

LineStyle LegendRow::styleOf(const ColumnEncoding::Place &place) const
{
    const Theme &theme = Theme::of(palette());
    LineStyle style{theme.color(ColorRole::Text), 1.5, Qt::SolidLine};
    switch (m_content.channel) {
    case LineChannel::Color:
        style.color = theme.series(ColumnEncoding::colorOf(place));
        style.width = 3;
        break;
    case LineChannel::Dash: style.dash = Theme::penStyle(ColumnEncoding::dashOf(place)); break;
    case LineChannel::Marker: style.marker = ColumnEncoding::markerOf(place); break;
    }
    return style;
}

void LegendRow::paintScale(QPainter &painter, int &x) const
{
    const Theme &theme = Theme::of(palette());
    const QFontMetrics metrics = painter.fontMetrics();
    const auto say = [&](const QString &text, ColorRole role) {
        painter.setPen(theme.color(role));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + SwatchGap;
    };
    say(m_content.entries.at(0).name, ColorRole::Text);
    for (int i = 0; i < ScaleWidth; ++i)
        painter.fillRect(x + i, height() / 2 - 4, 1, 8, theme.ramp(double(i) / (ScaleWidth - 1)));
    x += ScaleWidth + SwatchGap;
    say(m_content.entries.at(1).name, ColorRole::Text);
    const QString runs = m_content.scaledRuns == 1 ? tr("1 run") : tr("%1 runs").arg(countText(m_content.scaledRuns));
    say(m_content.isLog ? tr("%1 · logarithmic").arg(runs) : runs, ColorRole::Muted);
    x += EntryGap - SwatchGap;
}

void LegendRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(captionFont(font()));
    const QFontMetrics metrics = painter.fontMetrics();
    const auto say = [&](int x, const QString &text, ColorRole role) {
        painter.setPen(theme.color(role));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        return x + metrics.horizontalAdvance(text);
    };
    int x = say(0, m_content.title, ColorRole::Muted) + SwatchGap;
    x = say(x, metrics.elidedText(m_content.column, Qt::ElideMiddle, MostNameWidth), ColorRole::Text) + EntryGap;
    if (m_content.isScale)
        paintScale(painter, x);
    const QList<ColumnEncoding::Entry> &entries = m_content.entries;
    const int swatch = swatchWidth(m_content.channel);
    for (qsizetype i = m_content.isScale ? 2 : 0; i < entries.size(); ++i) {
        const QString name = metrics.elidedText(entries.at(i).name, Qt::ElideMiddle, MostNameWidth);
        const QString runs = entries.at(i).runs > 0 ? countText(entries.at(i).runs) : QString();
        const QString more = tr("and %1 more").arg(countText(entries.size() - i));
        const int room = width() - (i + 1 < entries.size() ? EntryGap + metrics.horizontalAdvance(more) : 0);
        if (x + swatch + SwatchGap + metrics.horizontalAdvance(name + u' ' + runs) > room) {
            say(x, more, ColorRole::Muted);
            return;
        }
        paintSwatch(painter, QRectF(x, 0, swatch, height()), styleOf(entries.at(i).place));
        x = say(x + swatch + SwatchGap, name, ColorRole::Text);
        x = say(x + metrics.horizontalAdvance(u' '), runs, ColorRole::Muted) + EntryGap;
    }
    if (!m_content.note.isEmpty() && x < width() - 60)
        say(x, metrics.elidedText(m_content.note, Qt::ElideRight, width() - x), ColorRole::Muted);
}

} // namespace Assay
