// SPDX-License-Identifier: GPL-3.0-or-later
// The manual's page on queries: whatever its grammar makes is a query, and so is each of its examples.
#include "models/table/query.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <map>
#include <set>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QString page()
{
    QFile file(QStringLiteral(ASSAY_MANUAL_QUERY));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll());
}

// The text of the page's blocks of one language.
QStringList blocks(const QString &language)
{
    QStringList found;
    const QRegularExpression block(u"```%1\\n(.*?)```"_s.arg(language), QRegularExpression::DotMatchesEverythingOption);
    auto it = block.globalMatch(page());
    while (it.hasNext())
        found.append(it.next().captured(1));
    return found;
}

struct Node {
    enum class Kind { Sequence, Choice, Optional, Repeated, Terminal, Name, Special };
    Kind kind = Kind::Sequence;
    QString text;
    std::vector<Node> parts;
};

// Reads ISO-like EBNF: "=", ";", ",", "|", [ ], { }, ( ), quoted terminals, ? special ?.
class Grammar
{
public:
    explicit Grammar(const QString &text)
    {
        const QRegularExpression token(uR"(\s*("[^"]*"|'[^']*'|\?[^?]*\?|[A-Za-z]+|[=;,|\[\]{}()]))"_s);
        auto it = token.globalMatch(text);
        while (it.hasNext())
            m_tokens.append(it.next().captured(1));
        while (m_at < m_tokens.size()) {
            const QString name = m_tokens[m_at];
            m_at += 2; // the name and "="
            rules[name] = choice();
            ++m_at; // ";"
        }
    }
    std::map<QString, Node> rules;

private:
    QString peek() const { return m_tokens.value(m_at); }
    Node choice()
    {
        Node node{Node::Kind::Choice, {}, {}};
        node.parts.push_back(sequence());
        while (peek() == "|"_L1) {
            ++m_at;
            node.parts.push_back(sequence());
        }
        return node;
    }
    Node sequence()
    {
        Node node;
        node.parts.push_back(single());
        while (peek() == ","_L1) {
            ++m_at;
            node.parts.push_back(single());
        }
        return node;
    }
    Node single()
    {
        const QString token = m_tokens.value(m_at++);
        const auto enclosed = [&](Node::Kind kind) {
            Node node{kind, {}, {choice()}};
            ++m_at; // the closing bracket
            return node;
        };
        if (token == "["_L1)
            return enclosed(Node::Kind::Optional);
        if (token == "{"_L1)
            return enclosed(Node::Kind::Repeated);
        if (token == "("_L1)
            return enclosed(Node::Kind::Sequence);
        if (token.startsWith(u'?'))
            return {Node::Kind::Special, token, {}};
        if (token.startsWith(u'"') || token.startsWith(u'\''))
            return {Node::Kind::Terminal, token.mid(1, token.size() - 2), {}};
        return {Node::Kind::Name, token, {}};
    }

    QStringList m_tokens;
    qsizetype m_at = 0;
};

// Random sentences. Past some depth every choice takes the way that ends soonest.
class Sentences
{
public:
    Sentences(const Grammar &grammar, quint32 seed) : m_grammar(grammar), m_random(seed) {}

    QString next(const QString &rule, int depth = 0)
    {
        used.insert(rule);
        const bool isLexical = rule.front().isUpper();
        QString text = make(m_grammar.rules.at(rule), rule, depth, isLexical);
        return isLexical ? text : text.simplified();
    }
    std::set<QString> used;

private:
    // How many rules deep a node has to go at least.
    int height(const Node &node, int budget)
    {
        if (budget <= 0)
            return 100;
        switch (node.kind) {
        case Node::Kind::Terminal:
        case Node::Kind::Special:
        case Node::Kind::Optional:
        case Node::Kind::Repeated: return 0;
        case Node::Kind::Name: return ruleHeight(node.text, budget);
        case Node::Kind::Sequence: {
            int most = 0;
            for (const Node &part : node.parts)
                most = std::max(most, height(part, budget));
            return most;
        }
        case Node::Kind::Choice: {
            int least = 100;
            for (const Node &part : node.parts)
                least = std::min(least, height(part, budget));
            return least;
        }
        }
        return 0;
    }
    int ruleHeight(const QString &name, int budget)
    {
        const auto known = m_heights.find({name, budget});
        if (known != m_heights.end())
            return known->second;
        const int found = 1 + height(m_grammar.rules.at(name), budget - 1);
        m_heights[{name, budget}] = found;
        return found;
    }

    QString make(const Node &node, const QString &rule, int depth, bool isLexical)
    {
        const QString gap = isLexical ? QString() : m_random.bounded(8) ? u" "_s : u"  "_s;
        switch (node.kind) {
        case Node::Kind::Terminal: return keyword(node.text);
        case Node::Kind::Special: return special(rule);
        case Node::Kind::Name: return next(node.text, depth + 1);
        case Node::Kind::Optional: return m_random.bounded(depth > 20 ? 8 : 2) ? QString() : make(node.parts[0], rule, depth, isLexical);
        case Node::Kind::Repeated: {
            QString text;
            for (int times = m_random.bounded(depth > 12 ? 1 : 3); times > 0; --times)
                text += gap + make(node.parts[0], rule, depth + 2, isLexical);
            return text;
        }
        case Node::Kind::Sequence: {
            QString text;
            for (const Node &part : node.parts)
                text += (text.isEmpty() ? QString() : gap) + make(part, rule, depth, isLexical);
            return text;
        }
        case Node::Kind::Choice: {
            if (depth < 16)
                return make(node.parts[size_t(m_random.bounded(int(node.parts.size())))], rule, depth, isLexical);
            const auto shortest = std::min_element(node.parts.begin(), node.parts.end(), [&](const Node &a, const Node &b) { return height(a, 12) < height(b, 12); });
            return make(*shortest, rule, depth, isLexical);
        }
        }
        return {};
    }
    // In any case.
    QString keyword(const QString &text)
    {
        const bool isKeyword = text.size() > 1 && text == text.toUpper() && text.front().isLetter();
        return isKeyword && m_random.bounded(3) == 0 ? (m_random.bounded(2) ? text.toLower() : text.front() + text.mid(1).toLower()) : text;
    }
    QString special(const QString &rule)
    {
        const auto pick = [&](const QStringList &all) { return all[m_random.bounded(int(all.size()))]; };
        if (rule == "BARE"_L1)
            return pick({u"loss"_s, u"lr"_s, u"a.b"_s, u"größe"_s, u"x_1"_s, u"and"_s, u"null"_s, u"mlflow.parentRunId"_s});
        if (rule == "WORD"_L1)
            return pick({u"churn"_s, u"run_1"_s, u"Straße"_s, u"status"_s, u"today"_s});
        if (rule == "QUOTED"_L1)
            return pick({u"a b"_s, u"x AND y"_s, u"1e-3"_s, u"50% (of) [it]"_s, u"\\"_s, u"日本"_s, u"val/loss"_s});
        if (rule == "PATTERN"_L1)
            return pick({u"'^a.*b$'"_s, u"\"(?i)x{2,3}\""_s, u"'[0-9]+|z'"_s});
        if (rule == "DIGITS"_L1)
            return QString::number(m_random.bounded(1000));
        if (rule == "DAY"_L1)
            return pick({u"2026-01-31"_s, u"2024-02-29"_s, u"1999-12-01"_s});
        if (rule == "CLOCK"_L1)
            return pick({u"10:00"_s, u"23:59:59"_s});
        qFatal("the test cannot make what the page calls %s", qPrintable(rule));
    }

    const Grammar &m_grammar;
    QRandomGenerator m_random;
    std::map<std::pair<QString, int>, int> m_heights;
};

} // namespace

class QueryManualTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesAreQueries();
    void grammarMakesQueries();
    void grammarIsWhole();
};

void QueryManualTest::examplesAreQueries()
{
    int examples = 0;
    for (const QString &block : blocks(u"query"_s)) {
        for (const QString &line : block.split(u'\n', Qt::SkipEmptyParts)) {
            const QueryParse parsed = checkQuery(line);
            QVERIFY2(!parsed.mistake, qPrintable(line + ": "_L1 + (parsed.mistake ? parsed.mistake->message : QString())));
            ++examples;
        }
    }
    QVERIFY(examples >= 20);
}

void QueryManualTest::grammarMakesQueries()
{
    QCOMPARE(blocks(u"ebnf"_s).size(), 1);
    const Grammar grammar(blocks(u"ebnf"_s).first());
    Sentences sentences(grammar, 4711);
    std::set<QString> different;
    for (int i = 0; i < 8000; ++i) {
        const QString query = sentences.next(i % 8 == 0 ? u"query"_s : u"or"_s);
        const QueryParse parsed = checkQuery(query);
        QVERIFY2(!parsed.mistake, qPrintable(query + ": "_L1 + (parsed.mistake ? parsed.mistake->message : QString())));
        different.insert(query);
    }
    QVERIFY(different.size() > 3000);
    for (const auto &[rule, node] : grammar.rules)
        QVERIFY2(sentences.used.count(rule) == 1, qPrintable(u"never made: "_s + rule));
}

// Every function and keyword that the parser takes stands in the grammar, as far as its own message lists them.
void QueryManualTest::grammarIsWhole()
{
    const QString grammar = blocks(u"ebnf"_s).first();
    const QString message = checkQuery(u"nosuchfunction(metrics.a) > 1").mistake->message;
    const QString listed = message.section(u"one of "_s, 1).section(u" before"_s, 0, 0);
    QVERIFY(listed.split(u", "_s).size() > 20);
    for (const QString &function : listed.split(u", "_s))
        QVERIFY2(grammar.contains(u'"' + function + u'"'), qPrintable(function));
    for (const QString &attribute : queryAttributeNames())
        QVERIFY2(grammar.contains(u'"' + attribute + u'"'), qPrintable(attribute));
}

QTEST_GUILESS_MAIN(QueryManualTest)
#include "tst_querymanual.moc"
