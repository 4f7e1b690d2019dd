// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/historyvalues.h"
#include "models/table/querykey.h"

#include <memory>
#include <string>
#include <vector>

// The tree that a query is read into. Made by the parser, which also checks the types, and never changed.
namespace Assay::QueryAst {

enum class ValueType {
    Number,   // metrics, depth, duration and age in seconds, arithmetic
    Text,     // attributes, quoted texts, lower()
    Logged,   // params and tags: text with a text, number with a number (the whole text must be one)
    Time,     // milliseconds since 1970 UTC
    Span,     // a duration that was written: seconds with a number, a way from now with a time
    Dataset,  // several texts a run
};

enum class Function {
    Abs, Log, Log10, Exp, Sqrt, Round, Lower, Length, Number,
    Last, Difference, CumulativeSum, MovingAverage, // in the expression of a series only
};
// Abs to Round as a function of one number; null for the others.
double (*elementary(Function function))(double);

struct Value {
    enum class Kind { Number, Text, Span, Date, Today, Key, Negate, Add, Subtract, Multiply, Divide, Call, History };

    Kind kind = Kind::Number;
    ValueType type = ValueType::Number;
    double number = 0;  // Number; Span in seconds
    std::string text;   // Text; Date as written
    QueryKey key;
    Function function = Function::Abs;
    double argument = 0; // MovingAverage: the weight
    HistoryCall history;
    std::shared_ptr<const Value> left, right; // operands; Negate and Call have `left` alone
    int height = 1;

    qsizetype offset = 0; // where it stands in the query
    qsizetype length = 0;

    bool isText() const { return type == ValueType::Text || type == ValueType::Logged; }
    bool isLiteral() const { return kind <= Kind::Today || (kind == Kind::Negate && left->isLiteral()); }
};
using ValuePtr = std::shared_ptr<const Value>;
QList<HistoryCall> historyCalls(const Value &value); // each once

enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

class Pattern; // a compiled regular expression

struct Condition {
    enum class Kind { And, Or, Not, Compare, In, Like, ILike, Match, IsNull, IsNaN, IsInfinite, Search };

    Kind kind = Kind::And;
    std::vector<std::shared_ptr<const Condition>> parts; // And, Or, Not
    Comparison comparison = Comparison::Equal;
    bool negated = false;             // NOT IN, NOT LIKE, !~, IS NOT NULL: of a data set each, else of the run
    ValuePtr left, right;
    std::vector<std::string> texts;   // In; sorted
    std::vector<double> numbers;      // In; sorted
    std::string pattern;              // Like, ILike; Search: the text
    std::shared_ptr<const Pattern> regex;
    int height = 1;
};
using ConditionPtr = std::shared_ptr<const Condition>;
QList<HistoryCall> historyCalls(const Condition &condition);

// Trees higher than this are refused, so that no query exhausts the stack.
inline constexpr int MaxHeight = 200;

} // namespace Assay::QueryAst
