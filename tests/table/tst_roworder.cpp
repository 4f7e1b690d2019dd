// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/roworder.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

// Few distinct values, so that ties are common; every fifth cell is absent.
RunTablePtr randomTable(int runs, QRandomGenerator &random)
{
    const double numbers[] = {0.0, -0.0, 1, -1, 1e300, -1e300, 0.1, 1e-300, std::numeric_limits<double>::infinity(),
                              -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()};
    const QString texts[] = {u"a"_s, u"B"_s, u"10"_s, u"9"_s, u"1e1"_s, u""_s, u"ä"_s, u"🎯"_s, u"\uffee"_s};
    const QString numeric[] = {u"10"_s, u"9"_s, u"-3"_s, u"1e1"_s, u"nan"_s, u" 2"_s};
    RunTableBuilder builder;
    for (int i = 0; i < runs; ++i) {
        Run run;
        run.info.ref = {ExperimentId(QString::number(random.bounded(2))), RunId(QString::number(random.generate()))};
        if (random.bounded(5))
            run.info.startTime = 1'700'000'000'000 + random.bounded(20);
        if (random.bounded(5))
            run.metrics.insert(u"m"_s, numbers[random.bounded(int(std::size(numbers)))]);
        if (random.bounded(5))
            run.params.insert(u"p"_s, texts[random.bounded(int(std::size(texts)))]);
        if (random.bounded(5))
            run.params.insert(u"n"_s, numeric[random.bounded(int(std::size(numeric)))]);
        if (random.bounded(200) == 0)
            run.tags.insert(u"rare"_s, texts[random.bounded(int(std::size(texts)))]);
        builder.add(run);
    }
    return builder.finish();
}

// The rule in the plainest words: -1, 0 or 1.
int compareNumbers(std::optional<double> a, std::optional<double> b, bool descending)
{
    const auto group = [](std::optional<double> x) { return !x ? 2 : std::isnan(*x) ? 1 : 0; };
    if (group(a) != group(b))
        return group(a) < group(b) ? -1 : 1;
    if (group(a) != 0 || *a == *b)
        return 0;
    return (*a < *b) != descending ? -1 : 1;
}

int compareTexts(std::optional<std::string> a, std::optional<std::string> b, bool descending)
{
    if (a.has_value() != b.has_value())
        return a ? -1 : 1;
    if (!a || *a == *b)
        return 0;
    return (*a < *b) != descending ? -1 : 1;
}

int compareBy(const RunTable &table, const SortKey &key, LoggedOrder logged, uint32_t a, uint32_t b)
{
    const bool descending = key.direction == SortDirection::Descending;
    const Column *column = table.column(key.key.column);
    if (const auto *metrics = std::get_if<NumberColumn>(column)) {
        const auto value = [&](uint32_t row) { const double x = metrics->at(row); return NumberTraits::isAbsent(x) ? std::optional<double>() : x; };
        return compareNumbers(value(a), value(b), descending);
    }
    if (const auto *times = std::get_if<TimeColumn>(column)) {
        const auto value = [&](uint32_t row) { const auto x = times->at(row); return TimeTraits::isAbsent(x) ? std::optional<double>() : double(x); };
        return compareNumbers(value(a), value(b), descending);
    }
    const auto &texts = std::get<TextColumn>(*column);
    const auto value = [&](uint32_t row) { const auto x = texts.utf8(row); return x ? std::optional(std::string(*x)) : std::nullopt; };
    const bool allNumbers = key.key.column.name == "n"_L1; // by how the tables are made
    if (key.asNumber || (logged == LoggedOrder::NumbersWhereAllAre && allNumbers)) {
        const auto number = [&](uint32_t row) { return value(row) ? parseNumber(*value(row)) : std::nullopt; };
        return compareNumbers(number(a), number(b), descending);
    }
    return compareTexts(value(a), value(b), descending);
}

std::vector<uint32_t> slowOrder(const RowOrderRequest &request)
{
    const RunTable &table = *request.table;
    std::vector<uint32_t> rows(size_t(table.rowCount()));
    std::iota(rows.begin(), rows.end(), 0u);
    QList<SortKey> keys = request.keys;
    keys.append(parseSortKey(u"start_time:desc"_s).value());
    keys.append(parseSortKey(u"run_id"_s).value());
    std::stable_sort(rows.begin(), rows.end(), [&](uint32_t a, uint32_t b) {
        for (const SortKey &key : keys)
            if (const int order = compareBy(table, key, request.logged, a, b))
                return order < 0;
        return false;
    });
    return rows;
}

} // namespace

Q_DECLARE_METATYPE(Kin)

class RowOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheSlowOrder();
    void filtersByExperimentViewQueryAndSearch();
    void addsKin_data();
    void addsKin();
    void readsSortKeys();
    void refusesWhatGivesNoOrder();
    void stopsWhenCanceled();
};

void RowOrderTest::agreesWithTheSlowOrder()
{
    QRandomGenerator random(7);
    const QStringList names{u"metrics.m"_s, u"params.p"_s, u"params.n"_s, u"num(params.p)"_s, u"num(params.n)"_s, u"start_time"_s, u"run_id"_s, u"tags.rare"_s};
    for (int round = 0; round < 40; ++round) {
        RowOrderRequest request;
        request.table = randomTable(round % 2 ? 40 : 700, random); // both sides of the radix sort's threshold
        request.logged = random.bounded(2) ? LoggedOrder::Text : LoggedOrder::NumbersWhereAllAre;
        const int count = random.bounded(4);
        for (int i = 0; i < count; ++i)
            request.keys.append(parseSortKey(names[random.bounded(names.size())] + (random.bounded(2) ? u":asc"_s : u":DESC"_s)).value());
        const bool hasAll = std::all_of(request.keys.begin(), request.keys.end(), [&](const SortKey &key) { return request.table->column(key.key.column); });
        if (!hasAll)
            continue;
        SilentJob job;
        const auto order = computeRowOrder(request, job);
        VERIFY_RESULT(order);
        QCOMPARE(order->candidates, request.table->rowCount());
        QCOMPARE(order->rows, slowOrder(request));
    }
}

void RowOrderTest::filtersByExperimentViewQueryAndSearch()
{
    RunTableBuilder builder;
    for (int i = 0; i < 8; ++i) {
        Run run;
        run.info.ref = {ExperimentId(QString::number(i % 2)), RunId(u"r%1"_s.arg(i))};
        run.info.startTime = 1000 - i;
        run.info.lifecycle = i < 6 ? Lifecycle::Active : Lifecycle::Deleted;
        run.params.insert(u"model"_s, i < 4 ? u"Tree"_s : u"größer"_s);
        builder.add(run);
    }
    RowOrderRequest request;
    request.table = builder.finish();
    const auto ids = [&] {
        SilentJob job;
        const auto order = computeRowOrder(request, job);
        QString text = QString::number(order->candidates) + u':';
        for (uint32_t row : order->rows)
            text += request.table->ref(row).run.value.right(1);
        return text;
    };
    QCOMPARE(ids(), u"8:01234567"_s);
    request.view = ViewType::Active;
    QCOMPARE(ids(), u"6:012345"_s);
    request.experiments = {ExperimentId(u"1"_s)};
    QCOMPARE(ids(), u"3:135"_s);
    request.search = u"tREE"_s;
    QCOMPARE(ids(), u"3:13"_s);
    request.search = u"RÖSS"_s; // no letter is another one in a search
    QCOMPARE(ids(), u"3:"_s);
    request.search = u"RÖ"_s;
    QCOMPARE(ids(), u"3:5"_s);
    request.search.clear();
    request.query = parseQuery(u"run_id > 'r2'"_s).value();
    QCOMPARE(ids(), u"3:35"_s);
    request.view = ViewType::Deleted;
    QCOMPARE(ids(), u"1:7"_s);
}

void RowOrderTest::addsKin_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<Kin>("kin");
    QTest::addColumn<QString>("runs");
    const auto row = [](const char *query, Kin kin, const char *runs) {
        QTest::addRow("%s, %d", query, int(kin)) << QString::fromUtf8(query) << kin << QString::fromUtf8(runs);
    };
    row("run_id = 'c'", Kin::None, "c");
    row("run_id = 'c'", Kin::Parents, "abc");
    row("run_id = 'c'", Kin::Children, "cde");
    row("run_id = 'c'", Kin::Both, "abcde");
    row("run_id IN ('a', 'e')", Kin::Children, "abcdef");
    row("run_id IN ('d', 'f')", Kin::Parents, "abcdf");
    row("run_id = 'x'", Kin::Both, "xyz");      // x, y and z are in a circle
    row("run_id = 'y'", Kin::Parents, "xyz");
    row("run_id = 'g'", Kin::Both, "g");        // its parent is not there
    row("run_id = 'nobody'", Kin::Both, "");
    row("run_id != 'nobody'", Kin::Both, "abcdefgxyz");
}

void RowOrderTest::addsKin()
{
    QFETCH(QString, query);
    QFETCH(Kin, kin);
    QFETCH(QString, runs);
    RunTableBuilder builder;
    const QHash<QString, QString> parents{{u"b"_s, u"a"_s}, {u"c"_s, u"b"_s}, {u"d"_s, u"c"_s}, {u"e"_s, u"c"_s}, {u"f"_s, u"a"_s},
                                          {u"g"_s, u"gone"_s}, {u"x"_s, u"y"_s}, {u"y"_s, u"z"_s}, {u"z"_s, u"x"_s}};
    for (const QChar id : u"abcdefgxyz"_s) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(QString(id))};
        run.info.startTime = 1'000'000 - id.unicode();
        if (parents.contains(QString(id)))
            run.tags.insert(TagKey::ParentRunId, parents.value(QString(id)));
        builder.add(run);
    }
    RowOrderRequest request;
    request.table = builder.finish();
    request.query = *parseQuery(query);
    request.kin = kin;
    SilentJob job;
    const auto order = computeRowOrder(request, job);
    VERIFY_RESULT(order);
    QString shown;
    for (const uint32_t row : order->rows)
        shown += request.table->ref(row).run.value;
    QCOMPARE(shown, runs);
    request.kin = Kin::None;
    QCOMPARE(order->found, qsizetype(computeRowOrder(request, job)->rows.size()));
}

void RowOrderTest::readsSortKeys()
{
    QCOMPARE(sortKeyText(parseSortKey(u"metrics.loss"_s).value()), u"metrics.loss:asc"_s);
    QCOMPARE(sortKeyText(parseSortKey(u" params.`a:desc`:DESC"_s).value()), u"params.`a:desc`:desc"_s);
    QCOMPARE(sortKeyText(parseSortKey(u"num(params.lr):desc"_s).value()), u"num(params.lr):desc"_s);
    QCOMPARE(sortKeyText(parseSortKey(u"created"_s).value()), u"start_time:asc"_s);
    QCOMPARE(sortKeyText(parseSortKey(u"parent.metrics.loss"_s).value()), u"parent.metrics.loss:asc"_s);
    QCOMPARE(sortKeyText(parseSortKey(u"duration:desc"_s).value()), u"duration:desc"_s);
}

void RowOrderTest::refusesWhatGivesNoOrder()
{
    for (const QString &text : {u"datasets.name"_s, u"foo.bar"_s, u"metrics.auc UP"_s, u"params.with space"_s, u""_s, u"metrics.a:up"_s, u"'x'"_s}) {
        const auto key = parseSortKey(text);
        QVERIFY2(!key, qPrintable(text));
        QCOMPARE(key.error().code, ErrorCode::InvalidQuery);
    }
}

void RowOrderTest::stopsWhenCanceled()
{
    QRandomGenerator random(1);
    RowOrderRequest request;
    request.table = randomTable(10, random);
    SilentJob job;
    job.cancel();
    const auto order = computeRowOrder(request, job);
    QVERIFY(!order);
    QCOMPARE(order.error().code, ErrorCode::Canceled);
}

QTEST_GUILESS_MAIN(RowOrderTest)
#include "tst_roworder.moc"
