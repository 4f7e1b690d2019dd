// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/codehighlighter.h"

#include "widgets/theme/theme.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace Assay {

struct CodeHighlighter::Language {
    QLatin1StringView id;
    Family family;
    QLatin1StringView lineComment;
    QLatin1StringView quotes;   // characters that begin a string
    QLatin1StringView keywords; // between blanks
};

namespace {

// Block states: what a line begins within.
enum State { Outside = -1, InBlockComment = 1, InTripleDouble = 2, InTripleSingle = 3 };

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

void CodeHighlighter::setLanguage(const QString &language)
{
    static constexpr Language Languages[] = {
        {"python"_L1, Family::Code, "#"_L1, "\"'"_L1,
         " and as assert async await break class continue def del elif else except False finally for from function global if import in is lambda match None nonlocal not or pass raise return True try while with yield "_L1},
        {"shell"_L1, Family::Code, "#"_L1, "\"'"_L1,
         " case do done elif else esac exit export fi for function if in local return set then until while "_L1},
        {"r"_L1, Family::Code, "#"_L1, "\"'"_L1, " break else FALSE for function if in library next NULL repeat return TRUE while NA "_L1},
        {"c"_L1, Family::Code, "//"_L1, "\"'"_L1,
         " auto bool break case char class const constexpr continue default delete do double else enum explicit extern false float for if inline int long message namespace new nullptr operator optional private protected public repeated return short signed sizeof static struct switch template this throw true try typedef typename union unsigned using virtual void while "_L1},
        {"java"_L1, Family::Code, "//"_L1, "\"'"_L1,
         " abstract boolean break case catch class def else extends false final finally for if implements import instanceof int interface long new null object package private protected public return static super switch this throw throws true try val var void while "_L1},
        {"javascript"_L1, Family::Code, "//"_L1, "\"'`"_L1,
         " async await break case catch class const continue default delete else export extends false finally for from function if import in instanceof interface let new null of return static super switch this throw true try type typeof undefined var while yield "_L1},
        {"rust"_L1, Family::Code, "//"_L1, "\""_L1,
         " as async await break const continue crate else enum false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while "_L1},
        {"go"_L1, Family::Code, "//"_L1, "\"`"_L1,
         " break case chan const continue default defer else false for func go if import interface map nil package range return select struct switch true type var "_L1},
        {"sql"_L1, Family::Code, "--"_L1, "'"_L1,
         " ALTER AND AS ASC BEGIN BY CASE COMMIT CREATE DELETE DESC DISTINCT DROP ELSE END FROM GROUP HAVING IN INDEX INSERT INTO IS JOIN KEY LEFT LIMIT NOT NULL ON OR ORDER PRIMARY REFERENCES SELECT SET TABLE THEN UNION UPDATE VALUES WHEN WHERE "_L1},
        {"css"_L1, Family::Data, ""_L1, "\"'"_L1, ""_L1},
        {"json"_L1, Family::Data, ""_L1, "\""_L1, " true false null NaN Infinity "_L1},
        {"yaml"_L1, Family::Data, "#"_L1, "\"'"_L1, " true false null yes no "_L1},
        {"ini"_L1, Family::Data, "#"_L1, "\"'"_L1, " true false "_L1},
        {"html"_L1, Family::Markup, ""_L1, "\"'"_L1, ""_L1},
        {"tex"_L1, Family::Code, "%"_L1, ""_L1, ""_L1},
        {"log"_L1, Family::Log, ""_L1, ""_L1, ""_L1},
        {"diff"_L1, Family::Diff, ""_L1, ""_L1, ""_L1}};
    m_language = nullptr;
    for (const Language &entry : Languages)
        if (language == entry.id)
            m_language = &entry;
}

void CodeHighlighter::setPalette(const QPalette &palette)
{
    const Theme &theme = Theme::of(palette);
    const ColorRole roles[StyleCount] = {ColorRole::Muted, ColorRole::Good, ColorRole::Accent, ColorRole::Caution,
                                         ColorRole::Accent, ColorRole::Good, ColorRole::Bad, ColorRole::Caution};
    for (int style = 0; style < StyleCount; ++style)
        m_formats[style].setForeground(theme.color(roles[style]));
    m_formats[Comment].setFontItalic(true);
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    if (!m_language)
        return;
    switch (m_language->family) {
    case Family::Plain: return;
    case Family::Code:
    case Family::Data: return highlightCode(text);
    case Family::Markup: return highlightMarkup(text);
    case Family::Log: return highlightLog(text);
    case Family::Diff: return highlightDiff(text);
    }
}

bool CodeHighlighter::startsComment(const QString &text, qsizetype at) const
{
    const QLatin1StringView mark = m_language->lineComment;
    if (mark.isEmpty() || !QStringView(text).sliced(at).startsWith(mark))
        return false;
    // "a#b" is a value in YAML and a fragment in shell.
    return mark != "#"_L1 || at == 0 || text[at - 1].isSpace() || m_language->id == "python"_L1;
}

// The string that begins at `at`; the position behind it, which may be the line's end.
qsizetype CodeHighlighter::highlightString(const QString &text, qsizetype at)
{
    const QChar quote = text[at];
    const bool isPython = m_language->id == "python"_L1;
    if (isPython && at + 2 < text.size() && text[at + 1] == quote && text[at + 2] == quote) {
        const qsizetype end = text.indexOf(QString(3, quote), at + 3);
        if (end < 0)
            setCurrentBlockState(quote == u'"' ? InTripleDouble : InTripleSingle);
        return end < 0 ? text.size() : end + 3;
    }
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == quote)
            return i + 1;
    }
    return text.size();
}

void CodeHighlighter::highlightCode(const QString &text)
{
    setCurrentBlockState(Outside);
    const bool isData = m_language->family == Family::Data;
    const bool hasBlockComments = m_language->lineComment == "//"_L1 || m_language->id == "css"_L1;
    qsizetype at = 0;
    if (const int state = previousBlockState(); state != Outside) {
        const QString closing = state == InBlockComment ? u"*/"_s : QString(3, state == InTripleDouble ? u'"' : u'\'');
        const qsizetype end = text.indexOf(closing);
        at = end < 0 ? text.size() : end + closing.size();
        mark(0, at, state == InBlockComment ? Comment : String);
        if (end < 0)
            setCurrentBlockState(state);
    }
    while (at < text.size()) {
        const QChar c = text[at];
        qsizetype end = at + 1;
        if (startsComment(text, at)) {
            mark(at, text.size(), Comment);
            return;
        }
        if (hasBlockComments && c == u'/' && end < text.size() && text[end] == u'*') {
            const qsizetype close = text.indexOf("*/"_L1, at + 2);
            end = close < 0 ? text.size() : close + 2;
            if (close < 0)
                setCurrentBlockState(InBlockComment);
            mark(at, end, Comment);
        } else if (m_language->quotes.contains(c)) {
            end = highlightString(text, at);
            const bool isKey = isData && QStringView(text).sliced(end).trimmed().startsWith(u':');
            mark(at, end, isKey ? Key : String);
        } else if (isWordCharacter(c)) {
            while (end < text.size() && (isWordCharacter(text[end]) || (isData && text[end] == u'-') || (c.isDigit() && text[end] == u'.')))
                ++end;
            const QString word = text.mid(at, end - at);
            const QStringView rest = QStringView(text).sliced(end).trimmed();
            if (c.isDigit())
                mark(at, end, Number);
            else if (m_language->keywords.contains(u' ' + word + u' '))
                mark(at, end, Keyword);
            else if (isData && (rest.startsWith(u':') || (rest.startsWith(u'=') && m_language->id == "ini"_L1)) && m_language->id != "json"_L1)
                mark(at, end, Key);
        }
        at = end;
    }
}

void CodeHighlighter::highlightMarkup(const QString &text)
{
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at + 1)) {
        const qsizetype end = text.indexOf(u'>', at);
        mark(at, end < 0 ? text.size() : end + 1, QStringView(text).sliced(at).startsWith("<!--"_L1) ? Comment : Keyword);
        if (end < 0)
            return;
    }
}

void CodeHighlighter::highlightLog(const QString &text)
{
    const QStringView start = QStringView(text).first(std::min<qsizetype>(text.size(), 200));
    for (const auto &[word, style] : {std::pair("ERROR"_L1, Bad), std::pair("CRITICAL"_L1, Bad), std::pair("FATAL"_L1, Bad),
                                      std::pair("Traceback"_L1, Bad), std::pair("WARNING"_L1, Caution), std::pair("WARN"_L1, Caution)})
        if (start.contains(word)) {
            mark(0, text.size(), style);
            return;
        }
    // The time stamp that most logs begin with steps back.
    qsizetype end = 0;
    while (end < start.size() && (start[end].isDigit() || QStringView(u"-:., TZ[]+/").contains(start[end])))
        ++end;
    if (end >= 8)
        mark(0, end, Comment);
}

void CodeHighlighter::highlightDiff(const QString &text)
{
    if (text.startsWith(u"@@"))
        mark(0, text.size(), Keyword);
    else if (text.startsWith(u"+++") || text.startsWith(u"---"))
        mark(0, text.size(), Comment);
    else if (text.startsWith(u'+'))
        mark(0, text.size(), Good);
    else if (text.startsWith(u'-'))
        mark(0, text.size(), Bad);
}

} // namespace Assay
