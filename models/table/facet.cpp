// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/facet.h"

#include "models/table/queryvalues.h"
#include "models/table/textneedle.h"

#include <array>
#include <cmath>

namespace Assay {

namespace {

// One value a row of the table, from whatever form the column has.
template <typename T, typename Traits>
class DenseCells
{
public:
    DenseCells(const CellVector<T, Traits> &cells, qsizetype rows)
        : m_owned(cells.isDense() ? std::vector<T>() : cells.toDense(rows)), m_view(cells.isDense() ? cells.values() : m_owned) {}
    Q_DISABLE_COPY_MOVE(DenseCells)

    T at(uint32_t row) const { return row < m_view.size() ? m_view[row] : Traits::absent; }

private:
    std::vector<T> m_owned;
    std::span<const T> m_view;
};

// The rows' finite numbers; the others are counted.
template <typename NumberAt>
std::vector<double> takeNumbers(Facet &facet, const std::vector<uint32_t> &rows, NumberAt numberAt)
{
    std::vector<double> finite;
    finite.reserve(rows.size());
    bool isWhole = true;
    for (uint32_t row : rows) {
        const double number = numberAt(row);
        if (std::isfinite(number)) {
            isWhole = isWhole && number == std::floor(number) && std::fabs(number) < 9007199254740992.0; // 2^53
            finite.push_back(number);
        } else if (NumberTraits::isAbsent(number)) {
            ++facet.absent;
        } else if (std::isnan(number)) {
            ++facet.nan;
        } else {
            ++(number < 0 ? facet.minusInfinite : facet.plusInfinite);
        }
    }
    facet.isWhole = isWhole && !finite.empty() && facet.kind != Facet::Kind::Spans;
    return finite;
}

std::vector<FacetBin> countBins(const std::vector<double> &numbers, const std::vector<double> &edges)
{
    std::vector<FacetBin> bins;
    for (size_t i = 0; i + 1 < edges.size(); ++i)
        bins.push_back({edges[i], edges[i + 1], 0});
    std::array<double, Facet::MaxBins> froms;
    froms.fill(std::numeric_limits<double>::infinity());
    std::copy(edges.begin(), edges.end() - 1, froms.begin());
    const double scale = double(bins.size()) / (edges.back() - edges.front());
    // Even bins are found at once, up to a rounding; uneven ones step by step, and there are few.
    const size_t last = bins.size() - 1;
    for (double number : numbers) {
        const double guess = (number - edges.front()) * scale;
        size_t bin = guess > 0 ? std::min(last, size_t(guess)) : 0;
        while (bin < last && number >= froms[bin + 1])
            ++bin;
        while (bin > 0 && number < froms[bin])
            --bin;
        ++bins[bin].count;
    }
    return bins;
}

// Nearly all of them in the first bin tells nothing: learning rates, or a run of weeks among those of minutes.
bool isCrowded(const Facet &facet, const std::vector<double> &numbers)
{
    return facet.bins.front().count * 5 >= qsizetype(numbers.size()) * 3;
}

void fillBins(Facet &facet, const std::vector<double> &numbers, const QueryClock &clock)
{
    if (numbers.empty())
        return;
    const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
    switch (facet.kind) {
    case Facet::Kind::Values: return;
    case Facet::Kind::Spans:
        facet.bins = countBins(numbers, spanEdges(*least, *most));
        if (isCrowded(facet, numbers) && *least >= 0 && *most >= 100)
            facet.bins = countBins(numbers, wideSpanEdges(*least, *most));
        return;
    case Facet::Kind::Times: facet.bins = countBins(numbers, timeEdges(*least, *most, clock.zone)); return;
    case Facet::Kind::Numbers: break;
    }
    facet.bins = countBins(numbers, numberEdges(*least, *most, facet.isWhole));
    if (isCrowded(facet, numbers) && *least > 0 && *most / *least >= 1000)
        facet.bins = countBins(numbers, decadeEdges(*least, *most));
}

// The most frequent texts: a heap of `limit` is enough, however many there are.
void fillValues(Facet &facet, const TextDictionary &texts, const std::vector<uint32_t> &counts, const FacetRequest &request)
{
    const TextNeedle needle(request.search);
    const auto isBefore = [&](uint32_t a, uint32_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : texts.at(a) < texts.at(b);
    };
    std::vector<uint32_t> best;
    const auto limit = size_t(std::max<qsizetype>(0, request.limit));
    for (uint32_t code = 0; code < counts.size(); ++code) {
        if (counts[code] == 0)
            continue;
        ++facet.distinct;
        if (!needle.isEmpty() && !needle.isIn(texts.at(code)))
            continue;
        ++facet.found;
        if (best.size() < limit) {
            best.push_back(code);
            std::push_heap(best.begin(), best.end(), isBefore);
        } else if (limit > 0 && isBefore(code, best.front())) {
            std::pop_heap(best.begin(), best.end(), isBefore);
            best.back() = code;
            std::push_heap(best.begin(), best.end(), isBefore);
        }
    }
    std::sort_heap(best.begin(), best.end(), isBefore);
    for (uint32_t code : best)
        facet.values.push_back({texts.text(code), qsizetype(counts[code])});
}

void fillTexts(Facet &facet, const TextColumn &column, const FacetRequest &request)
{
    const DenseCells<uint32_t, CodeTraits> codes(column.cells, request.table->rowCount());
    std::vector<uint32_t> counts(column.dictionary.size());
    for (uint32_t row : request.rows) {
        const uint32_t code = codes.at(row);
        if (CodeTraits::isAbsent(code))
            ++facet.absent;
        else
            ++counts[code];
    }
    const bool isLogged = request.key.group == ColumnGroup::Param || request.key.group == ColumnGroup::Tag;
    const auto distinct = size_t(std::count_if(counts.begin(), counts.end(), [](uint32_t count) { return count > 0; }));
    if (isLogged && distinct > Facet::MaxBins && column.numbers().all) {
        facet.kind = Facet::Kind::Numbers;
        facet.absent = 0;
        const std::vector<double> &byCode = column.numbers().byCode;
        fillBins(facet, takeNumbers(facet, request.rows, [&](uint32_t row) {
            const uint32_t code = codes.at(row);
            return CodeTraits::isAbsent(code) ? NumberTraits::absent : byCode[code];
        }), request.clock);
        facet.distinct = qsizetype(distinct);
        return;
    }
    fillValues(facet, column.dictionary, counts, request);
}

void fillSpans(Facet &facet, const FacetRequest &request, QueryKey::Kind kind)
{
    QueryAst::Value value;
    value.kind = QueryAst::Value::Kind::Key;
    value.key = {kind, request.key, 0};
    const QueryNumbers numbers = QueryValues(*request.table, request.clock).numbers(value);
    facet.kind = Facet::Kind::Spans;
    fillBins(facet, takeNumbers(facet, request.rows, [&](uint32_t row) { return numbers.at(row); }), request.clock);
}

} // namespace

Result<Facet> computeFacet(const FacetRequest &request, Job &job)
{
    Facet facet;
    facet.key = request.key;
    facet.rows = qsizetype(request.rows.size());
    const Column *column = request.table->column(request.key);
    const qsizetype rows = request.table->rowCount();
    if (request.key == ColumnKey{ColumnGroup::Attribute, Attribute::Duration}) {
        fillSpans(facet, request, QueryKey::Kind::Duration);
    } else if (request.key == ColumnKey{ColumnGroup::Attribute, Attribute::Age}) {
        fillSpans(facet, request, QueryKey::Kind::Age);
    } else if (!column) {
        facet.absent = facet.rows;
    } else if (const auto *numbers = std::get_if<NumberColumn>(column)) {
        facet.kind = Facet::Kind::Numbers;
        const DenseCells<double, NumberTraits> cells(*numbers, rows);
        fillBins(facet, takeNumbers(facet, request.rows, [&](uint32_t row) { return cells.at(row); }), request.clock);
    } else if (const auto *times = std::get_if<TimeColumn>(column)) {
        facet.kind = Facet::Kind::Times;
        const DenseCells<int64_t, TimeTraits> cells(*times, rows);
        fillBins(facet, takeNumbers(facet, request.rows, [&](uint32_t row) {
            const int64_t time = cells.at(row);
            return TimeTraits::isAbsent(time) ? NumberTraits::absent : double(time);
        }), request.clock);
    } else {
        fillTexts(facet, std::get<TextColumn>(*column), request);
    }
    if (job.isCanceled())
        return Error{ErrorCode::Canceled, QString(), {}};
    return facet;
}

} // namespace Assay
