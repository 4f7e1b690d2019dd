// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rundiff.h"

#include "models/table/column.h"
#include "models/table/columnkey.h"

#include <charconv>
#include <cmath>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// By code point, as everywhere in machine output; QString's own order is by UTF-16 unit.
struct CodePointOrder {
    bool operator()(const QString &a, const QString &b) const { return a.toUcs4() < b.toUcs4(); }
};

using Keyed = std::map<QString, std::vector<DiffValue>, CodePointOrder>;

bool sameValue(const DiffValue &a, const DiffValue &b)
{
    const double *left = std::get_if<double>(&a);
    const double *right = std::get_if<double>(&b);
    if (left && right && std::isnan(*left) && std::isnan(*right))
        return true;
    return a == b;
}

void collectInfo(const RunInfo &info, const std::function<void(const QString &, DiffValue)> &add)
{
    const auto text = [&](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            add(key, value);
    };
    text(Attribute::RunName, info.name);
    text(Attribute::RunId, info.ref.run.value);
    text(Attribute::ExperimentId, info.ref.experiment.value);
    text(Attribute::UserId, info.userId);
    text(Attribute::Status, runStatusName(info.status));
    text(Attribute::ArtifactUri, info.artifactUri);
    text(Attribute::LifecycleStage, lifecycleName(info.lifecycle));
    if (info.startTime)
        add(Attribute::StartTime, *info.startTime);
    if (info.endTime)
        add(Attribute::EndTime, *info.endTime);
}

void collectDatasets(const QList<DatasetInput> &datasets, const std::function<void(const QString &, DiffValue)> &add)
{
    QMap<QString, QString> digests;
    for (const DatasetInput &input : datasets) {
        const QString context = input.tags.value(TagKey::DatasetContext);
        QString &digest = digests[context.isEmpty() ? input.dataset.name : u"%1 (%2)"_s.arg(input.dataset.name, context)];
        digest += digest.isEmpty() ? input.dataset.digest : ", "_L1 + input.dataset.digest;
    }
    for (auto it = digests.begin(); it != digests.end(); ++it)
        add(it.key(), it.value());
}

void collect(const Run &run, DiffSection section, const std::function<void(const QString &, DiffValue)> &add)
{
    switch (section) {
    case DiffSection::Params:
        for (auto it = run.params.begin(); it != run.params.end(); ++it)
            add(it.key(), it.value());
        return;
    case DiffSection::Metrics:
        for (auto it = run.metrics.begin(); it != run.metrics.end(); ++it)
            add(it.key(), it.value());
        return;
    case DiffSection::Tags:
        for (auto it = run.tags.begin(); it != run.tags.end(); ++it)
            add(it.key(), it.value());
        return;
    case DiffSection::Info: return collectInfo(run.info, add);
    case DiffSection::Datasets: return collectDatasets(run.datasets, add);
    }
}

std::optional<double> delta(const DiffValue &from, const DiffValue &to)
{
    const qint64 *start = std::get_if<qint64>(&from);
    const qint64 *end = std::get_if<qint64>(&to);
    qint64 span = 0;
    if (start && end && !qSubOverflow(*end, *start, &span))
        return double(span);
    const auto a = diffNumber(from), b = diffNumber(to);
    if (!a || !b || !std::isfinite(*a) || !std::isfinite(*b))
        return {};
    return decimalDifference(*a, *b);
}

// Digits behind the point of the shortest text that reads back as the number.
int decimals(double value)
{
    char buffer[400];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    const std::string_view text(buffer, size_t(end - buffer));
    const size_t point = text.find('.');
    return error != std::errc() || point == std::string_view::npos ? 0 : int(text.size() - point - 1);
}

DiffRow makeRow(DiffSection section, const QString &key, const std::vector<DiffValue> &values, size_t baseline)
{
    DiffRow row{section, key, values, true, {}};
    for (size_t i = 0; i < values.size(); ++i) {
        row.equal = row.equal && sameValue(values[i], values[0]);
        row.deltas.push_back(i == baseline ? std::nullopt : delta(values[baseline], values[i]));
    }
    return row;
}

} // namespace

QString diffSectionName(DiffSection section)
{
    switch (section) {
    case DiffSection::Params: return u"params"_s;
    case DiffSection::Metrics: return u"metrics"_s;
    case DiffSection::Tags: return u"tags"_s;
    case DiffSection::Info: return u"info"_s;
    case DiffSection::Datasets: return u"datasets"_s;
    }
    return {};
}

std::optional<double> diffNumber(const DiffValue &value)
{
    if (const double *number = std::get_if<double>(&value))
        return *number;
    if (const qint64 *time = std::get_if<qint64>(&value))
        return double(*time);
    if (const QString *text = std::get_if<QString>(&value)) {
        const QByteArray utf8 = text->toUtf8();
        return parseNumber({utf8.constData(), size_t(utf8.size())});
    }
    return {};
}

double decimalDifference(double a, double b)
{
    const double difference = b - a;
    const int digits = std::max(decimals(a), decimals(b));
    // Beyond 15 significant digits a double does not stand for one decimal number any more.
    if (digits == 0 || std::max(std::abs(a), std::abs(b)) * std::pow(10.0, digits) >= 1e15)
        return difference;
    char buffer[400];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, difference, std::chars_format::fixed, digits);
    double rounded = difference;
    if (error == std::errc())
        std::from_chars(buffer, end, rounded);
    return rounded;
}

std::vector<DiffRow> compareRuns(const QList<Run> &runs, qsizetype baseline)
{
    Q_ASSERT(baseline >= 0 && baseline < runs.size());
    std::vector<DiffRow> rows;
    for (DiffSection section : AllDiffSections) {
        Keyed keyed;
        for (qsizetype i = 0; i < runs.size(); ++i) {
            collect(runs[i], section, [&](const QString &key, DiffValue value) {
                auto &values = keyed[key];
                values.resize(size_t(runs.size()));
                values[size_t(i)] = std::move(value);
            });
        }
        for (const auto &[key, values] : keyed)
            rows.push_back(makeRow(section, key, values, size_t(baseline)));
    }
    return rows;
}

} // namespace Assay
