// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/queryfuzz.h"

#include "models/table/querycompletion.h"
#include "models/table/queryexplanation.h"
#include "models/table/queryhints.h"
#include "models/table/quickfilter.h"
#include "models/table/runtablebuilder.h"
#include "models/table/seriesexpression.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Assay::Fuzz {

namespace {

const QueryClock Clock{1'700'000'000'000, QTimeZone::utc()};

// The text stands on standard error, so that one sees of what it did not hold.
void require(bool holds, const char *what, const QString &text)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s: %s\n", what, text.left(2000).toUtf8().constData());
    std::abort();
}

RunTablePtr makeTable()
{
    RunTableBuilder builder;
    const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    for (int i = 0; i < 6; ++i) {
        Run run;
        run.info.ref = {ExperimentId(QString::number(i / 4)), RunId(QString(QChar(u'a' + i)))};
        run.info.name = "run "_L1 + QString::number(i);
        run.info.status = i % 2 ? RunStatus::Finished : RunStatus::Running;
        if (i > 0)
            run.info.startTime = Clock.now - i * 3'600'000;
        if (i > 2)
            run.info.endTime = Clock.now;
        if (i < 5)
            run.metrics = {{u"loss"_s, i == 2 ? nan : i == 3 ? -inf : 0.5 * i}, {u"a b"_s, 1.0}};
        run.params = {{u"lr"_s, i % 2 ? u"1e-3"_s : u"5 epochs"_s}, {u"x"_s, QString::number(i)}};
        run.tags = {{u"team"_s, u"Größe"_s}, {u"mlflow.parentRunId"_s, i == 1 ? u"b"_s : u"a"_s}}; // one is its own parent
        DatasetInput input;
        input.dataset.name = u"train"_s;
        if (i < 2)
            run.datasets = {input};
        builder.add(run);
    }
    return builder.finish();
}

const RunTablePtr &sharedTable()
{
    static const RunTablePtr made = makeTable();
    return made;
}

const RunTable &table()
{
    return *sharedTable();
}

// Of the first rows the histories were read, of the others not.
const HistoryValues &histories()
{
    static const HistoryValues made = [] {
        HistoryValues values(sharedTable());
        MetricSeries series;
        for (int i = 0; i < 20; ++i)
            series.add(i / 2, Clock.now + i, i == 5 ? std::numeric_limits<double>::quiet_NaN() : 0.1 * i);
        series.key = u"loss"_s;
        for (uint32_t row = 0; row < 3; ++row)
            values.add(row, series, {1, 100});
        return values;
    }();
    return made;
}

} // namespace

QString textOf(std::string_view bytes)
{
    if (bytes.size() < 2 || bytes[0] != '\xff' || bytes[1] != '\xfe')
        return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    QString text((qsizetype(bytes.size()) - 2) / 2, Qt::Uninitialized);
    std::memcpy(text.data(), bytes.data() + 2, size_t(text.size()) * 2);
    return text;
}

void readQuery(const QString &text)
{
    const QueryParse parsed = checkQuery(text);
    if (parsed.mistake) {
        const QueryMistake &mistake = *parsed.mistake;
        require(parsed.query.isEmpty(), "a mistake and a query", text);
        require(!mistake.message.isEmpty(), "a mistake without words", text);
        require(mistake.offset >= 0 && mistake.offset <= text.size() && mistake.length > 0, "a mistake elsewhere", text);
        return;
    }
    SilentJob job;
    const auto truths = evaluateQuery(parsed.query, table(), histories(), Clock, job);
    require(truths && truths->size() == size_t(table().rowCount()), "no answer", text);
    const auto opposite = parseQuery(u"NOT ("_s + text + u')');
    if (!opposite || parsed.query.isEmpty()) // too deep by one
        return;
    const auto opposites = evaluateQuery(*opposite, table(), histories(), Clock, job);
    for (size_t row = 0; row < truths->size(); ++row)
        require(int((*truths)[row]) + int((*opposites)[row]) == 2, "NOT is not the opposite", text);
}

void readSeries(const QString &text)
{
    const auto expression = parseSeriesExpression(text);
    if (!expression) {
        require(!expression.error().message.isEmpty(), "a mistake without words", text);
        return;
    }
    require(!expression->drawn.isEmpty(), "a series of no points", text);
    QHash<QString, std::shared_ptr<const MetricSeries>> histories;
    for (const QString &metric : {u"loss"_s, u"a b"_s}) {
        auto series = std::make_shared<MetricSeries>();
        series->key = metric;
        for (int i = 0; i < 20; ++i)
            series->add((i * 7) % 13 - 2, Clock.now + i % 3, i == 5 ? std::numeric_limits<double>::quiet_NaN() : i == 9 ? 1e308 : 0.1 * i);
        histories.insert(metric, series);
    }
    SilentJob job;
    const auto series = evaluateSeries(*expression, table().run(0), histories, Clock, job);
    if (!series) {
        require(!series.error().message.isEmpty(), "no points and no words", text);
        return;
    }
    require(series->size() > 0 && series->size() <= 20 && std::is_sorted(series->steps.begin(), series->steps.end()), "other points", text);
    require(series->steps.size() == series->values.size() && series->timestamps.size() == series->values.size(), "uneven points", text);
}

void assistQuery(const QString &text)
{
    for (qsizetype cursor = 0; cursor <= text.size(); cursor += 1 + text.size() / 10) {
        const QueryCompletion completion = completeQuery(text, cursor, table(), 5);
        const qsizetype end = completion.offset + completion.length;
        require(completion.offset >= 0 && completion.offset <= cursor && end >= cursor && end <= text.size(), "completes elsewhere", text);
    }
    const QuickFilter filter = parseQuickFilter(text);
    require(!filter.mistake || filter.isEmpty(), "a mistake and a filter", text);
    const auto query = parseQuery(text);
    if (!query)
        return;
    for (const UnknownKey &key : unknownKeys(*query, table()))
        require(key.offset >= 0 && key.length > 0 && key.offset + key.length <= text.size(), "an unknown key elsewhere", text);
    std::vector<uint32_t> rows(size_t(table().rowCount()));
    std::iota(rows.begin(), rows.end(), 0u);
    SilentJob job;
    const auto explanation = explainQuery(text, table(), histories(), rows, Clock, job);
    const auto truths = evaluateQuery(*query, table(), histories(), Clock, job);
    require(explanation && truths, "a query without explanation", text);
    require(explanation->found == std::count(truths->begin(), truths->end(), Truth::True), "the parts find something else", text);
    for (size_t part = 0; part < explanation->parts.size(); ++part)
        require(parseQuery(withoutPart(explanation->parts, part)).hasValue(), "not a query without a part", text);
}

} // namespace Assay::Fuzz
