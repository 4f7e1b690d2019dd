// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runcolumns.h"

#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MostOptionalColumns = 40;
constexpr size_t RowsLookedAt = 1000; // for the question whether a column has anything to show

QStringList splitAtCommas(const QString &text)
{
    QStringList parts{QString()};
    QChar quote;
    for (const QChar c : text) {
        if (quote.isNull() && c == u',') {
            parts.append(QString());
            continue;
        }
        if (quote.isNull() && (c == u'`' || c == u'"'))
            quote = c;
        else if (c == quote)
            quote = QChar();
        parts.last() += c;
    }
    return parts;
}

// Writes the cells of one column, whichever type it has.
class CellWriter
{
public:
    CellWriter(const RunTable &table, const ColumnKey &key)
        : m_column(table.column(key)), m_isDuration(key == ColumnKey{ColumnGroup::Attribute, Attribute::Duration}),
          m_start(table.times({ColumnGroup::Attribute, Attribute::StartTime})), m_end(table.times({ColumnGroup::Attribute, Attribute::EndTime}))
    {
    }

    RecordColumn::Kind kind() const
    {
        if (m_isDuration || (m_column && std::holds_alternative<NumberColumn>(*m_column)))
            return RecordColumn::Kind::Number;
        return m_column && std::holds_alternative<TimeColumn>(*m_column) ? RecordColumn::Kind::Exact : RecordColumn::Kind::Text;
    }

    bool has(uint32_t row) const
    {
        if (!m_column)
            return false;
        if (const auto *texts = std::get_if<TextColumn>(m_column))
            return texts->has(row);
        if (const auto *numbers = std::get_if<NumberColumn>(m_column))
            return !NumberTraits::isAbsent(numbers->at(row));
        return !TimeTraits::isAbsent(std::get<TimeColumn>(*m_column).at(row));
    }

    void write(RecordWriter &records, uint32_t row) const
    {
        if (m_isDuration)
            return writeDuration(records, row);
        if (!has(row))
            return records.absent();
        if (const auto *texts = std::get_if<TextColumn>(m_column))
            records.text(*texts->utf8(row));
        else if (const auto *numbers = std::get_if<NumberColumn>(m_column))
            records.number(numbers->at(row));
        else
            records.time(std::get<TimeColumn>(*m_column).at(row));
    }

private:
    // In seconds, as in a query.
    void writeDuration(RecordWriter &records, uint32_t row) const
    {
        const int64_t start = m_start->at(row), end = m_end->at(row);
        qint64 duration = 0;
        if (TimeTraits::isAbsent(start) || TimeTraits::isAbsent(end) || qSubOverflow(qint64(end), qint64(start), &duration))
            records.absent();
        else
            records.number(double(duration) / 1000);
    }

    const Column *m_column;
    bool m_isDuration;
    const TimeColumn *m_start;
    const TimeColumn *m_end;
};

} // namespace

Result<std::optional<QList<ColumnKey>>> runColumnsOf(const Arguments &arguments)
{
    using Answer = std::optional<QList<ColumnKey>>;
    if (!arguments.has("columns"_L1))
        return Answer();
    QList<ColumnKey> keys;
    for (const QString &written : splitAtCommas(arguments.value("columns"_L1))) {
        const auto key = parseQueryKey(written.trimmed());
        if (!key)
            return Error{ErrorCode::InvalidArgument, key.error().message, key.error().detail};
        const bool isColumn = (key->kind == QueryKey::Kind::Stored || key->kind == QueryKey::Kind::Duration) && key->parents == 0;
        if (!isColumn)
            return Error{ErrorCode::InvalidArgument, CliText::tr("--columns takes metrics, params, tags and attributes of the run itself, not: %1").arg(written), {}};
        keys.append(key->column);
    }
    return Answer(keys);
}

QList<ColumnKey> allColumns(const RunTable &table)
{
    QList<ColumnKey> keys;
    for (const RunTable::NamedColumn &named : table.columns())
        keys.append(named.key);
    return keys;
}

TableColumns columnsForPeople(const SelectedRuns &runs)
{
    TableColumns columns;
    for (QLatin1StringView name : {Attribute::RunName, Attribute::RunId, Attribute::ExperimentId, Attribute::Status, Attribute::StartTime, Attribute::Duration})
        columns.keys.append({ColumnGroup::Attribute, name});
    if (runs.table->isJoined())
        columns.keys.prepend({ColumnGroup::Attribute, Attribute::Store});
    columns.firstOptional = columns.keys.size();
    for (const RunTable::NamedColumn &named : runs.table->columns()) {
        if (columns.keys.size() - columns.firstOptional == MostOptionalColumns)
            break;
        if (named.key.group != ColumnGroup::Metric && named.key.group != ColumnGroup::Param)
            continue;
        const CellWriter cells(*runs.table, named.key);
        const auto end = runs.rows.begin() + qptrdiff(std::min(runs.rows.size(), RowsLookedAt));
        if (std::any_of(runs.rows.begin(), end, [&](uint32_t row) { return cells.has(row); }))
            columns.keys.append(named.key);
    }
    return columns;
}

void writeRunRecords(RecordWriter &records, const SelectedRuns &runs, const QList<ColumnKey> &keys, qsizetype firstOptional)
{
    std::vector<CellWriter> cells;
    QList<RecordColumn> columns;
    for (const ColumnKey &key : keys) {
        cells.emplace_back(*runs.table, key);
        columns.append({columnKeyText(key), cells.back().kind(), columns.size() >= firstOptional});
    }
    records.begin(columns);
    for (uint32_t row : runs.rows) {
        for (const CellWriter &cell : cells)
            cell.write(records, row);
        records.endRecord();
    }
    records.finish();
}

} // namespace Assay
