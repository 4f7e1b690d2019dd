// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/runtablebuilder.h"

#include <QRandomGenerator>

#include <cmath>
#include <tuple>

namespace Assay::Testing {

// A small table with few distinct values, so that runs fall together: texts that are almost numbers, numbers of every
// kind, absence everywhere. Columns: metrics m, k and rare, params p (texts), n (numbers) and tag t.
inline RunTablePtr randomRuns(int runs, QRandomGenerator &random)
{
    using namespace Qt::StringLiterals;
    static const double numbers[] = {0.0, -0.0, 1, -1, 2.5, 1e300, 0.1, 1e-300, std::numeric_limits<double>::infinity(),
                                     std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    static const QString texts[] = {u"a"_s, u"B"_s, u"10"_s, u"9"_s, u"1e1"_s, u""_s, u"ä"_s, u"\U0001F3AF"_s};
    static const QString numeric[] = {u"10"_s, u"9"_s, u"-3"_s, u"1e1"_s, u"nan"_s, u" 2"_s};
    RunTableBuilder builder;
    const int kinds = 1 + random.bounded(int(std::size(numbers)));
    for (int i = 0; i < runs; ++i) {
        Run run;
        run.info.ref = {ExperimentId(QString::number(random.bounded(2))), RunId(QString::number(random.generate()))};
        if (random.bounded(5))
            run.info.startTime = 1'700'000'000'000 + random.bounded(3);
        if (random.bounded(5))
            run.metrics.insert(u"m"_s, numbers[random.bounded(kinds)]);
        if (random.bounded(3))
            run.metrics.insert(u"k"_s, random.bounded(1000) / 8.0);
        if (random.bounded(40) == 0)
            run.metrics.insert(u"rare"_s, numbers[random.bounded(int(std::size(numbers)))]);
        if (random.bounded(5))
            run.params.insert(u"p"_s, texts[random.bounded(int(std::size(texts)))]);
        if (random.bounded(5))
            run.params.insert(u"n"_s, numeric[random.bounded(int(std::size(numeric)))]);
        if (random.bounded(3) == 0)
            run.tags.insert(u"t"_s, texts[random.bounded(2)]);
        builder.add(run);
    }
    return builder.finish();
}

// A run with a few of everything, and much of it absent.
inline Run randomRun(int id, QRandomGenerator &random)
{
    using namespace Qt::StringLiterals;
    Run run;
    run.info.ref = {ExperimentId(QString::number(id % 3)), RunId(u"run%1"_s.arg(id))};
    run.info.name = random.bounded(4) ? u"name %1"_s.arg(random.bounded(5)) : QString();
    run.info.lifecycle = random.bounded(2) ? Lifecycle::Active : Lifecycle::Deleted;
    run.info.status = random.bounded(2) ? RunStatus::Running : RunStatus::Finished;
    if (random.bounded(2))
        run.info.startTime = random.bounded(1000);
    if (random.bounded(2))
        run.info.endTime = random.bounded(1000);
    for (int i = 0; i < 6; ++i) {
        if (random.bounded(3) == 0)
            run.tags.insert(u"tag %1"_s.arg(i), u"%1"_s.arg(random.bounded(4)));
        if (random.bounded(3) == 0)
            run.metrics.insert(u"metric %1"_s.arg(i), random.bounded(8) / 4.0);
        if (random.bounded(8) == 0)
            run.params.insert(u"rare %1"_s.arg(random.bounded(40)), u"x%1"_s.arg(random.bounded(3)));
    }
    if (random.bounded(3) == 0)
        run.datasets = {{{u"data %1"_s.arg(random.bounded(3)), u"d"_s, {}, {}, {}, {}}, {}}};
    return run;
}

inline RunTablePtr tableOf(const QList<Run> &runs)
{
    RunTableBuilder builder;
    for (const Run &run : runs)
        builder.add(run);
    return builder.finish();
}

// One value of a column in the plainest form, ordered by the rule of groups: numbers, NaN, texts, nothing.
struct PlainValue {
    enum Kind { Number, NaN, Text, Absent } kind = Absent;
    double number = 0;
    std::string text;

    auto tied() const { return std::tie(kind, number, text); }
    friend bool operator<(const PlainValue &a, const PlainValue &b) { return a.tied() < b.tied(); }
    friend bool operator==(const PlainValue &a, const PlainValue &b) { return a.tied() == b.tied(); }
};

// A column's values by row.
inline std::vector<PlainValue> plainValues(const RunTable &table, const ColumnKey &key)
{
    std::vector<PlainValue> values(size_t(table.rowCount()));
    const auto valueOf = [](double number, std::string text) {
        return std::isnan(number) ? PlainValue{PlainValue::NaN, 0, text} : PlainValue{PlainValue::Number, number == 0 ? 0 : number, text};
    };
    const bool isLogged = key.group == ColumnGroup::Param || key.group == ColumnGroup::Tag;
    bool allNumbers = isLogged;
    for (uint32_t row = 0; row < values.size(); ++row) {
        if (const NumberColumn *numbers = table.numbers(key); numbers && !NumberTraits::isAbsent(numbers->at(row)))
            values[row] = valueOf(numbers->at(row), {});
        else if (const TimeColumn *times = table.times(key); times && !TimeTraits::isAbsent(times->at(row)))
            values[row] = valueOf(double(times->at(row)), {});
        const TextColumn *texts = table.text(key);
        if (!texts || !texts->has(row))
            continue;
        values[row] = {PlainValue::Text, 0, std::string(*texts->utf8(row))};
        allNumbers = allNumbers && parseNumber(values[row].text);
    }
    for (PlainValue &value : values)
        if (allNumbers && value.kind == PlainValue::Text)
            value = valueOf(*parseNumber(value.text), value.text);
    return values;
}

} // namespace Assay::Testing
