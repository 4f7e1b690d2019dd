// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/diffwriter.h"

#include "app/cli/entityjson.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

void writeValue(JsonWriter &json, const DiffValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        json.text(*text);
    else if (const auto *number = std::get_if<double>(&value))
        json.number(*number);
    else if (const auto *integer = std::get_if<qint64>(&value))
        json.integer(*integer);
    else
        json.null();
}

// What became of it against the baseline: "added", "removed", "changed", "unread"; null where it is the same.
void writeChanges(JsonWriter &json, const RunDiff &diff, const DiffRow &row)
{
    const DiffValue base = diff.value(row, diff.baseline());
    json.key("change");
    json.beginArray();
    for (qsizetype run = 0; run < diff.runCount(); ++run) {
        const DiffValue value = diff.value(row, run);
        if (std::holds_alternative<DiffUnread>(value) || std::holds_alternative<DiffUnread>(base))
            json.text("unread");
        else if (diff.equalsBaseline(row, run))
            json.null();
        else if (std::holds_alternative<std::monostate>(base))
            json.text("added");
        else
            json.text(std::holds_alternative<std::monostate>(value) ? "removed" : "changed");
    }
    json.endArray();
}

void writeRow(JsonWriter &json, const RunDiff &diff, const DiffRow &row)
{
    json.beginObject();
    member(json, "section", diffSectionName(row.section));
    member(json, "key", row.key);
    json.key("values");
    json.beginArray();
    for (qsizetype run = 0; run < diff.runCount(); ++run)
        writeValue(json, diff.value(row, run));
    json.endArray();
    json.key("equal");
    json.boolean(row.equal);
    json.key("delta");
    json.beginArray();
    for (qsizetype run = 0; run < diff.runCount(); ++run) {
        const std::optional<double> delta = diff.delta(row, run);
        delta ? json.number(*delta) : json.null();
    }
    json.endArray();
    if (!isRecorded(row.section))
        writeChanges(json, diff, row);
    json.endObject();
}

void writeRecord(RecordWriter &record, const RunDiff &diff, const DiffRow &row)
{
    record.text(diffSectionName(row.section));
    record.text(row.key);
    const bool isTime = row.section == DiffSection::Info;
    for (qsizetype run = 0; run < diff.runCount(); ++run) {
        const DiffValue value = diff.value(row, run);
        if (const auto *text = std::get_if<QString>(&value))
            record.text(*text);
        else if (const auto *number = std::get_if<double>(&value))
            record.number(*number);
        else if (const auto *integer = std::get_if<qint64>(&value))
            isTime ? record.time(*integer) : record.integer(*integer);
        else
            record.absent();
    }
}

} // namespace

void writeDiff(Output &output, const DiffAnswer &answer)
{
    QList<RecordColumn> columns{{u"section"_s, Kind::Exact}, {u"key"_s}};
    QStringList ids;
    for (const Run &run : answer.runs) {
        ids.append(run.info.ref.run.value);
        columns.append({run.info.ref.run.value});
    }
    ListAnswer<const DiffRow *> list{
        "rows", columns, [&](JsonWriter &json, const DiffRow *row) { writeRow(json, answer.diff, *row); },
        [&](RecordWriter &record, const DiffRow *row) { writeRecord(record, answer.diff, *row); }};
    list.before = [&](JsonWriter &json) {
        member(json, "runs", ids);
        member(json, "baseline", ids.value(answer.diff.baseline()));
        if (answer.diff.tolerance() != DiffTolerance())
            member(json, "tolerance", toleranceText(answer.diff.tolerance()));
    };
    list.after = [&](JsonWriter &json) {
        if (answer.notes.isEmpty())
            return;
        json.key("notes");
        json.beginArray();
        for (const auto &[section, note] : answer.notes) {
            json.beginObject();
            member(json, "section", diffSectionName(section));
            member(json, "message", note);
            json.endObject();
        }
        json.endArray();
    };
    writeAnswer(output, list, answer.rows);
}

} // namespace Assay
