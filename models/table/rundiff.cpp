// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rundiff.h"

#include "models/table/columnscale.h"
#include "models/table/diffrows.h"

#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

bool sameNumber(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

// Whether numbers of a section are compared with tolerance.
bool isTolerant(DiffSection section)
{
    return section == DiffSection::Params || section == DiffSection::Metrics;
}

std::optional<double> difference(const DiffValue &from, const DiffValue &to)
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

} // namespace

QString diffSectionName(DiffSection section)
{
    switch (section) {
    case DiffSection::Params: return u"params"_s;
    case DiffSection::Metrics: return u"metrics"_s;
    case DiffSection::Tags: return u"tags"_s;
    case DiffSection::Info: return u"info"_s;
    case DiffSection::Datasets: return u"datasets"_s;
    case DiffSection::Environment: return u"environment"_s;
    case DiffSection::Code: return u"code"_s;
    case DiffSection::Signature: return u"signature"_s;
    case DiffSection::Artifacts: return u"artifacts"_s;
    }
    return {};
}

std::optional<double> diffNumber(const DiffValue &value)
{
    if (const double *number = std::get_if<double>(&value))
        return *number;
    if (const qint64 *integer = std::get_if<qint64>(&value))
        return double(*integer);
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

bool DiffTolerance::covers(double a, double b) const
{
    if (kind == Kind::Exact || !std::isfinite(a) || !std::isfinite(b))
        return false;
    const double apart = std::abs(decimalDifference(a, b));
    return kind == Kind::Absolute ? apart <= amount : apart <= amount * std::max(std::abs(a), std::abs(b));
}

std::optional<DiffTolerance> parseTolerance(QStringView text)
{
    QStringView digits = text.trimmed();
    DiffTolerance tolerance;
    if (digits.isEmpty())
        return tolerance;
    tolerance.kind = digits.endsWith(u'%') ? DiffTolerance::Kind::Relative : DiffTolerance::Kind::Absolute;
    if (tolerance.kind == DiffTolerance::Kind::Relative)
        digits = digits.chopped(1).trimmed();
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number < 0)
        return std::nullopt;
    if (number == 0)
        return DiffTolerance();
    tolerance.amount = tolerance.kind == DiffTolerance::Kind::Relative ? number / 100 : number;
    return tolerance;
}

QString toleranceText(const DiffTolerance &tolerance)
{
    switch (tolerance.kind) {
    case DiffTolerance::Kind::Exact: return {};
    case DiffTolerance::Kind::Absolute: return numberText(tolerance.amount);
    case DiffTolerance::Kind::Relative: return u"%1%"_s.arg(QString::number(tolerance.amount * 100, 'g', 12));
    }
    return {};
}

RunDiff RunDiff::ofRuns(const QList<Run> &runs, qsizetype baseline, const DiffTolerance &tolerance)
{
    Q_ASSERT(baseline >= 0 && baseline < runs.size());
    RunDiff diff;
    diff.m_runCount = runs.size();
    diff.m_baseline = size_t(baseline);
    diff.m_tolerance = tolerance;
    diff.append(recordedRows(runs));
    return diff;
}

RunDiff RunDiff::ofTable(const RunTablePtr &table, std::vector<uint32_t> tableRows, qsizetype baseline,
                         const DiffTolerance &tolerance, const Job &job)
{
    Q_ASSERT(baseline >= 0 && size_t(baseline) < tableRows.size());
    RunDiff diff;
    diff.m_table = table;
    diff.m_tableRows = std::move(tableRows);
    diff.m_runCount = qsizetype(diff.m_tableRows.size());
    diff.m_baseline = size_t(baseline);
    diff.m_tolerance = tolerance;
    for (DiffSection section : {DiffSection::Params, DiffSection::Metrics, DiffSection::Tags}) {
        for (DiffRow &row : columnRows(*table, diff.m_tableRows, section, job)) {
            row.equal = diff.isEqual(row);
            diff.m_rows.push_back(std::move(row));
        }
    }
    diff.append(infoRows(*table, diff.m_tableRows));
    return job.isCanceled() ? RunDiff() : diff;
}

void RunDiff::append(std::vector<DiffRow> rows)
{
    m_rows.reserve(m_rows.size() + rows.size());
    for (DiffRow &row : rows) {
        Q_ASSERT(row.own.size() == size_t(m_runCount));
        row.equal = isEqual(row);
        m_rows.push_back(std::move(row));
    }
}

DiffValue RunDiff::value(const DiffRow &row, qsizetype run) const
{
    if (!row.column)
        return row.own[size_t(run)];
    const uint32_t cell = m_tableRows[size_t(run)];
    if (const auto *text = std::get_if<TextColumn>(row.column.get()))
        return text->has(cell) ? DiffValue(text->text(cell)) : DiffValue();
    const double number = std::get<NumberColumn>(*row.column).at(cell);
    return NumberTraits::isAbsent(number) ? DiffValue() : DiffValue(number);
}

std::optional<double> RunDiff::delta(const DiffRow &row, qsizetype run) const
{
    const bool isNumeric = isRecorded(row.section) || row.section == DiffSection::Artifacts;
    if (size_t(run) == m_baseline || !isNumeric)
        return {};
    return difference(value(row, baseline()), value(row, run));
}

bool RunDiff::same(const DiffRow &row, const DiffValue &a, const DiffValue &b) const
{
    const double *left = std::get_if<double>(&a);
    const double *right = std::get_if<double>(&b);
    if (a == b || (left && right && sameNumber(*left, *right)))
        return true;
    if (std::holds_alternative<DiffUnread>(a) || std::holds_alternative<DiffUnread>(b))
        return true;
    if (m_tolerance.kind == DiffTolerance::Kind::Exact || !isTolerant(row.section))
        return false;
    const auto x = diffNumber(a), y = diffNumber(b);
    return x && y && m_tolerance.covers(*x, *y);
}

// Of one dictionary, equal codes are equal texts.
bool RunDiff::areSame(DiffSection section, const TextColumn &column, uint32_t a, uint32_t b) const
{
    if (a == b)
        return true;
    if (m_tolerance.kind == DiffTolerance::Kind::Exact || !isTolerant(section) || CodeTraits::isAbsent(a) || CodeTraits::isAbsent(b))
        return false;
    const auto x = parseNumber(column.dictionary.at(a)), y = parseNumber(column.dictionary.at(b));
    return x && y && m_tolerance.covers(*x, *y);
}

bool RunDiff::equalsBaseline(const DiffRow &row, qsizetype run) const
{
    if (row.column)
        if (const auto *text = std::get_if<TextColumn>(row.column.get()))
            return areSame(row.section, *text, text->cells.at(m_tableRows[m_baseline]), text->cells.at(m_tableRows[size_t(run)]));
    return same(row, value(row, baseline()), value(row, run));
}

bool RunDiff::isEqual(const DiffRow &row) const
{
    if (!row.column) {
        const auto isRead = [](const DiffValue &value) { return !std::holds_alternative<DiffUnread>(value); };
        const auto first = std::find_if(row.own.begin(), row.own.end(), isRead);
        if (first == row.own.end())
            return true;
        const DiffValue &reference = isRead(row.own[m_baseline]) ? row.own[m_baseline] : *first;
        return std::all_of(row.own.begin(), row.own.end(), [&](const DiffValue &value) { return same(row, reference, value); });
    }
    if (const auto *text = std::get_if<TextColumn>(row.column.get())) {
        const uint32_t base = text->cells.at(m_tableRows[m_baseline]);
        return std::all_of(m_tableRows.begin(), m_tableRows.end(), [&](uint32_t cell) { return areSame(row.section, *text, base, text->cells.at(cell)); });
    }
    const auto &numbers = std::get<NumberColumn>(*row.column);
    const double base = numbers.at(m_tableRows[m_baseline]);
    return std::all_of(m_tableRows.begin(), m_tableRows.end(), [&](uint32_t cell) {
        const double number = numbers.at(cell);
        if (NumberTraits::isAbsent(number) || NumberTraits::isAbsent(base))
            return NumberTraits::isAbsent(number) == NumberTraits::isAbsent(base);
        return sameNumber(number, base) || m_tolerance.covers(number, base);
    });
}

DiffMarks RunDiff::marks(const DiffRow &row) const
{
    DiffMarks marks;
    if (row.equal || (row.section != DiffSection::Params && row.section != DiffSection::Metrics))
        return marks;
    for (qsizetype run = 0; run < m_runCount; ++run) {
        const DiffValue cell = value(row, run);
        const auto number = diffNumber(cell);
        // A param that is a text in another run has no order.
        if (!number && !std::holds_alternative<std::monostate>(cell))
            return {};
        if (!number || std::isnan(*number))
            continue;
        marks.least = std::min(marks.least.value_or(*number), *number);
        marks.greatest = std::max(marks.greatest.value_or(*number), *number);
    }
    if (marks.least == marks.greatest)
        return {};
    if (row.section == DiffSection::Metrics) {
        const BetterValues better = guessBetterValues({ColumnGroup::Metric, row.key});
        marks.best = better == BetterValues::Lower ? marks.least : better == BetterValues::Higher ? marks.greatest : std::nullopt;
    }
    return marks;
}

} // namespace Assay
