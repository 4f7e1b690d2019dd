// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace Assay {

// Colours for what one looks for first in a text: comments, strings, keywords, numbers, keys, and in logs what went
// wrong. Reads line by line and knows no grammar; the colours are the theme's.
class CodeHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit CodeHighlighter(QTextDocument *document);

    // See ArtifactType::id; an unknown one leaves the text plain.
    void setLanguage(const QString &language);
    // Takes the theme of this palette.
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    enum Style { Comment, String, Keyword, Number, Key, Good, Bad, Caution, StyleCount };
    enum class Family { Plain, Code, Data, Markup, Log, Diff };
    struct Language;

    void highlightCode(const QString &text);
    void highlightLog(const QString &text);
    void highlightDiff(const QString &text);
    void highlightMarkup(const QString &text);
    qsizetype highlightString(const QString &text, qsizetype at);
    bool startsComment(const QString &text, qsizetype at) const;
    void mark(qsizetype from, qsizetype to, Style style) { setFormat(int(from), int(to - from), m_formats[style]); }

    const Language *m_language = nullptr;
    QTextCharFormat m_formats[StyleCount];
};

} // namespace Assay
