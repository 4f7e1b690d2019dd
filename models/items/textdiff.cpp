// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/textdiff.h"

// The library's headers are not written for our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <dtl/dtl.hpp>
#pragma GCC diagnostic pop

#include <QHash>

namespace Assay {

namespace {

using Tokens = QList<QStringView>;
using Kind = TextDiffPart::Kind;

constexpr qsizetype WordLimit = 4000;
constexpr qsizetype MostWordPairs = 40'000'000; // of all lines of two texts: a second or two; later lines have no marks
// The library's time grows with length times distance: what is longer, and differs, is shown whole.
constexpr size_t TokenLimit = 10'000;
// Less of two lines in common than this: they are two lines, not one that was changed.
constexpr double LeastInCommon = 0.25;

// A token of one of the texts, by its place there.
struct Step {
    Kind kind;
    qsizetype left;  // Same and Removed
    qsizetype right; // Same and Added
};

Tokens words(QStringView text)
{
    Tokens tokens;
    qsizetype start = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        const bool inWord = i < text.size() && text[i].isLetterOrNumber() && text[i - 1].isLetterOrNumber();
        const bool inPair = i < text.size() && text[i].isLowSurrogate();
        if (inWord || inPair)
            continue;
        tokens.append(text.sliced(start, i - start));
        start = i;
    }
    return tokens;
}

enum class LineEnds { Kept, Dropped };

Tokens lines(QStringView text, LineEnds ends)
{
    Tokens tokens;
    qsizetype start = 0;
    while (start < text.size()) {
        const qsizetype end = text.indexOf(u'\n', start);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        tokens.append(text.sliced(start, (end < 0 || ends == LineEnds::Kept ? next : end) - start));
        start = next;
    }
    return tokens;
}

// Each token as a number, the same for the same text.
struct Coded {
    std::vector<int> left, right;

    Coded(const Tokens &from, const Tokens &to)
    {
        QHash<QStringView, int> codes;
        const auto code = [&](const Tokens &tokens, std::vector<int> &out) {
            out.reserve(size_t(tokens.size()));
            for (QStringView token : tokens) {
                const auto known = codes.constFind(token);
                out.push_back(known != codes.constEnd() ? known.value() : codes.insert(token, int(codes.size())).value());
            }
        };
        code(from, left);
        code(to, right);
    }
};

// The library's answer for a middle part in which both sides have something. Tokens that the other side has nowhere
// cannot be the same as anything: they are left out before, which keeps quite different texts quick.
std::vector<Step> middleSteps(const std::vector<int> &left, const std::vector<int> &right, size_t from, size_t leftEnd, size_t rightEnd)
{
    const auto kept = [&](const std::vector<int> &mine, size_t end, const std::vector<int> &other, size_t otherEnd) {
        std::vector<int> known(other.begin() + ptrdiff_t(from), other.begin() + ptrdiff_t(otherEnd));
        std::sort(known.begin(), known.end());
        std::vector<size_t> places;
        for (size_t i = from; i < end; ++i)
            if (std::binary_search(known.begin(), known.end(), mine[i]))
                places.push_back(i);
        return places;
    };
    const std::vector<size_t> a = kept(left, leftEnd, right, rightEnd), b = kept(right, rightEnd, left, leftEnd);
    std::vector<std::pair<size_t, size_t>> same;
    if (!a.empty() && !b.empty() && std::max(a.size(), b.size()) <= TokenLimit) {
        std::vector<int> x, y;
        for (size_t i : a)
            x.push_back(left[i]);
        for (size_t i : b)
            y.push_back(right[i]);
        dtl::Diff<int, std::vector<int>> diff(x, y);
        diff.compose();
        size_t i = 0, j = 0;
        for (const auto &[token, info] : diff.getSes().getSequence()) {
            if (info.type == dtl::SES_COMMON)
                same.emplace_back(a[i], b[j]);
            i += info.type == dtl::SES_ADD ? 0 : 1;
            j += info.type == dtl::SES_DELETE ? 0 : 1;
        }
    }
    same.emplace_back(leftEnd, rightEnd);
    std::vector<Step> steps;
    size_t i = from, j = from;
    for (const auto &[leftAt, rightAt] : same) {
        for (; i < leftAt; ++i)
            steps.push_back({Kind::Removed, qsizetype(i), -1});
        for (; j < rightAt; ++j)
            steps.push_back({Kind::Added, -1, qsizetype(j)});
        if (leftAt < leftEnd && rightAt < rightEnd)
            steps.push_back({Kind::Same, qsizetype(i++), qsizetype(j++)});
    }
    return steps;
}

std::vector<Step> stepsOf(const Tokens &from, const Tokens &to)
{
    const Coded coded(from, to);
    const std::vector<int> &left = coded.left, &right = coded.right;
    const size_t shorter = std::min(left.size(), right.size());
    size_t begin = 0, tail = 0;
    while (begin < shorter && left[begin] == right[begin])
        ++begin;
    while (tail < shorter - begin && left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
        ++tail;
    std::vector<Step> steps;
    for (size_t i = 0; i < begin; ++i)
        steps.push_back({Kind::Same, qsizetype(i), qsizetype(i)});
    const std::vector<Step> middle = middleSteps(left, right, begin, left.size() - tail, right.size() - tail);
    steps.insert(steps.end(), middle.begin(), middle.end());
    for (size_t i = tail; i > 0; --i)
        steps.push_back({Kind::Same, qsizetype(left.size() - i), qsizetype(right.size() - i)});
    return steps;
}

void append(QList<TextDiffPart> &parts, Kind kind, QStringView text)
{
    if (text.isEmpty())
        return;
    if (!parts.isEmpty() && parts.last().kind == kind)
        parts.last().text += text;
    else
        parts.append({kind, text.toString()});
}

void mark(QList<TextSpan> &marks, qsizetype start, qsizetype length)
{
    if (!marks.isEmpty() && marks.last().start + marks.last().length == start)
        marks.last().length += length;
    else
        marks.append({start, length});
}

// Two lines that stand beside each other: the words in which they differ, unless they have hardly any in common.
void markWords(LinePair &pair, QStringView left, QStringView right, qsizetype &budget)
{
    const Tokens from = words(left), to = words(right);
    const qsizetype work = from.size() * to.size();
    if (std::max(from.size(), to.size()) > WordLimit || work > budget)
        return;
    budget -= work;
    qsizetype common = 0, leftAt = 0, rightAt = 0;
    QList<TextSpan> leftMarks, rightMarks;
    for (const Step &step : stepsOf(from, to)) {
        const qsizetype length = step.kind == Kind::Added ? to[step.right].size() : from[step.left].size();
        if (step.kind == Kind::Removed)
            mark(leftMarks, leftAt, length);
        if (step.kind == Kind::Added)
            mark(rightMarks, rightAt, length);
        if (step.kind == Kind::Same)
            common += length;
        leftAt += step.kind == Kind::Added ? 0 : length;
        rightAt += step.kind == Kind::Removed ? 0 : length;
    }
    if (double(common) < LeastInCommon * double(std::max(left.size(), right.size())))
        return;
    pair.leftMarks = leftMarks;
    pair.rightMarks = rightMarks;
}

} // namespace

QList<TextDiffPart> diffText(const QString &from, const QString &to)
{
    QList<TextDiffPart> parts;
    Tokens before = words(from), after = words(to);
    if (std::max(before.size(), after.size()) > WordLimit) {
        before = lines(from, LineEnds::Kept);
        after = lines(to, LineEnds::Kept);
    }
    for (const Step &step : stepsOf(before, after))
        append(parts, step.kind, step.kind == Kind::Added ? after[step.right] : before[step.left]);
    return parts;
}

SideBySide diffLines(const QString &from, const QString &to)
{
    SideBySide diff;
    diff.isCut = std::max(from.size(), to.size()) > MaxSideBySide;
    const Tokens left = lines(QStringView(from).left(MaxSideBySide), LineEnds::Dropped), right = lines(QStringView(to).left(MaxSideBySide), LineEnds::Dropped);
    for (QStringView line : left)
        diff.leftLines.append(line.toString());
    for (QStringView line : right)
        diff.rightLines.append(line.toString());
    // Of each stretch that differs, the first removed line beside the first added one, and so on.
    QList<qsizetype> removed, added;
    qsizetype budget = MostWordPairs;
    const auto flush = [&] {
        if (!removed.isEmpty() || !added.isEmpty())
            diff.changes.push_back(diff.pairs.size());
        for (qsizetype i = 0; i < std::max(removed.size(), added.size()); ++i) {
            LinePair pair{removed.value(i, -1), added.value(i, -1), true};
            if (pair.left >= 0 && pair.right >= 0)
                markWords(pair, left[pair.left], right[pair.right], budget);
            diff.pairs.push_back(std::move(pair));
        }
        removed.clear();
        added.clear();
    };
    for (const Step &step : stepsOf(left, right)) {
        if (step.kind == Kind::Removed) {
            removed.append(step.left);
        } else if (step.kind == Kind::Added) {
            added.append(step.right);
        } else {
            flush();
            diff.pairs.push_back({step.left, step.right});
        }
    }
    flush();
    return diff;
}

} // namespace Assay
