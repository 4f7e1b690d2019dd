// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rungroups.h"
#include "tests/support/testing.h"
#include "tests/table/randomruns.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::PlainValue;

namespace {

std::map<std::vector<PlainValue>, std::vector<uint32_t>> slowGroups(const RunTable &table, const std::vector<uint32_t> &rows,
                                                                    const QList<ColumnKey> &keys)
{
    std::vector<std::vector<PlainValue>> columns;
    for (const ColumnKey &key : keys)
        columns.push_back(Testing::plainValues(table, key));
    std::map<std::vector<PlainValue>, std::vector<uint32_t>> groups;
    for (uint32_t row : rows) {
        std::vector<PlainValue> values;
        for (const auto &column : columns)
            values.push_back(column[row]);
        groups[values].push_back(row);
    }
    return groups;
}

std::optional<double> plainNumber(const RunTable &table, uint32_t row, const ColumnKey &key)
{
    if (const NumberColumn *numbers = table.numbers(key))
        return NumberTraits::isAbsent(numbers->at(row)) ? std::nullopt : std::optional(numbers->at(row));
    const TextColumn *texts = table.text(key);
    const auto text = texts ? texts->utf8(row) : std::nullopt;
    return text ? parseNumber(*text) : std::nullopt;
}

// `size`: of the largest number that was summed up; what is left of it by cancellation has its error.
bool isClose(double a, double b, double size)
{
    if (NumberTraits::isAbsent(a) != NumberTraits::isAbsent(b) || std::isnan(a) != std::isnan(b))
        return false;
    return std::isnan(a) || a == b || std::abs(a - b) <= 1e-12 * size;
}

// The aggregates in the words of the header, for one group.
QString slowDifference(const GroupNumbers &found, size_t group, const RunTable &table, const std::vector<uint32_t> &rows, const ColumnKey &key)
{
    std::vector<double> all, present;
    for (uint32_t row : rows)
        if (const auto number = plainNumber(table, row, key))
            all.push_back(*number);
    std::copy_if(all.begin(), all.end(), std::back_inserter(present), [](double x) { return !std::isnan(x); });
    const size_t n = present.size();
    const double none = all.empty() ? NumberTraits::absent : std::numeric_limits<double>::quiet_NaN();
    const double mean = n == 0 ? none : std::accumulate(present.begin(), present.end(), 0.0) / double(n);
    const double squares = std::accumulate(present.begin(), present.end(), 0.0, [&](double sum, double x) { return sum + (x - mean) * (x - mean); });
    std::sort(present.begin(), present.end());
    const double deviation = n == 0 ? none : n == 1 ? NumberTraits::absent : std::sqrt(squares / double(n - 1));
    const double median = n == 0 ? none : n % 2 ? present[n / 2] : present[n / 2 - 1] / 2 + present[n / 2] / 2;
    const double size = n ? std::max(std::abs(present.front()), std::abs(present.back())) : 0;
    const std::tuple<const char *, double, Aggregate> expected[] = {
        {"count", double(all.size()), Aggregate::Count}, {"mean", mean, Aggregate::Mean},
        {"deviation", deviation, Aggregate::Deviation},  {"median", median, Aggregate::Median},
        {"minimum", n ? present.front() : none, Aggregate::Minimum}, {"maximum", n ? present.back() : none, Aggregate::Maximum},
    };
    for (const auto &[name, value, aggregate] : expected)
        if (!isClose(found.at(aggregate, group), value, size))
            return u"%1 of %2: %3, not %4"_s.arg(QLatin1StringView(name), key.name).arg(found.at(aggregate, group)).arg(value);
    return found.nans[group] == all.size() - n ? QString() : u"count of NaN"_s;
}

const QList<ColumnKey> AllKeys{{ColumnGroup::Metric, u"m"_s}, {ColumnGroup::Metric, u"rare"_s}, {ColumnGroup::Param, u"p"_s},
                               {ColumnGroup::Param, u"n"_s}, {ColumnGroup::Tag, u"t"_s}, {ColumnGroup::Attribute, Attribute::StartTime},
                               {ColumnGroup::Attribute, Attribute::ExperimentId}, {ColumnGroup::Param, u"nobody"_s}};
const QList<ColumnKey> Numbers{{ColumnGroup::Metric, u"m"_s}, {ColumnGroup::Metric, u"k"_s}, {ColumnGroup::Metric, u"rare"_s},
                               {ColumnGroup::Param, u"n"_s}, {ColumnGroup::Param, u"p"_s}, {ColumnGroup::Metric, u"nobody"_s}};

} // namespace

class RunGroupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheSlowGroups();
    void largeTablesToo();
    void tellsOneRunFromMany();
    void knowsNoKeys();
    void stopsWhenCanceled();

private:
    void compare(const RunTable &table, const std::vector<uint32_t> &rows, const QList<ColumnKey> &keys);
};

void RunGroupsTest::compare(const RunTable &table, const std::vector<uint32_t> &rows, const QList<ColumnKey> &keys)
{
    SilentJob job;
    const auto groups = groupRuns(table, rows, keys, job);
    VERIFY_RESULT(groups);
    const auto slow = slowGroups(table, rows, keys);
    QCOMPARE(groups->count(), slow.size());
    QCOMPARE(groups->places.size(), size_t(keys.size()));
    const auto numbers = aggregateGroups(table, *groups, Numbers, {}, Medians::Compute, job);
    VERIFY_RESULT(numbers);
    size_t group = 0;
    const std::vector<PlainValue> *before = nullptr;
    for (const auto &[values, members] : slow) {
        const auto found = groups->rowsOf(group);
        QVERIFY(std::equal(found.begin(), found.end(), members.begin(), members.end()));
        QCOMPARE(rows[groups->firstPositions[group]], members.front());
        for (size_t key = 0; key < values.size(); ++key) {
            QCOMPARE(groups->places[key][group] == RunGroups::AbsentPlace, values[key].kind == PlainValue::Absent);
            if (before) {
                QCOMPARE(groups->places[key][group - 1] == groups->places[key][group], (*before)[key] == values[key]);
                QCOMPARE(groups->places[key][group - 1] < groups->places[key][group], (*before)[key] < values[key]);
            }
        }
        for (qsizetype column = 0; column < Numbers.size(); ++column) {
            const QString difference = slowDifference((*numbers)[size_t(column)], group, table, members, Numbers[column]);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        before = &values;
        ++group;
    }
}

void RunGroupsTest::agreesWithTheSlowGroups()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 10'000; ++round) {
        const RunTablePtr table = Testing::randomRuns(random.bounded(30), random);
        std::vector<uint32_t> rows;
        for (uint32_t row = 0; row < table->rowCount(); ++row)
            if (random.bounded(4))
                rows.push_back(row);
        for (size_t i = rows.size(); i > 1; --i)
            std::swap(rows[i - 1], rows[size_t(random.bounded(int(i)))]);
        QList<ColumnKey> keys;
        for (int i = random.bounded(4); i > 0; --i)
            keys.append(AllKeys[random.bounded(AllKeys.size())]);
        compare(*table, rows, keys);
        if (QTest::currentTestFailed())
            return;
    }
}

// Both ways of putting two keys together, the radix sort and two threads.
void RunGroupsTest::largeTablesToo()
{
    QRandomGenerator random(3);
    const RunTablePtr table = Testing::randomRuns(20'000, random);
    const std::vector<uint32_t> &rows = table->defaultOrder();
    compare(*table, rows, {{ColumnGroup::Param, u"p"_s}, {ColumnGroup::Param, u"n"_s}, {ColumnGroup::Metric, u"m"_s}});
    compare(*table, rows, {{ColumnGroup::Attribute, Attribute::RunId}});
    compare(*table, rows, {{ColumnGroup::Metric, u"k"_s}, {ColumnGroup::Attribute, Attribute::RunId}});
}

void RunGroupsTest::tellsOneRunFromMany()
{
    RunTableBuilder builder;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double values[] = {4, 1, nan, 7, nan};
    const QString names[] = {u"a"_s, u"a"_s, u"a"_s, u"b"_s, u"c"_s};
    for (int i = 0; i < 5; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"0"_s), RunId(QString::number(i))};
        run.params.insert(u"p"_s, names[i]);
        run.metrics.insert(u"m"_s, values[i]);
        builder.add(run);
    }
    const RunTablePtr table = builder.finish();
    SilentJob job;
    const std::vector<uint32_t> rows{0, 1, 2, 3, 4};
    const auto groups = groupRuns(*table, rows, {{ColumnGroup::Param, u"p"_s}}, job);
    VERIFY_RESULT(groups);
    const auto numbers = aggregateGroups(*table, *groups, {{ColumnGroup::Metric, u"m"_s}}, {}, Medians::Compute, job);
    VERIFY_RESULT(numbers);
    const GroupNumbers &found = numbers->front();
    QCOMPARE(found.counts, (std::vector<uint32_t>{3, 1, 1}));
    QCOMPARE(found.nans, (std::vector<uint32_t>{1, 0, 1}));
    QCOMPARE(found.means[0], 2.5);
    QCOMPARE(found.medians[0], 2.5);
    QCOMPARE(found.deviations[0], std::sqrt(4.5));
    QCOMPARE(found.means[1], 7.0);
    QVERIFY(NumberTraits::isAbsent(found.deviations[1]));
    QVERIFY(std::isnan(found.means[2]) && !NumberTraits::isAbsent(found.means[2]));
}

void RunGroupsTest::knowsNoKeys()
{
    QRandomGenerator random(1);
    const RunTablePtr table = Testing::randomRuns(3, random);
    SilentJob job;
    QCOMPARE(groupRuns(*table, table->defaultOrder(), {}, job)->count(), size_t(1));
    QCOMPARE(groupRuns(*table, {}, {{ColumnGroup::Param, u"p"_s}}, job)->count(), size_t(0));
}

void RunGroupsTest::stopsWhenCanceled()
{
    QRandomGenerator random(1);
    const RunTablePtr table = Testing::randomRuns(3, random);
    SilentJob job;
    const auto groups = groupRuns(*table, table->defaultOrder(), {{ColumnGroup::Param, u"p"_s}}, job);
    VERIFY_RESULT(groups);
    job.cancel();
    QCOMPARE(groupRuns(*table, table->defaultOrder(), {}, job).error().code, ErrorCode::Canceled);
    QCOMPARE(aggregateGroups(*table, *groups, Numbers, {}, Medians::Skip, job).error().code, ErrorCode::Canceled);
}

QTEST_GUILESS_MAIN(RunGroupsTest)
#include "tst_rungroups.moc"
