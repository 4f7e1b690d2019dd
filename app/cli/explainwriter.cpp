// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explainwriter.h"

#include "app/cli/entityjson.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

void writeNumber(JsonWriter &json, std::string_view name, const std::optional<double> &number)
{
    json.key(name);
    number ? json.number(*number) : json.null();
}

void writeCount(JsonWriter &json, std::string_view name, qsizetype count)
{
    json.key(name);
    json.integer(count);
}

void writeGroup(JsonWriter &json, std::string_view name, const GroupValues &group)
{
    json.key(name);
    json.beginObject();
    writeCount(json, "runs", group.count);
    writeNumber(json, "median", group.median);
    writeNumber(json, "least", group.least);
    writeNumber(json, "greatest", group.greatest);
    memberOrNull(json, "most_common", group.common);
    writeCount(json, "most_common_runs", group.commonCount);
    json.endObject();
}

void writeParam(JsonWriter &json, const ParamAssociation &param)
{
    json.beginObject();
    member(json, "param", param.param);
    member(json, "kind", param.isNumeric ? u"number"_s : u"text"_s);
    writeNumber(json, "strength", param.strength);
    writeNumber(json, param.isNumeric ? "rho_squared" : "eta_squared", param.share);
    if (param.isNumeric)
        writeNumber(json, "rho", param.rho);
    writeCount(json, "runs", param.n);
    writeCount(json, "missing", param.missing);
    writeCount(json, "distinct", param.distinct);
    writeGroup(json, "first", param.first);
    writeGroup(json, "second", param.second);
    json.endObject();
}

void writeAbout(JsonWriter &json, const ExplainAnswer &answer)
{
    const Association &association = answer.association;
    member(json, "runs", answer.runs);
    member(json, "metric", association.metric.name);
    member(json, "meaning", u"association, not cause"_s);
    member(json, "scale", u"share of the variance of the metric's ranks: rho squared of numbers, eta squared of texts, adjusted"_s);
    writeCount(json, "with_metric", association.n);
    writeCount(json, "without_metric", association.withoutMetric);
    writeCount(json, "params_left_out", association.constant);
    member(json, "groups", answer.groups);
    json.key("group_runs");
    json.beginArray();
    json.integer(association.firstCount);
    json.integer(association.secondCount);
    json.endArray();
    writeNumber(json, "median", association.median);
}

QString groupCell(const GroupValues &group)
{
    if (group.count == 0)
        return {};
    if (group.median)
        return u"%1 (%2 – %3)"_s.arg(numberText(*group.median), numberText(*group.least), numberText(*group.greatest));
    return u"%1 (%2 of %3)"_s.arg(group.common, QString::number(group.commonCount), QString::number(group.count));
}

void writeRecord(RecordWriter &record, const ParamAssociation &param)
{
    record.text(param.param);
    record.text(QString::number(param.strength, 'f', 3));
    record.text((param.isNumeric ? u"rho "_s : u"eta² "_s) + QString::number(param.isNumeric ? param.rho : param.share, 'f', 3));
    record.integer(param.n);
    record.integer(param.missing);
    record.textOrAbsent(groupCell(param.first));
    record.textOrAbsent(groupCell(param.second));
}

} // namespace

void writeExplanation(Output &output, const ExplainAnswer &answer)
{
    const auto column = [&](qsizetype group) { return RecordColumn{QString(answer.groups[group]).replace(" the "_L1, "_"_L1)}; };
    const QList<RecordColumn> columns{{u"param"_s}, {u"association"_s, Kind::Number}, {u"measure"_s, Kind::Exact}, {u"runs"_s, Kind::Number},
                                      {u"missing"_s, Kind::Number}, column(0), column(1)};
    ListAnswer<ParamAssociation> list{"associations", columns, writeParam, writeRecord};
    list.before = [&](JsonWriter &json) { writeAbout(json, answer); };
    writeAnswer(output, list, answer.association.params);
}

} // namespace Assay
