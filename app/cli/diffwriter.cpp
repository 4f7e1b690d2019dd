// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/diffwriter.h"

#include "app/cli/entityjson.h"
#include "app/cli/text.h"
#include "models/items/displaytext.h"

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

QString unreadText()
{
    return CliText::tr("not read");
}

std::string valueText(const DiffRow &row, const DiffValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return htmlText(*text);
    if (const auto *number = std::get_if<double>(&value))
        return htmlText(numberText(*number));
    if (const auto *integer = std::get_if<qint64>(&value))
        return row.section == DiffSection::Info ? htmlText(isoTimeText(*integer)) : std::to_string(*integer);
    return std::holds_alternative<DiffUnread>(value) ? htmlText(unreadText()) : std::string();
}

// Of times as a span, of the rest as a number.
std::string deltaText(const DiffRow &row, double delta)
{
    if (row.section != DiffSection::Info)
        return (delta > 0 ? "+" : "") + htmlText(numberText(delta));
    const QString span = durationText(qint64(std::min(std::abs(delta), 9e18)));
    return (delta > 0 ? "+" : "\u2212") + htmlText(span);
}

std::string htmlRow(const RunDiff &diff, const DiffRow &row)
{
    std::string out = "<tr><th scope=\"row\">" + htmlText(row.key) + "</th>";
    for (qsizetype run = 0; run < diff.runCount(); ++run) {
        const bool isSame = diff.equalsBaseline(row, run), isBaseline = run == diff.baseline();
        out += isBaseline ? "<td>" : isSame ? "<td class=\"same\">" : "<td class=\"changed\">";
        out += valueText(row, diff.value(row, run));
        if (const auto delta = diff.delta(row, run); delta && *delta != 0)
            out += " <small>" + deltaText(row, *delta) + "</small>";
        out += "</td>";
    }
    return out + "</tr>\n";
}

// Section after section, each with a table of its own; what differs from the baseline stands out.
void writeHtml(Output &output, const DiffAnswer &answer)
{
    std::string head = "<tr><th></th>";
    for (qsizetype i = 0; i < answer.runs.size(); ++i) {
        const RunInfo &info = answer.runs[i].info;
        head += "<th>" + htmlText(info.name.isEmpty() ? info.ref.run.value : info.name) + "<br><small>" + htmlText(info.store.isEmpty() ? info.ref.run.value : info.store + u'/' + info.ref.run.value)
            + (i == answer.diff.baseline() ? "<br>" + htmlText(CliText::tr("baseline")) : std::string()) + "</small></th>";
    }
    head += "</tr>";
    output.write(htmlBegin(CliText::tr("Comparison of %1 runs").arg(answer.runs.size())) + "<h1>"
                 + htmlText(CliText::tr("Comparison of %1 runs").arg(answer.runs.size())) + "</h1>\n");
    for (const auto &[section, note] : answer.notes)
        output.write("<p class=\"note\">" + htmlText(diffSectionName(section)) + ": " + htmlText(note) + "</p>\n");
    if (answer.rows.empty())
        output.write("<p>" + htmlText(CliText::tr("No differences.")) + "</p>\n");
    for (size_t i = 0; i < answer.rows.size(); ++i) {
        const DiffSection section = answer.rows[i]->section;
        if (i == 0 || answer.rows[i - 1]->section != section)
            output.write("<h2>" + htmlText(diffSectionName(section)) + "</h2>\n<table>\n<thead>" + head + "</thead>\n<tbody>\n");
        output.write(htmlRow(answer.diff, *answer.rows[i]));
        if (i + 1 == answer.rows.size() || answer.rows[i + 1]->section != section)
            output.write("</tbody>\n</table>\n");
    }
    output.write(htmlEnd());
}

} // namespace

void writeDiff(Output &output, const DiffAnswer &answer)
{
    if (output.format() == OutputFormat::Html)
        return writeHtml(output, answer);
    QList<RecordColumn> columns{{u"section"_s, Kind::Exact}, {u"key"_s}};
    QStringList ids, stores;
    for (const Run &run : answer.runs) {
        ids.append(run.info.ref.run.value);
        columns.append({run.info.store.isEmpty() ? run.info.ref.run.value : run.info.store + u'/' + run.info.ref.run.value});
        if (!run.info.store.isEmpty())
            stores.append(run.info.store);
    }
    ListAnswer<const DiffRow *> list{
        "rows", columns, [&](JsonWriter &json, const DiffRow *row) { writeRow(json, answer.diff, *row); },
        [&](RecordWriter &record, const DiffRow *row) { writeRecord(record, answer.diff, *row); }};
    list.before = [&](JsonWriter &json) {
        member(json, "runs", ids);
        member(json, "baseline", ids.value(answer.diff.baseline()));
        if (!stores.isEmpty()) {
            member(json, "stores", stores);
            member(json, "baseline_store", stores.value(answer.diff.baseline()));
        }
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
