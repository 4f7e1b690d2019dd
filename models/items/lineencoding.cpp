// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineencoding.h"

#include "models/items/cardcolumns.h"
#include "models/items/cardspec.h"
#include "models/items/displaytext.h"

#include <QDateTime>

namespace Assay {

void LineEncoding::setView(RunView *view)
{
    if (m_view && m_view != view) {
        m_view->disconnect(this);
        m_view->setColumnColors({});
    }
    m_view = view;
    if (view)
        connect(view, &RunView::shownChanged, this, &LineEncoding::update, Qt::UniqueConnection); // comes after new tables and rows, too
    update();
}

void LineEncoding::setOptions(const ChartOptions &options)
{
    const auto columns = [](const ChartOptions &all) { return std::tie(all.colorBy, all.dashBy, all.markerBy); };
    const bool isSame = columns(m_options) == columns(options);
    m_options = options;
    if (!isSame)
        update();
}

void LineEncoding::update()
{
    if (m_isTelling)
        return;
    const std::vector<Part> before = std::exchange(m_parts, {});
    const RunTablePtr tableBefore = m_table;
    m_columns.clear();
    m_drawnPlaces.clear();
    m_table = m_view ? m_view->table() : nullptr;
    const std::pair<LineChannel, QString> wanted[] = {
        {LineChannel::Color, m_options.colorBy}, {LineChannel::Dash, m_options.dashBy}, {LineChannel::Marker, m_options.markerBy}};
    const bool wantsAny = std::ranges::any_of(wanted, [](const auto &each) { return !each.second.isEmpty(); });
    QHash<RunRef, int> colors;
    if (m_table && wantsAny) {
        const QList<RunRef> runs = m_view->shownRuns();
        std::vector<uint32_t> rows;
        for (const RunRef &run : runs) {
            if (const auto row = m_table->rowOf(run)) {
                m_drawnPlaces.insert(run, rows.size());
                rows.push_back(*row);
            }
        }
        for (const auto &[channel, key] : wanted) {
            const auto column = key.isEmpty() ? std::nullopt : columnOfKey(key);
            if (!column)
                continue;
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            const auto is = [&](const Part &part) { return part.channel == channel && part.key == key; };
            const auto known = m_table == tableBefore ? std::ranges::find_if(before, is) : before.end();
            m_parts.push_back({channel, key, ColumnEncoding(*m_table, rows, *column, channel, now, known == before.end() ? nullptr : &known->column)});
            if (std::ranges::find(m_columns, columnKeyText(*column), &ChartColumn::title) == m_columns.end())
                m_columns.push_back(cardColumn(*m_table, rows, *column, now));
        }
        if (!m_parts.empty() && m_parts.front().channel == LineChannel::Color) {
            for (auto it = m_drawnPlaces.cbegin(); it != m_drawnPlaces.cend(); ++it)
                colors.insert(it.key(), ColumnEncoding::colorOf(m_parts.front().column.placeOf(rows[it.value()])));
        }
    }
    m_isTelling = true;
    if (m_view)
        m_view->setColumnColors(colors);
    m_isTelling = false;
    if (!before.empty() || !m_parts.empty())
        Q_EMIT changed();
}

QString LineEncoding::valuesOf(const QList<RunRef> &runs) const
{
    QStringList values;
    for (const ChartColumn &column : m_columns) {
        std::optional<QString> text;
        bool isOne = true;
        for (const RunRef &run : runs) {
            const auto place = m_drawnPlaces.constFind(run);
            const bool has = place != m_drawnPlaces.cend() && column.has(*place);
            const QString own = has ? cardValueText(column, column.values[*place]) : QStringLiteral("–");
            isOne = isOne && text.value_or(own) == own;
            text = own;
        }
        if (text && isOne)
            values.append(QStringLiteral("%1 = %2").arg(visibleText(columnTitle(column.title), 100), *text));
    }
    return values.join(QStringLiteral(", "));
}

bool LineEncoding::isMixed(const Part &part, const QList<RunRef> &runs) const
{
    if (runs.size() < 2)
        return false;
    std::optional<ColumnEncoding::Place> first;
    for (const RunRef &run : runs) {
        const auto row = m_table ? m_table->rowOf(run) : std::nullopt;
        const auto place = row ? part.column.placeOf(*row) : ColumnEncoding::Place();
        if (first.value_or(place) != place)
            return true;
        first = place;
    }
    return false;
}

LineLook LineEncoding::lookOf(const QList<RunRef> &runs) const
{
    LineLook look;
    const auto row = m_table && !runs.isEmpty() ? m_table->rowOf(runs.first()) : std::nullopt;
    for (const Part &part : m_parts) {
        const auto place = row && !isMixed(part, runs) ? part.column.placeOf(*row) : ColumnEncoding::Place();
        switch (part.channel) {
        case LineChannel::Color: look.color = ColumnEncoding::colorOf(place); break;
        case LineChannel::Dash: look.dash = ColumnEncoding::dashOf(place); break;
        case LineChannel::Marker: look.marker = ColumnEncoding::markerOf(place); break;
        }
    }
    return look;
}

QStringList encodingKeys(const RunTable &table)
{
    QStringList params, attributes, tags, metrics;
    for (const RunTable::NamedColumn &column : table.columns()) {
        const QString key = columnKeyText(column.key);
        switch (column.key.group) {
        case ColumnGroup::Param: params.append(key); break;
        case ColumnGroup::Attribute: attributes.append(key); break;
        case ColumnGroup::Tag: tags.append(key); break;
        case ColumnGroup::Metric: metrics.append(key); break;
        }
    }
    attributes.append(Attribute::Duration);
    if (attributes.removeOne(QString(Attribute::Store)))
        params.prepend(Attribute::Store); // what runs of several stores are first told apart by
    return params + attributes + tags + metrics;
}

} // namespace Assay
