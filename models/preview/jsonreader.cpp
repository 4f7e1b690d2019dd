// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/jsonreader.h"

#include "models/preview/jsonscanner.h"
#include "models/preview/tablebuilder.h"
#include "models/preview/textreader.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Token = JsonScanner::Token;

constexpr qsizetype ShortArray = 80;
constexpr size_t DeepestIndent = 40; // levels; beyond, the depth is no longer worth the width

// Follows the grammar of what is open; says whether the next token may stand there.
class Grammar
{
public:
    bool accept(Token token)
    {
        switch (token) {
        case Token::BeginObject:
        case Token::BeginArray:
            if (m_wants != Value && m_wants != ValueOrEnd)
                return false;
            m_open.push_back(token == Token::BeginObject);
            m_wants = token == Token::BeginObject ? KeyOrEnd : ValueOrEnd;
            return true;
        case Token::EndObject:
        case Token::EndArray:
            if (m_open.empty() || m_open.back() != (token == Token::EndObject)
                || !(m_wants == CommaOrEnd || m_wants == (token == Token::EndObject ? KeyOrEnd : ValueOrEnd)))
                return false;
            m_open.pop_back();
            return valueDone();
        case Token::Colon: return expect(Colon, Value);
        case Token::Comma: return m_open.empty() ? false : expect(CommaOrEnd, m_open.back() ? Key : Value);
        case Token::String:
            if (m_wants == Key || m_wants == KeyOrEnd) {
                m_wants = Colon;
                return true;
            }
            return (m_wants == Value || m_wants == ValueOrEnd) && valueDone();
        case Token::Scalar: return (m_wants == Value || m_wants == ValueOrEnd) && valueDone();
        case Token::End: return m_wants == Nothing;
        case Token::Bad: break;
        }
        return false;
    }
    size_t depth() const { return m_open.size(); }

private:
    enum Wants { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

    bool expect(Wants now, Wants then)
    {
        if (m_wants != now)
            return false;
        m_wants = then;
        return true;
    }
    bool valueDone()
    {
        m_wants = m_open.empty() ? Nothing : CommaOrEnd;
        return true;
    }

    std::vector<bool> m_open; // true: an object
    Wants m_wants = Value;
};

// "[1, 2, 3]" when what begins at `scanner` (after '[') is an array of few scalars; the scanner stands behind it then.
QString shortArray(JsonScanner &scanner)
{
    JsonScanner ahead = scanner;
    QString line = u"["_s;
    bool wantsValue = true;
    while (line.size() <= ShortArray) {
        const Token token = ahead.next();
        if (token == Token::EndArray && (!wantsValue || line.size() == 1)) {
            scanner = ahead;
            return line + u']';
        }
        if (wantsValue && (token == Token::Scalar || token == Token::String))
            line += ahead.text();
        else if (!wantsValue && token == Token::Comma)
            line += u", ";
        else
            return {};
        wantsValue = !wantsValue;
    }
    return {};
}

void breakLine(QString &out, size_t depth)
{
    out += u'\n';
    out.resize(out.size() + qsizetype(2 * std::min(depth, DeepestIndent)), u' ');
}

} // namespace

JsonLayout layOutJson(QStringView json)
{
    JsonLayout layout;
    QString &out = layout.text;
    out.reserve(json.size() + json.size() / 4);
    JsonScanner scanner(json);
    Grammar grammar;
    bool fresh = false; // just behind '{' or '['
    while (true) {
        const qsizetype before = scanner.end();
        const Token token = scanner.next();
        if (!grammar.accept(token)) {
            layout.badAt = scanner.start();
            if (!out.isEmpty() && scanner.start() < json.size())
                out += u'\n';
            out += json.sliced(out.isEmpty() ? before : scanner.start());
            return layout;
        }
        if (token == Token::End)
            return layout;
        const bool ends = token == Token::EndObject || token == Token::EndArray;
        if (ends ? !fresh : fresh)
            breakLine(out, grammar.depth() - (ends || (token != Token::BeginObject && token != Token::BeginArray) ? 0 : 1));
        fresh = false;
        if (token == Token::BeginArray) {
            if (const QString line = shortArray(scanner); !line.isEmpty()) {
                (void)grammar.accept(Token::EndArray);
                out += line;
                continue;
            }
        }
        out += scanner.text();
        if (token == Token::BeginObject || token == Token::BeginArray)
            fresh = true;
        else if (token == Token::Colon)
            out += u' ';
        else if (token == Token::Comma)
            breakLine(out, grammar.depth());
    }
}

bool wantsLayout(QStringView json)
{
    qsizetype column = 0;
    for (const QChar c : json) {
        column = c == u'\n' ? 0 : column + 1;
        if (column > 160)
            return true;
    }
    return false;
}

namespace {

// The value that begins with `token`, as a cell: scalars and texts as they are, anything deeper as its JSON. False when
// the text ends within it.
bool readCell(QStringView json, JsonScanner &scanner, Token token, QString &cell, bool &cut)
{
    if (token == Token::String) {
        cell = shownCell(JsonScanner::unquoted(scanner.text()), cut);
        return true;
    }
    if (token == Token::Scalar) {
        cell = scanner.text() == "null"_L1 ? QString() : scanner.text().toString();
        return true;
    }
    const qsizetype start = scanner.start();
    qsizetype depth = 0;
    while (true) {
        switch (token) {
        case Token::BeginArray:
        case Token::BeginObject: ++depth; break;
        case Token::EndArray:
        case Token::EndObject:
            if (--depth <= 0) {
                cell = shownCell(json.sliced(start, scanner.end() - start), cut);
                return depth == 0;
            }
            break;
        case Token::End:
        case Token::Bad: return false;
        default: break;
        }
        token = scanner.next();
    }
}

// An array of cells; the scanner stands behind its '['. False when the text ends within it.
bool readRow(QStringView json, JsonScanner &scanner, QStringList &row, qint64 &cutCells)
{
    for (Token token = scanner.next(); token != Token::EndArray; token = scanner.next()) {
        if (token == Token::Comma)
            continue;
        QString cell;
        bool cut = false;
        if (!readCell(json, scanner, token, cell, cut))
            return false;
        cutCells += cut;
        row.append(cell);
    }
    return true;
}

} // namespace

std::optional<TablePreview> readJsonTable(QStringView json, QList<PreviewNote> &notes)
{
    JsonScanner scanner(json);
    if (scanner.next() != Token::BeginObject)
        return std::nullopt;
    TableBuilder builder;
    bool hasColumns = false, hasData = false;
    for (Token token = scanner.next(); token == Token::String; token = scanner.next()) {
        const QString key = JsonScanner::unquoted(scanner.text());
        if (scanner.next() != Token::Colon)
            return std::nullopt;
        token = scanner.next();
        const bool isColumns = key == "columns"_L1, isData = key == "data"_L1;
        if ((isColumns || isData) && token != Token::BeginArray)
            return std::nullopt;
        if (isColumns) {
            QStringList columns;
            if (!readRow(json, scanner, columns, builder.cutCells))
                return std::nullopt;
            builder.setColumns(columns, columns.size());
            hasColumns = true;
        } else if (isData) {
            hasData = true;
            for (token = scanner.next(); token != Token::EndArray; token = scanner.next()) {
                if (token == Token::Comma)
                    continue;
                QStringList row;
                const bool isWhole = token == Token::BeginArray && readRow(json, scanner, row, builder.cutCells);
                if (!isWhole && hasColumns && scanner.end() == json.size()) {
                    builder.setTotalUnknown(); // cut off
                    return builder.take(notes);
                }
                if (!isWhole)
                    return std::nullopt;
                builder.addRow(row, row.size());
            }
        } else {
            QString ignored;
            bool cut = false;
            if (!readCell(json, scanner, token, ignored, cut))
                return std::nullopt;
        }
        if (scanner.next() != Token::Comma)
            break;
    }
    if (!hasColumns || !hasData)
        return std::nullopt;
    return builder.take(notes);
}

} // namespace Assay
