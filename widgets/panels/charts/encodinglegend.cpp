// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/encodinglegend.h"

#include "models/items/cardcolumns.h"
#include "models/items/displaytext.h"
#include "widgets/panels/charts/legendrow.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Channels{LineChannel::Color, LineChannel::Dash, LineChannel::Marker};

QString channelTitle(LineChannel channel)
{
    switch (channel) {
    case LineChannel::Color: return EncodingLegend::tr("Colour");
    case LineChannel::Dash: return EncodingLegend::tr("Dash");
    case LineChannel::Marker: return EncodingLegend::tr("Marker");
    }
    return {};
}

QString removeTitle(LineChannel channel)
{
    switch (channel) {
    case LineChannel::Color: return EncodingLegend::tr("Give runs their own colours again");
    case LineChannel::Dash: return EncodingLegend::tr("Let no column decide the dashes");
    case LineChannel::Marker: return EncodingLegend::tr("Draw no markers");
    }
    return {};
}

LegendRow::Content contentOf(const LineEncoding::Part &part, const ChartLines::Exceptions &exceptions)
{
    LegendRow::Content content;
    content.channel = part.channel;
    content.title = channelTitle(part.channel);
    content.column = visibleText(columnTitle(part.key), 200);
    content.entries = part.column.entries();
    content.isScale = part.column.kind() == ColumnEncoding::Kind::Scale;
    content.isLog = part.column.isLog();
    content.scaledRuns = part.column.scaledRuns();
    if (exceptions.mixed.contains(part.channel)) {
        if (content.entries.isEmpty() || content.entries.last().place != ColumnEncoding::Place())
            content.entries.append({{}, EncodingLegend::tr("several values in a group"), 0});
        else
            content.entries.last().name = EncodingLegend::tr("no value, or several in a group");
    }
    if (part.channel == LineChannel::Dash && exceptions.overlaysMetrics)
        content.note = EncodingLegend::tr("In cards of several metrics the dash tells the metric.");
    return content;
}

} // namespace

EncodingLegend::EncodingLegend(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"encodingLegend"_s);
    setProperty("role", u"bar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 2, 12, 3);
    rows->setSpacing(0);
    for (const LineChannel channel : Channels) {
        auto *line = new QWidget;
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        m_rows.append(new LegendRow(line));
        m_rows.last()->setObjectName(u"legendRow%1"_s.arg(int(channel)));
        auto *remove = new QToolButton;
        remove->setObjectName(u"legendRemove%1"_s.arg(int(channel)));
        remove->setAutoRaise(true);
        remove->setIcon(icon("close"_L1, ColorRole::Muted));
        remove->setToolTip(removeTitle(channel));
        remove->setAccessibleName(remove->toolTip());
        connect(remove, &QToolButton::clicked, this, [this, channel] { Q_EMIT removeRequested(channel); });
        layout->addWidget(m_rows.last(), 1);
        layout->addWidget(remove);
        rows->addWidget(line);
        line->hide();
    }
    hide();
}

void EncodingLegend::setEncoding(const LineEncoding &encoding, const ChartLines::Exceptions &exceptions)
{
    for (const LineChannel channel : Channels) {
        const auto part = std::ranges::find(encoding.parts(), channel, &LineEncoding::Part::channel);
        LegendRow *row = m_rows.at(qsizetype(channel));
        row->parentWidget()->setVisible(part != encoding.parts().end());
        if (part != encoding.parts().end())
            row->setContent(contentOf(*part, exceptions));
    }
    setVisible(!encoding.parts().empty());
}

QStringList EncodingLegend::texts() const
{
    QStringList texts;
    for (const LegendRow *row : m_rows) {
        if (!row->parentWidget()->isHidden())
            texts.append(row->text());
    }
    return texts;
}

} // namespace Assay
