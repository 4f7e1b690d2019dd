// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/htmlrecords.h"
#include "app/cli/output.h"
#include "app/cli/records.h"

namespace Assay {

// How a list of T is answered in each format.
template <typename T>
struct ListAnswer {
    std::string_view key; // of the array in the JSON document
    QList<RecordColumn> columns;
    std::function<void(JsonWriter &, const T &)> json;
    std::function<void(RecordWriter &, const T &)> record; // one call a column
    std::function<void(JsonWriter &)> before = {};         // members of the JSON document around the array
    std::function<void(JsonWriter &)> after = {};
};

inline TextSink sinkOf(Output &output)
{
    return [&output](std::string_view bytes) { output.write(bytes); };
}

// For every format but JSON.
inline std::unique_ptr<RecordWriter> recordWriter(Output &output)
{
    if (const auto format = recordFormat(output.format()))
        return std::make_unique<TextRecords>(sinkOf(output), *format);
    if (output.format() == OutputFormat::Html)
        return std::make_unique<HtmlRecords>(sinkOf(output), QStringLiteral("assayctl"));
    return std::make_unique<TableWriter>(sinkOf(output), output.width());
}

template <typename T, typename List>
void writeAnswer(Output &output, const ListAnswer<T> &answer, const List &list)
{
    switch (output.format()) {
    case OutputFormat::Json: {
        JsonWriter json(sinkOf(output));
        json.beginObject();
        if (answer.before)
            answer.before(json);
        json.key(answer.key);
        json.beginArray();
        for (const T &item : list)
            answer.json(json, item);
        json.endArray();
        if (answer.after)
            answer.after(json);
        json.endObject();
        json.endDocument();
        json.flush();
        return;
    }
    case OutputFormat::Ndjson: {
        JsonWriter json(sinkOf(output), 0);
        for (const T &item : list) {
            answer.json(json, item);
            json.endDocument();
        }
        json.flush();
        return;
    }
    case OutputFormat::Csv:
    case OutputFormat::Tsv:
    case OutputFormat::Markdown:
    case OutputFormat::Latex:
    case OutputFormat::Html:
    case OutputFormat::Table: {
        const auto records = recordWriter(output);
        records->begin(answer.columns);
        for (const T &item : list) {
            answer.record(*records, item);
            records->endRecord();
        }
        records->finish();
        return;
    }
    }
}

// One thing alone: an object in JSON, one record in the other formats.
template <typename T>
void writeAnswer(Output &output, const T &item, const QList<RecordColumn> &columns,
                 const std::function<void(JsonWriter &, const T &)> &json, const std::function<void(RecordWriter &, const T &)> &record)
{
    if (output.format() == OutputFormat::Json) {
        JsonWriter writer(sinkOf(output), 1);
        json(writer, item);
        writer.endDocument();
        writer.flush();
        return;
    }
    const ListAnswer<T> answer{{}, columns, json, record};
    writeAnswer(output, answer, QList<T>{item});
}

} // namespace Assay
